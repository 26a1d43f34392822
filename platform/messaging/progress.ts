// How far the consumer groups of a stream are, as remembered beside the outbox: from there it is published again if Redis loses it.
// The stream's numbers have no gaps; outbox ids have, where transactions were undone.
import { setTimeout as delay } from "node:timers/promises";
import { sql } from "../postgres/sql.ts";
import type { Ask, OutboxReader } from "./outbox-reader.ts";

/** A message by its number in the stream and its outbox id. */
export interface Position {
  seq: number;
  id: number;
}

/**
 * First number, above all numbers of the previous version: so streams of both versions differ, and each version publishes again what groups
 * have not acknowledged. Groups do not handle them twice.
 */
export const NUMBERED_FROM = 1_000_000_000_000;
/** A pseudo group for the start of the numbers. */
const BEGINNING = "";
const BLOCKED_MS = 5;

export interface Progress {
  /** The number that all known groups have acknowledged; the start if there are no groups. */
  least(): Promise<Position>;
  /** Remembers up to which number each group has acknowledged. `end` is the last message of the stream. */
  record(acknowledged: Map<string, number>, end: Position): Promise<void>;
  /** Remembers a group that came later, and has read the outbox up to this id. */
  register(group: string, id: number): Promise<void>;
  /** Gives every message a higher number than `seq`: those up to it were given to messages that the database has lost. */
  renumberAfter(seq: number): Promise<void>;
}

export function createProgress(ask: Ask, reader: OutboxReader, consumers: readonly string[]): Progress {
  async function all(): Promise<Map<string, Position>> {
    const found = await ask<{ group: string; seq: string; id: string }>(
      "progress",
      sql`select consumer_group as "group", seq, id from stream_progress`,
    );
    return new Map(found.map(({ group, seq, id }) => [group, { seq: Number(seq), id: Number(id) }]));
  }

  /** At the oldest message that a group has not acknowledged under the previous version. */
  async function begin(): Promise<void> {
    while ((await reader.read(0, 1)).isBlocked) await delay(BLOCKED_MS);
    await ask(
      "begin",
      sql`insert into stream_progress
          select name, ${NUMBERED_FROM}::bigint, coalesce(least(
            (select min(id) from outbox where pub_seq is null),
            (select min(id) from (select id from outbox where pub_seq > (
               select coalesce(min(acked_seq), 0) from outbox_progress where consumer_group = any(${consumers}::text[])) offset 0) waiting)
          ) - 1, (select max(id) from outbox), 0)
          from unnest(${[BEGINNING, ...consumers]}::text[]) as known(name)
          on conflict do nothing`,
    );
  }

  /** Counts from an earlier number: only new rows are read, regardless of a group's backlog. */
  async function find(seq: number, from: Position): Promise<Position | undefined> {
    const [found] = await ask<{ id: string }>(
      "find message",
      // Messages archived since `from` was looked up can't be counted: then it starts elsewhere.
      sql`select id from outbox where id > ${from.id} and exists (select from stream_progress where seq = ${from.seq} and id = ${from.id})
          order by id offset ${seq - from.seq - 1} limit 1`,
    );
    return found && { seq, id: Number(found.id) };
  }

  return {
    least: async () => {
      let known = await all();
      if (!known.has(BEGINNING)) {
        await begin();
        known = await all();
      }
      const beginning = known.get(BEGINNING)!;
      const positions = consumers.flatMap((group) => known.get(group) ?? []);
      return positions.reduce((least, one) => (one.seq < least.seq ? one : least), positions[0] ?? beginning);
    },
    record: async (acknowledged, end) => {
      const known = await all();
      const further = new Map<string, Position>();
      for (const [group, seq] of acknowledged) {
        const from = known.get(group) ?? known.get(BEGINNING)!;
        const position = seq === end.seq ? end : seq > from.seq ? await find(seq, from) : undefined;
        if (position) further.set(group, position);
      }
      if (further.size === 0) return;
      const positions = [...further.values()];
      await ask(
        "record progress",
        sql`insert into stream_progress as known
            select * from unnest(${[...further.keys()]}::text[], ${positions.map(({ seq }) => seq)}::bigint[], ${positions.map(({ id }) => id)}::bigint[])
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
