// Gateways that ask the registry to wait until there is something new, rather than to be told that there is not.
import { ensureKey, listKeys, newKeyText, revokeKey } from "../keys.ts";
import { startRegistry, type RunningRegistry } from "../server.ts";
import { GRAPH, REF, startRegistryStand, type RegistryStand } from "./harness.ts";

const QUERY = `query ($apiKey: String!, $ref: String!, $ifAfterId: ID) {
  routerConfig(ref: $ref, apiKey: $apiKey, ifAfterId: $ifAfterId) { __typename }
}`;

interface RouterConfig {
  __typename: string;
  id?: string;
  code?: string;
  supergraphSdl?: string;
}

let stand: RegistryStand;
let fields = 0;
/** Each time another one. */
const publish = () => stand.publish("goods", `type Query { field${(fields += 1)}: Int }`);

beforeAll(async () => {
  stand = await startRegistryStand();
  await publish();
});
afterAll(() => stand.stop());

async function ask(
  ifAfterId: string | null,
  waitSeconds: number | undefined,
  { url = stand.url, apiKey = stand.keys.gateway } = {},
): Promise<RouterConfig> {
  const response = await fetch(`${url}/uplink`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(waitSeconds !== undefined && { prefer: `wait=${waitSeconds}` }),
    },
    body: JSON.stringify({ query: QUERY, variables: { apiKey, ref: REF, ifAfterId } }),
  });
  return ((await response.json()) as { data: { routerConfig: RouterConfig } }).data.routerConfig;
}
const idInForce = async () => (await ask(null, undefined)).id!;

async function timed<T>(work: Promise<T>): Promise<{ answer: T; seconds: number }> {
  const begun = performance.now();
  const answer = await work;
  return { answer, seconds: (performance.now() - begun) / 1_000 };
}

test("who waits hears of something new, and of nothing once the time is over", async () => {
  const id = await idInForce();
  const { answer, seconds } = await timed(ask(id, 1));
  expect(answer).toMatchObject({ __typename: "Unchanged", id });
  expect(seconds).toBeGreaterThanOrEqual(1);
  const waiting = timed(ask(id, 30));
  await publish();
  const received = await waiting;
  expect(received.answer).toMatchObject({
    __typename: "RouterConfigResult",
    supergraphSdl: expect.stringContaining(`field${fields}`),
  });
  expect(received.seconds).toBeLessThan(25);
});

test("who does not ask to wait, or has something else, is answered at once", async () => {
  const id = await idInForce();
  expect(await ask(id, undefined)).toMatchObject({ __typename: "Unchanged" });
  expect(await ask(id, 0)).toMatchObject({ __typename: "Unchanged" });
  expect(await ask("something else", 30)).toMatchObject({ __typename: "RouterConfigResult", id });
  expect(await ask(null, 30)).toMatchObject({ __typename: "RouterConfigResult", id });
});

test("what another process of the registry publishes is heard of too", async () => {
  const other: RunningRegistry = await startRegistry({
    host: "127.0.0.1",
    port: 0,
    databaseUrl: stand.databaseUrl,
    graphId: GRAPH,
    keys: [],
    usageDays: 30,
    publicUrl: null,
    logLevel: "silent",
  });
  const waiting = ask(await idInForce(), 30, { url: other.url });
  await publish();
  expect(await waiting).toMatchObject({ __typename: "RouterConfigResult" });
  await other.stop();
});

test("a key that is revoked while its gateway waits gets nothing new", async () => {
  const text = newKeyText(GRAPH);
  await ensureKey(stand.database, GRAPH, { name: "leaving", text, kind: "gateway" });
  const waiting = ask(await idInForce(), 30, { apiKey: text });
  const key = (await listKeys(stand.database)).find(({ name }) => name === "leaving");
  expect(await revokeKey(stand.database, key!.id)).toBe(true);
  await publish();
  expect(await waiting).toMatchObject({ __typename: "FetchError", code: "AUTHENTICATION_FAILED" });
});

test("a registry that stops answers who waits first", async () => {
  const id = await idInForce();
  const waiting = ask(id, 30);
  // Asked after it, on the same registry: so it has arrived.
  await ask(id, 0);
  const { seconds } = await timed(stand.restart());
  expect(seconds).toBeLessThan(5);
  expect(await waiting).toMatchObject({ __typename: "Unchanged", id });
});
