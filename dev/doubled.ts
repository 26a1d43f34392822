// A system in which every process is there twice, behind what shares out connections: for restarting and breaking one of two.
import type { Env } from "./environment.ts";
import { startBalancer, type Balancer } from "./balancer.ts";
import { pidOf, withSystem } from "./passing-system.ts";
import { isAlive } from "./pid-files.ts";
import { freePorts } from "./ports.ts";
import type { System } from "./system.ts";
import { listedSubgraphs, ROOT } from "./topology.ts";
import { until } from "./until.ts";

export interface Doubled {
  system: System;
  /** Where the gateways are found, whichever runs. */
  url: string;
  /** The gateways by themselves. */
  gateways: string[];
  /** The one and the other of each. */
  halves: [string[], string[]];
  /** Tells one to end, and waits until it has been started again and gets work. */
  restart(instance: string): Promise<void>;
  /** Waits until it runs, and gets its share. */
  isBack(instance: string): Promise<void>;
}

export interface DoubledOptions {
  env?: Env;
  /** Asked at each start of a process: what is different for it now. */
  envOf?: (instance: string) => Env;
  /** Asked at each start: where its code is. */
  rootOf?: (instance: string) => string;
}

/** Fourteen processes may share a machine with other tests. */
export const PATIENCE_MS = 60_000;

export const doubledNames = (): string[] => ["gateway", ...listedSubgraphs().map(({ name }) => name)];

/** Starts it, hands it on, and leaves nothing of it behind. */
export async function withDoubled<T>(
  { env = {}, envOf = () => ({}), rootOf = () => ROOT }: DoubledOptions,
  work: (doubled: Doubled) => Promise<T>,
): Promise<T> {
  const names = doubledNames();
  const ports = await freePorts(3 * names.length);
  const [first, second, shared] = [0, 1, 2].map((part) =>
    ports.slice(part * names.length, (part + 1) * names.length),
  ) as [number[], number[], number[]];
  const portOf = new Map(names.flatMap((name, i) => [[name, first[i]!] as const, [`${name}-2`, second[i]!] as const]));
  const balancers = new Map<string, Balancer>();
  for (const [i, name] of names.entries())
    balancers.set(name, await startBalancer(shared[i]!, [first[i]!, second[i]!]));

  const variables = (of: string[], value: (name: string) => unknown, suffix: string) =>
    Object.fromEntries(of.map((name) => [`${name.toUpperCase()}_${suffix}`, String(value(name))]));
  const sharedUrl = (name: string) => `http://127.0.0.1:${shared[names.indexOf(name)]}/graphql`;
  const whole = {
    DRAIN_SECONDS: "5",
    // It is about what is lost, not about how long it takes on a machine that is busy with starting processes.
    GATEWAY_SUBGRAPH_TIMEOUT_SECONDS: "30",
    GATEWAY_OPERATION_TIMEOUT_SECONDS: "60",
    ...variables(names, (name) => portOf.get(name), "PORT"),
    ...variables(names.slice(1), sharedUrl, "URL"),
    ...env,
  };
  const twins = Object.fromEntries(names.map((name, i) => [name, second[i]!]));
  const between = async (all: Env) => (instance: string) => ({ ...all, ...envOf(instance) });
  const inTurn = async (system: System): Promise<T> => {
    const isBack = (instance: string) =>
      until(
        () => balancers.get(instance.replace(/-2$/, ""))!.gets(portOf.get(instance)!),
        `${instance} gets work`,
        PATIENCE_MS,
      );
    const halves: Doubled["halves"] = [names, names.map((name) => `${name}-2`)];
    await Promise.all(halves.flat().map(isBack));
    return work({
      system,
      url: sharedUrl("gateway"),
      gateways: ["gateway", "gateway-2"].map((name) => `http://127.0.0.1:${portOf.get(name)}/graphql`),
      halves,
      isBack,
      restart: async (instance) => {
        const before = pidOf(system, instance);
        process.kill(before, "SIGTERM");
        await until(() => !isAlive(before), `${instance} has ended`, PATIENCE_MS);
        await until(() => pidOf(system, instance) !== before, `${instance} is started again`, PATIENCE_MS);
        await isBack(instance);
      },
    });
  };
  try {
    return await withSystem(whole, inTurn, { twins, between, rootOf });
  } finally {
    await Promise.all([...balancers.values()].map((balancer) => balancer.stop()));
  }
}
