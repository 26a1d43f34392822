import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { silent } from "../../../testkit/notifier.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { advanceOrders } from "../commands/advance-orders.ts";
import type { SeatingClient } from "../clients/seating.ts";
import { createOrderWork } from "../workflows/order-work.ts";

let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => orders.stop());

const database = () => orders.running.database;
const saga = { notifier: silent, sendsMail: false, deadlines: { assessmentSeconds: 30, reviewSeconds: 3_600 } };

/** An order whose work item no worker takes. */
async function makeOrder(phase: string, waitingSeconds = 0): Promise<string> {
  const id = randomUUID();
  await rows(
    database().read(),
    sql`insert into purchase (id, number, buyer_id, hold_id, status, phase, event_id, organization_id, currency, total, payment_id, waiting_since)
        values (${id}, ${id}, ${randomUUID()}, ${randomUUID()}, 'PROCESSING', ${phase}, ${randomUUID()}, ${randomUUID()}, 'EUR', 100, ${randomUUID()}, now() - ${`${waitingSeconds} s`}::interval)`,
  );
  await rows(
    database().read(),
    sql`insert into work_item (id, kind, due_at) values (${id}, 'order', now() + interval '1 hour')`,
  );
  return id;
}

const stateOf = (id: string) =>
  row<{ status: string; phase: string | null; dueInSeconds: number | null }>(
    database().read(),
    sql`select status, phase, extract(epoch from nullif(w.due_at, 'infinity') - now())::int as due_in_seconds
        from purchase p left join work_item w on w.id = p.id and w.kind = 'order' where p.id = ${id}`,
  );
const item = (id: string) => ({ id, body: null, correlationId: null, attempts: 1 });

function workWith(sellSeats: (ids: string[]) => Promise<(boolean | Error)[]>) {
  return createOrderWork({
    database,
    saga: () => saga,
    seating: {
      sellSeats: (all) => sellSeats(all.map(({ id }) => id)),
    } as SeatingClient,
  });
}

test("seats of orders that wait are sold together; what seating has not decided is tried again", async () => {
  const [sold, lost, undecided] = [await makeOrder("SELLING"), await makeOrder("SELLING"), await makeOrder("SELLING")];
  const asked: string[][] = [];
  const work = workWith(async (ids) => {
    asked.push(ids);
    return ids.map((id) => (id === undecided ? new Error("later") : id === sold));
  });
  const results = await work.run([sold, lost, undecided].map(item));
  expect(results).toEqual([undefined, undefined, new Error("later")]);
  expect(asked).toHaveLength(1);
  expect(await stateOf(sold)).toEqual({ status: "PROCESSING", phase: "CAPTURING", dueInSeconds: 3_600 });
  expect(await stateOf(lost)).toEqual({ status: "EXPIRED", phase: null, dueInSeconds: null });
  expect(await stateOf(undecided)).toMatchObject({ status: "PROCESSING", phase: "SELLING" });
});

test("an order that has waited long enough continues, and another one is checked when it will have", async () => {
  const [overdue, early, captured] = [
    await makeOrder("ASSESSING", 31),
    await makeOrder("ASSESSING", 10),
    await makeOrder("CAPTURING", 9_999),
  ];
  await workWith(async () => []).run([overdue, early, captured].map(item));
  expect(await stateOf(overdue)).toMatchObject({ status: "IN_REVIEW", phase: null });
  const { dueInSeconds } = (await stateOf(early))!;
  expect(dueInSeconds).toBeGreaterThan(15);
  expect(dueInSeconds).toBeLessThanOrEqual(20);
  expect(await stateOf(captured)).toEqual({ status: "PROCESSING", phase: "CAPTURING", dueInSeconds: null });
});

test("while seating is away, deadlines of other orders pass all the same", async () => {
  const [selling, overdue] = [await makeOrder("SELLING"), await makeOrder("ASSESSING", 31)];
  const away = new Error("away");
  const results = await workWith(async () => {
    throw away;
  }).run([selling, overdue].map(item));
  expect(results).toEqual([away, undefined]);
  expect(await stateOf(selling)).toMatchObject({ phase: "SELLING" });
  expect(await stateOf(overdue)).toMatchObject({ status: "IN_REVIEW", phase: null });
});

test("an order that comes to be sold while it is being looked at is looked at again at once", async () => {
  const [selling, assessed] = [await makeOrder("SELLING"), await makeOrder("ASSESSING")];
  const work = workWith(async () => {
    await database().transaction((tx) =>
      advanceOrders(tx, saga, [{ orderId: assessed, sagaEvent: { type: "Assessed", decision: "ALLOW" } }]),
    );
    return [true];
  });
  await work.run([selling, assessed].map(item));
  const { phase, dueInSeconds } = (await stateOf(assessed))!;
  expect(phase).toBe("SELLING");
  expect(dueInSeconds).toBeLessThanOrEqual(0);
});

test("an order that has ended keeps no item", async () => {
  const id = await makeOrder("ASSESSING");
  await rows(database().read(), sql`update purchase set status = 'CANCELLED', phase = null where id = ${id}`);
  await workWith(async () => []).run([item(id)]);
  expect(await stateOf(id)).toEqual({ status: "CANCELLED", phase: null, dueInSeconds: null });
});

test("several things that happen to one order in a batch happen one after the other", async () => {
  const id = await makeOrder("ASSESSING");
  const changed = await database().transaction((tx) =>
    advanceOrders(tx, saga, [
      { orderId: id, sagaEvent: { type: "Assessed", decision: "REVIEW" } },
      { orderId: id, sagaEvent: { type: "Assessed", decision: "REVIEW" } },
      { orderId: id, sagaEvent: { type: "ReviewDecided", allow: false, note: "No." } },
      { orderId: randomUUID(), sagaEvent: { type: "SeatsSold" } },
    ]),
  );
  expect(changed).toEqual([true, false, true, false]);
  const steps = await rows(
    database().read(),
    sql`select no, status, note from order_step where order_id = ${id} order by no`,
  );
  expect(steps).toEqual([
    { no: 1, status: "IN_REVIEW", note: null },
    { no: 2, status: "DECLINED", note: "No." },
  ]);
  const told = await rows(database().read(), sql`select name from outbox where key = ${id} order by id`);
  expect(told).toEqual([{ name: "orders.OrderEnded" }, { name: "orders.VoidRequested" }]);
});
