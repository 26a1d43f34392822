// Prometheus metrics of one process part. Each subgraph counts into a registry of its own.
import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";

export interface Metrics {
  registry: Registry;
  /** Adds to a counter that was declared. */
  count(name: string, labels?: Record<string, string>, by?: number): void;
  gauge(name: string, help: string, labelNames?: string[]): Gauge<string>;
}

export interface CounterDeclaration {
  help: string;
  labels?: string[];
}

/** `wholeProcess`: also memory, CPU and event loop, which several registries in one process must not repeat. */
export function createMetrics(counters: Record<string, CounterDeclaration>, { wholeProcess = false } = {}): Metrics {
  const registry = new Registry();
  if (wholeProcess) collectDefaultMetrics({ register: registry });
  const known = new Map<string, Counter<string>>();
  for (const [name, { help, labels = [] }] of Object.entries(counters)) {
    known.set(name, new Counter({ name, help, labelNames: labels, registers: [registry] }));
  }
  return {
    registry,
    count: (name, labels = {}, by = 1) => {
      const counter = known.get(name);
      if (!counter) throw new Error(`No counter is declared as ${name}.`);
      counter.inc(labels, by);
    },
    gauge: (name, help, labelNames = []) => new Gauge({ name, help, labelNames, registers: [registry] }),
  };
}
