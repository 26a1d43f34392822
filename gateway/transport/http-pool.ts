// A pool of keep-alive HTTP/1.1 connections to one server, for many small requests. Each request is one write, each connection reads into
// its own buffer, and one timer serves all deadlines. A connection carries one request at a time, so that a slow one holds back no other.
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { Deadlines, type Deadline } from "./deadlines.ts";
import { ResponseReader, type HttpResponse } from "./response-reader.ts";

/** The deadline was exceeded. */
export class TooLate extends Error {}
/** The connection failed: nothing was sent. */
export class NeverSent extends Error {}
/** The connection ended before the response was complete. */
export class CutOff extends Error {}

export interface HttpPool {
  /**
   * Sends a POST with a body of JSON.
   * @throws TooLate, NeverSent, CutOff, UnreadableResponse
   */
  post(request: HttpRequest): Promise<HttpResponse>;
  /** Aborts requests in flight. */
  stop(): void;
}

export interface HttpRequest {
  path: string;
  /** Names and values alternating. */
  headers: readonly string[];
  body: string;
  /** As performance.now(). */
  deadline: number;
  /** Streams the body of a response with status 200, of any size; the response then has none. @throws Error to end the connection */
  onBody?: ((piece: Buffer) => void) | undefined;
}

export interface HttpPoolOptions {
  origin: string;
  connections: number;
  connectTimeoutMs: number;
  /** Idle timeout of a connection; a shorter timeout announced by the server takes precedence. */
  keepIdleMs: number;
  maxBodyBytes: number;
}

interface Exchange extends Deadline {
  text: string;
  encoding: "latin1" | "utf8";
  onBody: HttpRequest["onBody"];
  connection: Connection | undefined;
  resolve(response: HttpResponse): void;
  reject(error: Error): void;
}

/** An idle connection is closed at most this late. */
const LOOK_EVERY_MS = 1_000;
const READ_BYTES = 64 * 1024;
/** Safety margin before the announced idle timeout of the server. */
const SERVER_CLOSES_EARLIER_MS = 1_000;
/** Anything else could end the header, or the request. */
const HEADER_TEXT = /^[\t\x20-\x7e]*$/;

export function createHttpPool(options: HttpPoolOptions): HttpPool {
  const { host } = new URL(options.origin);
  const connections = new Set<Connection>();
  /** Last in, first out: unneeded connections become idle and are closed. */
  const idle: Connection[] = [];
  const waiting: Exchange[] = [];
  const underWay = new Set<Exchange>();
  const deadlines = new Deadlines();
  let looking: NodeJS.Timeout | undefined;
  let isStopped = false;

  function ended(exchange: Exchange): void {
    underWay.delete(exchange);
    deadlines.delete(exchange);
  }

  function closeOld(): void {
    const now = performance.now();
    for (const connection of idle) if (connection.idleUntil <= now) connection.destroy();
    if (connections.size > 0) return;
    clearInterval(looking);
    looking = undefined;
  }

  function start(exchange: Exchange): void {
    let connection = idle.pop();
    while (connection && !connection.isUsable()) {
      connection.destroy();
      connection = idle.pop();
    }
    if (!connection && connections.size >= options.connections) return void waiting.push(exchange);
    if (!connection) {
      connection = new Connection(options, { onFree, onEnd });
      connections.add(connection);
    }
    exchange.connection = connection;
    connection.send(exchange);
  }

  function next(): Exchange | undefined {
    for (;;) {
      const exchange = waiting.shift();
      // Its deadline may have passed while it waited.
      if (!exchange || underWay.has(exchange)) return exchange;
    }
  }

  function onFree(connection: Connection): void {
    const exchange = next();
    if (exchange) {
      exchange.connection = connection;
      connection.send(exchange);
    } else idle.push(connection);
  }

  function onEnd(connection: Connection): void {
    connections.delete(connection);
    const index = idle.indexOf(connection);
    if (index >= 0) idle.splice(index, 1);
    const exchange = next();
    if (exchange) start(exchange);
  }

  return {
    post: ({ path, headers, body, deadline, onBody }) =>
      new Promise((resolve, reject) => {
        if (isStopped) return reject(new NeverSent("The connection pool was closed."));
        if (deadline <= performance.now()) return reject(new TooLate("The deadline was exceeded."));
        const length = Buffer.byteLength(body);
        let text = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n`;
        for (let index = 0; index < headers.length; index += 2) {
          if (!HEADER_TEXT.test(headers[index + 1]!)) throw new Error(`The header ${headers[index]} can't be sent.`);
          text += `${headers[index]}: ${headers[index + 1]}\r\n`;
        }
        const exchange: Exchange = {
          text: `${text}\r\n${body}`,
          // For strings with one byte for each character, the socket need not encode.
          encoding: length === body.length ? "latin1" : "utf8",
          deadline,
          onBody,
          connection: undefined,
          giveUp: () => {
            exchange.reject(new TooLate("The deadline was exceeded."));
            exchange.connection?.destroy();
          },
          resolve: (response) => {
            ended(exchange);
            resolve(response);
          },
          reject: (error) => {
            ended(exchange);
            reject(error);
          },
        };
        underWay.add(exchange);
        deadlines.add(exchange);
        looking ??= setInterval(closeOld, LOOK_EVERY_MS).unref();
        start(exchange);
      }),
    stop: () => {
      isStopped = true;
      clearInterval(looking);
      for (const exchange of underWay) exchange.reject(new CutOff("The connection was closed."));
      for (const connection of connections) connection.destroy();
    },
  };
}

interface Owner {
  onFree(connection: Connection): void;
  onEnd(connection: Connection): void;
}

class Connection {
  idleUntil = 0;
  readonly #options: HttpPoolOptions;
  readonly #owner: Owner;
  readonly #socket: Socket;
  #isConnected = false;
  #exchange: Exchange | undefined;
  #reader: ResponseReader | undefined;
  #failure: Error | undefined;

  constructor(options: HttpPoolOptions, owner: Owner) {
    this.#options = options;
    this.#owner = owner;
    this.#socket = this.#connect();
    const socket = this.#socket;
    socket.setNoDelay(true);
    const timer = setTimeout(() => socket.destroy(new NeverSent("Connect timeout.")), options.connectTimeoutMs);
    socket.once(this.#isTls ? "secureConnect" : "connect", () => {
      clearTimeout(timer);
      this.#isConnected = true;
    });
    socket.on("error", (error) => (this.#failure = error));
    socket.once("end", () => this.#ended());
    socket.once("close", () => {
      clearTimeout(timer);
      this.#closed();
    });
  }

  get #isTls(): boolean {
    return this.#options.origin.startsWith("https:");
  }

  #connect(): Socket {
    const { hostname, port } = new URL(this.#options.origin);
    const host = hostname.replace(/^\[(.*)\]$/, "$1");
    if (this.#isTls) {
      // RFC 6066: an IP address is not a server name.
      const servername = isIP(host) ? "" : host;
      const socket = connectTls({ host, port: Number(port || 443), ALPNProtocols: ["http/1.1"], servername });
      socket.on("data", (bytes: Buffer) => this.#received(bytes));
      return socket;
    }
    // Reads into its own buffer, bypassing the stream's queue.
    const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
    const callback = (count: number) => {
      this.#received(buffer.subarray(0, count));
      return true;
    };
    return connectTcp({ host, port: Number(port || 80), onread: { buffer, callback } });
  }

  /** Whether it is open, and not idle for so long that the server may be about to close it. */
  isUsable(): boolean {
    return !this.#socket.destroyed && this.#socket.writable && this.idleUntil > performance.now();
  }

  send(exchange: Exchange): void {
    this.#exchange = exchange;
    this.#reader = new ResponseReader(this.#options.maxBodyBytes, exchange.onBody);
    this.#socket.write(exchange.text, exchange.encoding);
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #received(bytes: Buffer): void {
    // Bytes that answer no request: the connection is out of step.
    if (!this.#reader) return void this.#socket.destroy();
    try {
      const response = this.#reader.read(bytes);
      if (response) this.#answered(response);
    } catch (error) {
      this.#fail(error as Error);
      this.#socket.destroy();
    }
  }

  #answered(response: HttpResponse): void {
    const exchange = this.#exchange!;
    this.#exchange = this.#reader = undefined;
    const idleMs = Math.min(this.#options.keepIdleMs, keptByServer(response));
    if (!response.isReusable || idleMs <= 0) this.#socket.destroy();
    else {
      this.idleUntil = performance.now() + idleMs;
      this.#owner.onFree(this);
    }
    exchange.resolve(response);
  }

  /** The server ended its side. */
  #ended(): void {
    const response = this.#reader?.end();
    if (response) this.#answered(response);
    else this.#socket.destroy();
  }

  #closed(): void {
    const cause = this.#failure;
    // A server that refuses a request before it has read all of it resets the connection after its answer.
    const refusal = this.#reader?.end();
    if (refusal && refusal.status >= 400) this.#answered(refusal);
    if (this.#isConnected) this.#fail(new CutOff("The connection was closed.", { cause }));
    else this.#fail(cause instanceof NeverSent ? cause : new NeverSent("The connection failed.", { cause }));
    this.#owner.onEnd(this);
  }

  #fail(error: Error): void {
    const exchange = this.#exchange;
    this.#exchange = this.#reader = undefined;
    exchange?.reject(error);
  }
}

/** Keep-alive timeout announced by the server. */
function keptByServer({ headers }: HttpResponse): number {
  const seconds = /\btimeout=(\d{1,6})\b/.exec(headers.get("keep-alive") ?? "")?.[1];
  return seconds === undefined ? Infinity : Number(seconds) * 1_000 - SERVER_CLOSES_EARLIER_MS;
}
