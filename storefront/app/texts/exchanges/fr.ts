// French texts about exchanges of tickets.
import type { Exchanges } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const exchanges: Exchanges = {
  exchange: {
    link: "Échanger des billets",
    linkOne: "Échanger ce billet",
    title: "Échanger des billets",
    until: (time) => `Vous pouvez échanger jusqu’au ${time}.`,
    fee: (amount) => `L’organisateur garde des frais de ${amount} par billet.`,
    needsAccount:
      "Les billets achetés sans compte ne peuvent pas être échangés ici. Créez un compte avec la même adresse e-mail : il reprend vos commandes.",
    noFee: "C’est sans frais.",
    which: "Quels billets rendez-vous ?",
    to: "Que voulez-vous à la place ?",
    same: "D’autres places à la même date",
    sameText: "Meilleures ou moins chères.",
    held: "Les places qui vous sont réservées",
    more: "Voir les événements suivants",
    next: "Continuer",
    nextText: "Rien n’est encore échangé. Vous verrez le prix avant de confirmer.",
    none: "Ces billets ne peuvent pas être échangés.",
    otherTickets: "Billets pour d’autres événements",
    ticketReasons: {
      USED: "Déjà utilisé.",
      DISPUTED: "Le paiement est contesté.",
      TRANSFERRED: "Appartient à quelqu’un d’autre.",
      EXCHANGE_IN_PROGRESS: "Échange en cours :",
    },
    choosing: (count) => `Vous échangez ${n(count, "billet", "billets")}.`,
    choosingText: "Choisissez les nouvelles places. Les anciens billets les paient, à hauteur de leur valeur.",
    back: "Modifier l’échange",
    quote: "Confirmer votre échange",
    quoteText: "Vos nouvelles places sont réservées. Rien n’est échangé avant votre confirmation.",
    give: "Vous rendez",
    get: "Vous recevez",
    lessFee: (paid, fee) => `payé ${paid}, moins ${fee} de frais`,
    worth: "Paie les nouvelles places",
    toPay: "Vous payez",
    refund: "On vous rembourse",
    even: "La différence",
    refundText: (amount) =>
      `${amount} reviennent sur la carte avec laquelle vous avez payé, en général sous cinq à dix jours.`,
    afterPayment: "Vos anciens billets restent valables jusqu’au paiement. Les nouveaux les remplacent ensuite.",
    atOnce: "Les nouveaux billets remplacent les anciens tout de suite. C’est définitif.",
    confirm: {
      pay: (amount) => `Échanger et payer ${amount}`,
      refund: (amount) => `Échanger et récupérer ${amount}`,
      even: "Échanger les billets",
    },
    endedText: "Les places sont de nouveau en vente. Vous avez toujours vos anciens billets.",
    refused: "Cet échange n’est pas possible",
    stillHeld: (time) => `Vos anciens billets ne changent pas. Les nouvelles places sont réservées jusqu’à ${time}.`,
    buy: (total) => `Acheter les nouvelles places pour ${total}`,
    payWith: "Payer avec des billets que vous avez",
    payWithText: "Choisissez les billets que vous rendez pour les places réservées.",
    payWithNone: "Aucun de vos billets ne peut être échangé contre ces places.",
    tickets: (count) => n(count, "billet", "billets"),
    backToSeats: "Retour aux places",
    from: (number) => `Payé avec des billets de la commande ${number}`,
    due: "Différence à payer",
    paid: "Différence payée",
    surplus: "Revient sur votre carte",
    open: "Vos anciens billets restent valables jusqu’au paiement de la différence. Si vous annulez cette commande, vous les gardez.",
    gave: (amount) => `${amount} utilisés pour une autre commande`,
    exchanged: "Ces billets ont été échangés",
    exchangedText: "Ils ont payé une autre commande. Ses billets sont parmi les vôtres.",
    partly: "C’est confirmé ! Certains billets ont été échangés",
    limit: (limit) =>
      `Cet événement est limité à ${n(limit, "place", "places")} par personne, et vos anciens billets comptent jusqu’à l’échange. Échangez moins de billets à la fois.`,
    reasons: {
      DISPUTED: "Le paiement de ces billets est contesté. Ils ne peuvent pas être échangés avant la décision.",
      EVENT_CANCELLED: "L’événement est annulé. Vous êtes remboursé, il n’y a donc rien à échanger.",
      EXCHANGE_IN_PROGRESS:
        "Ces billets sont déjà en cours d’échange. Payez ou annulez l’autre commande : vous la trouverez avec vos billets.",
      NOT_ALLOWED: "L’organisateur n’échange pas les billets de cet événement.",
      OTHER_CURRENCY:
        "Les nouvelles places sont vendues dans une autre monnaie. Choisissez des places d’un autre événement.",
      OTHER_EVENT: "L’organisateur n’échange ces billets que contre des places du même événement.",
      OTHER_ORGANIZATION:
        "Les nouvelles places sont vendues par un autre organisateur. Choisissez des places du même organisateur.",
      REFUNDED: "Ces billets ont déjà été remboursés ou échangés, ou leur commande n’est pas confirmée.",
      SEATS_OF_PACKAGE:
        "Les nouvelles places font partie d’un abonnement, qui ne se vend qu’en entier. Choisissez d’autres places.",
      SOLD_AT_COUNTER: "Ces billets ont été vendus au guichet. Ils ne peuvent être échangés que là.",
      TOO_LATE: "C’est trop tard : le délai d’échange est passé.",
      TRANSFERRED: "Un billet appartient maintenant à quelqu’un d’autre. Vous ne pouvez échanger que vos billets.",
      USED: "Un billet a été utilisé à l’entrée. Il ne peut donc plus être échangé.",
    },
    problems: {
      NO_TICKETS_CHOSEN: "Choisissez au moins un billet à rendre.",
      SEATS_GONE: "Votre choix n’est plus disponible. Choisissez à nouveau ce que vous voulez à la place.",
      DIFFERENCE_CHANGED: "La différence a changé. Vérifiez-la avant de confirmer : rien n’a été échangé.",
      ExchangeTotalChanged:
        "La différence a changé : rien n’a été échangé. Les nouvelles places sont de nouveau en vente, et vous avez toujours vos anciens billets.",
      IdempotencyKeyReused: "Ce formulaire a déjà été envoyé avec un autre contenu. Rechargez la page.",
    },
  },
};
