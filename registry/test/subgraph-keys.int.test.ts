// A key for some subgraphs: what it may publish, and what it may not do to the others.
import { createTestDatabase, type TestDatabase } from "../../testkit/databases.ts";
import { serversOfThisRun } from "../../testkit/supergraph.ts";
import { openDatabase, type Database } from "../../platform/postgres/database.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { ensureKey, newKeyText } from "../keys.ts";
import { entities } from "../entities.ts";
import { migrations } from "../migrations.ts";
import { startRegistry, type RunningRegistry } from "../server.ts";
import { subgraphsOf } from "../store.ts";

const GRAPH = "shop";
const [OWNER, PARTNER, READER] = [newKeyText(GRAPH), newKeyText(GRAPH), newKeyText(GRAPH)];
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])\n`;
const OVERRIDE = `${LINK}type Query { ticketKey: String @override(from: "orders") }`;
const REVIEWS = `${LINK}type Query { reviews: Int }`;

let testDatabase: TestDatabase;
let database: Database;
let registry: RunningRegistry;
beforeAll(async () => {
  testDatabase = await createTestDatabase(serversOfThisRun().adminUrl, { name: "registry", migrations, entities });
  const { url } = testDatabase;
  const logger = createLogger("test", "silent");
  database = await openDatabase({ url, entities, migrations, logger });
  registry = await startRegistry({
    host: "127.0.0.1",
    port: 0,
    databaseUrl: url,
    graphId: GRAPH,
    keys: [{ name: "operator", text: OWNER, kind: "write" as const }],
    usageDays: 30,
    publicUrl: null,
    logLevel: "silent",
  });
  await ensureKey(database, GRAPH, { name: "partner", text: PARTNER, kind: "write", subgraphs: ["reviews"] });
  await ensureKey(database, GRAPH, { name: "reader", text: READER, kind: "read" });
  await publish(OWNER, "orders", `${LINK}type Query { ticketKey: String orders: Int }`);
  expect(await publish(PARTNER, "reviews", REVIEWS)).toEqual([]);
});
afterAll(async () => {
  await registry.stop();
  await database.close();
  await testDatabase.drop();
});

/** What went wrong. */
async function ask(key: string, mutation: string): Promise<string[]> {
  const response = await fetch(`${registry.url}/`, {
    method: "POST",
    headers: { "x-api-key": key },
    body: JSON.stringify({ query: `mutation { graph(id: "${GRAPH}") { ${mutation} } }` }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { message: string }[] };
  return errors.map(({ message }) => message);
}

const publish = (key: string, name: string, sdl: string, variant = "current") =>
  ask(
    key,
    `publishSubgraph(name: "${name}", url: "https://${name}.example/", revision: "", activePartialSchema: { sdl: ${JSON.stringify(sdl)} }, graphVariant: "${variant}") { errors { message } }`,
  );
const inForce = async () =>
  (await subgraphsOf(database.read(), { graphId: GRAPH, variant: "current" })).map(({ name, url, sdl }) => [
    name,
    url,
    sdl,
  ]);

test.each([
  ["publish another subgraph", () => publish(PARTNER, "orders", REVIEWS), /can't change orders/],
  ["take a field over", () => publish(PARTNER, "reviews", OVERRIDE), /TAKEN_OVER: Query.ticketKey/],
  ["publish what does not compose", () => publish(PARTNER, "reviews", "type Query { a: Nothing }"), /Nothing/],
  ["make a variant", () => publish(PARTNER, "reviews", REVIEWS, "mine"), /The variant mine does not exist/],
  [
    "delete another subgraph",
    () =>
      ask(
        PARTNER,
        `removeImplementingServiceAndTriggerComposition(graphVariant: "current", name: "orders", dryRun: false) { didExist }`,
      ),
    /can't change orders/,
  ],
  [
    "delete the variant",
    () => ask(PARTNER, `variant(name: "current") { delete { deleted } }`),
    /a key of the whole graph/,
  ],
  [
    "make a contract",
    () =>
      ask(
        PARTNER,
        `upsertContractVariant(contractVariantName: "open", sourceVariant: "current", filterConfig: { include: [], exclude: [], hideUnreachableTypes: false }) { __typename }`,
      ),
    /a key of the whole graph/,
  ],
])("a key for one subgraph can't %s", async (_, attempt, message) => {
  const before = await inForce();
  expect((await attempt()).join("\n")).toMatch(message);
  expect(await inForce()).toEqual(before);
});

test("a key of the whole graph agrees to an override by publishing it; from then on the partner's own key may keep it", async () => {
  expect(await publish(OWNER, "reviews", OVERRIDE)).toEqual([]);
  expect(await publish(PARTNER, "reviews", OVERRIDE.replace("type Query {", "type Query { more: Int"))).toEqual([]);
  expect(await publish(OWNER, "reviews", REVIEWS)).toEqual([]);
});
