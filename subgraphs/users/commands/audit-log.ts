// Appends to the audit log. Raw SQL: a batch is four statements, in the order of the chains.
import { AS_STAFF } from "../../../platform/audit/acting.ts";
import { auditedAction, type Audit } from "../../../platform/audit/audited.ts";
import {
  appendTo,
  FIRST,
  PLATFORM_CHAIN,
  type ChainEntry,
  type Head,
  type HashedEntry,
} from "../../../platform/audit/chain.ts";
import type { AuditedAction } from "../../../platform/core/contracts.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";

type NewEntry = Omit<ChainEntry, "seq" | "prevHash"> & { actionId: string };

/**
 * An action in an organization is in its chain. An action of platform staff is also in the chain of the platform, with its reason: the
 * organization reads the reason only if it is meant for it. What concerns no organization is in the chain of the platform.
 */
function entriesOf({ id: actionId, organizationId, isReasonOpen, ...action }: AuditedAction): NewEntry[] {
  const { at, actor, actAs, network, subject, detail, reason } = action;
  const entry = { actionId, at, actor, actAs, action: action.action, subject, detail, network };
  const isByStaff = actAs === AS_STAFF;
  return [
    ...(organizationId
      ? [{ ...entry, chain: organizationId, reason: isByStaff && !isReasonOpen ? null : reason }]
      : []),
    ...(isByStaff || !organizationId ? [{ ...entry, chain: PLATFORM_CHAIN, reason }] : []),
  ];
}

/** Appends in the order of the actions. Holds the locks of the chains until the transaction ends. */
export async function appendActions(tx: Tx, actions: readonly AuditedAction[]): Promise<void> {
  const entries = actions.flatMap(entriesOf);
  if (entries.length === 0) return;
  // In one order, against deadlocks.
  const chains = [...new Set(entries.map(({ chain }) => chain))].sort();
  await rows(
    tx,
    sql`insert into audit_head (chain, hash) select chain, ${FIRST} from unnest(${chains}::text[]) as t(chain) order by chain on conflict do nothing`,
  );
  const heads = await rows<{ chain: string; seq: number; hash: string }>(
    tx,
    sql`select chain, seq, hash from audit_head where chain = any(${chains}) order by chain for update`,
  );
  const fresh = await notAppended(tx, chains, entries);
  await insert(
    tx,
    heads.flatMap((head) =>
      appendTo(
        head,
        fresh.filter(({ chain }) => chain === head.chain),
      ),
    ),
  );
}

/** A message may be published again. Under the locks of the chains. */
async function notAppended(tx: Tx, chains: string[], entries: NewEntry[]): Promise<NewEntry[]> {
  const ids = entries.map(({ actionId }) => actionId);
  const known = await rows<{ chain: string; actionId: string }>(
    tx,
    sql`select chain, action_id from audit_entry where chain = any(${chains}) and action_id = any(${ids}::uuid[])`,
  );
  const seen = new Set(known.map(({ chain, actionId }) => `${chain} ${actionId}`));
  return entries.filter(({ chain, actionId }) => {
    const key = `${chain} ${actionId}`;
    return !seen.has(key) && seen.add(key);
  });
}

async function insert(tx: Tx, entries: (NewEntry & HashedEntry)[]): Promise<void> {
  const of = <Value>(value: (entry: NewEntry & HashedEntry) => Value) => entries.map(value);
  await rows(
    tx,
    sql`insert into audit_entry (chain, seq, at, actor, act_as, action, subject, reason, detail, network, action_id, prev_hash, hash)
        select chain, seq, at, actor, act_as, action, subject, reason, detail::jsonb, network, action_id, prev_hash, hash
        from unnest(${of((entry) => entry.chain)}::text[], ${of(({ seq }) => seq)}::bigint[], ${of(({ at }) => at)}::timestamptz[],
                    ${of(({ actor }) => actor)}::text[], ${of(({ actAs }) => actAs)}::text[], ${of(({ action }) => action)}::text[],
                    ${of(({ subject }) => subject)}::text[], ${of(({ reason }) => reason)}::text[],
                    ${of(({ detail }) => JSON.stringify(detail))}::text[], ${of(({ network }) => network)}::text[], ${of(({ actionId }) => actionId)}::uuid[],
                    ${of(({ prevHash }) => prevHash)}::text[], ${of(({ hash }) => hash)}::text[])
             with ordinality as e(chain, seq, at, actor, act_as, action, subject, reason, detail, network, action_id, prev_hash, hash, place)
        order by place`,
  );
}

/** Notes that these heads were written to the log of the process. */
export async function noteTold(tx: Tx, heads: readonly Head[]): Promise<void> {
  await rows(
    tx,
    sql`update audit_head h set told_seq = t.seq
        from unnest(${heads.map(({ chain }) => chain)}::text[], ${heads.map(({ seq }) => seq)}::bigint[]) as t(chain, seq)
        where h.chain = t.chain and h.told_seq < t.seq`,
  );
}

/** For commands of users: appends in their own transaction. */
export const audit: Audit = (tx, action, by) => appendActions(tx, [auditedAction(tx, action, by)]);
