// Access log and metrics of the gateway: a log line for each operation, and durations by operation and subgraph.
import { OperationTypeNode } from "graphql";
import { Counter, Gauge, Histogram } from "prom-client";
import type { AccessLog } from "../platform/telemetry/logger.ts";
import type { Metrics } from "../platform/http/metrics.ts";

export type Transport = "http" | "event-stream" | "socket";

export interface Observed {
  /** The client's name of the operation; undefined if it has none or was not parsed. */
  operation: string | undefined;
  kind: OperationTypeNode | undefined;
  transport: Transport;
  /** The viewer's ID; undefined for anonymous requests. */
  viewer: string | undefined;
  /** Who acts, if not the viewer in a session of their own: `staff:<id>`. */
  actor: string | undefined;
  /** Truncated address of the client: enough to recognize an attack, too little to identify a person. */
  network: string | undefined;
  status: number;
  /** Codes of the errors in the response. */
  codes: readonly string[];
  seconds: number;
}

export interface Observation {
  request(observed: Observed): void;
  fetch(subgraph: string, seconds: number, outcome: "answered" | "failed"): void;
  /** Whether one that has come could be served. */
  supergraph(outcome: "taken" | "refused"): void;
  /** Registers the source of the gauge of subscriptions. */
  feeds(size: () => { topics: number; subscribers: number }): void;
}

/** Clients choose the names of operations: those beyond the first of them are counted together. */
const NAMES_KEPT = 200;
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function createObservation({ registry }: Metrics, access: AccessLog): Observation {
  const registers = [registry];
  const requests = new Histogram({
    name: "graphql_request_duration_seconds",
    help: "Time from the first byte of a request to its response, by operation name",
    labelNames: ["operation", "kind", "outcome"],
    buckets: BUCKETS,
    registers,
  });
  const fetches = new Histogram({
    name: "graphql_fetch_duration_seconds",
    help: "Duration of fetches from a subgraph",
    labelNames: ["subgraph", "outcome"],
    buckets: BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: "graphql_errors_total",
    help: "Errors in responses, by code",
    labelNames: ["code"],
    registers,
  });
  const supergraphs = new Counter({
    name: "graphql_supergraphs_total",
    help: "Supergraphs received since the start, by whether they were accepted",
    labelNames: ["outcome"],
    registers,
  });
  const names = new Set<string>();
  const nameOf = (operation: string | undefined): string => {
    if (operation === undefined) return "";
    if (names.has(operation)) return operation;
    if (names.size >= NAMES_KEPT) return "(other)";
    names.add(operation);
    return operation;
  };
  // Finding a histogram by its labels costs more than observing: each is found once.
  const found = new Map<string, { observe(seconds: number): void }>();
  const observed = (key: string, find: () => { observe(seconds: number): void }) => {
    let histogram = found.get(key);
    if (!histogram) found.set(key, (histogram = find()));
    return histogram;
  };
  return {
    request: ({ operation, kind, transport, viewer, actor, network, status, codes, seconds }) => {
      const labels = { operation: nameOf(operation), kind: kind ?? "", outcome: codes.length > 0 ? "errors" : "ok" };
      observed(`${labels.operation} ${labels.kind} ${labels.outcome}`, () => requests.labels(labels)).observe(seconds);
      for (const code of codes) errors.inc({ code });
      access.line({
        operation,
        kind,
        transport,
        viewer,
        actor,
        network,
        status,
        codes: codes.length > 0 ? codes : undefined,
        ms: Math.round(seconds * 1e4) / 10,
      });
    },
    supergraph: (outcome) => supergraphs.inc({ outcome }),
    feeds: (size) => {
      const gauge = (name: string, help: string, value: () => number) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(value());
          },
        });
      gauge("graphql_topics", "Open subscriptions to subgraphs", () => size().topics);
      gauge("graphql_subscribers", "Clients' subscriptions", () => size().subscribers);
    },
    fetch: (subgraph, seconds, outcome) =>
      observed(`${subgraph}/${outcome}`, () => fetches.labels({ subgraph, outcome })).observe(seconds),
  };
}
