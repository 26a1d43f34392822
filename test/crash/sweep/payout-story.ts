// Platform staff record payouts of what an organization is owed: four at once, of which one is possible. The bank returns it, and it is paid again.
import { randomUUID } from "node:crypto";
import { connectClient, type Data } from "../../../local/client.ts";
import { signIn, signInAsStaff, type Person } from "../../../local/fixtures.ts";
import { query } from "../../../testkit/inspect.ts";
import type { Actor } from "../actors.ts";
import { actorOf, type Cast } from "./cast.ts";

const PAYOUT = `__typename ... on Payout { id } ... on Error { message }`;
const RECORD = `mutation ($input: RecordPayoutInput!) { recordPayout(input: $input) { ${PAYOUT} ... on PayoutTooHigh { owed { amount } } } }`;

/** The account in PLATFORM_STAFF of a system that tells stories. */
export const STAFF_ID = "0198c5a0-0000-7000-8000-00000000c0de";
const AT_ONCE = 4;
/** More than any organization is owed. */
const TOO_MUCH = 2_000_000_000;

export interface Owed {
  staff: Person;
  amount: number;
}

/** The organization is owed what one purchase has brought. */
export async function sellAndOwe(cast: Cast, purchase: (cast: Cast) => Promise<string>): Promise<Owed> {
  await purchase(cast);
  const staff = await staffOf(cast);
  const refused = await record(cast, actorOf(cast, staff), TOO_MUCH);
  if (refused?.__typename !== "PayoutTooHigh") throw new Error(`The payout was not refused: ${refused?.__typename}`);
  return { staff, amount: Number(refused.owed.amount) };
}

async function staffOf({ system }: Cast): Promise<Person> {
  const client = (token?: string) => connectClient(system.url, token);
  const [known] = await query<{ email: string }>(
    system,
    "users",
    `select email from app_user where id = '${STAFF_ID}'`,
  );
  if (known) return signIn(client, { id: STAFF_ID, email: known.email });
  const ask = (subgraph: string, text: string, values?: unknown[]) => query(system, subgraph, text, values);
  return signInAsStaff({ client, query: ask }, STAFF_ID);
}

async function record(cast: Cast, actor: Actor, amount: number): Promise<Data | undefined> {
  const { organizationId } = cast.world.show;
  const until = new Date().toISOString();
  const input = { organizationId, amount, currency: "EUR", until, reference: randomUUID() };
  return actor.certain({ operation: "payout", query: RECORD, field: "recordPayout", input, key: randomUUID() });
}

export async function payOut(cast: Cast, { staff, amount }: Owed): Promise<void> {
  const actor = actorOf(cast, staff);
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => record(cast, actor, amount)));
  const paid = answers.find((answer) => answer?.__typename === "Payout");
  if (!paid) throw new Error("No payout was recorded.");
  const text = `mutation { returnPayout(payoutId: "${paid.id}", reason: "account closed") { ${PAYOUT} } }`;
  const asked = { operation: "payout return", query: text, field: "returnPayout", input: {}, hasNoKey: true } as const;
  await Promise.all([actor.certain({ ...asked, key: "return" }), actor.certain({ ...asked, key: "return again" })]);
  const again = await record(cast, actor, amount);
  if (again?.__typename !== "Payout") throw new Error(`What was returned was not paid again: ${again?.__typename}`);
}
