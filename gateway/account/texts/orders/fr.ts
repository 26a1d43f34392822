// French texts: orders of guests and of accounts, and the pages that letters lead to.
import { html } from "../../html.ts";
import type { OrdersTexts } from "./en.ts";

export const orders: OrdersTexts = {
  title: "Mes commandes",
  list: "Commandes",
  none: "Aucune commande ici pour l’instant. Celles des dernières secondes peuvent prendre un moment.",
  event: "Événement",
  placed: (number, time, price) => html`Commande ${number} du ${time} : ${price}`,
  tickets: (count) => `${count} ${count < 2 ? "billet" : "billets"}`,
  earlier: "Commandes précédentes",
  mailedLater: "Les billets sont envoyés à votre adresse [quand elle est confirmée].",
  statuses: {
    AWAITING_PAYMENT: "en attente de paiement",
    PROCESSING: "en cours de traitement",
    IN_REVIEW: "en cours de vérification",
    CONFIRMED: "confirmée",
    PARTIALLY_REFUNDED: "remboursée en partie",
    REFUNDED: "remboursée",
    CANCELLED: "annulée",
    EXPIRED: "expirée",
    DECLINED: "refusée",
  },
  guest: {
    home: "Vous achetez sans compte.",
    enterCode: "Saisir le code reçu par e-mail",
    otherBrowser: "Ce navigateur n’est pas celui de votre achat. Demandez un autre code pour voir vos commandes ici.",
    find: "Retrouver mes commandes",
  },
  prove: {
    title: "Confirmer votre adresse e-mail",
    proven: "Votre adresse est confirmée.",
    mailed: (address) =>
      `Un e-mail avec un code est en route vers ${address}. Quand vous le saisissez, nous vous envoyons les billets.`,
    submit: "Confirmer",
  },
  claim: {
    title: "Ajouter des commandes à votre compte",
    signInFirst: "Connectez-vous d’abord à un compte.",
    words: (address) => `Les commandes passées sans compte avec ${address} deviennent des commandes de votre compte.`,
    mailed: (address) =>
      `Un e-mail est en route vers ${address}. S’il y a de telles commandes, il contient un code. Le code est valable dix minutes.`,
    submit: "Ajouter les commandes",
  },
  refund: {
    title: "Garder vos billets, ou être remboursé",
    nowOn: (event, time) => html`${event}, désormais le ${time}`,
    order: (number, tickets) => `Commande ${number} : ${tickets}`,
    none: "Il n’y a pas d’offre de remboursement pour cette commande.",
    ended: "L’offre est terminée. Vous gardez vos billets.",
    until: (time) => html`Vous pouvez choisir jusqu’au ${time}. Si vous ne faites rien, vous gardez vos billets.`,
    keep: "Garder les billets",
    refund: "Annuler les billets et être remboursé",
    accepted: "Les billets que vous avez cédés à quelqu’un restent valables.",
    answered: {
      KEEP: "Vous avez répondu que vous gardez vos billets.",
      REFUND: "Vous avez choisi le remboursement.",
    },
    otherAccount:
      "Cette commande appartient à un autre compte. Connectez-vous avec le compte qui a acheté les billets.",
    asGuest: "J’ai acheté sans compte",
  },
  letters: {
    title: "Lettres d’un organisateur",
    broken: "Le lien n’est pas complet. Ouvrez-le à nouveau depuis la lettre.",
    subscribed: (organization) => `Vous recevez les lettres que ${organization} écrit aux détenteurs de billets.`,
    unsubscribed: (organization) => `Vous ne recevez plus les lettres que ${organization} écrit.`,
    stop: "Ne plus recevoir de lettres",
    start: "Recevoir à nouveau les lettres",
    always: "Les lettres sur vos propres commandes, par exemple une nouvelle date, sont toujours envoyées.",
  },
};
