// Resolvers: validate input, check access, and call commands, queries and workflows.
import { NotFound, toResult } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { pageOf } from "../../../platform/personal-data/pages.ts";
import { runOnce } from "../../../platform/postgres/idempotency.ts";
import { parseInput, uuidOrNull } from "../../../platform/core/input.ts";
import { sumAsMoney } from "../../../platform/core/money.ts";
import type { SubgraphContext } from "../../../platform/subgraph.ts";
import { mayReadLedger, requireRefunder } from "../access.ts";
import type { Charging } from "../workflows/charge.ts";
import { organizationOf } from "../entities/accounts.ts";
import { beginReconciliation } from "../commands/record-reconciliation.ts";
import type { Paying } from "../workflows/pay-order.ts";
import { recordPayout, returnPayout } from "../commands/record-payout.ts";
import { retryRefund } from "../commands/refund-payment.ts";
import type { Payment } from "../entities/payment.ts";
import type { Refund } from "../entities/refund.ts";
import type { Payout } from "../entities/payout.ts";
import { PaymentDeclined } from "../errors.ts";
import { payOrderInput, recordPayoutInput, returnPayoutReason } from "../inputs.ts";
import type { Loaders } from "../queries/loaders.ts";
import { balances } from "../queries/balances.ts";
import { checks, findings } from "../queries/reconciliations.ts";
import { payoutById, payouts } from "../queries/payouts.ts";
import { entriesOf, statementsOf } from "../queries/statements.ts";
import { failedRefunds, openDisputes } from "../queries/payment-work.ts";
import type { PayOrderInput, RecordPayoutInput, Resolvers } from "../schema.generated.ts";
import { personalData } from "../personal-data.ts";

type Context = SubgraphContext<Loaders>;

async function paymentNow(context: Context, id: string): Promise<Payment> {
  context.loaders.payment.clear(id);
  const payment = await context.loaders.payment.load(id);
  if (!payment) throw new Error("The payment was deleted during the request.");
  return payment;
}

const discrepancy = {
  payment: ({ paymentId }, _, { loaders }) => (paymentId === null ? null : loaders.payment.load(paymentId)),
  order: ({ orderId }) => (orderId === null ? null : { id: orderId }),
} satisfies Resolvers<Context>["Discrepancy"];

export function createResolvers(paying: Paying, charging: Charging): Resolvers<Context> {
  async function payOrder(context: Context, given: PayOrderInput): Promise<Payment> {
    const viewer = signedIn(context);
    const input = parseInput(payOrderInput, given);
    const orderId = uuidOrNull(input.orderId);
    if (!orderId) throw new NotFound("order");
    const begun = await paying.begin(viewer.userId, { ...input, orderId }, context.network);
    const admitted = "payment" in begun ? begun.payment : await paymentNow(context, begun.paymentId);
    const payment = admitted.status === "PENDING" ? await charging.charge(admitted) : admitted;
    if (payment.status === "FAILED") throw new PaymentDeclined(payment.id, payment.failureCode ?? "declined");
    return payment;
  }

  async function retry(context: Context, refundId: string): Promise<Refund> {
    const viewer = signedIn(context);
    const id = uuidOrNull(refundId);
    const refund = id ? await context.loaders.refund.load(id) : null;
    const payment = refund && (await context.loaders.payment.load(refund.paymentId));
    if (!refund || !payment) throw new NotFound("refund");
    requireRefunder(viewer, refund);
    await context.database.transaction((tx) => retryRefund(tx, refund.id));
    context.loaders.refund.clear(refund.id);
    return (await context.loaders.refund.load(refund.id))!;
  }

  async function newPayout(context: Context, given: RecordPayoutInput): Promise<Payout> {
    const viewer = signedIn(context);
    const input = parseInput(recordPayoutInput(new Date()), given);
    const organizationId = uuidOrNull(input.organizationId);
    if (!organizationId) throw new NotFound("organization");
    const payout = { ...input, organizationId };
    const id = await runOnce(context.database, (tx) => recordPayout(tx, viewer.userId, payout));
    return payoutById(context.database, id);
  }

  async function returned(
    context: Context,
    { payoutId, reason }: { payoutId: string; reason: string },
  ): Promise<Payout> {
    const line = parseInput(returnPayoutReason, reason, "reason");
    const id = uuidOrNull(payoutId);
    if (!id) throw new NotFound("payout");
    await context.database.transaction((tx) => returnPayout(tx, id, line));
    return payoutById(context.database, id);
  }

  return {
    Query: {
      personalData: (_, { userId, after }, { database }) => {
        const id = uuidOrNull(userId);
        return id ? pageOf(database, personalData, id, after) : null;
      },
      payment: (_, { id }, context) => (uuidOrNull(id) ? context.loaders.payment.load(uuidOrNull(id)!) : null),
      reconciliations: (_, args, { database }) => checks(database, args),
      discrepancies: (_, args, { database }) => findings(database, args),
      balances: (_, args, { database }) => balances(database, args),
      booksChecks: (_, args, { database }) => checks(database, args),
      booksFindings: (_, args, { database }) => findings(database, args),
    },
    Mutation: {
      reconcile: (_, __, { database }) => database.transaction((tx) => beginReconciliation(tx)),
      checkBooks: (_, __, { database }) => database.transaction((tx) => beginReconciliation(tx)),
      payOrder: (_, { input }, context) => toResult("Payment", payOrder(context, input)),
      recordPayout: (_, { input }, context) => toResult("Payout", newPayout(context, input)),
      returnPayout: (_, args, context) => toResult("Payout", returned(context, args)),
      retryRefund: (_, { refundId }, context) => toResult("Refund", retry(context, refundId)),
    },
    PaymentDeclined: {
      payment: (refusal, _, context) => paymentNow(context, (refusal as unknown as { paymentId: string }).paymentId),
    },
    PayoutReferenceTaken: {
      payout: (refusal, _, context) =>
        payoutById(context.database, (refusal as unknown as { payoutId: string }).payoutId),
    },
    Payout: {
      amount: ({ amount, currency }) => ({ amount, currency }),
      from: ({ startsAt }) => startsAt,
    },
    Payment: {
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.payment.load(id) : null,
      order: (payment) => ({ id: payment.orderId }),
      amount: ({ amount, currency }) => ({ amount, currency }),
      refunded: ({ refunded, currency }) => ({ amount: refunded, currency }),
      credited: ({ credited, currency }) => ({ amount: credited, currency }),
      isCredit: ({ creditedFrom }) => creditedFrom !== null,
      nextAction: ({ nextAction, buyerId }, _, { viewer }) => (viewer?.userId === buyerId ? nextAction : null),
      refunds: ({ id }, _, { loaders }) => loaders.refundsOfPayment.load(id),
      disputes: (payment, _, { viewer, loaders }) =>
        mayReadLedger(viewer, payment.organizationId)
          ? loaders.disputesOfPayment.load(payment.creditedFrom ?? payment.id)
          : [],
      tenderReference: (payment, _, { viewer }) =>
        mayReadLedger(viewer, payment.organizationId) ? payment.tenderReference : null,
      fraudWarning: (payment, _, { viewer }) =>
        mayReadLedger(viewer, payment.organizationId) ? payment.fraudWarning : null,
    },
    Refund: {
      __resolveReference: async ({ id }: { id: string }, { loaders }: Context) => {
        const refund = uuidOrNull(id) ? await loaders.refund.load(id) : null;
        return refund && (await loaders.payment.load(refund.paymentId)) ? refund : null;
      },
      payment: ({ paymentId }, _, { loaders }) => loaders.payment.load(paymentId),
      amount: ({ amount, currency }) => ({ amount, currency }),
    },
    Balance: {
      organization: ({ account }) => ({ id: organizationOf(account)! }),
      amount: ({ owed: amount, currency }) => ({ amount, currency }),
    },
    Dispute: {
      payment: ({ paymentId }, _, { loaders }) => loaders.payment.load(paymentId),
      amount: ({ amount, currency }) => ({ amount, currency }),
    },
    Organization: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      statements: ({ id }, { from, to }, { database, viewer }) =>
        uuidOrNull(id) && mayReadLedger(viewer, id) ? statementsOf(database, id, from, to ?? new Date()) : null,
      payouts: ({ id }, args, { database, viewer }) =>
        uuidOrNull(id) && mayReadLedger(viewer, id) ? payouts(database, id, args) : null,
      failedRefunds: ({ id }, args, { database, viewer }) =>
        uuidOrNull(id) && mayReadLedger(viewer, id) ? failedRefunds(database, id, args) : null,
      openDisputes: ({ id }, args, { database, viewer }) =>
        uuidOrNull(id) && mayReadLedger(viewer, id) ? openDisputes(database, id, args) : null,
    },
    Statement: {
      opening: (statement) => sumAsMoney(statement.opening, statement.currency, "openingSum"),
      captured: (statement) => sumAsMoney(statement.captured, statement.currency, "capturedSum"),
      refunded: (statement) => sumAsMoney(statement.refunded, statement.currency, "refundedSum"),
      chargedBack: (statement) => sumAsMoney(statement.chargedBack, statement.currency, "chargedBackSum"),
      paidOut: (statement) => sumAsMoney(statement.paidOut, statement.currency, "paidOutSum"),
      closing: (statement) => sumAsMoney(statement.closing, statement.currency, "closingSum"),
      openingSum: ({ opening: amount, currency }) => ({ amount, currency }),
      capturedSum: ({ captured: amount, currency }) => ({ amount, currency }),
      refundedSum: ({ refunded: amount, currency }) => ({ amount, currency }),
      chargedBackSum: ({ chargedBack: amount, currency }) => ({ amount, currency }),
      paidOutSum: ({ paidOut: amount, currency }) => ({ amount, currency }),
      creditedSum: ({ credited: amount, currency }) => ({ amount, currency }),
      closingSum: ({ closing: amount, currency }) => ({ amount, currency }),
      entries: (statement, args, { database }) => entriesOf(database, statement, args),
    },
    StatementEntry: {
      amount: ({ amount, currency }) => ({ amount, currency }),
      balance: ({ balance, currency }) => sumAsMoney(balance, currency, "balanceSum"),
      balanceSum: ({ balance: amount, currency }) => ({ amount, currency }),
      order: ({ orderId }) => ({ id: orderId }),
      payment: ({ paymentId }, _, { loaders }) => loaders.payment.load(paymentId),
    },
    Discrepancy: discrepancy,
    BooksFinding: discrepancy,
    Order: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      payments: ({ id }, _, context) => (uuidOrNull(id) ? context.loaders.paymentsOfOrder.load(id) : null),
      statement: async ({ id }, _, { loaders, viewer }) => {
        const statement = uuidOrNull(id) && viewer ? await loaders.statementOfOrder.load(id) : null;
        const organizationId = statement && organizationOf(statement.account);
        return organizationId && mayReadLedger(viewer, organizationId) ? statement : null;
      },
    },
  };
}
