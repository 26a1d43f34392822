// What people who wait cost: a poll of the static document beside constant bytes, and a place in a queue beside a hold of two seats, in turn.
import { Pool } from "undici";
import { pidOf, withSystem } from "../../testkit/temporary-system.ts";
import type { System } from "../../local/system.ts";
import { openQueue } from "../../test/queues.ts";
import { besideConstantBytes } from "../constant-bytes.ts";
import { accounts, cpuByProcess } from "../orders/purchases.ts";
import { openSale, serve, type Sale } from "../seats-http.ts";
import { sideBySide } from "../side-by-side.ts";

const JOINS = 2_000;
const AT_ONCE = 64;
const JOIN = `mutation ($id: ID!) { joinQueue(eventId: $id) { __typename ... on Error { message } } }`;

interface Figures {
  /** Of CPU, of all processes and PostgreSQL. */
  cpuMicros: number;
  perSecond: number;
  p99Ms: number;
}

export function benchWaiting(rounds: number): Promise<Record<string, unknown>> {
  return withSystem({ LOG_LEVEL: "info" }, async (system) => {
    const sale = await openSale(system);
    const tokens = await accounts(system, JOINS);
    const eventId = await withQueue(sale);
    const url = new URL(`/queues/${eventId}.json`, system.url).href;
    const document = await besideConstantBytes(rounds, { url, pid: pidOf(system, "gateway") });
    const { joins, holds, holdsBesideJoins } = await sideBySide(rounds, {
      joins: async () => join(system, tokens, await withQueue(sale)),
      holds: () => hold(sale),
      holdsBesideJoins: async () => {
        const eventOfJoins = await withQueue(sale);
        const [held] = await Promise.all([hold(sale), join(system, tokens, eventOfJoins)]);
        return held;
      },
    });
    return {
      documentVsConstant: document.ratio,
      documentMicros: document.oursMicros,
      joinMicros: Math.round(joins.cpuMicros),
      joinsPerSecond: Math.round(joins.perSecond),
      joinsVsHolds: Number((joins.cpuMicros / holds.cpuMicros).toFixed(2)),
      holdP99WithJoins: Number((holdsBesideJoins.p99Ms / holds.p99Ms).toFixed(2)),
    };
  });
}

async function withQueue(sale: Sale): Promise<string> {
  const eventId = await sale.newEvent();
  await openQueue(sale.owner, eventId);
  return eventId;
}

async function hold(sale: Sale): Promise<Figures> {
  const tokens = sale.buyers.map(({ client }) => client.token!);
  const { holdsPerSecond, p99Ms, cpuMicros } = await serve(sale, sale.system.url, tokens);
  return { perSecond: holdsPerSecond, p99Ms, cpuMicros: sum(cpuMicros) };
}

/** Each of these people once. @throws Error if somebody is refused */
async function join(system: System, tokens: string[], eventId: string): Promise<Figures> {
  const { origin, pathname } = new URL(system.url);
  const pool = new Pool(origin, { connections: AT_ONCE });
  const left = [...tokens];
  const times: number[] = [];
  const client = async () => {
    for (let token = left.pop(); token !== undefined; token = left.pop()) {
      const asked = performance.now();
      const { body } = await pool.request({
        method: "POST",
        path: pathname,
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: JOIN, variables: { id: eventId } }),
      });
      const answer = await body.text();
      if (!answer.includes("QueueEntry")) throw new Error(`Not joined: ${answer}`);
      times.push(performance.now() - asked);
    }
  };
  const [before, begun] = [sum(cpuByProcess(system)), performance.now()];
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  const seconds = (performance.now() - begun) / 1_000;
  const cpuMicros = ((sum(cpuByProcess(system)) - before) * 1e6) / tokens.length;
  await pool.destroy();
  times.sort((a, b) => a - b);
  return { cpuMicros, perSecond: tokens.length / seconds, p99Ms: times[Math.floor(times.length * 0.99)]! };
}

const sum = (values: Record<string, number>): number => Object.values(values).reduce((all, one) => all + one, 0);
