// Waiting lists: seats that come back go to the people who wait, once and in order, and to nobody else.
import { acknowledged } from "../history.ts";
import { duplicates, SOLD_ORDERS, type Check } from "./check.ts";

export const WAITLISTS: Check[] = [
  {
    holds: "H1: an entry and a seat have one open offer at most, and who was told to have joined is on the list",
    violations: ({ history, snapshot: { waitlists } }) => [
      ...waitlists.flatMap(({ offers }) =>
        duplicates(offers, ({ seatNo }) => String(seatNo)).map(([seatNo]) => `seat ${seatNo} is offered twice`),
      ),
      ...waitlists.flatMap(({ entries }) =>
        duplicates(
          entries.filter(({ state }) => state === "WAITING" || state === "OFFERED"),
          ({ userId }) => userId,
        ).map(([userId]) => `${userId} has two open entries`),
      ),
      ...acknowledged(history, "wait")
        .filter(({ answer }) => answer.__typename === "WaitlistEntry")
        .filter(({ answer, who }) =>
          waitlists.every(({ entries }) => !entries.some(({ id, userId }) => id === answer.id && userId === who)),
        )
        .map(({ who }) => `${who} joined, and has no entry`),
    ],
  },
  {
    holds: "H2: a seat that has come back is held by nobody whom it was not offered to",
    violations: ({ snapshot: { waitlists } }) =>
      waitlists.flatMap(({ taken }) =>
        taken
          .filter(({ isOffered }) => !isOffered)
          .map(({ seatNo, holdId }) => `seat ${seatNo} of the list was taken by the hold ${holdId}`),
      ),
  },
  {
    holds: "H3: an entry is BOUGHT exactly if the order of its offer was confirmed",
    violations: ({ snapshot: { waitlists, orders } }) =>
      waitlists.flatMap(({ entries }) =>
        entries
          .filter(({ orderId }) => orderId !== null)
          .filter(({ orderId, state }) => {
            const order = orders.find(({ id }) => id === orderId);
            return (
              (state === "BOUGHT") !== (order !== undefined && [...SOLD_ORDERS, "REFUNDED"].includes(order.status))
            );
          })
          .map(({ id, state, orderId }) => `entry ${id} is ${state}, and its order is ${orderId}`),
      ),
  },
  {
    holds: "H4: at rest no seat of the list is left while somebody waits whom it suits, or nobody waits",
    violations: ({ snapshot: { waitlists } }) =>
      waitlists.flatMap(({ pool, entries }) => {
        const waiting = entries.filter(({ state }) => state === "WAITING");
        if (pool.length === 0 || waiting.some(({ isHeldBack }) => isHeldBack)) return [];
        return [`the seats ${pool.join(", ")} are left, and ${waiting.length} wait`];
      }),
  },
];
