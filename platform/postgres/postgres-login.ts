// How a process logs in to its PostgreSQL. During a password change either of two passwords may be valid, and that may change between two
// logins: so both are tried.
import type { Socket } from "node:net";
import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";
import { ConfigError } from "../core/config.ts";

export interface PostgresLogin {
  url: string;
  /** Used if the URL's password is wrong: the next one before a change, the previous one after it. */
  otherPassword?: string | undefined;
}

/** SQLSTATE invalid_password. */
export const WRONG_PASSWORD = "28P01";

const CONNECT_WITHIN_MS = 5_000;
/** TCP keep-alive: when the kernel begins to probe; its default is two hours. */
const KEEP_ALIVE_AFTER_MS = 5_000;
/** Statement timeout of the server, except for migrations. */
export const STATEMENT_TIMEOUT_MS = 5_000;
/** Longer than the server's statement timeout: after that the server is partitioned. */
const SILENT_MS = 7_000;

/**
 * Closes a connection without traffic for this long: a partitioned server does not close it. A waiting query fails as terminated, and the
 * pool does not reuse the connection.
 */
export function giveUpWhenSilent(client: pg.Client): void {
  const stream = streamOf(client);
  stream.setTimeout(SILENT_MS, () => stream.destroy());
}

/** The same for the connections of a pool while they are in use. Idle ones are closed with the first: they lead to the same server. */
export function giveUpWhenUsedInSilence(pool: pg.Pool): void {
  const idle = new Set<Socket>();
  pool.on("connect", (client) => {
    const stream = streamOf(client);
    stream.on("timeout", () => {
      for (const one of [stream, ...idle]) one.destroy();
    });
  });
  pool.on("acquire", (client) => {
    const stream = streamOf(client);
    idle.delete(stream);
    stream.setTimeout(SILENT_MS);
  });
  pool.on("release", (_, client) => {
    const stream = streamOf(client);
    idle.add(stream);
    stream.setTimeout(0);
  });
  pool.on("remove", (client) => idle.delete(streamOf(client)));
}

const streamOf = (client: pg.ClientBase): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

/** Options of a client or a pool. */
export function clientConfig({ url, otherPassword }: PostgresLogin): pg.ClientConfig {
  const config: pg.ClientConfig = {
    ...parseIntoClientConfig(url),
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  };
  const own = config.password;
  if (otherPassword === undefined || typeof own !== "string") return config;
  return { ...config, password: async () => ((await isRight({ ...config, password: own })) ? own : otherPassword) };
}

/** Errors of an unreachable server, a failed login, or a missing database: network errors, and SQLSTATE classes 28 and 3D. */
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28\w{3}|3D000)$/;

/** An explanation for the operator; undefined for other errors. */
export function unreachableDatabase(variable: string, url: string, error: unknown): ConfigError | undefined {
  const { code } = error as { code?: string };
  if (code === undefined || !UNREACHABLE.test(code)) return undefined;
  const { host, pathname } = new URL(url);
  return new ConfigError(`Set ${variable} to a database that can be reached: ${host}${pathname} failed with ${code}.`);
}

/** Other errors are reported by the login itself. */
async function isRight(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config);
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== WRONG_PASSWORD;
  } finally {
    await client.end().catch(() => {});
  }
}
