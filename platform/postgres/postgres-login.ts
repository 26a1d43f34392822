// How a process logs in to its PostgreSQL. While a password is changed there are two that may be right, and which one is
// changes between two logins: so it is tried out.
import type { Socket } from "node:net";
import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";
import { ConfigError } from "../core/config.ts";

export interface PostgresLogin {
  url: string;
  /** Is right where the URL's password is not: the next one before a change, the last one after it. */
  otherPassword?: string | undefined;
}

/** SQLSTATE invalid_password. */
export const WRONG_PASSWORD = "28P01";

const CONNECT_WITHIN_MS = 5_000;
/** When the kernel begins to ask whether the other side is still there; its own default is two hours. */
const KEEP_ALIVE_AFTER_MS = 5_000;
/** What the server itself ends a statement after, unless it is a migration. */
export const STATEMENT_TIMEOUT_MS = 5_000;
/** More than the server takes to give up a statement: then it was cut off. */
const SILENT_MS = 7_000;

/**
 * Ends a connection on which nothing has come or gone for so long: a server that was cut off does not say so. Whoever waits for an answer
 * learns that the connection was terminated, and no pool hands it out again.
 */
export function giveUpWhenSilent(client: pg.Client): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.setTimeout(SILENT_MS, () => stream.destroy());
}

/** For a client or a pool. */
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

/** What a server says that is not there, does not know us, or has no such database: network errors, and SQLSTATE classes 28 and 3D. */
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28\w{3}|3D000)$/;

/** One sentence for whoever set the variable; undefined for what is not about the address or the login. */
export function unreachableDatabase(variable: string, url: string, error: unknown): ConfigError | undefined {
  const { code } = error as { code?: string };
  if (code === undefined || !UNREACHABLE.test(code)) return undefined;
  const { host, pathname } = new URL(url);
  return new ConfigError(`Set ${variable} to a database that can be reached: ${host}${pathname} failed with ${code}.`);
}

/** Whatever else may be wrong is for the login itself to say. */
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
