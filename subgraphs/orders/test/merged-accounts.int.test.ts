// Rows of a merged account follow it, in whatever order messages and requests arrive.
import { randomUUID } from "node:crypto";
import { guestIdOf } from "../../../domain/guests.ts";
import { findMerged, mergeAccount } from "../../../platform/accounts/merged-accounts.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";
import { mergeableAccounts } from "../entities/merged-accounts.ts";

let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders");
});
afterAll(() => orders.stop());

const guest = () => guestIdOf(randomUUID());
const merge = (from: string, to: string) =>
  orders.running.database.transaction((tx) => mergeAccount(tx, mergeableAccounts, { from, to }));

const insertion = (orderId: string, buyerId: string) =>
  sql`insert into bought (order_id, buyer_id, event_id, currency, total, tickets, confirmed_at)
      values (${orderId}::uuid, ${buyerId}::uuid, ${randomUUID()}::uuid, 'EUR', 100, 1, now())`;

async function buy(buyerId: string): Promise<string> {
  const orderId = randomUUID();
  await orders.running.database.transaction((tx) => rows(tx, insertion(orderId, buyerId)));
  return orderId;
}

const buyerOf = async (orderId: string): Promise<string> =>
  (await row<{ buyerId: string }>(
    orders.running.database.read(),
    sql`select buyer_id from bought where order_id = ${orderId}::uuid`,
  ))!.buyerId;

test("orders from before and after a merge belong to the account, also if the merge is repeated", async () => {
  const [from, to, other] = [guest(), randomUUID(), guest()];
  const [before, ofOther] = [await buy(from), await buy(other)];
  await merge(from, to);
  const after = await buy(from);
  await merge(from, to);
  expect(await Promise.all([before, after, ofOther].map(buyerOf))).toEqual([to, to, other]);
  expect(await findMerged(orders.running.database.read(), [from, other])).toEqual(new Map([[from, to]]));
});

test("merges of a chain lead to its last account, in both orders", async () => {
  for (const isReversed of [false, true]) {
    const [first, second, account] = [guest(), guest(), randomUUID()];
    const bought = [await buy(first), await buy(second)];
    const steps = [() => merge(first, second), () => merge(second, account)];
    for (const step of isReversed ? steps.reverse() : steps) await step();
    bought.push(await buy(first), await buy(second));
    for (const orderId of bought) expect(await buyerOf(orderId)).toBe(account);
  }
});

test("merges of a chain at once, and orders meanwhile, lose nothing", async () => {
  for (let round = 0; round < 10; round++) {
    const [first, second, account] = [guest(), guest(), randomUUID()];
    const [, , ...bought] = await Promise.all([
      merge(first, second),
      merge(second, account),
      ...Array.from({ length: 8 }, (_, number) => buy(number % 2 === 0 ? first : second)),
    ]);
    for (const orderId of bought as string[]) expect(await buyerOf(orderId)).toBe(account);
  }
});

test("a merge waits for an order that is not committed yet", async () => {
  const [from, to, orderId] = [guest(), randomUUID(), randomUUID()];
  const { database } = orders.running;
  let merging: Promise<void> | undefined;
  await database.transaction(async (tx) => {
    await rows(tx, insertion(orderId, from));
    merging = merge(from, to);
    const waits = sql`select 1 from pg_locks where locktype = 'advisory' and not granted`;
    await until(async () => (await rows(database.read(), waits)).length > 0, "the merge waits");
  });
  await merging;
  expect(await buyerOf(orderId)).toBe(to);
});

test("orders of accounts are stored without a look at merges", async () => {
  const [account, to] = [randomUUID(), randomUUID()];
  const orderId = await buy(account);
  await merge(account, to);
  expect(await buyerOf(orderId)).toBe(account);
});
