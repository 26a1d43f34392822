// A registry with its own database, and the real, unmodified Rover.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTestDatabase } from "../../testkit/databases.ts";
import { findRover } from "../../operations/registry.ts";
import { serversOfThisRun } from "../../testkit/supergraph.ts";
import { openDatabase, type Database } from "../../platform/postgres/database.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { newKeyText } from "../keys.ts";
import { entities } from "../entities.ts";
import { migrations } from "../migrations.ts";
import { startRegistry } from "../server.ts";

export const GRAPH = "shop";
export const REF = `${GRAPH}@current`;

export interface Ran {
  code: number;
  out: string;
  err: string;
  ms: number;
}

export interface RegistryStand {
  /** Changes with every restart. */
  url: string;
  database: Database;
  databaseUrl: string;
  keys: { write: string; gateway: string };
  /** For files; also Rover's home. */
  folder: string;
  /** Resolves with Rover's exit code. */
  rover(args: string[], env?: Record<string, string>, stdin?: string): Promise<Ran>;
  /** Writes a schema to a file and says where. */
  file(text: string): string;
  publish(name: string, sdl: string, env?: Record<string, string>): Promise<Ran>;
  check(name: string, sdl: string, ...more: string[]): Promise<Ran>;
  /** Restarts the registry: on the same port if it is free. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRegistryStand(): Promise<RegistryStand> {
  const binary = findRover();
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-rover-"));
  const testDatabase = await createTestDatabase(serversOfThisRun().adminUrl, {
    name: "registry",
    migrations,
    entities,
  });
  const keys = { write: newKeyText(GRAPH), gateway: newKeyText(GRAPH) };
  const start = (port: number) =>
    startRegistry({
      host: "127.0.0.1",
      port,
      databaseUrl: testDatabase.url,
      graphId: GRAPH,
      keys: [
        { name: "operator", text: keys.write, kind: "write" },
        { name: "gateways", text: keys.gateway, kind: "gateway" },
      ],
      usageDays: 30,
      publicUrl: null,
      logLevel: "silent",
    });
  let registry = await start(0);
  const database = await openDatabase({
    url: testDatabase.url,
    entities,
    migrations,
    logger: createLogger("test", "silent"),
  });

  const rover: RegistryStand["rover"] = (args, env = {}, stdin = "") => {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      if (!binary) return reject(new Error("npm has brought no Rover for this platform."));
      const child = execFile(
        binary,
        args,
        {
          env: {
            HOME: folder,
            APOLLO_HOME: folder,
            APOLLO_REGISTRY_URL: `${registry.url}/`,
            APOLLO_KEY: keys.write,
            APOLLO_TELEMETRY_DISABLED: "1",
            APOLLO_ROVER_SKIP_UPDATE: "1",
            NO_COLOR: "1",
            ...env,
          },
        },
        (error, out, err) =>
          resolve({ code: error ? Number(error.code ?? 1) : 0, out, err, ms: performance.now() - begun }),
      );
      child.stdin?.end(stdin);
    });
  };
  const file = (text: string) => {
    const name = path.join(folder, `${randomUUID()}.graphql`);
    writeFileSync(name, text);
    return name;
  };
  return {
    get url() {
      return registry.url;
    },
    database,
    databaseUrl: testDatabase.url,
    keys,
    folder,
    rover,
    file,
    publish: (name, sdl, env = {}) =>
      rover(
        [
          "subgraph",
          "publish",
          REF,
          "--name",
          name,
          "--schema",
          file(sdl),
          "--routing-url",
          `https://${name}.example/graphql`,
        ],
        env,
      ),
    check: (name, sdl, ...more) => rover(["subgraph", "check", REF, "--name", name, "--schema", file(sdl), ...more]),
    restart: async () => {
      const { port } = new URL(registry.url);
      await registry.stop();
      registry = await start(Number(port));
    },
    stop: async () => {
      await registry.stop();
      await database.close();
      await testDatabase.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
