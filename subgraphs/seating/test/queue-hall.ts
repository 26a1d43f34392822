// Queues of events, called by their commands in one process or several, on a separate database.
import { randomUUID } from "node:crypto";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { AdmissionTokens } from "../engine/queue/admission-tokens.ts";
import { draw, type Drawing } from "../engine/queue/drawing.ts";
import { createSealedSeeds } from "../engine/sealed-seeds.ts";
import { enterSale } from "../commands/admit.ts";
import { createJoins } from "../commands/join-queue.ts";
import { openQueue } from "../commands/open-queue.ts";
import { drawQueues, serveQueues } from "../commands/serve-queues.ts";
import { steerQueue } from "../commands/steer-queue.ts";
import type { SteerQueue } from "../inputs/queues.ts";
import { openEvent, planOf } from "./hall.ts";

const seeds = createSealedSeeds(["a secret of these tests that is long enough"]);
const tokens: AdmissionTokens = { sign: async ({ id }) => id, verify: async () => undefined };
const QUIET = () => ({ p99Ms: 0, waiting: 0 });

export interface QueueOptions {
  maxActive?: number;
  perSecond?: number;
  seats?: number;
  reviewSeconds?: number;
}

/** Returns the ID of its event. The queue is open, and its draw is an hour ahead. */
export async function openedQueue(
  database: Database,
  { maxActive = 500, perSecond = 1_000, seats = 50, reviewSeconds }: QueueOptions = {},
): Promise<string> {
  const eventId = await openEvent(database, planOf([seats]));
  await database.transaction((tx) =>
    openQueue(
      tx,
      seeds,
      { userId: randomUUID(), eventId },
      {
        idempotencyKey: randomUUID(),
        opensAt: new Date(Date.now() - 60_000),
        drawAt: new Date(Date.now() + 3_600_000),
        maxActive,
        perSecond,
        admissionSeconds: 600,
        proofOfWork: undefined,
        reviewSeconds,
      },
    ),
  );
  return eventId;
}

/** A process of seating, as far as it looks after queues. */
export const queueProcess = (database: Database, drawing: Drawing = draw) => {
  const joins = createJoins(database);
  return {
    join: (eventId: string, userId: string) => joins({ eventId, userId }),
    enter: (eventId: string, userId: string) => enterSale(database, tokens, { eventId, userId }),
    serve: () => serveQueues(database, { load: QUIET }),
    /** All that are due. */
    draw: async () => {
      while ((await drawQueues(database, { seeds, draw: drawing })) > 0);
    },
  };
};
export type QueueProcess = ReturnType<typeof queueProcess>;

/** The queue is looked at now, whatever the time. */
export async function makeDue(database: Database, eventId: string): Promise<void> {
  await rows(database.read(), sql`update queue set next_at = app_now() where event_id = ${eventId}::uuid`);
}

/** Closes the entries, and draws them. */
export async function drawNow(database: Database, process: QueueProcess, eventId: string): Promise<void> {
  await makeDue(database, eventId);
  await process.serve();
  await process.draw();
}

export const steer = (database: Database, eventId: string, change: Partial<SteerQueue>): Promise<void> =>
  database.transaction((tx) =>
    steerQueue(tx, eventId, { action: undefined, maxActive: undefined, perSecond: undefined, ...change }),
  );

export interface StoredQueue {
  state: string;
  serving: number;
  active: number;
  lastRank: number;
}

export async function storedQueue(database: Database, eventId: string): Promise<StoredQueue> {
  const found = await row<StoredQueue>(
    database.read(),
    sql`select state, serving, active, last_rank from queue where event_id = ${eventId}::uuid`,
  );
  return found!;
}

export async function rankOf(database: Database, eventId: string, userId: string): Promise<number | null> {
  const found = await row<{ rank: number | null }>(
    database.read(),
    sql`select rank from queue_entry where event_id = ${eventId}::uuid and user_id = ${userId}::uuid`,
  );
  return found!.rank;
}
