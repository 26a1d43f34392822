// Joining and leaving a waiting room. Joining is a group commit of its own, which locks the queue and never the sale.
import { randomBytes } from "node:crypto";
import { NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { createGroupCommit, type GroupCommit } from "../../../platform/postgres/group-commit.ts";
import { publishMany } from "../../../platform/messaging/outbox.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { ENTRY_BYTES } from "../../../domain/queue/entries.ts";
import { QueueJoined } from "../../../schema/messages/seating.ts";
import { QueueNotOpen } from "../errors.ts";

export interface QueueJoin {
  eventId: string;
  userId: string;
  /** The gateways' opaque name of the network of the request. */
  network?: string | undefined;
}

interface Decided {
  /** From 1. */
  request: number;
  verdict: string;
  isTold: boolean;
  asOf: Date;
}

/** One batch at a time: joins don't take the place of requests for seats. */
const IN_FLIGHT = 1;
const MOST_IN_BATCH = 500;
const MOST_WAITING = 20_000;

/** Repeats change nothing. @throws NotFound, QueueNotOpen; GraphQLError RATE_LIMITED if the queue of requests is full */
export function createJoins(database: Database): GroupCommit<QueueJoin, true> {
  return createGroupCommit<QueueJoin, true>({
    maxBatch: MOST_IN_BATCH,
    maxInFlight: IN_FLIGHT,
    maxWaiting: MOST_WAITING,
    run: async (batch) => {
      const asked = batch.map(({ request }) => request);
      const verdicts = await database.transaction(async (tx) => {
        const ids = asked.map(() => randomBytes(ENTRY_BYTES));
        const decided = await rows<Decided>(
          tx,
          sql`select * from join_queues(${asked.map(({ eventId }) => eventId)}::uuid[], ${asked.map(({ userId }) => userId)}::uuid[], ${ids}::bytea[])`,
        );
        await tellOfJoins(tx, asked, ids, decided);
        reach("people joined, not committed");
        return new Map(decided.map(({ request, verdict }) => [request, verdict]));
      });
      reach("people joined, not answered");
      return asked.map((_, index) => {
        const verdict = verdicts.get(index + 1);
        if (verdict === "JOINED") return true;
        return verdict === "NotFound" ? new NotFound("queue") : new QueueNotOpen();
      });
    },
  });
}

/** Risk looks for suspicious entries once the queue is closed. Queues without a review have no messages. */
async function tellOfJoins(tx: Tx, asked: readonly QueueJoin[], ids: readonly Buffer[], decided: readonly Decided[]) {
  const told = decided.filter(({ isTold }) => isTold);
  const byEvent = Map.groupBy(told, ({ request }) => asked[request - 1]!.eventId);
  await publishMany(
    tx,
    QueueJoined,
    [...byEvent].map(([eventId, joined]) => ({
      key: eventId,
      body: {
        eventId,
        entries: joined.map(({ request, asOf }) => {
          const { userId, network } = asked[request - 1]!;
          return { entryId: ids[request - 1]!.toString("hex"), userId, network, joinedAt: asOf.toISOString() };
        }),
      },
    })),
  );
}

/** A person who leaves from inside makes room for another. Idempotent. @throws NotFound */
export async function leaveQueue(database: Database, { eventId, userId }: QueueJoin): Promise<void> {
  await database.transaction(async (tx) => {
    const [queue] = await rows<{ isClosed: boolean }>(
      tx,
      sql`select drawn is not null as is_closed from queue where event_id = ${eventId}::uuid for update`,
    );
    const [left] = await rows<{ wasInside: boolean; hadLeft: boolean }>(
      tx,
      sql`update queue_entry e set state = case e.state when 'REMOVED' then 'REMOVED' else 'LEFT' end, admission_id = null,
            is_in_draw = e.is_in_draw or (${queue?.isClosed ?? false}::boolean and e.rank is null and old.state = 'WAITING')
          from queue_entry old
          where old.event_id = e.event_id and old.user_id = e.user_id and e.event_id = ${eventId}::uuid and e.user_id = ${userId}::uuid
          returning old.state = 'INSIDE' as was_inside, old.state in ('LEFT', 'REMOVED') as had_left`,
    );
    if (!queue || !left) throw new NotFound("entry of a queue");
    if (left.hadLeft) return;
    await rows(
      tx,
      sql`update queue set entry_count = entry_count - 1, active = active - ${left.wasInside ? 1 : 0}::int where event_id = ${eventId}::uuid`,
    );
    reach("queue left, not committed");
  });
}
