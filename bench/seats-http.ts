// The same holds as clients ask for them: at the subgraph's GraphQL endpoint, and through the gateway, in a system of real
// processes. Says what each process spends on a hold. The load comes from this process, which is not counted.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { Pool } from "undici";
import { connectClient } from "../local/client.ts";
import { freePorts } from "../local/servers/ports.ts";
import { pidOf, withSystem } from "../testkit/temporary-system.ts";
import { createEvent, createOrganization, createVenue, publishEvent, signUp, type Person } from "../local/fixtures.ts";
import type { System } from "../local/system.ts";
import { ROOT } from "../operations/topology.ts";
import { loadSigner, signForViewer } from "../platform/identity/identity.ts";
import { cpuOf, cpuOfFamily } from "./cpu.ts";

const BUYERS = 256;
const ROWS = 200;
const SEATS_A_ROW = 100;
const HOLDS = 5_000;
const CONTENDERS = 500;
const CONTENDED_SEATS = 100;
const CONTENDED_ROUNDS = 50;
const PROCESSES = ["gateway", "users", "catalog", "seating", "redis"];
const HOLD = `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename ... on Hold { id expiresAt } } }`;

export interface Served {
  holdsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** µs of CPU for each hold, by process. */
  cpuMicros: Record<string, number>;
}

export interface Sale {
  system: System;
  owner: Person;
  buyers: Person[];
  newEvent(): Promise<string>;
  newSmallEvent(): Promise<string>;
}

export async function openSale(system: System): Promise<Sale> {
  const connect = (token?: string) => connectClient(system.url, token);
  const owner = await signUp(connect, "Owner");
  const organizationId = await createOrganization(owner.client);
  const rows = Array.from({ length: ROWS }, (_, index) => ({ label: String(index + 1), seats: SEATS_A_ROW }));
  const venueId = await createVenue(owner.client, organizationId, [{ name: "Arena", kind: "SEATED", rows }]);
  const tiers = [{ name: "All", price: { amount: 5_000, currency: "EUR" }, sections: ["Arena"] }];
  const buyers: Person[] = [];
  while (buyers.length < BUYERS)
    buyers.push(...(await Promise.all(Array.from({ length: 8 }, () => signUp(connect, "Buyer")))));
  const clubId = await createVenue(owner.client, organizationId, [
    { name: "Arena", kind: "SEATED", rows: [{ label: "1", seats: CONTENDED_SEATS }] },
  ]);
  const eventAt = async (place: string) => {
    const eventId = await createEvent(owner.client, organizationId, place, tiers, { maxSeatsPerBuyer: 1_000 });
    await publishEvent(owner.client, eventId);
    return eventId;
  };
  return { system, owner, buyers, newEvent: () => eventAt(venueId), newSmallEvent: () => eventAt(clubId) };
}

function cpuNow(system: System): Record<string, number> {
  const pid = (name: string) => pidOf(system, name);
  return {
    ...Object.fromEntries(PROCESSES.map((name) => [name, cpuOf(pid(name))])),
    postgres: cpuOfFamily(pid("postgres")),
  };
}

/** Asks for seats; answers with the member of the union. @throws Error if there is none. */
async function hold(pool: Pool, pathname: string, token: string, eventId: string, nos: number[]) {
  const input = { eventId, seatIds: nos.map((no) => `${eventId}.${no}`), idempotencyKey: randomUUID() };
  const begun = performance.now();
  const { body } = await pool.request({
    method: "POST",
    path: pathname,
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: HOLD, variables: { input } }),
  });
  const answer = (await body.json()) as { data?: { holdSeats: { __typename: string } } };
  if (!answer.data) throw new Error(`No answer: ${JSON.stringify(answer)}`);
  return { typename: answer.data.holdSeats.__typename, tookMs: performance.now() - begun };
}

export async function serve(sale: Sale, url: string, tokens: string[]): Promise<Served> {
  const eventId = await sale.newEvent();
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: BUYERS, pipelining: 1 });
  const latencies: number[] = [];
  let next = 0;
  const buy = async (token: string) => {
    for (let index = next++; index < HOLDS; index = next++) {
      const { typename, tookMs } = await hold(pool, pathname, token, eventId, [index * 2 + 1, index * 2 + 2]);
      if (typename !== "Hold") throw new Error(`Not held: ${typename}`);
      latencies.push(tookMs);
    }
  };
  const before = cpuNow(sale.system);
  const begun = performance.now();
  await Promise.all(tokens.map(buy));
  const seconds = (performance.now() - begun) / 1_000;
  const after = cpuNow(sale.system);
  await pool.close();
  latencies.sort((a, b) => a - b);
  return {
    holdsPerSecond: HOLDS / seconds,
    p50Ms: latencies[Math.floor(HOLDS * 0.5)]!,
    p99Ms: latencies[Math.floor(HOLDS * 0.99)]!,
    cpuMicros: Object.fromEntries(
      Object.entries(after).map(([name, used]) => [name, ((used - before[name]!) * 1e6) / HOLDS]),
    ),
  };
}

/** The token by which the gateway tells seating who its viewer is; it lives for half a minute. */
async function viewerTokens({ env }: System, userIds: string[]): Promise<string[]> {
  const gateway = loadSigner("gateway", env.GATEWAY_SIGNING_KEY_FILE!);
  return Promise.all(
    userIds.map((userId) =>
      signForViewer(gateway, "seating", { userId, sessionId: "", staff: false, verified: true, memberships: {} }),
    ),
  );
}

/** A second process of seating, beside the system's own; answers with its endpoint. */
async function startSecondSeating({ env }: System): Promise<{ url: string; stop(): Promise<void> }> {
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["subgraphs/seating/main.ts"], {
    cwd: ROOT,
    env: { ...env, SEATING_PORT: String(port) },
    stdio: "inherit",
  });
  while (!(await fetch(`${url}/health/ready`).catch(() => undefined))?.ok) await delay(50);
  return {
    url: `${url}/graphql`,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

export interface Contended {
  rounds: number;
  /** The longest that anybody waited for an answer. */
  slowestMs: number;
  requests: number;
}

/**
 * 500 buyers who want the same 100 seats, through two processes; a refused buyer tries another one.
 * @throws Error unless each seat is held once, and every answer is a hold or SeatsUnavailable.
 */
async function contend(sale: Sale): Promise<Contended> {
  const second = await startSecondSeating(sale.system);
  const urls = [sale.system.env.SEATING_URL!, second.url];
  const pools = urls.map((url) => new Pool(new URL(url).origin, { connections: CONTENDERS / 2, pipelining: 1 }));
  const result: Contended = { rounds: CONTENDED_ROUNDS, slowestMs: 0, requests: 0 };
  for (let round = 0; round < CONTENDED_ROUNDS; round++) {
    const eventId = await sale.newSmallEvent();
    const tokens = await viewerTokens(
      sale.system,
      Array.from({ length: CONTENDERS }, () => randomUUID()),
    );
    const left = new Set(Array.from({ length: CONTENDED_SEATS }, (_, index) => index + 1));
    const buy = async (token: string, index: number) => {
      while (left.size > 0) {
        const candidates = [...left];
        const no = candidates[Math.floor(Math.random() * candidates.length)]!;
        const { typename, tookMs } = await hold(pools[index % 2]!, "/graphql", token, eventId, [no]);
        left.delete(no);
        result.requests++;
        result.slowestMs = Math.max(result.slowestMs, tookMs);
        if (typename === "Hold") return 1;
        if (typename !== "SeatsUnavailable") throw new Error(`Not expected: ${typename}`);
      }
      return 0;
    };
    const won = (await Promise.all(tokens.map(buy))).reduce((sum: number, one) => sum + one, 0);
    if (won !== CONTENDED_SEATS) throw new Error(`${won} of ${CONTENDED_SEATS} seats were held.`);
  }
  await Promise.all(pools.map((pool) => pool.close()));
  await second.stop();
  return result;
}

/** One result per round and way. */
export async function benchHttp(
  rounds: number,
  say: (line: string) => void,
): Promise<Record<"subgraph" | "gateway", Served[]> & { contended: Contended }> {
  return withSystem({ LOG_LEVEL: "error" }, async (system) => {
    const sale = await openSale(system);
    const results: Record<"subgraph" | "gateway", Served[]> = { subgraph: [], gateway: [] };
    const ways = {
      subgraph: async () =>
        serve(
          sale,
          system.env.SEATING_URL!,
          await viewerTokens(
            system,
            sale.buyers.map(({ id }) => id),
          ),
        ),
      gateway: () =>
        serve(
          sale,
          system.url,
          sale.buyers.map(({ client }) => client.token!),
        ),
    };
    for (let round = 0; round <= rounds; round++) {
      for (const name of ["subgraph", "gateway"] as const) {
        const result = await ways[name]();
        const cpu = Object.entries(result.cpuMicros).map(([process, micros]) => `${process} ${micros.toFixed(0)}`);
        say(
          `${round === 0 ? "warm-up" : `round ${round}`}  ${name.padEnd(24)} ${result.holdsPerSecond.toFixed(0).padStart(7)} holds/s  p50 ${result.p50Ms.toFixed(0)} ms  p99 ${result.p99Ms.toFixed(0)} ms  µs of CPU: ${cpu.join(", ")}`,
        );
        if (round > 0) results[name].push(result);
      }
    }
    return { ...results, contended: await contend(sale) };
  });
}
