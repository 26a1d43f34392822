// Shares out connections among the instances of a process that say that they are ready, as a Kubernetes service does.
import { setTimeout as delay } from "node:timers/promises";
import { startForward } from "./forward.ts";

export interface Balancer {
  port: number;
  /** Whether an instance gets connections at the moment. */
  gets(instance: number): boolean;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 100;
const ANSWERS_WITHIN_MS = 1_000;

/** `port`: where it listens; `instances`: the ports of those behind it, on this machine. */
export async function startBalancer(port: number, instances: number[]): Promise<Balancer> {
  let ready: number[] = [];
  let turn = 0;

  async function isReady(instance: number): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${instance}/health/ready`, {
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    }).catch(() => undefined);
    await answer?.arrayBuffer();
    return answer?.ok ?? false;
  }
  // One look after the other: what an older one has seen must not count after what a newer one has.
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const answers = await Promise.all(instances.map(isReady));
      ready = instances.filter((_, index) => answers[index]);
      await delay(LOOK_EVERY_MS);
    }
  })();

  const forward = await startForward(port, () => ready[turn++ % ready.length]);
  return {
    port: forward.port,
    gets: (instance) => ready.includes(instance),
    stop: async () => {
      isOver = true;
      await looking;
      await forward.stop();
    },
  };
}
