import { spawnSync } from "node:child_process";

interface Told {
  idleTurns: number;
  first: string;
  longest: number;
  longestSince: number;
}

const script = `
  import { setTimeout as delay } from "node:timers/promises";
  import { Registry } from "prom-client";
  import { collectProcessMetrics } from ${JSON.stringify(new URL("./process-metrics.ts", import.meta.url).href)};
  const registry = new Registry();
  collectProcessMetrics(registry);
  const turns = () => performance.nodeTiming.uvMetricsInfo.loopCount;
  await delay(20);
  const before = turns();
  await delay(200);
  const idleTurns = turns() - before;
  await registry.metrics();
  for (const until = performance.now() + 300; performance.now() < until; );
  await delay(1);
  const [first, second] = [await registry.metrics(), await registry.metrics()];
  const longest = (text) => Number(/^nodejs_eventloop_lag_max_seconds (.*)$/m.exec(text)[1]);
  console.log(JSON.stringify({ idleTurns, first, longest: longest(first), longestSince: longest(second) }));
`;

test("delays of the event loop are measured, and an idle process does nothing for it", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  const { idleTurns, first, longest, longestSince } = JSON.parse(stdout) as Told;
  expect(idleTurns).toBeLessThan(10);
  expect(longest).toBeGreaterThanOrEqual(0.3);
  expect(longestSince).toBeLessThan(0.3);
  expect(first).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
  expect(first).toMatch(/^process_cpu_seconds_total \d/m);
});
