// The thread in which schemas are composed and checked: hostile ones must not stop the registry.
import { serveThread } from "../../platform/thread.ts";
import { printSchema } from "graphql";
import { check, type CheckResult } from "./check.ts";
import { compose, type BuildError, type Subgraph } from "./composition.ts";
import { lintAgainst, type Diagnostic } from "./lint.ts";
import { findProblems, type KnownOperation, type OperationProblem, type ProposedOperation } from "./operations.ts";

export type Asked =
  | { what: "check"; published: Subgraph[]; proposed: Subgraph[]; operations: KnownOperation[] }
  | { what: "lint"; sdl: string; baseSdl: string }
  | { what: "validate"; apiSdl: string; operations: ProposedOperation[] }
  | { what: "compose"; subgraphs: Subgraph[] };

export type Answer =
  | { what: "check"; result: CheckResult }
  | { what: "lint"; diagnostics: Diagnostic[] }
  | { what: "validate"; problems: OperationProblem[] }
  | { what: "compose"; errors: BuildError[]; supergraphSdl: string | null; apiSdl: string | null };

serveThread<Asked, Answer>(async (asked) => {
  if (asked.what === "check")
    return { what: "check", result: await check(asked.published, asked.proposed, asked.operations) };
  if (asked.what === "lint") return { what: "lint", diagnostics: lintAgainst(asked.sdl, asked.baseSdl) };
  if (asked.what === "validate") return { what: "validate", problems: findProblems(asked.apiSdl, asked.operations) };
  const { errors, composed } = compose(asked.subgraphs);
  return {
    what: "compose",
    errors,
    supergraphSdl: composed?.supergraphSdl ?? null,
    apiSdl: composed && printSchema(composed.apiSchema),
  };
});
