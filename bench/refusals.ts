// How many requests a second one event refuses whose seats are gone: when a hall is nearly full, most are of that kind.
import { randomInt, randomUUID } from "node:crypto";
import { SeatsUnavailable } from "../subgraphs/seating/errors.ts";
import { cpuOfFamily } from "./cpu.ts";
import { openEvent, SEATS, withEngine, type Bench } from "./seats.ts";

const REFUSALS = 60_000;
const SEATS_A_HOLD = 2;

interface Refused {
  buyers: number;
  perSecond: number;
  postgresMicros: number;
  nodeMicros: number;
}

export async function benchRefusals(): Promise<Record<string, unknown>> {
  return withEngine(async (bench) => {
    const eventId = await openEvent(bench.database);
    let first = 1 - SEATS_A_HOLD;
    const hold = async () => {
      while ((first += SEATS_A_HOLD) < SEATS) await ask(bench, eventId, first);
    };
    await Promise.all(Array.from({ length: 256 }, hold));
    const results: Refused[] = [];
    for (const buyers of [128, 128, 512, 2_048]) results.push(await refuse(bench, eventId, buyers));
    return { refusals: results.slice(1) };
  });
}

function ask({ engine }: Bench, eventId: string, first: number) {
  const seatNos = [first, first + 1];
  const input = { eventId, seatIds: seatNos.map((no) => `${eventId}.${no}`) };
  const [buyerId, key] = [randomUUID(), randomUUID()];
  return engine.hold({ eventId, buyerId, key, mutation: "holdSeats", input, wanted: { seatNos } });
}

async function refuse(bench: Bench, eventId: string, buyers: number): Promise<Refused> {
  const [postgres, node, begun] = [cpuOfFamily(bench.postgresPid), process.cpuUsage(), performance.now()];
  let left = REFUSALS;
  const want = async () => {
    while (left-- > 0) {
      const answer = await ask(bench, eventId, 1 + randomInt(SEATS - 1)).catch((error: unknown) => error);
      if (!(answer instanceof SeatsUnavailable)) throw new Error(`Not refused, but answered ${String(answer)}.`);
    }
  };
  await Promise.all(Array.from({ length: buyers }, want));
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(node);
  return {
    buyers,
    perSecond: Math.round(REFUSALS / seconds),
    postgresMicros: Math.round(((cpuOfFamily(bench.postgresPid) - postgres) * 1e6) / REFUSALS),
    nodeMicros: Math.round((user + system) / REFUSALS),
  };
}
