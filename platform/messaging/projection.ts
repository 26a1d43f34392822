// A read model: tables that follow from the subgraph's own messages and from nothing else, so that they can be made anew from
// the outbox at any time, to the same bytes. It hears its messages as any other consumer does.
import { replay } from "./outbox-history.ts";
import { react, type MessageHandler } from "./handlers.ts";
import type { Envelope } from "../core/contracts.ts";
import type { Database } from "../postgres/database.ts";
import { rawSql, rows, sql } from "../postgres/sql.ts";

export interface Projection {
  tables: string[];
  /** Each must have the effect of once however often it is delivered: what waits in a stream may be in the outbox's replay too. */
  handlers: MessageHandler[];
}

/**
 * Empties the tables and replays every message that was ever published, in one transaction; says how many it has replayed.
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
    // Whoever applies a message meanwhile waits, and then finds it applied; whoever reads goes on reading what was there.
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
