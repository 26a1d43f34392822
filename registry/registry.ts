// What the registry does: checks a proposed subgraph, publishes it, takes it away, validates operations. Whoever calls has checked the key.
import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Database } from "../platform/database.ts";
import { createThread } from "../platform/thread.ts";
import type { BuildError, Subgraph } from "./checks/composition.ts";
import type { Diagnostic } from "./checks/lint.ts";
import type { OperationProblem, ProposedOperation } from "./checks/operations.ts";
import type { Answer, Asked } from "./checks/thread.ts";
import {
  addOperations,
  addVersion,
  keepCheck,
  lockVariant,
  operationsOf,
  putSupergraph,
  subgraphsOf,
  supergraphOf,
  type KeptCheck,
  type Publication,
  type PublishedSubgraph,
  type TrustedOperation,
  type VariantRef,
} from "./store.ts";

export interface Publish {
  name: string;
  /** Null: the one that it had. */
  url: string | null;
  sdl: string;
  revision: string;
  git: object;
  keyId: string;
}

export interface Published {
  errors: BuildError[];
  /** Gateways get another supergraph. */
  isLive: boolean;
  wasCreated: boolean;
  wasUpdated: boolean;
}

export interface Registry {
  /** What the base does not say already. */
  lint(sdl: string, baseSdl: string): Promise<Diagnostic[]>;
  check(ref: VariantRef, proposed: { name: string; sdl: string; git: object; keyId: string }): Promise<KeptCheck>;
  publish(ref: VariantRef, publish: Publish): Promise<Published>;
  /** Undefined for a subgraph that is not there. */
  remove(
    ref: VariantRef,
    removal: { name: string; isRehearsal: boolean; keyId: string },
  ): Promise<{ errors: BuildError[]; isLive: boolean } | undefined>;
  validateOperations(ref: VariantRef, operations: ProposedOperation[]): Promise<OperationProblem[]>;
  publishOperations(ref: VariantRef, operations: TrustedOperation[]): Promise<number>;
  stop(): Promise<void>;
}

/** What takes longer is refused: six subgraphs compose in a quarter of a second. */
const LIMITS = { mostWaiting: 200, deadlineMs: 10_000 };
const ATTEMPTS = 10;

type Composed = Omit<Extract<Answer, { what: "compose" }>, "what">;

/** Which versions are in force. */
function stateOf(published: PublishedSubgraph[]): string {
  return published.map(({ id }) => id).join(" ");
}

export function createRegistry(database: Database): Registry {
  const thread = createThread<Asked, Answer>(new URL("./checks/thread.ts", import.meta.url), LIMITS);
  const plain = ({ name, url, sdl }: Subgraph): Subgraph => ({ name, url, sdl });

  /** What is answered is of the kind that is asked. */
  const ask = <What extends Asked["what"]>(asked: Extract<Asked, { what: What }>) =>
    thread.ask(asked).catch((error: Error) => {
      if (/call stack/.test(error.message)) throw new GraphQLError("The schema is nested too deep to be checked.");
      throw error;
    }) as Promise<Extract<Answer, { what: What }>>;

  async function compose(subgraphs: Subgraph[]): Promise<Composed> {
    if (subgraphs.length === 0) return { errors: [], supergraphSdl: null, apiSdl: null };
    return ask({ what: "compose", subgraphs });
  }

  /**
   * Composes what would be in force, and then puts it in force; if it fits together, gateways get it. Whatever has been published
   * meanwhile is composed with once more: nobody holds the variant while something composes.
   */
  async function change(
    ref: VariantRef,
    next: (published: PublishedSubgraph[]) => Publication | undefined,
    isRehearsal = false,
  ): Promise<{ before: PublishedSubgraph[]; errors: BuildError[]; isLive: boolean }> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const before = await subgraphsOf(database.read(), ref);
      const publication = next(before);
      const others = before.filter(({ name }) => name !== publication?.name).map(plain);
      const sdl = publication?.sdl ?? null;
      const after = publication && sdl !== null ? [...others, plain({ ...publication, sdl })] : others;
      const { errors, supergraphSdl, apiSdl } = await compose(after);
      if (isRehearsal) return { before, errors, isLive: false };
      const done = await database.transaction(async (tx) => {
        await lockVariant(tx, ref);
        if (stateOf(await subgraphsOf(tx, ref)) !== stateOf(before)) return undefined;
        if (publication) await addVersion(tx, ref, publication);
        const isLive =
          supergraphSdl !== null && apiSdl !== null && (await putSupergraph(tx, ref, { sdl: supergraphSdl, apiSdl }));
        return { before, errors, isLive };
      });
      if (done) return done;
    }
    throw new GraphQLError("Others keep publishing to this variant: try again.");
  }

  return {
    lint: async (sdl, baseSdl) => (await ask({ what: "lint", sdl, baseSdl })).diagnostics,
    check: async (ref, { name, sdl, git, keyId }) => {
      const published = (await subgraphsOf(database.read(), ref)).map(plain);
      const url = published.find((subgraph) => subgraph.name === name)?.url ?? "";
      const operations = (await operationsOf(database, ref)).map(({ name: called, body }) => ({ name: called, body }));
      const proposed = [{ name, url, sdl }];
      const { result } = await ask({ what: "check", published, proposed, operations });
      const kept: KeptCheck = { id: randomUUID(), ...ref, subgraph: name, passed: result.passed, result };
      await keepCheck(database, kept, git, keyId);
      return kept;
    },
    publish: async (ref, { url, ...rest }) => {
      const isSame = (old: PublishedSubgraph | undefined) =>
        old !== undefined && old.sdl === rest.sdl && (url === null || old.url === url);
      const find = (published: PublishedSubgraph[]) => published.find(({ name }) => name === rest.name);
      const { before, errors, isLive } = await change(ref, (published) => {
        const old = find(published);
        return isSame(old) ? undefined : { ...rest, url: url ?? old?.url ?? "" };
      });
      const old = find(before);
      return { errors, isLive, wasCreated: !old, wasUpdated: old !== undefined && !isSame(old) };
    },
    remove: async (ref, { name, isRehearsal, keyId }) => {
      const gone = { name, url: "", sdl: null, revision: "", git: {}, keyId };
      const isThere = (published: PublishedSubgraph[]) => published.some((subgraph) => subgraph.name === name);
      const next = (published: PublishedSubgraph[]) => (isThere(published) ? gone : undefined);
      const { before, errors, isLive } = await change(ref, next, isRehearsal);
      return isThere(before) ? { errors, isLive } : undefined;
    },
    validateOperations: async (ref, operations) => {
      const supergraph = await supergraphOf(database, ref);
      if (!supergraph) throw new GraphQLError("The variant has no schema that composes: publish its subgraphs first.");
      const { problems } = await ask({ what: "validate", apiSdl: supergraph.apiSdl, operations });
      return problems;
    },
    publishOperations: (ref, operations) => database.transaction((tx) => addOperations(tx, ref, operations)),
    stop: () => thread.stop(),
  };
}
