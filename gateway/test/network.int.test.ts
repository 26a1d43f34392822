// What a subgraph learns about the network of a request.
import { generateKeyPairSync } from "node:crypto";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { configForAny } from "../config.ts";
import { createIdentity } from "../identity/identity.ts";
import { startStand, type Stand } from "./harness.ts";
import { bearer, createVerifier } from "../../platform/identity/identity.ts";
import { connectNotifier } from "../../platform/redis/pubsub.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { createServiceClient } from "../../platform/http/service-client.ts";
import { serversOfThisRun } from "../../testkit/supergraph.ts";

const { redisUrl } = serversOfThisRun();
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const signer = { name: "gateway", key: privateKey };
const keys = [{ ...publicKey.export({ format: "jwk" }), kid: "gateway", alg: "EdDSA", use: "sig" }];
const verify = createVerifier("users", { keys });
const networkIn = async (authorization: string | undefined) => {
  const caller = await verify(bearer(authorization));
  if (caller.kind !== "gateway") throw new Error("Not signed by the gateway.");
  return caller.network;
};

const users = {
  sdl: `type Query { hello: String } type Mutation { set: Thing } type Thing { id: ID! }`,
  resolvers: { Query: { hello: () => "hello" }, Mutation: { set: () => ({ id: "1" }) } },
};

let stand: Stand;
beforeAll(async () => {
  const admission = { ...configForAny("", 0).admission, trustedProxies: 1 };
  stand = await startStand({ users }, { signer, redisUrl, redisPrefix: `network-${process.pid}`, admission });
});
afterAll(() => stand.stop());

const lastNetwork = () => networkIn(stand.stubs.users!.asked.at(-1)!.authorization);

async function overHttp(query: string, address: string, accept = "application/json") {
  const headers = { "content-type": "application/json", "x-forwarded-for": address, accept };
  const answer = await fetch(stand.url, { method: "POST", headers, body: JSON.stringify({ query }) });
  await answer.text();
  return lastNetwork();
}

async function overSocket(query: string, address: string) {
  class From extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: { "x-forwarded-for": address } });
    }
  }
  const client = createClient({ url: stand.url.replace("http", "ws"), webSocketImpl: From });
  for await (const { errors } of client.iterate({ query })) if (errors) throw new Error(errors[0]!.message);
  await client.dispose();
  return lastNetwork();
}

test("a mutation tells its client's network, the same over each transport, and another one for another network", async () => {
  const mutation = "mutation { set { id } }";
  const one = await overHttp(mutation, "192.0.2.1");
  expect(one).toMatch(/^[\w-]{22}$/);
  expect(await overHttp(mutation, "192.0.2.200")).toBe(one);
  expect(await overHttp(mutation, "192.0.2.1", "text/event-stream")).toBe(one);
  expect(await overSocket(mutation, "192.0.2.1")).toBe(one);
  const another = await overHttp(mutation, "2001:db8::1");
  expect([await overSocket(mutation, "2001:db8::2"), await overHttp(mutation, "2001:db8:0:1::1")]).toEqual([
    another,
    expect.not.stringMatching(another!),
  ]);
  expect(another).not.toBe(one);
});

test("a query names no network, so that anonymous answers can still be shared", async () => {
  expect(await overHttp("{ hello }", "192.0.2.1")).toBeUndefined();
  expect(await overSocket("{ hello }", "192.0.2.1")).toBeUndefined();
});

test("a token that is used again is of the same viewer and the same network", async () => {
  const notifier = connectNotifier(redisUrl, "network", createLogger("gateway", "silent"));
  const client = createServiceClient({ signer, subgraph: "users", url: stand.stubs.users!.url });
  const identity = createIdentity({
    usersUrl: stand.stubs.users!.url,
    users: client,
    signer,
    notifier,
    admitKey: () => {},
    publicUrls: [],
  });
  const viewer = { userId: "u", sessionId: "s", staff: false, verified: true, memberships: {} };
  const headers = async (...args: Parameters<typeof identity.headersFor>) => (await identity.headersFor(...args))[1];
  try {
    for (const who of [viewer, null]) {
      const first = await headers("users", who, "192.0.2.1");
      expect(await headers("users", who, "192.0.2.9")).toBe(first);
      const others = [await headers("users", who), await headers("users", who, "198.51.100.1")];
      expect(new Set([first, ...others]).size).toBe(3);
      expect(await networkIn(others[0])).toBeUndefined();
      expect(await networkIn(others[1])).not.toBe(await networkIn(first));
      expect(await verify(bearer(first))).toMatchObject({ viewer: who });
    }
  } finally {
    identity.stop();
    await client.stop();
    await notifier.stop();
  }
});
