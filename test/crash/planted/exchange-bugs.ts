// Bugs of exchanged and transferred tickets and of disputes.
import type { PlantedBug } from "./planted-bug.ts";

const SETTLE = "subgraphs/orders/commands/settle-exchanges.ts";

export const EXCHANGE_BUGS: PlantedBug[] = [
  {
    what: "an exchange that leaves the old tickets valid",
    found: "X1",
    changes: [
      {
        file: SETTLE,
        from: `await cancelTickets(tx, saga, origin, ticketIds, {`,
        to: `await cancelTickets(tx, saga, origin, [], {`,
      },
      { file: SETTLE, from: `if (cancelled.amount !== worth)`, to: `if (worth < 0)` },
    ],
    tried: { story: "exchange" },
  },
  {
    what: "a credit that payments ignores",
    found: "X2",
    changes: [
      {
        file: "subgraphs/payments/handlers.ts",
        from: `on(CreditMoved, moveCredit),`,
        to: `on(CreditMoved, async () => {}),`,
      },
    ],
    tried: { story: "exchange" },
  },
  {
    what: "an exchange that its buyer is not told of",
    found: "X3",
    changes: [{ file: SETTLE, from: `kind: "TICKETS_EXCHANGED" },`, to: `kind: "ORDER_CONFIRMED" },` }],
    tried: { story: "exchange" },
  },
  {
    what: "claims of tickets that outlive a payment that was not captured",
    found: "X1",
    changes: [
      {
        file: SETTLE,
        from: `update ticket t set exchange_id = null from ended e`,
        to: `update ticket t set exchange_id = t.exchange_id from ended e`,
      },
    ],
    tried: { story: "exchange" },
  },
  {
    what: "an accepted ticket that stays with its giver",
    found: "O1",
    changes: [
      {
        file: "subgraphs/orders/commands/ticket-transfers.ts",
        from: `({ holderId: userId, holderName: null,`,
        to: `({ holderName: null,`,
      },
    ],
    tried: { crowdSeconds: 25 },
  },
  {
    what: "a lost dispute that its credits are not told of",
    found: "F1",
    changes: [
      {
        file: "subgraphs/payments/commands/dispute-credits.ts",
        from: `await tellEnded(tx, credit, { disputeId, isLost, amount: part });`,
        to: `await tellEnded(tx, credit, { disputeId, isLost: false, amount: part });`,
      },
    ],
    tried: { story: "dispute" },
  },
];
