// Policies of returns, for loaders.
import type { Database } from "../../../platform/postgres/database.ts";
import type { ReturnPolicy } from "../entities/return-policy.ts";
import { statement } from "../entities/tables.ts";

const policies = statement((db, { keys }: { keys: readonly string[] }, { sql }) =>
  db
    .selectFrom("return_policy")
    .select(["eventId", "mode", "minutesBefore", "fee"])
    .where((of) => sql<boolean>`${of.ref("eventId")} = any(${keys}::uuid[])`),
);

export function returnPoliciesOf(database: Database, eventIds: readonly string[]): Promise<ReturnPolicy[]> {
  return policies.rows(database.read(), { keys: eventIds });
}
