import type { Translation } from "./words.ts";

export const fr: Translation = {
  greeting: (name) => `Bonjour ${name},`,
  closing: "Bon spectacle !",
  order: "Commande",
  total: "Total",
  included: "inclus",
  section: "Bloc",
  row: "Rang",
  seat: "Place",
  holder: "Nom",
  rule: "Valable pour une personne, une seule fois. Présentez le code à l’entrée, sur papier ou à l’écran, et à personne avant.",
  confirmed: {
    subject: (event) => `Vos billets pour ${event}`,
    body: "Votre commande est confirmée.",
    attached: "Vos billets sont joints, ainsi qu’une entrée de calendrier.",
  },
  ended: {
    subject: (event) => `Votre commande pour ${event} n’a pas abouti`,
    body: "Votre commande n’a pas pu être finalisée. Rien ne vous a été débité : la somme réservée sur votre carte sera libérée sous quelques jours.",
  },
  cancelled: {
    subject: (event) => `Des billets pour ${event} sont annulés`,
    body: (tickets) => (tickets === 1 ? "Un de vos billets est annulé." : `${tickets} de vos billets sont annulés.`),
    refund: (amount) => `${amount} vous sont remboursés, par le moyen de paiement utilisé.`,
    reason: (reason) => `Motif : ${reason}`,
  },
  ticketAttached: "Le billet est joint.",
  ticketsAttached: "Vos billets sont joints.",
  codesLater: (event, time) =>
    `Les codes de vos billets pour ${event} sont affichés à partir de : ${time}. Sans son code, un billet ne donne pas accès.`,
  received: {
    subject: (event) => `Un billet pour ${event} est désormais le vôtre`,
    body: "Vous avez repris un billet qui vous était proposé. L’ancien n’a plus de valeur.",
  },
  changed: {
    subject: (event) => `Changement : ${event}`,
    time: "L’événement a une nouvelle date ou heure. Vos billets restent valables.",
    place: "L’événement a lieu à un autre endroit. Vos billets y sont valables.",
    before: (old) => `Avant : ${old}`,
    refund: (until) =>
      `Vous pouvez garder vos billets ou être remboursé, jusqu’au ${until}. Sans réponse, vous gardez vos billets.`,
    choose: "Choisissez ici :",
  },
  reminder: {
    subject: (event) => `Bientôt : ${event}`,
    body: "Votre événement commence bientôt. Gardez vos billets sous la main, sur papier ou à l’écran.",
  },
  unsubscribe: (organizer) =>
    `Vous recevez cette lettre de ${organizer} parce que vous avez un billet. Pour ne plus en recevoir :`,
  organizer: "Organisateur",
  contact: "Contact",
  terms: "Conditions",
  invoice: {
    invoice: "Facture",
    creditNote: "Avoir",
    corrects: (number) => `Corrige la facture ${number}`,
    date: "Date",
    vatId: "N° de TVA",
    net: "Total HT",
    tax: (name, net) => `${name} sur ${net}`,
  },
  moved: {
    subject: (event) => `Votre nouvelle place pour ${event}`,
    body: "La billetterie a déplacé votre billet à une autre place. L’ancien n’est plus valable.",
  },
  exchanged: {
    subject: (event) => `Vos nouveaux billets pour ${event}`,
    body: (tickets, order) =>
      `Votre échange est confirmé. ${tickets === 1 ? "Un billet" : `${tickets} billets`} de la commande ${order} ${tickets === 1 ? "n’est plus valable" : "ne sont plus valables"}.`,
    credit: "Payé avec vos anciens billets",
    paid: "Payé",
  },
  returned: {
    subject: (event) => `Vous avez rendu des billets pour ${event}`,
    body: (tickets) =>
      tickets === 1
        ? "Vous avez rendu un billet. Il n’est plus valable."
        : `Vous avez rendu ${tickets} billets. Ils ne sont plus valables.`,
    fee: (amount) => `L’organisateur garde des frais de ${amount}.`,
  },
  handedOn: {
    subject: (event) => `Votre billet pour ${event} a été repris`,
    body: "La personne à qui vous avez donné le code a repris votre billet. Le vôtre ne permet plus d’entrer.",
  },
  offered: {
    subject: (event) => `Des places pour ${event} vous sont réservées`,
    body: (seats, until) =>
      `Vous êtes sur la liste d’attente, et ${seats === 1 ? "une place s’est libérée" : `${seats} places se sont libérées`}. ${seats === 1 ? "Elle vous est réservée" : "Elles vous sont réservées"} jusqu’au ${until}.`,
    order: "Commander ici :",
    decline: "Si vous ne voulez pas de ces places, rendez-les ou ne faites rien. Elles iront à la personne suivante.",
    list: "Votre inscription sur la liste d’attente, où vous pouvez aussi refuser :",
  },
};
