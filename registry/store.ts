// What the registry keeps: graphs, keys, published schemas with their history, what composed, checks, trusted operations.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Database, Tx } from "../platform/database.ts";
import { uuidOrNull } from "../platform/input.ts";
import { change, row, rows, sql } from "../platform/sql.ts";
import type { CheckResult } from "./checks/check.ts";
import type { Subgraph } from "./checks/composition.ts";
import type { KnownOperation } from "./checks/operations.ts";

export interface VariantRef {
  graphId: string;
  variant: string;
}

export interface Key {
  id: string;
  graphId: string;
  mayWrite: boolean;
}

export interface PublishedSubgraph extends Subgraph {
  /** Of the version. */
  id: number;
  revision: string;
  publishedAt: Date;
}

export interface Supergraph {
  id: number;
  sdl: string;
  apiSdl: string;
  hash: string;
}

export interface TrustedOperation extends KnownOperation {
  id: string;
  type: string;
  clientName: string | null;
}

const hashOf = (key: string) => createHash("sha256").update(key).digest();

/** Makes the graph and this key, where they are not there yet. */
export async function ensureKey(
  database: Database,
  graphId: string,
  key: { name: string; text: string; mayWrite: boolean },
): Promise<void> {
  await database.transaction(async (tx) => {
    await rows(tx, sql`insert into graph (id) values (${graphId}) on conflict do nothing`);
    await rows(
      tx,
      sql`insert into api_key (id, graph_id, name, hash, may_write) values (${randomUUID()}, ${graphId}, ${key.name}, ${hashOf(key.text)}, ${key.mayWrite})
          on conflict (hash) do nothing`,
    );
  });
}

/** In the form that Rover knows; shown once, and not kept. */
export function newKeyText(graphId: string): string {
  return `service:${graphId}:${randomBytes(24).toString("base64url")}`;
}

/** Undefined for one that is unknown or revoked. */
export function findKey(database: Database, text: string): Promise<Key | undefined> {
  return row(
    database.read(),
    sql`select id, graph_id, may_write from api_key where hash = ${hashOf(text)} and revoked_at is null`,
  );
}

/** Those in which something is in force: Rover takes any other for one that is not federated. */
export async function variantsOf(database: Database, graphId: string): Promise<string[]> {
  const found = await rows<{ name: string }>(
    database.read(),
    sql`select name from variant v where graph_id = ${graphId} and exists (
          select 1 from (select distinct on (s.name) s.sdl from subgraph_version s where s.graph_id = v.graph_id and s.variant = v.name order by s.name, s.id desc) newest
          where sdl is not null) order by name`,
  );
  return found.map(({ name }) => name);
}

/** Those that are in force, by name. */
export function subgraphsOf(em: Tx, { graphId, variant }: VariantRef): Promise<PublishedSubgraph[]> {
  return rows(
    em,
    sql`select id, name, url, sdl, revision, published_at from (
          select distinct on (name) * from subgraph_version where graph_id = ${graphId} and variant = ${variant} order by name, id desc
        ) newest where sdl is not null order by name`,
  );
}

export function supergraphOf(database: Database, { graphId, variant }: VariantRef): Promise<Supergraph | undefined> {
  return row(
    database.read(),
    sql`select s.id, s.sdl, s.api_sdl, s.hash from variant v join supergraph s on s.id = v.supergraph_id where v.graph_id = ${graphId} and v.name = ${variant}`,
  );
}

/** Of two who publish at once the second composes with what the first has published. Makes the variant if there is none. */
export async function lockVariant(tx: Tx, { graphId, variant }: VariantRef): Promise<void> {
  await rows(tx, sql`insert into variant (graph_id, name) values (${graphId}, ${variant}) on conflict do nothing`);
  await rows(tx, sql`select 1 from variant where graph_id = ${graphId} and name = ${variant} for update`);
}

export interface Publication {
  name: string;
  url: string;
  /** Null: the subgraph is gone. */
  sdl: string | null;
  revision: string;
  git: object;
  keyId: string;
}

export async function addVersion(tx: Tx, { graphId, variant }: VariantRef, publication: Publication): Promise<void> {
  const { name, url, sdl, revision, git, keyId } = publication;
  await rows(
    tx,
    sql`insert into subgraph_version (graph_id, variant, name, url, sdl, revision, git, published_by)
        values (${graphId}, ${variant}, ${name}, ${url}, ${sdl}, ${revision}, ${JSON.stringify(git)}::jsonb, ${keyId})`,
  );
}

/** From now on gateways get this one; false if they have it already. */
export async function putSupergraph(
  tx: Tx,
  { graphId, variant }: VariantRef,
  { sdl, apiSdl }: { sdl: string; apiSdl: string },
): Promise<boolean> {
  const hash = createHash("sha256").update(sdl).digest("hex");
  const changed = await change(
    tx,
    sql`with made as (
          insert into supergraph (graph_id, variant, sdl, api_sdl, hash)
          select ${graphId}, ${variant}, ${sdl}, ${apiSdl}, ${hash}
          where not exists (select 1 from variant v join supergraph s on s.id = v.supergraph_id where v.graph_id = ${graphId} and v.name = ${variant} and s.hash = ${hash})
          returning id)
        update variant set supergraph_id = made.id from made where graph_id = ${graphId} and name = ${variant}`,
  );
  return changed > 0;
}

export interface KeptCheck extends VariantRef {
  id: string;
  subgraph: string;
  passed: boolean;
  result: CheckResult;
}

export async function keepCheck(database: Database, kept: KeptCheck, git: object, keyId: string): Promise<void> {
  const { id, graphId, variant, subgraph, passed, result } = kept;
  await rows(
    database.read(),
    sql`insert into check_workflow (id, graph_id, variant, subgraph, passed, result, git, asked_by)
        values (${id}, ${graphId}, ${variant}, ${subgraph}, ${passed}, ${JSON.stringify(result)}::jsonb, ${JSON.stringify(git)}::jsonb, ${keyId})`,
  );
}

export async function findCheck(database: Database, id: string): Promise<KeptCheck | undefined> {
  return row(database.read(), sql`select * from check_workflow where id = ${uuidOrNull(id)}::uuid`);
}

export function operationsOf(database: Database, { graphId, variant }: VariantRef): Promise<TrustedOperation[]> {
  return rows(
    database.read(),
    sql`select id, name, type, body, client_name from trusted_operation where graph_id = ${graphId} and variant = ${variant} order by id`,
  );
}

/** Says how many are new. @throws ChangedBody for an id that has another body */
export async function addOperations(
  tx: Tx,
  { graphId, variant }: VariantRef,
  operations: TrustedOperation[],
): Promise<number> {
  const column = <Name extends keyof TrustedOperation>(name: Name) => operations.map((operation) => operation[name]);
  const added = await change(
    tx,
    sql`insert into trusted_operation (graph_id, variant, id, name, type, body, client_name)
        select ${graphId}, ${variant}, * from unnest(${column("id")}::text[], ${column("name")}::text[], ${column("type")}::text[], ${column("body")}::text[], ${column("clientName")}::text[]) order by 3
        on conflict do nothing`,
  );
  const changed = await row<{ id: string }>(
    tx,
    sql`select known.id from trusted_operation known join unnest(${column("id")}::text[], ${column("body")}::text[]) as given(id, body) using (id)
        where known.graph_id = ${graphId} and known.variant = ${variant} and known.body <> given.body limit 1`,
  );
  if (changed) throw new ChangedBody(changed.id);
  return added;
}

export class ChangedBody extends Error {
  constructor(id: string) {
    super(`The operation ${id} is published with another body: give the new one another id.`);
  }
}
