// A hall for tests, and engines on a separate database.
import { randomUUID } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { silent } from "../../../testkit/notifier.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { openDatabase, type Database } from "../../../platform/postgres/database.ts";
import { DomainError } from "../../../platform/core/errors.ts";
import { createLogger } from "../../../platform/telemetry/logger.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { NO_PRICING } from "../../../domain/pricing.ts";
import type { HoldPolicy, SeatPlan } from "../../../domain/seat-plan.ts";
import { openSales } from "../commands/open-sales.ts";
import { createEngine, type Engine } from "../engine/group-commit.ts";
import type { HoldRequest } from "../engine/requests.ts";
import { entities } from "../entities/tables.ts";
import { seatingFunctions, seatingMigrations } from "../subgraph.ts";

export const POLICY: HoldPolicy = {
  holdSeconds: 900,
  maxHoldSeconds: 3_600,
  avoidSingleSeats: false,
  companionsPerWheelchairPlace: null,
};

export interface Hall {
  testDatabase: TestDatabase;
  /** The first of `databases`. */
  database: Database;
  /** Connections of each process to the same database. */
  databases: Database[];
  /** One engine for each process. */
  engines: Engine[];
  close(): Promise<void>;
}

/** @param between wraps the database of each process */
export async function openHall(processes = 1, between = (database: Database) => database): Promise<Hall> {
  const seating = {
    name: "seating",
    entities,
    migrations: seatingMigrations,
    functions: seatingFunctions,
  };
  const testDatabase = await createTestDatabase(serversOfThisRun().adminUrl, seating);
  const databases: Database[] = [];
  for (let index = 0; index < processes; index++)
    databases.push(await openDatabase({ ...seating, url: testDatabase.url, logger: createLogger("test", "silent") }));
  return {
    testDatabase,
    database: databases[0]!,
    databases,
    engines: databases.map((database) => createEngine(between(database), silent)),
    close: async () => {
      await Promise.all(databases.map((database) => database.close()));
      await testDatabase.drop();
    },
  };
}

/** Plan of one section with rows of these sizes, at 10.00 a seat. */
export function planOf(rowSizes: number[], rest: Partial<SeatPlan> = {}, wheelchair: number[][] = []): SeatPlan {
  const tierId = randomUUID();
  return {
    eventId: randomUUID(),
    organizationId: randomUUID(),
    currency: "EUR",
    maxSeatsPerBuyer: 10,
    holdPolicy: POLICY,
    salesEndAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    pricing: NO_PRICING,
    tiers: [{ id: tierId, name: "All", price: 1_000 }],
    sections: [
      {
        id: randomUUID(),
        name: "Hall",
        tierId,
        rows: rowSizes.map((size, index) => ({
          label: String(index + 1),
          labels: Array.from({ length: size }, (_, at) => String(at + 1)),
          aislesAfter: [],
          wheelchair: wheelchair[index] ?? [],
        })),
      },
    ],
    ...rest,
  };
}

export async function openEvent(database: Database, plan: SeatPlan): Promise<string> {
  await openSales(database, plan);
  return plan.eventId;
}

/** Requests seats by number. @returns the id of the hold, or the type of the refusal */
export async function ask(
  engine: Engine,
  eventId: string,
  seatNos: number[],
  rest: Partial<HoldRequest> = {},
): Promise<string> {
  try {
    const { holdId } = await engine.hold({
      eventId,
      buyerId: randomUUID(),
      mutation: "holdSeats",
      key: randomUUID(),
      input: seatNos,
      selection: { seatNos },
      ...rest,
    });
    return holdId;
  } catch (error) {
    if (error instanceof DomainError) return error.typename;
    throw error;
  }
}

export interface SeatRow {
  no: number;
  status: string;
  holdId: string | null;
  channelNo: number | null;
  version: number;
}

export function seatsOf(database: Database, eventId: string): Promise<SeatRow[]> {
  return rows(
    database.read(),
    sql`select no, status, hold_id, channel_no, version from seat where event_id = ${eventId} order by no`,
  );
}

/** Makes the active holds of the event expire. */
export async function runOut(database: Database, eventId: string): Promise<void> {
  const em = database.read();
  await rows(
    em,
    sql`update hold set expires_at = app_now() - interval '1 s' where event_id = ${eventId} and status = 'ACTIVE'`,
  );
  await rows(
    em,
    sql`update seat set held_until = app_now() - interval '1 s' where event_id = ${eventId} and held_until is not null`,
  );
}
