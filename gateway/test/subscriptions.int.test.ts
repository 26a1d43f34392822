// Subscriptions through the gateway, over WebSocket and server-sent events: joined over subgraphs, shared, replanned, ended.
import { createClient as createEventClient } from "graphql-sse";
import { until } from "../../testkit/until.ts";
import { follow, followers, others, push, subscribed, things } from "./subscription-fields.ts";
import { startStand, type Stand } from "./harness.ts";

let stand: Stand;
beforeEach(async () => {
  subscribed.times = 0;
  stand = await startStand({ things, others });
});
afterEach(async () => {
  followers.clear();
  await stand.stop();
});

const CHANGED = "subscription { changed { id text more } }";

test("a message is joined with what other subgraphs say, once for all who follow the same", async () => {
  const all = Array.from({ length: 5 }, () => follow(stand.url, CHANGED));
  await until(() => followers.size === 1, "the subgraph is followed");
  await until(() => stand.stubs.others!.asked.length === 0, "nothing is asked yet");
  push({ id: "7", text: "ü" });
  const message = { data: { changed: { id: "7", text: "ü", more: "more of 7" } } };
  await until(() => all.every(({ messages }) => messages.length === 1), "all have heard");
  for (const { messages } of all) expect(messages).toEqual([message]);
  expect([subscribed.times, stand.stubs.others!.asked.length]).toEqual([1, 1]);
  for (const one of all) one.stop();
  await until(() => followers.size === 0, "nobody follows any more");
});

test("a newcomer hears what comes from then on, and of a feed that is replayed the last message at once", async () => {
  const [early, state] = [follow(stand.url, CHANGED), follow(stand.url, "subscription { state { id } }")];
  await until(() => followers.size === 2 && state.messages.length === 1, "both are followed");
  push({ id: "1" });
  await until(() => early.messages.length === 1 && state.messages.length === 2, "they have heard");
  const [late, lateState] = [follow(stand.url, CHANGED), follow(stand.url, "subscription { state { id } }")];
  await until(() => lateState.messages.length === 1, "the newcomer gets a message");
  expect(lateState.messages).toEqual([{ data: { state: { id: "1" } } }]);
  push({ id: "2" });
  await until(() => late.messages.length === 1, "the newcomer hears the next");
  expect(late.messages).toMatchObject([{ data: { changed: { id: "2" } } }]);
  expect(subscribed.times).toBe(2);
  for (const one of [early, state, late, lateState]) one.stop();
});

test("variables tell subscriptions apart, and errors of a message come with it", async () => {
  const query = "subscription ($id: ID) { state(id: $id) { id more } }";
  const [one, other] = [follow(stand.url, query, { id: "1" }), follow(stand.url, query, { id: "2" })];
  await until(() => one.messages.length === 1 && other.messages.length === 1, "both have begun");
  expect(subscribed.times).toBe(2);
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
])(
  "a client that resumes from a cursor in %s gets what came since, also if others resume",
  async (_, query, variables) => {
    const first = follow(stand.url, query, variables);
    await until(() => first.messages.length === 1, "the first has a message");
    const second = follow(stand.url, query, variables);
    await until(() => second.messages.length === 1, "the second has a message");
    for (const { messages } of [first, second]) expect(messages).toEqual([{ data: { since: { id: "3" } } }]);
    for (const one of [first, second]) one.stop();
  },
);

test("who follows without a cursor shares, in whatever words it is asked for", async () => {
  const first = follow(stand.url, "subscription { since { id } }");
  // The first message of the feed goes to the subscribers that are there by then.
  await until(() => first.messages.length === 1, "followed");
  const second = follow(stand.url, "subscription {\n  since {\n    id\n  }\n}");
  await until(() => {
    push({ id: "8" });
    return second.messages.length > 0;
  }, "both hear");
  expect(subscribed.times).toBe(1);
  for (const one of [first, second]) one.stop();
});

test("the end of a subscription's source, and its failure, reach all subscribers", async () => {
  const all = [follow(stand.url, CHANGED), follow(stand.url, CHANGED)];
  await until(() => {
    push({ id: "9" });
    return all.every(({ messages }) => messages.length > 0);
  }, "both follow");
  push("end");
  await until(() => all.every(({ ended }) => ended === "complete"), "ended");
  const failing = follow(stand.url, CHANGED);
  await until(() => followers.size === 1, "followed again");
  push(new Error("no more"));
  await until(() => failing.ended !== undefined, "failed");
  expect(failing.ended).toMatchObject([{ message: "no more" }]);
  const cut = follow(stand.url, CHANGED);
  await until(() => followers.size === 1, "followed once more");
  await stand.stubs.things!.stop();
  await until(() => cut.ended !== undefined, "cut");
  expect(cut.ended).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
  await stand.stubs.things!.start();
});

test("subscribers of a lost source get an error, although no connection has ended", async () => {
  const received = follow(stand.url, CHANGED);
  await until(() => followers.size === 1, "followed");
  stand.stubs.things!.cutOff();
  await until(() => received.ended !== undefined, "given up");
  expect(received.ended).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
});

test("with another supergraph a subscription continues; one that it no longer knows ends with an error", async () => {
  const [stays, goes] = [follow(stand.url, CHANGED), follow(stand.url, "subscription { state { id text } }")];
  await until(() => followers.size === 2, "both are followed");
  stand.replace({
    things: things.sdl.replace(`state(id: ID): Thing @tag(name: "replayed-feed")`, ""),
    others: others.sdl,
  });
  await until(() => goes.ended !== undefined, "the other has ended");
  expect(JSON.stringify(goes.ended)).toContain("state");
  push({ id: "9" });
  await until(() => stays.messages.length === 1, "it continues");
  expect(stays.messages).toMatchObject([{ data: { changed: { id: "9", more: "more of 9" } } }]);
  expect(stays.ended).toBeUndefined();
  stays.stop();
});

test("queries and mutations go over the same socket, and what may not be followed is refused", async () => {
  const query = follow(stand.url, "{ thing { id more } }");
  await until(() => query.ended === "complete", "answered");
  expect(query.messages).toEqual([{ data: { thing: { id: "0", more: "more of 0" } } }]);
  for (const [operation, code] of [
    ["subscription { secret { id } }", "UNAUTHENTICATED"],
    ["subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"],
    ["subscription { state @include(if: false) { id } }", "BAD_USER_INPUT"],
    ["subscription { ...F } fragment F on Subscription { state @skip(if: true) { id } }", "BAD_USER_INPUT"],
    ["subscription {", "GRAPHQL_PARSE_FAILED"],
  ] as const) {
    const refused = follow(stand.url, operation);
    await until(() => refused.ended !== undefined, `${operation} is refused`);
    expect(refused.ended).toMatchObject([{ extensions: { code } }]);
  }
});

test("over server-sent events the same comes, joined and shared with those on WebSockets", async () => {
  const client = createEventClient({ url: stand.url, headers: { "apollo-require-preflight": "1" }, retryAttempts: 0 });
  const received: unknown[] = [];
  let ended = false;
  const stop = client.subscribe(
    { query: CHANGED },
    {
      next: (message) => void received.push(message),
      error: () => {},
      complete: () => (ended = true),
    },
  );
  const beside = follow(stand.url, CHANGED);
  await until(() => followers.size === 1, "followed");
  await until(async () => {
    push({ id: "5" });
    return received.length > 0 && beside.messages.length > 0;
  }, "both have heard");
  expect(received[0]).toEqual({ data: { changed: { id: "5", text: null, more: "more of 5" } } });
  expect(subscribed.times).toBe(1);
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
