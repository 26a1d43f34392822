import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";
import { unavailable } from "../../../platform/core/errors.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { createDeciding } from "../workflows/decide-review.ts";
import type { Decision } from "../entities/intended-decision.ts";

let risk: Alone;
beforeAll(async () => {
  risk = await startAlone("risk", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => risk.stop());

const database = () => risk.running.database;

async function decisionOn(decision: Decision["decision"] = "ALLOW"): Promise<Decision> {
  const [assessmentId, orderId] = [randomUUID(), randomUUID()];
  await rows(
    database().read(),
    sql`insert into assessment (id, order_id, buyer_id, organization_id, score, decision, reasons, assessed_at)
        values (${assessmentId}, ${orderId}, ${randomUUID()}, ${randomUUID()}, 50, 'REVIEW', '[]', now())`,
  );
  return { assessmentId, orderId, decision, decidedBy: randomUUID(), note: null };
}

function decidingWith(answer: (decision: Decision) => Promise<boolean>) {
  const asked: Decision[] = [];
  const deciding = createDeciding(database, {
    decideOrder: (decision) => {
      asked.push(decision);
      return answer(decision);
    },
  });
  return { ...deciding, asked };
}

const assessment = ({ assessmentId }: Decision) =>
  row<{ decision: string; decidedBy: string | null }>(
    database().read(),
    sql`select decision, decided_by from assessment where id = ${assessmentId}`,
  );
const isIntended = async ({ assessmentId }: Decision) =>
  (await row(database().read(), sql`select 1 from work_item where id = ${assessmentId}`)) !== undefined;

test("a decision that orders has let through is written once, and the same again is said as if done now", async () => {
  const one = await decisionOn();
  const { decide, asked } = decidingWith(async () => true);
  await decide(one);
  await decide({ ...one, decidedBy: randomUUID() });
  expect(asked).toEqual([one]);
  expect(await assessment(one)).toEqual({ decision: "ALLOW", decidedBy: one.decidedBy });
  expect(await isIntended(one)).toBe(false);
});

test("an order that has ended lets no decision through", async () => {
  const one = await decisionOn();
  await expect(decidingWith(async () => false).decide(one)).rejects.toMatchObject({ typename: "NotInReview" });
  expect(await assessment(one)).toEqual({ decision: "REVIEW", decidedBy: null });
});

test("during a decision another decision is refused", async () => {
  const one = await decisionOn();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const { decide } = decidingWith(() => promise);
  const first = decide(one);
  await until(() => isIntended(one), "the decision is intended");
  await expect(decide({ ...one, decision: "BLOCK" })).rejects.toMatchObject({ typename: "NotInReview" });
  resolve(true);
  await first;
  expect(await assessment(one)).toMatchObject({ decision: "ALLOW" });
});

test("a request that orders did not receive withdraws its decision, but not that of a request that orders may have received", async () => {
  const [alone, twice] = [await decisionOn(), await decisionOn()];
  const away = decidingWith(async () => {
    throw unavailable("orders");
  });
  await expect(away.decide(alone)).rejects.toMatchObject({ extensions: { code: "UNAVAILABLE" } });
  expect(await isIntended(alone)).toBe(false);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const received = decidingWith(() => promise).decide(twice);
  await until(() => isIntended(twice), "the decision is intended");
  await expect(away.decide(twice)).rejects.toMatchObject({ extensions: { code: "TIMEOUT" } });
  expect(await isIntended(twice)).toBe(true);
  resolve(true);
  await received;
  expect(await isIntended(twice)).toBe(false);
});

test("a decision that the version before has begun is gone on with", async () => {
  const one = await decisionOn();
  const { assessmentId, decision, decidedBy } = one;
  await rows(
    database().read(),
    sql`insert into intended_decision (assessment_id, decision, decided_by) values (${assessmentId}, ${decision}, ${decidedBy})`,
  );
  await rows(
    database().read(),
    sql`insert into job (id, kind, key, body, run_at) values (${randomUUID()}, 'decide-review', ${assessmentId}, ${JSON.stringify(one)}, now())`,
  );
  await until(() => isIntended(one), "it is an intent");
  expect(await rows(database().read(), sql`select 1 from intended_decision`)).toEqual([]);
});
