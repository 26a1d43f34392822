// Whatever an operation comes over, it is counted, served and written down alike.
import { once } from "node:events";
import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { until } from "../../testkit/until.ts";
import { configForAny } from "../config.ts";
import { follow, followers, others, things } from "./subscription-fields.ts";
import { startStand, type Stand } from "./harness.ts";

const { admission, load } = configForAny("", 0);
const counted = { ...admission, exemptLoopback: false };

let stand: Stand;
const opened: { close(): void }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) one.close();
  await until(() => followers.size === 0, "nobody follows");
  await stand.stop();
});

const headers = { "content-type": "application/json" };
type Way = (query: string) => Promise<string | undefined>;
const codeIn = (text: string) => /"code":"(\w+)"/.exec(text)?.[1];
const overHttp = async (query: string, accept: string) => {
  const answer = await fetch(stand.url, {
    method: "POST",
    headers: { ...headers, accept },
    body: JSON.stringify({ query }),
  });
  return codeIn(await answer.text());
};
const ways: Record<string, Way> = {
  POST: (query) => overHttp(query, "application/json"),
  GET: async (query) =>
    codeIn(await (await fetch(`${stand.url}?query=${encodeURIComponent(query)}`, { headers })).text()),
  "an event stream": (query) => overHttp(query, "text/event-stream"),
  "a WebSocket": async (query) => {
    const client = createClient({
      url: stand.url.replace("http", "ws"),
      webSocketImpl: WebSocket,
    });
    try {
      let text = "";
      for await (const result of client.iterate({ query })) text += JSON.stringify(result);
      return codeIn(text);
    } catch (error) {
      return codeIn(JSON.stringify(error));
    } finally {
      await client.dispose();
    }
  },
};

/** One that stays connected, whose operations come over it. */
async function openSocket() {
  const socket = new WebSocket(stand.url.replace("http", "ws"), "graphql-transport-ws");
  opened.push({ close: () => socket.terminate() });
  await once(socket, "open");
  socket.send(`{"type":"connection_init"}`);
  await once(socket, "message");
  const said: { id: string; type: string; text: string }[] = [];
  socket.on("message", (data: Buffer) => {
    const text = data.toString();
    said.push({ ...(JSON.parse(text) as { id: string; type: string }), text });
  });
  let asked = 0;
  const ask = async (query: string) => {
    const id = String((asked += 1));
    socket.send(JSON.stringify({ id, type: "subscribe", payload: { query } }));
    const ending = () => said.find((one) => one.id === id && one.type !== "next");
    await until(() => ending() !== undefined, "answered");
    return codeIn(ending()!.text);
  };
  return { ask };
}

test("operations over a socket are counted by its address, together with requests", async () => {
  stand = await startStand({ things, others }, { admission: { ...counted, requestsPerMinuteAndAddress: 10 } });
  // The socket itself is one of ten.
  const { ask } = await openSocket();
  for (let index = 0; index < 5; index++) expect(await ask("{ thing { id } }")).toBeUndefined();
  for (const way of ["POST", "GET", "an event stream"]) expect(await ways[way]!("{ thing { id } }")).toBeUndefined();
  expect(await ask("{ thing { id } }")).toBeUndefined();
  expect(await ask("{ __typename }")).toBe("RATE_LIMITED");
  for (const way of ["POST", "GET", "an event stream"])
    expect(await ways[way]!("{ thing { id } }")).toBe("RATE_LIMITED");
});

test("while there is too much to do, operations are sent away whatever they come over", async () => {
  stand = await startStand({ things, others }, { load: { ...load, requests: 0 } });
  for (const [name, way] of Object.entries(ways))
    expect([name, await way("{ thing { id } }")]).toEqual([name, "UNAVAILABLE"]);
});

test("operations are measured whatever they come over, refused ones too", async () => {
  stand = await startStand({ things, others });
  for (const [index, way] of Object.values(ways).entries()) {
    await way(`query Asked${index} { thing { id } }`);
    await way("{ nothing }");
  }
  const metrics = await (await fetch(new URL("/metrics", stand.url))).text();
  for (const index of Object.keys(Object.values(ways)))
    expect(metrics).toContain(
      `graphql_request_duration_seconds_count{operation="Asked${index}",kind="query",outcome="ok"} 1`,
    );
  expect(metrics).toContain(`graphql_request_duration_seconds_count{operation="",kind="",outcome="errors"} 4`);
});

test("sockets and event streams take from one count, of an address and in all", async () => {
  const connections = { connections: 1_000, connectionsPerAddress: 4 };
  stand = await startStand({ things, others }, { admission: counted, connections });
  const subscribe = async () => {
    const stopping = new AbortController();
    const answer = await fetch(stand.url, {
      method: "POST",
      headers: { ...headers, accept: "text/event-stream" },
      body: JSON.stringify({ query: "subscription { changed { id } }" }),
      signal: stopping.signal,
    });
    opened.push({ close: () => stopping.abort() });
    return { status: answer.status, retryAfter: answer.headers.get("retry-after"), stop: () => stopping.abort() };
  };
  await openSocket();
  await openSocket();
  const first = await subscribe();
  expect([first.status, (await subscribe()).status]).toEqual([200, 200]);
  expect(await subscribe()).toMatchObject({ status: 429, retryAfter: "5" });
  await expect(openSocket()).rejects.toThrow("429");
  // A client that leaves makes room.
  first.stop();
  const metrics = async () => (await fetch(new URL("/metrics", stand.url))).text();
  await until(async () => /^graphql_subscribers 1$/m.test(await metrics()), "one has left");
  expect((await subscribe()).status).toBe(200);
});

test("every route counts by address, but for health, which those ask for who keep the gateway running", async () => {
  stand = await startStand(
    { things, others },
    { admission: { ...counted, requestsPerMinuteAndAddress: 3 }, playground: true },
  );
  const statusOf = async (path: string, method = "GET") => (await fetch(new URL(path, stand.url), { method })).status;
  for (let index = 0; index < 3; index++) expect(await statusOf("/metrics")).toBe(200);
  for (const path of ["/metrics", "/playground", "/playground/main.js"])
    expect([path, await statusOf(path)]).toEqual([path, 429]);
  expect(await ways.POST!("{ thing { id } }")).toBe("RATE_LIMITED");
  for (const path of ["/health", "/health/live", "/health/ready"])
    expect([path, await statusOf(path)]).toEqual([path, 200]);
});

test("metrics have a port of their own where the operator says which, and are nowhere else", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port: metricsPort } = taken.address() as AddressInfo;
  await new Promise((closed) => taken.close(closed));
  stand = await startStand({ things, others }, { metricsPort });
  expect((await fetch(new URL("/metrics", stand.url))).status).toBe(404);
  const own = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  expect([own.status, (await own.text()).includes("graphql_request_duration_seconds")]).toEqual([200, true]);
  expect((await fetch(`http://127.0.0.1:${metricsPort}/graphql`, { method: "POST", headers, body: "{}" })).status).toBe(
    404,
  );
});

test("without introspection no error suggests names of the schema, over whatever it comes", async () => {
  const typo = "{ thin { id } }";
  stand = await startStand({ things, others }, { introspection: true });
  expect(JSON.stringify((await stand.ask(typo)).body)).toContain("Did you mean");
  await stand.stop();
  for (const debug of [true, false]) {
    stand = await startStand({ things, others }, { introspection: false, debug });
    const { body } = await stand.ask(typo);
    expect(body.errors![0]!.message).toBe('Cannot query field "thin" on type "Query".');
    const feed = follow(stand.url, typo);
    await until(() => feed.ended !== undefined, "refused");
    expect(JSON.stringify(feed.ended)).not.toContain("Did you mean");
    if (debug) await stand.stop();
  }
});

/** The status that a request under another name comes back with; 101 if it becomes a socket. */
async function statusUnder(host: string, path: string, more: Record<string, string> = {}): Promise<number> {
  const { hostname, port } = new URL(stand.url);
  const asking = request({ hostname, port, path, headers: { host, ...more } });
  asking.end();
  const [answer] = (await Promise.race([once(asking, "response"), once(asking, "upgrade")])) as [IncomingMessage];
  answer.socket.destroy();
  return answer.statusCode!;
}

test("the gateway answers under its own names alone: another name that resolves to it (DNS rebinding) is refused", async () => {
  const upgrade = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    "sec-websocket-protocol": "graphql-transport-ws",
  };
  stand = await startStand({ things, others }, { hosts: ["boxoffice.example"], corsOrigins: [], playground: true });
  const ask = "/graphql?query=%7B__typename%7D";
  for (const [host, isOurs] of [
    ["boxoffice.example", true],
    ["BOXOFFICE.example:4000", true],
    ["localhost:4000", true],
    ["boxoffice.localhost", true],
    ["127.0.0.1", true],
    ["[::1]:4000", true],
    ["evil.example", false],
    ["boxoffice.example.evil.example", false],
    ["localhost.evil.example", false],
  ] as const) {
    const own = { origin: `http://${host}` };
    const statuses = [
      await statusUnder(host, ask, headers),
      await statusUnder(host, "/playground"),
      await statusUnder(host, "/graphql", { ...upgrade, ...own }),
    ];
    expect([host, statuses]).toEqual([host, isOurs ? [200, 200, 101] : [421, 421, 421]]);
    // By whatever name those come who keep it running.
    expect(await statusUnder(host, "/health/live")).toBe(200);
  }
});
