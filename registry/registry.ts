// Commands of the registry: check, publish and delete subgraphs, validate operations. The caller has checked the key.
import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Database } from "../platform/postgres/database.ts";
import type { Metrics } from "../platform/http/metrics.ts";
import type { Contract as CheckedContract } from "./checks/check.ts";
import type { BuildError } from "./checks/composition.ts";
import type { Diagnostic } from "./checks/lint.ts";
import type { OperationProblem, ProposedOperation } from "./checks/operations.ts";
import { createSchemaThread } from "./checks/schema-thread.ts";
import { contractsOf, filterOf } from "./contracts.ts";
import { demandRoutingUrl, type RoutingUrlRules } from "./routing-urls.ts";
import {
  addTrustedOperations,
  MOST_WEIGHING,
  trustedOperationsOf,
  usedOperationsOf,
  type TrustedOperation,
  type UsageFilter,
} from "./operations.ts";
import { keepCheck, type KeptCheck } from "./kept-checks.ts";
import {
  changeVariant,
  goneVersion,
  plain,
  publishContract,
  removeVariant,
  type Changed,
  type ContractPublication,
  type Publisher,
} from "./publication.ts";
import { subgraphsOf, supergraphOf, type PublishedSubgraph, type VariantRef } from "./store.ts";

export interface Publish {
  /** Without duplicates. */
  subgraphs: {
    name: string;
    /** Null: unchanged. Empty: none; gateways need one in their own configuration. */
    url: string | null;
    sdl: string;
  }[];
  revision: string;
  git: object;
  keyId: string;
  /** The subgraphs that the key is for; null: all. */
  owned: readonly string[] | null;
}

export interface Published extends Omit<Changed, "before"> {
  /** Names of subgraphs. */
  created: string[];
  updated: string[];
}

export interface Registry {
  /** Findings that the base does not have. */
  lint(sdl: string, baseSdl: string): Promise<Diagnostic[]>;
  check(
    ref: VariantRef,
    proposed: {
      name: string;
      sdl: string;
      git: object;
      keyId: string;
      usage: UsageFilter;
      ignored: readonly string[];
      owned: readonly string[] | null;
    },
  ): Promise<KeptCheck>;
  /**
   * Atomic. @throws GraphQLError if a routing URL is refused. With a key for some subgraphs also if the change does not compose or would
   * change the others
   */
  publish(ref: VariantRef, publish: Publish): Promise<Published>;
  /** Undefined for a subgraph that is not there. */
  remove(
    ref: VariantRef,
    removal: { name: string; isRehearsal: boolean; keyId: string; owned: readonly string[] | null },
  ): Promise<{ errors: BuildError[]; isLive: boolean } | undefined>;
  validateOperations(ref: VariantRef, operations: ProposedOperation[]): Promise<OperationProblem[]>;
  publishOperations(ref: VariantRef, operations: TrustedOperation[]): Promise<number>;
  /** Creates a contract, or changes its filter; does neither if there are errors. */
  publishContract(ref: VariantRef, contract: ContractPublication): Promise<{ errors: string[] }>;
  /** Deletes a contract, or a variant with all its subgraphs. @throws GraphQLError if contracts show part of it */
  removeVariant(ref: VariantRef, keyId: string): Promise<void>;
  stop(): Promise<void>;
}

/** @param count called with the outcome of checks and publications */
export function createRegistry(database: Database, count: Metrics["count"], urlRules: RoutingUrlRules): Registry {
  const { ask, stop } = createSchemaThread();
  const publisher: Publisher = { database, ask, count };

  /** Without duplicates. */
  async function operationsOf(ref: VariantRef, usage: UsageFilter, ignored: readonly string[]) {
    const trusted = await trustedOperationsOf(database, ref);
    const used = await usedOperationsOf(database, ref, usage, MOST_WEIGHING);
    const known = new Map(
      [...used, ...trusted.filter(({ id }) => !ignored.includes(id))].map((one) => [one.body, one]),
    );
    return [...known.values()].map(({ name, body }) => ({ name, body }));
  }

  return {
    lint: async (sdl, baseSdl) => (await ask({ what: "lint", sdl, baseSdl })).diagnostics,
    check: async (ref, { name, sdl, git, keyId, usage, ignored, owned }) => {
      const em = database.read();
      const published = (await subgraphsOf(em, ref)).map(plain);
      const url = published.find((subgraph) => subgraph.name === name)?.url ?? "";
      const contracts: CheckedContract[] = [];
      for (const contract of await contractsOf(em, ref)) {
        const { variant } = contract;
        const theirs = await operationsOf({ ...ref, variant }, usage, ignored);
        contracts.push({ variant, filter: filterOf(contract), operations: theirs });
      }
      const own = await operationsOf(ref, usage, ignored);
      const operations = [...own, ...contracts.flatMap((contract) => contract.operations)];
      const proposed = [{ name, url, sdl }];
      const { result } = await ask({ what: "check", published, proposed, operations, contracts, owned });
      const kept: KeptCheck = { id: randomUUID(), ...ref, subgraph: name, passed: result.passed, result };
      await keepCheck(database, kept, git, keyId);
      count("schema_checks_total", { outcome: result.passed ? "passed" : "failed" });
      return kept;
    },
    publish: async (ref, { subgraphs, owned, ...rest }) => {
      const demanded = (name: string, url: string) => (url === "" ? "" : demandRoutingUrl(url, name, urlRules));
      const given = subgraphs.map(({ name, url, sdl }) => ({ name, url: url && demanded(name, url), sdl }));
      const oldOf = (published: PublishedSubgraph[], name: string) => published.find((one) => one.name === name);
      const changedOf = (published: PublishedSubgraph[]) =>
        given.filter(({ name, url, sdl }) => {
          const old = oldOf(published, name);
          return old?.sdl !== sdl || (url !== null && old.url !== url);
        });
      const next = (published: PublishedSubgraph[]) =>
        changedOf(published).map(({ name, url, sdl }) => {
          const urlNow = url ?? demanded(name, oldOf(published, name)?.url ?? "");
          return { ...rest, name, sdl, url: urlNow };
        });
      const { before, ...done } = await changeVariant(publisher, ref, { next, owned });
      const names = changedOf(before).map(({ name }) => name);
      const wasThere = (name: string) => oldOf(before, name) !== undefined;
      return { ...done, created: names.filter((name) => !wasThere(name)), updated: names.filter(wasThere) };
    },
    remove: async (ref, { name, isRehearsal, keyId, owned }) => {
      const gone = goneVersion(name, keyId);
      const isThere = (published: PublishedSubgraph[]) => published.some((subgraph) => subgraph.name === name);
      const next = (published: PublishedSubgraph[]) => (isThere(published) ? [gone] : []);
      const { before, errors, isLive } = await changeVariant(publisher, ref, { next, owned, isRehearsal });
      return isThere(before) ? { errors, isLive } : undefined;
    },
    validateOperations: async (ref, operations) => {
      const supergraph = await supergraphOf(database.read(), ref);
      if (!supergraph) throw new GraphQLError("The variant has no composed schema: publish its subgraphs first.");
      const { problems } = await ask({ what: "validate", apiSdl: supergraph.apiSdl, operations });
      return problems;
    },
    publishOperations: (ref, operations) => database.transaction((tx) => addTrustedOperations(tx, ref, operations)),
    publishContract: (ref, contract) => publishContract(publisher, ref, contract),
    removeVariant: (ref, keyId) => removeVariant(database, ref, keyId),
    stop,
  };
}
