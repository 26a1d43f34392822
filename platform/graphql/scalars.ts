// Custom scalars with strict validation. Errors describe the invalid value. graphql-scalars 2.0.0 is too lenient and too strict: it accepts the
// years 0099 and 10000, `eur`, `europe/berlin` and `.a@example.org`, and refuses `ada@münchen.example`.
import { domainToASCII } from "node:url";
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { COUNTRIES, CURRENCIES, RENAMED_ZONES } from "../core/code-lists.ts";

function bad(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}

function textScalar(
  name: string,
  description: string,
  check: (value: string) => string,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== "string") throw bad(`${name} must be a string.`);
    return check(value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

/** Years that every library, calendar and database of a client knows, in UTC. */
const EARLIEST = Date.UTC(1970, 0);
const LATEST = Date.UTC(10_000, 0) - 1;

/** Values stored before the bounds existed are clamped. */
function tellDateTime(value: unknown): string {
  const time = (value instanceof Date ? value : new Date(String(value))).getTime();
  return new Date(Math.min(Math.max(time, EARLIEST), LATEST)).toISOString();
}

function parseDateTime(value: unknown): Date {
  const date = typeof value === "string" && RFC_3339.test(value) ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime()))
    throw bad("DateTime must be an RFC 3339 time such as 2026-05-01T19:30:00Z.");
  // JavaScript rolls 31 February over into March; that day does not exist.
  const day = Number((value as string).slice(8, 10));
  if (
    day >
    new Date(Date.UTC(Number((value as string).slice(0, 4)), Number((value as string).slice(5, 7)), 0)).getUTCDate()
  ) {
    throw bad("DateTime names a day that does not exist.");
  }
  if (date.getTime() < EARLIEST || date.getTime() > LATEST)
    throw bad("DateTime must be from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z.");
  return date;
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "RFC 3339 date and time, from year 1970 to 9999. Answers are always in UTC.",
  serialize: tellDateTime,
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
});

export const CountryCode = textScalar("CountryCode", "ISO 3166-1 alpha-2 country code.", (value) => {
  if (!COUNTRIES.has(value)) throw bad("CountryCode must be an ISO 3166-1 alpha-2 code, such as DE.");
  return value;
});

export const CurrencyCode = textScalar("CurrencyCode", "ISO 4217 currency code.", (value) => {
  if (!CURRENCIES.has(value)) throw bad("CurrencyCode must be an active ISO 4217 code, such as EUR.");
  return value;
});

/** RFC 5322's dot-atom, with the letters of RFC 6531. */
const MAILBOX = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** A host of the public DNS in ASCII form: at least two labels, and the last one is not a number. */
const HOST = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

function isEmailAddress(value: string): boolean {
  const at = value.lastIndexOf("@");
  const [mailbox, domain] = [value.slice(0, at), value.slice(at + 1)];
  // IDNA drops invisible characters, so they are checked first.
  if (at < 1 || !MAILBOX.test(mailbox) || !/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain)) return false;
  const host = domainToASCII(domain);
  return Buffer.byteLength(mailbox) <= 64 && mailbox.length + 1 + host.length <= 254 && HOST.test(host);
}

export const EmailAddress = textScalar("EmailAddress", "An e-mail address.", (value) => {
  if (value.length > 254 || !isEmailAddress(value))
    throw bad("EmailAddress must be an e-mail address, such as ada@example.org.");
  return value;
});

const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), ...RENAMED_ZONES.values()]);

export const TimeZone = textScalar("TimeZone", "IANA time zone name.", (value) => {
  const zone = RENAMED_ZONES.get(value) ?? value;
  if (!zones.has(zone)) throw bad("TimeZone must be an IANA name in its exact spelling, such as Europe/Berlin.");
  return zone;
});

function safeInteger(value: unknown): number {
  const number = typeof value === "bigint" ? Number(value) : value;
  if (!Number.isSafeInteger(number)) throw bad("SafeInt must be an integer of at most 53 bits.");
  return number as number;
}

export const SafeInt = new GraphQLScalarType<number, number>({
  name: "SafeInt",
  description: "Integer that JSON numbers represent exactly: from -(2^53 - 1) to 2^53 - 1.",
  serialize: safeInteger,
  parseValue: safeInteger,
  parseLiteral: (node) => safeInteger(node.kind === Kind.INT ? Number(node.value) : undefined),
});

const ALL = { DateTime, CountryCode, CurrencyCode, EmailAddress, SafeInt, TimeZone };

/** The resolvers of those scalars that a schema names. */
export function scalarsIn(typeDefs: string): Record<string, GraphQLScalarType> {
  return Object.fromEntries(
    Object.entries(ALL).filter(([name]) => new RegExp(`^scalar ${name}\\b`, "m").test(typeDefs)),
  );
}
