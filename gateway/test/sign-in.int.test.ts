// Which access tokens are good, how often users is asked for its keys, and when answers require TLS.
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { once } from "node:events";
import { exportJWK, SignJWT } from "jose";
import { WebSocket } from "ws";
import { configForAny, type GatewayConfig } from "../config.ts";
import { startStand, type Stand } from "./harness.ts";

const { admission } = configForAny("", 0);
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const SDL = `type Query { name: String @authenticated @tag(name: "scope-orders-read") sessionViewers(sessionIds: [ID!]!, limited: Boolean! = false): [SessionViewer]! }
  type SessionViewer { userId: ID! staff: Boolean! verified: Boolean! proven: Boolean! memberships: [Membership!]! scopes: [String!] actor: Actor eventIds: [ID!] }
  type Actor { kind: String! id: ID! }
  type Membership { organizationId: ID! role: String! }`;
const JWKS = "/.well-known/jwks.json";

/** ID of what a person has allowed to an app. */
const GRANT = "grant:g";

let stand: Stand;
let fetched: number;
let isAway: boolean;
let hasEnded: boolean;
afterEach(() => stand.stop());

async function start(trustedProxies = 0, origins: Partial<GatewayConfig> = {}): Promise<void> {
  [fetched, isAway, hasEnded] = [0, false, false];
  const someone = { userId: "u", staff: false, verified: true, proven: false, memberships: [] };
  const resolvers = {
    Query: {
      name: () => "known",
      sessionViewers: (_: unknown, { sessionIds }: { sessionIds: string[] }) =>
        sessionIds.map((id) => (hasEnded ? null : id === GRANT ? { ...someone, scopes: ["orders:read"] } : someone)),
    },
  };
  stand = await startStand(
    { users: { sdl: SDL, resolvers } },
    {
      admission: { ...admission, trustedProxies },
      signer: { name: "gateway", key: generateKeyPairSync("ed25519").privateKey },
      // No Redis is there: notifications are lost, and each process counts for itself.
      redisUrl: "redis://127.0.0.1:9",
      ...origins,
    },
  );
  const keys = [{ ...(await exportJWK(publicKey)), kid: "k", alg: "EdDSA" }];
  stand.stubs.users!.get = (path) => {
    if (path !== JWKS) return undefined;
    fetched++;
    return isAway ? undefined : { keys };
  };
}

const token = (typ: string | undefined, key: KeyObject = privateKey, lifetime = "1m") =>
  new SignJWT({ sid: "s" })
    .setProtectedHeader({ alg: "EdDSA", kid: "k", ...(typ && { typ }) })
    .setIssuer("boxoffice-users")
    .setAudience("boxoffice")
    .setSubject("u")
    .setExpirationTime(lifetime)
    .sign(key);

async function answerTo(bearer: string): Promise<string> {
  const { body } = await stand.ask("{ name }", { headers: { authorization: `Bearer ${bearer}` } });
  return body.errors?.[0]!.extensions.code ?? String(body.data?.name);
}

test("a token that users signed is an access token only if its type says so", async () => {
  await start();
  expect(await answerTo(await token("at+jwt"))).toBe("known");
  for (const typ of ["JWT", "dpop+jwt", undefined]) expect(await answerTo(await token(typ))).toBe("UNAUTHENTICATED");
  const stranger = generateKeyPairSync("ed25519").privateKey;
  expect(await answerTo(await token("at+jwt", stranger))).toBe("UNAUTHENTICATED");
});

const [NOW, BEFORE] = ["https://tickets.example", "https://api.example"];
const API = "urn:boxoffice:graph";

/** A token of an app. */
const appToken = (issuer: string, audience: string | string[], sid = GRANT) =>
  new SignJWT({ sid, scope: "orders:read" })
    .setProtectedHeader({ alg: "EdDSA", kid: "k", typ: "at+jwt" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject("u")
    .setExpirationTime("1m")
    .sign(privateKey);

test("tokens of apps are good if the issuer is the pages' origin or one of before, and the audience is the API", async () => {
  await start(0, { publicUrl: NOW, formerPublicUrls: [BEFORE, "http://localhost:4000"] });
  for (const origin of [NOW, BEFORE, "http://localhost:4000"]) {
    const issuer = `${origin}/oidc`;
    expect([issuer, await answerTo(await appToken(issuer, API))]).toEqual([issuer, "known"]);
    for (const audience of ["boxoffice", "app-1", [API, "app-1"]])
      expect([issuer, audience, await answerTo(await appToken(issuer, audience))]).toEqual([
        issuer,
        audience,
        "UNAUTHENTICATED",
      ]);
    // The ID of a session of a person, not of an app.
    expect(await answerTo(await appToken(issuer, API, "s"))).toBe("UNAUTHENTICATED");
  }
  for (const issuer of [BEFORE, `${BEFORE}/oidc/`, "https://evil.example/oidc", "http://localhost:4001/oidc"])
    expect([issuer, await answerTo(await appToken(issuer, API))]).toEqual([issuer, "UNAUTHENTICATED"]);
  expect(await answerTo(await appToken("boxoffice-users", API))).toBe("UNAUTHENTICATED");
});

test("an issuer of before is unknown to a gateway that has not been told of it", async () => {
  await start(0, { publicUrl: NOW });
  expect(await answerTo(await appToken(`${NOW}/oidc`, API))).toBe("known");
  expect(await answerTo(await appToken(`${BEFORE}/oidc`, API))).toBe("UNAUTHENTICATED");
});

test("without PUBLIC_URL there are no apps, so origins of before have none either", async () => {
  await start(0, { formerPublicUrls: [BEFORE] });
  expect(await answerTo(await appToken(`${BEFORE}/oidc`, API))).toBe("UNAUTHENTICATED");
  expect(await answerTo(await token("at+jwt"))).toBe("known");
});

test("the keys of users are fetched once for concurrent requests and for a minute, and again after a failure", async () => {
  await start();
  const ask = async () => {
    const { status, headers } = await fetch(new URL(JWKS, stand.url));
    return `${status} ${headers.get("cache-control")}`;
  };
  const crowd = () => Promise.all(Array.from({ length: 20 }, ask));
  isAway = true;
  expect(new Set(await crowd())).toEqual(new Set(["503 null"]));
  const whileAway = fetched;
  isAway = false;
  expect(new Set([...(await crowd()), ...(await crowd())])).toEqual(new Set(["200 public, max-age=60"]));
  expect(fetched).toBe(whileAway + 1);
});

/** A socket that is initialised with the headers. */
async function openSocket(headers: Record<string, string>) {
  const socket = new WebSocket(stand.url.replace("http", "ws"), "graphql-transport-ws", { headers });
  await once(socket, "open");
  const answered = async (message: string): Promise<string> => {
    const answer = once(socket, "message");
    socket.send(message);
    return String((await answer)[0]);
  };
  expect(await answered(`{"type":"connection_init"}`)).toContain("connection_ack");
  return {
    socket,
    ask: (id: string) => answered(`{"id":"${id}","type":"subscribe","payload":{"query":"{ name }"}}`),
  };
}

test("a socket that a cookie opened lasts as long as the session; one with a header only as long as its token", async () => {
  await start();
  const short = await token("at+jwt", privateKey, "2s");
  const [byCookie, byHeader] = await Promise.all([
    openSocket({ cookie: `session=${short}` }),
    openSocket({ authorization: `Bearer ${short}` }),
  ]);
  expect(((await once(byHeader.socket, "close")) as [number])[0]).toBe(4403);
  expect(await answerTo(short)).toBe("UNAUTHENTICATED");
  expect(await byCookie.ask("1")).toContain("known");
  hasEnded = true;
  expect(((await once(byCookie.socket, "close")) as [number])[0]).toBe(4403);
});

test.each([
  [1, "https", "max-age=31536000"],
  [1, "http", null],
  // Without a trusted proxy any client can send this header.
  [0, "https", null],
])(
  "behind %i proxies a request by %s is answered with Strict-Transport-Security: %s",
  async (proxies, protocol, expected) => {
    await start(proxies);
    const { headers } = await stand.ask("{ __typename }", { headers: { "x-forwarded-proto": protocol } });
    expect(headers.get("strict-transport-security")).toBe(expected);
  },
);
