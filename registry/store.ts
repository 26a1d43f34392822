// Tables of the registry: variants, published subgraphs with their history, supergraphs, contracts, checks.
import { createHash } from "node:crypto";
import type { Database, Tx } from "../platform/postgres/database.ts";
import { uuidOrNull } from "../platform/core/input.ts";
import { change, row, rows, sql } from "../platform/postgres/sql.ts";
import type { CheckResult } from "./checks/check.ts";
import type { Subgraph } from "./checks/composition.ts";
import type { ContractFilter } from "./checks/contract.ts";

export interface VariantRef {
  graphId: string;
  variant: string;
}

export interface PublishedSubgraph extends Subgraph {
  /** ID of the version. */
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

export interface Contract extends VariantRef, ContractFilter {
  source: string;
  /** Why the source's latest publication is not included; null: it is. */
  problem: string | null;
}

/** Variants with published subgraphs, and contracts: Rover treats others as not federated. */
export async function variantsOf(database: Database, graphId: string): Promise<string[]> {
  const found = await rows<{ name: string }>(
    database.read(),
    sql`select name from variant v where graph_id = ${graphId} and (exists (
          select 1 from (select distinct on (s.name) s.sdl from subgraph_version s where s.graph_id = v.graph_id and s.variant = v.name order by s.name, s.id desc) newest
          where sdl is not null)
          or exists (select 1 from contract c where c.graph_id = v.graph_id and c.variant = v.name)) order by name`,
  );
  return found.map(({ name }) => name);
}

/** Published versions, by name. */
export function subgraphsOf(em: Tx, { graphId, variant }: VariantRef): Promise<PublishedSubgraph[]> {
  return rows(
    em,
    sql`select id, name, url, sdl, revision, published_at from (
          select distinct on (name) * from subgraph_version where graph_id = ${graphId} and variant = ${variant} order by name, id desc
        ) newest where sdl is not null order by name`,
  );
}

export function supergraphOf(em: Tx, { graphId, variant }: VariantRef): Promise<Supergraph | undefined> {
  return row(
    em,
    sql`select s.id, s.sdl, s.api_sdl, s.hash from variant v join supergraph s on s.id = v.supergraph_id where v.graph_id = ${graphId} and v.name = ${variant}`,
  );
}

/** A version without its text. */
export async function supergraphHashOf(em: Tx, { graphId, variant }: VariantRef): Promise<string | undefined> {
  const found = await row<{ hash: string }>(
    em,
    sql`select s.hash from variant v join supergraph s on s.id = v.supergraph_id where v.graph_id = ${graphId} and v.name = ${variant}`,
  );
  return found?.hash;
}

/** Locks the variant: of two concurrent publications the second composes with the first. Creates the variant if missing. */
export async function lockVariant(tx: Tx, { graphId, variant }: VariantRef): Promise<void> {
  await rows(tx, sql`insert into variant (graph_id, name) values (${graphId}, ${variant}) on conflict do nothing`);
  await rows(tx, sql`select 1 from variant where graph_id = ${graphId} and name = ${variant} for update`);
}

export interface Publication {
  name: string;
  url: string;
  /** Null: the subgraph was deleted. */
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

/** Delivers this supergraph to gateways; false if it is the current one. */
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

/** Retention of checks: their pipelines have ended long before. */
const CHECKS_KEPT = "1 year";

export async function forgetChecks(database: Database): Promise<void> {
  await rows(database.read(), sql`delete from check_workflow where checked_at < now() - ${CHECKS_KEPT}::interval`);
}

export async function findCheck(database: Database, id: string): Promise<KeptCheck | undefined> {
  return row(database.read(), sql`select * from check_workflow where id = ${uuidOrNull(id)}::uuid`);
}

export interface Version {
  id: number;
  name: string;
  url: string;
  /** Null: the subgraph was deleted. */
  sdl: string | null;
  revision: string;
  publishedAt: Date;
  /** The key's name. */
  publishedBy: string;
}

const VERSION = sql`select v.id, v.name, v.url, v.sdl, v.revision, v.published_at, k.name as published_by
  from subgraph_version v join api_key k on k.id = v.published_by`;

/** Newest first. */
export function versionsOf(
  em: Tx,
  { graphId, variant }: VariantRef,
  subgraph: string,
  limit: number,
): Promise<Version[]> {
  return rows(
    em,
    sql`${VERSION} where v.graph_id = ${graphId} and v.variant = ${variant} and v.name = ${subgraph} order by v.id desc limit ${limit}`,
  );
}

/** A version and its predecessor, if any. */
export async function findVersion(
  em: Tx,
  { graphId, variant }: VariantRef,
  subgraph: string,
  id: number,
): Promise<{ version: Version; before: Version | undefined } | undefined> {
  const [version, before] = await rows<Version>(
    em,
    sql`${VERSION} where v.graph_id = ${graphId} and v.variant = ${variant} and v.name = ${subgraph} and v.id <= ${id} order by v.id desc limit 2`,
  );
  return version?.id === id ? { version, before } : undefined;
}

export interface CheckSummary {
  id: string;
  subgraph: string;
  passed: boolean;
  checkedAt: Date;
}

/** Newest first. */
export function checksOf(em: Tx, { graphId, variant }: VariantRef, limit: number): Promise<CheckSummary[]> {
  return rows(
    em,
    sql`select id, subgraph, passed, checked_at from check_workflow where graph_id = ${graphId} and variant = ${variant} order by checked_at desc limit ${limit}`,
  );
}

const CONTRACT = sql`graph_id, variant, source, include, exclude, hide_unreachable_types, problem`;

/** Contracts of this variant, by name. */
export function contractsOf(em: Tx, { graphId, variant }: VariantRef): Promise<Contract[]> {
  return rows(
    em,
    sql`select ${CONTRACT} from contract where graph_id = ${graphId} and source = ${variant} order by variant`,
  );
}

/** Undefined for a variant that is not a contract. */
export function findContract(em: Tx, { graphId, variant }: VariantRef): Promise<Contract | undefined> {
  return row(em, sql`select ${CONTRACT} from contract where graph_id = ${graphId} and variant = ${variant}`);
}

/** Creates it, or changes its filter. */
export async function putContract(tx: Tx, contract: Omit<Contract, "problem">): Promise<void> {
  const { graphId, variant, source, include, exclude, hideUnreachableTypes } = contract;
  await rows(
    tx,
    sql`insert into contract (graph_id, variant, source, include, exclude, hide_unreachable_types)
        values (${graphId}, ${variant}, ${source}, ${include}, ${exclude}, ${hideUnreachableTypes})
        on conflict (graph_id, variant) do update set include = excluded.include, exclude = excluded.exclude,
          hide_unreachable_types = excluded.hide_unreachable_types, problem = null, updated_at = now()`,
  );
}

export async function setContractProblem(
  tx: Tx,
  { graphId, variant }: VariantRef,
  problem: string | null,
): Promise<void> {
  await rows(tx, sql`update contract set problem = ${problem} where graph_id = ${graphId} and variant = ${variant}`);
}

export async function deleteContract(tx: Tx, { graphId, variant }: VariantRef): Promise<void> {
  await rows(tx, sql`delete from contract where graph_id = ${graphId} and variant = ${variant}`);
}

/** Gateways with it keep it; others do not get it. */
export async function dropSupergraph(tx: Tx, { graphId, variant }: VariantRef): Promise<void> {
  await rows(tx, sql`update variant set supergraph_id = null where graph_id = ${graphId} and name = ${variant}`);
}
