import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { countNotification } from "../commands/write-notifications.ts";

let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => orders.stop());

async function letterTo(recipientId: string): Promise<{ id: string; recipientId: string }> {
  const [id, orderId] = [randomUUID(), randomUUID()];
  const em = orders.running.database.read();
  await rows(
    em,
    sql`insert into purchase (id, number, buyer_id, hold_id, status) values (${orderId}, ${orderId}, ${recipientId}, ${randomUUID()}, 'PLACING')`,
  );
  await rows(
    em,
    sql`insert into letter (id, order_id, recipient_id, kind) values (${id}, ${orderId}, ${recipientId}, 'ORDER_ENDED')`,
  );
  return { id, recipientId };
}

test("fifty letters a day may be sent to a person, however many are tried at once, and the next day more", async () => {
  const { database } = orders.running;
  const recipientId = randomUUID();
  const letters = await Promise.all(Array.from({ length: 60 }, () => letterTo(recipientId)));
  const count = async (notification: (typeof letters)[number]) =>
    (await database.transaction((tx) => countNotification(tx, notification))) === null;
  const first = await Promise.all(letters.map(count));
  expect(first.filter((may) => may)).toHaveLength(50);
  // A retry does not count again.
  expect(await Promise.all(letters.map(count))).toEqual(first);
  expect(await count(await letterTo(randomUUID()))).toBe(true);
  await orders.advance(86_400);
  expect(await Promise.all(letters.map(count))).toEqual(letters.map(() => true));
});
