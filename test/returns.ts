// Buyers give tickets back, as the API lets them.
import type { Client, Data } from "../local/client.ts";
import { eventId, key, owner } from "./exchanges.ts";

const AMOUNT = `{ amount currency }`;

export const setReturnPolicy = async (mode: string, rest: Record<string, unknown> = {}): Promise<Data> =>
  (
    await owner.client.ask(
      `mutation ($input: SetReturnPolicyInput!) { setReturnPolicy(input: $input) { __typename ... on Event { returnPolicy { mode minutesBefore fee } } } }`,
      { input: { eventId, mode, ...rest } },
    )
  ).setReturnPolicy;

const QUOTE = `query ($id: ID!, $ticketIds: [ID!]!) { order(id: $id) { returnQuote(ticketIds: $ticketIds) {
  __typename ... on ReturnQuote { endsAt refund ${AMOUNT} tickets { ticket { id } paid ${AMOUNT} fee ${AMOUNT} refund ${AMOUNT} } }
  ... on TicketsNotReturnable { reason } } } }`;

/** Null for anyone else than the buyer. */
export const quoteReturn = async (client: Client, id: string, ticketIds: string[]): Promise<Data> =>
  (await client.ask(QUOTE, { id, ticketIds })).order.returnQuote;

export const RETURN = `mutation ($input: ReturnTicketsInput!) { returnTickets(input: $input) {
  __typename ... on Order { id status refunded ${AMOUNT} } ... on TicketsNotReturnable { reason } ... on ReturnTotalChanged { refund ${AMOUNT} } ... on Error { message } } }`;

export const giveBack = async (
  client: Client,
  orderId: string,
  ticketIds: string[],
  expectedRefund: number,
  idempotencyKey: string = key(),
): Promise<Data> =>
  (await client.ask(RETURN, { input: { orderId, ticketIds, expectedRefund, idempotencyKey } })).returnTickets;
