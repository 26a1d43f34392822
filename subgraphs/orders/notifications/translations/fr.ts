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
  received: {
    subject: (event) => `Un billet pour ${event} est désormais le vôtre`,
    body: "Vous avez repris un billet qui vous était proposé. Il est joint ; l’ancien n’a plus de valeur.",
  },
  handedOn: {
    subject: (event) => `Votre billet pour ${event} a été repris`,
    body: "La personne à qui vous avez donné le code a repris votre billet. Le vôtre ne permet plus d’entrer.",
  },
};
