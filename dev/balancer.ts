// Shares out connections among the instances of a process that say that they are ready, as a Kubernetes service does.
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";

export interface Balancer {
  port: number;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 100;
const ANSWERS_WITHIN_MS = 1_000;

/** `port`: where it listens; `instances`: the ports of those behind it, on this machine. */
export async function startBalancer(port: number, instances: number[]): Promise<Balancer> {
  let ready: number[] = [];
  let turn = 0;
  const open = new Set<Socket>();

  async function isReady(instance: number): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${instance}/health/ready`, {
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    }).catch(() => undefined);
    await answer?.arrayBuffer();
    return answer?.ok ?? false;
  }
  const look = async () => {
    const answers = await Promise.all(instances.map(isReady));
    ready = instances.filter((_, index) => answers[index]);
  };
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);

  const server = createServer((client) => {
    const instance = ready[turn++ % ready.length];
    if (instance === undefined) return void client.destroy();
    const behind = connect(instance, "127.0.0.1");
    client.pipe(behind).pipe(client);
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.once("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      clearInterval(looking);
      for (const socket of open) socket.destroy();
      await once(server.close(), "close");
    },
  };
}
