// Receipts of erasures: one of each subgraph. If a subgraph sends several, in any order, the earliest one is kept.
import type { JSONWebKeySet } from "jose";
import type { Tx } from "../../../platform/postgres/database.ts";
import { verifyReceipt } from "../../../platform/personal-data/receipts.ts";
import { statement } from "../entities/tables.ts";

/** Serializes concurrent receipts of one erasure, so that the last one completes it. */
const lockedErasure = statement((db, { id }: { id: string }) =>
  db.selectFrom("erasure").select("subgraphs").where("id", "=", id).forUpdate(),
);

interface NewReceipt {
  erasureId: string;
  subgraph: string;
  at: string;
  counts: string;
  signed: string;
  publicJwk: string;
}

const addReceipt = statement((db, of: NewReceipt, { sql }) =>
  db
    .insertInto("erasure_receipt")
    .values({
      erasureId: of.erasureId,
      subgraph: of.subgraph,
      at: sql`${of.at}::timestamptz`,
      counts: sql`${of.counts}::jsonb`,
      signed: of.signed,
      publicJwk: sql`${of.publicJwk}::jsonb`,
    })
    .onConflict((known) =>
      known
        .columns(["erasureId", "subgraph"])
        .doUpdateSet((earlier) => ({
          at: earlier.ref("excluded.at"),
          counts: earlier.ref("excluded.counts"),
          signed: earlier.ref("excluded.signed"),
          publicJwk: earlier.ref("excluded.publicJwk"),
        }))
        .whereRef("erasure_receipt.at", ">", "excluded.at"),
    ),
);

const complete = statement((db, { id }: { id: string }, { sql }) =>
  db
    .updateTable("erasure")
    .set({ completedAt: sql`app_now()` })
    .where("id", "=", id)
    .where("completedAt", "is", null)
    .where((of) =>
      of(
        sql<string[]>`${of.ref("erasure.subgraphs")}`,
        "<@",
        of
          .selectFrom("erasure_receipt as r")
          .select((receipt) => sql<string[]>`array_agg(${receipt.ref("r.subgraph")})`.as("subgraphs"))
          .whereRef("r.erasureId", "=", "erasure.id"),
      ),
    ),
);

/** Ignores receipts of unknown erasures: a restored database does not have them. @throws Error for an invalid signature */
export async function keepReceipt(
  tx: Tx,
  trustedKeys: JSONWebKeySet,
  erasureId: string,
  { publisher, receipt }: { publisher: string; receipt: string },
): Promise<void> {
  const verified = await verifyReceipt(receipt, trustedKeys);
  if (verified?.erasureId !== erasureId || verified.subgraph !== publisher)
    throw new Error(`The receipt from ${publisher} has an invalid signature, or is for another erasure.`);
  if (!(await lockedErasure.row(tx, { id: erasureId }))) return;
  const { subgraph, at, counts, signed, publicJwk } = verified;
  await addReceipt.change(tx, {
    erasureId,
    subgraph,
    at,
    counts: JSON.stringify(counts),
    signed,
    publicJwk: JSON.stringify(publicJwk),
  });
  await complete.change(tx, { id: erasureId });
}
