// How fast seats are held on one hot event, beside pgbench doing the same work on the same server, with durable commits.
// Each round of each way has an event of its own with 20,000 free seats and holds all of them, two by two.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { silent } from "../testkit/notifier.ts";
import { createDatabase, startPostgres } from "../local/servers/postgres.ts";
import { freePorts } from "../local/servers/ports.ts";
import { openDatabase, type Database } from "../platform/postgres/database.ts";
import { createLogger } from "../platform/telemetry/logger.ts";
import { rawSql, row, rows, sql } from "../platform/postgres/sql.ts";
import { NO_PRICING } from "../domain/pricing.ts";
import type { SeatPlan } from "../domain/seat-plan.ts";
import { openSales } from "../subgraphs/seating/commands/open-sales.ts";
import { createEngine, type Engine } from "../subgraphs/seating/engine/group-commit.ts";
import type { HoldRequest } from "../subgraphs/seating/engine/requests.ts";
import { entities } from "../subgraphs/seating/entities/tables.ts";
import { seatingFunctions, seatingMigrations } from "../subgraphs/seating/subgraph.ts";
import { slowestPickMs } from "./picking.ts";
import { benchHttp } from "./seats-http.ts";
import { pgbench, requirePgbench } from "./pgbench.ts";
import { holdOne, LEAN_HOLD, holdMany } from "./seats-baseline.ts";
import { costEach, type Cost } from "./side-by-side.ts";
import { median } from "./statistics.ts";

export const SEATS = 20_000;
const ROWS = 200;
export const SEATS_A_HOLD = 2;
const HOLDS = SEATS / SEATS_A_HOLD;
const BUYERS = 256;
const HOLDS_A_STATEMENT = 64;
/**
 * What pgbench is fastest with: with 1, 4, 16 and 64 it held 1,500, 2,200, 1,100 and 500 a second, with 2 2,500.
 * With 64 holds a statement 1 and 2 are alike, and 4 and 8 a tenth slower.
 */
const PGBENCH_CLIENTS = 2;
const LONE_HOLDS = 2_000;

export interface Bench {
  database: Database;
  engine: Engine;
  url: string;
  postgresPid: number;
}

export async function benchSeats(rounds: number): Promise<Record<string, unknown>> {
  requirePgbench();
  const engine = await withEngine(async (bench) => {
    await rows(bench.database.read(), rawSql(LEAN_HOLD));
    return compare(rounds, bench);
  });
  const { contended, ...served } = await benchHttp(rounds, say);
  const through = Object.fromEntries(
    Object.entries(served).map(([name, results]) => [name, medianOf(results as unknown as Record<string, unknown>[])]),
  );
  return { ...engine, slowestPickMsOf10000: slowestPickMs(), ...through, contended };
}

/** An engine on a server and a database of its own, with durable commits. */
export async function withEngine<Result>(work: (bench: Bench) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-bench-"));
  const [port] = await freePorts(1);
  const postgres = await startPostgres({ dir: path.join(folder, "postgres"), port: port!, password: "bench" });
  try {
    await createDatabase(postgres.adminUrl, { name: "seating", role: "seating", password: "bench" });
    const url = `postgres://seating:bench@127.0.0.1:${port}/seating`;
    const database = await openDatabase({
      url,
      entities,
      migrations: seatingMigrations,
      functions: seatingFunctions,
      logger: createLogger("bench", "warn"),
    });
    const result = await work({ database, engine: createEngine(database, silent), url, postgresPid: postgres.pid });
    await database.close();
    return result;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The median of each figure by itself. */
function medianOf(results: Record<string, unknown>[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(results[0]!).map((name) => {
      const values = results.map((result) => result[name]);
      return [
        name,
        typeof values[0] === "number" ? median(values as number[]) : medianOf(values as Record<string, unknown>[]),
      ];
    }),
  );
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

export async function openEvent(database: Database, sections = 2): Promise<string> {
  const tierIds = [randomUUID(), randomUUID()];
  const perRow = SEATS / ROWS;
  const labels = Array.from({ length: perRow }, (_, index) => String(index + 1));
  const section = (name: string, tierId: string) => ({
    id: randomUUID(),
    name,
    tierId,
    rows: Array.from({ length: ROWS / sections }, (_, index) => ({
      label: String(index + 1),
      labels,
      aislesAfter: [perRow / 2],
      wheelchair: [],
    })),
  });
  const plan: SeatPlan = {
    eventId: randomUUID(),
    organizationId: randomUUID(),
    currency: "EUR",
    maxSeatsPerBuyer: 10,
    holdPolicy: {
      holdSeconds: 900,
      maxHoldSeconds: 3_600,
      avoidSingleSeats: false,
      companionsPerWheelchairPlace: null,
    },
    salesEndAt: new Date(Date.now() + 86_400_000).toISOString(),
    pricing: NO_PRICING,
    tiers: tierIds.map((id, index) => ({ id, name: `Tier ${index}`, price: 5_000 })),
    sections: Array.from({ length: sections }, (_, index) => section(`Block ${index + 1}`, tierIds[index % 2]!)),
  };
  await openSales(database, plan);
  await rows(database.read(), sql`vacuum analyze seat`);
  return plan.eventId;
}

async function heldSeats({ database }: Bench, eventId: string): Promise<number> {
  return (await row<{ n: number }>(
    database.read(),
    sql`select sum(held)::int as n from sale_tier where event_id = ${eventId}`,
  ))!.n;
}

async function measured(bench: Bench, holds: number, work: (eventId: string) => Promise<void>): Promise<Cost> {
  const eventId = await openEvent(bench.database);
  const cost = await costEach(holds, bench.postgresPid, () => work(eventId));
  const held = await heldSeats(bench, eventId);
  if (held !== holds * SEATS_A_HOLD) throw new Error(`${held} seats were held, not ${holds * SEATS_A_HOLD}.`);
  return cost;
}

/** Picked by hand: the next two seats. */
function byHand(eventId: string, index: number): Pick<HoldRequest, "mutation" | "input" | "selection"> {
  const seatNos = [index * 2 + 1, index * 2 + 2];
  const input = { eventId, seatIds: seatNos.map((no) => `${eventId}.${no}`) };
  return { mutation: "holdSeats", input, selection: { seatNos } };
}

/** The two best that are left. */
function bestAvailable(eventId: string): Pick<HoldRequest, "mutation" | "input" | "selection"> {
  const criteria = { quantity: 2, together: true, wheelchairPlaces: 0 };
  const input = { eventId, ...criteria };
  return { mutation: "holdBestAvailable", input, selection: { criteria, sectionId: null, tierId: null } };
}

function engineHolds(bench: Bench, buyers: number, holds: number, ask: typeof byHand = byHand): Promise<Cost> {
  return measured(bench, holds, async (eventId) => {
    let next = 0;
    const buy = async () => {
      for (let index = next++; index < holds; index = next++)
        await bench.engine.hold({ eventId, buyerId: randomUUID(), key: randomUUID(), ...ask(eventId, index) });
    };
    await Promise.all(Array.from({ length: buyers }, buy));
  });
}

async function pgbenchHolds(
  bench: Bench,
  script: (eventId: string, perClient: number) => string,
  { clients, holdsEach, holds }: { clients: number; holdsEach: number; holds: number },
): Promise<Cost & { latencyMs: number }> {
  const perClient = Math.floor(holds / holdsEach / clients);
  let latencyMs = 0;
  let perSecond = 0;
  const figures = await measured(bench, perClient * clients * holdsEach, async (eventId) => {
    const run = await pgbench(bench.url, script(eventId, perClient), { clients, transactions: perClient });
    latencyMs = run.latencyMs;
    perSecond = run.perSecond * holdsEach;
  });
  return { ...figures, perSecond, latencyMs };
}

async function compare(rounds: number, bench: Bench): Promise<Record<string, unknown>> {
  const ways: Record<string, () => Promise<Cost & { latencyMs?: number }>> = {
    engine: () => engineHolds(bench, BUYERS, HOLDS),
    "engine, best available": () => engineHolds(bench, BUYERS, HOLDS, bestAvailable),
    pgbench: () => pgbenchHolds(bench, holdOne, { clients: PGBENCH_CLIENTS, holdsEach: 1, holds: HOLDS }),
    "pgbench, 64 a statement": () =>
      pgbenchHolds(bench, holdMany(HOLDS_A_STATEMENT), {
        clients: PGBENCH_CLIENTS,
        holdsEach: HOLDS_A_STATEMENT,
        holds: HOLDS,
      }),
    "engine, one buyer": async () => {
      const figures = await engineHolds(bench, 1, LONE_HOLDS);
      return { ...figures, latencyMs: 1_000 / figures.perSecond };
    },
    "pgbench, one client": () => pgbenchHolds(bench, holdOne, { clients: 1, holdsEach: 1, holds: LONE_HOLDS }),
  };
  const figures: Record<string, (Cost & { latencyMs?: number })[]> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(ways)) {
      const result = await run();
      say(
        `${round === 0 ? "warm-up" : `round ${round}`}  ${name.padEnd(24)} ${result.perSecond.toFixed(0).padStart(7)} holds/s  PostgreSQL ${result.postgresMicros.toFixed(0).padStart(5)} µs  Node ${result.nodeMicros.toFixed(0).padStart(4)} µs  ${result.latencyMs ? `${result.latencyMs.toFixed(2)} ms` : ""}`,
      );
      if (round > 0) (figures[name] ??= []).push(result);
    }
  }
  const of = (name: string, figure: (result: Cost & { latencyMs?: number }) => number) =>
    median(figures[name]!.map(figure));
  const rate = (name: string) => of(name, (result) => result.perSecond);
  const postgres = (name: string) => of(name, (result) => result.postgresMicros);
  return {
    holdsPerSecond: Math.round(rate("engine")),
    vsPgbench: rate("engine") / rate("pgbench"),
    vsBatchLimit: rate("engine") / rate("pgbench, 64 a statement"),
    bestAvailableVsByHand: rate("engine, best available") / rate("engine"),
    postgresMicrosPerHold: postgres("engine"),
    postgresCpuVsPgbench: postgres("engine") / postgres("pgbench"),
    nodeMicrosPerHold: of("engine", (result) => result.nodeMicros),
    loneLatency:
      of("engine, one buyer", (result) => result.latencyMs!) / of("pgbench, one client", (result) => result.latencyMs!),
  };
}
