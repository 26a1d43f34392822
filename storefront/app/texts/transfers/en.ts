// English texts about tickets that are handed on.
import type { Counted } from "../counted.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const transfers = {
  transfer: {
    modes: {
      ONCE: "A ticket can be handed on to another person once.",
      RETURN_ONLY: "Tickets can’t be handed on to other people. Who can’t come asks the organizer to take them back.",
      NONE: "Tickets can’t be handed on to other people.",
    } as Record<string, string>,
    from: (time: string) => `Tickets can be handed on from ${time}.`,
    until: (time: string) => `Tickets can be handed on until ${time}.`,
    coolOff: (time: string) => `New tickets stay with their buyer for ${time}.`,
    most: ((count) => `Who has ${n(count, "ticket", "tickets")} for this event can take no further one.`) as Counted,
    refusals: {
      NOT_ALLOWED: "The organizer does not allow to hand this ticket on.",
      ALREADY_TRANSFERRED: "This ticket was handed on before, and the organizer allows that once.",
      TOO_EARLY: "It is too early to hand this ticket on.",
      TOO_LATE: "The time to hand this ticket on is over.",
      COOL_OFF: "This ticket is too new to be handed on.",
      HOLDER_LIMIT: "You have as many tickets for this event as the organizer allows.",
    } as Record<string, string>,
  },
  codes: {
    ofEvent: (time: string) => `The codes of tickets are shown from ${time} on.`,
    ofTicket: (time: string) => `The code for the entrance is shown here from ${time} on.`,
  },
};

export type Transfers = typeof transfers;
