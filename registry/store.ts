// Tables of the registry: variants, published subgraphs with their history, supergraphs.
import { createHash } from "node:crypto";
import type { Database, Tx } from "../platform/postgres/database.ts";
import type { Subgraph } from "./checks/composition.ts";
import { statement, VariantEntity } from "./entities.ts";

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

const variants = statement((db, { graphId }: { graphId: string }) =>
  db
    .selectFrom("variant as v")
    .select("v.name")
    .where("v.graphId", "=", graphId)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom((versions) =>
            versions
              .selectFrom("subgraph_version as s")
              .distinctOn("s.name")
              .select("s.sdl")
              .whereRef("s.graphId", "=", "v.graphId")
              .whereRef("s.variant", "=", "v.name")
              .orderBy("s.name")
              .orderBy("s.id", "desc")
              .as("newest"),
          )
            .select("newest.sdl")
            .where("newest.sdl", "is not", null),
        ),
        exists(
          selectFrom("contract as c")
            .select("c.variant")
            .whereRef("c.graphId", "=", "v.graphId")
            .whereRef("c.variant", "=", "v.name"),
        ),
      ]),
    )
    .orderBy("v.name"),
);

/** Variants with published subgraphs, and contracts: Rover treats others as not federated. */
export async function variantsOf(database: Database, graphId: string): Promise<string[]> {
  return (await variants.rows(database.read(), { graphId })).map(({ name }) => name);
}

const subgraphs = statement((db, { graphId, variant }: VariantRef) =>
  db
    .selectFrom((versions) =>
      versions
        .selectFrom("subgraph_version")
        .distinctOn("name")
        .selectAll()
        .where("graphId", "=", graphId)
        .where("variant", "=", variant)
        .orderBy("name")
        .orderBy("id", "desc")
        .as("newest"),
    )
    .select(["newest.id", "newest.name", "newest.url", "newest.sdl", "newest.revision", "newest.publishedAt"])
    .where("newest.sdl", "is not", null)
    .orderBy("newest.name")
    .$narrowType<{ sdl: string }>(),
);

/** Published versions, by name. */
export function subgraphsOf(em: Tx, ref: VariantRef): Promise<PublishedSubgraph[]> {
  return subgraphs.rows(em, ref);
}

const supergraph = statement((db, { graphId, variant }: VariantRef) =>
  db
    .selectFrom("variant as v")
    .innerJoin("supergraph as s", "s.id", "v.supergraphId")
    .select(["s.id", "s.sdl", "s.apiSdl", "s.hash"])
    .where("v.graphId", "=", graphId)
    .where("v.name", "=", variant),
);

export function supergraphOf(em: Tx, ref: VariantRef): Promise<Supergraph | undefined> {
  return supergraph.row(em, ref);
}

const supergraphHash = statement((db, { graphId, variant }: VariantRef) =>
  db
    .selectFrom("variant as v")
    .innerJoin("supergraph as s", "s.id", "v.supergraphId")
    .select("s.hash")
    .where("v.graphId", "=", graphId)
    .where("v.name", "=", variant),
);

/** A version without its text. */
export async function supergraphHashOf(em: Tx, ref: VariantRef): Promise<string | undefined> {
  return (await supergraphHash.row(em, ref))?.hash;
}

const ensureVariant = statement((db, { graphId, variant }: VariantRef) =>
  db
    .insertInto("variant")
    .values({ graphId, name: variant })
    .onConflict((known) => known.doNothing()),
);

const lockOne = statement((db, { graphId, variant }: VariantRef) =>
  db.selectFrom("variant").select("name").where("graphId", "=", graphId).where("name", "=", variant).forUpdate(),
);

/** Locks the variant: of two concurrent publications the second composes with the first. Creates the variant if missing. */
export async function lockVariant(tx: Tx, ref: VariantRef): Promise<void> {
  await ensureVariant.change(tx, ref);
  await lockOne.row(tx, ref);
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

const newVersion = statement((db, of: VariantRef & Publication) =>
  db.insertInto("subgraph_version").values({
    graphId: of.graphId,
    variant: of.variant,
    name: of.name,
    url: of.url,
    sdl: of.sdl,
    revision: of.revision,
    git: of.git,
    publishedBy: of.keyId,
  }),
);

export async function addVersion(tx: Tx, { graphId, variant }: VariantRef, publication: Publication): Promise<void> {
  await newVersion.change(tx, { ...publication, graphId, variant });
}

const replaceSupergraph = statement((db, of: VariantRef & Omit<Supergraph, "id">, { sql }) =>
  db
    .with("made", (made) =>
      made
        .insertInto("supergraph")
        .columns(["graphId", "variant", "sdl", "apiSdl", "hash"])
        .expression(
          made
            .selectNoFrom([
              sql<string>`${of.graphId}::text`.as("graphId"),
              sql<string>`${of.variant}::text`.as("variant"),
              sql<string>`${of.sdl}::text`.as("sdl"),
              sql<string>`${of.apiSdl}::text`.as("apiSdl"),
              sql<string>`${of.hash}::text`.as("hash"),
            ])
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom("variant as v")
                    .innerJoin("supergraph as s", "s.id", "v.supergraphId")
                    .select("s.id")
                    .where("v.graphId", "=", of.graphId)
                    .where("v.name", "=", of.variant)
                    .where("s.hash", "=", of.hash),
                ),
              ),
            ),
        )
        .returning("supergraph.id"),
    )
    .updateTable("variant")
    .from("made")
    .set(({ ref }) => ({ supergraphId: ref("made.id") }))
    .where("variant.graphId", "=", of.graphId)
    .where("variant.name", "=", of.variant),
);

/** Delivers this supergraph to gateways; false if it is the current one. */
export async function putSupergraph(
  tx: Tx,
  { graphId, variant }: VariantRef,
  { sdl, apiSdl }: { sdl: string; apiSdl: string },
): Promise<boolean> {
  const hash = createHash("sha256").update(sdl).digest("hex");
  return (await replaceSupergraph.change(tx, { graphId, variant, sdl, apiSdl, hash })) > 0;
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

interface Asked extends VariantRef {
  subgraph: string;
  upTo: number | null;
  limit: number;
}

/** Newest first. */
const versions = statement((db, of: Asked, { has }) =>
  db
    .selectFrom("subgraph_version as v")
    .innerJoin("api_key as k", "k.id", "v.publishedBy")
    .select(["v.id", "v.name", "v.url", "v.sdl", "v.revision", "v.publishedAt", "k.name as publishedBy"])
    .where("v.graphId", "=", of.graphId)
    .where("v.variant", "=", of.variant)
    .where("v.name", "=", of.subgraph)
    .$if(has("upTo"), (known) => known.where("v.id", "<=", of.upTo!))
    .orderBy("v.id", "desc")
    .limit(of.limit),
);

/** Newest first. */
export function versionsOf(em: Tx, ref: VariantRef, subgraph: string, limit: number): Promise<Version[]> {
  return versions.rows(em, { ...ref, subgraph, upTo: null, limit });
}

/** A version and its predecessor, if any. */
export async function findVersion(
  em: Tx,
  ref: VariantRef,
  subgraph: string,
  id: number,
): Promise<{ version: Version; before: Version | undefined } | undefined> {
  const [version, before] = await versions.rows(em, { ...ref, subgraph, upTo: id, limit: 2 });
  return version?.id === id ? { version, before } : undefined;
}

/** Gateways with it keep it; others do not get it. */
export async function dropSupergraph(tx: Tx, { graphId, variant }: VariantRef): Promise<void> {
  await tx.nativeUpdate(VariantEntity, { graphId, name: variant }, { supergraphId: null });
}
