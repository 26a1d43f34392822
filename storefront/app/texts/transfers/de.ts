// German texts about tickets that are handed on.
import type { Transfers } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const transfers: Transfers = {
  transfer: {
    modes: {
      ONCE: "Ein Ticket kann einmal weitergegeben werden.",
      RETURN_ONLY:
        "Tickets können nicht weitergegeben werden. Wer nicht kommen kann, fragt den Veranstalter nach einer Rückgabe.",
      NONE: "Tickets können nicht an andere weitergegeben werden.",
    },
    from: (time) => `Tickets können ab ${time} weitergegeben werden.`,
    until: (time) => `Tickets können bis ${time} weitergegeben werden.`,
    coolOff: (time) => `Neue Tickets bleiben ${time} bei der Person, die sie gekauft hat.`,
    most: (count) => `Wer ${n(count, "Ticket", "Tickets")} für diese Veranstaltung hat, kann kein weiteres annehmen.`,
    refusals: {
      NOT_ALLOWED: "Der Veranstalter erlaubt nicht, dieses Ticket weiterzugeben.",
      ALREADY_TRANSFERRED: "Dieses Ticket wurde schon einmal weitergegeben. Öfter erlaubt es der Veranstalter nicht.",
      TOO_EARLY: "Dieses Ticket kann noch nicht weitergegeben werden.",
      TOO_LATE: "Die Zeit, dieses Ticket weiterzugeben, ist vorbei.",
      COOL_OFF: "Dieses Ticket ist zu neu, um es weiterzugeben.",
      HOLDER_LIMIT: "Sie haben so viele Tickets für diese Veranstaltung, wie der Veranstalter erlaubt.",
    },
  },
  codes: {
    ofEvent: (time) => `Die Codes der Tickets werden ab ${time} gezeigt.`,
    ofTicket: (time) => `Der Code für den Einlass wird hier ab ${time} gezeigt.`,
  },
};
