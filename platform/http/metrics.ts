// Prometheus metrics of one process part. Each subgraph has its own registry.
import type { Route } from "./http.ts";
import { collectProcessMetrics } from "../telemetry/process-metrics.ts";
import { Counter, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  registry: Registry;
  /** Adds to a counter that was declared. */
  count(name: string, labels?: Record<string, string>, by?: number): void;
  /** A gauge whose value any process can query: on scrape, at most once in ten seconds. If the query fails, the gauge is omitted. */
  sampled(name: string, help: string, labelNames: string[], sample: () => Promise<Sample[]>): void;
  histogram(name: string, help: string, labelNames: string[], buckets: number[]): Histogram<string>;
}

export interface Sample {
  labels?: Record<string, string>;
  value: number;
}

const SAMPLED_FOR_MS = 10_000;

export interface CounterDeclaration {
  help: string;
  labels?: string[];
}

/** `wholeProcess`: also memory, CPU and event loop, which several registries in one process must not repeat. */
export function createMetrics(counters: Record<string, CounterDeclaration>, { wholeProcess = false } = {}): Metrics {
  const registry = new Registry();
  if (wholeProcess) collectProcessMetrics(registry);
  const known = new Map<string, Counter<string>>();
  for (const [name, { help, labels = [] }] of Object.entries(counters)) {
    known.set(name, new Counter({ name, help, labelNames: labels, registers: [registry] }));
  }
  return {
    registry,
    count: (name, labels = {}, by = 1) => {
      const counter = known.get(name);
      if (!counter) throw new Error(`Unknown counter: ${name}.`);
      counter.inc(labels, by);
    },
    sampled: (name, help, labelNames, sample) => {
      let sampledAt = -Infinity;
      let samples: Sample[] = [];
      const look = async (gauge: Gauge) => {
        if (performance.now() - sampledAt < SAMPLED_FOR_MS) return;
        sampledAt = performance.now();
        const fresh = await sample().catch((): Sample[] => []);
        for (const { labels = {} } of samples) gauge.remove(labels);
        for (const { labels = {}, value } of fresh) gauge.set(labels, value);
        samples = fresh;
      };
      const gauge: Gauge = new Gauge({ name, help, labelNames, registers: [registry], collect: () => look(gauge) });
      // A gauge without labels starts at 0, which would be wrong before the first query.
      gauge.remove({});
    },
    histogram: (name, help, labelNames, buckets) =>
      new Histogram({ name, help, labelNames, buckets, registers: [registry] }),
  };
}

/** Prometheus text format. */
export function metricsRoute({ registry }: Metrics): Route {
  return {
    method: "GET",
    path: "/metrics",
    handle: async (_, response) =>
      void response.setHeader("content-type", registry.contentType).end(await registry.metrics()),
  };
}
