// Concurrent messages and requests about one order or refund have the effect of a serial execution.
import { randomUUID } from "node:crypto";
import type { Envelope } from "../../../platform/core/contracts.ts";
import { consumeBatch } from "../../../platform/messaging/inbox.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { beginPayments } from "../commands/pay-order.ts";
import { putAside, sendWaiting } from "../commands/write-notifications.ts";
import { handlers, orders, read, startOrders, stopOrders, together } from "./orders-alone.ts";

beforeAll(startOrders);
afterAll(stopOrders);

interface Made {
  id: string;
  buyerId: string;
  paymentId: string;
}

async function makeOrder(state: { status: string; phase?: string; eventCancelled?: boolean }): Promise<Made> {
  const made = { id: randomUUID(), buyerId: randomUUID(), paymentId: randomUUID() };
  const { status, phase = null, eventCancelled = false } = state;
  const paymentId = status === "AWAITING_PAYMENT" ? null : made.paymentId;
  await together(async (tx) => {
    await rows(
      tx,
      sql`insert into purchase (id, number, buyer_id, hold_id, status, phase, event_cancelled, event_id, organization_id, currency, total, payment_id, expires_at)
          values (${made.id}, ${made.id}, ${made.buyerId}, ${randomUUID()}, ${status}, ${phase}, ${eventCancelled}, ${randomUUID()}, ${randomUUID()}, 'EUR', 100, ${paymentId}::uuid,
                  now() + interval '1 hour')`,
    );
    await rows(
      tx,
      sql`insert into order_item (order_id, position, seat_id, section_id, section_name, tier_name, price, breakdown)
          values (${made.id}, 0, ${`${made.id}.0`}, ${randomUUID()}, 'Stalls', 'All', 100, '{"base": 100, "lines": [], "total": 100}')`,
    );
  });
  return made;
}

const envelope = (name: string, body: Record<string, unknown>): Envelope =>
  ({ messageId: randomUUID(), name: `payments.${name}`, body, occurredAt: new Date().toISOString() }) as never;
const hear = (...heard: Envelope[]) => consumeBatch(orders.running.database, handlers, heard);

const orderOf = ({ id }: Made) =>
  row<{ status: string; phase: string | null; paymentId: string | null; refunded: number }>(
    read(),
    sql`select status, phase, payment_id, refunded from purchase where id = ${id}`,
  );
async function toldOf({ id }: Made): Promise<string[]> {
  const told = await rows<{ name: string }>(read(), sql`select name from outbox where key = ${id} order by id`);
  return told.map(({ name }) => name.replace("orders.", ""));
}

test("of two payments that begin together the order is leased to the one that was granted last", async () => {
  const { id: orderId, buyerId } = await makeOrder({ status: "AWAITING_PAYMENT" });
  const ids = Array.from({ length: 5 }, () => randomUUID());
  const asked = ids.flatMap((paymentId, index) => {
    const payment = { orderId, paymentId, buyerId, ended: ids.slice(0, index) };
    return [payment, payment];
  });
  const permissions = await together((tx) => beginPayments(tx, asked));
  expect(permissions.map(({ refusal }) => refusal)).toEqual(asked.map(() => null));
  expect(await row(read(), sql`select payment_id from purchase where id = ${orderId}`)).toEqual({
    paymentId: ids.at(-1),
  });
});

test("of two payments of one order in a batch one is granted, whichever comes first", async () => {
  const { id: orderId, buyerId } = await makeOrder({ status: "AWAITING_PAYMENT" });
  const asked = [randomUUID(), randomUUID()].map((paymentId) => ({ orderId, paymentId, buyerId, ended: [] }));
  const permissions = await together((tx) => beginPayments(tx, [...asked, ...asked]));
  expect(permissions.map(({ refusal }) => refusal)).toEqual([null, "NOT_PAYABLE", null, "NOT_PAYABLE"]);
});

test("of two payments that are authorized together the order continues with the first, and the other is voided", async () => {
  const order = await makeOrder({ status: "AWAITING_PAYMENT" });
  const [first, other] = [randomUUID(), randomUUID()];
  const authorized = (paymentId: string) =>
    envelope("PaymentAuthorized", {
      ...{ orderId: order.id, paymentId, amount: 100, currency: "EUR" },
      card: { fingerprint: "card_4", riskLevel: "normal" },
    });
  await hear(authorized(first), authorized(other), authorized(first), authorized(other));
  expect(await orderOf(order)).toMatchObject({ status: "PROCESSING", phase: "ASSESSING", paymentId: first });
  expect(await toldOf(order)).toEqual(["OrderPaid", "VoidRequested", "VoidRequested"]);
});

test("a failed payment ends its own lease alone, also beside another one's failure", async () => {
  const order = await makeOrder({ status: "AWAITING_PAYMENT" });
  const [failed, under] = [randomUUID(), randomUUID()];
  await rows(read(), sql`update purchase set payment_id = ${under} where id = ${order.id}`);
  const fails = (paymentId: string) => envelope("PaymentFailed", { orderId: order.id, paymentId, failureCode: "x" });
  await hear(fails(failed), fails(failed));
  expect(await orderOf(order)).toMatchObject({ paymentId: under });
  await hear(fails(under), fails(failed), fails(under));
  expect(await orderOf(order)).toMatchObject({ status: "AWAITING_PAYMENT", paymentId: null });
});

test("an order whose payment is reported twice is confirmed, and if its event was cancelled refunded, once", async () => {
  const order = await makeOrder({ status: "PROCESSING", phase: "CAPTURING", eventCancelled: true });
  const { id: orderId, paymentId } = order;
  const captured = () => envelope("PaymentCaptured", { orderId, paymentId, amount: 100 });
  await hear(captured(), captured(), envelope("CaptureFailed", { orderId, paymentId, failureCode: "late" }));
  expect(await orderOf(order)).toMatchObject({ status: "REFUNDED", phase: null, refunded: 100 });
  expect(await toldOf(order)).toEqual(["OrderConfirmed", "TicketsCancelled", "RefundRequested"]);
  expect(await rows(read(), sql`select status from ticket where order_id = ${orderId}`)).toEqual([
    { status: "CANCELLED" },
  ]);
});

test("a lost dispute that is handled before the capture, because another order's came first, ends the order's tickets", async () => {
  const [order, other] = [
    await makeOrder({ status: "PROCESSING", phase: "CAPTURING" }),
    await makeOrder({ status: "PROCESSING", phase: "CAPTURING" }),
  ];
  const about = ({ id: orderId, paymentId }: Made) => ({ orderId, paymentId });
  const captured = (made: Made) => envelope("PaymentCaptured", { ...about(made), amount: 100 });
  const lost = (made: Made) =>
    envelope("DisputeEnded", { ...about(made), disputeId: randomUUID(), isLost: true, amount: 100 });
  await hear(captured(other));
  await hear(lost(other), captured(order), lost(order), captured(order));
  for (const made of [order, other]) {
    expect(await orderOf(made)).toMatchObject({ status: "REFUNDED", phase: null, refunded: 100 });
    expect(await toldOf(made)).toEqual(["OrderConfirmed", "TicketsCancelled"]);
    const released = sql`select body -> 'seatIds' as seat_ids from job where body ->> 'orderId' = ${made.id}`;
    expect(await rows(read(), released)).toEqual([{ seatIds: [`${made.id}.0`] }]);
  }
});

test("a letter that waits again, and may be sent again while its last job is still running, has another job", async () => {
  const order = await makeOrder({ status: "CONFIRMED" });
  const notification = { id: randomUUID(), recipientId: order.buyerId };
  await rows(
    read(),
    sql`insert into letter (id, order_id, recipient_id, kind, ticket_ids, amount)
        values (${notification.id}, ${order.id}, ${notification.recipientId}, 'ORDER_CONFIRMED', '{}', 0)`,
  );
  const jobs = () =>
    rows<{ id: string }>(read(), sql`select id from job where body ->> 'letterId' = ${notification.id}`);
  for (let time = 1; time <= 2; time++) {
    await together((tx) => putAside(tx, notification));
    await together((tx) => sendWaiting(tx, notification.recipientId));
    expect(await jobs()).toHaveLength(time);
  }
  // No notification waits any more.
  await together((tx) => sendWaiting(tx, notification.recipientId));
  expect(await jobs()).toHaveLength(2);
});

describe("of one refund", () => {
  async function makeRefund() {
    const { id: orderId, paymentId } = await makeOrder({ status: "CONFIRMED" });
    const refundId = randomUUID();
    await rows(
      read(),
      sql`insert into refund (id, order_id, amount, reason, ticket_ids) values (${refundId}, ${orderId}, 100, 'Rain', '{}')`,
    );
    const about = { orderId, paymentId, refundId, amount: 100 };
    return {
      done: (attempt?: number) => envelope("PaymentRefunded", { ...about, attempt }),
      failed: (attempt?: number) => envelope("RefundFailed", { ...about, attempt, failureCode: "card_expired" }),
      status: async () =>
        (await row<{ status: string }>(read(), sql`select status from refund where id = ${refundId}`))!.status,
    };
  }

  test("a batch that has another refund's failure first does not turn what was done and failed then into done", async () => {
    const [one, other] = [await makeRefund(), await makeRefund()];
    await hear(other.failed(1), one.done(1), one.failed(1));
    expect(await one.status()).toBe("FAILED");
    expect(await other.status()).toBe("FAILED");
  });

  test("a batch that has another refund's success first does not turn a second try that was done into failed", async () => {
    const [one, other] = [await makeRefund(), await makeRefund()];
    await hear(other.done(1), one.failed(1), one.done(2));
    expect(await one.status()).toBe("DONE");
    expect(await other.status()).toBe("DONE");
  });

  test("what is heard comes to the same in every order", async () => {
    const inEveryOrder = <T>(all: T[]): T[][] =>
      all.length < 2
        ? [all]
        : all.flatMap((first, index) => inEveryOrder(all.toSpliced(index, 1)).map((rest) => [first, ...rest]));
    for (const order of inEveryOrder([0, 1, 2, 3])) {
      const refund = await makeRefund();
      const all = [refund.failed(1), refund.done(2), refund.failed(2), refund.done(3)];
      for (const index of order) await hear(all[index]!);
      expect({ order, status: await refund.status() }).toEqual({ order, status: "DONE" });
    }
  });

  test("what the version before says, without the try, counts as it is heard", async () => {
    const refund = await makeRefund();
    await hear(refund.failed());
    expect(await refund.status()).toBe("FAILED");
    await hear(refund.done());
    expect(await refund.status()).toBe("DONE");
    await hear(refund.failed(1));
    expect(await refund.status()).toBe("FAILED");
  });
});
