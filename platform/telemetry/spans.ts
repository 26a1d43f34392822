// Spans of a trace, as the rest of the code sees them.
import type { IncomingHttpHeaders } from "node:http";

export type SpanAttributes = Record<string, string | number | boolean>;

export interface RecordedSpan {
  /** Headers for the next process: names and values alternating. */
  readonly headers: readonly string[];
  readonly traceId: string;
  rename(name: string): void;
  set(attributes: SpanAttributes): void;
  child(name: string, attributes: SpanAttributes): RecordedSpan;
  /** @param failure error code or class, without personal data */
  end(failure?: string): void;
}

export interface Tracing {
  /** A span for a request that has come; undefined if it is not recorded. */
  begin(name: string, headers: IncomingHttpHeaders): RecordedSpan | undefined;
  stop(): Promise<void>;
}

export const NO_TRACING: Tracing = { begin: () => undefined, stop: async () => {} };
