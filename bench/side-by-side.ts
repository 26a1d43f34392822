// Ways of doing the same, measured in turn in one run.
import { setTimeout as delay } from "node:timers/promises";
import { cpuOfFamily } from "./cpu.ts";
import { median } from "./statistics.ts";

/** Of one of many. */
export interface Cost {
  perSecond: number;
  postgresMicros: number;
  nodeMicros: number;
}

/** Until a backend whose client has left is counted with its parent. */
const SETTLE_MS = 200;

/** What each costs of `count` things that `work` does. */
export async function costEach(count: number, postgresPid: number, work: () => Promise<unknown>): Promise<Cost> {
  const [postgres, node, begun] = [cpuOfFamily(postgresPid), process.cpuUsage(), performance.now()];
  await work();
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(node);
  await delay(SETTLE_MS);
  return {
    perSecond: count / seconds,
    postgresMicros: ((cpuOfFamily(postgresPid) - postgres) * 1e6) / count,
    nodeMicros: (user + system) / count,
  };
}

/** Of each way the median of each figure; the first round warms up. */
export async function sideBySide<Way extends string, Figures extends { [Name in keyof Figures]: number }>(
  rounds: number,
  ways: Record<Way, () => Promise<Figures>>,
): Promise<Record<Way, Figures>> {
  const names = Object.keys(ways) as Way[];
  const results = Object.fromEntries(names.map((way) => [way, []])) as unknown as Record<Way, Figures[]>;
  for (let round = 0; round <= rounds; round++)
    for (const way of names) {
      const result = await ways[way]();
      const said = JSON.stringify(result, (_, value: unknown) =>
        typeof value === "number" ? Number(value.toPrecision(4)) : value,
      );
      process.stdout.write(`${round === 0 ? "warm-up" : `round ${round}`}  ${way}  ${said}\n`);
      if (round > 0) results[way].push(result);
    }
  const medians = (all: Figures[]) =>
    Object.fromEntries(
      (Object.keys(all[0]!) as (keyof Figures)[]).map((figure) => [figure, median(all.map((one) => one[figure]))]),
    ) as Figures;
  return Object.fromEntries(names.map((way) => [way, medians(results[way])])) as Record<Way, Figures>;
}
