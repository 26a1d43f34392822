// A shop of two subgraphs, published with the real Rover to a registry, and gateways that follow what is published.
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { configForAny } from "../../gateway/config.ts";
import { startGateway, type RunningGateway } from "../../gateway/gateway.ts";
import { LINK, startStand, type Stand } from "../../gateway/test/harness.ts";
import { REF, startRegistryStand, type RegistryStand } from "./harness.ts";

/** Gateways begin with a supergraph of a file that knows nothing of what is published here. */
export let oldFile: string;

export let tick: (() => void) | undefined;
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
export const MORE = GOODS.replace("name: String", `name: String "New." weight: Int`);
export const PRICES = `extend type Good @key(fields: "id") { id: ID! "To pay." price: Int }`;
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

export let registry: RegistryStand;
let stand: Stand;
const gateways: RunningGateway[] = [];

export const publish = async (name: string, sdl: string, ...at: string[]) => {
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
export const access = (graphRef = REF) => ({
  url: registry.url,
  key: registry.keys.gateway,
  graphRef,
  subgraphHosts: { endpoints: new Set<string>(), loopback: true },
});
export async function startAt(graphRef: string, url = registry.url): Promise<RunningGateway> {
  const config = configForAny(oldFile, 0);
  const gateway = await startGateway({
    ...config,
    logLevel: "silent",
    playground: false,
    registry: { ...access(graphRef), url },
  });
  gateways.push(gateway);
  return gateway;
}
export async function ask({ url }: { url: string }, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: Record<string, never>; errors?: { message: string }[] };
}

export async function startShop(): Promise<void> {
  registry = await startRegistryStand();
  const old = { name: "old", url: "http://127.0.0.1:9", typeDefs: parse(`${LINK} type Query { old: Int }`) };
  oldFile = registry.file(composeServices([old]).supergraphSdl!);
  stand = await startStand({ goods, prices });
  await publish("goods", GOODS);
  await publish("prices", PRICES);
}

export async function stopShop(): Promise<void> {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.stop()));
  await stand.stop();
  await registry.stop();
}
