// Input is validated once, at the edge: the first error names its field.
import { z } from "zod";
import { badInput } from "./errors.ts";

/** @throws GraphQLError BAD_USER_INPUT that names the field. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  prefix = "input",
): z.infer<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = [prefix, ...(issue?.path ?? [])].filter((part) => part !== "").join(".");
  throw badInput(field, issue?.message ?? "is not valid");
}

/** Text for people: no control characters but line breaks and tabs, no lone surrogates, not blank. */
export function text(maxLength: number) {
  return z
    .string()
    .refine((value) => value.length <= maxLength, `must have at most ${maxLength} characters`)
    .refine((value) => value.trim().length > 0, "must not be empty")
    .refine(isStorable, "has characters that can't be stored, such as NUL");
}

/**
 * Text of one line, such as a name: no line breaks, no tabs, and no invisible characters that change the writing direction of the
 * surrounding text.
 */
export function line(maxLength: number) {
  return text(maxLength)
    .refine((value) => !LINE_BREAKS.test(value), "must be one line, without line breaks and tabs")
    .refine((value) => !DIRECTIONS.test(value), "has invisible characters that change the direction of writing");
}

const LINE_BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const DIRECTIONS = /\p{Bidi_Control}/u;

export function isStorable(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- the regex searches for control characters
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value) && value.isWellFormed();
}

/** A telephone number as people write it. */
export const telephone = z
  .string()
  .regex(/^\+?[0-9 ()/.-]{3,40}$/, "must have 3 to 40 digits, blanks and ( ) / . -, with or without a +");

/** An omitted value is null. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((given) => (given ?? null) as z.infer<Schema> | null);

/** IDs of at least one thing, each once. @param otherwise what to do instead of naming none */
export const namedOnce = (what: string, most: number, otherwise = "") =>
  z
    .array(z.string())
    .min(1, `must name at least one ${what}${otherwise}`)
    .max(most, `must name at most ${most} ${what}s`)
    .refine((ids) => new Set(ids).size === ids.length, `must not name a ${what} twice`);

export const idempotencyKey = z
  .string()
  .refine((value) => value.length >= 1 && value.length <= 255, "must have 1 to 255 characters")
  .refine(isStorable, "has characters that can't be stored, such as NUL");

/** A UUID, or null for an invalid one, which is treated as an unknown ID. */
export function uuidOrNull(id: string): string | null {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : null;
}

/** Null for a text that is not JSON, for a schema to refuse. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
