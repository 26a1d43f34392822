// Resolvers of returns: policies, quotes, and tickets that buyers give back.
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { requireBuyer } from "../../access.ts";
import { setReturnPolicy } from "../../commands/return-policy.ts";
import { worthOf } from "../../commands/ticket-rules.ts";
import type { Order, SeenOrder } from "../../entities/order.ts";
import { returnPolicyInput, returnTicketsInput, ticketsInput } from "../../inputs.ts";
import type { Resolvers, ReturnTicketsInput, SetReturnPolicyInput } from "../../schema.generated.ts";
import type { Returning } from "../../workflows/return-tickets.ts";
import { orderNow, readable, readableTicket, type Context } from "../context.ts";
import { managedEvent } from "./gates.ts";

const sum = (amount: number, currency: string) => ({ amount, currency });

/** @throws NotFound for what is no ID */
const idsOf = (given: string[]): string[] =>
  given.map((id) => {
    const ticketId = uuidOrNull(id);
    if (!ticketId) throw new NotFound("ticket");
    return ticketId;
  });

async function quote(returning: Returning, order: Order, given: readonly string[]) {
  const ticketIds = idsOf(parseInput(ticketsInput, given, "ticketIds"));
  const tickets = await returning.quote(order, ticketIds);
  const { currency } = order;
  return {
    tickets: tickets.map(({ id, price, fee }) => ({ ticketId: id, price, fee, currency })),
    refund: sum(worthOf(tickets), currency),
    endsAt: new Date(Math.min(...tickets.map(({ endsAt }) => endsAt.getTime()))),
  };
}

async function giveBack(returning: Returning, context: Context, given: ReturnTicketsInput): Promise<Order> {
  const viewer = signedIn(context);
  const input = parseInput(returnTicketsInput, given);
  const order = await readable(context, input.orderId);
  requireBuyer(viewer, order);
  const asked = { ...input, orderId: order.id, ticketIds: idsOf(input.ticketIds) };
  return orderNow(context, await returning.giveBack(viewer.userId, asked));
}

async function setPolicy(context: Context, given: SetReturnPolicyInput): Promise<{ id: string }> {
  const { eventId, organizationId } = await managedEvent(context, given.eventId);
  const policy = { ...parseInput(returnPolicyInput, given), eventId };
  await context.database.transaction((tx) => setReturnPolicy(tx, organizationId, policy));
  context.loaders.returnPolicy.clear(eventId);
  return { id: eventId };
}

export function returnResolvers(returning: Returning) {
  return {
    Mutation: {
      returnTickets: (_, { input }, context) => toResult("Order", giveBack(returning, context, input)),
      setReturnPolicy: (_, { input }, context) => toResult("Event", setPolicy(context, input)),
    },
    Event: {
      returnPolicy: ({ id }, _, { loaders }) => (uuidOrNull(id) ? loaders.returnPolicy.load(id) : null),
    },
    Order: {
      returnQuote: (order: SeenOrder, { ticketIds }, { viewer }) =>
        viewer?.userId === order.buyerId ? toResult("ReturnQuote", quote(returning, order, ticketIds)) : null,
    },
    ReturnedTicket: {
      ticket: ({ ticketId }, _, context) => readableTicket(context, ticketId),
      paid: ({ price, currency }) => sum(price, currency),
      fee: ({ fee, currency }) => sum(fee, currency),
      refund: ({ price, fee, currency }) => sum(price - fee, currency),
    },
  } satisfies Resolvers<Context>;
}
