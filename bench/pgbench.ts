// PostgreSQL's own load generator, from Debian's postgresql-contrib.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";

export interface PgbenchRun {
  /** Of the whole run, connecting left out. */
  perSecond: number;
  latencyMs: number;
}

/** @throws Error that says what to install. */
export function requirePgbench(): void {
  if (spawnSync("pgbench", ["--version"]).status !== 0)
    throw new Error("This compares with pgbench: install it (Debian: postgresql-contrib) and try again.");
}

/** Runs `script` `transactions` times with each of `clients`. @throws Error with pgbench's own words if it fails. */
export async function pgbench(
  url: string,
  script: string,
  { clients, transactions }: { clients: number; transactions: number },
): Promise<PgbenchRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-bench-"));
  const file = path.join(folder, "script.sql");
  writeFileSync(file, script);
  const args = ["-n", "-M", "prepared", "-c", String(clients), "-j", "1", "-t", String(transactions), "-D", "i=-1"];
  const generic = `${url}?options=${encodeURIComponent("-c plan_cache_mode=force_generic_plan")}`;
  const child = spawn("pgbench", [...args, "-f", file, generic]);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  rmSync(folder, { recursive: true });
  const perSecond = /tps = ([\d.]+)/.exec(output)?.[1];
  const latency = /latency average = ([\d.]+)/.exec(output)?.[1];
  if (code !== 0 || !perSecond || !latency) throw new Error(`pgbench failed: ${output.slice(-2_000)}`);
  return { perSecond: Number(perSecond), latencyMs: Number(latency) };
}
