// Changes of variants and contracts: composed first, then stored and delivered to gateways in one transaction.
import { GraphQLError } from "graphql";
import type { Metrics } from "../platform/http/metrics.ts";
import type { Database, Tx } from "../platform/postgres/database.ts";
import type { BuildError, Subgraph } from "./checks/composition.ts";
import type { ContractFilter } from "./checks/contract.ts";
import type { Ask } from "./checks/schema-thread.ts";
import type { Answer, Built } from "./checks/worker.ts";
import {
  contractsOf,
  deleteContract,
  filterOf,
  findContract,
  putContract,
  setContractProblem,
  type Contract,
} from "./contracts.ts";
import { whyNoContract } from "./new-contracts.ts";
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

export interface Publisher {
  database: Database;
  ask: Ask;
  count: Metrics["count"];
}

export interface Change {
  /** Versions to publish, from those that are published. */
  next(published: PublishedSubgraph[]): Publication[];
  /** The subgraphs that the key is for; null: all. */
  owned: readonly string[] | null;
  isRehearsal?: boolean;
}

export interface Changed {
  errors: BuildError[];
  /** Contracts that do not compose, and why: they are unchanged. */
  problems: ContractProblem[];
  /** Gateways get another supergraph. */
  isLive: boolean;
  /** What was published. */
  before: PublishedSubgraph[];
}

export interface ContractProblem {
  variant: string;
  problem: string;
}

export interface ContractPublication {
  source: string | null;
  filter: ContractFilter;
  isLaunched: boolean;
}

const ATTEMPTS = 10;
const NOTHING: Built = { errors: [], schemas: null };

type Composed = Omit<Extract<Answer, { what: "compose" }>, "what">;

/** As it is composed, without the version. */
export const plain = ({ name, url, sdl }: Subgraph): Subgraph => ({ name, url, sdl });

/**
 * Composes the new state, and then publishes it; if it composes, gateways get it. After a concurrent publication it composes again: the
 * variant is not locked during composition.
 */
export async function changeVariant(
  { database, ask, count }: Publisher,
  ref: VariantRef,
  { next, owned, isRehearsal = false }: Change,
): Promise<Changed> {
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
    const composed = await compose(ask, [...others, ...proposed], contracts);
    const { errors } = composed.built;
    if (publications.length > 0 && owned) await demandHarmless(ask, before.map(plain), proposed, errors, owned);
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

async function compose(ask: Ask, subgraphs: Subgraph[], contracts: Contract[]): Promise<Composed> {
  if (subgraphs.length === 0) return { built: NOTHING, contracts: [] };
  const asked = contracts.map((contract) => ({ variant: contract.variant, filter: filterOf(contract) }));
  return ask({ what: "compose", subgraphs, contracts: asked });
}

/** A key for some subgraphs can neither block the delivery of others nor take fields from them. */
async function demandHarmless(
  ask: Ask,
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

/** Published versions, and the contracts based on them. */
function stateOf(published: PublishedSubgraph[], contracts: Contract[]): string {
  return JSON.stringify([published.map(({ id }) => id), contracts.map(({ problem: _, ...rest }) => rest)]);
}

const problemOf = (errors: readonly { message: string }[]) => errors.map(({ message }) => message).join("; ");

/** Gateways get it; false if there is nothing new. */
async function deliver(tx: Tx, ref: VariantRef, { schemas }: Built): Promise<boolean> {
  return schemas !== null && putSupergraph(tx, ref, { sdl: schemas.supergraphSdl, apiSdl: schemas.apiSdl });
}

export async function publishContract(
  { database, ask }: Publisher,
  ref: VariantRef,
  { source: given, filter, isLaunched }: ContractPublication,
): Promise<{ errors: string[] }> {
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
    const built = supergraph ? (await ask({ what: "filter", supergraphSdl: supergraph.sdl, filter })).built : NOTHING;
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
}

export function removeVariant(database: Database, ref: VariantRef, keyId: string): Promise<void> {
  return database.transaction(async (tx) => {
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
  });
}

export const goneVersion = (name: string, keyId: string): Publication => ({
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
