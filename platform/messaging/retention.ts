// Retention of old messages. By default none is lost: a month of the outbox that no group needs becomes a file, which readers of old
// messages read. A file is pruned only on an operator's request, and if nothing needs it.
import path from "node:path";
import type { Database, Tx } from "../postgres/database.ts";
import { reach } from "../core/fault-points.ts";
import { readAfter, removeArchive, writeArchive, type ArchiveFile, type Line } from "./archives.ts";
import { numberOf } from "./message-ids.ts";
import { hasBegun, listMonths, monthNow, tableOf, type Month } from "./outbox-months.ts";
import type { Projection } from "./projection.ts";
import { change, rawSql, row, rows, sql, type Sql } from "../postgres/sql.ts";
import type { Session } from "../postgres/session.ts";

/** Months that stay in the table, in addition to the current one. */
export const KEPT_MONTHS = 3;
const PART = 1_000;
/** Publishers and readers wait as long as this lock does. */
const LOCK_TIMEOUT = "300ms";

/** The outbox's publisher and its consumer groups. */
export interface Outbox {
  subgraph: string;
  consumers: readonly string[];
  database: Database;
  /** Folder of all subgraphs' archives. */
  folder: string;
}

export interface ArchivedMonth {
  month: string;
  file: string | null;
  firstId: number;
  lastId: number;
  messages: number;
  bytes: number;
  names: Record<string, number>;
  prunedAt: Date | null;
}

/** Oldest first. */
export function listArchives(session: Session): Promise<ArchivedMonth[]> {
  return rows(
    session,
    sql`select month, file, first_id, last_id, messages, bytes, names, pruned_at from outbox_archive order by last_id`,
  );
}

/** Bytes of the messages in tables. */
export async function tableBytes(session: Session): Promise<number> {
  return (await listMonths(session)).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Bytes of the files of older messages. */
export async function archivedBytes(session: Session): Promise<number> {
  const found = await row<{ bytes: number }>(
    session,
    sql`select coalesce(sum(bytes), 0)::bigint as bytes from outbox_archive where pruned_at is null`,
  );
  return found!.bytes;
}

export type Outcome = { month: string } & ({ archived: number } | { whyNot: string });

/** Archives months older than `kept`, oldest first, up to the first month that must stay. Tables without messages are dropped. */
export async function archiveOld(outbox: Outbox, kept: number = KEPT_MONTHS): Promise<Outcome[]> {
  const session = outbox.database.read();
  const { from: until } = await monthNow(session, -kept);
  const outcomes: Outcome[] = [];
  let staying: string | undefined;
  for (const month of (await listMonths(session)).filter(({ from }) => from < until)) {
    const { name } = month;
    const isEmpty = !(await row(session, sql`select from ${rawSql(tableOf(month))} limit 1`));
    const whyNot =
      (isEmpty ? undefined : staying && `${staying} stays`) ?? (await neededInTable(session, outbox, month));
    if (whyNot === undefined) outcomes.push({ month: name, archived: await archive(outbox, month) });
    else {
      outcomes.push({ month: name, whyNot });
      staying ??= name;
    }
  }
  return outcomes;
}

/** Returns the number of messages. */
async function archive(outbox: Outbox, month: Month): Promise<number> {
  const { database, subgraph } = outbox;
  const folder = path.join(outbox.folder, subgraph);
  const content: Content = { firstId: undefined, lastId: 0, messages: 0, names: {}, numbered: 0 };
  const beginning = await row<{ id: number }>(
    database.read(),
    sql`select id from stream_progress where consumer_group = ''`,
  );
  async function* counted(): AsyncGenerator<Line[]> {
    for await (const page of linesOf(database, month)) {
      for (const { id, name } of page) {
        content.firstId ??= id;
        content.lastId = id;
        content.messages++;
        content.names[name] = (content.names[name] ?? 0) + 1;
        if (id > beginning!.id) content.numbered++;
      }
      yield page;
    }
  }
  if (await row(database.read(), sql`select from ${rawSql(tableOf(month))} limit 1`)) {
    const file = await writeArchive(folder, month.table, counted());
    reach("month in its file, not compared");
    await compare(database, month, folder, file);
    reach("month in its file, its table not dropped");
    await database.transaction((tx) => dropMonth(tx, outbox, month, { ...content, file, beginning: beginning!.id }));
  } else await database.transaction((tx) => dropMonth(tx, outbox, month));
  reach("month's table dropped");
  return content.messages;
}

/** Why the table is still needed; undefined if it is not. */
async function neededInTable(session: Session, { consumers }: Outbox, month: Month): Promise<string | undefined> {
  if (!(await hasBegun(session, { ...month, from: month.to }))) return "the month has not ended";
  const found = await row<{ lastId: number | null; isNewest: boolean; isPublished: boolean; behind: string[] }>(
    session,
    sql`with month as (select max(id) as last_id from outbox where id >= ${month.from} and id < ${month.to})
        select last_id, not exists (select from outbox where id >= ${month.to}) as is_newest,
          exists (select from stream_progress where consumer_group = '') as is_published,
          ${behind(consumers, sql`last_id`)} as behind
        from month`,
  );
  if (found!.lastId === null) return undefined;
  if (found!.isNewest) return "it has the newest message, which identifies the stream";
  if (!found!.isPublished) return "no message was published yet";
  if (found!.behind.length > 0) return `${found!.behind.join(", ")} may not have handled all of its messages`;
  return undefined;
}

/** Groups that have not acknowledged everything up to this ID. */
const behind = (groups: readonly string[], id: Sql): Sql =>
  sql`array(select name from unnest(${groups}::text[]) as g(name)
            where not exists (select from stream_progress where consumer_group = name and id >= ${id}) order by name)`;

interface Content extends Pick<ArchivedMonth, "lastId" | "messages" | "names"> {
  firstId: number | undefined;
  /** Messages after the start of the stream's numbers. */
  numbered: number;
}

async function* linesOf(database: Database, month: Month): AsyncGenerator<(Line & { name: string })[]> {
  for (let last = Math.max(month.from, 1) - 1; last < month.to;) {
    const page = await rows<Line & { name: string }>(
      database.read(),
      sql`select id, name, jsonb_build_object('id', id, 'messageId', message_id, 'name', name, 'key', key, 'body', body,
            'correlationId', correlation_id, 'createdAt', created_at)::text as text
          from ${rawSql(tableOf(month))} where id > ${last} order by id limit ${PART}`,
    );
    if (page.length === 0) return;
    yield page;
    last = page.at(-1)!.id;
  }
}

/** Reads the file through the regular reader. @throws Error if it lacks, changes or adds a message */
async function compare(database: Database, month: Month, folder: string, file: ArchiveFile): Promise<void> {
  let last = 0;
  for await (const lines of linesOf(database, month)) {
    const written = await readAfter(folder, file, last);
    const isSame =
      written.length === lines.length &&
      lines.every(({ text }, index) => JSON.stringify(JSON.parse(text)) === JSON.stringify(written[index]));
    if (!isSame) throw new Error(`${file.file} differs from ${month.table}: the table is kept.`);
    last = lines.at(-1)!.id;
  }
  if ((await readAfter(folder, file, last)).length > 0)
    throw new Error(`${file.file} has more messages than ${month.table}: the table is kept.`);
}

/** The table is dropped in the transaction that records its archive; one without messages has no archive. */
async function dropMonth(
  tx: Tx,
  outbox: Outbox,
  month: Month,
  archived?: Content & { file: ArchiveFile; beginning: number },
): Promise<void> {
  const { name } = month;
  const table = tableOf(month);
  await rows(tx, rawSql(`set local lock_timeout = '${LOCK_TIMEOUT}'`));
  await rows(tx, sql`lock table only outbox in access exclusive mode`);
  const whyNot = await neededInTable(tx, outbox, month);
  if (whyNot !== undefined) throw new Error(`${table} is kept: ${whyNot}.`);
  const { lastId = 0, firstId = 0 } = archived ?? {};
  if (await row(tx, sql`select from ${rawSql(table)} where id > ${lastId} or id < ${firstId} limit 1`))
    throw new Error(`${table} changed while it was archived, and is kept: run the command again.`);
  if (archived) {
    const { file, messages, names, beginning, numbered } = archived;
    if (await row(tx, sql`select from outbox where id < ${firstId} limit 1`))
      throw new Error(`${table} is kept: there are older messages.`);
    await rows(
      tx,
      sql`insert into outbox_archive (month, file, index_sha256, first_id, last_id, messages, bytes, names)
          values (${name}, ${file.file}, ${file.indexSha256}, ${firstId}, ${lastId}, ${messages}, ${file.bytes}, ${JSON.stringify(names)})`,
    );
    // Messages are counted from where their numbers begin, and those of this month can't be counted any more.
    const moved = await change(
      tx,
      sql`update stream_progress set id = greatest(id, ${lastId}), seq = seq + ${numbered} where consumer_group = '' and id = ${beginning}`,
    );
    if (moved === 0) throw new Error("Another process wrote an archive at the same time.");
  }
  await rows(tx, rawSql(`alter table outbox detach partition ${table}`));
  await rows(tx, rawSql(`drop table ${table}`));
}

/** A consumer group of the outbox. */
export interface Hearer {
  name: string;
  database: Database;
  /** Whether it backfills earlier messages. */
  isBackfilled: boolean;
}

/** Consequences of pruning a month, for the operator. */
export const IMPOSSIBLE_THEN = [
  "new subgraphs can't backfill these messages",
  "projections can't be rebuilt from them",
  "they can't be looked up for audits",
];

/** Permanently deletes the file of the oldest archived month with its messages. @throws StillNeeded */
export async function prune(
  outbox: Outbox,
  projections: Projection[],
  hearers: Hearer[],
  month: string,
): Promise<ArchivedMonth> {
  const { database, subgraph, folder } = outbox;
  const archives = await listArchives(database.read());
  const archived = archives.find((one) => one.month === month);
  if (!archived) throw new StillNeeded(`${month} of ${subgraph} is not archived.`);
  const reasons = archived.prunedAt ? [] : await neededInFile(outbox, projections, hearers, archived);
  const older = archives.find(({ prunedAt, lastId }) => !prunedAt && lastId < archived.lastId);
  if (older) reasons.push(`${older.month} is older, and not pruned`);
  if (reasons.length > 0) throw new StillNeeded(`${month} of ${subgraph} is kept: ${reasons.join("; ")}.`);
  await rows(
    database.read(),
    sql`update outbox_archive set pruned_at = now() where month = ${month} and pruned_at is null`,
  );
  reach("month pruned, its file not removed");
  await removeArchive(path.join(folder, subgraph), archived.file!);
  return archived;
}

export class StillNeeded extends Error {}

async function neededInFile(
  { database, consumers, subgraph }: Outbox,
  projections: Projection[],
  hearers: Hearer[],
  { firstId, lastId, names }: ArchivedMonth,
): Promise<string[]> {
  const reasons = projections
    .filter(({ handlers }) => handlers.some(({ message }) => !message || message.name in names))
    .map(({ tables }) => `${tables.join(", ")} could not be rebuilt`);
  const found = await row<{ behind: string[] }>(
    database.read(),
    sql`select ${behind(consumers, sql`${lastId}`)} as behind`,
  );
  for (const name of found!.behind) reasons.push(`${name} has not handled all of its messages`);
  for (const { name, database: its, isBackfilled } of hearers) {
    const read = await row<{ isRead: boolean }>(
      its.read(),
      sql`select ended_at is not null or read_to >= ${lastId} as is_read from backfill where publisher = ${subgraph}`,
    );
    if (isBackfilled && !read?.isRead) reasons.push(`${name} has not read all of it`);
    // An erasure that could not be carried out is among these.
    const parked = await rows<{ messageId: string; name: string }>(
      its.read(),
      sql`select message_id, name from parked_message where starts_with(name, ${`${subgraph}.`})`,
    );
    const ofMonth = parked.filter(({ messageId }) => {
      const id = numberOf(messageId)?.id;
      return id === undefined || (id >= firstId && id <= lastId);
    });
    for (const message of ofMonth) reasons.push(`${name} has not completed ${message.name} ${message.messageId}`);
  }
  return reasons;
}
