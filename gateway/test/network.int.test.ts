// What a subgraph learns about the network of a request.
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
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
const open: Stand[] = [];
async function start(proxyAddresses: string[]): Promise<Stand> {
  const admission = { ...configForAny("", 0).admission, trustedProxies: 1 };
  const redisPrefix = `network-${process.pid}`;
  open.push(await startStand({ users }, { signer, redisUrl, redisPrefix, admission, proxyAddresses }));
  return open.at(-1)!;
}
beforeAll(async () => {
  stand = await start([]);
});
afterAll(() => Promise.all(open.map((one) => one.stop())));

const lastNetwork = () => networkIn(stand.stubs.users!.asked.at(-1)!.authorization);

/** @param localAddress where the connection comes from */
async function overHttp(query: string, address: string, accept = "application/json", localAddress = "127.0.0.1") {
  const headers = { "content-type": "application/json", "x-forwarded-for": address, accept };
  const sent = request(stand.url, { method: "POST", headers, family: 4, localAddress }).end(JSON.stringify({ query }));
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  await text(answer);
  return lastNetwork();
}

async function overSocket(query: string, address: string, localAddress = "127.0.0.1") {
  class From extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: { "x-forwarded-for": address }, family: 4, localAddress });
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

test("with addresses of proxies, a forged address counts neither over HTTP nor over WebSocket", async () => {
  const anyPeer = stand;
  const mutation = "mutation { set { id } }";
  const [visitor, own] = [await overHttp(mutation, "192.0.2.1"), await overHttp(mutation, "127.0.0.9")];
  expect(visitor).not.toBe(own);
  stand = await start(["127.0.0.2", "storefront.invalid"]);
  try {
    // From the proxy.
    expect(await overHttp(mutation, "192.0.2.1", "application/json", "127.0.0.2")).toBe(visitor);
    expect(await overHttp(mutation, "192.0.2.1", "text/event-stream", "127.0.0.2")).toBe(visitor);
    expect(await overSocket(mutation, "192.0.2.1", "127.0.0.2")).toBe(visitor);
    // From anybody else.
    for (const other of ["127.0.0.1", "127.0.0.3"]) {
      expect(await overHttp(mutation, "192.0.2.1", "application/json", other)).toBe(own);
      expect(await overHttp(mutation, "192.0.2.1", "text/event-stream", other)).toBe(own);
      expect(await overSocket(mutation, "192.0.2.1", other)).toBe(own);
    }
  } finally {
    stand = anyPeer;
  }
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
