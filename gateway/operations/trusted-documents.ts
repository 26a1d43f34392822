// Trusted documents: only operations that were registered beforehand are executed. Known documents: those that clients may name by ID, beside
// any other operation. Both lists are manifests that
// `rover persisted-queries generate` writes (https://www.apollographql.com/docs/rover/commands/persisted-queries).
import { readFileSync } from "node:fs";
import { z } from "zod";
import { ConfigError } from "../../platform/core/config.ts";

const manifestSchema = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

export interface TrustedDocuments {
  /** The text of an operation by its id. */
  byId(id: string): string | undefined;
  includes(query: string): boolean;
}

/** @throws ConfigError if the manifest is invalid */
export function readTrustedDocuments(variable: string, file: string): TrustedDocuments {
  try {
    const { operations } = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    const bodies = new Map(operations.map(({ id, body }) => [id, body]));
    const all = new Set(bodies.values());
    return { byId: (id) => bodies.get(id), includes: (query) => all.has(query) };
  } catch (cause) {
    throw new ConfigError(
      `${variable} must name a manifest of persisted queries, as Rover writes it: ${(cause as Error).message}`,
    );
  }
}

/** The same list with operations of the gateway's own pages. */
export function withOwn(documents: TrustedDocuments, own: readonly string[]): TrustedDocuments {
  return { ...documents, includes: (query) => own.includes(query) || documents.includes(query) };
}
