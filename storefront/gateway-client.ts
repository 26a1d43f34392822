// Calls of the gateway for a browser: operations by ID, with the browser's cookies and address.
import type { IncomingMessage } from "node:http";
import { Pool } from "undici";
import { KEEP_IDLE_MS } from "../platform/http/http.ts";
import type { TrustedPeers } from "../platform/http/trusted-peers.ts";
import type { DocumentId } from "./documents/document.ts";

interface Details {
  retryAfterSeconds?: number;
  field?: string;
}

/** An operation without a complete result. */
export class OperationFailed extends Error {
  readonly code: string;
  /** Of RATE_LIMITED. */
  readonly retryAfterSeconds: number | undefined;
  /** Of BAD_USER_INPUT: the argument, such as `input.name`. */
  readonly field: string | undefined;

  constructor(message: string, code: string, { retryAfterSeconds, field }: Details = {}) {
    super(message);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
    this.field = field;
  }
}

/** Headers that identify the browser to the gateway: cookies, address, host. */
export type Caller = Readonly<Record<string, string>>;

/** The same browser without its session: its requests still count by its address. */
export function anonymous({ cookie: _, ...rest }: Caller): Caller {
  return rest;
}

/** @throws OperationFailed for the first error, also if it affects only a part of the result */
export type Ask = <Data, Variables extends Record<string, unknown>>(
  document: DocumentId<Data, Variables>,
  variables: Variables,
  caller: Caller,
) => Promise<Data>;

export interface GatewayClient {
  ask: Ask;
  /** Exchanges a refresh token for cookies. @returns the `set-cookie` headers @throws OperationFailed */
  startSession(refreshToken: string, caller: Caller): Promise<string[]>;
  /** A JSON file that is the same for everybody; undefined if it can't be had now. @param path of the gateway */
  file(path: string, caller: Caller): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * How the browser reached us: the gateway sees the same address, host and protocol as if it had been asked directly. Both forwarding headers
 * are always set, so that those of a client never get through.
 * @param proxies peers whose forwarding headers count
 */
export function callerOf(request: IncomingMessage, proxies: Pick<TrustedPeers, "has">): Caller {
  const { headers, socket } = request;
  const caller: Record<string, string> = {
    "x-forwarded-for": socket.remoteAddress ?? "",
    "x-forwarded-proto": "http",
  };
  if (proxies.has(socket.remoteAddress)) {
    for (const name of ["x-forwarded-for", "x-forwarded-proto"]) {
      const value = headers[name];
      if (typeof value === "string") caller[name] = value;
    }
  }
  for (const name of ["cookie", "host", "user-agent"] as const) {
    const value = headers[name];
    if (value !== undefined) caller[name] = value;
  }
  return caller;
}

/** The same caller with the cookies of a session that has just begun. */
export function withCookies(caller: Caller, setCookies: readonly string[]): Caller {
  const cookie = setCookies.map((one) => one.split(";", 1)[0]).join("; ");
  return { ...caller, cookie };
}

const TIMEOUT_MS = 20_000;

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; retryAfterSeconds?: number } }[];
}

export function createGatewayClient(gatewayUrl: string): GatewayClient {
  const pool = new Pool(gatewayUrl, {
    connections: 64,
    keepAliveTimeout: KEEP_IDLE_MS,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });

  async function post(path: string, body: unknown, caller: Caller) {
    try {
      return await pool.request({
        method: "POST",
        path,
        headers: { ...caller, "content-type": "application/json", "apollo-require-preflight": "storefront" },
        body: JSON.stringify(body),
      });
    } catch (cause) {
      throw Object.assign(new OperationFailed("The gateway is unavailable.", "UNAVAILABLE"), { cause });
    }
  }

  return {
    ask: async (document, variables, caller) => {
      const extensions = { persistedQuery: { version: 1, sha256Hash: document } };
      const { body } = await post("/graphql", { variables, extensions }, caller);
      const { data, errors } = (await body.json().catch(() => ({}))) as Answer<never>;
      const [error] = errors ?? [];
      if (error) {
        const { code = "INTERNAL_SERVER_ERROR", ...details } = error.extensions ?? {};
        throw new OperationFailed(error.message, code, details);
      }
      if (!data) throw new OperationFailed("The operation has no result.", "UNAVAILABLE");
      return data;
    },
    startSession: async (refreshToken, caller) => {
      const { statusCode, headers, body } = await post("/session", { refreshToken }, caller);
      await body.dump();
      if (statusCode !== 200) throw new OperationFailed("The session could not be started.", "UNAVAILABLE");
      return [headers["set-cookie"] ?? []].flat();
    },
    file: async (path, caller) => {
      try {
        const { statusCode, body } = await pool.request({ method: "GET", path, headers: { ...caller } });
        const found: unknown = await body.json();
        return statusCode === 200 ? found : undefined;
      } catch {
        return undefined;
      }
    },
    stop: () => pool.close(),
  };
}
