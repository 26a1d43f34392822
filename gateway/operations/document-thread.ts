// The main thread's side of the thread that reads documents. It keeps refusals and answers to introspection for the next time.
import { createHash } from "node:crypto";
import { GraphQLError, parse, type DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";
import { createThread, FIRST, ThreadEnded, TookTooLong } from "../../platform/core/worker-thread.ts";
import { traced } from "../../platform/telemetry/tracing.ts";
import { once } from "../core/once.ts";
import { Refused } from "../core/refused.ts";
import { JsonText, type Json } from "../execution/json.ts";
import type { Introspected } from "../execution/responses.ts";
import { found } from "./compiler.ts";
import { tooLarge } from "./document-limits.ts";
import type { Answer, Asked, Reading } from "./document-worker.ts";
import type { ToPlan } from "./plans.ts";

/** Key of the client for fair queueing, or before all others. */
export type Turn = string | typeof FIRST;

export interface DocumentThread {
  ready(): Promise<void>;
  /** The parsed document, if it is valid. @throws Refused */
  check(query: string, by: Turn): Promise<DocumentNode>;
  /** The plan as JSON. @throws Refused */
  plan(asked: ToPlan, by: Turn): Promise<string>;
  /** @throws Refused */
  introspect(query: string, variables: Json, by: Turn): Promise<Introspected>;
  /** Refusals that do not depend on time are cached. @throws Refused */
  remembering<T>(asked: unknown, work: () => Promise<T>): Promise<T>;
  retire(): void;
  stop(): Promise<void>;
}

/** Measured: an operation of 480 fields, the largest that is allowed, takes 60 ms, and 200 ms in a thread that has just begun. */
const THREAD = { deadlineMs: 500, maxQueue: 1_000, maxQueueOfOne: 50, maxWaitMs: 5_000 };
/** The thread has the same stack size as the main thread: a document that does not overflow it there does not overflow it here. */
const STACK_MB = 0.9;
const HEAP_MB = 512;
/** Characters of refusals: a document that is wrong is wrong again when it is sent again, and need not be read for that. */
const REFUSALS_KEPT = 4_000_000;
/** Characters of answers to introspection: tools send the same question again and again. */
const INTROSPECTED_KEPT = 16_000_000;

const TAKES_TOO_LONG = tooLarge("takes too long to validate and plan: request less in one operation");

export function createDocumentThread(data: Reading): DocumentThread {
  const introspected = new LRUCache<string, Introspected>({
    maxSize: INTROSPECTED_KEPT,
    sizeCalculation: (texts, key) => [...texts.values()].reduce((sum, { json }) => sum + json.length, key.length),
  });
  const introspecting = new Map<string, Promise<Introspected>>();
  const refusals = new LRUCache<string, Refused>({
    maxSize: REFUSALS_KEPT,
    sizeCalculation: ({ errors }, digest) => JSON.stringify(errors).length + digest.length,
  });
  const thread = createThread<Asked, Answer>(new URL("./document-worker.ts", import.meta.url), {
    ...THREAD,
    data,
    stackMb: STACK_MB,
    heapMb: HEAP_MB,
  });

  async function remembering<T>(asked: unknown, work: () => Promise<T>): Promise<T> {
    const digest = createHash("sha256").update(JSON.stringify(asked)).digest("base64");
    const before = refusals.get(digest);
    if (before) throw before;
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused && error.status === 400) refusals.set(digest, error);
      throw error;
    }
  }

  async function ask(asked: Asked, by: Turn): Promise<ReturnType<typeof found>> {
    const answer = await thread.ask(asked, by).catch((error: unknown) => {
      if (error instanceof GraphQLError)
        throw new Refused(429, [error], { "retry-after": String(error.extensions.retryAfterSeconds) });
      if (error instanceof TookTooLong || error instanceof ThreadEnded) throw new Refused(400, [TAKES_TOO_LONG]);
      throw error;
    });
    return found(answer);
  }

  return {
    ready: thread.ready,
    check: async (query, by) => {
      await ask({ what: "check", query }, by);
      // Cached documents need no positions, which take more memory than the document.
      return parse(query, { noLocation: true });
    },
    plan: (asked, by) => traced("plan", {}, async () => (await remembering(asked, () => ask(asked, by))).plan!),
    introspect: async (query, variables, by) => {
      const key = JSON.stringify([query, variables]);
      const before = introspected.get(key);
      if (before) return before;
      return once(introspecting, key, async () => {
        const asked: Asked = { what: "introspect", query, variables };
        const told = await remembering(asked, () => ask(asked, by));
        const texts = new Map(told.introspected!.map(([name, json]) => [name, new JsonText(json)]));
        introspected.set(key, texts);
        return texts;
      });
    },
    remembering,
    retire: thread.retire,
    stop: thread.stop,
  };
}
