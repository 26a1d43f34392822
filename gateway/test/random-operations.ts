// Random operations that are valid against a schema, with variables, fragments, aliases and conditions of every kind.
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";

export interface RandomOperation {
  query: string;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

/** Mulberry32: 0 to 1. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function randomOperation(schema: GraphQLSchema, seed: number): RandomOperation {
  const random = generator(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const chance = (share: number) => random() < share;
  const variables: Record<string, unknown> = {};
  const definitions: string[] = [];
  const fragments: string[] = [];
  const maxDepth = 2 + below(4);
  // Fields of one response name must be the same wherever they can meet: an alias says which field and arguments it is for.
  let aliases = 0;

  function variable(type: GraphQLInputType): string {
    const name = `v${definitions.length}`;
    const isOptional = !isNonNullType(type);
    const fallback = isOptional && chance(0.3) ? ` = ${literal(type)}` : "";
    definitions.push(`$${name}: ${String(type)}${fallback}`);
    if (!isOptional || !chance(0.3)) variables[name] = json(type);
    return `$${name}`;
  }

  function condition(): string {
    if (!chance(0.12)) return "";
    const directive = chance(0.5) ? "skip" : "include";
    if (chance(0.25)) return ` @${directive}(if: ${chance(0.5)})`;
    const name = `v${definitions.length}`;
    const fallback = chance(0.2);
    definitions.push(`$${name}: Boolean!${fallback ? ` = ${chance(0.5)}` : ""}`);
    if (!fallback || chance(0.5)) variables[name] = chance(0.5);
    return ` @${directive}(if: $${name})`;
  }

  function json(type: GraphQLInputType): unknown {
    const nullable = getNullableType(type);
    if (!isNonNullType(type) && chance(0.15)) return null;
    if (isListType(nullable)) return Array.from({ length: below(3) }, () => json(nullable.ofType));
    if (isEnumType(nullable)) return nullable.getValues()[below(nullable.getValues().length)]!.name;
    if (isInputObjectType(nullable)) {
      return Object.fromEntries(
        Object.values(nullable.getFields())
          .filter((field) => isNonNullType(field.type) || chance(0.5))
          .map((field) => [field.name, json(field.type)]),
      );
    }
    return scalar(String(nullable));
  }

  function literal(type: GraphQLInputType): string {
    const write = (value: unknown, of: GraphQLInputType): string => {
      const nullable = getNullableType(of);
      if (value === null) return "null";
      if (isListType(nullable))
        return `[${(value as unknown[]).map((item) => write(item, nullable.ofType)).join(", ")}]`;
      if (isEnumType(nullable)) return String(value);
      if (!isInputObjectType(nullable)) return JSON.stringify(value);
      const fields = nullable.getFields();
      return `{ ${Object.entries(value as object)
        .map(([name, inner]) => `${name}: ${write(inner, fields[name]!.type)}`)
        .join(", ")} }`;
    };
    return write(json(type), type);
  }

  function scalar(name: string): unknown {
    if (name === "Int") return below(5);
    if (name === "Float") return below(20) / 4;
    if (name === "Boolean") return chance(0.5);
    if (name === "ID") return `k${below(7)}`;
    return `s${below(9)}"ü`;
  }

  function args(field: GraphQLField<unknown, unknown>): string {
    const given = field.args
      .filter((argument) => isRequiredArgument(argument) || chance(0.5))
      .map(({ name, type }) => `${name}: ${chance(0.4) ? variable(type) : literal(type)}`);
    return given.length > 0 ? `(${given.join(", ")})` : "";
  }

  function selectionSet(type: GraphQLCompositeType, depth: number): string {
    const selections: string[] = [];
    const count = 1 + below(depth === 0 ? 3 : 5);
    for (let index = 0; index < count; index++) {
      const selection = oneSelection(type, depth);
      if (selection) selections.push(selection);
    }
    if (selections.length === 0) selections.push("__typename");
    return `{ ${selections.join(" ")} }`;
  }

  function oneSelection(type: GraphQLCompositeType, depth: number): string | undefined {
    if (chance(0.08)) return chance(0.3) ? `t${(aliases += 1)}: __typename${condition()}` : "__typename";
    if (depth < maxDepth && chance(isAbstractType(type) ? 0.5 : 0.12)) return fragment(type, depth);
    if (!("getFields" in type)) return undefined;
    const fields = Object.values(type.getFields());
    const field = fields[below(fields.length)]!;
    const isLeaf = isLeafType(getNamedType(field.type));
    if (!isLeaf && depth >= maxDepth) return undefined;
    const written = args(field);
    // The plain name only without arguments: everywhere it then is the same field.
    const inner = isLeaf ? "" : ` ${selectionSet(getNamedType(field.type) as GraphQLCompositeType, depth + 1)}`;
    if (written === "" && !chance(0.15)) return `${field.name}${condition()}${inner}`;
    const name = `a${(aliases += 1)}`;
    return `${name}: ${field.name}${written}${condition()}${inner}`;
  }

  function fragment(type: GraphQLCompositeType, depth: number): string {
    const candidates = isAbstractType(type)
      ? [type, ...schema.getPossibleTypes(type)]
      : isObjectType(type)
        ? [type, ...type.getInterfaces()]
        : [type];
    const on = candidates[below(candidates.length)]!;
    if (chance(0.3)) {
      const name = `F${fragments.length}`;
      fragments.push("");
      fragments[Number(name.slice(1))] = `fragment ${name} on ${on.name} ${selectionSet(on, depth)}`;
      return `...${name}${condition()}`;
    }
    if (on === type && chance(0.5)) return `...${condition() || " @include(if: true)"} ${selectionSet(type, depth)}`;
    return `... on ${on.name}${condition()} ${selectionSet(on, depth)}`;
  }

  const root = schema.getMutationType() && chance(0.15) ? schema.getMutationType()! : schema.getQueryType()!;
  const kind = root === schema.getQueryType() ? "query" : "mutation";
  let body = selectionSet(root, 0);
  if (kind === "query" && chance(0.02))
    body = body.replace(/^\{/, `{ __type(name: "Query") { name kind fields { name } }`);
  const named = chance(0.5) ? " Random" : "";
  const head = definitions.length > 0 ? `(${definitions.join(", ")})` : "";
  return {
    query: `${kind}${named}${head} ${body}\n${fragments.join("\n")}`,
    operationName: named ? named.trim() : undefined,
    variables,
  };
}
