// A projection (read model): tables built from the subgraph's own messages only, so that they can be rebuilt from the outbox at any time,
// byte for byte. It handles its messages like any other consumer.
import { replay } from "./outbox-history.ts";
import { react, type MessageHandler } from "./handlers.ts";
import type { Envelope } from "../core/contracts.ts";
import type { Database } from "../postgres/database.ts";
import { rawSql, rows, sql } from "../postgres/sql.ts";

export interface Projection {
  tables: string[];
  /** Each handler must be idempotent: a pending message of the stream may be in the outbox's replay, too. */
  handlers: MessageHandler[];
}

/**
 * Empties the tables and replays all published messages, in one transaction; returns their number.
 * @throws ArchiveUnreadable if some are archived, and not in this folder as they were
 */
export async function rebuild(
  database: Database,
  { tables, handlers }: Projection,
  archives?: string,
): Promise<number> {
  const hearsAll = handlers.some(({ message }) => !message);
  const names = hearsAll ? undefined : handlers.flatMap(({ message }) => message?.name ?? []);
  return database.transaction(async (tx) => {
    await rows(tx, sql`set local statement_timeout = 0`);
    // Concurrent handlers wait, and then find their message applied; readers see the old rows.
    await rows(tx, rawSql(`lock table ${tables.join(", ")} in exclusive mode`));
    for (const table of tables) await rows(tx, rawSql(`delete from ${table}`));
    let replayed = 0;
    for await (const page of replay(tx, archives, names)) {
      await react(
        tx,
        handlers,
        page.map(({ id, ...message }): Envelope => ({ ...message, seq: id })),
      );
      replayed += page.length;
    }
    return replayed;
  });
}
