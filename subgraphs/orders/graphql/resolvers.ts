// Resolvers: validate input, check access, and call commands, queries and workflows.
import { NotFound, notFound, toResult } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { pageOf } from "../../../platform/personal-data/pages.ts";
import { runOnce } from "../../../platform/postgres/idempotency.ts";
import { parseInput, uuidOrNull } from "../../../platform/core/input.ts";
import { sumAsMoney } from "../../../platform/core/money.ts";
import { sumOf, toPriceBreakdown } from "../../../domain/pricing.ts";
import { mayReadNote, mayReadPurchases, mayReadSales, requireBoxOffice, requireBuyerOrBoxOffice } from "../access.ts";
import { cancelOrder } from "../commands/cancel-order.ts";
import { beginPayments, decideOrder, type PaymentPermission, type PaymentToBegin } from "../commands/pay-order.ts";
import type { PlaceOrder } from "../workflows/place-order.ts";
import { refundOrder } from "../commands/refund-order.ts";
import type { EventCancellation } from "../entities/event-cancellation.ts";
import type { Order, SeenOrder } from "../entities/order.ts";
import { breakdownOf } from "../entities/order-item.ts";
import { OrderNotCancellable } from "../errors.ts";
import { dayInput, noteInput, placeOrderInput, refundOrderInput } from "../inputs.ts";
import { followCancellation } from "../subscriptions/order-updates.ts";
import { cancellationOf } from "../queries/cancellations.ts";
import { deletionConsequencesOf } from "../queries/deletion.ts";
import { ordersOfBuyer, ordersOfOrganization, ticketsOfHolder } from "../queries/orders.ts";
import { purchasesOf } from "../queries/purchases.ts";
import { salesOf } from "../queries/sales.ts";
import { orderNow, readable, seatOf, type Context, type OrdersServices } from "./context.ts";
import { eventIdsSeen, itemsSeen, refundedSeen, ticketsSeen } from "./seen-orders.ts";
import { answerResolvers } from "./resolvers/answers.ts";
import { counterResolvers } from "./resolvers/counter.ts";
import { exchangeResolvers } from "./resolvers/exchanges.ts";
import { gateResolvers } from "./resolvers/gates.ts";
import { invoiceResolvers } from "./resolvers/invoices.ts";
import { letterResolvers } from "./resolvers/letters.ts";
import { moveResolvers } from "./resolvers/moves.ts";
import { notificationResolvers } from "./resolvers/notifications.ts";
import { returnResolvers } from "./resolvers/returns.ts";
import { reportResolvers } from "./resolvers/reports.ts";
import { searchResolvers } from "./resolvers/search.ts";
import { stuckOrderResolvers } from "./resolvers/stuck-orders.ts";
import { ticketResolvers } from "./resolvers/tickets.ts";
import { transferResolvers } from "./resolvers/transfers.ts";
import type { Resolvers } from "../schema.generated.ts";
import { personalData } from "../personal-data.ts";

async function readableCancellation({ database, viewer }: Context, eventId: string): Promise<EventCancellation | null> {
  const id = uuidOrNull(eventId);
  const found = id && viewer ? await cancellationOf(database, id) : undefined;
  return found && mayReadSales(viewer, found.organizationId) ? found : null;
}

const NO_ORDER = "00000000-0000-0000-0000-000000000000";

function permissions({ database }: Context, payments: PaymentToBegin[]): Promise<PaymentPermission[]> {
  const known = payments.map((payment) => ({ ...payment, orderId: uuidOrNull(payment.orderId) ?? NO_ORDER }));
  return database.transaction((tx) => beginPayments(tx, known));
}

export function createResolvers({
  config,
  placing,
  moving,
  returning,
  following,
  codes,
  counter,
  printer,
  saga,
  users,
  seating,
}: OrdersServices): Resolvers<Context> {
  const tickets = ticketResolvers({ codes, saga });
  const letters = notificationResolvers({ codes, printer, saga });
  const invoices = invoiceResolvers({ printer });
  const gates = gateResolvers({ codes, counter });
  const atCounter = counterResolvers({ placing, following, seating });
  const moves = moveResolvers(moving);
  const exchanges = exchangeResolvers(placing);
  const returns = returnResolvers(returning);
  const searches = searchResolvers(users);
  const stuck = stuckOrderResolvers({ saga, config });
  const toMany = letterResolvers({ codes, saga, users, config });

  async function placeOrder(context: Context, { moreHoldIds: more = [], ...given }: PlaceOrder): Promise<Order> {
    const holdId = uuidOrNull(given.holdId);
    if (!holdId) throw new NotFound("hold");
    const moreHoldIds = more.map((id) => {
      const parsed = uuidOrNull(id);
      if (!parsed) throw new NotFound(`hold as ${id}`);
      return parsed;
    });
    const order = { ...given, holdId, ...(moreHoldIds.length > 0 && { moreHoldIds }) };
    const placed = await placing.place(signedIn(context), order);
    return "order" in placed ? placed.order : orderNow(context, placed.orderId);
  }

  return {
    Query: {
      personalData: (_, { userId, after }, { database }) => {
        const id = uuidOrNull(userId);
        return id ? pageOf(database, personalData, id, after) : null;
      },
      order: (_, { id }, context) => (uuidOrNull(id) ? context.loaders.order.load(uuidOrNull(id)!) : null),
      ticket: (_, { id }, context) => (uuidOrNull(id) ? context.loaders.ticket.load(uuidOrNull(id)!) : null),
      ticketKey: () => codes.publicJwk,
      ...toMany.Query,
      ...stuck.Query,
    },
    Mutation: {
      placeOrder: (_, { input }, context) =>
        toResult("Order", (async () => placeOrder(context, parseInput(placeOrderInput, input)))()),
      cancelOrder: (_, { orderId, reason }, context) =>
        toResult(
          "Order",
          (async () => {
            const viewer = signedIn(context);
            const order = await readable(context, orderId);
            requireBuyerOrBoxOffice(viewer, order);
            const why = parseInput(noteInput, reason, "reason") ?? null;
            if (order.status === "CANCELLED") return order; // idempotent
            const cancelled = await context.database.transaction((tx) =>
              cancelOrder(tx, saga(), viewer.userId, order, why),
            );
            const now = await orderNow(context, order.id);
            if (!cancelled && now.status !== "CANCELLED") throw new OrderNotCancellable();
            return now;
          })(),
        ),
      refundOrder: (_, { input }, context) =>
        toResult(
          "Order",
          (async () => {
            const viewer = signedIn(context);
            const parsed = parseInput(refundOrderInput, input);
            const order = await readable(context, parsed.orderId);
            requireBoxOffice(viewer, order);
            await runOnce(context.database, (tx) => refundOrder(tx, saga(), viewer.userId, parsed));
            return orderNow(context, order.id);
          })(),
        ),
      ...stuck.Mutation,
      ...tickets.Mutation,
      ...letters.Mutation,
      ...gates.Mutation,
      ...toMany.Mutation,
      ...invoices.Mutation,
      ...atCounter.Mutation,
      ...moves.Mutation,
      ...exchanges.Mutation,
      ...transferResolvers.Mutation,
      ...returns.Mutation,
      ...answerResolvers.Mutation,
      beginPayments: (_, { payments }, context) => permissions(context, payments),
      beginPayment: async (_, payment, context) => (await permissions(context, [payment]))[0]!,
      decideOrder: (_, { note: why, ...decision }, { database }) =>
        database.transaction((tx) => decideOrder(tx, saga(), { ...decision, note: why ?? null })),
    },
    Subscription: {
      orderChanged: {
        subscribe: (async (_: unknown, { orderId }: { orderId: string }, context: Context) => {
          const id = uuidOrNull(orderId);
          const order = id ? await context.loaders.order.load(id) : null;
          if (!order) throw notFound("order");
          return following().follow(order.id);
        }) as never,
        resolve: (order: unknown) => order as never,
      },
      eventCancellationChanged: {
        subscribe: (async (_: unknown, { eventId }: { eventId: string }, context: Context) => {
          const found = await readableCancellation(context, eventId);
          if (!found) throw notFound("cancelled event");
          return followCancellation(context.database, context.notifier, found.eventId);
        }) as never,
        resolve: (cancellation: unknown) => cancellation as never,
      },
      ...gates.Subscription,
    },
    Order: {
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.order.load(id) : null,
      buyer: (order: SeenOrder) =>
        order.isPartial || order.buyerId === order.organizationId ? null : { id: order.buyerId },
      event: async (order: SeenOrder, _, context) => ({ id: (await eventIdsSeen(context, order))[0] ?? order.eventId }),
      events: async (order: SeenOrder, _, context) => (await eventIdsSeen(context, order)).map((id) => ({ id })),
      items: async (order, _, context) =>
        (await itemsSeen(context, order)).map((item) => ({
          ...item,
          currency: order.currency,
          eventId: item.eventId ?? order.eventId,
        })),
      total: async (order: SeenOrder, _, context) => ({
        amount: order.isPartial
          ? (await itemsSeen(context, order)).reduce((sum, { price }) => sum + price, 0)
          : order.total,
        currency: order.currency,
      }),
      breakdown: async (order, _, context) => {
        const items = await itemsSeen(context, order);
        return toPriceBreakdown(sumOf(items.map(breakdownOf)), order.currency);
      },
      refunded: async (order, _, context) => ({ amount: await refundedSeen(context, order), currency: order.currency }),
      tickets: (order, _, context) => ticketsSeen(context, order),
      history: async (order: SeenOrder, _, { viewer, loaders }) => {
        if (order.isPartial) return [];
        const steps = await loaders.stepsOfOrder.load(order.id);
        return steps.map((step) => ({ ...step, note: mayReadNote(viewer, order, step) ? step.note : null }));
      },
      interventions: async (order, _, { viewer, loaders }) => {
        if (!viewer?.staff) return null;
        const found = await loaders.interventionsOfOrder.load(order.id);
        return found.map(({ at, byUser, note: why }) => ({ at, by: { id: byUser }, note: why }));
      },
      ...letters.Order,
      ...toMany.Order,
      ...invoices.Order,
      ...atCounter.Order,
      ...exchanges.Order,
      ...returns.Order,
      ...answerResolvers.Order,
    },
    Answer: answerResolvers.Answer,
    Exchange: exchanges.Exchange,
    ExchangedTicket: exchanges.ExchangedTicket,
    ReturnedTicket: returns.ReturnedTicket,
    Hold: exchanges.Hold,
    Letter: letters.Letter,
    Notification: letters.Notification,
    Event: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      cancellation: ({ id }, _, context) => readableCancellation(context, id),
      ...tickets.Event,
      ...gates.Event,
      ...toMany.Event,
      ...searches.Event,
      ...reportResolvers.Event,
      ...exchanges.Event,
      ...transferResolvers.Event,
      ...returns.Event,
    },
    OrganizerLetter: toMany.OrganizerLetter,
    Invoice: invoices.Invoice,
    RefundOffer: toMany.RefundOffer,
    EventCancellation: {
      event: ({ eventId }) => ({ id: eventId }),
      isFinished: ({ orders, ordersDone, refunds, refundsDone, refundsFailed }) =>
        ordersDone === orders && refunds === refundsDone + refundsFailed,
      toRefund: ({ toRefund, refunds, currency }) =>
        refunds > 0 ? sumAsMoney(toRefund, currency, "toRefundSum") : null,
      refunded: ({ refunded, refunds, currency }) =>
        refunds > 0 ? sumAsMoney(refunded, currency, "refundedSum") : null,
      toRefundSum: ({ toRefund, refunds, currency }) => (refunds > 0 ? { amount: toRefund, currency } : null),
      refundedSum: ({ refunded, refunds, currency }) => (refunds > 0 ? { amount: refunded, currency } : null),
    },
    OrderItem: {
      event: ({ eventId }) => ({ id: eventId! }),
      seat: (item) => seatOf(item),
      price: ({ price, currency }) => ({ amount: price, currency: currency ?? "" }),
      breakdown: (item) => toPriceBreakdown(breakdownOf(item), item.currency ?? ""),
    },
    Ticket: { ...tickets.Ticket, ...letters.Ticket, ...gates.Ticket, ...answerResolvers.Ticket },
    Passage: gates.Passage,
    Gate: gates.Gate,
    AdmissionCounts: gates.AdmissionCounts,
    GateCount: gates.GateCount,
    TicketForOtherEvent: tickets.TicketForOtherEvent,
    TicketOffer: tickets.TicketOffer,
    Scan: tickets.Scan,
    CheckInBundle: tickets.CheckInBundle,
    User: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      orders: ({ id }, args, { database, viewer }) =>
        uuidOrNull(id) && mayReadPurchases(viewer, id) ? ordersOfBuyer(database, id, args) : null,
      purchases: ({ id }, args, { database, viewer }) =>
        uuidOrNull(id) && mayReadPurchases(viewer, id) ? purchasesOf(database, id, args) : null,
      tickets: ({ id }, args, { database, viewer }) =>
        uuidOrNull(id) && mayReadPurchases(viewer, id) ? ticketsOfHolder(database, id, args) : null,
      deletionConsequences: ({ id }, _, { database, viewer }) =>
        uuidOrNull(id) && mayReadPurchases(viewer, id) ? deletionConsequencesOf(database, id) : null,
    },
    Purchase: reportResolvers.Purchase,
    SalesDay: reportResolvers.SalesDay,
    CounterSale: atCounter.CounterSale,
    Drawer: atCounter.Drawer,
    TenderTakings: atCounter.TenderTakings,
    DrawerAlreadyOpen: atCounter.DrawerAlreadyOpen,
    Organization: {
      ...invoices.Organization,
      ...atCounter.Organization,
      ...searches.Organization,
      ...reportResolvers.Organization,
      sales: ({ id }, { from, to, ...args }, { database, viewer }) =>
        uuidOrNull(id) && mayReadSales(viewer, id)
          ? salesOf(database, id, {
              ...args,
              from: parseInput(dayInput, from, "from"),
              to: parseInput(dayInput, to, "to"),
            })
          : null,
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      orders: ({ id }, args, { database, viewer }) =>
        uuidOrNull(id) && mayReadSales(viewer, id) ? ordersOfOrganization(database, id, args) : null,
    },
  };
}
