// Accounts that became part of another account. Each subgraph moves the rows of the old id to the new one, and remembers the pair: a row that is
// written later under the old id gets the new one by a trigger. An advisory lock of the old id serializes both. So no row keeps the old id,
// however late messages and requests in flight are. Raw SQL: the tables are known only at run time.
import type { MessageType } from "../core/contracts.ts";
import { on, type MessageHandler } from "../messaging/handlers.ts";
import type { PersonalTable } from "../personal-data/declaration.ts";
import type { Database, Tx } from "../postgres/database.ts";
import { rawSql, row, rows, sql } from "../postgres/sql.ts";

/** Namespace of the advisory locks. */
const LOCKS = 4_711_020;

/** Where a subgraph stores ids of accounts that may be merged. */
export interface MergeableAccounts {
  /** Columns by table. Each needs an index, at least of the ids that may be merged. */
  columns: Readonly<Record<string, readonly string[]>>;
  /** SQL condition of an id that may be merged; it reads no table. */
  mayBeMerged(id: string): string;
}

/** SQL of a migration: the table of merged accounts, and the triggers of the columns. */
export function mergedAccountsSql({ columns, mayBeMerged }: MergeableAccounts): string {
  const triggers = Object.entries(columns).flatMap(([table, names]) =>
    names.map(
      (name) => `
create trigger ${table}_${name}_merged before insert on ${table} for each row
  when (${mayBeMerged(`new.${name}`)}) execute function set_current_account('${name}');`,
    ),
  );
  return `
-- Accounts that became part of another one, which was not merged itself.
create table merged_account (
  from_id uuid primary key,
  to_id uuid not null check (to_id <> from_id)
);
create index merged_account_into on merged_account (to_id);

-- The account that this one is now. A merge of it waits until this transaction ends. Volatile: each query sees what was committed while it waited.
create function current_account(p_id uuid) returns uuid language plpgsql volatile as $$
declare
  v_to uuid;
begin
  loop
    perform pg_advisory_xact_lock_shared(hashtextextended(p_id::text, ${LOCKS}));
    select to_id into v_to from merged_account where from_id = p_id;
    if not found then return p_id; end if;
    p_id := v_to;
  end loop;
end $$;

create function set_current_account() returns trigger language plpgsql as $$
begin
  return jsonb_populate_record(new, jsonb_build_object(tg_argv[0], current_account((to_jsonb(new) ->> tg_argv[0])::uuid)));
end $$;
${triggers.join("")}
`;
}

interface Merge {
  from: string;
  to: string;
}

/** Moves all rows of an account to another one. Idempotent, and in any order with merges of both. */
export async function mergeAccount(
  tx: Tx,
  { columns, mayBeMerged }: MergeableAccounts,
  { from, to }: Merge,
): Promise<void> {
  await rows(tx, sql`select pg_advisory_xact_lock(hashtextextended(${from}, ${LOCKS}))`);
  const { target } = (await row<{ target: string }>(tx, sql`select current_account(${to}::uuid) as target`))!;
  if (target === from) return;
  await rows(
    tx,
    sql`insert into merged_account (from_id, to_id) values (${from}::uuid, ${target}::uuid) on conflict do nothing`,
  );
  await rows(tx, sql`update merged_account set to_id = ${target}::uuid where to_id = ${from}::uuid`);
  for (const [table, names] of Object.entries(columns))
    for (const name of names)
      await rows(
        tx,
        sql`update ${rawSql(table)} set ${rawSql(name)} = ${target}::uuid 
            where ${rawSql(name)} = ${from}::uuid and ${rawSql(mayBeMerged(name))}`,
      );
}

/** @param more does the rest of the merge; its `to` is the account that the target is now */
export function onMerged(
  merged: MessageType<Merge>,
  accounts: MergeableAccounts,
  more: (tx: Tx, merge: Merge) => Promise<void> = async () => {},
): MessageHandler {
  return on(merged, async (tx, merge) => {
    await mergeAccount(tx, accounts, merge);
    const now = await row<{ to: string }>(tx, sql`select current_account(${merge.to}::uuid) as to`);
    await more(tx, { from: merge.from, to: now!.to });
  });
}

/** Accounts that these are now, by their ids; without those that were not merged, as far as this database knows. */
export async function findMerged(
  session: Tx | ReturnType<Database["read"]>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const merged = await rows<{ fromId: string; toId: string }>(
    session,
    sql`select from_id, to_id from merged_account where from_id = any(${[...ids]}::uuid[])`,
  );
  return new Map(merged.map(({ fromId, toId }) => [fromId, toId]));
}

/** Declaration of the table's personal data. */
export const MERGED_ACCOUNT: PersonalTable = {
  kept: {
    from_id: "late messages name the account before it was merged; the id has no name",
    to_id: "the same; the id has no name after the erasure",
  },
};
