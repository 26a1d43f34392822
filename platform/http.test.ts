import { once } from "node:events";
import { connect } from "node:net";
import { BodyBrokenOff, listen, readBody, sendJson, type Handler, type HttpServer } from "./http.ts";
import type { Logger } from "./logger.ts";

const errors: unknown[] = [];
const logger = { error: (...said: unknown[]) => void errors.push(said), debug: () => {} } as unknown as Logger;

let http: HttpServer;
let bodies: Promise<Buffer>[] = [];
beforeAll(async () => {
  const handle: Handler = async (request, response) => {
    const body = readBody(request, 1_000);
    bodies.push(body);
    sendJson(response, 200, { length: (await body).length });
  };
  http = await listen({ host: "127.0.0.1", port: 0, routes: [{ method: "POST", path: "/", handle }], logger });
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
