// Values that a client may send by mistake or in malice, by the type of the place.
import { randomUUID } from "node:crypto";
import { getNullableType, isEnumType, isListType, isNonNullType, type GraphQLInputType } from "graphql";
import type { Scene } from "../authorization/scene.ts";
import { sampleOf } from "./places.ts";

const LONG = "x".repeat(20_000);
/** More than any list may have, in as much as a request may have. */
const TOO_MANY = 5_001;
const MOST_BYTES = 900_000;

/** Of the right kind as far as JSON goes, and of no meaning: every place refuses them. */
const SENSELESS: Record<string, readonly unknown[]> = {
  Boolean: ["true", 1],
  CountryCode: ["", "de", "XX", "DE\u0000", "__proto__", LONG],
  CurrencyCode: ["", "eur", "XXZ", "EUR\u0000", "constructor", LONG],
  DateTime: [
    "",
    "x",
    "2026-05-01",
    "2026-02-31T10:00:00Z",
    "2026-05-01T24:30:00Z",
    "0000-01-01T00:00:00Z",
    "1969-12-31T23:59:59Z",
    "10000-01-01T00:00:00Z",
    "+275760-09-13T00:00:00Z",
    "9999-12-31T23:59:59-01:00",
    "٢٠٢٦-٠٥-٠١T١٩:٣٠:٠٠Z",
    "2026-05-01T19:30:00Z\u0000",
    1_777_000_000_000,
    LONG,
  ],
  EmailAddress: ["", "ada", "ada@example", "ada@example.org\u0000", " ada@example.org", "a\ud800@example.org", LONG],
  Float: ["1", true],
  Int: [2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e300, 1.5, "1", true],
  String: ["\u0000", "a rose is a \u0000", "\ud800", "a rose is a \udc00", LONG, 5, true],
  TimeZone: ["", "europe/berlin", "Mars/Olympus", "Europe/Berlin\u0000", "__proto__", LONG],
};

/** Of the right kind; whether they mean something is for the place to say. */
const UNUSUAL: Record<string, readonly unknown[]> = {
  Boolean: [false],
  CountryCode: ["AQ"],
  CurrencyCode: ["JPY", "BHD"],
  DateTime: [
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "2026-05-01T19:30:00.123456789+14:00",
    "3000-01-01T00:00:00Z",
  ],
  EmailAddress: [`${"a".repeat(64)}@${"b".repeat(60)}.example.org`, "łukasz@example.org"],
  Float: [-1, 0, 0.0004, 100.0005, 101, 1e308, 5e-324],
  Int: [-1, 0, 2 ** 31 - 1, -(2 ** 31)],
  String: ["", " \n", "\u202eadA", "'; --", "\\%", "__proto__", "🎭"],
  TimeZone: ["UTC"],
};

/** Ids of the scene by what they are of. */
const KINDS = ["order", "buyer", "refund", "venue"];
const isOf = (kind: string, name: string) => new RegExp(kind === "buyer" ? "user" : kind, "i").test(name);

/** None of them is the right one. */
function otherIds(right: string, name: string, { ids }: Scene): unknown[] {
  const inOtherDigits = [...right].map((one) => (/\d/.test(one) ? String.fromCharCode(0xff10 + Number(one)) : one));
  return [
    "",
    "x",
    "\u0000",
    "\ud800",
    LONG,
    "constructor",
    "00000000-0000-0000-0000-000000000000",
    right.replace(/^(.{14})./, "$1f"),
    ` ${right}`,
    `${right} `,
    `${right}\n`,
    `${right}\u0000`,
    `{${right}}`,
    // An id without hyphens is the right one.
    ...(right.includes("-") ? [right.replaceAll("-", "")] : []),
    inOtherDigits.join(""),
    randomUUID(),
    5,
    [right, right],
    ...(/seat/i.test(name) ? [".0", ".999999", ".99999999999"].map((no) => `${ids.event}${no}`) : []),
    ...KINDS.filter((kind) => !isOf(kind, name)).map((kind) => ids[kind]),
  ];
}

/** What every such place refuses, or finds nothing by. */
export function senseless(type: GraphQLInputType, right: unknown, { name }: { name: string }, scene: Scene): unknown[] {
  const bare = getNullableType(type);
  const missing = isNonNullType(type) ? [null] : [];
  if (isListType(bare)) {
    const [one = sampleOf(bare.ofType as GraphQLInputType)] = (right ?? []) as unknown[];
    const withNull = isNonNullType(bare.ofType) ? [[null]] : [];
    const length = Math.min(TOO_MANY, Math.floor(MOST_BYTES / (JSON.stringify(one).length + 1)));
    return [...missing, ...withNull, [[one, one]], Array.from({ length }, () => one)];
  }
  if (isEnumType(bare)) return [...missing, "", "x", "__proto__", bare.getValues()[0]!.name.toLowerCase(), 1, LONG];
  const rightId = typeof right === "string" ? right : scene.ids.event!;
  const values = bare.name === "ID" ? otherIds(rightId, name, scene) : SENSELESS[bare.name];
  if (!values) throw new Error(`Say in SENSELESS of test/arguments/values.ts what ${String(bare)} is not.`);
  return [...missing, { a: 1 }, [], ...values];
}

/** What may be fine, or not. */
export function unusual(type: GraphQLInputType, right: unknown, scene: Scene, foreign: readonly string[]): unknown[] {
  const bare = getNullableType(type);
  const missing = isNonNullType(type) ? [] : [null];
  if (isListType(bare)) {
    const [one = sampleOf(bare.ofType as GraphQLInputType)] = (right ?? []) as unknown[];
    return [...missing, [], [one, one], one];
  }
  if (isEnumType(bare)) return [...missing, ...bare.getValues().map(({ name }) => name)];
  if (bare.name === "ID")
    return [...missing, (typeof right === "string" ? right : scene.ids.event!).toUpperCase(), ...foreign];
  return [...missing, ...UNUSUAL[bare.name]!];
}
