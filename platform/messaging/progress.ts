// How far the consumer groups of a stream are, as remembered beside the outbox: from there it is published again if Redis loses it.
// The stream's numbers have no gaps; outbox ids have, where transactions were undone.
import { setTimeout as delay } from "node:timers/promises";
import { sql } from "../sql.ts";
import type { Ask, OutboxReader } from "./outbox-reader.ts";

/** A message by its number in the stream and its outbox id. */
export interface Position {
  seq: number;
  id: number;
}

/**
 * Numbers begin here, above all that the version before has given: a stream that it has written is told from this version's, and either
 * publishes again what the groups have not acknowledged. They don't take a message twice.
 */
export const NUMBERED_FROM = 1_000_000_000_000;
/** The group that stands for where the numbers begin. */
const BEGINNING = "";
const BLOCKED_MS = 5;

export interface Progress {
  /** What all known groups have acknowledged; the beginning, if there is none. */
  least(): Promise<Position>;
  /** The message with this number; `from` is a later one, or the same. */
  find(seq: number, from: Position): Promise<Position>;
  record(acknowledged: Map<string, Position>): Promise<void>;
  /** Remembers a group that came later, and has read the outbox up to this id. */
  register(group: string, id: number): Promise<void>;
  /** Gives every message a higher number than `seq`: those up to it were given to messages that the database has lost. */
  renumberAfter(seq: number): Promise<void>;
}

export function createProgress(ask: Ask, reader: OutboxReader, heardBy: readonly string[]): Progress {
  async function all(): Promise<Map<string, Position>> {
    const found = await ask<{ group: string; seq: string; id: string }>(
      "progress",
      sql`select consumer_group as "group", seq, id from stream_progress`,
    );
    return new Map(found.map(({ group, seq, id }) => [group, { seq: Number(seq), id: Number(id) }]));
  }

  /** At the oldest message that a group has not acknowledged to the version before. */
  async function begin(): Promise<void> {
    while ((await reader.read(0, 1)).isBlocked) await delay(BLOCKED_MS);
    await ask(
      "begin",
      sql`insert into stream_progress
          select name, ${NUMBERED_FROM}::bigint, coalesce(least(
            (select min(id) from outbox where pub_seq is null),
            (select min(id) from (select id from outbox where pub_seq > (
               select coalesce(min(acked_seq), 0) from outbox_progress where consumer_group = any(${heardBy}::text[])) offset 0) waiting)
          ) - 1, (select max(id) from outbox), 0)
          from unnest(${[BEGINNING, ...heardBy]}::text[]) as known(name)
          on conflict do nothing`,
    );
  }

  return {
    least: async () => {
      let known = await all();
      if (!known.has(BEGINNING)) {
        await begin();
        known = await all();
      }
      const beginning = known.get(BEGINNING)!;
      const positions = heardBy.flatMap((group) => known.get(group) ?? []);
      return positions.reduce((least, one) => (one.seq < least.seq ? one : least), positions[0] ?? beginning);
    },
    find: async (seq, from) => {
      const [found] = await ask<{ id: string }>(
        "find message",
        sql`select id from outbox where id <= ${from.id} order by id desc offset ${from.seq - seq} limit 1`,
      );
      return { seq, id: Number(found?.id ?? 0) };
    },
    record: async (acknowledged) => {
      const positions = [...acknowledged.values()];
      await ask(
        "record progress",
        sql`insert into stream_progress as known
            select * from unnest(${[...acknowledged.keys()]}::text[], ${positions.map(({ seq }) => seq)}::bigint[], ${positions.map(({ id }) => id)}::bigint[])
            on conflict (consumer_group) do update set seq = excluded.seq, id = excluded.id where known.seq < excluded.seq`,
      );
    },
    register: async (group, id) => {
      await ask(
        "register group",
        sql`insert into stream_progress
            select ${group}, base.seq + (select count(*) from outbox where id > base.id and id <= ${id}), greatest(base.id, ${id})
            from (select seq, id from stream_progress where id <= ${id} or consumer_group = ${BEGINNING} order by id desc limit 1) base
            on conflict do nothing`,
      );
    },
    renumberAfter: async (seq) => {
      await ask(
        "renumber",
        sql`update stream_progress set seq = seq + (select ${seq}::bigint + 1 - min(seq) from stream_progress)`,
      );
    },
  };
}
