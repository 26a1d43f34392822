// French texts about tickets that are handed on.
import type { Transfers } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const transfers: Transfers = {
  transfer: {
    modes: {
      ONCE: "Un billet peut être transmis une fois à une autre personne.",
      RETURN_ONLY:
        "Les billets ne peuvent pas être transmis. Qui ne peut pas venir demande à l’organisateur de les reprendre.",
      NONE: "Les billets ne peuvent pas être transmis à d’autres personnes.",
    },
    from: (time) => `Les billets peuvent être transmis à partir du ${time}.`,
    until: (time) => `Les billets peuvent être transmis jusqu’au ${time}.`,
    coolOff: (time) => `Les nouveaux billets restent à la personne qui les a achetés pendant ${time}.`,
    most: (count) => `Qui a ${n(count, "billet", "billets")} pour cet événement ne peut plus en accepter d’autre.`,
    refusals: {
      NOT_ALLOWED: "L’organisateur ne permet pas de transmettre ce billet.",
      ALREADY_TRANSFERRED: "Ce billet a déjà été transmis, et l’organisateur ne le permet qu’une fois.",
      TOO_EARLY: "Il est trop tôt pour transmettre ce billet.",
      TOO_LATE: "Il est trop tard pour transmettre ce billet.",
      COOL_OFF: "Ce billet est trop récent pour être transmis.",
      HOLDER_LIMIT: "Vous avez autant de billets pour cet événement que l’organisateur le permet.",
    },
  },
  codes: {
    ofEvent: (time) => `Les codes des billets sont affichés à partir de : ${time}.`,
    ofTicket: (time) => `Le code d’entrée s’affiche ici à partir de : ${time}.`,
  },
};
