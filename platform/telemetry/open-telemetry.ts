// Spans by the OpenTelemetry SDK, sent to a collector in batches.
import { diag, DiagLogLevel, ROOT_CONTEXT, SpanStatusCode, trace, type Span, type Tracer } from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  SamplingDecision,
  TracerProvider,
  type Sampler,
} from "@opentelemetry/sdk-trace";
import type { Logger } from "./logger.ts";
import type { RecordedSpan, SpanAttributes, Tracing } from "./spans.ts";

/** A collector that does not answer must not hold up the end of a process. */
const EXPORT_WITHIN_MS = 2_000;
const EXPORT_EVERY_MS = 1_000;

const propagator = new W3CTraceContextPropagator();
const fromHeaders = {
  get: (headers: Record<string, unknown>, name: string) => headers[name] as string | undefined,
  keys: (headers: Record<string, unknown>) => Object.keys(headers),
};
const intoHeaders = { set: (headers: string[], name: string, value: string) => void headers.push(name, value) };

export interface OpenTelemetryOptions {
  process: string;
  endpoint: string;
  /** Undefined: traces that the calling process does not record are not recorded here. */
  share: number | undefined;
  logger: Logger;
}

export function createTracing({ process, endpoint, share, logger }: OpenTelemetryOptions): Tracing {
  const quiet = () => {};
  const warn = (message: string) => logger.warn({ problem: message }, "traces could not be exported");
  diag.setLogger(
    { error: warn, warn, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": process }),
    sampler: new ParentBasedSampler(
      share === undefined
        ? { root: new AlwaysOffSampler() }
        : { root: byChance(share), remoteParentSampled: byChance(share), remoteParentNotSampled: byChance(share) },
    ),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({
          url: new URL("v1/traces", endpoint.replace(/\/*$/, "/")).href,
          timeoutMillis: EXPORT_WITHIN_MS,
        }),
        scheduledDelayMillis: EXPORT_EVERY_MS,
        exportTimeoutMillis: EXPORT_WITHIN_MS,
      }),
    ],
  });
  const tracer = provider.getTracer("platform");
  return {
    begin: (name, headers) => {
      const span = tracer.startSpan(name, {}, propagator.extract(ROOT_CONTEXT, headers, fromHeaders));
      return span.isRecording() ? recorded(tracer, span) : undefined;
    },
    stop: () => provider.shutdown().catch((error: unknown) => warn(String(error))),
  };
}

/** Whether a client's own trace is recorded must not be the client's to choose, not even by the id that it gives it. */
function byChance(share: number): Sampler {
  return {
    shouldSample: () => ({
      decision: Math.random() < share ? SamplingDecision.RECORD_AND_SAMPLED : SamplingDecision.NOT_RECORD,
    }),
    toString: () => `byChance(${share})`,
  };
}

function recorded(tracer: Tracer, span: Span): RecordedSpan {
  const within = trace.setSpan(ROOT_CONTEXT, span);
  let headers: string[] | undefined;
  return {
    get headers() {
      if (!headers) propagator.inject(within, (headers = []), intoHeaders);
      return headers;
    },
    traceId: span.spanContext().traceId,
    rename: (name) => void span.updateName(name),
    set: (attributes: SpanAttributes) => void span.setAttributes(attributes),
    child: (name, attributes) => recorded(tracer, tracer.startSpan(name, { attributes }, within)),
    end: (failure) => {
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      span.end();
    },
  };
}
