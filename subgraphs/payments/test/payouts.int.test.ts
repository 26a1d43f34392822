// Payouts: what they may be, what they do to statements, and what repeated and concurrent requests do.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Data } from "../../../local/client.ts";

let payments: Alone;
beforeAll(async () => {
  payments = await startAlone("payments", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => payments.stop());

const staff = { userId: randomUUID(), staff: true };
const PAST = "2026-01-01T00:00:00Z";
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Owed to the organization by a sale, or by it for a refund (negative). */
async function earn(organizationId: string, amount: number, bookedAt: Date, currency = "EUR"): Promise<void> {
  const what = amount > 0 ? "CAPTURE" : "REFUND";
  await payments.running.database.transaction((tx) =>
    rows(
      tx,
      sql`insert into ledger_entry (group_id, account, amount, currency, order_id, payment_id, what, booked_at)
          select g, account, amount, ${currency}, g, g, ${what}, ${bookedAt}::timestamptz from gen_random_uuid() g,
                 (values ('provider:clearing', ${amount}::int), (${`organization:${organizationId}`}, ${-amount}::int)) as t(account, amount)`,
    ),
  );
}

const RECORD = `mutation ($input: RecordPayoutInput!) { recordPayout(input: $input) {
  __typename ... on Payout { id amount { amount currency } reference returnedAt returnReason }
  ... on PayoutTooHigh { owed { amount currency } } ... on PayoutReferenceTaken { payout { id } } } }`;

const record = async (organizationId: string, rest: Data): Promise<Data> => {
  const given = { currency: "EUR", until: new Date().toISOString(), reference: randomUUID(), ...rest };
  const input = { organizationId, idempotencyKey: randomUUID(), ...given };
  const { data, errors } = await payments.as(staff, RECORD, { input });
  expect(errors).toBeUndefined();
  return data.recordPayout;
};

const RETURN = `mutation ($id: ID!, $reason: String!) { returnPayout(payoutId: $id, reason: $reason) {
  __typename ... on Payout { id returnedAt returnReason } } }`;

async function organizationOf(id: string, fields: string, viewer: Data = staff): Promise<Data> {
  const query = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Organization { ${fields} } } }`;
  return (await payments.as(viewer, query, { ids: [{ __typename: "Organization", id }] })).data._entities[0];
}
const balance = async (id: string): Promise<number> =>
  (await organizationOf(id, `statements(from: "${PAST}") { closingSum { amount } }`)).statements[0].closingSum.amount;

test("a payout reduces what the organization is owed, also in the balances of entries, and a returned one does not", async () => {
  const id = randomUUID();
  await earn(id, 1_000, daysAgo(3));
  const first = await record(id, { amount: 700 });
  expect(first).toMatchObject({ __typename: "Payout", amount: { amount: 700, currency: "EUR" }, returnedAt: null });
  await earn(id, 50, new Date(Date.now() + 1_000));
  const fields = `statements(from: "${PAST}", to: "2100-01-01T00:00:00Z") {
    capturedSum { amount } paidOutSum { amount } closingSum { amount }
    entries { totalCount nodes { amount { amount } balanceSum { amount } order { id } } }
    second: entries(first: 1) { nodes { balanceSum { amount } } pageInfo { endCursor } } }
    payouts { totalCount nodes { id } }`;
  const told = await organizationOf(id, fields);
  expect(told.statements[0]).toMatchObject({
    capturedSum: { amount: 1_050 },
    paidOutSum: { amount: -700 },
    closingSum: { amount: 350 },
    entries: {
      totalCount: 2,
      nodes: [
        { amount: { amount: 1_000 }, balanceSum: { amount: 1_000 } },
        { amount: { amount: 50 }, balanceSum: { amount: 350 } },
      ],
    },
  });
  const after = told.statements[0].second.pageInfo.endCursor;
  const page = `statements(from: "${PAST}", to: "2100-01-01T00:00:00Z") { entries(after: "${after}") { nodes { balanceSum { amount } } } }`;
  expect((await organizationOf(id, page)).statements[0].entries.nodes).toEqual([{ balanceSum: { amount: 350 } }]);
  expect(told.payouts).toEqual({ totalCount: 1, nodes: [{ id: first.id }] });

  const reasons = ["Account closed", "Wrong bank", "Unknown name", "Refused"];
  const returned = await Promise.all(reasons.map((reason) => payments.as(staff, RETURN, { id: first.id, reason })));
  const given = returned.map(({ data }) => data.returnPayout.returnReason as string);
  expect(new Set(given).size).toBe(1);
  const again = await payments.as(staff, RETURN, { id: first.id, reason: "Later" });
  expect(again.data.returnPayout).toMatchObject({ id: first.id, returnReason: given[0] });
  expect((await organizationOf(id, fields)).statements[0]).toMatchObject({
    paidOutSum: { amount: 0 },
    closingSum: { amount: 1_050 },
  });
});

test("no more is paid out than was owed at the end of the period, nor more than is owed now", async () => {
  const id = randomUUID();
  await earn(id, 1_000, daysAgo(10));
  await earn(id, 500, daysAgo(2));
  const until = daysAgo(5).toISOString();
  const owed = (amount: number) => ({ __typename: "PayoutTooHigh", owed: { amount, currency: "EUR" } });
  expect(await record(id, { amount: 1_001, until })).toEqual(owed(1_000));
  expect(await record(id, { amount: 1, currency: "JPY" })).toMatchObject({ owed: { amount: 0, currency: "JPY" } });
  expect(await record(id, { amount: 400, until })).toMatchObject({ __typename: "Payout" });
  expect(await record(id, { amount: 601, until })).toEqual(owed(600));
  await earn(id, -900, daysAgo(1));
  // 1,000 + 500 - 900 less the payout of 400.
  expect(await record(id, { amount: 201, until })).toEqual(owed(200));
  expect(await record(id, { amount: 200, until })).toMatchObject({ __typename: "Payout" });
  await earn(id, -100, new Date());
  expect(await record(id, { amount: 1 })).toEqual(owed(0));
  expect(await balance(id)).toBe(-100);
});

test("a payout settles a period, which begins with the end of the last one unless staff say otherwise", async () => {
  const id = randomUUID();
  await earn(id, 1_000, daysAgo(10));
  const [first, second, third] = [daysAgo(9), daysAgo(6), daysAgo(3)].map((day) => day.toISOString());
  const periods = async () =>
    (await organizationOf(id, "payouts { nodes { from until } }")).payouts.nodes.map(({ from, until }: Data) => [
      from,
      until,
    ]);
  await record(id, { amount: 100, until: first });
  const returned = await record(id, { amount: 100, until: second });
  expect(await periods()).toEqual([
    [first, second],
    [null, first],
  ]);
  await payments.as(staff, RETURN, { id: returned.id, reason: "Account closed" });
  // In another currency nothing was settled.
  await earn(id, 1_000, daysAgo(10), "JPY");
  await record(id, { amount: 100, currency: "JPY", until: third });
  await record(id, { amount: 100, until: third });
  // The rest of the same period, and one that staff name.
  await record(id, { amount: 100, until: third });
  const given = { amount: 100, from: second, until: third, reference: "2026-1", idempotencyKey: randomUUID() };
  expect(await record(id, given)).toEqual(await record(id, given));
  expect(await record(id, { ...given, from: first })).toEqual({ __typename: "IdempotencyKeyReused" });
  expect((await periods()).slice(0, 4)).toEqual([
    [second, third],
    [first, third],
    [first, third],
    [null, third],
  ]);
});

test("of payouts at once only as many are recorded as the organization is owed; a repeated key and reference record none", async () => {
  const id = randomUUID();
  await earn(id, 1_000, daysAgo(1));
  const at = await Promise.all(Array.from({ length: 12 }, () => record(id, { amount: 300 })));
  expect(at.filter(({ __typename }) => __typename === "Payout")).toHaveLength(3);
  expect(await balance(id)).toBe(100);

  const given = { amount: 40, reference: "E2E-1", idempotencyKey: randomUUID(), until: new Date().toISOString() };
  const same = await Promise.all(Array.from({ length: 4 }, () => record(id, given)));
  expect(new Set(same.map((payout) => payout.id)).size).toBe(1);
  const other = { ...given, idempotencyKey: randomUUID() };
  expect(await record(id, other)).toEqual({ __typename: "PayoutReferenceTaken", payout: { id: same[0].id } });
  expect(await record(id, { ...given, amount: 41 })).toEqual({ __typename: "IdempotencyKeyReused" });
  expect(await balance(id)).toBe(60);
});

test("bad input names its field, only platform staff record, and only readers of the books see payouts", async () => {
  const id = randomUUID();
  await earn(id, 1_000, daysAgo(1));
  const good = { organizationId: id, amount: 10, currency: "EUR", until: PAST, reference: "R", idempotencyKey: "k" };
  for (const [wrong, field] of [
    [{ amount: 0 }, "input.amount"],
    [{ reference: " " }, "input.reference"],
    [{ reference: "two\nlines" }, "input.reference"],
    [{ until: new Date(Date.now() + 3_600_000).toISOString() }, "input.until"],
    [{ from: PAST }, "input.from"],
    [{ idempotencyKey: "" }, "input.idempotencyKey"],
  ] as const) {
    const { errors } = await payments.as(staff, RECORD, { input: { ...good, ...wrong } });
    expect([wrong, errors?.[0]?.extensions.field]).toEqual([wrong, field]);
  }
  expect(await record("not-an-id", { amount: 1 })).toMatchObject({ __typename: "NotFound" });
  const none = await payments.as(staff, RETURN, { id: randomUUID(), reason: "x" });
  expect(none.data.returnPayout.__typename).toBe("NotFound");
  const member = (role: string) => ({ userId: randomUUID(), memberships: { [id]: role } });
  const { errors } = await payments.as(member("OWNER"), RECORD, { input: good });
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const seen = async (viewer: Data) => (await organizationOf(id, "payouts { totalCount }", viewer)).payouts;
  expect(await seen(member("AUDITOR"))).toEqual({ totalCount: 0 });
  expect(await seen(member("SCANNER"))).toBeNull();
  expect(await seen({ userId: randomUUID() })).toBeNull();
});

test("payouts never change, and their entries balance", async () => {
  const id = randomUUID();
  await earn(id, 1_000, daysAgo(1));
  await record(id, { amount: 10 });
  const { database } = payments.running;
  for (const change of [
    sql`update payout set amount = 1 where organization_id = ${id}::uuid`,
    sql`delete from payout where organization_id = ${id}::uuid`,
  ])
    await expect(rows(database.read(), change)).rejects.toThrow("a payout never changes");
  const sums = await rows<{ sum: string }>(
    database.read(),
    sql`select sum(amount)::text as sum from ledger_entry where what like 'PAYOUT%' group by group_id having count(*) <> 2 or sum(amount) <> 0`,
  );
  expect(sums).toEqual([]);
});

test("staff page through the balances that are not zero, of organizations that are owed or owe", async () => {
  const ids: string[] = Array.from({ length: 4 }, () => randomUUID()).sort();
  const [owed, settled, owing, inTwo] = ids as [string, string, string, string];
  await earn(owed, 1_000, daysAgo(40));
  await earn(owed, -300, daysAgo(1));
  await earn(settled, 500, daysAgo(2));
  expect((await record(settled, { amount: 500 })).__typename).toBe("Payout");
  await earn(owing, -200, daysAgo(1));
  await earn(inTwo, 2_000_000_000, daysAgo(1), "USD");
  await earn(inTwo, 2_000_000_000, daysAgo(1), "USD");
  await earn(inTwo, 5, daysAgo(1));
  const found: Data[] = [];
  let [after, hasNext]: [string | null, boolean] = [null, true];
  while (hasNext) {
    const query = `query ($after: String) { balances(first: 2, after: $after) {
      totalCount nodes { organization { id } amount { amount currency } } pageInfo { endCursor hasNextPage } } }`;
    const { data } = await payments.as(staff, query, { after });
    found.push(...data.balances.nodes);
    ({ endCursor: after, hasNextPage: hasNext } = data.balances.pageInfo);
    expect(data.balances.totalCount).toBeGreaterThanOrEqual(4);
  }
  const own = found.filter(({ organization }) => ids.includes(organization.id as string));
  expect(own.map(({ organization, amount }) => [organization.id, amount.amount, amount.currency])).toEqual([
    [owed, 700, "EUR"],
    [owing, -200, "EUR"],
    [inTwo, 5, "EUR"],
    [inTwo, 4_000_000_000, "USD"],
  ]);
  expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(found.length);
});
