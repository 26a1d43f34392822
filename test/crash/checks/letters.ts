// Letters: they are mailed once the buyer's address is verified, and their status is true. Without a mail catcher nothing is checked.
import type { Check } from "./check.ts";

export const LETTERS: Check[] = [
  {
    holds: "L2: a letter that is SENT was mailed",
    violations: ({ snapshot: { mails, orders } }) => {
      const mailed = new Set(mails?.map(({ letterId }) => letterId));
      return orders.flatMap(({ letters }) =>
        letters
          .filter(({ id, status }) => mails !== null && status === "SENT" && !mailed.has(id))
          .map(({ id }) => `letter ${id} was never mailed`),
      );
    },
  },
  {
    holds: "L3: letters about an order wait for a verified address, and for nothing else",
    violations: ({ history: { unverified, mailedBefore }, snapshot: { mails, orders } }) => {
      const letters = orders.flatMap((order) => order.letters);
      const early = letters.filter(({ id }) => mailedBefore.includes(id));
      const left = mails === null || unverified.size > 0 ? [] : letters.filter(({ status }) => status === "PENDING");
      return [
        ...early.map(({ id }) => `letter ${id} was mailed to an address that is not verified`),
        ...left.map(({ id }) => `letter ${id} is still to be sent`),
      ];
    },
  },
  {
    holds: "L4: of a new date each buyer gets one letter, mailed to one address",
    violations: ({ history: { moved }, snapshot: { mails, orders } }) =>
      moved.flatMap((orderId) => {
        const letters = orders.find(({ id }) => id === orderId)?.letters ?? [];
        const ids = letters.filter(({ kind }) => kind === "EVENT_CHANGED").map(({ id }) => id);
        if (ids.length !== 1) return [`order ${orderId} has ${ids.length} letters about the new date`];
        const to = new Set(mails?.filter(({ letterId }) => letterId === ids[0]).map((mail) => mail.to));
        return mails !== null && to.size !== 1 ? [`letter ${ids[0]} was mailed to ${to.size} addresses`] : [];
      }),
  },
];
