import { z } from "zod";
import {
  ConfigError,
  formerPublicUrls,
  listOf,
  publicUrl,
  readEnvironment,
  subgraphVariables,
  url,
  type Environment,
} from "../../platform/core/config.ts";
import { mailConfig, mailVariables, type MailConfig } from "../../platform/mail.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";
import { problemOfBreachedFile } from "./credentials/breached-passwords.ts";
import { identityProvidersFile } from "./credentials/identity-providers.ts";
import type { IdentityProvider } from "./entities/identity.ts";

export interface UsersConfig extends SubgraphConfig {
  /** Seals signing keys and derives refresh tokens; at least 32 characters. */
  secret: string;
  /** Second secret during a secret change: what it sealed or derived is accepted too. */
  otherSecret: string | undefined;
  /** Null: no mail is sent, and addresses need no verification. */
  mail: MailConfig | null;
  /** Domains whose addresses count as verified, in lower case. */
  verifiedDomains: Set<string>;
  /** Ids of the users who are platform staff. */
  platformStaff: Set<string>;
  /** File of breached passwords, for lookups of new ones. */
  breachedFile: string | undefined;
  /** Providers that people may sign in with. */
  identityProviders: IdentityProvider[];
  /** Addresses of the other subgraphs, for the job that collects exports. */
  urls: Record<"catalog" | "orders" | "payments" | "risk" | "seating", string>;
  /** Rotation interval of the signing key, in days. */
  keyDays: number;
  /** Origin of the pages for people: for links in mails, as the host of passkeys, and of sign-in to apps. Null: none of these. */
  publicUrl: string | null;
  /** Origins of before: passkeys of the same host, and ID tokens. */
  formerPublicUrls: readonly string[];
  /** Maximum age of a session in days, however often it was refreshed. */
  sessionDays: number;
}

const secret = z.string("is missing").min(32, "must have at least 32 characters");

export const usersVariables = {
  ...subgraphVariables("users"),
  USERS_SECRET: secret.describe("secret that seals signing keys and derives refresh tokens; at least 32 characters"),
  USERS_SECRET_ALSO: secret.optional().describe("second secret, accepted during a secret change"),
  USERS_KEY_DAYS: z.coerce
    .number()
    .positive()
    .default(30)
    .describe("interval of rotation of the signing key of access tokens, in days"),
  USERS_VERIFIED_DOMAINS: z
    .string()
    .default("")
    .describe("domains whose addresses count as verified, separated by commas; others are mailed a code"),
  CATALOG_URL: url(["http", "https"]),
  SEATING_URL: url(["http", "https"]),
  ORDERS_URL: url(["http", "https"]),
  PAYMENTS_URL: url(["http", "https"]),
  RISK_URL: url(["http", "https"]),
  USERS_SESSION_DAYS: z.coerce
    .number()
    .positive()
    .default(90)
    .describe("days after which a session ends, however often it was refreshed"),
  PUBLIC_URL: publicUrl,
  FORMER_PUBLIC_URLS: formerPublicUrls,
  USERS_BREACHED_FILE: z
    .string()
    .superRefine((file, context) => {
      const problem = problemOfBreachedFile(file);
      if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
    })
    .optional()
    .describe("file of passwords from breaches, made by `npm run breached`; new passwords in it are refused"),
  USERS_IDENTITY_PROVIDERS_FILE: identityProvidersFile
    .optional()
    .describe("JSON file of OpenID providers that people may sign in with; see docs/operations/identity-providers.md"),
  PLATFORM_STAFF: z.string().default("").describe("ids of users who are platform staff, separated by commas"),
  ...mailVariables,
};

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): UsersConfig {
  const variables = readEnvironment(env, usersVariables);
  const identityProviders = variables.USERS_IDENTITY_PROVIDERS_FILE ?? [];
  if (identityProviders.length > 0 && variables.PUBLIC_URL === undefined)
    throw new ConfigError("Set PUBLIC_URL too: identity providers send people back to it.");
  return {
    ...subgraphConfig("users", variables),
    secret: variables.USERS_SECRET,
    otherSecret: variables.USERS_SECRET_ALSO,
    mail: mailConfig(variables),
    verifiedDomains: setOf(variables.USERS_VERIFIED_DOMAINS.toLowerCase()),
    platformStaff: setOf(variables.PLATFORM_STAFF),
    publicUrl: variables.PUBLIC_URL ?? null,
    formerPublicUrls: variables.FORMER_PUBLIC_URLS,
    breachedFile: variables.USERS_BREACHED_FILE,
    identityProviders,
    urls: {
      catalog: variables.CATALOG_URL,
      orders: variables.ORDERS_URL,
      payments: variables.PAYMENTS_URL,
      risk: variables.RISK_URL,
      seating: variables.SEATING_URL,
    },
    keyDays: variables.USERS_KEY_DAYS,
    sessionDays: variables.USERS_SESSION_DAYS,
  };
}

const setOf = (text: string) => new Set(listOf(text));
