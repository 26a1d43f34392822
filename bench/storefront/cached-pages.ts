// A page that is the same for everybody, beside a server that only knows its compressed bytes, in turn. Counted is CPU: both take what they get.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Pool } from "undici";
import { freePorts } from "../../local/servers/ports.ts";
import { cpuNanosOf } from "../cpu.ts";
import { sideBySide } from "../side-by-side.ts";

const AT_ONCE = 32;
const SECONDS = 3;
const HEADERS = { "accept-encoding": "gzip", accept: "text/html", "accept-language": "en" };

interface Answers {
  cpuMicros: number;
  perSecond: number;
}

async function open({ url, pid }: { url: string; pid: number }): Promise<Answers> {
  const { origin } = new URL(url);
  const pool = new Pool(origin, { connections: AT_ONCE });
  let answers = 0;
  const [cpu, begun] = [cpuNanosOf(pid), performance.now()];
  const end = begun + SECONDS * 1_000;
  const client = async () => {
    while (performance.now() < end) {
      const { statusCode, body } = await pool.request({ method: "GET", path: "/", headers: HEADERS });
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

export async function benchCachedPages(
  rounds: number,
  ours: { url: string; pid: number },
): Promise<Record<string, number>> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-bench-"));
  const pool = new Pool(new URL(ours.url).origin);
  const { body } = await pool.request({ method: "GET", path: "/", headers: HEADERS });
  const answer = path.join(folder, "page");
  writeFileSync(answer, Buffer.from(await body.arrayBuffer()));
  await pool.destroy();
  const [port] = await freePorts(1);
  const main = path.join(import.meta.dirname, "../gateway/constant-main.ts");
  const constant = spawn(process.execPath, [main, "--answer", answer, "--port", String(port)], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}/`;
  try {
    while (!(await fetch(url).catch(() => undefined))) await delay(100);
    const { page, bytes } = await sideBySide(rounds, {
      page: () => open(ours),
      bytes: () => open({ url, pid: constant.pid! }),
    });
    return {
      cachedPagesPerSecondOfConstant: Number((bytes.cpuMicros / page.cpuMicros).toFixed(2)),
      cachedPageCpuMicros: Math.round(page.cpuMicros),
      constantCpuMicros: Math.round(bytes.cpuMicros),
    };
  } finally {
    constant.kill();
    await once(constant, "exit");
    rmSync(folder, { recursive: true });
  }
}
