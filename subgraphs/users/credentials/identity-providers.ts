// The file of identity providers, read once at the start. A provider that is away prevents no start: nothing is asked here.
import { readFileSync } from "node:fs";
import path from "node:path";
import { domainToASCII } from "node:url";
import { z } from "zod";
import { line } from "../../../platform/core/input.ts";
import type { IdentityProvider } from "../entities/identity.ts";

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** https, or http on this machine. */
export function isSafeUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname));
}

const issuer = z
  .string()
  .refine(isSafeUrl, "must be an https URL without a user")
  .refine((text) => !/[?#]/.test(text), "must have no query and no fragment")
  .transform((text) => new URL(text).href);
const domain = z
  .string()
  .transform((text) => domainToASCII(text.trim().toLowerCase()))
  .refine((text) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text), "must be a domain, such as example.org");
const secret = z.string().min(1, "must not be empty").max(1_000);

const provider = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, "must have 1 to 40 lower-case letters, digits and hyphens"),
    name: line(60),
    issuer,
    clientId: z.string().min(1, "must not be empty").max(500),
    clientSecret: secret.optional(),
    clientSecretFile: z.string().min(1, "must not be empty").optional(),
    trustedDomains: z.array(domain).default([]),
    trustsMfa: z.boolean().default(false),
  })
  .refine(
    ({ clientSecret, clientSecretFile }) => (clientSecret === undefined) !== (clientSecretFile === undefined),
    "must have either clientSecret or clientSecretFile",
  );

const unique = (key: "id" | "issuer") => (all: readonly { id: string; issuer: string }[]) =>
  new Set(all.map((one) => one[key])).size === all.length;
const providers = z
  .array(provider)
  .refine(unique("id"), "must have different ids")
  .refine(unique("issuer"), "must have different issuers");

/** @throws Error that names the file, the provider and the field */
export function readIdentityProviders(file: string): IdentityProvider[] {
  const parsed = providers.safeParse(jsonIn(file));
  if (!parsed.success) {
    const { path: at, message } = parsed.error.issues[0]!;
    throw new Error(`${[file, ...at.map(String)].join(" › ")} ${message}`);
  }
  return parsed.data.map(({ clientSecret, clientSecretFile, trustedDomains, ...rest }) => ({
    ...rest,
    clientSecret: clientSecret ?? secretIn(path.resolve(path.dirname(file), clientSecretFile!)),
    trustedDomains: new Set(trustedDomains),
  }));
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(`must name a readable JSON file (is ${file})`);
  }
}

function secretIn(file: string): string {
  let text = "";
  try {
    text = readFileSync(file, "utf8").trim();
  } catch {
    // Said below.
  }
  if (text === "") throw new Error(`${file} must be a readable file with a client secret`);
  return text;
}

/** For a variable with the name of the file. */
export const identityProvidersFile = z.string().transform((file, context): IdentityProvider[] => {
  try {
    return readIdentityProviders(file);
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as Error).message });
    return z.NEVER;
  }
});
