// Result of a check in Rover's format.
import type { CheckResult } from "./checks/check.ts";
import type { Diagnostic, Place } from "./checks/lint.ts";
import type { KeptCheck } from "./kept-checks.ts";

export function lintResult(diagnostics: Diagnostic[]) {
  const count = (level: Diagnostic["level"]) => diagnostics.filter((one) => one.level === level).length;
  return {
    diagnostics: diagnostics.map(({ place, ...rest }) => ({ ...rest, sourceLocations: [place] })),
    stats: {
      errorsCount: count("ERROR"),
      warningsCount: count("WARNING"),
      ignoredCount: 0,
      totalCount: diagnostics.length,
    },
  };
}

/** Each part of the check is a task. Guards and pitfalls are rules of ours, so they are a custom check. */
export function workflowOf({ id, passed, subgraph, result }: KeptCheck, frontendUrl: string) {
  const { composition, operations, weakened, diagnostics, pitfalls, contracts }: CheckResult = result;
  const targetURL = `${frontendUrl}/checks/${id}`;
  const task = (typename: string, isGood: boolean, rest: object) => ({
    __typename: typename,
    status: isGood ? "PASSED" : "FAILED",
    targetURL,
    ...rest,
  });
  const tasks = [
    task("CompositionCheckTask", composition.errors.length === 0, {
      coreSchemaModified: composition.isSupergraphChanged,
      result: { __typename: "CompositionCheckResult", errors: composition.errors },
    }),
  ];
  if (operations) {
    const isBroken = operations.changes.some(({ severity }) => severity === "FAILURE");
    const checkSeverity = isBroken ? "FAILURE" : "NOTICE";
    tasks.push(task("OperationsCheckTask", !isBroken, { result: { checkSeverity, ...operations } }));
    const lintErrors = diagnostics.some(({ level }) => level === "ERROR");
    tasks.push(task("LintCheckTask", !lintErrors, { result: lintResult(diagnostics) }));
    const violation = (rule: string, coordinate: string, message: string, place?: Place) => ({
      level: "ERROR",
      rule,
      coordinate,
      message,
      sourceLocations: place ? [{ ...place, subgraphName: subgraph }] : [],
    });
    const violations = [
      ...weakened.map(({ rule, coordinate, message }) => violation(rule, coordinate, message)),
      ...pitfalls.map(({ rule, coordinate, message, place }) => violation(rule, coordinate, message, place)),
      // Rover names the contract that fails, and not why.
      ...contracts.flatMap(({ variant, errors, changes }) => [
        ...errors.map(({ message }) => violation("CONTRACT", variant, message)),
        ...changes.map(({ description }) => violation("CONTRACT", variant, description)),
      ]),
    ];
    if (violations.length > 0) tasks.push(task("CustomCheckTask", false, { result: { violations } }));
    const results = contracts.map(({ variant, errors, changes }) => ({
      downstreamVariantName: variant,
      failsUpstreamWorkflow: errors.length > 0 || changes.length > 0,
    }));
    const isDownstreamGood = results.every(({ failsUpstreamWorkflow }) => !failsUpstreamWorkflow);
    if (results.length > 0) tasks.push(task("DownstreamCheckTask", isDownstreamGood, { results }));
  }
  return { id, status: passed ? "PASSED" : "FAILED", tasks };
}
