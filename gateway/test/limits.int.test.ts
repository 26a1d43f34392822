// How much one may ask for, how often, and what it takes to be allowed to.
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { once } from "node:events";
import { configForAny } from "../config.ts";
import { startStand, type Stand } from "./harness.ts";

const { document, admission } = configForAny("", 0);
const limited = {
  document: { ...document, tokens: 1_000, depth: 10, fields: 300, aliases: 5 },
  admission: { ...admission, cost: 2_000 },
};

const things = {
  sdl: `
    type Query {
      thing: Thing
      things(first: Int): [Thing!]! @listSize(assumedSize: 20, slicingArguments: ["first"], requireOneSlicingArgument: false)
      secret: String @authenticated
      staffOnly: String @requiresScopes(scopes: [["staff"]])
      open: String
      node: Node
    }
    type Mutation { signIn(password: String!): String @cost(weight: 100) set: Int }
    interface Node { id: ID! hidden: String }
    type Thing implements Node @key(fields: "id") { id: ID! name: String thing: Thing things: [Thing!] hidden: String @authenticated needed: String! @policy(policies: [["member"]]) }`,
  resolvers: {
    Query: {
      thing: () => ({ id: "1", name: "one" }),
      things: () => [{ id: "1" }],
      open: () => "open",
      secret: () => "secret",
      node: () => ({ __typename: "Thing", id: "1", hidden: "hidden" }),
    },
    Mutation: { signIn: () => "token", set: () => 1 },
    Thing: { thing: () => ({ id: "2" }), needed: () => "needed" },
  },
};

let stand: Stand;
beforeAll(async () => {
  stand = await startStand({ things }, limited);
});
afterAll(() => stand.stop());

const nested = (depth: number) => `{ ${"thing { ".repeat(depth)} id ${"} ".repeat(depth)} }`;
const bomb = (levels: number) =>
  `{ thing { ...F0 } } ${Array.from({ length: levels }, (_, index) => `fragment F${index} on Thing { ${index === levels - 1 ? "id name" : `a: thing { ...F${index + 1} } b: thing { ...F${index + 1} }`} }`).join(" ")}`;

/** Forty fragments, each of which spreads the next one twice. */
function doubling(field: string, type: string, last: string): string {
  const fragments = Array.from(
    { length: 40 },
    (_, at) => `fragment a${at} on ${type} { ${at < 39 ? `...a${at + 1} ...a${at + 1}` : last} }`,
  );
  return `{ ${field ? `${field} { ...a0 }` : "...a0"} } ${fragments.join(" ")}`;
}

/** Each with what it is refused for. */
const hostile: [string, string, string][] = [
  ["deep", nested(11), "levels deep"],
  ["very deep", nested(200), "levels deep"],
  ["so deep that a parser could overflow", nested(9_000), "tokens"],
  ["wide", `{ thing { ${"id ".repeat(400)} } }`, "fields"],
  [
    "aliased",
    `{ ${Array.from({ length: 6 }, (_, index) => `a${index}: thing { id }`).join(" ")} }`,
    "in one selection set",
  ],
  ["aliased 5,000 times", `{ ${Array.from({ length: 5_000 }, (_, index) => `a${index}: open`).join(" ")} }`, "tokens"],
  ["fragments that double", bomb(9), "fields"],
  ["fragments that double without a field", doubling("", "Query", "__typename"), "selections"],
  ["fragments that double in a list", doubling("things", "Thing", "__typename"), "selections"],
  ["fragments that double introspection", doubling("", "Query", `__type(name: "Thing") { name }`), "selections"],
  [
    "fragments in a circle",
    "{ thing { ...A } } fragment A on Thing { thing { ...B } } fragment B on Thing { thing { ...A } }",
    "Cannot spread",
  ],
  ["lists of lists", "{ things(first: 100) { things { things { things { id } } } } }", "cost is"],
  ["a long list", "{ things(first: 1000000000) { things { things { id } } } }", "cost is"],
  ["a long list by a default", "query ($n: Int = 1000000000) { things(first: $n) { things { id } } }", "cost is"],
  [
    "two sign-ins",
    `mutation { a: signIn(password: "a") b: signIn(password: "b") }`,
    "several fields that check a password",
  ],
  [
    "sign-ins in fragments",
    `mutation { ...A ...B } fragment A on Mutation { a: signIn(password: "a") } fragment B on Mutation { b: signIn(password: "b") }`,
    "several fields that check a password",
  ],
  ["endless", `{ open(a: "${"x".repeat(200_000)}") }`, "longer than"],
  [
    "many unknown fields",
    `{ ${Array.from({ length: 200 }, (_, index) => `x${index}`).join(" ")} }`,
    "Cannot query field",
  ],
  ["not even GraphQL", "{{{{{{", "Syntax Error"],
  ["directives without end", `{ open ${"@include(if: true) ".repeat(300)} }`, "tokens"],
];

test.each(hostile)(
  "an operation that is %s is refused before anything is asked of a subgraph",
  async (_, query, why) => {
    const before = stand.stubs.things!.asked.length;
    const { status, body } = await stand.ask(query);
    expect(status).toBe(400);
    expect(body.errors![0]!.message).toContain(why);
    expect(body.errors!.length).toBeLessThanOrEqual(21);
    expect(stand.stubs.things!.asked).toHaveLength(before);
  },
);

test("what is within the limits is served", async () => {
  expect((await stand.ask(nested(9))).body.errors).toBeUndefined();
  expect((await stand.ask("{ things(first: 20) { id things { id } } }")).body.errors).toBeUndefined();
  expect((await stand.ask(`mutation { signIn(password: "a") set }`)).body.errors).toBeUndefined();
});

test("what asks for a sign-in is left out and said, and the rest is answered", async () => {
  const { status, body } = await stand.ask("{ open secret staffOnly thing { id hidden } }");
  expect(status).toBe(200);
  expect(body.data).toEqual({ open: "open", secret: null, staffOnly: null, thing: { id: "1", hidden: null } });
  expect(body.errors!.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [["secret"], "UNAUTHENTICATED"],
    [["staffOnly"], "UNAUTHENTICATED"],
    [["thing", "hidden"], "UNAUTHENTICATED"],
  ]);
  expect(stand.stubs.things!.asked.at(-1)!.query).not.toMatch(/secret|staffOnly|hidden/);
});

test("a guarded field is guarded behind its interface and in fragments too, and its null bubbles", async () => {
  const hidden = await stand.ask("{ node { id hidden } }");
  expect(hidden.body.data).toEqual({ node: { id: "1", hidden: null } });
  const bubbled = await stand.ask("{ open thing { ...F } } fragment F on Thing { id needed }");
  expect(bubbled.body.data).toEqual({ open: "open", thing: null });
  expect(bubbled.body.errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  const nothing = await stand.ask("{ secret }");
  expect(nothing.body.data).toEqual({ secret: null });
});

test("too many requests, or too costly ones, are refused with a time to retry", async () => {
  const rates = {
    ...admission,
    exemptLoopback: false,
    requestsPerMinuteAndAddress: 5,
    dearPerMinuteAndAddress: 2,
    costPerMinute: 150,
  };
  const strict = await startStand({ things }, { admission: { ...rates, requestsPerMinuteAndAddress: 1_000 } });
  const often = await startStand({ things }, { admission: { ...rates, costPerMinute: 1e9 } });
  try {
    const refused = async (one: Stand, query: string) => {
      for (let index = 0; index < 12; index++) {
        const { status, headers, body } = await one.ask(query);
        if (status === 429) {
          expect(body.errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
          expect(Number(headers.get("retry-after"))).toBe(body.errors![0]!.extensions.retryAfterSeconds);
          expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
          return index;
        }
        expect(status).toBe(200);
      }
      return -1;
    };
    expect(await refused(strict, "{ things(first: 50) { id } }")).toBe(3);
    expect(await refused(often, "{ open }")).toBe(5);
    const expensive = await startStand(
      { things },
      { admission: { ...rates, requestsPerMinuteAndAddress: 1_000, costPerMinute: 1e9 } },
    );
    expect(await refused(expensive, `mutation { signIn(password: "a") }`)).toBe(2);
    await expensive.stop();
  } finally {
    await strict.stop();
    await often.stop();
  }
});

test("new operations, which cost the most, are counted separately; known ones still pass", async () => {
  const rates = { ...admission, exemptLoopback: false, newPerMinuteAndAddress: 3 };
  const strict = await startStand({ things }, { admission: rates });
  try {
    const statuses: number[] = [];
    for (const query of ["{ open }", "{ a: open }", "{ nothing }", "{ b: open }", "{ open }"])
      statuses.push((await strict.ask(query)).status);
    expect(statuses).toEqual([200, 200, 400, 429, 200]);
  } finally {
    await strict.stop();
  }
});

test("a body that is too large is refused while it comes, and a request that is never finished is cut", async () => {
  const small = await startStand({ things }, { bodyLimitBytes: 10_000 });
  try {
    const { status } = await small.ask(`{ open } # ${"x".repeat(20_000)}`);
    expect(status).toBe(413);
    const { hostname, port } = new URL(small.url);
    // Without an end it would be read without limit.
    const endless = httpRequest({
      hostname,
      port,
      path: "/graphql",
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    endless.on("error", () => {});
    const answered = once(endless, "response");
    for (let index = 0; index < 20; index++) endless.write("x".repeat(1_000));
    const [response] = (await answered) as [{ statusCode: number; resume(): void }];
    expect(response.statusCode).toBe(413);
    response.resume();
    endless.destroy();
    for (const garbage of [
      "GET / HTTP/9.9\r\n\r\n",
      "\u0000\u0001\u0002\r\n\r\n",
      `POST /graphql HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(40_000)}\r\n\r\n`,
    ]) {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => {});
      socket.write(garbage);
      const closed = once(socket, "close");
      socket.resume();
      await closed;
    }
    expect((await small.ask("{ open }")).status).toBe(200);
  } finally {
    await small.stop();
  }
});

test("more requests at once than the gateway takes are sent away, and those inside are served", async () => {
  const narrow = await startStand({ things }, { load: { requests: 3, heapShare: 0.95 }, subgraphTimeoutMs: 300 });
  try {
    narrow.stubs.things!.behaviour = "is silent";
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => narrow.ask(`query Q${index} { open }`)));
    const away = answers.filter(({ status }) => status === 503);
    expect(away).toHaveLength(5);
    expect(away[0]!.headers.get("retry-after")).toBe("1");
    narrow.stubs.things!.behaviour = "answers";
    expect((await narrow.ask("{ open }")).body).toEqual({ data: { open: "open" } });
  } finally {
    await narrow.stop();
  }
});
