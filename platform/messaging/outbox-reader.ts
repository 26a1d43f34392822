// Reads an outbox in the order of its IDs, without gaps. Transactions draw their ids before they commit, so a message may become visible
// after one with a higher id. An inserting transaction holds a lock on the table (ROW EXCLUSIVE) from before it draws an ID until after its
// commit is visible. Once all holders at some moment have ended, no message is missing up to the newest ID of that moment.
// `pg_snapshot_xmin` is unsuitable: it waits for every transaction of the cluster, such as a rebuild that takes minutes. It also orders
// messages by their transactions' first writes, which may differ from the order of changes to the same row. Source:
// https://www.postgresql.org/docs/current/explicit-locking.html, https://www.postgresql.org/docs/current/view-pg-locks.html
import type { Envelope } from "../core/contracts.ts";
import { sql, type Sql } from "../postgres/sql.ts";

/** As in Database.prepared: bigint may be text. */
export type Ask = <Row>(name: string, statement: Sql) => Promise<Row[]>;

export interface OutboxMessage extends Omit<Envelope, "seq" | "after"> {
  id: number;
}

export interface OutboxPage {
  messages: OutboxMessage[];
  /** More messages are committed, but must wait for transactions in progress. */
  isBlocked: boolean;
}

export interface OutboxReader {
  /** Messages after this ID, oldest first; fewer than `limit` if no further ones are safe to read. */
  read(after: number, limit: number): Promise<OutboxPage>;
}

interface Look {
  /** ID of the newest message. */
  id: number;
  /** Transactions in progress that have inserted messages, or are about to. */
  writers: string[];
}

/** For one server: create a new reader after a lost connection. */
export function createOutboxReader(ask: Ask): OutboxReader {
  let completeTo = 0;
  let waiting: Look | undefined;

  async function look(after: number): Promise<void> {
    // Writers are queried after the newest message, because the result depends on it.
    const [found] = await ask<{ id: string | null; writers: string[] }>(
      "outbox writers",
      sql`select newest.id, case when newest.id is null then '{}' else array(
            select l.virtualtransaction from pg_locks l
            where l.locktype = 'relation' and l.relation = 'outbox'::regclass and l.mode = 'RowExclusiveLock' and newest.id > 0
              and l.database = (select oid from pg_database where datname = current_database())) end as writers
          from (select max(id) as id from outbox where id > ${after} offset 0) newest`,
    );
    if (!found || found.id === null) return;
    const now: Look = { id: Number(found.id), writers: found.writers };
    if (now.writers.length === 0) {
      completeTo = now.id;
      waiting = undefined;
      return;
    }
    if (waiting && !waiting.writers.some((writer) => now.writers.includes(writer))) {
      completeTo = waiting.id;
      waiting = undefined;
    }
    waiting ??= now;
  }

  return {
    read: async (after, limit) => {
      if (completeTo <= after) await look(after);
      if (completeTo <= after) return { messages: [], isBlocked: waiting !== undefined && waiting.id > after };
      const found = await ask<Record<string, unknown>>(
        "outbox page",
        sql`select id, message_id as "messageId", name, key, body, correlation_id as "correlationId" from outbox
            where id > ${after} and id <= ${completeTo} order by id limit ${limit}`,
      );
      const messages = found.map((one) => ({ ...one, id: Number(one.id) }) as OutboxMessage);
      return { messages, isBlocked: false };
    },
  };
}
