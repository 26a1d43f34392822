// API keys: each opens one graph, to read, to write too (all of it, or some of its subgraphs), or for a gateway. Only a hash is stored, so
// read access to the database does not reveal keys. They are long and random, so a plain hash is sufficient.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { isPublished } from "../platform/core/config.ts";
import type { Database } from "../platform/postgres/database.ts";
import { uuidOrNull } from "../platform/core/input.ts";
import { rows, sql } from "../platform/postgres/sql.ts";
import { statement } from "./entities.ts";

/** `read`: fetches and checks. `write`: publishes too. `gateway`: fetches supergraphs, and reports usage. */
export const KEY_KINDS = ["read", "write", "gateway"] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

export interface Key {
  id: string;
  graphId: string;
  kind: KeyKind;
  /** Subgraphs that it may publish; null: all of the graph. */
  subgraphs: string[] | null;
}

export interface ListedKey extends Key {
  name: string;
  createdAt: Date;
  revokedAt: Date | null;
}

const hashOf = (text: string) => createHash("sha256").update(text).digest();

/** In Rover's format; shown once, and not stored. */
export function newKeyText(graphId: string): string {
  return `service:${graphId}:${randomBytes(24).toString("base64url")}`;
}

/** Creates the graph and this key if missing. */
export async function ensureKey(
  database: Database,
  graphId: string,
  key: { name: string; text: string; kind: KeyKind; subgraphs?: readonly string[] },
): Promise<void> {
  await database.transaction(async (tx) => {
    await rows(tx, sql`insert into graph (id) values (${graphId}) on conflict do nothing`);
    await rows(
      tx,
      sql`insert into api_key (id, graph_id, name, hash, kind, subgraphs)
          values (${randomUUID()}, ${graphId}, ${key.name}, ${hashOf(key.text)}, ${key.kind}, ${key.subgraphs ?? null})
          on conflict (hash) do nothing`,
    );
  });
}

const keyByHash = statement((db, { hash }: { hash: Buffer }) =>
  db
    .selectFrom("api_key")
    .select(["id", "graphId", "kind", "subgraphs"])
    .where("hash", "=", hash)
    .where("revokedAt", "is", null),
);

/** Undefined for an unknown, revoked or published example key. */
export async function findKey(
  database: Database,
  text: string,
  { acceptsPublishedKeys = false }: { acceptsPublishedKeys?: boolean } = {},
): Promise<Key | undefined> {
  if (!acceptsPublishedKeys && isPublished(text)) return undefined;
  return keyByHash.row(database.read(), { hash: hashOf(text) });
}

const allKeys = statement((db) =>
  db
    .selectFrom("api_key")
    .select(["id", "graphId", "kind", "subgraphs", "name", "createdAt", "revokedAt"])
    .orderBy("createdAt")
    .orderBy("id"),
);

/** Oldest first. */
export function listKeys(database: Database): Promise<ListedKey[]> {
  return allKeys.rows(database.read(), {});
}

const revoke = statement((db, { id }: { id: string }, { sql }) =>
  db
    .updateTable("api_key")
    .set({ revokedAt: sql`now()` })
    .where("id", "=", id)
    .where("revokedAt", "is", null),
);

/** Revokes a key; false if no valid key has this ID. */
export async function revokeKey(database: Database, id: string): Promise<boolean> {
  const known = uuidOrNull(id);
  return known !== null && (await revoke.change(database.read(), { id: known })) > 0;
}
