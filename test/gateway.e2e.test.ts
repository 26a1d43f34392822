// The gateway as its clients meet it: sessions in cookies and on sockets, what is asked of viewers at every hop, and how often
// anybody may come, whichever gateway they come to.
import { once } from "node:events";
import { WebSocket } from "ws";
import { connectClient, type Data } from "../local/client.ts";
import { holdSeats, openShow, PASSWORD, setMember, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let show: Show;
let person: Person;
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
  person = await signUp(supergraph.client, "Cora");
});
afterAll(() => supergraph.stop());

async function sessionOf(email: string): Promise<{ accessToken: string; refreshToken: string }> {
  const { signIn } = await supergraph
    .client()
    .ask(
      `mutation ($email: EmailAddress!, $password: String!) { signIn(input: { email: $email, password: $password }) { ... on Session { accessToken refreshToken } } }`,
      { email, password: PASSWORD },
    );
  return signIn;
}

test("a page keeps its session in a cookie that no script and no other site can use", async () => {
  const { accessToken } = await sessionOf(person.email);
  const url = new URL("/session", supergraph.url);
  const authorization = `Bearer ${accessToken}`;
  expect((await fetch(url, { method: "POST", headers: { authorization } })).status).toBe(403);
  const evil = { authorization, "apollo-require-preflight": "1", origin: "https://evil.example" };
  expect((await fetch(url, { method: "POST", headers: evil })).status).toBe(403);
  const headers = { authorization, "apollo-require-preflight": "1" };
  const set = await fetch(url, { method: "POST", headers });
  expect(set.status).toBe(204);
  const [cookie, ...others] = set.headers.getSetCookie() as [string, ...string[]];
  // The refresh token of a session before would bring that one back.
  expect(others).toEqual(["refresh=; Path=/session; HttpOnly; SameSite=Strict; Max-Age=0"]);
  expect(cookie).toMatch(/^session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);

  const ask = async (given: Record<string, string>) => {
    const body = JSON.stringify({ query: "{ me { id } }" });
    const answer = await fetch(supergraph.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...given },
      body,
    });
    return ((await answer.json()) as { data: Data }).data.me?.id;
  };
  const mine = { cookie: `other=1; ${cookie.split(";")[0]}` };
  expect(await ask(mine)).toBe(person.id);
  expect(await ask({})).toBeUndefined();
  // What a form on another site can send is not even looked at.
  const form = await fetch(supergraph.url, {
    method: "POST",
    headers: { ...mine, "content-type": "text/plain" },
    body: "{}",
  });
  expect(form.status).toBe(400);
  const gone = await fetch(url, { method: "DELETE", headers: { "apollo-require-preflight": "1" } });
  expect(gone.headers.get("set-cookie")).toContain("Max-Age=0");
  expect((await fetch(url, { method: "POST", headers: { ...headers, authorization: "Bearer nonsense" } })).status).toBe(
    401,
  );
});

test("a socket continues with a new access token of the same person, and not with another person's", async () => {
  const stranger = await signUp(supergraph.client, "Mallory");
  const [first, second, theirs] = [
    await sessionOf(person.email),
    await sessionOf(person.email),
    await sessionOf(stranger.email),
  ];
  const socket = new WebSocket(supergraph.url.replace("http", "ws"), "graphql-transport-ws");
  await once(socket, "open");
  const send = async (message: unknown): Promise<Data> => {
    const answered = once(socket, "message");
    socket.send(JSON.stringify(message));
    return JSON.parse(String((await answered)[0]));
  };
  const init = { type: "connection_init", payload: { authorization: `Bearer ${first.accessToken}` } };
  expect((await send(init)).type).toBe("connection_ack");
  const refreshed = { type: "ping", payload: { authorization: `Bearer ${second.accessToken}` } };
  expect((await send(refreshed)).type).toBe("pong");
  // What the socket began with may end now.
  await connectClient(supergraph.url, first.accessToken).ask("mutation { signOut }");
  const me = await send({ id: "1", type: "subscribe", payload: { query: "{ me { id } }" } });
  expect(me).toMatchObject({ type: "next", payload: { data: { me: { id: person.id } } } });
  const closed = once(socket, "close");
  socket.send(JSON.stringify({ type: "ping", payload: { authorization: `Bearer ${theirs.accessToken}` } }));
  expect((await closed)[0]).toBe(4403);
});

test("all who watch the same event share what is pushed, signed in or not, but not what depends on who asks", async () => {
  const query = `subscription ($id: ID!) { seatsChanged(eventId: $id) { cursor seats { id status } } }`;
  const asViewer = `subscription ($id: ID!) { seatsChanged(eventId: $id) { cursor event { availabilityReport { total } } } }`;
  const feeds = [supergraph.client(), person.client, show.owner.client].map((client) =>
    client.subscribe(query, { id: show.eventId }),
  );
  const manager = show.owner.client.subscribe(asViewer, { id: show.eventId });
  const anyone = supergraph.client().subscribe(asViewer, { id: show.eventId });
  for (const feed of [...feeds, manager, anyone]) await feed.until((messages) => messages.length > 0);
  expect(manager.messages[0].seatsChanged.event.availabilityReport).not.toBeNull();
  expect(anyone.messages[0].seatsChanged.event.availabilityReport).toBeNull();
  await holdSeats(person.client, show.eventId, [show.seats[20].id]);
  for (const feed of feeds) await feed.until((messages) => messages.at(-1)?.seatsChanged.seats.length === 1);
  const metrics = await (await fetch(new URL("/metrics", supergraph.url))).text();
  expect(metrics).toMatch(/^graphql_topics 3$/m);
  expect(metrics).toMatch(/^graphql_subscribers 5$/m);
});

test("who loses a role loses it where a socket is open too: for what is followed, and for what is asked next", async () => {
  const member = await signUp(supergraph.client, "Mira");
  const { organizationId, owner } = show;
  await setMember(owner.client, organizationId, member.id, "MANAGER");
  const feed = member.client.subscribe(
    `subscription ($id: ID!) { seatsChanged(eventId: $id) { event { availabilityReport { total } } } }`,
    { id: show.eventId },
  );
  await feed.until((messages) => messages.length > 0);
  expect(feed.messages[0].seatsChanged.event.availabilityReport).not.toBeNull();
  const socket = new WebSocket(supergraph.url.replace("http", "ws"), "graphql-transport-ws");
  await once(socket, "open");
  const received: Data[] = [];
  socket.on("message", (message: Buffer) => received.push(JSON.parse(message.toString())));
  const { accessToken } = await sessionOf(member.email);
  socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${accessToken}` } }));
  const query = `{ event(id: "${show.eventId}") { availabilityReport { total } } }`;
  const reportTold = async (id: string) => {
    socket.send(JSON.stringify({ id, type: "subscribe", payload: { query } }));
    for (;;) {
      const answer = received.find((message) => message.id === id);
      if (answer) return answer.payload.data.event.availabilityReport;
      await once(socket, "message");
    }
  };
  await once(socket, "message");
  expect(await reportTold("1")).not.toBeNull();
  await setMember(owner.client, organizationId, member.id, null);
  expect(await reportTold("2")).toBeNull();
  await feed.until((messages) => messages.at(-1)?.seatsChanged.event.availabilityReport === null);
  socket.close();
  feed.stop();
});

test("the live map comes as server-sent events too, until the session ends", async () => {
  const { accessToken } = await sessionOf(person.email);
  const answer = await fetch(supergraph.url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      authorization: `Bearer ${accessToken}`,
    },
    body: JSON.stringify({
      query: `subscription ($id: ID!) { seatsChanged(eventId: $id) { cursor } }`,
      variables: { id: show.eventId },
    }),
  });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const reader = answer.body!.getReader();
  let text = "";
  while (!text.includes("\n\n")) text += Buffer.from((await reader.read()).value!).toString();
  expect(text).toContain(`event: next\ndata: {"data":{"seatsChanged":`);
  await connectClient(supergraph.url, accessToken).ask("mutation { signOut }");
  const begun = Date.now();
  await expect(
    (async () => {
      while (!(await reader.read()).done);
    })(),
  ).rejects.toThrow();
  expect(Date.now() - begun).toBeLessThan(5_000);
});

test("a subgraph asks the same of a viewer as the gateway does", async () => {
  const ask = async (query: string, viewer: { userId: string } | null) => {
    const token = await supergraph.viewerToken(viewer ?? null!, "users");
    const answer = await fetch(supergraph.env.USERS_URL!, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    return ((await answer.json()) as { errors?: Data[] }).errors?.[0].extensions.code;
  };
  expect(await ask(`mutation { suspendUser(userId: "x", reason: "y") { __typename } }`, { userId: person.id })).toBe(
    "FORBIDDEN",
  );
  expect(await ask(`{ users { totalCount } }`, { userId: person.id })).toBe("FORBIDDEN");
});

test("every answer carries the correlation id, the client's own if it is a sane one", async () => {
  const id = async (sent?: string) =>
    (await person.client.send("{ me { id } }", {}, sent ? { "x-correlation-id": sent } : {})).headers.get(
      "x-correlation-id",
    );
  expect(await id("order-42")).toBe("order-42");
  expect(await id("x".repeat(500))).toMatch(/^[0-9a-f-]{36}$/);
  expect(await id()).toMatch(/^[0-9a-f-]{36}$/);
});

test("who tries passwords is stopped, at whichever of two gateways, and told when to come back", async () => {
  const strict = await startSupergraph({ GATEWAY_EXEMPT_LOOPBACK: "off", GATEWAY_SIGN_INS_PER_MINUTE: "6" });
  try {
    const other = await strict.startAnotherGateway();
    const attempt = (url: string) =>
      connectClient(url).send(
        `mutation { signIn(input: { email: "somebody@example.com", password: "not the password" }) { __typename } }`,
      );
    const statuses: number[] = [];
    for (let index = 0; index < 10; index++) {
      const { status, errors } = await attempt(index % 2 ? strict.url : other.url);
      statuses.push(status);
      if (status === 429)
        expect(errors?.[0]?.extensions).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) });
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429, 429, 429]);
    // Everything else still works.
    expect((await connectClient(strict.url).ask("{ events { totalCount } }")).events.totalCount).toBe(0);
  } finally {
    await strict.stop();
  }
});
