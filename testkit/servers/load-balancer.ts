// Distributes connections among the ready instances of a process, like a Kubernetes service.
import { setTimeout as delay } from "node:timers/promises";
import { READY_FOR_REQUESTS } from "../../platform/http/health.ts";
import { startForward } from "./forward.ts";
import type { Endpoint } from "../../local/servers/network.ts";

export interface Balancer {
  /** Whether an instance gets connections at the moment. */
  gets(instance: Endpoint): boolean;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 100;
const ANSWERS_WITHIN_MS = 1_000;
/** Unanswered probes in a row until an instance counts as failed: on a busy machine one may be late. A refusal counts at once. */
const UNANSWERED_PROBES = 3;

/** `at`: where it listens; `instances`: who is behind it. */
export async function startBalancer(at: Endpoint, instances: Endpoint[]): Promise<Balancer> {
  const ready = new Set<Endpoint>();
  let turn = 0;
  let isOver = false;

  async function watch(instance: Endpoint): Promise<void> {
    for (let unanswered = 0; !isOver; await delay(LOOK_EVERY_MS)) {
      const answer = await probe(instance);
      unanswered = answer === "none" ? unanswered + 1 : 0;
      if (answer === "ready") ready.add(instance);
      else if (answer === "not ready" || unanswered >= UNANSWERED_PROBES) ready.delete(instance);
    }
  }
  const watching = instances.map(watch);

  const choose = () => [...ready][turn++ % ready.size];
  const forward = await startForward(at, choose);
  return {
    gets: (instance) => ready.has(instance),
    stop: async () => {
      isOver = true;
      await Promise.all(watching);
      await forward.stop();
    },
  };
}

async function probe({ host, port }: Endpoint): Promise<"ready" | "not ready" | "none"> {
  try {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
    const answer = await fetch(`http://${host}:${port}${READY_FOR_REQUESTS}`, { signal });
    await answer.arrayBuffer();
    return answer.ok ? "ready" : "not ready";
  } catch (error) {
    return (error as Error).name === "TimeoutError" ? "none" : "not ready";
  }
}
