// Check of a proposed subgraph: it composes with the others, breaks no clients, weakens no guard, and passes the linter.
import { compose, type BuildError, type Composed, type Hint, type Subgraph } from "./composition.ts";
import { filterByTags, type ContractFilter } from "./contract.ts";
import { findWeakened, type Weakening } from "./directives.ts";
import { lintAgainst, type Diagnostic } from "./lint.ts";
import { compareSchemas, type KnownOperation, type OperationsResult, type SchemaChange } from "./operations.ts";
import { findPitfalls, type Pitfall } from "./pitfalls.ts";
import { findTakeovers } from "./takeovers.ts";

export interface Contract {
  /** Under which it is published. */
  variant: string;
  filter: ContractFilter;
  operations: KnownOperation[];
}

export interface ContractResult {
  variant: string;
  /** Why it does not compose any more. */
  errors: BuildError[];
  /** Changes that break only clients that use them. */
  changes: SchemaChange[];
}

export interface Proposal {
  /** The published schemas, including earlier versions of the proposed subgraphs. */
  published: Subgraph[];
  proposed: Subgraph[];
  operations: KnownOperation[];
  contracts: Contract[];
  /** Subgraphs that the caller may publish; null: all. Fields of other subgraphs can't be taken over. */
  owned: readonly string[] | null;
}

export interface CheckResult {
  passed: boolean;
  composition: { errors: BuildError[]; hints: Hint[]; isSupergraphChanged: boolean };
  /** Null if it does not compose. */
  operations: OperationsResult | null;
  weakened: Weakening[];
  /** Only new findings compared with the published schema. */
  diagnostics: Diagnostic[];
  pitfalls: Pitfall[];
  contracts: ContractResult[];
}

export async function check({ published, proposed, operations, contracts, owned }: Proposal): Promise<CheckResult> {
  const names = new Set(proposed.map(({ name }) => name));
  const before = compose(published);
  const after = compose([...published.filter(({ name }) => !names.has(name)), ...proposed]);
  const sdlOf = (name: string) => published.find((subgraph) => subgraph.name === name)?.sdl;
  const diagnostics = proposed.flatMap(({ name, sdl }) => lintAgainst(sdl, sdlOf(name) ?? ""));
  const pitfalls = proposed.flatMap(({ sdl }) => findPitfalls(sdl));
  const compared =
    before.composed && after.composed
      ? await compareSchemas(before.composed.apiSchema, after.composed.apiSchema, operations)
      : null;
  const weakened =
    before.composed && after.composed ? findWeakened(before.composed.supergraphSdl, after.composed.supergraphSdl) : [];
  if (owned && after.composed)
    weakened.push(...takeovers({ published, proposed, owned }, before.composed, after.composed.supergraphSdl));
  const ofContracts =
    before.composed && after.composed
      ? await checkContracts(contracts, before.composed, after.composed, compared?.changes ?? [])
      : [];
  const isBroken =
    after.errors.length > 0 ||
    compared?.changes.some(({ severity }) => severity === "FAILURE") ||
    weakened.length > 0 ||
    diagnostics.some(({ level }) => level === "ERROR") ||
    pitfalls.length > 0 ||
    ofContracts.some(({ errors, changes }) => errors.length > 0 || changes.length > 0);
  return {
    passed: !isBroken,
    composition: {
      errors: after.errors,
      hints: after.composed?.hints ?? [],
      isSupergraphChanged: after.composed?.supergraphSdl !== before.composed?.supergraphSdl,
    },
    operations: after.composed ? (compared ?? { numberOfCheckedOperations: 0, changes: [] }) : null,
    weakened,
    diagnostics,
    pitfalls,
    contracts: ofContracts,
  };
}

/** Ownership is known if the other subgraphs compose, with or without the replaced one. */
function takeovers(
  { published, proposed, owned }: { published: Subgraph[]; proposed: Subgraph[]; owned: readonly string[] },
  before: Composed | null,
  after: string,
): Weakening[] {
  return proposed.flatMap((subgraph) => {
    const others = published.filter(({ name }) => name !== subgraph.name);
    if (others.length === 0) return [];
    const known = before ?? compose(others).composed;
    if (!known) {
      const message = "The other subgraphs do not compose, so field ownership can't be checked";
      return [{ rule: "TAKEN_OVER", coordinate: subgraph.name, message }];
    }
    const was = published.find(({ name }) => name === subgraph.name);
    return findTakeovers({ before: known.supergraphSdl, after }, { proposed: subgraph, published: was }, owned);
  });
}

/**
 * Contracts that composed before, and changes that break only them: changes for all clients are checked above, including the contracts'
 * operations. An unreachable type disappears with the fields that led to it, which are changes themselves.
 */
async function checkContracts(
  contracts: Contract[],
  { supergraphSdl: before }: Composed,
  { supergraphSdl: after }: Composed,
  ofAll: SchemaChange[],
): Promise<ContractResult[]> {
  const keyOf = ({ code, path }: SchemaChange) => `${code} ${path}`;
  const known = new Set(ofAll.map(keyOf));
  const isOwn = (change: SchemaChange) =>
    change.severity === "FAILURE" && change.code !== "TYPE_REMOVED" && !known.has(keyOf(change));
  const results: ContractResult[] = [];
  for (const { variant, filter, operations } of contracts) {
    const was = filterByTags(before, filter).filtered;
    if (!was) continue;
    const { errors, filtered: is } = filterByTags(after, filter);
    const compared = is && (await compareSchemas(was.apiSchema, is.apiSchema, operations));
    results.push({ variant, errors, changes: compared?.changes.filter(isOwn) ?? [] });
  }
  return results;
}
