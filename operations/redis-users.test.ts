// What schema/redis-access.ts declares against what is deployed; test/house-rules.test.ts compares it with the handlers.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { workloads } from "../deploy/kubernetes/system.ts";
import { redisRules } from "../platform/redis-access.ts";
import { redisAccess } from "../schema/redis-access.ts";
import { aclFile } from "./redis-users.ts";
import { listedSubgraphs, ROOT } from "./topology.ts";

test("exactly the processes that use Redis have a user, in containers and in a cluster, and the subgraphs publish", () => {
  const declared = Object.keys(redisAccess).sort();
  const publishers = declared.filter((name) => redisAccess[name]!.publishes);
  expect(publishers).toEqual(
    listedSubgraphs()
      .map(({ name }) => name)
      .sort(),
  );
  const inCluster = workloads().filter(({ usesRedis }) => usesRedis);
  expect(inCluster.map(({ name }) => name).sort()).toEqual(declared);
  const { services } = parse(readFileSync(path.join(ROOT, "docker-compose.yml"), "utf8"), { merge: true }) as {
    services: Record<string, { environment?: Record<string, string> }>;
  };
  const users = Object.entries(services).flatMap(([name, { environment }]) =>
    environment?.REDIS_URL ? [[name, new URL(environment.REDIS_URL.replace(/\$\{[^}]*\}/, "x")).username]] : [],
  );
  expect(users.sort()).toEqual(declared.map((name) => [name, name]));
});

test("a prefix that would mean something else in a rule is refused", () => {
  for (const prefix of ["", "*", "a b", "a[b]", "a?", "a\\", "a\n", "a) +@all (~"])
    expect(() => redisRules("orders", {}, prefix)).toThrow("Set REDIS_PREFIX to letters, digits and any of _ : . -");
});

test("for a Redis without selectors each process still has a password of its own", () => {
  const users = { prefix: "any", passwordOf: (user: string) => user };
  const lines = aclFile(users, 6).trim().split("\n");
  expect(lines[0]).toBe("user default off");
  expect(lines.slice(1).map((line) => line.replace(/#\w{64}/, "#"))).toEqual(
    ["operator", ...Object.keys(redisAccess)].map((user) => `user ${user} reset on # ~* +@all`),
  );
  expect(new Set(lines.map((line) => /#\w+/.exec(line)?.[0])).size).toBe(lines.length);
});
