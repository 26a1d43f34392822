// Sales at the counter: the clerk's drawer, an order, and a refund of a cancelled event that waits for a clerk.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { allSeats, type Person } from "../../../local/fixtures.ts";

type Clerk = Pick<Person, "client">;

const key = () => randomUUID();

export async function openDrawer({ client }: Person, organizationId: string): Promise<string> {
  const { openDrawer: drawer } = await client.ask(
    `mutation ($input: OpenDrawerInput!) { openDrawer(input: $input) { ... on Drawer { id } } }`,
    { input: { organizationId, currency: "EUR", openingFloat: 0, idempotencyKey: key() } },
  );
  return drawer.id as string;
}

/** Returns the hold. */
export async function holdAtCounter({ client }: Clerk, eventId: string, seatId: string): Promise<Data> {
  const { holdSeats } = await client.ask(
    `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { ... on Hold { id total { amount } } } }`,
    { input: { eventId, seatIds: [seatId], atCounter: true, idempotencyKey: key() } },
  );
  return holdSeats as Data;
}

/** Returns the order, which was paid by terminal. */
export async function sellOne(clerk: Clerk, organizationId: string, eventId: string, seatId: string): Promise<Data> {
  const { id: holdId, total } = await holdAtCounter(clerk, eventId, seatId);
  const sale = { holdId, tender: "TERMINAL", expectedTotal: total.amount, reference: "A-1" };
  const { sellAtCounter } = await clerk.client.ask(
    `mutation ($input: SellAtCounterInput!) { sellAtCounter(input: $input) { ... on Order { id payments { id } tickets { id } } } }`,
    { input: { organizationId, ...sale, idempotencyKey: key() } },
  );
  return sellAtCounter as Data;
}

/** Returns the reservation of a hold. */
export async function reserveOne({ client }: Clerk, holdId: string): Promise<string> {
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const { reserveAtCounter } = await client.ask(
    `mutation ($input: ReserveAtCounterInput!) { reserveAtCounter(input: $input) { ... on Reservation { id } } }`,
    { input: { holdIds: [holdId], name: "Ada Lovelace", until, idempotencyKey: key() } },
  );
  return reserveAtCounter.id as string;
}

/** Of an order that has one. */
export async function refundOf({ client }: Person, orderId: string): Promise<string> {
  const { order } = await client.ask(`query ($id: ID!) { order(id: $id) { payments { refunds { id } } } }`, {
    id: orderId,
  });
  return order.payments[0].refunds[0].id as string;
}

type OfCounter = "drawer" | "counterOrder" | "counterPayment" | "toPayOut" | "reservedHold" | "reservation";

/** The clerk sells a ticket for each event: one is kept, and the other event will be cancelled. Another seat is reserved. */
export async function openCounter(
  clerk: Person,
  organizationId: string,
  { eventId, cancelledId }: { eventId: string; cancelledId: string },
): Promise<Record<OfCounter, string>> {
  const drawer = await openDrawer(clerk, organizationId);
  const lastOf = async (id: string) => (await allSeats(clerk.client, id)).at(-1)!.id as string;
  const toPayOut = await sellOne(clerk, organizationId, cancelledId, await lastOf(cancelledId));
  const order = await sellOne(clerk, organizationId, eventId, await lastOf(eventId));
  const free = (await allSeats(clerk.client, eventId)).filter(({ status }) => status === "AVAILABLE").at(-1)!;
  const { id: reservedHold } = await holdAtCounter(clerk, eventId, free.id as string);
  const reservation = await reserveOne(clerk, reservedHold as string);
  const sold = { counterOrder: order.id, counterPayment: order.payments[0].id, toPayOut: toPayOut.id };
  return { drawer, ...sold, reservedHold, reservation };
}
