// The plan as closures: each node once, with everything that is the same for every request worked out beforehand.
import { evaluateCondition, type FetchNode, type PlanNode, type ResponsePath } from "@apollo/query-planner";
import { entityFetch } from "./entity-fetch.ts";
import { answerToChange, fail, pushUnplaced, subgraphError } from "./fetch-errors.ts";
import { entitiesAt, mergeInto, pathsOf } from "./merge.ts";
import { requestOf } from "./requests.ts";
import { compileRewrites } from "./rewrites.ts";
import type { Step, Surroundings } from "./steps.ts";
import { readAnswer, type Run } from "./run.ts";
import type { SubgraphAnswer } from "./subgraph-requests.ts";

export function compileNode(node: PlanNode, around: Surroundings, path: ResponsePath = []): Step {
  switch (node.kind) {
    case "Sequence":
      return inSequence(node.nodes.map((child) => compileNode(child, around, path)));
    case "Parallel":
      return inParallel(node.nodes.map((child) => compileNode(child, around, path)));
    case "Flatten":
      return compileNode(node.node, around, path.concat(node.path));
    case "Condition": {
      const ifTrue = node.ifClause && compileNode(node.ifClause, around, path);
      const ifFalse = node.elseClause && compileNode(node.elseClause, around, path);
      const { variableDefinitions } = around.operation;
      return (run) => (evaluateCondition(node, variableDefinitions, run.variables) ? ifTrue : ifFalse)?.(run);
    }
    case "Fetch":
      return node.requires ? entityFetch(node, around, path) : plainFetch(node, around, path);
    case "Defer":
      throw new Error("Unexpected @defer in a query plan.");
  }
}

function inSequence(steps: Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: Step[]): Step {
  return (run) => {
    const running: Promise<void>[] = [];
    for (const step of steps) {
      try {
        const waiting = step(run);
        if (waiting) running.push(waiting);
      } catch (error) {
        // Fetches in flight are still awaited, so that no rejection stays unhandled.
        running.push(Promise.reject(error as Error));
      }
    }
    return running.length === 0 ? undefined : Promise.all(running).then(() => {});
  };
}

/** A fetch without input: at the root, or root fields below it. */
function plainFetch(node: FetchNode, { supergraph }: Surroundings, path: ResponsePath): Step {
  const requestWith = requestOf(node);
  const { serviceName, outputRewrites, operationKind } = node;
  const rewrite = compileRewrites(supergraph, outputRewrites);
  const isChange = String(operationKind) === "mutation";

  const read = (run: Run, bytes: Buffer): SubgraphAnswer =>
    isChange ? answerToChange(serviceName, () => readAnswer(run, bytes)) : readAnswer(run, bytes);

  function apply(run: Run, { data, errors }: SubgraphAnswer): void {
    for (const error of errors ?? []) {
      if (!error.path) pushUnplaced(run, node, path, error, data);
      else
        for (const place of path.length === 0 ? [path] : pathsOf(run.data, path))
          run.errors.push(subgraphError(error, serviceName, [...place, ...error.path]));
    }
    if (!data) return;
    rewrite?.(data);
    if (path.length > 0) for (const thing of entitiesAt(run.data, path)) mergeInto(thing, data);
    else if (run.data === undefined) run.data = data;
    else mergeInto(run.data, data);
  }

  return (run) => {
    if (path.length > 0 && entitiesAt(run.data, path).length === 0) return undefined;
    return run
      .send(requestWith(run.variables))
      .then((bytes) => apply(run, read(run, bytes)))
      .catch((error: unknown) => fail(run, node, error));
  };
}
