// GraphQL over HTTP as its own audit checks it, and what browsers on other sites may not do.
import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { auditServer } from "graphql-http";
import { readTrustedDocuments } from "../operations/trusted-documents.ts";
import { startStand, type Stand } from "./harness.ts";

const things = {
  sdl: `type Query { hello(name: String): String! fails: String numbers: [Int!]! } type Mutation { set(to: Int!): Int! }`,
  resolvers: {
    Query: {
      hello: (_: unknown, { name = "you" }: { name?: string }) => `Hello ${name}`,
      fails: () => {
        throw new Error("deep inside");
      },
      numbers: () => Array.from({ length: 2_000 }, (__, index) => index),
    },
    Mutation: { set: (_: unknown, { to }: { to: number }) => to },
  },
};

let stand: Stand;
beforeAll(async () => {
  stand = await startStand({ things });
});
afterAll(() => stand.stop());

test("the audit of GraphQL over HTTP finds no error", async () => {
  const results = await auditServer({ url: stand.url });
  expect(results.length).toBeGreaterThan(50);
  expect(results.filter(({ status }) => status === "error")).toEqual([]);
});

const get = (search: string, headers: Record<string, string> = {}) => fetch(`${stand.url}?${search}`, { headers });

test("a request that another site could make a browser send is refused, whatever it asks", async () => {
  const query = "query=%7Bhello%7D";
  expect((await get(query)).status).toBe(400);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]) {
    const headers = type ? { "content-type": type } : {};
    const answer = await fetch(stand.url, { method: "POST", headers, body: `{"query":"mutation { set(to: 1) }"}` });
    expect([type, answer.status]).toEqual([type, 400]);
  }
  const unclear = [
    "message/rfc822",
    "",
    "text/plain, application/json",
    "application/jsonp",
    "application/xml",
    "text/plain;application/json",
  ];
  for (const type of unclear) expect([type, (await get(query, { "content-type": type })).status]).toEqual([type, 400]);
  expect((await get(query, { "apollo-require-preflight": "1" })).status).toBe(200);
  expect((await get(query, { "content-type": "application/json" })).status).toBe(200);
});

test("mutations are not served to GET, other methods not at all", async () => {
  const answer = await get("query=mutation%20%7Bset(to%3A1)%7D", { "apollo-require-preflight": "1" });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  expect((await fetch(stand.url, { method: "PUT" })).status).toBe(405);
});

test("a persisted query is asked for by its hash once its text was sent", async () => {
  const query = '{ hello(name: "Ada") }';
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const send = async (body: unknown) => {
    const answer = await fetch(stand.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { data?: unknown; errors?: { message: string }[] };
  };
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  expect((await send({ extensions })).errors?.[0]?.message).toBe("PersistedQueryNotFound");
  expect(await send({ query, extensions })).toEqual({ data: { hello: "Hello Ada" } });
  expect(await send({ extensions })).toEqual({ data: { hello: "Hello Ada" } });
  expect((await send({ query: "{ hello }", extensions })).errors?.[0]?.message).toContain("is not the hash");
  const invalid = "{ goodbye }";
  const ofInvalid = {
    persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(invalid).digest("hex") },
  };
  expect((await send({ query: invalid, extensions: ofInvalid })).errors?.[0]?.message).toContain("Cannot query");
  expect((await send({ extensions: ofInvalid })).errors?.[0]?.message).toBe("PersistedQueryNotFound");
});

test.each([
  [`[{"query":"{ hello }"}]`, "one operation in each request"],
  [`"{ hello }"`, "must be a JSON object"],
  [`{`, "is not JSON"],
  [`{"query":7}`, "`query` must be a string"],
  [`{"query":"{ hello }","variables":"{}"}`, "`variables` must be a JSON object"],
  [`{"query":"{ hello }","operationName":{}}`, "`operationName` must be a string"],
  [`{"query":"{ hello }","operationName":"Nope"}`, "Unknown operation named"],
  [`{"query":"query A { hello } query B { hello }"}`, "operationName"],
  [`{"query":"query ($name: Int!) { hello }"}`, "Variable"],
  [`{"variables":{}}`, "has no `query`"],
])("%s is answered with what is wrong", async (body, message) => {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(stand.url, { method: "POST", headers, body });
  expect(answer.status).toBe(400);
  expect(JSON.stringify(await answer.json())).toContain(message);
});

test("names that every object inherits are names like any other", async () => {
  const { body } = await stand.ask('{ toString: hello constructor: hello(name: "a") valueOf: numbers }');
  expect(body.errors).toBeUndefined();
  expect(Object.keys(body.data!)).toEqual(["toString", "constructor", "valueOf"]);
});

test("introspection is answered, alone and beside data", async () => {
  const { body } = await stand.ask(
    `{ hello __schema { queryType { name } } __type(name: "Mutation") { name } t: __typename }`,
  );
  expect(body).toEqual({
    data: { hello: "Hello you", __schema: { queryType: { name: "Query" } }, __type: { name: "Mutation" }, t: "Query" },
  });
});

test("of a document with several operations only the one that is meant counts", async () => {
  const query = `query A($x: Boolean!) { hello @include(if: $x) } query B($x: String!) { __type(name: $x) { name } }`;
  const ask = async (operationName: string, x: unknown) =>
    (await stand.ask(query, { operationName, variables: { x } })).body;
  expect(await ask("B", "Query")).toEqual({ data: { __type: { name: "Query" } } });
  expect(await ask("A", true)).toEqual({ data: { hello: "Hello you" } });
  expect((await ask("A", "Query")).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});

test("an answer that the subgraph repeats is the same, and one that changes is not the old one", async () => {
  const ask = (name: string) => stand.ask("query ($name: String) { hello(name: $name) }", { variables: { name } });
  for (const name of ["a", "a", "b", "a"]) expect((await ask(name)).body).toEqual({ data: { hello: `Hello ${name}` } });
});

test("the same question of nobody in particular, asked by many at once, is asked of the subgraph once", async () => {
  const { things } = stand.stubs;
  const before = things!.asked.length;
  const answers = await Promise.all(Array.from({ length: 20 }, () => stand.ask("query Together { numbers }")));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(things!.asked.length - before).toBeLessThan(20);
});

test("the query plan is shown to who develops and asks for it, and to nobody else", async () => {
  const headers = { "apollo-query-plan-experimental": "1" };
  expect((await stand.ask("{ hello }", { headers })).body.extensions?.queryPlan).toContain('Fetch(service: "things")');
  expect((await stand.ask("{ hello }")).body.extensions).toBeUndefined();
});

test("with trusted documents nothing else is executed, whether it is sent as text or by its hash", async () => {
  const body = "query Trusted { hello }";
  const id = createHash("sha256").update(body).digest("hex");
  const manifest = path.join(mkdtempSync(path.join(tmpdir(), "boxoffice-manifest-")), "manifest.json");
  writeFileSync(
    manifest,
    JSON.stringify({
      format: "apollo-persisted-query-manifest",
      version: 1,
      operations: [{ id, name: "Trusted", type: "query", body }],
    }),
  );
  const documents = readTrustedDocuments("GATEWAY_TRUSTED_DOCUMENTS_FILE", manifest);
  expect(() => readTrustedDocuments("GATEWAY_TRUSTED_DOCUMENTS_FILE", "/nowhere")).toThrow(
    "GATEWAY_TRUSTED_DOCUMENTS_FILE",
  );
  const strict = await startStand({ things }, { trustedDocuments: documents, debug: false });
  try {
    const send = async (request: unknown) => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(strict.url, { method: "POST", headers, body: JSON.stringify(request) });
      return (await answer.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    };
    const byHash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
    const data = { data: { hello: "Hello you" } };
    expect(await send({ query: body })).toEqual(data);
    expect(await send(byHash(id))).toEqual(data);
    const other = "{ hello numbers }";
    const hash = createHash("sha256").update(other).digest("hex");
    for (const request of [{ query: other }, byHash(hash), { query: other, ...byHash(hash) }])
      expect((await send(request)).errors?.[0]?.extensions.code).toBe("QUERY_NOT_IN_SAFELIST");
  } finally {
    await strict.stop();
  }
  const open = await startStand({ things }, { knownDocuments: documents });
  try {
    const answer = await fetch(open.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } }),
    });
    expect(await answer.json()).toMatchObject({ data: { hello: "Hello you" } });
    expect((await open.ask("{ numbers }")).body.errors).toBeUndefined();
  } finally {
    await open.stop();
  }
});

test("responses tell browsers what they may not do with them", async () => {
  const { headers } = await stand.ask("{ hello }");
  expect([headers.get("x-content-type-options"), headers.get("cache-control")]).toEqual(["nosniff", "no-store"]);
  const open = await startStand({ things }, { playground: true });
  const page = await fetch(new URL("/playground", open.url));
  expect([page.status, page.headers.get("referrer-policy")]).toEqual([200, "no-referrer"]);
  const policy = page.headers.get("content-security-policy")!;
  expect(policy).toContain("frame-ancestors 'none'");
  // Inline scripts run by a nonce alone, which the page's own carry.
  const nonce = /script-src 'self' 'nonce-([^']{20,})'/.exec(policy)![1]!;
  const inline = (await page.text()).match(/<script(?![^>]*src=)[^>]*>/g)!;
  expect(inline.map((tag) => tag.includes(`nonce="${nonce}"`))).toEqual([true]);
  await open.stop();
});
