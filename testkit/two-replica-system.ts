// A system with two replicas of every process behind load balancers, for restarts and failures of one of them.
import type { Env } from "../operations/environment.ts";
import { startBalancer, type Balancer } from "./servers/load-balancer.ts";
import { HERE, type Endpoint, type Machine, type Network } from "../local/servers/network.ts";
import { pidOf, withSystem } from "./temporary-system.ts";
import { isAlive } from "../local/pid-files.ts";
import { freePorts } from "../local/servers/ports.ts";
import type { Between, System } from "../local/system.ts";
import { listedSubgraphs, ROOT } from "../operations/topology.ts";
import { until } from "./until.ts";

export interface Doubled {
  system: System;
  /** URLs of the load balancers of the gateways. */
  url: string;
  /** The gateways by themselves. */
  gateways: string[];
  /** Both replicas of each. */
  halves: [string[], string[]];
  /** Stops one gracefully, and waits until it has restarted and gets work. */
  restart(instance: string): Promise<void>;
  /** Waits until it runs, and gets its share. */
  isBack(instance: string): Promise<unknown>;
  /** Waits until it gets no share any more. */
  isAway(instance: string): Promise<unknown>;
  machineOf(instance: string): Machine;
}

export interface DoubledOptions {
  env?: Env;
  /** Evaluated at each start of a process: its changed environment. */
  envOf?: (instance: string) => Env;
  /** Evaluated at each start: folder of its code. */
  rootOf?: (instance: string) => string;
  /** Each replica gets its own machine. */
  network?: Network;
}

/** Fourteen processes may share a machine with other tests. */
export const PATIENCE_MS = 60_000;

export const doubledNames = (): string[] => ["gateway", ...listedSubgraphs().map(({ name }) => name)];

/** Starts it, hands it on, and leaves nothing of it behind. */
export async function withDoubled<T>(
  { env = {}, envOf = () => ({}), rootOf = () => ROOT, network }: DoubledOptions,
  work: (doubled: Doubled) => Promise<T>,
): Promise<T> {
  const names = doubledNames();
  const ports = await freePorts(3 * names.length);
  const [first, second, shared] = [0, 1, 2].map((part) =>
    ports.slice(part * names.length, (part + 1) * names.length),
  ) as [number[], number[], number[]];
  const halves: Doubled["halves"] = [names, names.map((name) => `${name}-2`)];
  const machines: Record<string, Machine> = {};
  for (const instance of halves.flat()) machines[instance] = (await network?.add()) ?? HERE;
  const at = new Map<string, Endpoint>();
  for (const [half, ports] of [first, second].entries())
    for (const [i, instance] of halves[half]!.entries())
      at.set(instance, { host: machines[instance]!.address, port: ports[i]! });
  const host = (network?.here ?? HERE).address;
  const balancers = new Map<string, Balancer>();
  for (const [i, name] of names.entries())
    balancers.set(name, await startBalancer({ host, port: shared[i]! }, [at.get(name)!, at.get(`${name}-2`)!]));

  const variables = (of: string[], value: (name: string) => unknown, suffix: string) =>
    Object.fromEntries(of.map((name) => [`${name.toUpperCase()}_${suffix}`, String(value(name))]));
  const urlOf = (endpoint: Endpoint) => `http://${endpoint.host}:${endpoint.port}/graphql`;
  const sharedUrl = (name: string) => urlOf({ host, port: shared[names.indexOf(name)]! });
  const whole = {
    DRAIN_SECONDS: "5",
    // The test checks for losses, not for durations on a busy machine.
    GATEWAY_SUBGRAPH_TIMEOUT_SECONDS: "30",
    GATEWAY_OPERATION_TIMEOUT_SECONDS: "60",
    HOST: host,
    ...variables(names, (name) => at.get(name)!.port, "PORT"),
    ...variables(names.slice(1), sharedUrl, "URL"),
    ...env,
  };
  const twins = Object.fromEntries(names.map((name, i) => [name, second[i]!]));
  const between: Between = async (all) => (instance) => ({ ...all(instance), ...envOf(instance) });
  const inTurn = async (system: System): Promise<T> => {
    const gets = (instance: string) => balancers.get(instance.replace(/-2$/, ""))!.gets(at.get(instance)!);
    const isBack = (instance: string) => until(() => gets(instance), `${instance} gets work`, PATIENCE_MS);
    await Promise.all(halves.flat().map(isBack));
    return work({
      system,
      url: sharedUrl("gateway"),
      gateways: ["gateway", "gateway-2"].map((name) => urlOf(at.get(name)!)),
      halves,
      isBack,
      isAway: (instance) => until(() => !gets(instance), `${instance} gets no work`, PATIENCE_MS),
      machineOf: (instance) => machines[instance]!,
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
    return await withSystem(whole, inTurn, { twins, machines, between, rootOf });
  } finally {
    await Promise.all([...balancers.values()].map((balancer) => balancer.stop()));
  }
}
