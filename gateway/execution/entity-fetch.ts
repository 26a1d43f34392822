// A fetch of entities: each distinct entity is fetched once, and the result is merged into each of its places.
import type { FetchNode, ResponsePath } from "@apollo/query-planner";
import { isInterfaceType, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { EntityLoader } from "./entity-loader.ts";
import { fail, pushUnplaced, subgraphError } from "./fetch-errors.ts";
import type { Step, Surroundings } from "./steps.ts";
import { entitiesAt, mergeInto, pathsOf } from "./merge.ts";
import { own } from "./json.ts";
import { compileRepresentations, type Represent } from "./representations.ts";
import { requestOf } from "./requests.ts";
import { requirementsOf } from "./required-fields.ts";
import { compileRewrites } from "./rewrites.ts";
import { isObject, type Json } from "./json.ts";
import { readAnswer, type Run } from "./run.ts";
import type { SubgraphAnswer } from "./subgraph-requests.ts";

interface Gathered {
  things: Json[];
  /** For each entity, the index of its representation. */
  places: number[];
  /** And where it is among all at the path of the fetch. */
  indices: number[];
  representations: string[];
}

/** The entity selection of a fetch, independent of the entities; undefined if no other fetch can share it. */
function questionOf({ serviceName, operation, requires, outputRewrites }: FetchNode): string | undefined {
  if (!requires || outputRewrites) return undefined;
  // The plan names each of its fetches uniquely.
  return `${serviceName} ${operation.replace(/^query \w+/, "query")}`;
}

/** Selections that several fetches share. */
export function askedSeveralTimes(fetches: readonly FetchNode[]): ReadonlySet<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const question of fetches.map(questionOf)) {
    if (question === undefined) continue;
    if (once.has(question)) again.add(question);
    once.add(question);
  }
  return again;
}

export function entityFetch(node: FetchNode, around: Surroundings, path: ResponsePath): Step {
  const { supergraph } = around;
  const requestWith = requestOf(node);
  const representingFor = compileVariants(node, around);
  const rewrite = compileRewrites(supergraph, node.outputRewrites);
  const question = questionOf(node);
  const isAskedElsewhere = question !== undefined && around.askedSeveralTimes.has(question);

  async function request(run: Run, representations: readonly string[]): Promise<SubgraphAnswer> {
    return readAnswer(run, await run.send(requestWith(run.variables, representations)));
  }

  async function ask(run: Run, representations: readonly string[]): Promise<SubgraphAnswer> {
    if (!isAskedElsewhere) return request(run, representations);
    let loader = run.entities.get(question);
    if (!loader) run.entities.set(question, (loader = new EntityLoader((missing) => request(run, missing))));
    return loader.load(representations);
  }

  function gather(run: Run): Gathered {
    const gathered: Gathered = { things: [], places: [], indices: [], representations: [] };
    const placesOf = new Map<unknown, Map<unknown, number>>();
    const representing = representingFor(run);
    const all = entitiesAt(run.data ?? {}, path);
    let typename: unknown;
    let represent: Represent | undefined;
    let known = new Map<unknown, number>();
    for (let index = 0; index < all.length; index++) {
      const thing = all[index]!;
      // Most often all of them are of one type.
      if (typename === undefined || thing.__typename !== typename) {
        typename = thing.__typename;
        represent = representing(thing);
        // After a rewrite, entities of different types may have equal representations but different results: one map for each type.
        known = placesOf.get(typename) ?? new Map<unknown, number>();
        placesOf.set(typename, known);
      }
      const key = represent?.key(thing);
      if (!represent || key === undefined) continue;
      let place = known.get(key);
      if (place === undefined) {
        place = gathered.representations.push(represent.text(thing, key)) - 1;
        known.set(key, place);
      }
      gathered.things.push(thing);
      gathered.places.push(place);
      gathered.indices.push(index);
    }
    return gathered;
  }

  function apply(run: Run, gathered: Gathered, { data, errors }: SubgraphAnswer): void {
    const { things, places, representations } = gathered;
    const entities = data?._entities;
    if (errors) pushEntityErrors(run, node, path, gathered, errors, entities);
    if (!data || (errors?.length && !entities)) return;
    if (!Array.isArray(entities)) throw new Error(`Expected "data._entities" in response to be an array`);
    if (entities.length !== representations.length)
      throw new Error(`Expected "data._entities" to contain ${things.length} elements`);
    if (!entities.every((entity) => entity === null || isObject(entity)))
      throw new Error(`Expected "data._entities" to contain objects`);
    for (const [index, entity] of rewrite ? (entities as (Json | null)[]).entries() : []) {
      if (!entity) continue;
      entity.__typename ||= things[places.indexOf(index)]!.__typename;
      rewrite!(entity);
    }
    for (let index = 0; index < things.length; index++) {
      const thing = things[index]!;
      const entity = entities[places[index]!] as Json | null;
      const typename = thing.__typename;
      mergeInto(thing, entity);
      // An empty __typename, or the name of an @interfaceObject, does not replace the known type.
      if (entity && tellsNoType(entity.__typename, supergraph)) thing.__typename = typename;
    }
  }

  return (run) => {
    const gathered = gather(run);
    if (gathered.things.length === 0) return undefined;
    return ask(run, gathered.representations)
      .then((answer) => apply(run, gathered, answer))
      .catch((error: unknown) => fail(run, node, error));
  };
}

/** Whether __typename was selected and the subgraph returned no possible type. */
function tellsNoType(typename: unknown, supergraph: GraphQLSchema): boolean {
  if (typename === undefined) return false;
  return !typename || (typeof typename === "string" && isInterfaceType(supergraph.getType(typename)));
}

/** Clients choose the variables, so unused variants are evicted and compiled again. */
const MAX_VARIANTS = 64;

/** Representations of entities, by the fields of the fetch that a run selects. */
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

/** An error of an entity applies to each place that requested it. */
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
