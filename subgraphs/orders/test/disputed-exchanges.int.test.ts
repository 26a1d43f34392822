// A dispute of an order whose tickets are being exchanged: the buyer never keeps tickets that the bank has paid back, whichever message is first.
// And the funds of an order, which give back by position.
import { randomUUID } from "node:crypto";
import type { Envelope } from "../../../platform/core/contracts.ts";
import { consumeBatch } from "../../../platform/messaging/inbox.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { lockOrder } from "../commands/order-rows.ts";
import { addFunds, spend } from "../commands/order-funds.ts";
import { handlers, orders, read, startOrders, stopOrders, together } from "./orders-alone.ts";

beforeAll(startOrders);
afterAll(stopOrders);
const hear = (name: string, body: Record<string, unknown>) =>
  consumeBatch(orders.running.database, handlers, [
    {
      messageId: randomUUID(),
      name: `payments.${name}`,
      body,
      occurredAt: new Date().toISOString(),
    } as never as Envelope,
  ]);

interface Made {
  orderId: string;
  paymentId: string;
}

const PRICE = 100;

async function makeOrder(of: {
  buyerId: string;
  organizationId: string;
  status: string;
  phase?: string;
  total?: number;
}): Promise<Made> {
  const [orderId, paymentId] = [randomUUID(), randomUUID()];
  const { buyerId, organizationId, status, phase = null, total = PRICE } = of;
  await together(async (tx) => {
    await rows(
      tx,
      sql`insert into purchase (id, number, buyer_id, hold_id, status, phase, event_id, organization_id, currency, total, payment_id, expires_at)
          values (${orderId}, ${orderId}, ${buyerId}, ${randomUUID()}, ${status}, ${phase}, ${randomUUID()}, ${organizationId}, 'EUR', ${total}, ${paymentId}, now() + interval '1 hour')`,
    );
    await rows(
      tx,
      sql`insert into order_item (order_id, position, seat_id, section_id, section_name, tier_name, price, breakdown)
          values (${orderId}, 0, ${`${orderId}.0`}, ${randomUUID()}, 'Stalls', 'All', ${total}, ${JSON.stringify({ base: total, lines: [], total })}::jsonb)`,
    );
  });
  return { orderId, paymentId };
}

/** A ticket for 100 pays for an order of 150 whose difference is being captured. */
async function claimed(): Promise<{ old: Made; dear: Made; ticketId: string }> {
  const of = { buyerId: randomUUID(), organizationId: randomUUID() };
  const old = await makeOrder({ ...of, status: "CONFIRMED" });
  const dear = await makeOrder({ ...of, status: "PROCESSING", phase: "CAPTURING", total: 150 });
  const ticketId = randomUUID();
  await rows(
    read(),
    sql`with opened as (
          insert into exchange (order_id, from_order_id, ticket_ids, fees, worth, credit, asked_by, status)
          values (${dear.orderId}, ${old.orderId}, array[${ticketId}::uuid], array[0], 100, 100, ${of.buyerId}, 'CLAIMED')
        ), paying as (
          update purchase set exchanged_from = ${old.orderId}, credit = 100 where id = ${dear.orderId}
        )
        insert into ticket (id, order_id, position, event_id, organization_id, holder_id, status, price, exchange_id, created_at)
        select ${ticketId}, id, 0, event_id, organization_id, buyer_id, 'VALID', 100, ${dear.orderId}::uuid, now() from purchase where id = ${old.orderId}`,
  );
  return { old, dear, ticketId };
}

const lost = ({ orderId, paymentId }: Made, amount: number, disputeId: string = randomUUID()) =>
  hear("DisputeEnded", { orderId, paymentId, disputeId, isLost: true, amount });
const captured = (made: Made) => hear("PaymentCaptured", { ...made, amount: 50 });
const captureFailed = (made: Made) => hear("CaptureFailed", { ...made, failureCode: "expired" });
const stateOf = ({ orderId }: Made) =>
  row(
    read(),
    sql`select status, refunded, (select array_agg(status order by position) from ticket where order_id = p.id) as tickets from purchase p where id = ${orderId}`,
  );
const toldOf = ({ orderId }: Made, name: string) =>
  rows<{ body: Record<string, unknown> }>(
    read(),
    sql`select body from outbox where key = ${orderId} and name = ${`orders.${name}`} order by id`,
  );

test("the exchange fails after a dispute was lost: the old ticket is cancelled, and not refunded again", async () => {
  const { old, dear } = await claimed();
  await lost(old, 100);
  expect(await stateOf(old)).toMatchObject({ refunded: 100, tickets: ["VALID"] });
  await captureFailed(dear);
  expect(await stateOf(old)).toEqual({ status: "REFUNDED", refunded: 100, tickets: ["CANCELLED"] });
  expect(await stateOf(dear)).toMatchObject({ status: "CANCELLED", tickets: null });
  expect(await toldOf(old, "RefundRequested")).toEqual([]);
});

test("the exchange fails before the dispute is lost: the ticket is valid until then", async () => {
  const { old, dear } = await claimed();
  await captureFailed(dear);
  expect(await stateOf(old)).toEqual({ status: "CONFIRMED", refunded: 0, tickets: ["VALID"] });
  await lost(old, 100);
  expect(await stateOf(old)).toEqual({ status: "REFUNDED", refunded: 100, tickets: ["CANCELLED"] });
});

test("the exchange succeeds after a dispute was lost: the new ticket goes when its order hears of it, and the difference is refunded", async () => {
  const { old, dear } = await claimed();
  await lost(old, 100);
  await captured(dear);
  expect(await stateOf(old)).toEqual({ status: "REFUNDED", refunded: 100, tickets: ["CANCELLED"] });
  expect(await stateOf(dear)).toEqual({ status: "CONFIRMED", refunded: 0, tickets: ["VALID"] });
  const [moved] = await toldOf(dear, "CreditMoved");
  const credit = { orderId: dear.orderId, paymentId: String(moved!.body.creditId) };
  const disputeId = randomUUID();
  for (let time = 0; time < 2; time++) await lost(credit, 100, disputeId);
  expect(await stateOf(dear)).toEqual({ status: "REFUNDED", refunded: 150, tickets: ["CANCELLED"] });
  expect((await toldOf(dear, "RefundRequested")).map(({ body }) => [body.paymentId, body.amount])).toEqual([
    [dear.paymentId, 50],
  ]);
});

test("a dispute that is opened and won during the exchange changes nothing", async () => {
  const { old, dear } = await claimed();
  const disputeId = randomUUID();
  await hear("PaymentDisputed", { ...old, disputeId, amount: 100 });
  await hear("DisputeEnded", { ...old, disputeId, isLost: false, amount: 0 });
  await captureFailed(dear);
  expect(await stateOf(old)).toEqual({ status: "CONFIRMED", refunded: 0, tickets: ["VALID"] });
});

test("payments of an order give back in the sequence of their positions, whatever the sequence of their rows", async () => {
  const { orderId } = await makeOrder({ buyerId: randomUUID(), organizationId: randomUUID(), status: "CONFIRMED" });
  const [other] = [await makeOrder({ buyerId: randomUUID(), organizationId: randomUUID(), status: "CONFIRMED" })];
  const ids = Array.from({ length: 6 }, () => randomUUID());
  await together((tx) =>
    addFunds(
      tx,
      orderId,
      ids.map((paymentId) => ({ paymentId, amount: 10 })),
    ),
  );
  // Later rows of the table now come first by position.
  await rows(read(), sql`update order_fund set position = 100 - position where order_id = ${orderId}`);
  await rows(read(), sql`update purchase set exchanged_from = ${other.orderId}, credit = 60 where id = ${orderId}`);
  const spent = await together(async (tx) => spend(tx, (await lockOrder(tx, orderId))!, 35));
  const reversed = ids.toReversed();
  expect(spent).toEqual([10, 10, 10, 5].map((amount, index) => ({ paymentId: reversed[index], amount })));
  await expect(together(async (tx) => spend(tx, (await lockOrder(tx, orderId))!, 26))).rejects.toThrow("25 of 26 left");
});
