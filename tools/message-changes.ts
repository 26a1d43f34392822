// Compatibility of message changes with consumers of an older version, and with outboxes, whose messages are read for years. Compares the
// messages' JSON Schemas.
import { z } from "zod";
import type { MessageType } from "../platform/core/contracts.ts";

/** The part of JSON Schema (2020-12) that messages use. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  [keyword: string]: unknown;
}

export interface MessageChange {
  isBreaking: boolean;
  /** Message and field, such as `orders.OrderPaid.card.riskLevel`. */
  path: string;
  message: string;
}

/** Sorted by name. */
export function describeMessages(messages: MessageType[]): Record<string, JsonSchema> {
  const inOrder = messages.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return Object.fromEntries(
    inOrder.map(({ name, body }) => [name, z.toJSONSchema(body, { io: "input" }) as JsonSchema]),
  );
}

export function compareMessages(
  before: Record<string, JsonSchema>,
  after: Record<string, JsonSchema>,
): MessageChange[] {
  return Object.entries(before).flatMap(([name, schema]) => {
    const now = after[name];
    return now ? compare(name, schema, now) : [breaking(name, "is not published any more, and consumers may need it")];
  });
}

const breaking = (path: string, message: string): MessageChange => ({ isBreaking: true, path, message });
const harmless = (path: string, message: string): MessageChange => ({ isBreaking: false, path, message });

function compare(path: string, before: JsonSchema, after: JsonSchema): MessageChange[] {
  const [alternatives, alternativesNow] = [alternativesOf(before), alternativesOf(after)];
  if (alternatives.length > 1 || alternativesNow.length > 1)
    return compareAlternatives(path, alternatives, alternativesNow);
  if (before.type !== after.type)
    return [breaking(path, `was ${String(before.type ?? "anything")} and is ${String(after.type ?? "anything")}`)];
  return [
    ...compareProperties(path, before, after),
    ...(before.items && after.items ? compare(`${path}[]`, before.items, after.items) : []),
    ...compareValues(path, before, after),
    ...compareLimits(path, before, after),
  ];
}

function compareProperties(path: string, before: JsonSchema, after: JsonSchema): MessageChange[] {
  const [fields, fieldsNow] = [before.properties ?? {}, after.properties ?? {}];
  const [required, requiredNow] = [new Set(before.required), new Set(after.required)];
  const of = (name: string) => `${path}.${name}`;
  const kept = Object.keys(fields).flatMap((name): MessageChange[] => {
    const now = fieldsNow[name];
    if (!now)
      return required.has(name)
        ? [breaking(of(name), "was removed, and older consumers require it")]
        : [harmless(of(name), "was removed; no consumer may require it")];
    const more: MessageChange[] = [];
    if (!required.has(name) && requiredNow.has(name))
      more.push(breaking(of(name), "is required, and older messages may lack it"));
    if (required.has(name) && !requiredNow.has(name))
      more.push(breaking(of(name), "is optional, and older consumers require it"));
    return [...more, ...compare(of(name), fields[name]!, now)];
  });
  const added = Object.keys(fieldsNow)
    .filter((name) => !(name in fields))
    .map((name) =>
      requiredNow.has(name)
        ? breaking(of(name), "is new and required, and older messages lack it")
        : harmless(of(name), "is new"),
    );
  return [...kept, ...added];
}

/** A removed value is in older messages; a new one is refused by older consumers. */
function compareValues(path: string, before: JsonSchema, after: JsonSchema): MessageChange[] {
  const valuesOf = ({ enum: values, const: value }: JsonSchema) => values ?? (value === undefined ? [] : [value]);
  const [values, valuesNow] = [valuesOf(before), valuesOf(after)];
  const gone = values.filter((value) => !valuesNow.includes(value) && valuesNow.length > 0);
  const added = valuesNow.filter((value) => !values.includes(value));
  return [
    ...gone.map((value) => breaking(path, `can't be ${JSON.stringify(value)} any more, and older messages may be`)),
    ...added.map((value) => breaking(path, `may be ${JSON.stringify(value)} now, which older consumers do not accept`)),
  ];
}

const LIMITS = [
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "pattern",
  "format",
];

function compareLimits(path: string, before: JsonSchema, after: JsonSchema): MessageChange[] {
  return LIMITS.filter((limit) => before[limit] !== after[limit]).map((limit) =>
    breaking(path, `had ${limit} ${String(before[limit] ?? "none")} and has ${String(after[limit] ?? "none")}`),
  );
}

/** Such as a string, or null. */
function alternativesOf(schema: JsonSchema): JsonSchema[] {
  if (!Array.isArray(schema.type)) return schema.anyOf ?? [schema];
  return schema.type.map((type) => (type === "null" ? { type } : { ...schema, type }));
}

/** Alternatives are distinguished by type, such as null and string. */
function compareAlternatives(path: string, before: JsonSchema[], after: JsonSchema[]): MessageChange[] {
  const names = (schemas: JsonSchema[]) => schemas.map((schema) => JSON.stringify(schema)).sort();
  const [had, has] = [names(before), names(after)];
  const gone = had.filter((one) => !has.includes(one));
  const added = has.filter((one) => !had.includes(one));
  return [
    ...gone.map((one) => breaking(path, `can't be ${one} any more, and older messages may be`)),
    ...added.map((one) => breaking(path, `may be ${one} now, which older consumers do not accept`)),
  ];
}
