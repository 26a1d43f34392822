// Proofs of identity within a session, which allow dangerous mutations for a while.
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql as bySql } from "../../../platform/postgres/sql.ts";
import type { Proof } from "../entities/second-factor.ts";
import { statement } from "../entities/tables.ts";

const elevate = statement((db, { sessionId, proof }: { sessionId: string; proof: Proof }, { sql }) =>
  db
    .updateTable("session")
    .set((of) => ({
      authTime: sql<Date>`app_now()`,
      // The last one is at the end.
      amr: sql<Proof[]>`array_remove(${of.ref("amr")}, ${proof}::text) || ${proof}::text`,
    }))
    .where("id", "=", sessionId)
    .where("endedAt", "is", null),
);

/** Notes the time and the kind of the proof, by the clock of the database. */
export async function elevateSession(tx: Tx, sessionId: string, proof: Proof): Promise<void> {
  await elevate.change(tx, { sessionId, proof });
}

/**
 * Notes since when these users are platform staff; existing rows are unchanged. Raw SQL: it runs at each start, to which MikroORM would add
 * 40 MB and a third of a second.
 */
export async function noteStaff(tx: Tx, userIds: ReadonlySet<string>): Promise<void> {
  await rows(
    tx,
    bySql`insert into staff_since (user_id, since) select id, app_now() from unnest(${[...userIds].filter((id) => uuidOrNull(id) !== null)}::uuid[]) as staff(id) on conflict do nothing`,
  );
}
