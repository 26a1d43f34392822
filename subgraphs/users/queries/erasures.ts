// Erasures with their receipts, for people with the secret of an erasure. They have no account any longer.
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";
import { hashToken } from "../credentials/tokens.ts";
import type { Erasure } from "../schema.generated.ts";

const erasureWith = statement((db, { id, secretHash }: { id: string; secretHash: string }) =>
  db
    .selectFrom("erasure")
    .select(["id", "erasedAt", "subgraphs", "completedAt"])
    .where("id", "=", id)
    .where("secretHash", "=", secretHash),
);

const receiptsOf = statement((db, { id }: { id: string }) =>
  db
    .selectFrom("erasure_receipt")
    .select(["subgraph", "at", "counts", "signed", "publicJwk"])
    .where("erasureId", "=", id)
    .orderBy("subgraph"),
);

/** Undefined for an unknown erasure, and for a wrong secret. */
export async function findErasure(database: Database, id: string, secret: string): Promise<Erasure | undefined> {
  const em = database.read();
  const found = await erasureWith.row(em, { id, secretHash: hashToken(secret) });
  if (!found) return undefined;
  const receipts = (await receiptsOf.rows(em, { id })).map(({ subgraph, at, counts, signed, publicJwk }) => ({
    subgraph,
    at,
    counts: Object.entries(counts as Record<string, number>).map(([table, rows]) => ({ table, rows })),
    signed,
    publicKey: JSON.stringify(publicJwk),
  }));
  const has = new Set(receipts.map(({ subgraph }) => subgraph));
  const missing = found.subgraphs.filter((name) => !has.has(name));
  return { id, erasedAt: found.erasedAt, isComplete: found.completedAt !== null, receipts, missing };
}

const OVERDUE_AFTER = "24 hours";

const incomplete = statement((db, _, { sql }) =>
  db
    .selectFrom("erasure")
    .select(sql<number>`count(*)::int`.as("n"))
    .where("completedAt", "is", null)
    .where("erasedAt", "<", sql<Date>`app_now() - ${OVERDUE_AFTER}::interval`),
);

/** Number of erasures that lack a receipt after a day. */
export async function countIncompleteErasures(database: Database): Promise<number> {
  return (await incomplete.row(database.read(), {}))!.n;
}
