// Tickets that were given away: each has the one holder who was told to have it.
import { acknowledged } from "../history.ts";
import { duplicates, type Check } from "./check.ts";

export const GIFTS: Check[] = [
  {
    holds: "O1: of those who accept the offer of a ticket one gets it, and keeps it",
    violations: ({ history, snapshot: { orders } }) => {
      const holders = new Map(orders.flatMap(({ tickets }) => tickets.map(({ id, holderId }) => [id, holderId])));
      const accepted = acknowledged(history, "accept").filter(({ answer }) => answer.__typename === "Ticket");
      return [
        ...duplicates(accepted, ({ input }) => String(input.code)).map(
          ([, all]) => `ticket ${all[0]!.answer.id} was accepted by ${all.map(({ who }) => who).join(" and ")}`,
        ),
        ...accepted
          .filter(({ who, answer }) => holders.get(answer.id) !== who)
          .map(({ who, answer }) => `ticket ${answer.id} was accepted by ${who}, and is ${holders.get(answer.id)}'s`),
      ];
    },
  },
];
