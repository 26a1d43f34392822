// The JSON Canonicalization Scheme (RFC 8785): the same bytes for the same value in every language.
import canonicalize from "canonicalize";

/** @throws Error if JSON cannot express the value: NaN, Infinity, a lone surrogate, a circle, undefined */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`JSON cannot express ${typeof value}.`);
  return text;
}
