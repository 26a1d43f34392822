import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../dev/alone.ts";
import { rows, sql } from "../../../platform/sql.ts";
import { abandonDecision, beginDecision, countAttempt } from "../commands/decide-review.ts";

let risk: Alone;
beforeAll(async () => {
  risk = await startAlone("risk", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => risk.stop());

test("who was not heard by orders does not take a decision back from somebody who may have been", async () => {
  const { database } = risk.running;
  const decisionOn = async () => {
    const [assessmentId, orderId] = [randomUUID(), randomUUID()];
    await rows(
      database.read(),
      sql`insert into assessment (id, order_id, buyer_id, organization_id, score, decision, reasons, assessed_at)
          values (${assessmentId}, ${orderId}, ${randomUUID()}, ${randomUUID()}, 50, 'REVIEW', '[]', now())`,
    );
    return { assessmentId, orderId, decision: "ALLOW" as const, decidedBy: randomUUID(), note: null };
  };
  type Decision = Awaited<ReturnType<typeof decisionOn>>;
  const begin = (decision: Decision) => database.transaction((tx) => beginDecision(tx, decision));
  const abandon = (decision: Decision) => database.transaction((tx) => abandonDecision(tx, decision));
  const [twice, byJob, alone] = [await decisionOn(), await decisionOn(), await decisionOn()];
  for (const one of [twice, twice, byJob, alone]) expect(await begin(one)).toBe(true);
  await database.transaction((tx) => countAttempt(tx, byJob));
  expect([await abandon(twice), await abandon(byJob), await abandon(alone)]).toEqual([false, false, true]);
});
