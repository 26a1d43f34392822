// A TCP proxy that chooses the target for each connection.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import type { Endpoint } from "../../local/servers/network.ts";

export interface Forward {
  /** Ends all connections that are open. */
  cut(): void;
  stop(): Promise<void>;
}

/** `choose`: undefined closes the connection. */
export async function startForward(at: Endpoint, choose: () => Endpoint | undefined): Promise<Forward> {
  const open = new Set<Socket>();
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((client) => {
    const target = choose();
    if (target === undefined) return void client.destroy();
    const behind = connect(target);
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
  }).listen(at);
  await once(server, "listening");
  return {
    cut,
    stop: async () => {
      cut();
      await once(server.close(), "close");
    },
  };
}
