// Resolvers of exchanges: policies, quotes and exchanges of tickets.
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn, type Viewer } from "../../../../platform/identity/identity.ts";
import { isClerkOf } from "../../access.ts";
import { setExchangePolicy } from "../../commands/exchange-policy.ts";
import { exchangeable, type ExchangeableTicket } from "../../commands/exchange-rules.ts";
import { worthOf } from "../../commands/ticket-rules.ts";
import type { ExchangedTicket } from "../../entities/exchanged-ticket.ts";
import type { Hold } from "../../entities/hold.ts";
import { amountDue, type Order, type SeenOrder } from "../../entities/order.ts";
import { exchangePolicyInput, exchangeTicketsInput, ticketsInput } from "../../inputs.ts";
import type { ExchangeTicketsInput, Resolvers, SetExchangePolicyInput } from "../../schema.generated.ts";
import type { Placing } from "../../workflows/place-order.ts";
import { orderNow, readable, readableTicket, type Context } from "../context.ts";
import { itemsSeen } from "../seen-orders.ts";
import { managedEvent } from "./gates.ts";

const sum = (amount: number, currency: string) => ({ amount, currency });

/** Tickets of one order, and whether the viewer acts for its buyer. */
interface Wanted {
  order: Order;
  ticketIds: string[];
  isByClerk: boolean;
}

/** @throws NotFound for a ticket that the viewer may not read, or of another order, GraphQLError FORBIDDEN */
async function wantedTickets(context: Context, viewer: Viewer, given: string[]): Promise<Wanted> {
  const tickets = await Promise.all(given.map((id) => readableTicket(context, id)));
  const { orderId } = tickets[0]!;
  if (tickets.some((ticket) => ticket.orderId !== orderId)) throw new NotFound("ticket");
  const order = await readable(context, orderId);
  return { order, ticketIds: tickets.map(({ id }) => id), isByClerk: isClerkOf(viewer, order) };
}

async function quote(context: Context, { total, event }: Hold, given: string[]) {
  const viewer = signedIn(context);
  const { order, ticketIds, isByClerk } = await wantedTickets(
    context,
    viewer,
    parseInput(ticketsInput, given, "ticketIds"),
  );
  const wanted = { ticketIds, isByClerk, newEventIds: [event.id], currency: total.currency };
  const tickets = await exchangeable(context.database.read(), order, wanted);
  const worth = worthOf(tickets);
  const ends = tickets.flatMap(({ endsAt }) => (endsAt ? [endsAt.getTime()] : []));
  return {
    tickets: linesOf(tickets, order.currency),
    worth: sum(worth, order.currency),
    total,
    difference: sum(total.amount - worth, order.currency),
    endsAt: ends.length > 0 ? new Date(Math.min(...ends)) : null,
  };
}

const linesOf = (tickets: Pick<ExchangeableTicket, "id" | "price" | "fee">[], currency: string): ExchangedTicket[] =>
  tickets.map(({ id, price, fee }) => ({ ticketId: id, price, fee, currency }));

async function exchange(placing: Placing, context: Context, given: ExchangeTicketsInput): Promise<Order> {
  const viewer = signedIn(context);
  const { idempotencyKey, ...input } = parseInput(exchangeTicketsInput, given);
  const holdId = uuidOrNull(input.holdId);
  if (!holdId) throw new NotFound("hold");
  const { order, ticketIds, isByClerk } = await wantedTickets(context, viewer, input.ticketIds);
  const { names, answers, invoiceAddress, expectedDifference } = input;
  const placed = await placing.exchange(
    { ...input, ticketIds, holdId },
    {
      holdId,
      buyerId: isByClerk ? order.organizationId : viewer.userId,
      names,
      answers,
      invoiceAddress,
      by: context.acting,
      ...(!isByClerk && !viewer.verified && { isUnverified: true as const }),
      exchange: {
        fromOrderId: order.id,
        ticketIds,
        buyerId: order.buyerId,
        askedBy: viewer.userId,
        isByClerk,
        expectedDifference,
      },
    },
    idempotencyKey,
  );
  return orderNow(context, placed);
}

async function setPolicy(context: Context, given: SetExchangePolicyInput): Promise<{ id: string }> {
  const { eventId, organizationId } = await managedEvent(context, given.eventId);
  const policy = { ...parseInput(exchangePolicyInput, given), eventId };
  await context.database.transaction((tx) => setExchangePolicy(tx, organizationId, policy));
  context.loaders.exchangePolicy.clear(eventId);
  return { id: eventId };
}

export function exchangeResolvers(placing: Placing) {
  return {
    Mutation: {
      exchangeTickets: (_, { input }, context) => toResult("Order", exchange(placing, context, input)),
      setExchangePolicy: (_, { input }, context) => toResult("Event", setPolicy(context, input)),
    },
    Hold: {
      // The gateway passes on what seating answered. Without it there is nothing to answer.
      __resolveReference: (held: unknown) => {
        const { id, total, event } = held as Partial<Hold>;
        return (uuidOrNull(id ?? "") && total && event ? held : null) as never;
      },
      exchangeQuote: (held, { ticketIds }, context) =>
        toResult("ExchangeQuote", quote(context, held as Hold, ticketIds)),
    },
    ExchangedTicket: {
      ticket: ({ ticketId }, _, context) => readableTicket(context, ticketId),
      paid: ({ price, currency }) => sum(price, currency),
      fee: ({ fee, currency }) => sum(fee, currency),
      worth: ({ price, fee, currency }) => sum(price - fee, currency),
    },
    Event: {
      exchangePolicy: ({ id }, _, { loaders }) => (uuidOrNull(id) ? loaders.exchangePolicy.load(id) : null),
    },
    Order: {
      amountDue: async (order: SeenOrder, _, context) =>
        sum(
          order.isPartial
            ? (await itemsSeen(context, order)).reduce((all, { price }) => all + price, 0)
            : amountDue(order),
          order.currency,
        ),
      exchange: async (order: SeenOrder, _, { loaders }) => {
        if (order.isPartial || order.exchangedFrom === null) return null;
        const found = await loaders.exchangeOfOrder.load(order.id);
        return found && { ...found, currency: order.currency };
      },
    },
    Exchange: {
      from: ({ fromOrderId }, _, context) => readable(context, fromOrderId),
      tickets: async ({ fromOrderId, ticketIds, fees, currency = "" }, _, { loaders }) => {
        const tickets = new Map((await loaders.ticketsOfOrder.load(fromOrderId)).map((ticket) => [ticket.id, ticket]));
        return linesOf(
          ticketIds.map((id, index) => ({ id, price: tickets.get(id)!.price, fee: fees[index]! })),
          currency,
        );
      },
      credit: ({ credit, currency = "" }) => sum(credit, currency),
      refund: ({ worth, credit, currency = "" }) => sum(worth - credit, currency),
    },
  } satisfies Resolvers<Context>;
}
