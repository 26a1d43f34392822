// Exchanges of tickets for other seats, by their buyer or by a clerk.
import { randomUUID } from "node:crypto";
import type { Data } from "../../local/client.ts";
import type { Random } from "../../testkit/random.ts";
import type { Actor } from "./actors.ts";
import { holdAny, type CrowdedWorld } from "./crowd.ts";

export const EXCHANGE = `mutation ($input: ExchangeTicketsInput!) { exchangeTickets(input: $input) { __typename ... on Order { id status total { amount } } ... on Error { message } } }`;
const QUOTE = `query ($id: ID!, $ticketIds: [ID!]!) { hold(id: $id) { exchangeQuote(ticketIds: $ticketIds) { ... on ExchangeQuote { difference { amount } } } } }`;
const TICKETS = `query ($id: ID!) { order(id: $id) { tickets { id status holder { id } } } }`;

/** IDs of the order's valid tickets that one person holds; none without an answer. */
export async function ticketsOf(actor: Actor, orderId: string, holderId: string): Promise<string[]> {
  const data = await actor.ask(TICKETS, { id: orderId });
  return ((data?.order?.tickets ?? []) as Data[])
    .filter(({ status, holder }) => status === "VALID" && holder?.id === holderId)
    .map(({ id }) => id as string);
}

interface Exchanging {
  orderId: string;
  /** Role of the person who exchanges. A clerk holds the new seats at the counter. */
  by: Actor;
  buyer: Actor;
}

/** Exchanges one ticket of the order or all, for dearer seats or cheaper ones. @returns the new order, and what is to be paid for it */
export async function exchangeSome(
  { show, matinee }: CrowdedWorld,
  { orderId, by, buyer }: Exchanging,
  random: Random,
): Promise<{ orderId: string; due: number } | undefined> {
  const tickets = await ticketsOf(buyer, orderId, buyer.person.id);
  if (tickets.length === 0) return undefined;
  const ticketIds = random.chance(0.5) ? tickets.slice(0, 1) : tickets;
  const at = random.chance(0.4) ? show : matinee;
  const atCounter = by === buyer ? {} : { atCounter: true as const };
  const hold = await holdAny(by, { at, quantity: 1 + random.below(2), ...atCounter }, random);
  if (!hold) return undefined;
  const quoted = await by.ask(QUOTE, { id: hold.id, ticketIds });
  const expectedDifference = quoted?.hold?.exchangeQuote?.difference?.amount as number | undefined;
  if (expectedDifference === undefined) return undefined;
  const input = { ticketIds, holdId: String(hold.id), expectedDifference };
  const order = await by.certain({
    ...{ operation: "exchange", query: EXCHANGE, field: "exchangeTickets" },
    ...{ input, key: randomUUID() },
  });
  return order?.__typename === "Order" ? { orderId: String(order.id), due: expectedDifference } : undefined;
}
