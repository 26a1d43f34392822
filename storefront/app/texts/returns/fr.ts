// French texts about tickets that are given back.
import type { Returns } from "./en.ts";

export const returns: Returns = {
  returns: {
    link: "Rendre des billets",
    linkOne: "Rendre ce billet",
    title: "Rendre des billets",
    until: (time) => `Vous pouvez rendre des billets jusqu’au ${time}.`,
    fee: (amount) => `L’organisateur garde des frais de ${amount} par billet.`,
    noFee: "C’est sans frais.",
    forList: "L’organisateur reprend les billets tant que des personnes sur la liste d’attente veulent les places.",
    terms: (time) => `Les billets peuvent être rendus jusqu’au ${time}.`,
    termsForList: (time) =>
      `Les billets peuvent être rendus jusqu’au ${time}, tant que des personnes sur la liste d’attente veulent les places.`,
    needsAccount:
      "Les billets achetés sans compte ne peuvent pas être rendus ici. Créez un compte avec la même adresse e-mail : il reprend vos commandes.",
    nextText: "Rien n’est encore rendu. Vous verrez le montant remboursé avant de confirmer.",
    none: "Ces billets ne peuvent pas être rendus.",
    quote: "Confirmer le retour",
    quoteText: "Les billets restent à vous jusqu’à votre confirmation.",
    nothingBack: "Ces billets ne sont pas remboursés.",
    final: "Les billets ne sont plus valables tout de suite, et d’autres peuvent acheter les places. C’est définitif.",
    confirm: (amount) => `Rendre et récupérer ${amount}`,
    confirmNothing: "Rendre sans remboursement",
    change: "Choisir d’autres billets",
    refused: "Ces billets ne peuvent pas être rendus",
    stillValid: "Rien n’a changé : vous avez toujours vos billets.",
    done: "Vous avez rendu ces billets",
    doneText: "Ils ne sont pas remboursés.",
    reasons: {
      DISPUTED: "Le paiement de ces billets est contesté. Ils ne peuvent pas être rendus avant la décision.",
      EVENT_CANCELLED: "L’événement est annulé. Vous êtes remboursé sans rien faire.",
      EXCHANGE_IN_PROGRESS:
        "Ces billets sont en cours d’échange. Payez ou annulez d’abord l’autre commande : vous la trouverez avec vos billets.",
      NOBODY_WAITS:
        "Personne sur la liste d’attente ne veut toutes ces places en ce moment. Réessayez plus tard, ou rendez moins de billets.",
      NOT_ALLOWED: "L’organisateur ne reprend pas les billets de cet événement.",
      REFUNDED: "Ces billets ont déjà été remboursés ou échangés, ou leur commande n’est pas confirmée.",
      SOLD_AT_COUNTER: "Ces billets ont été vendus au guichet. Ils ne peuvent être rendus que là.",
      TOO_LATE: "C’est trop tard : le délai pour rendre des billets est passé.",
      TRANSFERRED: "Un billet appartient maintenant à quelqu’un d’autre. Vous ne pouvez rendre que vos billets.",
      USED: "Un billet a été utilisé à l’entrée. Il ne peut donc plus être rendu.",
    },
    problems: {
      ReturnTotalChanged: "Le remboursement a changé. Vérifiez-le avant de confirmer : rien n’a été rendu.",
    },
  },
};
