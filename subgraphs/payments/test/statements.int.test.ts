// Statements: their sums, also beyond 32 bits, and the number of ledger entries read for them.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { createTestDatabase } from "../../../testkit/databases.ts";
import { rowsRead } from "../../../testkit/rows-read.ts";
import { connectTo, serversOfThisRun } from "../../../testkit/supergraph.ts";
import { encodeCursor } from "../../../platform/graphql/pagination.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { loadConfig } from "../config.ts";
import { entriesOf, statementsOf } from "../queries/statements.ts";
import { createPayments } from "../subgraph.ts";

let payments: Alone;
beforeAll(async () => {
  payments = await startAlone("payments", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => payments.stop());

const CAPTURED = 2_000_000_000;
const organizationId = randomUUID();

async function capture(): Promise<void> {
  const [group, order] = [randomUUID(), randomUUID()];
  await payments.running.database.transaction((tx) =>
    rows(
      tx,
      sql`insert into ledger_entry (group_id, account, amount, currency, order_id, payment_id, what)
          select ${group}::uuid, account, amount, 'JPY', ${order}::uuid, ${randomUUID()}::uuid, 'CAPTURE'
          from (values ('provider', ${CAPTURED}::int), (${`organization:${organizationId}`}, ${-CAPTURED}::int)) as t(account, amount)`,
    ),
  );
}

const owner = { userId: randomUUID(), memberships: { [organizationId]: "OWNER" } };
const ask = (fields: string) =>
  payments.as(
    owner,
    `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Organization { statements(from: "2020-01-01T00:00:00Z") { ${fields} } } } }`,
    { ids: [{ __typename: "Organization", id: organizationId }] },
  );

test("a stadium's statement is computed from the sums, and the fields of 32 bits name them", async () => {
  await capture();
  await capture();
  const sum = (amount: number) => ({ amount, currency: "JPY" });
  const fields = ["opening", "captured", "refunded", "chargedBack", "closing"].map(
    (field) => `${field}Sum { amount currency }`,
  );
  const told = await ask(`${fields.join(" ")} entries { nodes { amount { amount } balanceSum { amount } } }`);
  expect(told.data._entities[0].statements).toEqual([
    {
      openingSum: sum(0),
      capturedSum: sum(2 * CAPTURED),
      refundedSum: sum(0),
      chargedBackSum: sum(0),
      closingSum: sum(2 * CAPTURED),
      entries: {
        nodes: [CAPTURED, 2 * CAPTURED].map((balance) => ({
          amount: { amount: CAPTURED },
          balanceSum: { amount: balance },
        })),
      },
    },
  ]);
  expect((await ask("opening { amount }")).data._entities[0].statements).toEqual([{ opening: { amount: 0 } }]);
  for (const [asked, successor] of [
    ["captured { amount }", "capturedSum"],
    ["closing { amount }", "closingSum"],
    ["entries { nodes { balance { amount } } }", "balanceSum"],
  ] as const) {
    const { errors } = await ask(asked);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(successor), extensions: { code: "OUT_OF_RANGE" } },
    ]);
  }
});

describe("a long ledger", () => {
  const organization = randomUUID();
  const account = `organization:${organization}`;
  const ENTRIES = 4_000;
  const HOURS = 3;
  const WHAT = ["CAPTURE", "CAPTURE", "CAPTURE", "REFUND", "REFUND_RETURNED", "CHARGEBACK"] as const;
  const CURRENCIES = ["EUR", "EUR", "EUR", "CHF"] as const;
  interface Entry {
    id: number;
    bookedAt: Date;
    what: (typeof WHAT)[number];
    currency: string;
    amount: number;
  }
  let entries: Entry[];

  // Both entries of each group. Some groups are booked at the same moment, and not in the order of IDs.
  beforeAll(async () => {
    await payments.running.database.transaction((tx) =>
      rows(
        tx,
        sql`insert into ledger_entry (group_id, account, amount, currency, order_id, payment_id, what, booked_at)
            select md5(n::text)::uuid, side.account, side.sign * (n % 97 + 1), (${CURRENCIES}::text[])[1 + n % 4], md5(n::text)::uuid, md5(n::text)::uuid, (${WHAT}::text[])[1 + n % 6],
              timestamptz '2026-03-30T23:59:59.123456Z' + (n * 37 % ${ENTRIES}) / 2 * ${2 * HOURS} * interval '1 hour'
            from generate_series(1, ${ENTRIES}::int) n, (values ('provider:clearing', 1), (${account}, -1)) side (account, sign)`,
      ),
    );
    entries = await rows<Entry>(
      payments.running.database.read(),
      sql`select id, booked_at, what, currency, -amount as amount from ledger_entry where account = ${account} order by booked_at, id`,
    );
    await rows(payments.running.database.read(), sql`vacuum analyze ledger_entry`);
  });

  const sum = (some: Entry[]) => some.reduce((total, { amount }) => total + amount, 0);
  const PERIODS: [string, string][] = [
    ["1970-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z"],
    ["2026-05-01T00:00:00.000Z", "2026-06-01T00:00:00.000Z"],
    ["2026-05-03T04:05:06.789Z", "2026-11-30T23:59:59.124Z"],
    ["2026-05-03T04:05:06.789Z", "2026-05-03T17:00:00.000Z"],
    ["2026-03-31T00:00:00.000Z", "2026-03-31T00:00:00.000Z"],
    ["2026-09-01T00:00:00.000Z", "2026-08-01T00:00:00.000Z"],
    ["2020-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z"],
    ["2020-01-01T00:00:00.000Z", "2026-03-31T00:00:00.000Z"],
    ["2020-01-01T00:00:00.000Z", "2026-03-30T23:59:59.123Z"],
  ];

  test.each(PERIODS)("from %s to %s its statement is what its entries add up to", async (from, to) => {
    const [opens, closes] = [new Date(from), new Date(to)];
    const expected = ["CHF", "EUR"].flatMap((currency) => {
      const before = entries.filter((entry) => entry.currency === currency && entry.bookedAt < closes);
      const within = before.filter(({ bookedAt }) => bookedAt >= opens);
      const of = (...what: string[]) => sum(within.filter((entry) => what.includes(entry.what)));
      return before.length === 0
        ? []
        : [
            {
              currency,
              opening: sum(before) - sum(within),
              closing: sum(before),
              captured: of("CAPTURE"),
              refunded: of("REFUND", "REFUND_RETURNED"),
              chargedBack: of("CHARGEBACK"),
            },
          ];
    });
    expect(await statementsOf(payments.running.database, organization, opens, closes)).toMatchObject(expected);
  });

  test("its entries come page by page, each with the balance after it", async () => {
    const { database } = payments.running;
    const [from, to] = [new Date("2026-05-03T04:05:06.789Z"), new Date("2026-06-20T00:00:00Z")];
    for (const statement of await statementsOf(database, organization, from, to)) {
      const meant = entries.filter(
        ({ currency, bookedAt }) => currency === statement.currency && bookedAt >= from && bookedAt < to,
      );
      const told: { id: number; balance: number }[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page = await entriesOf(database, statement, { first: 7, after });
        told.push(...page.nodes.map(({ id, balance }) => ({ id, balance })));
        more = page.pageInfo.hasNextPage;
        after = page.pageInfo.endCursor;
        expect(await page.totalCount()).toBe(meant.length);
      }
      const balances = meant.map((_, at) => statement.opening + sum(meant.slice(0, at + 1)));
      expect(told).toEqual(meant.map(({ id }, at) => ({ id, balance: balances[at] })));
      expect(told.at(-1)?.balance).toBe(statement.closing);
    }
  });

  test("a cursor of another statement is refused", async () => {
    const { database } = payments.running;
    const [statement] = await statementsOf(database, organization, new Date("2026-05-01"), new Date("2026-06-01"));
    const others = entries.find(({ bookedAt }) => bookedAt > new Date("2026-07-01"))!;
    const after = encodeCursor({ id: others.id });
    await expect(entriesOf(database, statement!, { after })).rejects.toThrow("is not a cursor of this list");
  });

  test("neither reads what was booked before", async () => {
    const [from, to] = [new Date("2027-05-03T04:05:06Z"), new Date("2027-06-20T10:00:00Z")];
    const { ledger_entry: booked = 0, ledger_total: totals = 0 } = await rowsRead(
      payments.running.database,
      async (counted) => {
        const statements = await statementsOf(counted, organization, from, to);
        const page = await entriesOf(counted, statements[1]!, { first: 20 });
        await entriesOf(counted, statements[1]!, { first: 20, after: page.pageInfo.endCursor });
      },
    );
    expect(booked).toBeLessThan(8 * 24 + 3 * 21);
    expect(totals).toBeLessThan(800);
  });

  test("totals change with entries alone", async () => {
    const { database } = payments.running;
    for (const change of [
      sql`update ledger_total set amount = 0`,
      sql`delete from ledger_total`,
      sql`truncate ledger_total`,
      sql`insert into ledger_total values (${account}, 'day', '2020-01-01', 'EUR', 'CAPTURE', 1, 1)`,
    ])
      await expect(rows(database.read(), change)).rejects.toThrow("totals follow from the ledger entries");
  });
});

test("entries of before the totals are in them once, and so are those that come meanwhile", async () => {
  const { migrations } = createPayments(loadConfig(payments.env));
  const beforehand = migrations.slice(
    0,
    migrations.findIndex(({ name }) => name === "008-totals"),
  );
  const of = { name: "payments", entities: [] };
  const old = await createTestDatabase(serversOfThisRun().adminUrl, { ...of, migrations: beforehand });
  const account = `organization:${organizationId}`;
  const client = await connectTo(old.url);
  const add = (day: string) =>
    client.query(
      `insert into ledger_entry (group_id, account, amount, currency, order_id, payment_id, what, booked_at)
       select g, side.account, side.amount, 'EUR', g, g, 'CAPTURE', $1 from gen_random_uuid() g, (values ('provider:clearing', 100), ('${account}', -100)) side (account, amount)`,
      [day],
    );
  try {
    await add("2026-05-01T10:00:00Z");
    const [first, backfill] = migrations.slice(beforehand.length) as { statements: string }[];
    await client.query(first!.statements);
    await add("2026-05-01T11:00:00Z");
    await client.query(backfill!.statements);
    await add("2026-05-01T12:00:00Z");
    const { rows: totals } = await client.query("select period, amount::int from ledger_total order by period");
    expect(totals).toEqual([
      { period: "day", amount: -300 },
      { period: "month", amount: -300 },
    ]);
  } finally {
    await client.end();
    await old.drop();
  }
});
