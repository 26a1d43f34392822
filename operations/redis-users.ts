// Who is let into a Redis of our own: each process under its own name, for what schema/redis-access.ts says, and an operator for everything.
// The user `default`, which clients without a name are, is off.
import { hash } from "node:crypto";
import { redisRules } from "../platform/redis-access.ts";
import { redisAccess } from "../schema/redis-access.ts";
import type { Keys } from "./keys.ts";

export interface RedisUsers {
  /** Of every key and channel. */
  prefix: string;
  passwordOf(user: string): string;
}

export const OPERATOR = "operator";

export function redisUsersOf(keys: Keys, prefix: string): RedisUsers {
  return { prefix, passwordOf: (user) => keys.secret(user === OPERATOR ? "redis" : `redis-${user}`) };
}

/** Below it Redis has no selectors: it tells users apart, and lets each of them do everything. */
export const LIMITS_USERS_SINCE = 7;

/** The text of an ACL file. Of its hashes of random passwords no password can be found. @throws Error for a prefix that is no part of a rule */
export function aclFile({ prefix, passwordOf }: RedisUsers, majorVersion = LIMITS_USERS_SINCE): string {
  const line = (user: string, rules: string[]) =>
    `user ${user} reset on #${hash("sha256", passwordOf(user))} ${rules.join(" ")}\n`;
  const everything = ["~*", ...(majorVersion < LIMITS_USERS_SINCE ? [] : ["&*"]), "+@all"];
  const users = Object.entries(redisAccess).map(([name, access]) =>
    line(name, majorVersion < LIMITS_USERS_SINCE ? everything : redisRules(name, access, prefix)),
  );
  return ["user default off\n", line(OPERATOR, everything), ...users].join("");
}

export function urlOfRedis(host: string, port: number, user = "", password = ""): string {
  return `redis://${password && `${user}:${password}@`}${host}:${port}`;
}
