// Event loop delay of this process, under prom-client's metric names. prom-client itself samples 100 times a second, which is most of
// the CPU of an idle process. Here each turn of the loop is measured, and an idle loop has none.
import { monitorEventLoopDelay, type EventLoopMonitorOptions } from "node:perf_hooks";
import { collectDefaultMetrics, Gauge, type Registry } from "prom-client";

const NAME = "nodejs_eventloop_lag";
/** Maximum milliseconds of a timer. */
const NEVER = 2 ** 31 - 1;
const NANOSECONDS = 1e9;

/** prom-client's other process metrics. */
export function collectProcessMetrics(registry: Registry): void {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: NEVER });
  for (const { name } of registry.getMetricsAsArray()) if (name.startsWith(NAME)) registry.removeSingleMetric(name);
  const options: EventLoopMonitorOptions & { samplePerIteration: boolean } = { samplePerIteration: true };
  const turns = monitorEventLoopDelay(options);
  // From the next turn on: the current one would include the wait.
  setImmediate(() => turns.enable());
  const gauge = (part: string, help: string, seconds: () => number) =>
    new Gauge({
      name: `${NAME}_${part}_seconds`,
      help,
      registers: [registry],
      collect() {
        this.set(seconds());
      },
    });
  for (const percent of [50, 90, 99])
    gauge(
      `p${percent}`,
      `Event loop delay since the last scrape, percentile ${percent}.`,
      () => turns.percentile(percent) / NANOSECONDS,
    );
  gauge("max", "Maximum event loop delay since the last scrape.", () => {
    const longest = turns.max / NANOSECONDS;
    turns.reset();
    return longest;
  });
}
