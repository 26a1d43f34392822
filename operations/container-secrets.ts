// `npm run containers:secrets [-- FILE]` adds missing secrets of docker-compose.yml to `.env`, which Docker Compose reads. Existing values
// stay as they are. Also writes `redis-users.acl` next to it: the ACL file of Redis, with a user and rules for each process.
import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { redisAccess } from "../schema/redis-access.ts";
import { aclFile, OPERATOR } from "./redis-users.ts";
import { listedSubgraphs, ROOT } from "./topology.ts";

const file = path.resolve(process.argv[2] ?? path.join(ROOT, ".env"));
const secret = () => randomBytes(32).toString("base64url");
const owners = [...listedSubgraphs().map(({ name }) => name), "registry"];
const redisPassword = (user: string) =>
  user === OPERATOR ? "REDIS_PASSWORD" : `${user.toUpperCase().replaceAll("-", "_")}_REDIS_PASSWORD`;
const names = [
  "POSTGRES_PASSWORD",
  ...owners.map((name) => `${name.toUpperCase()}_DATABASE_PASSWORD`),
  ...[OPERATOR, ...Object.keys(redisAccess)].map(redisPassword),
  "USERS_SECRET",
  "SEATING_SECRET",
  "PAYMENTS_PROVIDER_SECRET",
  "REGISTRY_KEY",
  "REGISTRY_GATEWAY_KEY",
  "GRAFANA_PASSWORD",
];
const valueOf = (name: string) =>
  (name.startsWith("REGISTRY_") && name.endsWith("_KEY") ? "service:boxoffice:" : "") + secret();

const text = existsSync(file) ? readFileSync(file, "utf8") : "";
const missing = names.filter((name) => !new RegExp(`^${name}=`, "m").test(text));
const begin = text === "" || text.endsWith("\n") ? "" : "\n";
// Before anything secret is in it.
if (existsSync(file)) chmodSync(file, 0o600);
appendFileSync(file, begin + missing.map((name) => `${name}=${valueOf(name)}\n`).join(""), { mode: 0o600 });

const values = parseEnv(readFileSync(file, "utf8"));
const acl = aclFile({ prefix: "boxoffice", passwordOf: (user) => values[redisPassword(user)]! });
const aclPath = path.join(path.dirname(file), "redis-users.acl");
// Readable for Redis's user in its container. It holds no password, only hashes of random ones.
writeFileSync(`${aclPath}.unfinished`, acl, { mode: 0o644 });
renameSync(`${aclPath}.unfinished`, aclPath);
console.log(missing.length > 0 ? `Added to ${file}: ${missing.join(", ")}.` : `${file} has all secrets.`);
