import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { until } from "../../testkit/until.ts";
import { createHttpPool, CutOff, NeverSent, TooLate, type HttpPool, type HttpPoolOptions } from "./http-pool.ts";

const OK = (body: string, more = "") => `HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n${more}\r\n${body}`;

/** A server that answers what `serve` says; undefined: nothing. */
async function withServer(
  serve: (request: string, socket: Socket) => string | undefined,
  use: (pool: HttpPool, server: { sockets: Socket[]; requests: string[] }) => Promise<void>,
  options: Partial<HttpPoolOptions> = {},
): Promise<void> {
  const sockets: Socket[] = [];
  const requests: string[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    socket.on("data", (bytes: Buffer) => {
      requests.push(bytes.toString());
      const answer = serve(bytes.toString(), socket);
      if (answer !== undefined) socket.write(answer);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const pool = createHttpPool({
    origin: `http://127.0.0.1:${port}`,
    connections: 2,
    connectTimeoutMs: 1_000,
    keepIdleMs: 4_000,
    maxBodyBytes: 1_000,
    ...options,
  });
  try {
    await use(pool, { sockets, requests });
  } finally {
    pool.stop();
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

const soon = (ms = 5_000) => performance.now() + ms;
const post = (pool: HttpPool, body: string, deadline = soon()) =>
  pool.post({ path: "/graphql", headers: ["x-a", "1"], body, deadline });

test("a request arrives as it was sent, bytes and not characters counted, and a connection is used again", async () => {
  await withServer(
    () => OK("fine"),
    async (pool, { sockets, requests }) => {
      for (const body of ['{"a":1}', '{"a":"ü漢🎫"}']) expect((await post(pool, body)).body.toString()).toBe("fine");
      expect(sockets).toHaveLength(1);
      const [head, body] = requests[1]!.split("\r\n\r\n");
      expect(body).toBe('{"a":"ü漢🎫"}');
      expect(head!.split("\r\n").slice(0, 1)).toEqual(["POST /graphql HTTP/1.1"]);
      expect(head).toMatch(/^content-length: 17$/m);
      expect(head).toMatch(/^x-a: 1$/m);
    },
  );
});

test("there are as many connections as are allowed, and who waits comes when one is free", async () => {
  const held: Socket[] = [];
  await withServer(
    (_, socket) => void held.push(socket),
    async (pool, { sockets }) => {
      const answers = [1, 2, 3].map((one) => post(pool, `${one}`));
      while (held.length < 2) await new Promise(setImmediate);
      held[0]!.write(OK("first"));
      while (held.length < 3) await new Promise(setImmediate);
      for (const socket of held.slice(1)) socket.write(OK("other"));
      expect((await Promise.all(answers)).map(({ body }) => body.toString())).toEqual(["first", "other", "other"]);
      expect(sockets).toHaveLength(2);
    },
  );
});

test("after its deadline a request is given up, its connection with it, and one that still waited is never sent", async () => {
  await withServer(
    (request) => (request.endsWith("slow") ? undefined : OK("fine")),
    async (pool, { requests }) => {
      const slow = post(pool, "slow", soon(60));
      const waiting = post(pool, "waiting", soon(30));
      await expect(waiting).rejects.toThrow(TooLate);
      await expect(slow).rejects.toThrow(TooLate);
      expect((await post(pool, "quick")).body.toString()).toBe("fine");
      expect(requests.some((one) => one.endsWith("waiting"))).toBe(false);
    },
    { connections: 1 },
  );
});

test("what can't be connected to was never sent; what is broken off may have been heard", async () => {
  await withServer(
    (request, socket) => void socket.destroy(),
    async (pool) => {
      await expect(post(pool, "one")).rejects.toThrow(CutOff);
    },
  );
  const nobody = createHttpPool({
    origin: "http://127.0.0.1:1",
    connections: 1,
    connectTimeoutMs: 1_000,
    keepIdleMs: 4_000,
    maxBodyBytes: 1_000,
  });
  const refused = await Promise.allSettled([post(nobody, "one"), post(nobody, "two")]);
  for (const outcome of refused) expect(outcome).toMatchObject({ reason: expect.any(NeverSent) as Error });
  nobody.stop();
});

test.each([
  { name: "says so", more: "connection: close\r\n" },
  { name: "keeps it no longer than it takes", more: "keep-alive: timeout=1\r\n" },
])("a connection is not used again if the server $name", async ({ more }) => {
  await withServer(
    () => OK("fine", more),
    async (pool, { sockets }) => {
      await post(pool, "one");
      await post(pool, "two");
      expect(sockets).toHaveLength(2);
    },
  );
});

test("a server that says something unasked is not believed any more", async () => {
  await withServer(
    () => OK("fine"),
    async (pool, { sockets }) => {
      await post(pool, "one");
      const closed = once(sockets[0]!, "close");
      sockets[0]!.write(OK("of another request"));
      await closed;
      expect((await post(pool, "two")).body.toString()).toBe("fine");
      expect(sockets).toHaveLength(2);
    },
  );
});

test("a refusal counts although the server resets the connection after it, and what is only begun does not", async () => {
  const text = { now: "HTTP/1.1 431 Too Large\r\nconnection: close\r\n\r\n" };
  await withServer(
    (_, socket) => void socket.write(text.now, () => socket.resetAndDestroy()),
    async (pool) => {
      expect((await post(pool, "one")).status).toBe(431);
      text.now = "HTTP/1.1 200 OK\r\n\r\nhalf of it";
      await expect(post(pool, "two")).rejects.toThrow(CutOff);
      text.now = "HTTP/1.1 431 Too Large\r\nconnec";
      await expect(post(pool, "three")).rejects.toThrow(CutOff);
    },
  );
});

test("a connection that was idle for too long is closed and never used", async () => {
  await withServer(
    () => OK("fine"),
    async (pool, { sockets }) => {
      await post(pool, "one");
      const answered = performance.now();
      await until(() => performance.now() > answered + 2, "it is idle for too long");
      await post(pool, "two");
      expect(sockets).toHaveLength(2);
      await until(() => sockets.every(({ readyState }) => readyState !== "open"), "both connections are closed");
    },
    { keepIdleMs: 1, connections: 1 },
  );
});

test("a value that would end its header is not sent", async () => {
  await withServer(
    () => OK("fine"),
    async (pool, { requests }) => {
      await expect(
        pool.post({ path: "/", headers: ["x-a", "1\r\nx-b: 2"], body: "{}", deadline: soon() }),
      ).rejects.toThrow("can't be sent");
      expect(requests).toEqual([]);
    },
  );
});

test("who stops waits for nothing", async () => {
  await withServer(
    () => undefined,
    async (pool) => {
      const asked = post(pool, "one");
      pool.stop();
      await expect(asked).rejects.toThrow(CutOff);
      await expect(post(pool, "two")).rejects.toThrow(NeverSent);
    },
  );
});
