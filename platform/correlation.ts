// One id follows a request through processes, messages and logs.
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

const current = new AsyncLocalStorage<string>();

/** Header that carries the id between client, gateway and subgraphs. */
export const CORRELATION_HEADER = "x-correlation-id";

const SANE = /^[A-Za-z0-9._:-]{1,128}$/;

/** The client's id if it is a sane one, else a new one. */
export function saneCorrelationId(header: string | undefined): string {
  return header !== undefined && SANE.test(header) ? header : randomUUID();
}

export function correlationId(): string | undefined {
  return current.getStore();
}

export function withCorrelation<T>(id: string, work: () => T): T {
  return current.run(id, work);
}
