// Bytes that are no HTTP, frames that are no WebSocket's, messages that are no protocol's, and connections that never end.
import { once } from "node:events";
import { connect } from "node:net";
import { WebSocket } from "ws";
import { SOMEBODY, times, token, type Hostile, type Target } from "./hostile.ts";

/** Bytes on a connection, and the status that comes back. */
function raw(name: string, deserves: string, bytes: (host: string) => string): Hostile {
  return {
    name,
    deserves,
    attack: async ({ url }) => {
      const { hostname, port, host } = new URL(url);
      const socket = connect(Number(port), hostname);
      socket.on("error", () => {});
      socket.end(bytes(host));
      let text = "";
      socket.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      await once(socket, "close");
      return /^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? "closed";
    },
  };
}

const raws: readonly Hostile[] = [
  raw("a malformed request", "400", () => "GET GET GET\r\n\r\n"),
  raw("binary garbage", "400", () => "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"),
  raw(
    "two lengths",
    "400",
    (host) => `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello`,
  ),
  raw(
    "a length and chunks",
    "400",
    (host) =>
      `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
  ),
  raw(
    "malformed chunks",
    "400",
    (host) =>
      `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n\r\n`,
  ),
  raw("no host", "400", () => "POST /graphql HTTP/1.1\r\n\r\n"),
  raw(
    "headers without end",
    "431",
    (host) => `GET /graphql HTTP/1.1\r\nhost: ${host}\r\n${times(3_000, (at) => `x-${at}: y\r\n`).join("")}\r\n`,
  ),
];

const PROTOCOL = "graphql-transport-ws";
const INIT = `{"type":"connection_init"}`;

function socket(
  name: string,
  deserves: string,
  provoke: (socket: WebSocket, target: Target) => void | Promise<void>,
  options: { protocols?: string[]; headers?: Record<string, string> } = {},
): Hostile {
  return {
    name: `over WebSocket: ${name}`,
    deserves,
    attack: async (target) => {
      const headers = { "x-forwarded-for": target.address(), ...options.headers };
      const opened = new WebSocket(target.url.replace("http", "ws"), options.protocols ?? [PROTOCOL], { headers });
      opened.on("error", () => {});
      const refused = once(opened, "unexpected-response").then(([, answer]) =>
        String((answer as { statusCode: number }).statusCode),
      );
      const closed = once(opened, "close").then(([code]) => String(code));
      opened.once("open", () => void provoke(opened, target));
      return Promise.race([refused, closed]);
    },
  };
}

const initialised = (then: (socket: WebSocket) => void) => async (opened: WebSocket) => {
  opened.send(INIT);
  await once(opened, "message");
  then(opened);
};
const frame =
  (...bytes: number[]) =>
  (opened: WebSocket) =>
    void (opened as unknown as { _socket: { write(data: Buffer): void } })._socket.write(Buffer.from(bytes));

const sockets: readonly Hostile[] = [
  socket("a frame with reserved bits", "1002", frame(0xf1, 0x80, 0, 0, 0, 0)),
  socket("a frame with an unknown opcode", "1002", frame(0x83, 0x80, 0, 0, 0, 0)),
  socket("a frame without mask", "1002", frame(0x81, 0x02, 0x7b, 0x7d)),
  socket("a ping that is too long", "1002", frame(0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0)),
  socket("a continuation of nothing", "1002", frame(0x80, 0x80, 0, 0, 0, 0)),
  socket("text that is no UTF-8", "1007", frame(0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28)),
  socket(
    "a frame of 200 KB",
    "1009",
    initialised((opened) => opened.send("x".repeat(200_000))),
  ),
  ...[
    "nonsense",
    "{}",
    "null",
    "[]",
    `{"type":"nothing"}`,
    `{"type":"subscribe"}`,
    `{"id":1,"type":"subscribe","payload":{}}`,
  ].map((text) =>
    socket(
      `the message ${text}`,
      "4400",
      initialised((opened) => opened.send(text)),
    ),
  ),
  socket("an operation before the beginning", "4401", (opened) =>
    opened.send(`{"id":"1","type":"subscribe","payload":{"query":"{ events { totalCount } }"}}`),
  ),
  socket("a forged token", "4403", (opened) =>
    opened.send(
      JSON.stringify({ type: "connection_init", payload: { authorization: token({ alg: "none" }, SOMEBODY, "") } }),
    ),
  ),
  socket(
    "two beginnings",
    "4429",
    initialised((opened) => opened.send(INIT)),
  ),
  socket(
    "a flood of pings",
    "1008",
    initialised((opened) => times(2_000, () => opened.send(`{"type":"ping"}`))),
  ),
  socket("another protocol", "4406", () => {}, { protocols: [] }),
  socket("another site's page", "403", () => {}, { headers: { origin: "https://evil.example" } }),
];

export const CONNECTIONS: readonly Hostile[] = [...raws, ...sockets];

export interface SlowHostile extends Hostile {
  /** What it is given. */
  seconds: number;
}

/** Those who say little, and that slowly, are cut when their time is over. */
export const SLOW: readonly SlowHostile[] = [
  { ...slow("headers that never end", (host) => `POST /graphql HTTP/1.1\r\nhost: ${host}\r\nx-slow: `), seconds: 5 },
  {
    ...slow(
      "a body that never ends",
      (host) =>
        `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`,
    ),
    seconds: 15,
  },
  { ...socket("no beginning", "4408", () => {}), seconds: 5 },
];

function slow(name: string, begin: (host: string) => string): Hostile {
  return {
    name,
    deserves: "408",
    attack: async ({ url }) => {
      const { hostname, port, host } = new URL(url);
      const opened = connect(Number(port), hostname);
      opened.on("error", () => {});
      opened.write(begin(host));
      const dripping = setInterval(() => opened.write("a"), 500);
      let text = "";
      opened.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      await once(opened, "close");
      clearInterval(dripping);
      return /^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? "closed";
    },
  };
}
