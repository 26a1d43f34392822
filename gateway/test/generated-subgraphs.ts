// Generates subgraphs of a supergraph from their schemas: every value is derived from its entity, so that subgraphs agree. Every failure is
// derived, too, so that two executors get the same ones.
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  execute,
  getNamedType,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type DocumentNode,
  type GraphQLAbstractType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from "graphql";
import type { SubgraphAnswer } from "../execution/subgraph-requests.ts";
import { fieldsThatRequire, keysOf, type NamedSdl } from "./sdl-keys.ts";

/** Failures, as shares of all fields, fetches and values; `seed` selects them. */
export interface Mishaps {
  seed: number;
  fieldFails: number;
  fetchFails: number;
  /** A value is not of its type. */
  valueIsWrong: number;
}

export interface Fetch {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string | undefined;
}

interface Thing {
  __typename: string;
  /** Which one it is: for an entity the leaves of its key, joined by slashes. */
  seed: string;
  /** Values of @requires. */
  given: string;
}

/** FNV-1a with a final mix, 0 to 1. */
export function chance(...parts: unknown[]): number {
  let hash = 2166136261;
  for (const part of parts) {
    const text = String(part);
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
    hash = Math.imul(hash ^ 47, 16777619);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const below = (limit: number, ...parts: unknown[]) => Math.floor(chance(...parts) * limit);

/** Keys sorted, so that the order in which a representation was written says nothing. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const at = (value: unknown, path: string) =>
  path.split(".").reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);

export function createWorld(subgraphs: NamedSdl[]) {
  const keys = keysOf(subgraphs);
  const requiring = fieldsThatRequire(subgraphs);
  const schemas = new Map(subgraphs.map(({ name, sdl }) => [name, schemaOf(sdl)]));
  const documents = new Map<string, DocumentNode>();

  function schemaOf(sdl: string): GraphQLSchema {
    const typeDefs = parse(sdl);
    const interfaces = typeDefs.definitions.flatMap((definition) =>
      definition.kind === "InterfaceTypeDefinition" ? [definition.name.value] : [],
    );
    const resolvers = Object.fromEntries(
      interfaces.map((name) => [
        name,
        {
          __resolveType: (thing: Thing, _: unknown, { schema }: { schema: GraphQLSchema }) =>
            runtimeType(schema, name, thing),
        },
      ]),
    );
    return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  }

  const typeResolver: GraphQLTypeResolver<Thing, unknown> = (value, _, { schema }, type) =>
    runtimeType(schema, type.name, value);

  /** The same for an entity in every fetch. */
  function runtimeType(schema: GraphQLSchema, name: string, value: Thing): string {
    const known = schema.getType(value.__typename);
    if (isObjectType(known)) return known.name;
    const possible = schema.getPossibleTypes(schema.getType(name) as GraphQLAbstractType);
    const thing = thingOf(value);
    return possible.map((type) => type.name).sort()[below(possible.length, "type", thing.seed)]!;
  }

  /** A resolver's parent is one of our objects, a representation, or undefined at the root. */
  function thingOf(source: unknown): Thing {
    if (source === undefined) return { __typename: "", seed: "root", given: "" };
    if ((source as Thing).seed !== undefined) return source as Thing;
    const representation = source as { __typename: string };
    const leaves = keys
      .get(representation.__typename)
      ?.find((paths) => paths.every((path) => at(source, path) !== undefined));
    const seed = leaves?.map((path) => String(at(source, path)).replace(/^k/, "")).join("/") ?? stable(source);
    return { __typename: representation.__typename, seed, given: stable(source) };
  }

  function valueOf(schema: GraphQLSchema, type: GraphQLOutputType, parts: unknown[]): unknown {
    if (!isNonNullType(type) && chance("null", ...parts) < 0.12) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      return Array.from({ length: below(4, "length", ...parts) }, (_, index) =>
        valueOf(schema, nullable.ofType, [...parts, index]),
      );
    }
    const named = getNamedType(nullable);
    if (isAbstractType(named) || isObjectType(named)) return thingOfType(schema, named, parts);
    if (isEnumType(named)) {
      const values = named.getValues();
      return values[below(values.length, ...parts)]!.value;
    }
    const number = below(100, ...parts);
    if (named.name === "Int") return number;
    if (named.name === "Float") return number / 4;
    if (named.name === "Boolean") return number < 50;
    if (named.name === "JSON")
      return number < 30 ? { b: [number, null, "ü\u2028"], a: { deep: true } } : [number, 'x\n"'];
    return number < 10 ? `"${number}" \\ \n ä 漢 \ud83c\udfab` : `text ${number}`;
  }

  function thingOfType(schema: GraphQLSchema, type: GraphQLAbstractType | GraphQLObjectType, parts: unknown[]): Thing {
    const candidates = isAbstractType(type)
      ? schema
          .getPossibleTypes(type)
          .map(({ name }) => name)
          .sort()
      : [type.name];
    const name = candidates[below(candidates.length, "which", ...parts)]!;
    const leaves = keys.get(name)?.[0];
    const seed = leaves
      ? leaves.map((leaf) => below(7, "id", leaf, ...parts)).join("/")
      : `${below(1e9, "seed", ...parts)}`;
    return { __typename: name, seed, given: "" };
  }

  function resolverFor(service: string, mishaps: Mishaps): GraphQLFieldResolver<unknown, unknown> {
    return (source, args, _, info) => {
      const thing = thingOf(source);
      const { fieldName, parentType, returnType, schema } = info;
      const keyLeaf = leafOfKey(parentType.name, fieldName);
      const [part] = keyLeaf ?? [];
      const coordinate = `${parentType.name}.${fieldName}`;
      if (chance("fails", mishaps.seed, service, coordinate, thing.seed) < mishaps.fieldFails) {
        throw new GraphQLError(`${coordinate} of ${thing.seed} fails`, {
          extensions: [{}, { code: "SOME_CODE", more: [1] }, { code: "INVALID_GRAPHQL" }][below(3, coordinate)]!,
        });
      }
      if (part !== undefined) {
        const own = thing.seed.split("/")[part] ?? thing.seed;
        const type = getNamedType(returnType);
        if (isObjectType(type) || isAbstractType(type)) {
          const typename = isAbstractType(type)
            ? runtimeType(schema, type.name, { __typename: "", seed: own, given: "" })
            : type.name;
          return { __typename: typename, seed: own, given: "" };
        }
        return type.name === "Int" ? Number(own) : `k${own}`;
      }
      const required = requiring.has(coordinate) ? thing.given : "";
      return valueOf(schema, returnType, [thing.seed, fieldName, stable(args), required]);
    };
  }

  /** Part of the seed that a key field encodes. */
  function leafOfKey(typename: string, field: string): [number] | undefined {
    for (const leaves of keys.get(typename) ?? []) {
      const index = leaves.findIndex((leaf) => leaf === field || leaf.startsWith(`${field}.`));
      if (index >= 0) return [index];
    }
    // `handle { name }`: the value object inside a key has the seed of its owner.
    const isInKey = [...keys.values()].some((all) =>
      all.some((leaves) => leaves.some((leaf) => leaf.endsWith(`.${field}`))),
    );
    return isInKey && typename === "Handle" ? [0] : undefined;
  }

  function documentOf(query: string): DocumentNode {
    let document = documents.get(query);
    if (!document) documents.set(query, (document = parse(query)));
    return document;
  }

  /** @throws Error if the subgraph does not answer. */
  async function answer(service: string, fetch: Fetch, mishaps: Mishaps): Promise<SubgraphAnswer> {
    const about = [mishaps.seed, service, ...askedAbout(fetch)];
    if (chance("fetch", ...about) < mishaps.fetchFails) {
      // The stock executor does not notice a response without data and errors, and ours reports it: so it is excluded here.
      const kind = below(5, "kind", ...about);
      if (kind === 0) throw new Error(`${service} is away`);
      if (kind === 1) return { errors: [{ message: "" }, { message: "no data", path: ["_entities"] }] };
      if (kind === 2) return { data: null };
      if (kind === 3 && fetch.query.includes("_entities")) return { data: { _entities: null } };
      if (kind === 4 && fetch.query.includes("_entities")) return { data: { _entities: [] } };
      throw new GraphQLError(`${service} is busy`, { extensions: { code: "UNAVAILABLE" } });
    }
    const result = await execute({
      schema: schemas.get(service)!,
      document: documentOf(fetch.query),
      variableValues: fetch.variables,
      operationName: fetch.operationName ?? null,
      fieldResolver: resolverFor(service, mishaps),
      typeResolver: typeResolver as never,
    });
    // As over the wire.
    const wire = JSON.parse(JSON.stringify(result)) as SubgraphAnswer;
    if (mishaps.valueIsWrong > 0 && wire.data) spoil(wire.data, service, mishaps);
    return wire;
  }

  return { answer };
}

/** The types of the entities that it is about; none at the root. Two plans of one operation may select the same in different ways. */
function askedAbout({ variables }: Fetch): string[] {
  const { representations = [] } = variables as { representations?: { __typename: string }[] };
  return [...new Set(representations.map(({ __typename: name }) => name))].sort();
}

const WRONG = [null, 42, "wrong", [], {}, true, 1e300];

/** Replaces some values by invalid ones, selected by the values themselves. */
function spoil(value: unknown, service: string, mishaps: Mishaps): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner, service, mishaps);
    if (key === "_entities" || Array.isArray(value)) continue;
    const parts = [mishaps.seed, service, key, JSON.stringify(inner)];
    if (chance("spoil", ...parts) >= mishaps.valueIsWrong) continue;
    const holder = value as Record<string, unknown>;
    const which = below(WRONG.length + 1, "wrong", ...parts);
    if (which === WRONG.length) delete holder[key];
    else holder[key] = structuredClone(WRONG[which]);
  }
}
