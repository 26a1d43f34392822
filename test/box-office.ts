// A show whose box office moves tickets to other seats.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { allSeats, buy, openShow, readOrder, setMember, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

export let supergraph: TestSupergraph;
export let mail: RunningMailCatcher;
export let show: Show;
export let clerk: Person;
export let seats: string[];
export async function startBoxOffice(): Promise<void> {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl, USERS_VERIFIED_DOMAINS: "example.org" });
}
export async function openBoxOffice(): Promise<void> {
  show = await openShow(supergraph.client, { maxSeatsPerBuyer: 20 });
  seats = show.seats.map(({ id }) => id as string);
  clerk = await signUp(supergraph.client, "Clara Clerk");
  await setMember(show.owner.client, show.organizationId, clerk.id, "BOX_OFFICE");
}
export async function stopBoxOffice(): Promise<void> {
  await supergraph.stop();
  await mail.stop();
}

export const key = () => randomUUID();
const TICKET = `id code status seat { id section { name } row number }`;
export const MOVE = `mutation ($input: MoveTicketInput!) { moveTicket(input: $input) {
  __typename ... on Ticket { ${TICKET} } ... on TicketNotMovable { reason } ... on Error { message }
} }`;
export const tryMove = (client: Client, ticketId: string, seatId: string, idempotencyKey = key()) =>
  client.send(MOVE, { input: { ticketId, seatId, reason: "Broken seat", idempotencyKey } });
export const move = async (ticketId: string, seatId: string, idempotencyKey = key()): Promise<Data> => {
  const { data, errors } = await tryMove(clerk.client, ticketId, seatId, idempotencyKey);
  expect(errors).toBeUndefined();
  return data.moveTicket;
};
/** Of the same buyer, with the seats of these numbers, from 0. */
export const bought = async (...nos: number[]): Promise<{ buyer: Person; orderId: string; tickets: Data[] }> => {
  const buyer = await signUp(supergraph.client);
  const { order } = await buy(
    buyer.client,
    show.eventId,
    nos.map((no) => seats[no]!),
  );
  await supergraph.settle();
  return { buyer, orderId: order.id, tickets: (await readOrder(buyer.client, order.id)).tickets };
};
export const refund = (orderId: string, ticketIds: string[]) =>
  show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId, ticketIds, reason: "ill", idempotencyKey: key() },
  });
export const statuses = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await allSeats(clerk.client, show.eventId)).map(({ id, status }) => [id, status]));

/** Each live ticket has a seat of its own, all others are free, and the counts say so. */
export async function expectNoSeatLost(): Promise<void> {
  await supergraph.settle();
  const rows = await supergraph.query<{ seatId: string }>(
    "orders",
    `select i.seat_id as "seatId" from ticket t join order_item i using (order_id, position) where t.event_id = $1 and t.status <> 'CANCELLED'`,
    [show.eventId],
  );
  const sold = Object.entries(await statuses()).filter(([, status]) => status === "SOLD");
  expect(sold.map(([id]) => id).sort()).toEqual(rows.map(({ seatId }) => seatId).sort());
  const { event } = await clerk.client.ask(
    `query ($id: ID!) { event(id: $id) { availability { total available held sold blocked } } }`,
    { id: show.eventId },
  );
  const { total, available, held, sold: count, blocked } = event.availability;
  expect({ count, rest: available + held + blocked }).toEqual({ count: rows.length, rest: total - rows.length });
}

/** Orders can't end moves: as if the process died after seating had answered. */
export async function withoutSettlements(work: () => Promise<void>): Promise<void> {
  const sql = (text: string) => supergraph.query("orders", text);
  await sql(`create function fail_settlement() returns trigger language plpgsql as $$ begin raise exception 'no settlement'; end $$;
    create trigger no_settlement before update on ticket_move for each row execute function fail_settlement()`);
  try {
    await work();
  } finally {
    await sql(`drop trigger no_settlement on ticket_move; drop function fail_settlement()`);
  }
}
export const openMoves = () => supergraph.query("orders", `select 1 from ticket_move where status = 'OPEN'`);
export const untilSettled = () => until(async () => (await openMoves()).length === 0, "the moves are finished");
