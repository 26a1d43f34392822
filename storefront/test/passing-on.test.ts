// What the gateway learns about a visitor from the storefront, whatever headers the visitor sends.
import { once } from "node:events";
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket, WebSocketServer } from "ws";
import { noPeer, trustPeers } from "../../platform/http/trusted-peers.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { startPassingOn, type HttpServer } from "../../testkit/storefront.ts";
import { callerOf } from "../gateway-client.ts";

const PROXY = "127.0.0.2";
const FORGED = { "x-forwarded-for": "203.0.113.66", "x-forwarded-proto": "https" };

let gateway: Server;
let sockets: WebSocketServer;
/** Headers of the request that came last. */
let seen: IncomingHttpHeaders;
/** Without a proxy, and behind one. */
let alone: HttpServer;
let behind: HttpServer;
beforeAll(async () => {
  gateway = createServer((asked, response) => {
    seen = asked.headers;
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(gateway, "listening");
  sockets = new WebSocketServer({ server: gateway });
  sockets.on("connection", (socket, asked) => {
    seen = asked.headers;
    socket.send("connected");
  });
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  alone = await startPassingOn(url);
  behind = await startPassingOn(url, 0, await trustPeers([PROXY], createLogger("test", "silent")));
});
afterAll(async () => {
  await Promise.all([alone.stop(), behind.stop()]);
  sockets.close();
  gateway.closeAllConnections();
  gateway.close();
});

async function overHttp({ port }: HttpServer, headers: Record<string, string>, localAddress: string) {
  const sent = request({ host: "127.0.0.1", port, path: "/graphql", headers, localAddress, agent: false }).end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  answer.resume();
  await once(answer, "end");
  return seen;
}

async function overSocket({ port }: HttpServer, headers: Record<string, string>, localAddress: string) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, { headers, localAddress });
  await once(socket, "message");
  const found = seen;
  socket.close();
  await once(socket, "close");
  return found;
}

const transports = [
  ["HTTP", overHttp],
  ["WebSocket", overSocket],
] as const;

const told = (headers: IncomingHttpHeaders) => [headers["x-forwarded-for"], headers["x-forwarded-proto"]];

test.each(transports)(
  "over %s a visitor's address is that of the connection, whatever the visitor says",
  async (_, ask) => {
    expect(told(await ask(alone, {}, "127.0.0.1"))).toEqual(["127.0.0.1", "http"]);
    for (const address of ["127.0.0.1", PROXY])
      expect(told(await ask(alone, FORGED, address))).toEqual([address, "http"]);
    expect(told(await ask(behind, FORGED, "127.0.0.3"))).toEqual(["127.0.0.3", "http"]);
  },
);

test.each(transports)("over %s a trusted proxy says it, and how the visitor came", async (_, ask) => {
  const headers = { "x-forwarded-for": "203.0.113.66, 198.51.100.1", "x-forwarded-proto": "https" };
  expect(told(await ask(behind, headers, PROXY))).toEqual(["203.0.113.66, 198.51.100.1", "https"]);
  expect(told(await ask(behind, {}, PROXY))).toEqual([PROXY, "http"]);
});

test.each(transports)("over %s cookies and the host of the pages get through", async (_, ask) => {
  const headers = { cookie: "session=s; refresh=r", host: "tickets.example", origin: "https://tickets.example" };
  expect(await ask(alone, headers, "127.0.0.1")).toMatchObject(headers);
});

test("requests of the pages themselves tell the same", () => {
  const asked = { headers: { ...FORGED, host: "tickets.example" }, socket: { remoteAddress: PROXY } } as never;
  expect(callerOf(asked, noPeer)).toEqual({
    "x-forwarded-for": PROXY,
    "x-forwarded-proto": "http",
    host: "tickets.example",
  });
});
