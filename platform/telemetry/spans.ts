// Spans of a trace, as the rest of the code sees them.
import type { IncomingHttpHeaders } from "node:http";

export type SpanAttributes = Record<string, string | number | boolean>;

export interface RecordedSpan {
  /** For the next process: header names and values in turn. */
  readonly headers: readonly string[];
  readonly traceId: string;
  rename(name: string): void;
  set(attributes: SpanAttributes): void;
  child(name: string, attributes: SpanAttributes): RecordedSpan;
  /** @param failure says that it failed, in a word that holds nothing of what a person has sent */
  end(failure?: string): void;
}

export interface Tracing {
  /** A span for a request that has come; undefined if it is not recorded. */
  begin(name: string, headers: IncomingHttpHeaders): RecordedSpan | undefined;
  stop(): Promise<void>;
}

export const NO_TRACING: Tracing = { begin: () => undefined, stop: async () => {} };
