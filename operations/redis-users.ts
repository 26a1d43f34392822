// Users of our Redis: each process with the rights of schema/redis-access.ts, and an operator with all rights. The user `default`, which
// clients without a name are, is off.
import { hash } from "node:crypto";
import { redisRules } from "../platform/redis-access.ts";
import { redisAccess } from "../schema/redis-access.ts";
import type { Keys } from "./keys.ts";

export interface RedisUsers {
  /** On every key and channel. */
  prefix: string;
  passwordOf(user: string): string;
}

export const OPERATOR = "operator";

export function redisUsersOf(keys: Keys, prefix: string): RedisUsers {
  return { prefix, passwordOf: (user) => keys.secret(user === OPERATOR ? "redis" : `redis-${user}`) };
}

/** Below this version Redis has no selectors: users are distinguished, but have all rights. */
export const LIMITS_USERS_SINCE = 7;

/**
 * The text of an ACL file. Passwords are random, so their hashes can't be reversed. @throws Error for a prefix that is no part of a rule
 */
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
