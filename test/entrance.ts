// A show with a scanner at its door, and people whose tickets are bought, handed on, scanned and refunded.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import { buy, openShow, readOrder, setMember, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

export let supergraph: TestSupergraph;
export let show: Show;
export let scanner: Person;
let free: string[];

export async function startEntrance(): Promise<void> {
  supergraph = await startSupergraph();
  scanner = await signUp(supergraph.client);
  await openDoors();
}
export const stopEntrance = () => supergraph.stop();

/** A show with seats left, and the scanner at its door. */
export async function openDoors(): Promise<void> {
  show = await openShow(supergraph.client, { maxSeatsPerBuyer: 20 });
  free = show.seats.map(({ id }) => id as string);
  await setMember(show.owner.client, show.organizationId, scanner.id, "SCANNER");
}

export const newPerson = () => signUp(supergraph.client);

export async function ticketsOf(buyer: Person, count: number): Promise<{ orderId: string; tickets: Data[] }> {
  const { order } = await buy(buyer.client, show.eventId, free.splice(0, count));
  await supergraph.settle();
  const { tickets } = await readOrder(buyer.client, order.id);
  return { orderId: order.id, tickets };
}

export const offer = async (
  { client }: Person,
  ticketId: string,
  idempotencyKey: string = randomUUID(),
): Promise<Data> =>
  (
    await client.send(
      `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { __typename ... on TicketOffer { code expiresAt ticket { id } } } }`,
      { i: { ticketId, idempotencyKey } },
    )
  ).data?.offerTicket;
export const take = async ({ client }: Person, code: string, idempotencyKey: string = randomUUID()): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: AcceptTicketOfferInput!) { acceptTicketOffer(input: $i) { __typename ... on Ticket { id code holder { displayName } } } }`,
      { i: { code, idempotencyKey } },
    )
  ).acceptTicketOffer;
export const checkIn = async (code: string): Promise<string> =>
  (await scanner.client.ask(`mutation ($c: String!) { checkIn(code: $c) { __typename } }`, { c: code })).checkIn
    .__typename;
export const refund = (orderId: string, ticketIds: string[]) =>
  show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId, ticketIds, reason: "ill", idempotencyKey: randomUUID() },
  });
