// A storefront in front of a gateway whose changes of seats come from here: as many a second as the bench wants. All else is the gateway's.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createProxyServer } from "httpxy";
import { WebSocketServer, type WebSocket } from "ws";
import { codeOf, packChanges, type PackedChange } from "../../domain/seat-map/packing.ts";
import { createRandom } from "../../testkit/random.ts";
import { withStorefront } from "./process.ts";

const SEATS = 20_000;
const MERGE_MS = 50;
const CHANGES_PER_SECOND = 200;

export interface Served {
  url: string;
  feed: { start(): void; stop(): void };
}

/** One message of changes, as the gateway sends it. */
function createChanges(): () => string {
  const random = createRandom(1);
  const versions = new Uint32Array(SEATS).fill(2);
  return () => {
    const changes = new Map<number, PackedChange>();
    while (changes.size < (CHANGES_PER_SECOND * MERGE_MS) / 1_000) {
      const index = random.below(SEATS);
      const code = codeOf(random.pick(["AVAILABLE", "HELD", "SOLD"] as const));
      changes.set(index, { index, code, version: (versions[index]! += 1) });
    }
    return packChanges([...changes.values()]);
  };
}

/** Speaks graphql-transport-ws: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
function serveChanges(server: Server): Served["feed"] {
  const followers = new Map<WebSocket, string>();
  const sockets = new WebSocketServer({ server, path: "/graphql", handleProtocols: () => "graphql-transport-ws" });
  /** With the names that the storefront asks for. */
  const tell = (socket: WebSocket, id: string, packed: string) => {
    const data = { s: { p: packed, c: "BENCH", r: false } };
    socket.send(JSON.stringify({ id, type: "next", payload: { data } }));
  };
  sockets.on("connection", (socket) => {
    socket.on("close", () => followers.delete(socket));
    socket.on("message", (data) => {
      const { type, id } = JSON.parse((data as Buffer).toString("utf8")) as { type: string; id: string };
      if (type === "connection_init") return socket.send(JSON.stringify({ type: "connection_ack" }));
      if (type === "ping") return socket.send(JSON.stringify({ type: "pong" }));
      if (type === "complete") followers.delete(socket);
      if (type !== "subscribe") return;
      followers.set(socket, id);
      tell(socket, id, "");
    });
  });
  const change = createChanges();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    start: () => {
      timer = setInterval(() => {
        const packed = change();
        for (const [socket, id] of followers) tell(socket, id, packed);
      }, MERGE_MS);
    },
    stop: () => clearInterval(timer),
  };
}

/** @param gatewayUrl with any path */
export async function withFeed<T>(
  gatewayUrl: string,
  buildDir: string,
  work: (served: Served) => Promise<T>,
): Promise<T> {
  const proxy = createProxyServer({ target: new URL(gatewayUrl).origin });
  const server = createServer((request, response) => void proxy.web(request, response).catch(() => response.destroy()));
  const feed = serveChanges(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    const gatewayPort = (server.address() as AddressInfo).port;
    return await withStorefront({ gatewayPort, buildDir }, ({ url }) => work({ url, feed }));
  } finally {
    feed.stop();
    server.closeAllConnections();
    server.close();
  }
}
