// Context of a request through processes, messages and logs: a correlation ID, and its span if traces are on.
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { RecordedSpan } from "./spans.ts";

interface Activity {
  correlationId: string;
  span: RecordedSpan | undefined;
}

const current = new AsyncLocalStorage<Activity>();

/** Header that carries the id between client, gateway and subgraphs. */
export const CORRELATION_HEADER = "x-correlation-id";

const SANE = /^[A-Za-z0-9._:-]{1,128}$/;

/** The client's id if it is a sane one, else a new one. */
export function saneCorrelationId(header: string | undefined): string {
  return header !== undefined && SANE.test(header) ? header : randomUUID();
}

export function correlationId(): string | undefined {
  return current.getStore()?.correlationId;
}

/** Undefined where no trace is recorded. */
export function currentSpan(): RecordedSpan | undefined {
  return current.getStore()?.span;
}

export function withCorrelation<T>(id: string, work: () => T, span?: RecordedSpan): T {
  return current.run({ correlationId: id, span }, work);
}

/** Binds a callback to the current request. */
export function forThisRequest(work: () => void): () => void {
  const activity = current.getStore();
  return activity ? () => current.run(activity, work) : work;
}

/** Headers that carry both to the next process. */
export function correlationHeaders(): string[] {
  const activity = current.getStore();
  if (!activity) return [];
  const own = [CORRELATION_HEADER, activity.correlationId];
  return activity.span ? [...own, ...activity.span.headers] : own;
}
