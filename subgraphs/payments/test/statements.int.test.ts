// Statements whose sums need more than 32 bits.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../dev/alone.ts";
import { rows, sql } from "../../../platform/sql.ts";

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

test("a stadium's statement is told by the sums, and the fields of 32 bits name them", async () => {
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
