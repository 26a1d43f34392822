// Configuration is read once, at start, by a pure function; one error lists every problem.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { isPeer } from "../http/trusted-peers.ts";

export class ConfigError extends Error {}

export type Environment = Record<string, string | undefined>;

/** @throws ConfigError with one line that names every variable that is missing or wrong. */
export function readEnvironment<Shape extends z.ZodRawShape>(
  env: Environment,
  shape: Shape,
): z.infer<z.ZodObject<Shape>> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const result = z.object(shape).safeParse(present);
  const known = isOnlyTried(env) ? [] : Object.keys(shape).filter((name) => isPublished(present[name] ?? ""));
  if (result.success && known.length === 0) return result.data;
  const problems = [
    ...(result.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    ...known.map((name) => `${name}: has a published example value: set a secret of your own`),
  ];
  throw new ConfigError(`Invalid variables: ${problems.join("; ")}.`);
}

/** Environments in which published example values are accepted. */
export const isOnlyTried = ({ NODE_ENV: kind }: Environment) => kind === "development" || kind === "test";

/** Published examples contain "for-trying-it-out". Example passwords of databases are a part of the user's name, or PostgreSQL's default. */
export function isPublished(value: string): boolean {
  if (value.includes("for-trying-it-out")) return true;
  if (!/^postgres(ql)?:/.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return password === "postgres" || (password !== "" && username.split("_").includes(password));
}

export const port = z.coerce
  .number("must be a port number")
  .int("must be a port number")
  .min(0, "must be a port number")
  .max(65_535, "must be a port number");
export const seconds = z.coerce.number("must be a number of seconds").positive("must be a positive number of seconds");
export const host = z.string().default("127.0.0.1").describe("address that the process listens on");
export const url = (protocols: string[]) =>
  z
    .string("is missing")
    .refine(
      (value) => protocols.some((protocol) => value.startsWith(`${protocol}://`)),
      `must be a URL that starts with ${protocols.join(":// or ")}://`,
    );
/** One server, or several nodes of one cluster. */
export const redisUrl = z
  .string("is missing")
  .refine(
    (value) => value.split(",").every((node) => /^rediss?:\/\//.test(node) && URL.canParse(node)),
    "must be a URL that starts with redis:// or rediss://, or several of them with commas between",
  )
  .describe("Redis for messages, notifications and limits; nodes of a Redis Cluster are separated by commas");
const LONGEST_UPGRADE_DAYS = 7;

/** The end of a relaxed security rule: at most a week ahead, so that it can't stay on permanently. */
export const soon = z.iso
  .datetime({ offset: true, error: "must be a moment such as 2030-01-31T12:00:00Z" })
  .transform((text) => new Date(text))
  .refine(
    (moment) => moment.getTime() - Date.now() <= LONGEST_UPGRADE_DAYS * 86_400_000,
    `must not be more than ${LONGEST_UPGRADE_DAYS} days ahead`,
  );
export const jsonFile = <Schema extends z.ZodType>(schema: Schema) =>
  z.string("is missing").transform((file, context): z.infer<Schema> => {
    try {
      return schema.parse(JSON.parse(readFileSync(file, "utf8")));
    } catch {
      context.addIssue({ code: "custom", message: `must name a readable JSON file (is ${file})` });
      return z.NEVER;
    }
  });

export const logLevel = z
  .enum(["fatal", "error", "warn", "info", "debug", "silent"])
  .default("info")
  .describe("minimum severity of log lines");
export const redisPrefix = z.string().default("app").describe("prefix of all keys and channels in Redis");
export const onOff = z.enum(["on", "off"], "must be on or off");
export const publicUrl = url(["http", "https"])
  .optional()
  .describe("origin of the pages for people: for mailed links, passkeys and sign-in to apps; unset: none of these");

/** Values that are separated by commas or blanks. */
export const listOf = (text: string): string[] => text.split(/[\s,]+/).filter((one) => one !== "");

/** Nothing but protocol, host and port. */
function isOrigin(text: string): boolean {
  const parsed = URL.parse(text);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.href === `${parsed.origin}/`;
}

export const formerPublicUrls = z
  .string()
  .default("")
  .transform((text, { addIssue }): string[] => {
    const given = listOf(text);
    for (const one of given)
      if (!isOrigin(one)) addIssue(`must be origins such as https://shop.example, separated by commas (not ${one})`);
    return [...new Set(given.map((one) => URL.parse(one)?.origin ?? one))];
  })
  .describe("values of `PUBLIC_URL` of before, separated by commas: their tokens of apps and passkeys stay valid");

/** Of proxies whose forwarding headers count. */
export const peers = z
  .string()
  .default("")
  .transform((text, { addIssue }): string[] => {
    const given = listOf(text);
    for (const one of given)
      if (!isPeer(one)) addIssue(`must be addresses, networks or host names, separated by commas (not ${one})`);
    return given;
  });

export const introspection = onOff.default("on").describe("whether introspection queries are answered");

const jwks = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });

/** Named as the OpenTelemetry specification names them. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: url(["http", "https"])
    .optional()
    .describe("OpenTelemetry collector (OTLP over HTTP) for traces; without it none are sent"),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number("must be a number")
    .min(0, "is 0 to 1")
    .max(1, "is 0 to 1")
    .default(1)
    .describe("share of requests that the gateway records a trace of, from 0 to 1"),
} as const;

/** Variables of every subgraph process; its own begin with its name. */
export function subgraphVariables(name: string) {
  const upper = name.toUpperCase();
  return {
    HOST: host,
    [`${upper}_PORT`]: port.describe("port of the subgraph"),
    [`${upper}_DATABASE_URL`]: url(["postgres", "postgresql"]).describe("PostgreSQL database of the subgraph"),
    [`${upper}_DATABASE_READ_URL`]: url(["postgres", "postgresql"])
      .optional()
      .describe("synchronous replica (`synchronous_standby_names`) for reads of rarely changed data"),
    [`${upper}_DATABASE_PASSWORD_ALSO`]: z
      .string()
      .optional()
      .describe("second password of the database during a password change; tried if the first fails"),
    [`${upper}_SIGNING_KEY_FILE`]: z
      .string("is missing")
      .describe("private Ed25519 key (PEM) that signs messages, and requests to other subgraphs"),
    TRUSTED_KEYS_FILE: jsonFile(jwks).describe("JWKS of the public keys of all processes; `kid` is the process's name"),
    REDIS_URL: redisUrl,
    REDIS_UNSIGNED_UNTIL: soon
      .optional()
      .describe("unsigned messages are accepted until then, at most 7 days ahead: for upgrades from old versions"),
    REDIS_PREFIX: redisPrefix,
    ARCHIVE_DIR: z
      .string()
      .optional()
      .describe("folder of archived messages, shared by all subgraphs; required if archives exist"),
    LOG_LEVEL: logLevel,
    INTROSPECTION: introspection,
    ...tracingVariables,
  } as const;
}
