// A read model: tables that follow from the subgraph's own messages and from nothing else, so that they can be made anew from
// the outbox at any time, to the same bytes. It hears its messages as any other consumer does.
import { react, type Reaction } from "./messaging/reactions.ts";
import type { Envelope } from "./contracts.ts";
import type { Database } from "./database.ts";
import { rawSql, rows, sql } from "./sql.ts";

export interface Projection {
  tables: string[];
  /** Each must have the effect of once however often it is delivered: what waits in a stream may be in the outbox's replay too. */
  reactions: Reaction[];
}

const PAGE = 1_000;

/** Empties the tables and replays every message that was ever published, in one transaction; says how many it has replayed. */
export async function rebuild(database: Database, { tables, reactions }: Projection): Promise<number> {
  const names = reactions.flatMap(({ message }) => message?.name ?? []);
  const hearsAll = reactions.some(({ message }) => !message);
  return database.transaction(async (tx) => {
    await rows(tx, sql`set local statement_timeout = 0`);
    // Whoever applies a message meanwhile waits, and then finds it applied; whoever reads goes on reading what was there.
    await rows(tx, rawSql(`lock table ${tables.join(", ")} in exclusive mode`));
    for (const table of tables) await rows(tx, rawSql(`delete from ${table}`));
    let replayed = 0;
    for (let last = 0; ;) {
      const page = await rows<Envelope>(
        tx,
        sql`select message_id, name, key, body, correlation_id, id as seq from outbox where id > ${last} and (${hearsAll} or name = any(${names}::text[])) order by id limit ${PAGE}`,
      );
      await react(tx, reactions, page);
      replayed += page.length;
      if (page.length < PAGE) return replayed;
      last = page.at(-1)!.seq;
    }
  });
}
