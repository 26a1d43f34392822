// Interventions of platform staff: who, when, what and why. A row is written in the transaction of the action, and never changes.
import type { Database, Tx } from "./database.ts";
import { manyById } from "../core/batching.ts";
import { v7 as uuid } from "../core/ids.ts";
import { rows, sql } from "./sql.ts";

export interface Intervention {
  subjectId: string;
  /** The mutation that did it. */
  action: string;
  at: Date;
  byUser: string;
  /** Null if no reason is required. */
  reason: string | null;
}

/** For migrations of subgraphs with interventions. Frozen, as every migration is: a change is a new migration. */
export const interventionTable = `
create table intervention (
  id uuid primary key,
  subject_id uuid not null,
  action text not null,
  at timestamptz not null default date_trunc('milliseconds', now()),
  by_user uuid not null,
  reason text
);
create index intervention_of_subject on intervention (subject_id, at, id);
create function intervention_never_changes() returns trigger language plpgsql as $$ begin raise exception 'interventions never change'; end $$;
create trigger intervention_kept before update or delete or truncate on intervention for each statement execute function intervention_never_changes();
`;

export async function recordIntervention(
  tx: Tx,
  { subjectId, action, byUser, reason }: Omit<Intervention, "at">,
): Promise<void> {
  await rows(
    tx,
    sql`insert into intervention (id, subject_id, action, by_user, reason) values (${uuid()}, ${subjectId}, ${action}, ${byUser}, ${reason})`,
  );
}

/** Oldest first. */
export function interventionsLoader(database: Database) {
  return manyById<Intervention>(
    (ids) =>
      rows(
        database.read(),
        sql`select subject_id, action, at, by_user, reason from intervention where subject_id = any(${ids}::uuid[]) order by at, id`,
      ),
    ({ subjectId }) => subjectId,
  );
}
