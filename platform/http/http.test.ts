import { once } from "node:events";
import { connect } from "node:net";
import { BodyBrokenOff, listen, readBody, sendJson, type Handler, type HttpServer } from "./http.ts";
import type { Logger } from "../telemetry/logger.ts";

const errors: unknown[] = [];
const logger = { error: (...said: unknown[]) => void errors.push(said), debug: () => {} } as unknown as Logger;

let http: HttpServer;
let bodies: Promise<Buffer>[] = [];
const { promise: released, resolve: release } = Promise.withResolvers<void>();
beforeAll(async () => {
  const handle: Handler = async (request, response) => {
    const body = readBody(request, 1_000);
    bodies.push(body);
    sendJson(response, 200, { length: (await body).length });
  };
  const wait: Handler = async (_, response) => {
    await released;
    sendJson(response, 200, {});
  };
  const routes = [
    { method: "POST", path: "/", handle },
    { method: "GET", path: "/wait", handle: wait },
  ];
  http = await listen({ host: "127.0.0.1", port: 0, routes, logger, lookForSlowMs: 100 });
});
afterEach(() => {
  bodies = [];
  errors.splice(0);
});
afterAll(() => http.stop());

/** Sends bytes, and answers with what comes back until the server has said all. */
async function send(bytes: string): Promise<string> {
  const socket = connect(http.port, "127.0.0.1");
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  socket.write(bytes);
  await once(socket, "close");
  return text;
}

test.each(["//", "http://[", "http://", "//[::1"])(
  "the target %s, which is no URL, is the client's mistake",
  async (target) => {
    const answer = await send(`GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(errors).toEqual([]);
  },
);

test("an upload that is broken off is nobody's error", async () => {
  const socket = connect(http.port, "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf");
  await once(http.server, "request");
  socket.destroy();
  await expect(bodies[0]).rejects.toBeInstanceOf(BodyBrokenOff);
  // Whatever is logged of it is logged before the next request is answered.
  expect(await send("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\nconnection: close\r\n\r\nfull")).toContain(
    '"length":4',
  );
  expect(errors).toEqual([]);
});

/** The status and the error of an answer that is JSON. */
function refusalIn(answer: string): [number, { message: string; code: string }] {
  const [head, body] = answer.split("\r\n\r\n") as [string, string];
  expect(head).toMatch(/^content-type: application\/json; charset=utf-8$/m);
  expect(head).toMatch(/^x-correlation-id: [0-9a-f-]{36}$/m);
  const [{ message, extensions }] = (
    JSON.parse(body) as { errors: [{ message: string; extensions: { code: string } }] }
  ).errors;
  return [Number(/^HTTP\/1\.1 (\d+) /.exec(head)![1]), { message, code: extensions.code }];
}

describe("what comes to no route is refused in JSON too", () => {
  const TOO_SLOW = [
    408,
    { message: "The request was not received completely in time: send it again.", code: "TIMEOUT" },
  ];
  /** Node looks now and then which connections are too slow. */
  const inNoTime = () => Object.assign(http.server, { headersTimeout: 1, requestTimeout: 1 });
  afterEach(() => Object.assign(http.server, { headersTimeout: 5_000, requestTimeout: 15_000 }));

  test("what is no HTTP", async () => {
    expect(refusalIn(await send("Good morning!\r\n\r\n"))).toEqual([
      400,
      { message: "Malformed HTTP request.", code: "BAD_REQUEST" },
    ]);
  });

  test("headers that are too large", async () => {
    expect(refusalIn(await send(`GET / HTTP/1.1\r\nhost: x\r\nx-large: ${"x".repeat(20_000)}\r\n\r\n`))).toEqual([
      431,
      { message: "The headers are larger than 16 KiB.", code: "BAD_REQUEST" },
    ]);
  });

  test.each(["POST / HTTP/1.1\r\nho", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf"])(
    "a request that comes too slowly: %j",
    async (half) => {
      inNoTime();
      expect(refusalIn(await send(half))).toEqual(TOO_SLOW);
    },
  );

  test("a request that has come, to a process that was too busy to read it", async () => {
    inNoTime();
    const socket = connect(http.port, "127.0.0.1");
    await once(http.server, "connection");
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nfull");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    await once(socket, "close");
    expect(refusalIn(text)).toEqual(TOO_SLOW);
  });

  test("but never in place of the answer to the request before", async () => {
    inNoTime();
    const answers = send("GET /wait HTTP/1.1\r\nhost: x\r\n\r\nPOST / HTTP/1.1\r\nho");
    expect(await answers).toBe("");
    release();
  });
});
