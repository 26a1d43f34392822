// Equivalent operations: aliases and variables get names that a plan uses for its own fields, or names of inherited properties. Selections
// move to fragments on the interfaces and unions of their type.
import {
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { generator } from "./random-operations.ts";

export interface Equivalent {
  query: string;
  variables: Record<string, unknown>;
  /** An answer to the first operation, in the names of this one. Undefined if two fields of one object now have the same name. */
  translated(answer: unknown): unknown;
}

const INHERITED = ["toString", "constructor", "valueOf", "hasOwnProperty", "__proto__"];
const OF_PLANS = ["__typename", "_entities", "_service", "representations", "id__alias_0", "id_0"];

export function equivalent(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  seed: number,
): Equivalent {
  const random = generator(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const fieldNames = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__") ? Object.keys(type.getFields()) : [],
  );
  const shuffled = (names: string[]) => {
    const left = [...new Set(names)];
    return names.flatMap(() => (left.length > 0 ? left.splice(below(left.length), 1) : []));
  };
  const free = shuffled([...fieldNames, ...INHERITED, ...OF_PLANS]);
  const aliases = new Map<string, string>();
  const names = shuffled(["representations", "toString", "constructor", "__proto__", "valueOf", "id"]);
  const renamed = new Map<string, string>();
  const nameOf = (alias: string) => {
    if (!aliases.has(alias)) aliases.set(alias, (random() < 0.7 && free.pop()) || alias);
    return aliases.get(alias)!;
  };
  const variableOf = (name: string) => {
    if (!renamed.has(name)) renamed.set(name, (random() < 0.5 && names.pop()) || name);
    return renamed.get(name)!;
  };

  const types = new TypeInfo(schema);
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const wrapped = (set: SelectionSetNode, ...on: string[]): SelectionSetNode =>
    on.reduceRight<SelectionSetNode>(
      (inner, name) => ({
        kind: Kind.SELECTION_SET,
        selections: [
          {
            kind: Kind.INLINE_FRAGMENT,
            typeCondition: { kind: Kind.NAMED_TYPE, name: named(name) },
            selectionSet: inner,
          },
        ],
      }),
      set,
    );
  const changed = visit(
    document,
    visitWithTypeInfo(types, {
      Variable: (node) => ({ ...node, name: named(variableOf(node.name.value)) }),
      Field: {
        leave: (node) => (node.alias ? { ...node, alias: named(nameOf(node.alias.value)) } : undefined),
      },
      SelectionSet: {
        leave: (node, _key, parent) => {
          const type = types.getType() && getNamedType(types.getType());
          const isOfField = parent && !Array.isArray(parent) && (parent as { kind: string }).kind === Kind.FIELD;
          if (!isOfField || !isObjectType(type) || random() < 0.5) return undefined;
          const around = abstract.filter((one) => schema.isSubType(one, type));
          return around.length > 0 ? wrapped(node, around[below(around.length)]!.name, type.name) : undefined;
        },
      },
    }),
  );
  let meet = false;
  const inNewNames = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inNewNames);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [
      aliases.get(key) ?? key,
      key === "path" && Array.isArray(inner)
        ? inner.map((part) => aliases.get(String(part)) ?? part)
        : inNewNames(inner),
    ]);
    meet ||= new Set(entries.map(([key]) => key)).size < entries.length;
    return Object.fromEntries(entries);
  };
  const translated = (answer: unknown): unknown => {
    meet = false;
    const found = inNewNames(answer);
    return meet ? undefined : found;
  };
  return {
    query: print(changed),
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [renamed.get(name) ?? name, value])),
    translated,
  };
}
