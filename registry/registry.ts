// Commands of the registry: check, publish and delete subgraphs, validate operations. The caller has checked the key.
import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Database, Tx } from "../platform/postgres/database.ts";
import type { Metrics } from "../platform/http/metrics.ts";
import { createThread } from "../platform/core/worker-thread.ts";
import type { Contract as CheckedContract } from "./checks/check.ts";
import type { BuildError, Subgraph } from "./checks/composition.ts";
import type { ContractFilter } from "./checks/contract.ts";
import type { Diagnostic } from "./checks/lint.ts";
import type { OperationProblem, ProposedOperation } from "./checks/operations.ts";
import type { Answer, Asked, Built } from "./checks/worker.ts";
import {
  contractsOf,
  deleteContract,
  findContract,
  putContract,
  setContractProblem,
  type Contract,
} from "./contracts.ts";
import { whyNoContract } from "./new-contracts.ts";
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
  addVersion,
  dropSupergraph,
  lockVariant,
  putSupergraph,
  subgraphsOf,
  supergraphOf,
  type Publication,
  type PublishedSubgraph,
  type VariantRef,
} from "./store.ts";

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

export interface Published {
  errors: BuildError[];
  /** Contracts that do not compose, and why: they are unchanged. */
  problems: ContractProblem[];
  /** Gateways get another supergraph. */
  isLive: boolean;
  /** Names of subgraphs. */
  created: string[];
  updated: string[];
}

export interface ContractProblem {
  variant: string;
  problem: string;
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
  publishContract(
    ref: VariantRef,
    contract: { source: string | null; filter: ContractFilter; isLaunched: boolean },
  ): Promise<{ errors: string[] }>;
  /** Deletes a contract, or a variant with all its subgraphs. @throws GraphQLError if contracts show part of it */
  removeVariant(ref: VariantRef, keyId: string): Promise<void>;
  stop(): Promise<void>;
}

/** Timeout of composition: six subgraphs compose in a quarter of a second. */
const LIMITS = { maxQueue: 200, deadlineMs: 10_000 };
const ATTEMPTS = 10;
const NOTHING: Built = { errors: [], schemas: null };

type Composed = Omit<Extract<Answer, { what: "compose" }>, "what">;

/** Published versions, and the contracts based on them. */
function stateOf(published: PublishedSubgraph[], contracts: Contract[]): string {
  return JSON.stringify([published.map(({ id }) => id), contracts.map(({ problem: _, ...rest }) => rest)]);
}

const filterOf = ({ include, exclude, hideUnreachableTypes }: Contract): ContractFilter => ({
  include,
  exclude,
  hideUnreachableTypes,
});

const problemOf = (errors: readonly { message: string }[]) => errors.map(({ message }) => message).join("; ");

/** @param count called with the outcome of checks and publications */
export function createRegistry(database: Database, count: Metrics["count"], urlRules: RoutingUrlRules): Registry {
  const thread = createThread<Asked, Answer>(new URL("./checks/worker.ts", import.meta.url), LIMITS);
  const plain = ({ name, url, sdl }: Subgraph): Subgraph => ({ name, url, sdl });

  /** The result type matches the request type. */
  const ask = <What extends Asked["what"]>(asked: Extract<Asked, { what: What }>) =>
    thread.ask(asked).catch((error: Error) => {
      if (/call stack/.test(error.message)) throw new GraphQLError("The schema is nested too deeply to be checked.");
      throw error;
    }) as Promise<Extract<Answer, { what: What }>>;

  async function compose(subgraphs: Subgraph[], contracts: Contract[]): Promise<Composed> {
    if (subgraphs.length === 0) return { built: NOTHING, contracts: [] };
    const asked = contracts.map((contract) => ({ variant: contract.variant, filter: filterOf(contract) }));
    return ask({ what: "compose", subgraphs, contracts: asked });
  }

  /** Gateways get it; false if there is nothing new. */
  async function deliver(tx: Tx, ref: VariantRef, { schemas }: Built): Promise<boolean> {
    return schemas !== null && putSupergraph(tx, ref, { sdl: schemas.supergraphSdl, apiSdl: schemas.apiSdl });
  }

  /**
   * Composes the new state, and then publishes it; if it composes, gateways get it. After a concurrent publication it composes again: the
   * variant is not locked during composition.
   */
  async function change(
    ref: VariantRef,
    next: (published: PublishedSubgraph[]) => Publication[],
    owned: readonly string[] | null,
    isRehearsal = false,
  ): Promise<Omit<Published, "created" | "updated"> & { before: PublishedSubgraph[] }> {
    const { graphId } = ref;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const em = database.read();
      const [before, contracts] = await Promise.all([subgraphsOf(em, ref), contractsOf(em, ref)]);
      const publications = next(before);
      // Nothing is there, and nothing comes: nor shall a variant come of it.
      if (publications.length === 0 && before.length === 0) return { before, errors: [], problems: [], isLive: false };
      const changed = new Set(publications.map(({ name }) => name));
      const proposed = publications.flatMap(({ name, url, sdl }) => (sdl === null ? [] : { name, url, sdl }));
      const others = before.filter(({ name }) => !changed.has(name)).map(plain);
      const composed = await compose([...others, ...proposed], contracts);
      const { errors } = composed.built;
      if (publications.length > 0 && owned) await demandHarmless(before.map(plain), proposed, errors, owned);
      const problems = composed.contracts
        .filter((contract) => contract.errors.length > 0)
        .map((contract) => ({ variant: contract.variant, problem: problemOf(contract.errors) }));
      const all = { before, errors, problems };
      if (isRehearsal) return { ...all, isLive: false };
      const done = await database.transaction(async (tx) => {
        await lockVariant(tx, ref);
        if (await findContract(tx, ref)) throw isContract(ref);
        if (stateOf(await subgraphsOf(tx, ref), await contractsOf(tx, ref)) !== stateOf(before, contracts))
          return undefined;
        for (const publication of publications) await addVersion(tx, ref, publication);
        const isLive = await deliver(tx, ref, composed.built);
        for (const { variant, ...built } of composed.contracts) {
          await deliver(tx, { graphId, variant }, built);
          await setContractProblem(tx, { graphId, variant }, built.errors.length > 0 ? problemOf(built.errors) : null);
        }
        return { ...all, isLive };
      });
      if (!done) continue;
      count("schema_publishes_total", { outcome: errors.length > 0 ? "does not compose" : "composes" });
      return done;
    }
    throw tryAgain();
  }

  /** A key for some subgraphs can neither block the delivery of others nor take fields from them. */
  async function demandHarmless(
    published: Subgraph[],
    proposed: Subgraph[],
    errors: BuildError[],
    owned: readonly string[],
  ): Promise<void> {
    const wrong = errors.map(({ message }) => message);
    if (proposed.length > 0 && wrong.length === 0) {
      const proposal = { published, proposed, operations: [], contracts: [], owned };
      const { result } = await ask({ what: "check", ...proposal });
      wrong.push(...result.weakened.map(({ rule, message }) => `${rule}: ${message}`));
    }
    if (wrong.length === 0) return;
    const which = `This key is for ${owned.join(", ")} and may not publish a schema that does not compose or changes other subgraphs' fields`;
    throw new GraphQLError(`${which}: a key of the whole graph may, if its owner agrees.\n${wrong.join("\n")}`);
  }

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
      const { before, ...done } = await change(ref, next, owned);
      const names = changedOf(before).map(({ name }) => name);
      const wasThere = (name: string) => oldOf(before, name) !== undefined;
      return { ...done, created: names.filter((name) => !wasThere(name)), updated: names.filter(wasThere) };
    },
    remove: async (ref, { name, isRehearsal, keyId, owned }) => {
      const gone = goneVersion(name, keyId);
      const isThere = (published: PublishedSubgraph[]) => published.some((subgraph) => subgraph.name === name);
      const next = (published: PublishedSubgraph[]) => (isThere(published) ? [gone] : []);
      const { before, errors, isLive } = await change(ref, next, owned, isRehearsal);
      return isThere(before) ? { errors, isLive } : undefined;
    },
    validateOperations: async (ref, operations) => {
      const supergraph = await supergraphOf(database.read(), ref);
      if (!supergraph) throw new GraphQLError("The variant has no composed schema: publish its subgraphs first.");
      const { problems } = await ask({ what: "validate", apiSdl: supergraph.apiSdl, operations });
      return problems;
    },
    publishOperations: (ref, operations) => database.transaction((tx) => addTrustedOperations(tx, ref, operations)),
    publishContract: async (ref, { source: given, filter, isLaunched }) => {
      const known = await findContract(database.read(), ref);
      const variant = given ?? known?.source;
      if (variant === undefined) return { errors: ["Pass the source variant: --source-variant."] };
      if (known && known.source !== variant)
        return {
          errors: [
            `The source of the contract is ${known.source} and can't be changed: choose another name for the contract.`,
          ],
        };
      const source = { ...ref, variant };
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const supergraph = await supergraphOf(database.read(), source);
        const built = supergraph
          ? (await ask({ what: "filter", supergraphSdl: supergraph.sdl, filter })).built
          : NOTHING;
        if (built.errors.length > 0) return { errors: built.errors.map(({ message }) => message) };
        const done = await database.transaction(async (tx) => {
          await lockVariant(tx, source);
          await lockVariant(tx, ref);
          if ((await supergraphOf(tx, source))?.id !== supergraph?.id) return false;
          const refusal = await whyNoContract(tx, ref, source);
          // Deletes everything built for it.
          if (refusal) throw new GraphQLError(refusal);
          await putContract(tx, { ...ref, source: variant, ...filter });
          if (isLaunched) await deliver(tx, ref, built);
          return true;
        });
        if (done) return { errors: [] };
      }
      throw tryAgain();
    },
    removeVariant: (ref, keyId) =>
      database.transaction(async (tx) => {
        // Otherwise later publications of its source would still be delivered to it.
        const source = (await findContract(tx, ref))?.source;
        if (source !== undefined) await lockVariant(tx, { ...ref, variant: source });
        await lockVariant(tx, ref);
        if ((await findContract(tx, ref))?.source !== source) throw tryAgain();
        const [first] = await contractsOf(tx, ref);
        if (first) throw new GraphQLError(`The contract ${first.variant} is based on it: delete the contract first.`);
        for (const { name } of await subgraphsOf(tx, ref)) await addVersion(tx, ref, goneVersion(name, keyId));
        await deleteContract(tx, ref);
        await dropSupergraph(tx, ref);
      }),
    stop: () => thread.stop(),
  };
}

const goneVersion = (name: string, keyId: string): Publication => ({
  name,
  url: "",
  sdl: null,
  revision: "",
  git: {},
  keyId,
});

const tryAgain = () => new GraphQLError("Concurrent publications to this variant: try again.");

function isContract({ graphId, variant }: VariantRef): GraphQLError {
  return new GraphQLError(`${graphId}@${variant} is a contract: publish to its source variant.`);
}
