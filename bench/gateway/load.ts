// Load on a server from this process: so many at once, for so long.
import { Pool } from "undici";
import { cpuOf } from "../cpu.ts";

export interface Measured {
  /** µs of the server's CPU for each request. */
  cpuMicros: number;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

export interface Target {
  url: string;
  pid: number;
  /** What a client sends next. */
  next(client: number): Sent;
}

export interface Sent {
  headers: Record<string, string>;
  body: string;
}

/** @throws Error if an answer is not 200, or has errors */
export async function measure({ url, pid, next }: Target, seconds: number, atOnce: number): Promise<Measured> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: atOnce });
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const client = async (_: unknown, index: number) => {
    for (let begun = performance.now(); begun < end; begun = performance.now()) {
      const answer = await pool.request({ method: "POST", path: pathname, ...next(index) });
      const body = Buffer.from(await answer.body.arrayBuffer());
      if (answer.statusCode !== 200) throw new Error(`${url} answers ${answer.statusCode}.`);
      if (body.includes('"errors":[')) throw new Error(`${url} answers with errors: ${body.toString().slice(0, 500)}`);
      times.push(performance.now() - begun);
    }
  };
  const cpu = cpuOf(pid);
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, client));
  const took = (performance.now() - begun) / 1_000;
  const cpuMicros = ((cpuOf(pid) - cpu) / times.length) * 1e6;
  await pool.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { cpuMicros, requestsPerSecond: times.length / took, p50Ms: at(0.5), p99Ms: at(0.99) };
}
