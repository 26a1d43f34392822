// The plan as closures: each node once, with everything that is the same for every request worked out beforehand.
import { errorCodeDef } from "@apollo/federation-internals";
import { applyRewrites } from "@apollo/gateway/dist/dataRewrites.js";
import { evaluateCondition, type FetchNode, type PlanNode, type ResponsePath } from "@apollo/query-planner";
import type { Operation } from "@apollo/federation-internals";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { textOf } from "./json.ts";
import { entitiesAt, mergeInto, pathsOf } from "./merge.ts";
import { compileRepresentations } from "./representations.ts";
import type { Json, Run, SubgraphAnswer, SubgraphRequest } from "./run.ts";

/** Carries out one node of the plan; undefined if there is nothing to wait for. */
export type Step = (run: Run) => Promise<void> | undefined;

interface Surroundings {
  operation: Operation;
  supergraph: GraphQLSchema;
}

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
      throw new Error("The planner was not asked for @defer.");
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
        // Those that have begun are still waited for, or their failures would be nobody's.
        running.push(Promise.reject(error as Error));
      }
    }
    return running.length === 0 ? undefined : Promise.all(running).then(() => {});
  };
}

/** The request of a fetch: the same for every run but for its variables. */
export function requestOf(node: FetchNode): (variables: Json, representations?: readonly string[]) => SubgraphRequest {
  const { serviceName: service, operation: document, operationName, operationKind } = node;
  const name = operationName ? `"operationName":${JSON.stringify(operationName)},` : "";
  const head = `{"query":${JSON.stringify(document)},${name}"variables":{`;
  const used = (node.variableUsages ?? []).map((variable) => ({ variable, key: `${JSON.stringify(variable)}:` }));
  const isQuery = String(operationKind) === "query";
  return (given, representations) => {
    let variables = representations ? `"representations":[${representations.join(",")}]` : "";
    for (const { variable, key } of used) {
      const value = given[variable];
      if (value !== undefined) variables += `${variables && ","}${key}${textOf(value)}`;
    }
    return { service, body: `${head}${variables}}}`, isQuery, document };
  };
}

/** A fetch that needs nothing of what is there: at the root, or root fields somewhere below. */
function plainFetch(node: FetchNode, { supergraph }: Surroundings, path: ResponsePath): Step {
  const request = requestOf(node);
  const { serviceName, outputRewrites } = node;
  const take = (run: Run, { data, errors }: SubgraphAnswer) => {
    if (errors) {
      for (const error of errors)
        run.errors.push(subgraphError(error, serviceName, error.path && [...path, ...error.path]));
    }
    if (!data) return;
    applyRewrites(supergraph, outputRewrites, data);
    if (path.length > 0) for (const thing of entitiesAt(run.data, path)) mergeInto(thing, data);
    else if (run.data === undefined) run.data = data;
    else mergeInto(run.data, data);
  };
  return (run) => {
    if (path.length > 0 && entitiesAt(run.data, path).length === 0) return undefined;
    return answered(run, run.ask(request(run.variables)), take);
  };
}

/** A fetch that goes on with things that are there: each that is the same is asked for once. */
function entityFetch(node: FetchNode, { supergraph }: Surroundings, path: ResponsePath): Step {
  const request = requestOf(node);
  const representing = compileRepresentations(node, supergraph);
  const { serviceName, outputRewrites } = node;
  return (run) => {
    const things: Json[] = [];
    /** For each of them the place of its representation. */
    const places: number[] = [];
    const representations: string[] = [];
    const placeOf = new Map<string, Map<unknown, number>>();
    for (const thing of entitiesAt(run.data ?? {}, path)) {
      const represent = representing(thing);
      const key = represent?.key(thing);
      if (!represent || key === undefined) continue;
      // After a rewrite things of different types may look the same, and their answers would differ: one map for each type.
      const typename = thing.__typename as string;
      let known = placeOf.get(typename);
      if (!known) placeOf.set(typename, (known = new Map()));
      let place = known.get(key);
      if (place === undefined) {
        place = representations.push(represent.text(thing, key)) - 1;
        known.set(key, place);
      }
      things.push(thing);
      places.push(place);
    }
    if (things.length === 0) return undefined;

    return answered(run, run.ask(request(run.variables, representations)), (_, { data, errors }) => {
      if (errors) pushEntityErrors(run, errors, serviceName, path, places);
      if (!data) return;
      const entities = data._entities;
      if (!Array.isArray(entities)) throw new Error(`Expected "data._entities" in response to be an array`);
      if (entities.length !== representations.length)
        throw new Error(`Expected "data._entities" to contain ${things.length} elements`);
      for (const [index, entity] of (entities as (Json | null)[]).entries()) {
        if (!outputRewrites || !entity) continue;
        entity.__typename ??= things[places.indexOf(index)]!.__typename;
        applyRewrites(supergraph, outputRewrites, entity);
      }
      for (let index = 0; index < things.length; index++)
        mergeInto(things[index]!, entities[places[index]!] as Json | null);
    });
  };
}

function answered(
  run: Run,
  answer: Promise<SubgraphAnswer>,
  take: (run: Run, answer: SubgraphAnswer) => void,
): Promise<void> {
  return answer
    .then((value) => take(run, value))
    .catch((error: unknown) => {
      run.errors.push(error instanceof GraphQLError ? error.toJSON() : { message: (error as Error).message });
    });
}

/** An error of an entity is one of each thing that it was asked for. */
function pushEntityErrors(
  run: Run,
  errors: readonly GraphQLFormattedError[],
  service: string,
  path: ResponsePath,
  places: number[],
): void {
  let paths: ResponsePath[] | undefined;
  for (const error of errors) {
    const place = error.path?.[1];
    if (typeof place !== "number") {
      run.errors.push(subgraphError(error, service, error.path && [...path, ...error.path]));
      continue;
    }
    paths ??= pathsOf(run.data, path);
    const rest = error.path!.slice(2);
    const before = run.errors.length;
    for (const [index, other] of places.entries())
      if (other === place) run.errors.push(subgraphError(error, service, [...(paths[index] ?? []), ...rest]));
    if (run.errors.length === before) run.errors.push(subgraphError(error, service, rest));
  }
}

function subgraphError(
  error: GraphQLFormattedError,
  serviceName: string,
  path: ResponsePath | undefined,
): GraphQLFormattedError {
  const code = errorCodeDef(error as GraphQLError)?.code ?? (error.extensions?.code || "DOWNSTREAM_SERVICE_ERROR");
  return {
    message: error.message || `Error while fetching subquery from service "${serviceName}"`,
    ...(path ? { path } : {}),
    extensions: { ...error.extensions, serviceName, code },
  };
}
