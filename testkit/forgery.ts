// Forged messages, notifications and tokens, of an intruder who may do everything in Redis and has no signing key.
import { createHmac, generateKeyPairSync, randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { SignJWT, type JWK } from "jose";
import { streamName } from "../platform/messaging/signed-batches.ts";
import type { Env } from "../operations/environment.ts";

async function asIntruder(env: Env, work: (redis: Redis, prefix: string) => Promise<unknown>): Promise<void> {
  const redis = new Redis(env.REDIS_URL!);
  try {
    await work(redis, env.REDIS_PREFIX!);
  } finally {
    redis.disconnect();
  }
}

/** Writes a message into its publisher's stream. */
export function forgeMessage(env: Env, name: string, key: string, body: Record<string, unknown>): Promise<void> {
  const message = { messageId: randomUUID(), name, key, body, correlationId: null, seq: 1 };
  const publisher = name.slice(0, name.indexOf("."));
  return asIntruder(env, (redis, prefix) =>
    redis.xadd(streamName(prefix, publisher), "*", "message", JSON.stringify(message)),
  );
}

/** Publishes a notification about each of `about` on every topic that has a listener. */
export function forgeHints(env: Env, about: string[]): Promise<void> {
  return asIntruder(env, async (redis, prefix) => {
    for (const channel of (await redis.pubsub("CHANNELS", `${prefix}:hint:*`)) as string[])
      for (const one of about) await redis.publish(channel, one);
  });
}

/** Access tokens made of a person's own one: unsigned, signed with what is public or with another key, and another person's. */
export async function forgeTokens(token: string, publicKeys: JWK[], anotherPerson: string): Promise<string[]> {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const [header, payload, signature] = token.split(".") as [string, string, string];
  const { kid } = JSON.parse(Buffer.from(header, "base64url").toString());
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  const publicKey = publicKeys.find((key) => key.kid === kid)!;
  const hmac = (signed: string) =>
    createHmac("sha256", Buffer.from(publicKey.x!, "base64url")).update(signed).digest("base64url");
  const hs256 = `${part({ alg: "HS256", kid })}.${payload}`;
  const own = generateKeyPairSync("ed25519").privateKey;
  return [
    `${part({ alg: "none" })}.${payload}.`,
    `${hs256}.${hmac(hs256)}`,
    await new SignJWT(claims).setProtectedHeader({ alg: "EdDSA", kid }).sign(own),
    `${header}.${part({ ...claims, sub: anotherPerson })}.${signature}`,
  ];
}
