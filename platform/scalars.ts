// The custom scalars, each refusing what it does not stand for. A refusal names the value's problem, not our code.
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

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

function parseDateTime(value: unknown): Date {
  const date = typeof value === "string" && RFC_3339.test(value) ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime()))
    throw bad("DateTime must be a time as RFC 3339 has it, such as 2026-05-01T19:30:00Z.");
  // JavaScript rolls 31 February over into March; a calendar has no such day.
  const day = Number((value as string).slice(8, 10));
  if (
    day >
    new Date(Date.UTC(Number((value as string).slice(0, 4)), Number((value as string).slice(5, 7)), 0)).getUTCDate()
  ) {
    throw bad("DateTime names a day that does not exist.");
  }
  return date;
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "A moment as RFC 3339 has it, in UTC when we tell it.",
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
});

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

export const CountryCode = textScalar("CountryCode", "A country by its ISO 3166-1 alpha-2 code.", (value) => {
  if (!/^[A-Z]{2}$/.test(value) || regions.of(value) === undefined)
    throw bad("CountryCode must be an ISO 3166-1 alpha-2 code, such as DE.");
  return value;
});

const currencies = new Set(Intl.supportedValuesOf("currency"));

export const CurrencyCode = textScalar("CurrencyCode", "A currency by its ISO 4217 code.", (value) => {
  if (!currencies.has(value)) throw bad("CurrencyCode must be an ISO 4217 code, such as EUR.");
  return value;
});

export const EmailAddress = textScalar("EmailAddress", "An e-mail address.", (value) => {
  if (value.length > 254 || !/^[^\s@"(),:;<>[\\\]\p{Cc}]{1,64}@[^\s@\p{Cc}]+\.[^\s@.\p{Cc}]{2,}$/u.test(value)) {
    throw bad("EmailAddress must be an e-mail address, such as ada@example.org.");
  }
  return value;
});

export const TimeZone = textScalar("TimeZone", "A time zone by its IANA name.", (value) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
  } catch {
    throw bad("TimeZone must be an IANA name, such as Europe/Berlin.");
  }
  if (!/^[A-Za-z]/.test(value)) throw bad("TimeZone must be an IANA name, such as Europe/Berlin.");
  return value;
});

function safeInteger(value: unknown): number {
  const number = typeof value === "bigint" ? Number(value) : value;
  if (!Number.isSafeInteger(number)) throw bad("SafeInt must be an integer of at most 53 bits.");
  return number as number;
}

export const SafeInt = new GraphQLScalarType<number, number>({
  name: "SafeInt",
  description: "An integer of at most 53 bits, which is what JSON numbers hold exactly: from -(2^53 - 1) to 2^53 - 1.",
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
