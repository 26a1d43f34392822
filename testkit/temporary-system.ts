// A temporary system of real processes for an experiment or measurement: on free ports, in its own folder.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import type { Env } from "../operations/environment.ts";
import { freePorts } from "../local/servers/ports.ts";
import { startSystem, type System, type SystemOptions } from "../local/system.ts";
import { listedSubgraphs, ROOT } from "../operations/topology.ts";

/** All running processes that can be killed, by name. */
export function processNames(): string[] {
  return ["gateway", ...listedSubgraphs().map(({ name }) => name), "provider", "postgres", "redis"];
}

export function pidOf({ dataDir }: Pick<System, "dataDir">, name: string): number {
  return Number(readFileSync(path.join(dataDir, "run", `${name}.pid`), "utf8"));
}

/** `npm start` itself, without npm. */
export function spawnStart(env: Env): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, [path.join(ROOT, "local", "start.ts")], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Free ports for all processes and servers of a system, by the variables that set them. */
export async function portsOfSystem(): Promise<Env> {
  const names = [...processNames(), "mail", "mail_smtp", "registry", "public_gateway", "storefront"];
  const ports = await freePorts(names.length);
  return Object.fromEntries(names.map((name, index) => [`${name.toUpperCase()}_PORT`, String(ports[index])]));
}

/** Starts it, hands it on, and leaves nothing of it behind. */
export async function withSystem<T>(
  env: Env,
  work: (system: System) => Promise<T>,
  options: SystemOptions = {},
): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  const portOf = await portsOfSystem();
  const quiet = () => {};
  const system = await startSystem(
    { DATA_DIR: dataDir, MAIL_CATCHER: "off", REGISTRY: "off", STOREFRONT: "off", ...portOf, ...env },
    quiet,
    quiet,
    options,
  );
  try {
    return await work(system);
  } finally {
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
