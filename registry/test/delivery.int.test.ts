// What is published reaches gateways that run, and what gateways see weighs what is published: with the real Rover between them.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { ROOT } from "../../operations/topology.ts";
import { until } from "../../testkit/until.ts";
import { configForAny } from "../../gateway/config.ts";
import { startGateway, type RunningGateway } from "../../gateway/gateway.ts";
import { LINK, startStand, type Stand } from "../../gateway/test/harness.ts";
import { rawSql, rows } from "../../platform/postgres/sql.ts";
import { addUsage, forgetUsage } from "../operations.ts";
import { GRAPH, REF, startRegistryStand, type RegistryStand } from "./harness.ts";

/** Gateways begin with a supergraph of a file that knows nothing of what is published here. */
const OLD_FILE = path.join(ROOT, "schema", "supergraph.graphql");

let tick: (() => void) | undefined;
async function* ticks(): AsyncGenerator<{ tick: { n: number } }> {
  for (let n = 1; ; n++) {
    await new Promise<void>((resolve) => (tick = resolve));
    yield { tick: { n } };
  }
}

const GOODS = `
  "Something to buy."
  type Good @key(fields: "id") @tag(name: "public") { "Stays the same." id: ID! "On the label." name: String "For us." margin: Int @tag(name: "own") }
  type Query { "One of them." good(id: ID!): Good @tag(name: "public") "Ours." stock: Int }
  "Counted." type Tick { "How many." n: Int }
  type Subscription { "Counts." tick: Tick @tag(name: "shared-feed") }`;
const MORE = GOODS.replace("name: String", `name: String "New." weight: Int`);
const PRICES = `extend type Good @key(fields: "id") { id: ID! "To pay." price: Int }`;
const goods = {
  sdl: MORE,
  resolvers: {
    Query: {
      good: (_: unknown, { id }: { id: string }) => ({ id, name: "lamp", weight: 3, margin: 1 }),
      stock: () => 5,
    },
    Subscription: { tick: { subscribe: ticks } },
  },
};
const prices = {
  sdl: PRICES,
  resolvers: { Good: { __resolveReference: ({ id }: { id: string }) => ({ id, price: 7 }) } },
};

let registry: RegistryStand;
let stand: Stand;
const gateways: RunningGateway[] = [];

const publish = async (name: string, sdl: string, ...at: string[]) => {
  const args = [
    "subgraph",
    "publish",
    REF,
    "--name",
    name,
    "--schema",
    registry.file(LINK + sdl),
    ...(at.length > 0 ? at : ["--routing-url", stand.stubs[name]!.url]),
  ];
  const { code, err } = await registry.rover(args);
  if (code !== 0) throw new Error(err);
  return err;
};
const access = (graphRef = REF) => ({
  url: registry.url,
  key: registry.keys.gateway,
  graphRef,
  subgraphHosts: { endpoints: new Set<string>(), loopback: true },
});
async function startAt(graphRef: string, url = registry.url): Promise<RunningGateway> {
  const config = configForAny(OLD_FILE, 0);
  const gateway = await startGateway({
    ...config,
    logLevel: "silent",
    playground: false,
    registry: { ...access(graphRef), url },
  });
  gateways.push(gateway);
  return gateway;
}
async function ask({ url }: { url: string }, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: Record<string, never>; errors?: { message: string }[] };
}

beforeAll(async () => {
  registry = await startRegistryStand();
  stand = await startStand({ goods, prices });
  await publish("goods", GOODS);
  await publish("prices", PRICES);
});
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await stand.stop();
  await registry.stop();
});

test("a publish that composes becomes live, and drops no operation and no message", async () => {
  const gateway = await startAt(REF);
  const WHOLE = `{ good(id: "1") { name price } }`;
  const answers = new Set<string>();
  let asked = 0;
  let isAsking = true;
  const asking = Array.from({ length: 4 }, async () => {
    while (isAsking) {
      asked += 1;
      answers.add(JSON.stringify(await ask(gateway, WHOLE)));
    }
  });
  const client = createClient({ url: gateway.url.replace("http", "ws"), webSocketImpl: WebSocket, retryAttempts: 0 });
  const received: number[] = [];
  let ended: unknown;
  const stop = client.subscribe<{ tick: { n: number } }>(
    { query: "subscription { tick { n } }" },
    {
      next: ({ data }) => void received.push(data!.tick.n),
      error: (error) => (ended = error),
      complete: () => (ended = "complete"),
    },
  );
  await until(() => tick !== undefined, "followed");
  const ticking = setInterval(() => tick?.(), 5);
  await until(() => received.length > 3 && asked > 3, "both go on");

  expect((await ask(gateway, `{ good(id: "1") { weight } }`)).errors?.[0]?.message).toMatch(/weight/);
  await publish("goods", MORE);
  await until(async () => (await ask(gateway, `{ good(id: "1") { weight } }`)).errors === undefined, "live");

  const [askedThen, heardThen] = [asked, received.length];
  await until(() => asked > askedThen + 20 && received.length > heardThen + 20, "both still go on");
  isAsking = false;
  clearInterval(ticking);
  await Promise.all(asking);
  expect([...answers]).toEqual([`{"data":{"good":{"name":"lamp","price":7}}}`]);
  expect(received).toEqual(received.map((_, index) => index + 1));
  expect(ended).toBeUndefined();
  stop();
  await client.dispose();
});

test("what does not compose never reaches a gateway, and the next that does is not held up by it", async () => {
  const gateway = await startAt(REF);
  expect(await publish("prices", PRICES.replace("price: Int", "price: Nothing"))).toMatch(/WARN[^]*Nothing/);
  await publish("goods", MORE.replace("stock: Int", `stock: Int "Also new." later: Int`));
  // Published after what is broken, so that it has to wait for that to be mended.
  await publish("prices", PRICES.replace("price: Int", `price: Int "Added." discount: Int`));
  await until(async () => (await ask(gateway, "{ later stock }")).errors === undefined, "live again");
  expect((await ask(gateway, `{ good(id: "1") { price discount } }`)).errors).toBeUndefined();
  await publish("prices", PRICES);
});

test.each([
  ["names a host that the gateway may not ask", ["--routing-url", "https://attacker.example/"]],
  ["has no URL for a subgraph", ["--no-url"]],
])("a supergraph that %s is refused as a whole, and the one before goes on", async (_, at) => {
  await publish("prices", PRICES);
  const gateway = await startAt(REF);
  const look = async (page: string) => (await fetch(new URL(page, gateway.url))).text();
  const refused = async () =>
    Number(/^graphql_supergraphs_total{outcome="refused".*} (\d+)/m.exec(await look("/metrics"))?.[1] ?? 0);
  const isNew = async () => (JSON.parse(await look("/health/ready")) as { supergraph: boolean }).supergraph;
  expect([await refused(), await isNew()]).toEqual([0, true]);
  await publish("prices", PRICES.replace("price: Int", `price: Int "New." rebate: Int`), ...at);
  await until(async () => (await refused()) === 1, "refused");
  expect(await isNew()).toBe(false);
  expect((await fetch(new URL("/health/ready", gateway.url))).status).toBe(200);
  expect((await ask(gateway, `{ good(id: "1") { price } }`)).data).toEqual({ good: { price: 7 } });
  expect((await ask(gateway, `{ good(id: "1") { rebate } }`)).errors?.[0]?.message).toMatch(/rebate/);
  await publish("prices", PRICES.replace("price: Int", `price: Int "New." rebate: Int`));
  await until(isNew, "taken");
  expect((await ask(gateway, `{ good(id: "1") { rebate } }`)).errors).toBeUndefined();
});

test("a description can't move a subgraph", async () => {
  const gateway = await startAt(REF);
  const elsewhere = `"""@join__graph(name: "goods", url: "http://127.0.0.1:9/")"""`;
  await publish("prices", `${elsewhere} type Zone { "x" a: Int } ${PRICES} extend type Query { "Added." zone: Zone }`);
  const zone = async () => JSON.stringify((await ask(gateway, `{ __type(name: "Zone") { name } }`)).data);
  await until(async () => (await zone()).includes("Zone"), "live");
  expect((await ask(gateway, `{ good(id: "1") { name price } }`)).data).toEqual({ good: { name: "lamp", price: 7 } });
  await publish("prices", PRICES);
});

test("a registry that is away costs a gateway nothing, and is heard again when it is back", async () => {
  const gateway = await startAt(REF);
  await registry.restart();
  expect((await ask(gateway, `{ good(id: "1") { price } }`)).data).toEqual({ good: { price: 7 } });
  await publish("goods", MORE.replace("stock: Int", `stock: Int "After it was away." returned: Int`));
  await until(async () => (await ask(gateway, "{ returned }")).errors === undefined, "heard again");
});

test.each([
  ["is away", async () => "http://127.0.0.1:9"],
  ["does not answer", () => silence()],
])("a gateway that starts while the registry %s serves what its file says", async (_, at) => {
  const gateway = await startAt(REF, await at());
  const { data } = await ask(gateway, "{ __schema { queryType { name } } }");
  expect(data).toEqual({ __schema: { queryType: { name: "Query" } } });
});

let silent: Server | undefined;
async function silence(): Promise<string> {
  silent = createServer(() => {});
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  return `http://127.0.0.1:${(silent.address() as { port: number }).port}`;
}
afterAll(() => {
  silent?.closeAllConnections();
  silent?.close();
});

test("a contract is served at its own endpoint: what it hides is there for nobody", async () => {
  const args = [
    "--source-variant",
    "current",
    "--include-tag",
    "public",
    "--exclude-tag",
    "own",
    "--hide-unreachable-types",
  ];
  expect((await registry.rover(["contract", "publish", `${GRAPH}@public`, ...args])).code).toBe(0);
  const gateway = await startAt(`${GRAPH}@public`);
  expect((await ask(gateway, `{ good(id: "1") { id name weight } }`)).data).toEqual({
    good: { id: "1", name: "lamp", weight: 3 },
  });
  for (const hidden of ["{ stock }", `{ good(id: "1") { margin } }`, "subscription { tick { n } }"])
    expect((await ask(gateway, hidden)).data).toBeUndefined();
  const { data } = await ask(gateway, `{ __type(name: "Good") { fields { name } } }`);
  expect(JSON.stringify(data)).not.toMatch(/margin/);
});

describe("what gateways see", () => {
  const SEEN = `query Label { good(id: "a secret that a client has written") { name } }`;
  const check = (sdl: string, ...more: string[]) =>
    registry.rover(["subgraph", "check", REF, "--name", "goods", "--schema", registry.file(LINK + sdl), ...more]);

  test("is counted without values, and weighs changes as Rover says", async () => {
    await publish("goods", MORE);
    const gateway = await startGateway({
      ...configForAny(OLD_FILE, 0),
      logLevel: "silent",
      registry: access(),
    });
    for (let n = 0; n < 3; n++) await ask(gateway, SEEN, { "apollographql-client-name": "web" });
    await ask(gateway, `query Broken { nothing }`);
    // What is left to be reported is reported at the end.
    await gateway.stop();
    const kept = await rows(
      registry.database.read(),
      rawSql(
        `select name, body, client, requests::int from seen_operation join operation_use on operation_id = seen_operation.id where name = 'Label'`,
      ),
    );
    expect(kept).toEqual([{ name: "Label", body: `query Label{good(id:""){name}}`, client: "web", requests: 3 }]);
    expect(await rows(registry.database.read(), rawSql(`select 1 from seen_operation where name = 'Broken'`))).toEqual(
      [],
    );

    const withoutName = MORE.replace(`"On the label." name: String`, "");
    const broken = await check(withoutName);
    expect([broken.code, broken.out + broken.err]).toEqual([1, expect.stringMatching(/used by[^]*Label/)]);
    // What is asked less than it would count for; and what nobody asks for.
    expect((await check(withoutName, "--query-count-threshold", "1000000")).out).not.toMatch(/Label/);
    expect((await check(MORE.replace(`"For us." margin: Int @tag(name: "own")`, ""))).code).toBe(0);
  });

  const report = (body: object, key = registry.keys.gateway) =>
    fetch(`${registry.url}/usage`, { method: "POST", headers: { "x-api-key": key }, body: JSON.stringify(body) });
  const once = {
    id: "0199c0de-0000-7000-8000-000000000001",
    ref: REF,
    operations: [{ name: "Twice", body: "query Twice{stock}", client: "", requests: 4 }],
  };

  test("counts once however often it is reported", async () => {
    expect((await Promise.all([report(once), report(once), report(once)])).map(({ status }) => status)).toEqual([
      200, 200, 200,
    ]);
    const kept = await rows(
      registry.database.read(),
      rawSql(
        `select requests::int from seen_operation join operation_use on operation_id = seen_operation.id where name = 'Twice'`,
      ),
    );
    expect(kept).toEqual([{ requests: 4 }]);
  });

  test("weighs as long as Rover or the registry says, and is forgotten then", async () => {
    await report({
      id: "0199c0de-0000-7000-8000-000000000002",
      ref: REF,
      operations: [{ name: "Once", body: "query Once{later}", client: "", requests: 1 }],
    });
    await publish("goods", MORE.replace("stock: Int", `stock: Int "Asked for once." later: Int`));
    const session = registry.database.read();
    const age = (days: number) =>
      rows(
        session,
        rawSql(
          `update operation_use set day = current_date - ${days} from seen_operation where operation_id = id and name = 'Once'`,
        ),
      );
    await age(10);
    expect((await check(MORE)).out).toMatch(/used by[^\n]*Once/);
    expect((await check(MORE, "--validation-period", "2d")).out).not.toMatch(/Once/);
    const isKept = async () =>
      (await rows(session, rawSql(`select 1 from seen_operation where name = 'Once'`))).length > 0;
    await forgetUsage(registry.database, 30);
    expect(await isKept()).toBe(true);
    await age(31);
    await forgetUsage(registry.database, 30);
    expect(await isKept()).toBe(false);
    expect((await check(MORE)).out).not.toMatch(/Once/);
  });

  test("is bounded: what is asked least makes room", async () => {
    const report = (from: number, requests: number) => ({
      id: randomUUID(),
      operations: Array.from({ length: 2_000 }, (_, n) => ({
        name: null,
        body: `{a${from + n}:stock}`,
        client: "",
        requests,
      })),
    });
    const ref = { graphId: GRAPH, variant: "current" };
    for (const [from, requests] of [
      [0, 1],
      [2_000, 2],
      [4_000, 3],
    ] as const)
      await registry.database.transaction((tx) => addUsage(tx, ref, report(from, requests)));
    await forgetUsage(registry.database, 30);
    const kept = await rows<{ count: number }>(
      registry.database.read(),
      rawSql(
        `select requests::int, count(*)::int from seen_operation join operation_use on operation_id = id where name is null and body like '{a%' group by 1 order by 1`,
      ),
    );
    expect(kept.slice(1)).toEqual([
      { requests: 2, count: 2_000 },
      { requests: 3, count: 2_000 },
    ]);
    expect(kept[0]!.count).toBeLessThan(1_001);
  });

  test.each([
    ["another key", once, "write", 401],
    ["another graph", { ...once, ref: "other@current" }, "gateway", 404],
    ["a variant that is none", { ...once, ref: `${GRAPH}@nowhere` }, "gateway", 404],
    ["nonsense", { ...once, operations: [{ requests: -1 }] }, "gateway", 400],
    ["no JSON", "{", "gateway", 400],
    ["more than is read", "x".repeat(2_000_001), "gateway", 413],
  ] as const)("is not taken with %s", async (_, body, key, status) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const headers = { "x-api-key": registry.keys[key] };
    expect((await fetch(`${registry.url}/usage`, { method: "POST", headers, body: text })).status).toBe(status);
  });
});
