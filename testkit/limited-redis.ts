// Redis of a test run for one system under test: each process gets a user with its production rights, under the system's prefix. Commands
// that Redis denied are an error at the end, even if the process continued without them.
import { Redis } from "ioredis";
import { redisRules, type RedisAccess } from "../platform/redis-access.ts";
import { redisAccess } from "../schema/redis-access.ts";
import { urlOfRedis } from "../operations/redis-users.ts";

export interface LimitedRedis {
  urlOf(process: string): string;
  /** Denied commands of its processes so far. */
  refused(): Promise<string[]>;
  /** Deletes the users. @throws Error with the denied commands */
  end(): Promise<void>;
}

const LOG_ENTRIES = 10_000;

/** `url`: with a user that has all rights. */
export async function limitRedis(
  url: string,
  prefix: string,
  access: Record<string, RedisAccess> = redisAccess,
): Promise<LimitedRedis> {
  const userOf = (name: string) => `${prefix}-${name}`;
  const users = Object.keys(access).map(userOf);
  await ask(url, async (redis) => {
    for (const [name, one] of Object.entries(access))
      await redis.acl("SETUSER", userOf(name), "reset", "on", `>${name}`, ...redisRules(name, one, prefix));
  });
  const refusedIn = async (redis: Redis) =>
    ((await redis.acl("LOG", LOG_ENTRIES)) as unknown as unknown[][])
      .map((fields) => (name: string) => String(fields[fields.indexOf(name) + 1]))
      .filter((field) => users.includes(field("username")))
      .map((field) => `${field("username")}: ${field("reason")} ${field("object")}`);
  const { hostname, port } = new URL(url);
  return {
    urlOf: (name) => urlOfRedis(hostname, Number(port), userOf(name), name),
    refused: () => ask(url, refusedIn),
    end: async () => {
      const refused = await ask(url, async (redis) => {
        const found = await refusedIn(redis);
        await redis.acl("DELUSER", ...users);
        return found;
      });
      if (refused.length > 0) throw new Error(`Redis denied commands of a process:\n${refused.join("\n")}`);
    },
  };
}

async function ask<T>(url: string, what: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  try {
    return await what(redis);
  } finally {
    redis.disconnect();
  }
}
