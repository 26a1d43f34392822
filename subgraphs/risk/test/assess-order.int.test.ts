import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../dev/alone.ts";
import { row, sql } from "../../../platform/sql.ts";
import { assessOrder, noteGuessedCodes } from "../commands/assess-order.ts";

let risk: Alone;
beforeAll(async () => {
  risk = await startAlone("risk", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => risk.stop());

test("the next assessment of a buyer who guessed promo codes says so, once for a message that comes twice", async () => {
  const { database } = risk.running;
  const [buyerId, orderId] = [randomUUID(), randomUUID()];
  const guessed = { guessId: randomUUID(), buyerId };
  for (let time = 0; time < 2; time++) await database.transaction((tx) => noteGuessedCodes(tx, guessed));
  const card = { fingerprint: randomUUID(), riskLevel: "normal" as const };
  const paid = { orderId, buyerId, organizationId: randomUUID(), amount: 1_000, card };
  await database.transaction((tx) => assessOrder(tx, paid));
  const assessment = await row<{ score: number; reasons: { code: string }[] }>(
    database.read(),
    sql`select score, reasons from assessment where order_id = ${orderId}`,
  );
  expect(assessment).toMatchObject({ score: 25, reasons: [{ code: "CODES_GUESSED" }] });
});
