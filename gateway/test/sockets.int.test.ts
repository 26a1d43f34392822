// The WebSockets of the gateway: what they are closed for, and who is cut off.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { WebSocket } from "ws";
import { until } from "../../testkit/until.ts";
import { follow, followers, others, push, things } from "./subscription-fields.ts";
import { startStand, type Stand } from "./harness.ts";

let stand: Stand;
const sockets: WebSocket[] = [];
beforeEach(async () => {
  stand = await startStand({ things, others });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  followers.clear();
  await stand.stop();
});

async function open(): Promise<WebSocket> {
  const socket = new WebSocket(stand.url.replace("http", "ws"), "graphql-transport-ws");
  sockets.push(socket);
  await once(socket, "open");
  return socket;
}
const closeCode = async (socket: WebSocket) => ((await once(socket, "close")) as [number])[0];
const init = async (socket: WebSocket) => {
  socket.send(`{"type":"connection_init"}`);
  await once(socket, "message");
};

test.each([
  [4400, "a message that is none", (socket: WebSocket) => socket.send("nonsense")],
  [
    4400,
    "a message that only a server sends",
    async (socket: WebSocket) => {
      await init(socket);
      socket.send(`{"id":"1","type":"next","payload":{}}`);
    },
  ],
  [
    4401,
    "a subscription before the connection is initialised",
    (socket: WebSocket) => socket.send(`{"id":"1","type":"subscribe","payload":{"query":"{ thing { id } }"}}`),
  ],
  [4408, "no initialisation at all", () => {}],
  [
    4429,
    "a second initialisation",
    async (socket: WebSocket) => {
      await init(socket);
      socket.send(`{"type":"connection_init"}`);
    },
  ],
  [
    4409,
    "an id that is in use",
    async (socket: WebSocket) => {
      await init(socket);
      const subscribe = `{"id":"1","type":"subscribe","payload":{"query":"subscription { changed { id } }"}}`;
      socket.send(subscribe);
      await until(() => followers.size === 1, "followed");
      socket.send(subscribe);
    },
  ],
  [
    1009,
    "a message that is too large",
    async (socket: WebSocket) => {
      await init(socket);
      socket.send("x".repeat(200_000));
    },
  ],
  [
    1008,
    "a flood of messages",
    async (socket: WebSocket) => {
      await init(socket);
      for (let index = 0; index < 1_100; index++) socket.send(`{"type":"ping"}`);
    },
  ],
])("the socket is closed with %i for %s", async (code, _, provoke) => {
  const socket = await open();
  const closed = closeCode(socket);
  provoke(socket);
  expect(await closed).toBe(code);
});

test("a socket of another protocol is closed with 4406, one of another site's page is not opened", async () => {
  const without = new WebSocket(stand.url.replace("http", "ws"));
  sockets.push(without);
  expect(await closeCode(without)).toBe(4406);
  const strict = await startStand({ things, others }, { corsOrigins: ["https://ours.example"] });
  try {
    for (const [origin, status] of [
      ["https://evil.example", 403],
      ["https://ours.example", 101],
    ] as const) {
      const socket = new WebSocket(strict.url.replace("http", "ws"), "graphql-transport-ws", { origin });
      sockets.push(socket);
      const refused = once(socket, "unexpected-response").then(
        ([, response]) => (response as { statusCode: number }).statusCode,
      );
      socket.on("error", () => {});
      expect([origin, await Promise.race([refused, once(socket, "open").then(() => 101)])]).toEqual([origin, status]);
    }
  } finally {
    await strict.stop();
  }
});

test("hundreds of messages that come at once are handled in as many turns of the event loop", async () => {
  const socket = await open();
  await init(socket);
  let [pongs, turns] = [0, 0];
  socket.on("message", () => (pongs += 1));
  const { _socket: connection } = socket as unknown as { _socket: Socket };
  connection.cork();
  for (let sent = 0; sent < 300; sent++) socket.send(`{"type":"ping"}`);
  connection.uncork();
  // The gateway runs in this process.
  for (; pongs < 300; turns++) await setImmediate();
  expect(turns).toBeGreaterThanOrEqual(300);
});

test("a ping is answered, and frames that are garbage end their own connection only", async () => {
  const socket = await open();
  await init(socket);
  socket.send(`{"type":"ping","payload":{"a":1}}`);
  const [pong] = (await once(socket, "message")) as [Buffer];
  expect(JSON.parse(pong.toString())).toEqual({ type: "pong", payload: { a: 1 } });
  const { hostname, port } = new URL(stand.url);
  const raw = connect(Number(port), hostname);
  raw.on("error", () => {});
  raw.write(
    "GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n",
  );
  await once(raw, "data");
  raw.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 1, 2, 3]));
  raw.resume();
  await once(raw, "close");
  expect(socket.readyState).toBe(WebSocket.OPEN);
});

test("who reads too slowly is cut off instead of filling the memory, and the others continue", async () => {
  const slow = await open();
  await init(slow);
  slow.send(`{"id":"1","type":"subscribe","payload":{"query":"subscription { huge }"}}`);
  const quick = follow(stand.url, "subscription { huge }");
  await until(() => followers.size === 1, "followed");
  slow.pause();
  // 200 times 90 KB: more than the kernel keeps for a reader that does not read, and than the gateway does.
  for (let sent = 1; sent <= 200; sent++) {
    push({ n: sent });
    await until(() => quick.messages.length === sent, "the quick one has heard");
  }
  slow.resume();
  expect(await closeCode(slow)).toBe(1013);
  quick.stop();
});

test("when the gateway goes away, it says so to all", async () => {
  const going = await startStand({ things, others });
  const socket = new WebSocket(going.url.replace("http", "ws"), "graphql-transport-ws");
  await once(socket, "open");
  await init(socket);
  const closed = closeCode(socket);
  await going.stop();
  expect(await closed).toBe(1001);
});
