// Distributed tracing (OpenTelemetry; W3C Trace Context between processes). Without a configured collector it is off, and the SDK is not
// loaded.
import { correlationId, currentSpan, withCorrelation } from "./correlation.ts";
import type { Logger } from "./logger.ts";
import { NO_TRACING, type SpanAttributes, type Tracing } from "./spans.ts";

export interface TracingConfig {
  /** URL of the OTLP collector (HTTP), without path; absent: no traces. */
  endpoint: string | undefined;
  /** The share of requests that is recorded, 0 to 1. */
  share: number;
}

export function tracingConfig(variables: Record<string, unknown>): TracingConfig {
  return {
    endpoint: variables.OTEL_EXPORTER_OTLP_ENDPOINT as string | undefined,
    share: variables.OTEL_TRACES_SAMPLER_ARG as number,
  };
}

/**
 * @param decides whether this process samples, as the first one after the client does: sampling flags of clients are ignored. Other
 * processes follow the caller's decision.
 */
export async function startTracing(
  process: string,
  { endpoint, share }: TracingConfig,
  decides: boolean,
  logger: Logger,
): Promise<Tracing> {
  if (!endpoint) return NO_TRACING;
  const { createTracing } = await import("./open-telemetry.ts");
  return createTracing({ process, endpoint, share: decides ? share : undefined, logger });
}

export function operationAttributes(type: string, name: string | null | undefined): SpanAttributes {
  return { "graphql.operation.type": type, ...(name ? { "graphql.operation.name": name } : {}) };
}

/** Does something in a span below the one of the moment; where nothing is recorded, just does it. */
export function traced<T>(name: string, attributes: SpanAttributes, work: () => T): T {
  const span = currentSpan()?.child(name, attributes);
  if (!span) return work();
  const failed = (error: unknown): never => {
    span.end(failureOf(error));
    throw error;
  };
  try {
    const result = withCorrelation(correlationId()!, work, span);
    if (!(result instanceof Promise)) {
      span.end();
      return result;
    }
    const ended = result.then((value: unknown) => {
      span.end();
      return value;
    }, failed);
    return ended as T;
  } catch (error) {
    return failed(error);
  }
}

/** An error's code or class: its message may contain personal data. */
function failureOf(error: unknown): string {
  const { extensions, name } = error as { extensions?: { code?: unknown }; name?: string };
  return String(extensions?.code ?? name ?? "Error");
}
