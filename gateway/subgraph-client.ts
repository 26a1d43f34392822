// One subgraph as the executor sees it: pooled connections, a deadline, a breaker, and honest errors.
// UNAVAILABLE: the request never arrived, nothing happened. TIMEOUT: nobody knows.
import { GraphQLError } from "graphql";
import { Pool, type Dispatcher } from "undici";
import { correlationHeaders } from "../platform/correlation.ts";
import { CHANGED_HEADER } from "../platform/headers.ts";
import { timedOut, unavailable } from "../platform/errors.ts";
import { KEEP_IDLE_MS } from "../platform/http.ts";
import { traced } from "../platform/tracing.ts";
import { createBreaker } from "./breaker.ts";
import type { SubgraphRequest } from "./execution/run.ts";

const NEVER_ARRIVED = new Set(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);
/** More than any answer of a subgraph; whoever sends more is broken, and would fill the memory. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

export interface SubgraphClient {
  /**
   * @param deadlineMs how long the answer may take
   * @param headers what tells the subgraph who is asking
   * @param clients what the one who asks is known by, where the time that the answer takes may be its doing
   * @throws GraphQLError UNAVAILABLE or TIMEOUT
   */
  send(
    request: SubgraphRequest,
    headers: readonly string[],
    deadlineMs: number,
    clients?: readonly string[],
  ): Promise<Buffer>;
  stop(): Promise<void>;
}

export interface SubgraphClientOptions {
  name: string;
  url: string;
  /** Called before an answer is handed on that says what it has changed, and what that is about. */
  onChanged(topic: string, about: string | undefined): void;
  /** Told of every request that ended: how long it took, and whether the subgraph has answered. */
  onEnd(subgraph: string, seconds: number, outcome: "answered" | "failed"): void;
}

export function createSubgraphClient({ name, url, onChanged, onEnd }: SubgraphClientOptions): SubgraphClient {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const pool = new Pool(origin, {
    connections: 64,
    connect: { timeout: 1_000 },
    keepAliveTimeout: KEEP_IDLE_MS,
    keepAliveMaxTimeout: KEEP_IDLE_MS,
  });
  const breaker = createBreaker();

  function post(body: string, headers: readonly string[], deadlineMs: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      pool.dispatch(
        {
          path,
          method: "POST",
          headers: ["content-type", "application/json", ...headers, ...correlationHeaders()],
          body,
        },
        new AnswerReader(deadlineMs, onChanged, resolve, reject),
      );
    });
  }

  async function attempt(request: SubgraphRequest, headers: readonly string[], deadline: number) {
    for (let attempts = 1; ; attempts++) {
      try {
        return await post(request.body, headers, deadline - performance.now());
      } catch (error) {
        // A kept-alive connection that the other side has just closed: a query may simply be sent again.
        if (request.isQuery && attempts === 1 && wasCut(error) && performance.now() < deadline) continue;
        throw error;
      }
    }
  }

  const send: SubgraphClient["send"] = async (request, headers, deadlineMs, clients) => {
    if (!breaker.allows()) throw unavailable(`The ${name} service`);
    const begun = performance.now();
    try {
      const answer = await attempt(request, headers, begun + deadlineMs);
      breaker.succeeded();
      onEnd(name, (performance.now() - begun) / 1_000, "answered");
      return answer;
    } catch (error) {
      // It lives, and takes what others ask.
      if (error instanceof HeadersTooLarge) breaker.succeeded();
      else breaker.failed(error instanceof TooLate ? clients : []);
      onEnd(name, (performance.now() - begun) / 1_000, "failed");
      throw failure(name, error);
    }
  };

  return {
    send: (...args) => traced(`fetch ${name}`, { subgraph: name }, () => send(...args)),
    stop: () => pool.destroy(),
  };
}

/** RFC 6585. */
const HEADERS_TOO_LARGE = 431;

class HeadersTooLarge extends Error {}

function failure(name: string, error: unknown): GraphQLError {
  if (error instanceof HeadersTooLarge)
    return new GraphQLError(
      `The ${name} service takes no headers as large as those of this request (HTTP 431): nothing happened.`,
      { extensions: { code: "UNAVAILABLE" }, originalError: error },
    );
  if (NEVER_ARRIVED.has((error as { code?: string }).code ?? "")) return unavailable(`The ${name} service`, error);
  return timedOut(`The ${name} service`, error);
}

class TooLate extends Error {}

function wasCut(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === "UND_ERR_SOCKET" || code === "ECONNRESET";
}

/** Reads one answer; too late or too large, it fails. */
class AnswerReader implements Dispatcher.DispatchHandler {
  #chunks: Buffer[] = [];
  #size = 0;
  #changed: string[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #failure: Error | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #onChanged: SubgraphClientOptions["onChanged"];
  readonly #resolve: (answer: Buffer) => void;
  readonly #reject: (error: Error) => void;

  constructor(
    deadlineMs: number,
    onChanged: SubgraphClientOptions["onChanged"],
    resolve: (answer: Buffer) => void,
    reject: (error: Error) => void,
  ) {
    this.#onChanged = onChanged;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#giveUp(new TooLate("The deadline has passed.")), Math.max(deadlineMs, 0));
  }

  #giveUp(error: Error): void {
    clearTimeout(this.#timer);
    this.#failure = error;
    this.#controller?.abort(error);
    this.#reject(error);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It has waited for a free connection for too long: it is not sent any more.
    if (this.#failure) controller.abort(this.#failure);
  }

  onResponseStart(_: unknown, status: number, headers: Record<string, string | string[] | undefined>): void {
    // Its server has read no more than the headers.
    if (status === HEADERS_TOO_LARGE) this.#giveUp(new HeadersTooLarge());
    // Said by a proxy between us, or by a server that has broken down: not GraphQL's own way of failing.
    if (status >= 500 && !String(headers["content-type"]).includes("json"))
      this.#giveUp(new Error(`Status ${status}.`));
    const changed = headers[CHANGED_HEADER];
    if (typeof changed === "string") this.#changed = changed.split(",");
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > MAX_ANSWER_BYTES) this.#giveUp(new Error("The answer is too large."));
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    // Before the client is answered: its next request must find what this one has changed. Other gateways are told by a hint.
    for (const changed of this.#changed) {
      const [topic, about] = changed.split(":");
      this.#onChanged(topic!, about || undefined);
    }
    this.#resolve(this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks));
  }

  onResponseError(_: unknown, error: Error): void {
    clearTimeout(this.#timer);
    this.#reject(error);
  }
}
