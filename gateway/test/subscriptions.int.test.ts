// Subscriptions through the gateway, over WebSocket and server-sent events: joined over subgraphs, shared, replanned, ended.
import { once } from "node:events";
import { connect } from "node:net";
import { createClient as createEventClient } from "graphql-sse";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { until } from "../../dev/until.ts";
import { startStand, type Stand } from "./stand.ts";

/** What the subgraph pushes: a test calls `push`. */
const followers = new Set<(value: unknown) => void>();
let subscribed = 0;

function feed(first?: unknown): AsyncIterableIterator<unknown> {
  subscribed += 1;
  const queue: unknown[] = first === undefined ? [] : [first];
  let wake = () => {};
  const hear = (value: unknown) => {
    queue.push(value);
    wake();
  };
  followers.add(hear);
  const end = async (): Promise<IteratorResult<unknown>> => {
    followers.delete(hear);
    hear("end");
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      while (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const value = queue.shift();
      if (value === "end") return end();
      if (value instanceof Error) {
        followers.delete(hear);
        throw value;
      }
      return { done: false, value };
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
const push = (value: unknown) => followers.forEach((hear) => hear(value));

const things = {
  sdl: `
    type Query { thing: Thing }
    type Subscription { changed: Thing state(id: ID): Thing @tag(name: "replayed-feed") since(after: ID): Thing @tag(name: "shared-feed") secret: Thing @authenticated huge: String }
    type Thing @key(fields: "id") { id: ID! text: String }`,
  resolvers: {
    Query: { thing: () => ({ id: "0" }) },
    Subscription: {
      changed: { subscribe: () => feed(), resolve: (value: unknown) => value },
      state: { subscribe: () => feed({ id: "now" }), resolve: (value: unknown) => value },
      since: {
        subscribe: (_: unknown, { after }: { after?: string }) => feed({ id: after ?? "now" }),
        resolve: (value: unknown) => value,
      },
      secret: { subscribe: () => feed(), resolve: (value: unknown) => value },
      huge: { subscribe: () => feed(), resolve: () => "x".repeat(90_000) },
    },
  },
};
const others = {
  sdl: `type Query { unused: Int } type Thing @key(fields: "id") { id: ID! more: String }`,
  resolvers: { Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, more: `more of ${id}` }) } },
};

let stand: Stand;
const sockets: WebSocket[] = [];
beforeEach(async () => {
  subscribed = 0;
  stand = await startStand({ things, others });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  followers.clear();
  await stand.stop();
});

const socketUrl = () => stand.url.replace("http", "ws");

/** Follows over WebSocket; `messages` grows, `ended` says how it ended. */
function follow(query: string, variables: Record<string, unknown> = {}) {
  const client = createClient({ url: socketUrl(), webSocketImpl: WebSocket, retryAttempts: 0 });
  const heard: { messages: unknown[]; ended: unknown; stop(): void } = {
    messages: [],
    ended: undefined,
    stop: () => {},
  };
  const stop = client.subscribe(
    { query, variables },
    {
      next: (message) => heard.messages.push(message),
      error: (error) => (heard.ended = error),
      complete: () => (heard.ended ??= "complete"),
    },
  );
  heard.stop = () => {
    stop();
    void client.dispose();
  };
  return heard;
}

const CHANGED = "subscription { changed { id text more } }";

test("a message is joined with what other subgraphs say, once for all who follow the same", async () => {
  const all = Array.from({ length: 5 }, () => follow(CHANGED));
  await until(() => followers.size === 1, "the subgraph is followed");
  await until(() => stand.stubs.others!.asked.length === 0, "nothing is asked yet");
  push({ id: "7", text: "ü" });
  const message = { data: { changed: { id: "7", text: "ü", more: "more of 7" } } };
  await until(() => all.every(({ messages }) => messages.length === 1), "all have heard");
  for (const { messages } of all) expect(messages).toEqual([message]);
  expect([subscribed, stand.stubs.others!.asked.length]).toEqual([1, 1]);
  for (const one of all) one.stop();
  await until(() => followers.size === 0, "nobody follows any more");
});

test("a newcomer hears what comes from then on, and of a feed that is replayed the last message at once", async () => {
  const [early, state] = [follow(CHANGED), follow("subscription { state { id } }")];
  await until(() => followers.size === 2 && state.messages.length === 1, "both are followed");
  push({ id: "1" });
  await until(() => early.messages.length === 1 && state.messages.length === 2, "they have heard");
  const [late, lateState] = [follow(CHANGED), follow("subscription { state { id } }")];
  await until(() => lateState.messages.length === 1, "the newcomer is told");
  expect(lateState.messages).toEqual([{ data: { state: { id: "1" } } }]);
  push({ id: "2" });
  await until(() => late.messages.length === 1, "the newcomer hears the next");
  expect(late.messages).toMatchObject([{ data: { changed: { id: "2" } } }]);
  expect(subscribed).toBe(2);
  for (const one of [early, state, late, lateState]) one.stop();
});

test("variables tell subscriptions apart, and errors of a message come with it", async () => {
  const query = "subscription ($id: ID) { state(id: $id) { id more } }";
  const [one, other] = [follow(query, { id: "1" }), follow(query, { id: "2" })];
  await until(() => one.messages.length === 1 && other.messages.length === 1, "both have begun");
  expect(subscribed).toBe(2);
  await stand.stubs.others!.stop();
  push({ id: "3" });
  await until(() => one.messages.length === 2, "the message has come");
  expect(one.messages[1]).toMatchObject({
    data: { state: { id: "3", more: null } },
    errors: [{ message: expect.any(String) }],
  });
  await stand.stubs.others!.start();
  one.stop();
  other.stop();
});

test.each([
  ["a variable", "subscription ($c: ID) { since(after: $c) { id } }", { c: "3" }],
  ["a fragment", "subscription ($c: ID) { ...S } fragment S on Subscription { since(after: $c) { id } }", { c: "3" }],
  ["a default", `subscription ($c: ID = "3") { since(after: $c) { id } }`, {}],
  ["a literal", `subscription { since(after: "3") { id } }`, {}],
])("who resumes from a cursor in %s is told what came since, whoever else does so", async (_, query, variables) => {
  const first = follow(query, variables);
  await until(() => first.messages.length === 1, "the first is told");
  const second = follow(query, variables);
  await until(() => second.messages.length === 1, "the second is told too");
  for (const { messages } of [first, second]) expect(messages).toEqual([{ data: { since: { id: "3" } } }]);
  for (const one of [first, second]) one.stop();
});

test("who follows without a cursor shares, in whatever words it is asked for", async () => {
  const all = [
    follow("subscription { since { id } }"),
    follow("subscription {\n  since {\n    id\n  }\n}"),
    follow("query Q { thing { id } }"),
  ];
  await until(() => all[0]!.messages.length === 1 && all[2]!.messages.length === 1, "followed");
  await until(async () => {
    push({ id: "8" });
    return all[1]!.messages.length > 0;
  }, "both hear");
  expect(subscribed).toBe(1);
  for (const one of all) one.stop();
});

test("the end of what is followed, and its failure, are told to all who follow", async () => {
  const all = [follow(CHANGED), follow(CHANGED)];
  await until(() => followers.size === 1, "followed");
  push("end");
  await until(() => all.every(({ ended }) => ended === "complete"), "ended");
  const failing = follow(CHANGED);
  await until(() => followers.size === 1, "followed again");
  push(new Error("no more"));
  await until(() => failing.ended !== undefined, "failed");
  expect(failing.ended).toMatchObject([{ message: "no more" }]);
  const cut = follow(CHANGED);
  await until(() => followers.size === 1, "followed once more");
  await stand.stubs.things!.stop();
  await until(() => cut.ended !== undefined, "cut");
  expect(cut.ended).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
  await stand.stubs.things!.start();
});

test("who follows what was cut off is told so, though no connection has ended", async () => {
  const heard = follow(CHANGED);
  await until(() => followers.size === 1, "followed");
  stand.stubs.things!.cutOff();
  await until(() => heard.ended !== undefined, "given up");
  expect(heard.ended).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
});

test("with another supergraph a subscription goes on; one that it does not know any more is told so", async () => {
  const [stays, goes] = [follow(CHANGED), follow("subscription { state { id text } }")];
  await until(() => followers.size === 2, "both are followed");
  stand.replace({
    things: things.sdl.replace(`state(id: ID): Thing @tag(name: "replayed-feed")`, ""),
    others: others.sdl,
  });
  await until(() => goes.ended !== undefined, "the other has ended");
  expect(JSON.stringify(goes.ended)).toContain("state");
  push({ id: "9" });
  await until(() => stays.messages.length === 1, "goes on");
  expect(stays.messages).toMatchObject([{ data: { changed: { id: "9", more: "more of 9" } } }]);
  expect(stays.ended).toBeUndefined();
  stays.stop();
});

test("queries and mutations go over the same socket, and what may not be followed is refused", async () => {
  const query = follow("{ thing { id more } }");
  await until(() => query.ended === "complete", "answered");
  expect(query.messages).toEqual([{ data: { thing: { id: "0", more: "more of 0" } } }]);
  for (const [operation, code] of [
    ["subscription { secret { id } }", "UNAUTHENTICATED"],
    ["subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"],
    ["subscription {", "GRAPHQL_PARSE_FAILED"],
  ] as const) {
    const refused = follow(operation);
    await until(() => refused.ended !== undefined, `${operation} is refused`);
    expect(refused.ended).toMatchObject([{ extensions: { code } }]);
  }
});

test("over server-sent events the same comes, joined and shared with those on WebSockets", async () => {
  const client = createEventClient({ url: stand.url, headers: { "apollo-require-preflight": "1" }, retryAttempts: 0 });
  const heard: unknown[] = [];
  let ended = false;
  const stop = client.subscribe(
    { query: CHANGED },
    {
      next: (message) => void heard.push(message),
      error: () => {},
      complete: () => (ended = true),
    },
  );
  const beside = follow(CHANGED);
  await until(() => followers.size === 1, "followed");
  await until(async () => {
    push({ id: "5" });
    return heard.length > 0 && beside.messages.length > 0;
  }, "both have heard");
  expect(heard[0]).toEqual({ data: { changed: { id: "5", text: null, more: "more of 5" } } });
  expect(subscribed).toBe(1);
  stop();
  beside.stop();
  await until(() => followers.size === 0, "nobody follows any more");
  expect(ended).toBe(true);
  const answer = await fetch(stand.url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ query: "{ thing { id } }" }),
  });
  expect(await answer.text()).toBe(`event: next\ndata: {"data":{"thing":{"id":"0"}}}\n\nevent: complete\ndata:\n\n`);
  client.dispose();
});

async function open(): Promise<WebSocket> {
  const socket = new WebSocket(socketUrl(), "graphql-transport-ws");
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
])(
  "the socket is closed with %i for %s",
  async (code, _, provoke) => {
    const socket = await open();
    const closed = closeCode(socket);
    await provoke(socket);
    expect(await closed).toBe(code);
  },
  20_000,
);

test("a socket of another protocol is closed with 4406, one of another site's page is not opened", async () => {
  const without = new WebSocket(socketUrl());
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

test("who reads too slowly is cut off instead of filling the memory, and the others go on", async () => {
  const slow = await open();
  await init(slow);
  slow.send(`{"id":"1","type":"subscribe","payload":{"query":"subscription { huge }"}}`);
  const quick = follow("subscription { huge }");
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
}, 30_000);

test("when the gateway goes away, it says so to all", async () => {
  const going = await startStand({ things, others });
  const socket = new WebSocket(going.url.replace("http", "ws"), "graphql-transport-ws");
  await once(socket, "open");
  await init(socket);
  const closed = closeCode(socket);
  await going.stop();
  expect(await closed).toBe(1001);
});
