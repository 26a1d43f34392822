// Pages and streams of the audit log.
import { z } from "zod";
import type { Head, HashedEntry } from "../../../platform/audit/chain.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  connectionOf,
  cursorKey,
  pageOf,
  pageRequest,
  type Connection,
  type Page,
} from "../../../platform/graphql/pagination.ts";
import type { AuditEntry } from "../entities/audit-entry.ts";
import { statement } from "../entities/tables.ts";

const cursorSchema = z.object({ seq: cursorKey.count });

export interface AuditFilter {
  actor?: string | null;
  action?: string | null;
}

type Listed = { chain: string; actor: string | null; action: string | null } & Page<z.infer<typeof cursorSchema>>;

const entries = statement((db, given: Listed, { has }) =>
  db
    .selectFrom("audit_entry")
    .selectAll()
    .where("chain", "=", given.chain)
    .$if(has("actor"), (rest) => rest.where("actor", "=", given.actor!))
    .$if(has("action"), (rest) => rest.where("action", "=", given.action!))
    .$if(has("seq"), (rest) => rest.where("seq", "<", given.seq!))
    .$if(has("limit"), (page) => page.orderBy("seq", "desc").limit(given.limit!)),
);

/** Newest first. */
export async function auditOf(
  database: Database,
  chain: string,
  { actor = null, action = null, ...args }: AuditFilter & { first?: number | null; after?: string | null },
): Promise<Connection<AuditEntry>> {
  const page = pageRequest(args, cursorSchema);
  const of = { chain, actor, action };
  const em = database.read();
  return connectionOf(
    await entries.rows(em, { ...of, ...pageOf(page) }),
    page,
    () => entries.count(em, of),
    ({ seq }) => ({ seq }),
  );
}

const PAGE = 500;

const following = statement((db, { chain, seq }: { chain: string; seq: number }) =>
  db
    .selectFrom("audit_entry")
    .select(["chain", "seq", "at", "actor", "actAs", "action", "subject", "reason"])
    .select(["detail", "network", "prevHash", "hash"])
    .where("chain", "=", chain)
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(PAGE),
);

/** Entries of a chain after the one with this number, oldest first, read in pages. */
export async function* entriesOfChain(
  database: Database,
  chain: string,
  after = 0,
  atMost = Infinity,
): AsyncGenerator<HashedEntry> {
  let seq = after;
  for (let left = atMost; left > 0; left -= PAGE) {
    const page = await following.rows(database.read(), { chain, seq });
    for (const entry of page) yield { ...entry, at: entry.at.toISOString() };
    if (page.length < PAGE) return;
    seq = page.at(-1)!.seq;
  }
}

const MOST_TOLD = 500;

const untold = statement((db) =>
  db.selectFrom("audit_head").select(["chain", "seq", "hash"]).whereRef("toldSeq", "<", "seq").limit(MOST_TOLD),
);

/** Heads that were not written to the log of the process. */
export async function untoldHeads(database: Database): Promise<Head[]> {
  return untold.rows(database.read(), {});
}

const heads = statement((db) => db.selectFrom("audit_head").select(["chain", "seq", "hash"]).orderBy("chain"));

export async function allHeads(database: Database): Promise<Head[]> {
  return heads.rows(database.read(), {});
}
