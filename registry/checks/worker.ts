// The thread in which schemas are composed and checked: hostile ones must not stop the registry.
import { serveThread } from "../../platform/core/worker-thread.ts";
import { printSchema, type GraphQLSchema } from "graphql";
import { check, type CheckResult, type Proposal } from "./check.ts";
import { compose, type BuildError, type Subgraph } from "./composition.ts";
import { filterByTags, type ContractFilter } from "./contract.ts";
import { lintAgainst, type Diagnostic } from "./lint.ts";
import { findProblems, type OperationProblem, type ProposedOperation } from "./operations.ts";

export type Asked =
  | ({ what: "check" } & Proposal)
  | { what: "lint"; sdl: string; baseSdl: string }
  | { what: "validate"; apiSdl: string; operations: ProposedOperation[] }
  | { what: "filter"; supergraphSdl: string; filter: ContractFilter }
  | { what: "compose"; subgraphs: Subgraph[]; contracts: { variant: string; filter: ContractFilter }[] };

export type Answer =
  | { what: "check"; result: CheckResult }
  | { what: "lint"; diagnostics: Diagnostic[] }
  | { what: "validate"; problems: OperationProblem[] }
  | { what: "filter"; built: Built }
  | { what: "compose"; built: Built; contracts: ({ variant: string } & Built)[] };

/** The supergraph and the API schema, or the errors. */
export type Built =
  { errors: BuildError[]; schemas: null } | { errors: []; schemas: { supergraphSdl: string; apiSdl: string } };

export const work = serveThread<Asked, Answer>(async (asked) => {
  if (asked.what === "check") return { what: "check", result: await check(asked) };
  if (asked.what === "lint") return { what: "lint", diagnostics: lintAgainst(asked.sdl, asked.baseSdl) };
  if (asked.what === "validate") return { what: "validate", problems: findProblems(asked.apiSdl, asked.operations) };
  if (asked.what === "filter") return { what: "filter", built: filterBuilt(asked.supergraphSdl, asked.filter) };
  const { errors, composed } = compose(asked.subgraphs);
  if (!composed) return { what: "compose", built: { errors, schemas: null }, contracts: [] };
  const contracts = asked.contracts.map(({ variant, filter }) => ({
    variant,
    ...filterBuilt(composed.supergraphSdl, filter),
  }));
  return { what: "compose", built: built(composed), contracts };
});

function built({ supergraphSdl, apiSchema }: { supergraphSdl: string; apiSchema: GraphQLSchema }): Built {
  return { errors: [], schemas: { supergraphSdl, apiSdl: printSchema(apiSchema) } };
}

function filterBuilt(supergraphSdl: string, filter: ContractFilter): Built {
  const { errors, filtered } = filterByTags(supergraphSdl, filter);
  return filtered ? built(filtered) : { errors, schemas: null };
}
