// The handled messages of a subgraph: one row for each origin, with ranges of numbers. A transaction adds its ranges at its end, on the
// condition that none of its messages was added concurrently. If another process handles the same message, one of the two rolls back.
import type { Envelope } from "../core/contracts.ts";
import type { Tx } from "../postgres/database.ts";
import { row, rows, sql } from "../postgres/sql.ts";
import { numberOf } from "./message-ids.ts";

/** By origin: the publisher, and ranges of numbers from the first of a pair (exclusive) to the second (inclusive). */
export type Ranges = Map<string, { publisher: string; pairs: [number, number][] }>;

/** Adds a message, and the numbers before it that no message has. */
export function addTo(ranges: Ranges, envelope: Envelope): void {
  const number = numberOf(envelope.messageId);
  if (!number) return;
  const { origin, id } = number;
  const { after } = envelope;
  const from = after === undefined || after >= id ? id - 1 : after;
  const known = ranges.get(origin) ?? { publisher: publisherOf(envelope), pairs: [] };
  const last = known.pairs.at(-1);
  if (last?.[1] === from) last[1] = id;
  else known.pairs.push([from, id]);
  ranges.set(origin, known);
}

export function sizeOf(ranges: Ranges): number {
  return [...ranges.values()].reduce((sum, { pairs }) => sum + pairs.length, 0);
}

const publisherOf = ({ name }: Envelope) => name.slice(0, name.indexOf("."));

/** Unhandled messages, without duplicates. A message without a number is inserted at once, in its own row. */
export async function notTaken(tx: Tx, envelopes: Envelope[]): Promise<Envelope[]> {
  const numbered = envelopes.flatMap((envelope) => {
    const number = numberOf(envelope.messageId);
    return number ? [{ ...number, messageId: envelope.messageId, publisher: publisherOf(envelope) }] : [];
  });
  const fresh = new Set(envelopes.map(({ messageId }) => messageId));
  if (numbered.length > 0) {
    const taken = await rows<{ messageId: string }>(
      tx,
      sql`select m.message_id
          from unnest(${numbered.map(({ messageId }) => messageId)}::text[], ${numbered.map(({ origin }) => origin)}::text[],
                      ${numbered.map(({ id }) => id)}::bigint[], ${numbered.map(({ publisher }) => publisher)}::text[])
            as m(message_id, origin, id, publisher)
          join inbox_range known using (origin)
          where known.taken @> m.id and coalesce(known.publisher, m.publisher) = m.publisher`,
    );
    for (const { messageId } of taken) fresh.delete(messageId);
  }
  if (numbered.length < envelopes.length) {
    const others = envelopes.filter(({ messageId }) => !numberOf(messageId)).map(({ messageId }) => messageId);
    const inserted = await rows<{ messageId: string }>(
      tx,
      sql`insert into inbox (message_id) select unnest(${others}::uuid[]) on conflict do nothing returning message_id`,
    );
    const isInserted = new Set(inserted.map(({ messageId }) => messageId));
    for (const id of others) if (!isInserted.has(id)) fresh.delete(id);
  }
  return envelopes.filter(({ messageId }) => fresh.delete(messageId));
}

/** SQLSTATE serialization_failure, so that the transaction is retried and finds the handled messages. */
class TakenMeanwhile extends Error {
  readonly code = "40001";
}

/**
 * Adds `fresh`, and the other ranges in `ranges`. Last in the transaction: other processes that handle messages of these origins wait for
 * its end.
 * @throws TakenMeanwhile if another process added one of `fresh`
 */
export async function remember(tx: Tx, ranges: Ranges, fresh: Envelope[]): Promise<void> {
  const own: Ranges = new Map();
  for (const envelope of fresh) {
    addTo(own, { ...envelope, after: undefined });
    addTo(ranges, envelope);
  }
  // In a fixed order, to avoid deadlocks.
  for (const [origin, { publisher, pairs }] of [...ranges].sort()) {
    const added = await row(
      tx,
      sql`insert into inbox_range as known (origin, publisher, taken) values (${origin}, ${publisher}, ${asText(pairs)}::int8multirange)
          on conflict (origin) do update set taken = known.taken + excluded.taken, publisher = excluded.publisher
            where not known.taken && ${asText(own.get(origin)?.pairs)}::int8multirange and coalesce(known.publisher, excluded.publisher) = excluded.publisher
          returning origin`,
    );
    if (!added)
      throw new TakenMeanwhile(
        "Another process handled messages at the same time, or the origin belongs to another publisher.",
      );
  }
}

function asText(pairs: [number, number][] = []): string {
  return `{${pairs.map(([from, to]) => `(${from},${to}]`).join(",")}}`;
}
