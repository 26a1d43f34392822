// Passes connections on to another port of this machine, which is chosen for each anew.
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Forward {
  port: number;
  /** Ends all connections that are open. */
  cut(): void;
  stop(): Promise<void>;
}

/** `choose`: undefined for nobody, which ends the connection. */
export async function startForward(port: number, choose: () => number | undefined): Promise<Forward> {
  const open = new Set<Socket>();
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((client) => {
    const target = choose();
    if (target === undefined) return void client.destroy();
    const behind = connect(target, "127.0.0.1");
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
    cut,
    stop: async () => {
      cut();
      await once(server.close(), "close");
    },
  };
}
