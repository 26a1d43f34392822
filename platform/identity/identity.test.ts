import { generateKeyPairSync } from "node:crypto";
import { randomUUID } from "node:crypto";
import { maxHeaderSize } from "node:http";
import { SignJWT } from "jose";
import { request } from "undici";
import { z } from "zod";
import { listen } from "../http/http.ts";
import {
  createNetworkNames,
  createVerifier,
  MAX_EVENT_IDS,
  MAX_MEMBERSHIPS,
  MAX_SCOPES,
  PUBLIC_GATEWAY,
  signForService,
  signForViewer,
  viewerClaims,
  type Signer,
} from "./identity.ts";
import { createLogger } from "../telemetry/logger.ts";

const AUDIENCE = "orders";

/** A signer, and the key that others trust it by. */
function signerOf(name: string): { signer: Signer; trusted: Record<string, unknown> } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    signer: { name, key: privateKey },
    trusted: { ...publicKey.export({ format: "jwk" }), kid: name, alg: "EdDSA", use: "sig" },
  };
}

const [old, fresh] = [signerOf("gateway"), signerOf("gateway")];
const payments = signerOf("payments");
const verifierOf = (...keys: Record<string, unknown>[]) => createVerifier(AUDIENCE, { keys });

test("while a key is changed, the old one and the new one are both believed, and in the end the new one alone", async () => {
  const tokens = await Promise.all([old, fresh].map(({ signer }) => signForViewer(signer, AUDIENCE, null)));
  const kinds = async (verify: ReturnType<typeof createVerifier>) =>
    Promise.all(tokens.map(async (token) => (await verify(token)).kind));
  expect(await kinds(verifierOf(old.trusted, payments.trusted))).toEqual(["gateway", "stranger"]);
  expect(await kinds(verifierOf(old.trusted, fresh.trusted, payments.trusted))).toEqual(["gateway", "gateway"]);
  expect(await kinds(verifierOf(fresh.trusted, payments.trusted))).toEqual(["stranger", "gateway"]);
});

test("with two keys of a name as with one, nobody passes for another or comes with what was meant for another", async () => {
  const verify = verifierOf(old.trusted, fresh.trusted, payments.trusted);
  const stranger = signerOf("gateway").signer;
  const forged: Signer = { name: "gateway", key: payments.signer.key };
  const tokens = [
    await signForViewer(stranger, AUDIENCE, null),
    await signForViewer(forged, AUDIENCE, null),
    await signForViewer(fresh.signer, "risk", null),
  ];
  for (const token of tokens) expect(await verify(token)).toEqual({ kind: "stranger" });
  expect(await verify(await signForService(payments.signer, AUDIENCE))).toEqual({ kind: "service", name: "payments" });
});

test("a token of the public gateway's key that names a viewer, a role or a service is a stranger's", async () => {
  const { signer, trusted } = signerOf(PUBLIC_GATEWAY);
  const verify = verifierOf(fresh.trusted, payments.trusted, trusted);
  const viewer = { userId: "u", sessionId: "s", staff: false, verified: true, memberships: {} };
  expect(await verify(await signForViewer(signer, AUDIENCE, null))).toEqual({ kind: "gateway", viewer: null });
  const signed = (claims: Record<string, unknown>, kid: string | undefined = PUBLIC_GATEWAY, issuer = PUBLIC_GATEWAY) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "EdDSA", ...(kid && { kid }) })
      .setIssuer(issuer)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime("30s")
      .sign(signer.key);
  const stolen = [
    await signForViewer(signer, AUDIENCE, viewer),
    await signForViewer(signer, AUDIENCE, { ...viewer, staff: true, memberships: { o: "OWNER" } }),
    await signForViewer(signer, AUDIENCE, null, "somebody's network"),
    await signForService(signer, AUDIENCE),
    await signForViewer({ ...signer, name: "gateway" }, AUDIENCE, viewer),
    await signForService({ ...signer, name: "payments" }, AUDIENCE),
    ...(await Promise.all(
      [
        { sub: "u" },
        { sub: "" },
        { sid: "s" },
        { staff: true },
        { memberships: { o: "OWNER" } },
        { unverified: true },
        { scopes: [] },
        { actor: { kind: "staff", id: "u" } },
        { events: [] },
        { rolesUnknown: true },
        { service: false },
      ].map((claims) => signed(claims)),
    )),
    await signed({ sub: "u" }, "gateway"),
    await signed({ sub: "u" }, PUBLIC_GATEWAY, "gateway"),
    await signed({ sub: "u" }, "", "gateway"),
    await signed({}, "", "gateway"),
  ];
  for (const token of stolen) expect(await verify(token)).toEqual({ kind: "stranger" });
});

test("a viewer's network comes along under a name that nobody can tell it by, and only where it was given", async () => {
  const verify = verifierOf(fresh.trusted);
  const names = [old.signer, fresh.signer, fresh.signer].map((signer) => createNetworkNames(signer));
  const [before, one, other] = names.map((name) => name("192.0.2.0/24"));
  expect(one).toBe(other);
  expect(one).not.toBe(before);
  expect(one).not.toBe(names[1]!("192.0.3.0/24"));
  expect(one).not.toContain("192");
  const viewer = { userId: "u", sessionId: "s", staff: false, verified: true, memberships: {} };
  for (const who of [null, viewer, { ...viewer, rolesUnknown: true as const }]) {
    const [told, untold] = await Promise.all(
      [one, undefined].map((net) => signForViewer(fresh.signer, AUDIENCE, who, net)),
    );
    expect(await verify(told)).toEqual({ kind: "gateway", viewer: who, network: one });
    expect(await verify(untold)).toEqual({ kind: "gateway", viewer: who });
  }
});

test("what limits a viewer comes along, and an empty list is not the same as none", async () => {
  const viewer = { userId: "u", sessionId: "s", staff: false, verified: true, memberships: {} };
  const limits = [
    {},
    { scopes: [] },
    { scopes: ["gate:scan"], actor: { kind: "device", id: "d" } as const, eventIds: [] },
    { scopes: ["org:read"], eventIds: ["e", "f"] },
  ];
  for (const one of limits) {
    const token = await signForViewer(fresh.signer, AUDIENCE, { ...viewer, ...one });
    expect(await verifierOf(fresh.trusted)(token)).toEqual({ kind: "gateway", viewer: { ...viewer, ...one } });
  }
});

test("the largest token of a limited viewer is no larger than that of any other", async () => {
  const memberships = membershipsOf(1_000);
  const viewer = { userId: randomUUID(), sessionId: randomUUID(), staff: false, verified: false, memberships };
  const limits = {
    scopes: Array.from({ length: 1_000 }, (_, number) => `organization:${number}`),
    actor: { kind: "device" as const, id: randomUUID() },
    eventIds: Array.from({ length: 1_000 }, () => randomUUID()),
  };
  const token = await signForViewer(fresh.signer, AUDIENCE, { ...viewer, ...limits });
  const caller = await verifierOf(fresh.trusted)(token);
  expect(caller).toMatchObject({
    viewer: {
      scopes: limits.scopes.slice(0, MAX_SCOPES),
      actor: limits.actor,
      eventIds: limits.eventIds.slice(0, MAX_EVENT_IDS),
    },
  });
  expect(token.length).toBeLessThan(maxHeaderSize / 2);
  const { eventIds: _, ...ofAllEvents } = limits;
  const other = await signForViewer(fresh.signer, AUDIENCE, { ...viewer, ...ofAllEvents });
  expect(other.length).toBeLessThan(maxHeaderSize / 2);
});

const membershipsOf = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, () => [randomUUID(), "BOX_OFFICE"]));

test("the largest token passes the client and the server with room to spare, whatever the viewer is a member of", async () => {
  const viewer = {
    userId: randomUUID(),
    sessionId: randomUUID(),
    staff: true,
    verified: false,
    memberships: membershipsOf(1_000),
  };
  const token = await signForViewer(fresh.signer, AUDIENCE, viewer, createNetworkNames(fresh.signer)("192.0.2.0/24"));
  const caller = await verifierOf(fresh.trusted)(token);
  const told = caller.kind === "gateway" ? caller.viewer!.memberships : {};
  expect(Object.entries(told)).toEqual(Object.entries(viewer.memberships).slice(0, MAX_MEMBERSHIPS));
  // The other half is for cookies, traces and what proxies add.
  expect(token.length).toBeLessThan(maxHeaderSize / 2);
  const server = await listen({
    host: "127.0.0.1",
    port: 0,
    routes: [{ method: "GET", path: "/", handle: (_, response) => void response.end("taken") }],
    logger: createLogger("test", "silent"),
  });
  const { statusCode, body } = await request(`http://127.0.0.1:${server.port}/`, {
    headers: { authorization: `Bearer ${token}`, traceparent: "0".repeat(55) },
  });
  expect([statusCode, await body.text()]).toEqual([200, "taken"]);
  await server.stop();
});

test("every claim of a token has an end", () => {
  const unbounded = Object.entries(viewerClaims.shape).filter(([claim, schema]) => {
    const large = [
      "x".repeat(10_000),
      Array.from({ length: 10_000 }, () => "x"),
      membershipsOf(10_000),
      { x: "x".repeat(10_000) },
      { ["x".repeat(10_000)]: "x" },
    ];
    return large.some((value) => (schema as z.ZodType).safeParse(value).success) || claim.length > 20;
  });
  expect(unbounded).toEqual([]);
});
