// Proofs that entries were drawn (docs/draw.md). Each process keeps of a draw 190 KB for a million entries, and reads 4 KB of it for a proof.
import { LRUCache } from "lru-cache";
import { createThread } from "../../../platform/core/worker-thread.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { ENTRY_BYTES, indexOfEntry } from "../../../domain/queue/entries.ts";
import { BLOCK_ENTRIES, EntryBlocks } from "../../../domain/queue/entry-blocks.ts";

export interface InclusionProof {
  /** From 0, in the order of entries.bin. */
  index: number;
  /** From the leaf's sibling to the root. */
  hashes: Buffer[];
}

const DRAWS_KEPT = 50;
const LIMITS = { maxQueue: 10, deadlineMs: 60_000, heapMb: 512 };

async function blocksOf(database: Database, eventId: string): Promise<EntryBlocks> {
  const found = await row<{ entries: Buffer }>(
    database.read(),
    sql`select entries from queue_draw where event_id = ${eventId}::uuid`,
  );
  const url = new URL("../engine/queue/summary-thread.ts", import.meta.url);
  const thread = createThread<Uint8Array, Uint8Array>(url, LIMITS);
  try {
    return new EntryBlocks(Buffer.from(await thread.ask(found?.entries ?? Buffer.alloc(0))));
  } finally {
    await thread.stop();
  }
}

export type InclusionProofs = (eventId: string, entryId: Uint8Array) => Promise<InclusionProof | null>;

/** Of draws that are published: their entries never change. The proof is null for an entry that was not drawn. */
export function createInclusionProofs(database: Database): InclusionProofs {
  const known = new LRUCache<string, Promise<EntryBlocks>>({ max: DRAWS_KEPT });
  const summaryOf = (eventId: string): Promise<EntryBlocks> => {
    const before = known.get(eventId);
    if (before) return before;
    const made = blocksOf(database, eventId);
    known.set(eventId, made);
    made.catch(() => known.delete(eventId));
    return made;
  };
  return async (eventId, entryId) => {
    const blocks = await summaryOf(eventId);
    const block = blocks.blockOf(entryId);
    if (block === -1) return null;
    const bytes = BLOCK_ENTRIES * ENTRY_BYTES;
    const found = await row<{ ids: Buffer }>(
      database.read(),
      sql`select substring(entries from ${block * bytes + 1}::int for ${bytes}::int) as ids from queue_draw where event_id = ${eventId}::uuid`,
    );
    const entries = { ids: found!.ids, count: found!.ids.length / ENTRY_BYTES, classes: null };
    const place = indexOfEntry(entries, entryId);
    if (place === -1) return null;
    return { index: block * BLOCK_ENTRIES + place, hashes: blocks.proof(block, entries, place) };
  };
}
