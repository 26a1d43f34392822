// docker-compose.yml as it is with the secrets that an operator makes, and what the Dockerfile copies.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseEnv } from "node:util";
import { parse } from "yaml";
import { ROOT } from "../../operations/topology.ts";

export interface Service {
  image: string;
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string | number>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  ports?: string[];
  volumes?: string[];
  secrets?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
}

export const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
/** Made by the same command as an operator's. */
export const { secrets, redisUsers } = makeSecrets();
/** With nothing in the environment but secrets, so that what has no default is empty. */
const interpolated = (text: string) =>
  text.replaceAll(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_, name: string, fallback = "") => secrets[name] ?? fallback);
export const compose = parse(interpolated(read("docker-compose.yml")), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
};

function makeSecrets(): { secrets: Record<string, string>; redisUsers: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-secrets-"));
  const file = path.join(folder, ".env");
  const make = () => execFileSync(process.execPath, [path.join(ROOT, "operations/container-secrets.ts"), file]);
  make();
  const made = readFileSync(file, "utf8");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  // Of an earlier version, which may have given other rights.
  const acl = path.join(folder, "redis-users.acl");
  writeFileSync(acl, "user default on nopass ~* &* +@all");
  make();
  expect(readFileSync(file, "utf8")).toBe(made);
  return { secrets: parseEnv(made) as Record<string, string>, redisUsers: readFileSync(acl, "utf8") };
}

export const ours = Object.entries(compose.services).filter(([, { image }]) => image === "boxoffice");
export const dockerfile = read("Dockerfile");
export const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) =>
  sources!.split(" "),
);
