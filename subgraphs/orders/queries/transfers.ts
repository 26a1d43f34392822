// Transfer policies, for loaders.
import type { Database } from "../../../platform/postgres/database.ts";
import type { TransferPolicy } from "../entities/transfer-policy.ts";
import { statement } from "../entities/tables.ts";

const policies = statement((db, { keys }: { keys: readonly string[] }, { sql }) =>
  db
    .selectFrom("transfer_policy")
    .selectAll()
    .where((of) => sql<boolean>`${of.ref("eventId")} = any(${keys}::uuid[])`),
);

export function transferPoliciesOf(database: Database, eventIds: readonly string[]): Promise<TransferPolicy[]> {
  return policies.rows(database.read(), { keys: eventIds });
}
