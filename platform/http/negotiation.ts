// Content negotiation (RFC 9110 section 12).
import type { IncomingMessage } from "node:http";
import Negotiator from "negotiator";

/** The type that the client prefers, of equals the first; undefined if it accepts none. */
export function preferredType(request: IncomingMessage, types: readonly string[]): string | undefined {
  return new Negotiator(request).mediaType(types);
}

/** Whether the client accepts the type by its name, not by a range such as `text/*`. */
export function namesType(request: IncomingMessage, type: string): boolean {
  return new Negotiator(request).mediaTypes().includes(type);
}

/** Whether the client prefers a response with gzip to one without. */
export function prefersGzip(request: IncomingMessage): boolean {
  return new Negotiator(request).encoding(["gzip", "identity"]) === "gzip";
}

/** The first of these encodings that the client accepts; undefined if it accepts none. */
export function acceptedEncoding(request: IncomingMessage, encodings: readonly string[]): string | undefined {
  const accepted = new Negotiator(request).encodings([...encodings]);
  return encodings.find((encoding) => accepted.includes(encoding));
}
