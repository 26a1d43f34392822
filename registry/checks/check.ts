// Whether a subgraph may be published: it composes with the others, breaks nobody, weakens no guard, and reads well.
import { compose, type BuildError, type Hint, type Subgraph } from "./composition.ts";
import { findWeakened, type Weakening } from "./directives.ts";
import { lintAgainst, type Diagnostic } from "./lint.ts";
import { compareSchemas, type KnownOperation, type OperationsResult } from "./operations.ts";
import { findPitfalls, type Pitfall } from "./pitfalls.ts";

export interface CheckResult {
  passed: boolean;
  composition: { errors: BuildError[]; hints: Hint[]; isSupergraphChanged: boolean };
  /** Null if it does not compose. */
  operations: OperationsResult | null;
  weakened: Weakening[];
  /** Only what the published schema does not say already. */
  diagnostics: Diagnostic[];
  pitfalls: Pitfall[];
}

/** `published`: what is in force, the proposed subgraph's own schema among it if there is one. */
export async function check(
  published: Subgraph[],
  proposed: Subgraph[],
  operations: KnownOperation[],
): Promise<CheckResult> {
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
  const isBroken =
    after.errors.length > 0 ||
    compared?.changes.some(({ severity }) => severity === "FAILURE") ||
    weakened.length > 0 ||
    diagnostics.some(({ level }) => level === "ERROR") ||
    pitfalls.length > 0;
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
  };
}
