// The plan as closures: each node once, with everything that is the same for every request worked out beforehand.
import { errorCodeDef } from "@apollo/federation-internals";
import { applyRewrites } from "@apollo/gateway/dist/dataRewrites.js";
import { evaluateCondition, type FetchNode, type PlanNode, type ResponsePath } from "@apollo/query-planner";
import type { Operation } from "@apollo/federation-internals";
import { GraphQLError, isInterfaceType, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { textOf } from "./json.ts";
import { entitiesAt, mergeInto, own, pathsOf } from "./merge.ts";
import type { RequiredFields } from "./planning.ts";
import { compileRepresentations, type Represent } from "./representations.ts";
import { requirementsOf } from "./required-fields.ts";
import { isObject, parseAnswer, type Json, type Run, type SubgraphAnswer, type SubgraphRequest } from "./run.ts";

/** Carries out one node of the plan; undefined if there is nothing to wait for. */
export type Step = (run: Run) => Promise<void> | undefined;

interface Surroundings {
  operation: Operation;
  supergraph: GraphQLSchema;
  required: RequiredFields;
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
function requestOf(node: FetchNode): (variables: Json, representations?: readonly string[]) => SubgraphRequest {
  const { serviceName: service, operation: document, operationName, operationKind } = node;
  const name = operationName ? `"operationName":${JSON.stringify(operationName)},` : "";
  const head = `{"query":${JSON.stringify(document)},${name}"variables":{`;
  const used = (node.variableUsages ?? []).map((variable) => ({ variable, key: `${JSON.stringify(variable)}:` }));
  const isQuery = String(operationKind) === "query";
  return (given, representations) => {
    let variables = representations ? `"representations":[${representations.join(",")}]` : "";
    for (const { variable, key } of used) {
      const value = own(given, variable);
      if (value !== undefined) variables += `${variables && ","}${key}${textOf(value)}`;
    }
    return { service, body: `${head}${variables}}}`, isQuery, document };
  };
}

/** One fetch: what it goes on with, how it asks, and what it does with the answer. */
interface Fetch<Gathered> {
  /** Undefined: there is nothing to be asked. */
  gather(run: Run): Gathered | undefined;
  request(run: Run, gathered: Gathered): SubgraphRequest;
  apply(run: Run, gathered: Gathered, answer: SubgraphAnswer): void;
}

/**
 * As long as all answers are as they were in a run that is remembered, so is all that is asked for: then answers are only
 * compared. With the first that differs, what was put off is made up for in the order in which it would have happened, and
 * the run goes on by itself.
 */
function carryOut<Gathered>(node: FetchNode, fetch: Fetch<Gathered>): Step {
  return (run) => {
    const before = run.before?.get(node);
    if (run.before && !before) return undefined;
    let gathered: Gathered | undefined;
    if (before) run.putOff.push(() => (gathered = fetch.gather(run)));
    else gathered = fetch.gather(run);
    if (!before && gathered === undefined) return undefined;
    const request = before?.request ?? fetch.request(run, gathered!);
    const take = (bytes: Buffer) => {
      if (gathered !== undefined) fetch.apply(run, gathered, parseAnswer(bytes));
    };
    const hear = (bytes: Buffer) => {
      run.answers.set(node, { request, bytes });
      if (run.before && before?.bytes.equals(bytes)) return void run.putOff.push(() => take(bytes));
      goOnAlone(run);
      take(bytes);
    };
    const fail = (error: unknown) => {
      goOnAlone(run);
      throw error;
    };
    return run
      .send(request)
      .then(hear, fail)
      .catch((error: unknown) => {
        run.failures.push({ fetch: node, error: failureOf(error, node.serviceName) });
      });
  };
}

function failureOf(error: unknown, serviceName: string): GraphQLFormattedError {
  if (error instanceof GraphQLError && error.extensions.code) return error.toJSON();
  const { message } = error as Error;
  return { message, extensions: { serviceName, code: "DOWNSTREAM_SERVICE_ERROR" } };
}

function goOnAlone(run: Run): void {
  if (!run.before) return;
  run.before = undefined;
  for (const makeUpFor of run.putOff) makeUpFor();
}

/** A fetch that needs nothing of what is there: at the root, or root fields somewhere below. */
function plainFetch(node: FetchNode, { supergraph }: Surroundings, path: ResponsePath): Step {
  const requestWith = requestOf(node);
  const { serviceName, outputRewrites } = node;
  return carryOut<true>(node, {
    gather: (run) => (path.length === 0 || entitiesAt(run.data, path).length > 0 ? true : undefined),
    request: (run) => requestWith(run.variables),
    apply: (run, _, { data, errors }) => {
      for (const error of errors ?? []) {
        if (!error.path) pushUnplaced(run, node, path, error, data);
        else
          for (const place of path.length === 0 ? [path] : pathsOf(run.data, path))
            run.errors.push(subgraphError(error, serviceName, [...place, ...error.path]));
      }
      if (!data) return;
      applyRewrites(supergraph, outputRewrites, data);
      if (path.length > 0) for (const thing of entitiesAt(run.data, path)) mergeInto(thing, data);
      else if (run.data === undefined) run.data = data;
      else mergeInto(run.data, data);
    },
  });
}

/** Without data it takes away all that the fetch would have brought; else nobody knows what it is about. */
function pushUnplaced(
  run: Run,
  fetch: FetchNode,
  path: ResponsePath,
  error: GraphQLFormattedError,
  data: unknown,
): void {
  const list = path.indexOf("@");
  const place = list < 0 ? path : path.slice(0, list);
  const said = subgraphError(error, fetch.serviceName, place.length > 0 ? place : undefined);
  if (data === undefined || data === null) run.failures.push({ fetch, error: said });
  else run.errors.push(said);
}

interface Gathered {
  things: Json[];
  /** For each of them the place of its representation. */
  places: number[];
  /** And where it is among all at the path of the fetch. */
  indices: number[];
  representations: string[];
}

/** A fetch that goes on with things that are there: each that is the same is asked for once. */
function entityFetch(node: FetchNode, around: Surroundings, path: ResponsePath): Step {
  const { supergraph } = around;
  const requestWith = requestOf(node);
  const representingFor = compileVariants(node, around);
  const { outputRewrites } = node;

  function gather(run: Run): Gathered | undefined {
    const gathered: Gathered = { things: [], places: [], indices: [], representations: [] };
    const placeOf = new Map<string, Map<unknown, number>>();
    const representing = representingFor(run);
    const all = entitiesAt(run.data ?? {}, path);
    for (let index = 0; index < all.length; index++) {
      const thing = all[index]!;
      const represent = representing(thing);
      const key = represent?.key(thing);
      if (!represent || key === undefined) continue;
      // After a rewrite things of different types may look the same, and their answers would differ: one map for each type.
      const typename = thing.__typename as string;
      let known = placeOf.get(typename);
      if (!known) placeOf.set(typename, (known = new Map()));
      let place = known.get(key);
      if (place === undefined) {
        place = gathered.representations.push(represent.text(thing, key)) - 1;
        known.set(key, place);
      }
      gathered.things.push(thing);
      gathered.places.push(place);
      gathered.indices.push(index);
    }
    return gathered.things.length > 0 ? gathered : undefined;
  }

  return carryOut<Gathered>(node, {
    gather,
    request: (run, { representations }) => requestWith(run.variables, representations),
    apply: (run, gathered, { data, errors }) => {
      const { things, places, representations } = gathered;
      const entities = data?._entities;
      if (errors) pushEntityErrors(run, node, path, gathered, errors, entities);
      if (!data || (errors?.length && !entities)) return;
      if (!Array.isArray(entities)) throw new Error(`Expected "data._entities" in response to be an array`);
      if (entities.length !== representations.length)
        throw new Error(`Expected "data._entities" to contain ${things.length} elements`);
      if (!entities.every((entity) => entity === null || isObject(entity)))
        throw new Error(`Expected "data._entities" to contain objects`);
      for (const [index, entity] of outputRewrites ? (entities as (Json | null)[]).entries() : []) {
        if (!entity) continue;
        entity.__typename ||= things[places.indexOf(index)]!.__typename;
        applyRewrites(supergraph, outputRewrites, entity);
      }
      for (let index = 0; index < things.length; index++) {
        const thing = things[index]!;
        const entity = entities[places[index]!] as Json | null;
        // An empty __typename, or the name of an @interfaceObject, does not replace the known type.
        if (entity && tellsNoType(entity.__typename, supergraph)) entity.__typename = thing.__typename;
        mergeInto(thing, entity);
      }
    },
  });
}

/** Whether a subgraph was asked for the type and has answered none that an object can have. */
function tellsNoType(typename: unknown, supergraph: GraphQLSchema): boolean {
  if (typename === undefined) return false;
  return !typename || (typeof typename === "string" && isInterfaceType(supergraph.getType(typename)));
}

/** Clients choose the variables: what is not used any more is compiled again. */
const MAX_VARIANTS = 64;

/** What represents things, by which of the fetch's fields a run asks for. */
function compileVariants(node: FetchNode, around: Surroundings): (run: Run) => (thing: Json) => Represent | undefined {
  const requirements = requirementsOf(node, around.required);
  const variants = new Map<string, (thing: Json) => Represent | undefined>();
  return ({ conditions }) => {
    const variant = requirements.variant((variable) => own(conditions, variable));
    const before = variants.get(variant);
    if (before) return before;
    if (variants.size === MAX_VARIANTS) variants.clear();
    const representing = compileRepresentations({ ...node, requires: requirements.requires(variant)! }, around);
    variants.set(variant, representing);
    return representing;
  };
}

/** An error of an entity is one of each thing that it was asked for. */
function pushEntityErrors(
  run: Run,
  node: FetchNode,
  path: ResponsePath,
  { places, indices }: Gathered,
  errors: readonly GraphQLFormattedError[],
  entities: unknown,
): void {
  let paths: ResponsePath[] | undefined;
  for (const error of errors) {
    const place = error.path?.[1];
    if (typeof place !== "number") {
      pushUnplaced(run, node, path, error, entities);
      continue;
    }
    paths ??= pathsOf(run.data, path);
    const rest = error.path!.slice(2);
    const before = run.errors.length;
    for (const [index, other] of places.entries())
      if (other === place)
        run.errors.push(subgraphError(error, node.serviceName, [...(paths[indices[index]!] ?? []), ...rest]));
    if (run.errors.length === before) pushUnplaced(run, node, path, error, entities);
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
