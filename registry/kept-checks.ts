// Checks, as the registry keeps them.
import type { Database, Tx } from "../platform/postgres/database.ts";
import { uuidOrNull } from "../platform/core/input.ts";
import type { CheckResult } from "./checks/check.ts";
import { CheckWorkflowEntity, statement } from "./entities.ts";
import type { VariantRef } from "./store.ts";

export interface KeptCheck extends VariantRef {
  id: string;
  subgraph: string;
  passed: boolean;
  result: CheckResult;
}

export async function keepCheck(database: Database, kept: KeptCheck, git: object, keyId: string): Promise<void> {
  const { id, graphId, variant, subgraph, passed, result } = kept;
  const check = { id, graphId, variant, subgraph, passed, result, git, askedBy: keyId };
  await database.read().insert(CheckWorkflowEntity, check);
}

/** Retention of checks: their pipelines have ended long before. */
const CHECKS_KEPT = "1 year";

const oldChecks = statement((db, _, { sql }) =>
  db.deleteFrom("check_workflow").where("checkedAt", "<", sql<Date>`now() - ${CHECKS_KEPT}::interval`),
);

export async function forgetChecks(database: Database): Promise<void> {
  await oldChecks.change(database.read(), {});
}

const check = statement((db, { id }: { id: string }) =>
  db.selectFrom("check_workflow").selectAll().where("id", "=", id),
);

export async function findCheck(database: Database, id: string): Promise<KeptCheck | undefined> {
  const known = uuidOrNull(id);
  return known === null ? undefined : check.row(database.read(), { id: known });
}

export interface CheckSummary {
  id: string;
  subgraph: string;
  passed: boolean;
  checkedAt: Date;
}

const newestChecks = statement((db, { graphId, variant, limit }: VariantRef & { limit: number }) =>
  db
    .selectFrom("check_workflow")
    .select(["id", "subgraph", "passed", "checkedAt"])
    .where("graphId", "=", graphId)
    .where("variant", "=", variant)
    .orderBy("checkedAt", "desc")
    .limit(limit),
);

/** Newest first. */
export function checksOf(em: Tx, ref: VariantRef, limit: number): Promise<CheckSummary[]> {
  return newestChecks.rows(em, { ...ref, limit });
}
