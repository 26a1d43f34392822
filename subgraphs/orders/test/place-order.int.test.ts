import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { silent } from "../../../testkit/notifier.ts";
import { until } from "../../../testkit/until.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { beginCancellation } from "../workflows/cancel-event.ts";
import { createPlacing } from "../workflows/place-order.ts";
import type { ConvertedHold, HoldConversion, SeatingClient } from "../clients/seating.ts";

const EVENT = { eventId: randomUUID(), organizationId: randomUUID(), currency: "EUR", promoCode: null };

function converted(event = EVENT): ConvertedHold {
  const seat = {
    id: `${event.eventId}.1`,
    sectionId: randomUUID(),
    sectionName: "A",
    row: null,
    number: null,
    tierName: "T",
    priceName: null,
    channel: null,
    price: 100,
    priceBreakdown: { base: 100, lines: [], total: 100 },
  };
  return { refusal: null, ...event, seats: [seat] };
}

/** Answer of the previous version. */
function convertedBefore() {
  const { seats, ...rest } = converted();
  return {
    ...rest,
    seats: seats.map(({ priceBreakdown, ...seat }) => ({ ...seat, breakdown: JSON.stringify(priceBreakdown) })),
  };
}

/** Seating of the previous version, which has only the mutation for one hold. */
const asked: string[] = [];
const oldSeating = createServer((request, response) => {
  void text(request).then((body) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Partial<HoldConversion> };
    const isKnown = query.includes("convertHold(");
    if (isKnown) asked.push(variables.orderId!);
    const error = { message: "Cannot query field.", extensions: { code: "GRAPHQL_VALIDATION_FAILED" } };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(isKnown ? { data: { convertHold: convertedBefore() } } : { errors: [error] }));
  });
});

let orders: Alone;
beforeAll(async () => {
  await new Promise<void>((resolve) => oldSeating.listen(0, "127.0.0.1", resolve));
  const { port } = oldSeating.address() as AddressInfo;
  orders = await startAlone("orders", { SEATING_URL: `http://127.0.0.1:${port}/graphql` });
});
afterAll(async () => {
  await orders.stop();
  oldSeating.close();
});

const database = () => orders.running.database;
const saga = () => ({ notifier: silent, sendsMail: false, deadlines: { assessmentSeconds: 60, reviewSeconds: 60 } });

function placingWith(convert: (conversion: HoldConversion) => ConvertedHold | Error) {
  const batches: number[] = [];
  const seating = {
    convertHolds: async (all: HoldConversion[]) => {
      batches.push(all.length);
      return all.map(convert);
    },
  } as SeatingClient;
  const placing = createPlacing({ database, saga, seating, paymentSeconds: 900 });
  return {
    batches,
    place: (holdId: string, idempotencyKey: string = randomUUID()) =>
      placing.place({ userId: randomUUID(), verified: true }, { holdId, names: ["Ada"], idempotencyKey }),
  };
}

const ordersOf = (holdId: string) =>
  rows<{ id: string; status: string }>(
    database().read(),
    sql`select id, status from purchase where hold_id = ${holdId}`,
  );

test("orders that are placed at the same time are asked of seating together, and each is made or refused", async () => {
  const gone = randomUUID();
  const { batches, place } = placingWith(({ holdId }) =>
    holdId === gone ? { ...converted(), refusal: "NOT_ACTIVE", seats: [] } : converted(),
  );
  const holds = [randomUUID(), gone, randomUUID()];
  const placed = await Promise.allSettled(holds.map((holdId) => place(holdId)));
  expect(placed.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(placed[0]).toMatchObject({ value: { order: { holdId: holds[0], status: "AWAITING_PAYMENT", total: 100 } } });
  expect(batches.length).toBeLessThan(3);
  expect(await ordersOf(gone)).toEqual([]);
  const { id } = (await ordersOf(holds[2]!))[0]!;
  const item = await row(database().read(), sql`select kind, attempts from work_item where id = ${id}`);
  expect(item).toEqual({ kind: "order", attempts: 1 });
});

test("an order of an event that was cancelled meanwhile ends at once, and its seats go back on sale", async () => {
  const event = { ...EVENT, eventId: randomUUID() };
  await database().transaction((tx) => beginCancellation(tx, { ...event, reason: "Rain." }));
  const holdId = randomUUID();
  const placed = await placingWith(() => converted(event)).place(holdId);
  expect(placed).toHaveProperty("orderId");
  expect(await ordersOf(holdId)).toMatchObject([{ status: "CANCELLED" }]);
  const { id } = (await ordersOf(holdId))[0]!;
  await until(async () => {
    const job = await row(database().read(), sql`select 1 from job where key = ${id} and kind = 'release-seats'`);
    return job !== undefined;
  }, "its seats are to be released");
});

test("seating of the version before is asked one by one", async () => {
  const place = (n: number) =>
    orders.as(
      { userId: randomUUID() },
      `mutation ($i: PlaceOrderInput!) { placeOrder(input: $i) { __typename ... on Order { status total { amount } } } }`,
      { i: { holdId: randomUUID(), idempotencyKey: `old ${n}` } },
    );
  const answers = await Promise.all([place(1), place(2), place(3)]);
  for (const { data } of answers)
    expect(data.placeOrder).toEqual({ __typename: "Order", status: "AWAITING_PAYMENT", total: { amount: 100 } });
});

test("an order that the version before has begun is gone on with, by its own id", async () => {
  const [orderId, holdId, buyerId] = [randomUUID(), randomUUID(), randomUUID()];
  const request = { userId: buyerId, mutation: "placeOrder", key: orderId, input: { holdId, names: ["Ada"] } };
  await rows(
    database().read(),
    sql`insert into purchase (id, number, buyer_id, hold_id, names, status) values (${orderId}, ${orderId}, ${buyerId}, ${holdId}, '{Ada}', 'PLACING')`,
  );
  await rows(
    database().read(),
    sql`insert into job (id, kind, key, body, run_at)
        values (${randomUUID()}, 'place-order', ${orderId}, ${JSON.stringify({ orderId, holdId, buyerId, request })}, now())`,
  );
  await until(async () => (await ordersOf(holdId))[0]?.status === "AWAITING_PAYMENT", "it is placed");
  expect(asked).toContain(orderId);
  expect(await ordersOf(holdId)).toEqual([{ id: orderId, status: "AWAITING_PAYMENT" }]);
});
