// Attacks on the registry: right answers or clear refusals, and other clients are served.
import { createTestDatabase, type TestDatabase } from "../../testkit/databases.ts";
import { serversOfThisRun } from "../../testkit/supergraph.ts";
import { often } from "../../testkit/repetitions.ts";
import { openDatabase } from "../../platform/postgres/database.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { entities } from "../entities.ts";
import { migrations } from "../migrations.ts";
import { startRegistry, type RunningRegistry } from "../server.ts";
import { ensureKey, findKey, newKeyText } from "../keys.ts";

const GRAPH = "shop";
const KEY = newKeyText(GRAPH);
const SUBGRAPHS = often(20, 60);
const GOOD = `type Query { ok: Int }`;

let testDatabase: TestDatabase;
let registry: RunningRegistry;
beforeAll(async () => {
  testDatabase = await createTestDatabase(serversOfThisRun().adminUrl, {
    name: "registry",
    migrations,
    entities,
  });
  registry = await startRegistry({
    host: "127.0.0.1",
    port: 0,
    databaseUrl: testDatabase.url,
    graphId: GRAPH,
    keys: [{ name: "operator", text: KEY, kind: "write" as const }],
    usageDays: 30,
    publicUrl: null,
    logLevel: "silent",
  });
  await publish("a", GOOD);
});
afterAll(async () => {
  await registry.stop();
  await testDatabase.drop();
});

interface Answer {
  data?: { graph: Record<string, Record<string, unknown>> } | null;
  errors?: { message: string }[];
}

async function send(body: string, key = KEY): Promise<{ status: number; answer: Answer }> {
  const response = await fetch(`${registry.url}/`, { method: "POST", headers: { "x-api-key": key }, body });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const ask = (query: string, variables: object) => send(JSON.stringify({ query, variables }));

function publish(name: string, sdl: string) {
  return ask(
    `mutation ($g: ID!, $n: String!, $s: String!) { graph(id: $g) { publishSubgraph(name: $n, url: "http://x", revision: "", activePartialSchema: { sdl: $s }, graphVariant: "current") { errors { message code } updatedGateway } } }`,
    { g: GRAPH, n: name, s: sdl },
  );
}

function check(sdl: string, name = "a") {
  return ask(
    `mutation ($g: ID!, $i: SubgraphCheckAsyncInput!) { graph(id: $g) { variant(name: "current") { submitSubgraphCheckAsync(input: $i) { __typename ... on CheckRequestSuccess { workflowID } } } } }`,
    {
      g: GRAPH,
      i: {
        config: {},
        gitContext: {},
        isSandbox: false,
        subgraphName: name,
        proposedSchema: sdl,
        graphRef: `${GRAPH}@current`,
      },
    },
  );
}

const isAlive = async () => expect((await check(GOOD)).answer.errors).toBeUndefined();

test.each([
  ["5 MB of it", `type Query { ${"a".repeat(5_000_000)}: Int }`, /larger than/],
  ["a name with SQL in it", GOOD, /must begin with a letter/],
])("%s is refused with a sentence", async (what, sdl, message) => {
  const { status, answer } = await check(sdl, what.includes("SQL") ? `a'; drop table graph; --` : "a");
  expect([status, answer.errors?.[0]?.message]).toEqual([200, expect.stringMatching(message)]);
  await isAlive();
});

test.each([
  ["lists in lists", `type Query { a: ${"[".repeat(20_000)}Int${"]".repeat(20_000)} }`],
  ["a flood of directives", `type Query { a: Int ${"@x".repeat(50_000)} }`],
  [
    "ten thousand types",
    `type Query { a: Int } ${Array.from({ length: 10_000 }, (_, n) => `type T${n} { a: Int }`).join(" ")}`,
  ],
  ["a type in a circle of fragments of federation", `type Query @key(fields: "${"{a ".repeat(5_000)}") { a: Int }`],
  ["nothing", ""],
  ["NUL", "type Query { a: Int } \u0000"],
])("a check of a schema of %s is answered within 30 s of CPU time, and the next check succeeds", async (_, sdl) => {
  const before = process.cpuUsage();
  const { status, answer } = await check(sdl);
  expect(status).toBe(200);
  expect(answer.errors ?? answer.data).toBeTruthy();
  // CPU time of this process and its threads: elapsed time depends on what else the machine does.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(30_000);
  await isAlive();
});

test("what can't be checked is answered with the reason", async () => {
  const deep = `type Query { a: ${"[".repeat(20_000)}Int${"]".repeat(20_000)} }`;
  const { answer } = await check(deep);
  expect(answer.errors).toEqual([{ message: "The schema is nested too deeply to be checked." }]);
});

test.each([
  ["no JSON", "{"],
  ["no request", "[]"],
  ["too deep a request", JSON.stringify({ query: `{${"a{".repeat(5_000)}` })],
  ["no such field", JSON.stringify({ query: "{ secrets }" })],
])("%s is a refusal of GraphQL, which Rover does not repeat", async (_, body) => {
  const { status, answer } = await send(body);
  expect([status, answer.errors?.length]).toEqual([200, 1]);
});

test("a client without a key, or with another graph's key, learns nothing", async () => {
  const query = `query ($g: ID!) { graph(id: $g) { variants { name } } }`;
  const wrong = await send(JSON.stringify({ query, variables: { g: GRAPH } }), newKeyText(GRAPH));
  expect(wrong).toEqual({ status: 200, answer: { data: null, errors: [{ message: "406: Not Acceptable" }] } });
  expect((await ask(query, { g: "other" })).answer).toEqual({ data: { graph: null } });
});

test(`${SUBGRAPHS} subgraphs are checked within five seconds of CPU`, async () => {
  for (let n = 0; n < SUBGRAPHS; n++)
    expect(
      (
        await publish(
          `s${n}`,
          `type Query { s${n}: T${n} } ${Array.from({ length: 10 }, (_, t) => `type T${n}${t === 0 ? "" : `x${t}`} { id: ID a: Int b: String }`).join(" ")}`,
        )
      ).answer.errors,
    ).toBeUndefined();
  const begun = process.cpuUsage();
  expect((await check(`type Query { ok: Int more: Int }`)).answer.errors).toBeUndefined();
  // Of all threads.
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1_000).toBeLessThan(5_000);
});

test("a key that earlier versions published opens nothing, also where it was accepted before", async () => {
  const text = "service:shop:operator-of-a-system-for-trying-it-out";
  const { url } = testDatabase;
  const database = await openDatabase({ url, entities, migrations, logger: createLogger("test", "silent") });
  try {
    for (const kind of ["write", "gateway"] as const) {
      const known = `${text}-${kind}`;
      await ensureKey(database, GRAPH, { name: kind, text: known, kind });
      expect(await findKey(database, known)).toBeUndefined();
      expect(await findKey(database, known, { acceptsPublishedKeys: true })).toMatchObject({ graphId: GRAPH, kind });
    }
  } finally {
    await database.close();
  }
  const { answer } = await send(JSON.stringify({ query: "{ __typename }" }), `${text}-write`);
  expect(answer.errors).toEqual([{ message: "406: Not Acceptable" }]);
  const headers = { authorization: `Basic ${Buffer.from(`:${text}-write`).toString("base64")}` };
  expect((await fetch(`${registry.url}/`, { headers })).status).toBe(401);
  const usage = { method: "POST", headers: { "x-api-key": `${text}-gateway` }, body: "{}" };
  expect((await fetch(`${registry.url}/usage`, usage)).status).toBe(401);
});
