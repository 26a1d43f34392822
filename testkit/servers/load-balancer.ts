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

/** `at`: where it listens; `instances`: who is behind it. */
export async function startBalancer(at: Endpoint, instances: Endpoint[]): Promise<Balancer> {
  let ready: Endpoint[] = [];
  let turn = 0;

  async function isReady({ host, port }: Endpoint): Promise<boolean> {
    const answer = await fetch(`http://${host}:${port}${READY_FOR_REQUESTS}`, {
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    }).catch(() => undefined);
    await answer?.arrayBuffer();
    return answer?.ok ?? false;
  }
  // Probes run one after the other, so that an older result can't replace a newer one.
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const answers = await Promise.all(instances.map(isReady));
      ready = instances.filter((_, index) => answers[index]);
      await delay(LOOK_EVERY_MS);
    }
  })();

  const forward = await startForward(at, () => ready[turn++ % ready.length]);
  return {
    gets: (instance) => ready.includes(instance),
    stop: async () => {
      isOver = true;
      await looking;
      await forward.stop();
    },
  };
}
