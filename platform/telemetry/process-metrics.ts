// How long the event loop of this process was held up, under the names that prom-client gives it. prom-client itself looks 100 times a
// second, which is most of what an idle process does; here every turn of the loop is counted, and one that has nothing to do takes none.
import { monitorEventLoopDelay, type EventLoopMonitorOptions } from "node:perf_hooks";
import { collectDefaultMetrics, Gauge, type Registry } from "prom-client";

const NAME = "nodejs_eventloop_lag";
/** Milliseconds, as long as a timer may take. */
const NEVER = 2 ** 31 - 1;
const NANOSECONDS = 1e9;

/** All that prom-client tells of a process. */
export function collectProcessMetrics(registry: Registry): void {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: NEVER });
  for (const { name } of registry.getMetricsAsArray()) if (name.startsWith(NAME)) registry.removeSingleMetric(name);
  const options: EventLoopMonitorOptions & { samplePerIteration: boolean } = { samplePerIteration: true };
  const turns = monitorEventLoopDelay(options);
  // From the next turn on: of this one it would also count the waiting.
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
