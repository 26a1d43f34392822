// Spanish texts about tickets that are handed on.
import type { Transfers } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const transfers: Transfers = {
  transfer: {
    modes: {
      ONCE: "Una entrada se puede pasar una vez a otra persona.",
      RETURN_ONLY:
        "Las entradas no se pueden pasar a otras personas. Quien no pueda venir, que pida la devolución al organizador.",
      NONE: "Las entradas no se pueden pasar a otras personas.",
    },
    from: (time) => `Las entradas se pueden pasar a partir del ${time}.`,
    until: (time) => `Las entradas se pueden pasar hasta el ${time}.`,
    coolOff: (time) => `Las entradas nuevas se quedan con quien las compró durante ${time}.`,
    most: (count) => `Quien tiene ${n(count, "entrada", "entradas")} para este evento no puede aceptar más.`,
    refusals: {
      NOT_ALLOWED: "El organizador no permite pasar esta entrada.",
      ALREADY_TRANSFERRED: "Esta entrada ya se pasó una vez, y el organizador no permite más.",
      TOO_EARLY: "Todavía no se puede pasar esta entrada.",
      TOO_LATE: "Ya no se puede pasar esta entrada.",
      COOL_OFF: "Esta entrada es demasiado nueva para pasarla.",
      HOLDER_LIMIT: "Tiene tantas entradas para este evento como permite el organizador.",
    },
  },
  codes: {
    ofEvent: (time) => `Los códigos de las entradas se muestran a partir de: ${time}.`,
    ofTicket: (time) => `El código de acceso se muestra aquí a partir de: ${time}.`,
  },
};
