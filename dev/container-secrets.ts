// `npm run containers:secrets [-- FILE]` adds the secrets that docker-compose.yml asks for to `.env`, which Docker Compose reads. Existing values
// stay as they are.
import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { listedSubgraphs, ROOT } from "./topology.ts";

const file = path.resolve(process.argv[2] ?? path.join(ROOT, ".env"));
const secret = () => randomBytes(32).toString("base64url");
const owners = [...listedSubgraphs().map(({ name }) => name), "registry"];
const names = [
  "POSTGRES_PASSWORD",
  ...owners.map((name) => `${name.toUpperCase()}_DATABASE_PASSWORD`),
  "REDIS_PASSWORD",
  "USERS_SECRET",
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
console.log(missing.length > 0 ? `Made in ${file}: ${missing.join(", ")}.` : `${file} has all secrets.`);
