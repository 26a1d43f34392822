// All messages ever published, from the outbox and its archives, for backfills and rebuilds. Archives hold the oldest messages, so every ID
// in an archive is below all IDs in the table.
import { row, rows, sql } from "../postgres/sql.ts";
import type { Session } from "../postgres/session.ts";
import type { Tx } from "../postgres/database.ts";
import { ArchiveUnreadable, readAfter } from "./archives.ts";
import type { OutboxMessage, OutboxPage, OutboxReader } from "./outbox-reader.ts";

type ArchivedMessage = OutboxMessage & { createdAt: string };

interface Archived {
  month: string;
  file: string;
  indexSha256: string;
  lastId: number;
  names: Record<string, number>;
  prunedAt: Date | null;
}

async function readArchived(
  folder: string | undefined,
  archived: Archived,
  after: number,
  limit: number,
): Promise<OutboxMessage[]> {
  if (folder === undefined)
    throw new ArchiveUnreadable(`Messages of ${archived.month} are archived: set ARCHIVE_DIR to their folder.`);
  const messages = (await readAfter(folder, archived, after)) as ArchivedMessage[];
  return messages.slice(0, limit).map(({ createdAt: _, ...message }) => message);
}

export interface OutboxHistory {
  /** The messages after this id, oldest first; a page may have fewer than `limit` before the end. @throws ArchiveUnreadable */
  read(after: number, limit: number): Promise<OutboxPage>;
}

/** Pruned messages are skipped. */
export function createOutboxHistory(
  session: () => Session,
  reader: OutboxReader,
  folder: string | undefined,
): OutboxHistory {
  return {
    read: async (after, limit) => {
      const page = await reader.read(after, limit);
      // Looked up after reading the page: messages that were archived and dropped before are known by now.
      const archived = await row<Archived>(
        session(),
        sql`select month, file, index_sha256, last_id, names, pruned_at from outbox_archive
            where last_id > ${after} and pruned_at is null order by last_id limit 1`,
      );
      if (!archived) return page;
      const messages = await readArchived(folder, archived, after, limit);
      return { messages, isBlocked: false };
    },
  };
}

const PAGE = 1_000;

/**
 * All messages with these names, oldest first, in pages; absent: all names. Nothing is archived before `tx` ends.
 * @throws ArchiveUnreadable, also if one of them was pruned
 */
export async function* replay(
  tx: Tx,
  folder: string | undefined,
  names: string[] | undefined,
): AsyncGenerator<OutboxMessage[]> {
  await rows(tx, sql`lock table only outbox in access share mode`);
  const archives = await rows<Archived>(
    tx,
    sql`select month, file, index_sha256, last_id, names, pruned_at from outbox_archive order by last_id`,
  );
  const isMeant = (name: string) => names === undefined || names.includes(name);
  for (const archived of archives.filter((one) => Object.keys(one.names).some(isMeant))) {
    if (archived.prunedAt) throw new ArchiveUnreadable(`Required messages of ${archived.month} were pruned.`);
    for (let last = 0; last < archived.lastId;) {
      const page = await readArchived(folder, archived, last, Infinity);
      last = page.at(-1)!.id;
      yield page.filter(({ name }) => isMeant(name));
    }
  }
  for (let last = 0; ;) {
    const page = await rows<OutboxMessage>(
      tx,
      sql`select id, message_id, name, key, body, correlation_id from outbox
          where id > ${last} and (${names === undefined} or name = any(${names ?? []}::text[])) order by id limit ${PAGE}`,
    );
    yield page;
    if (page.length < PAGE) return;
    last = page.at(-1)!.id;
  }
}
