// What is published reaches gateways that run, with the real Rover between them.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { until } from "../../testkit/until.ts";
import { GRAPH, REF } from "./harness.ts";
import { ask, MORE, PRICES, publish, registry, startAt, startShop, stopShop, tick } from "./shop.ts";

beforeAll(startShop);
afterAll(stopShop);

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
      await delay(10);
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
  await until(() => received.length > 3 && asked > 3, "both continue");

  expect((await ask(gateway, `{ good(id: "1") { weight } }`)).errors?.[0]?.message).toMatch(/weight/);
  await publish("goods", MORE);
  await until(async () => (await ask(gateway, `{ good(id: "1") { weight } }`)).errors === undefined, "live");

  const [askedThen, heardThen] = [asked, received.length];
  await until(() => asked > askedThen + 20 && received.length > heardThen + 20, "both still continue");
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
])("a supergraph that %s is refused as a whole, and the previous one stays", async (_, at) => {
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
