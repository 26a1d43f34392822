// An answer that is the same for everybody, beside a server that only knows its bytes, in turn. Counted is CPU: both take what they get.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Pool } from "undici";
import { freePorts } from "../local/servers/ports.ts";
import { cpuNanosOf } from "./cpu.ts";
import { sideBySide } from "./side-by-side.ts";

const AT_ONCE = 32;
const SECONDS = 3;

/** A process that answers at this URL. */
interface Served {
  url: string;
  pid: number;
}

interface Answers {
  cpuMicros: number;
  perSecond: number;
}

async function ask({ url, pid }: Served, headers: Record<string, string>): Promise<Answers> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: AT_ONCE });
  let answers = 0;
  const [cpu, begun] = [cpuNanosOf(pid), performance.now()];
  const end = begun + SECONDS * 1_000;
  const client = async () => {
    while (performance.now() < end) {
      const { statusCode, body } = await pool.request({ method: "GET", path: pathname, headers });
      await body.arrayBuffer();
      if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}.`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  const seconds = (performance.now() - begun) / 1_000;
  await pool.destroy();
  return { cpuMicros: (cpuNanosOf(pid) - cpu) / 1_000 / answers, perSecond: answers / seconds };
}

/** µs of CPU for each answer; `ratio`: answers for the same CPU, relative to the constant bytes. */
export async function besideConstantBytes(
  rounds: number,
  ours: Served,
  headers: Record<string, string> = {},
): Promise<{ ratio: number; oursMicros: number; constantMicros: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-bench-"));
  const { origin, pathname } = new URL(ours.url);
  const pool = new Pool(origin);
  const { body } = await pool.request({ method: "GET", path: pathname, headers });
  const answer = path.join(folder, "answer");
  writeFileSync(answer, Buffer.from(await body.arrayBuffer()));
  await pool.destroy();
  const [port] = await freePorts(1);
  const main = path.join(import.meta.dirname, "gateway/constant-main.ts");
  const constant = spawn(process.execPath, [main, "--answer", answer, "--port", String(port)], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}/`;
  try {
    while (!(await fetch(url).catch(() => undefined))) await delay(100);
    const { own, bytes } = await sideBySide(rounds, {
      own: () => ask(ours, headers),
      bytes: () => ask({ url, pid: constant.pid! }, headers),
    });
    return {
      ratio: Number((bytes.cpuMicros / own.cpuMicros).toFixed(2)),
      oursMicros: Math.round(own.cpuMicros),
      constantMicros: Math.round(bytes.cpuMicros),
    };
  } finally {
    constant.kill();
    await once(constant, "exit");
    rmSync(folder, { recursive: true });
  }
}
