// A payout, as platform staff record it.
import { randomUUID } from "node:crypto";
import type { Person } from "../local/fixtures.ts";

/** Input of a payout of the smallest amount, for what was owed until now. */
export const newPayout = (organizationId: string) => ({
  organizationId,
  amount: 1,
  currency: "EUR",
  from: new Date(0).toISOString(),
  until: new Date().toISOString(),
  reference: randomUUID(),
  idempotencyKey: randomUUID(),
});

/** Returns the ID of the payout. The organization must be owed something. */
export async function recordPayout(staff: Person, organizationId: string): Promise<string> {
  const { recordPayout: payout } = await staff.client.ask(
    `mutation ($input: RecordPayoutInput!) { recordPayout(input: $input) { ... on Payout { id } } }`,
    { input: newPayout(organizationId) },
  );
  return payout.id as string;
}
