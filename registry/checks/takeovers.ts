// Effects of a subgraph on others: fields that it would take over, by @override under any name or by @shareable, and changed types,
// arguments, guards and tags of their definitions. Based on supergraphs, in which composition has normalized all spellings.
import { buildSubgraph } from "@apollo/federation-internals";
import {
  Kind,
  parse,
  print,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type TypeDefinitionNode,
} from "graphql";
import type { Subgraph } from "./composition.ts";
import type { Weakening } from "./directives.ts";

type Values = Record<string, unknown>;

interface Field {
  /** Names of subgraphs that resolve it. */
  resolvers: Set<string>;
}

interface Element {
  /** The subgraphs that define it. */
  definedBy: Set<string>;
  /** The visible definition for clients and guards. */
  signature: string;
}

interface Type {
  interfaces: string[];
  /** By subgraph: the key fields by which gateways can fetch an entity; root types need no key. */
  entries: Map<string, Set<string>>;
  interfaceObjectOf: Set<string>;
  fields: Map<string, Field>;
}

interface Read {
  types: Map<string, Type>;
  /** By coordinate. */
  elements: Map<string, Element>;
}

const ROOTS = new Map([
  ["query", "Query"],
  ["mutation", "Mutation"],
  ["subscription", "Subscription"],
]);

/**
 * @param before published schemas, without the proposed subgraph if it does not compose with them
 * @param owned subgraphs of the caller: their fields may be taken over
 */
export function findTakeovers(
  { before, after }: { before: string; after: string },
  { proposed, published }: { proposed: Subgraph; published: Subgraph | undefined },
  owned: readonly string[],
): Weakening[] {
  const [was, is] = [read(parse(before)), read(parse(after))];
  const found = new Map<string, Weakening>();
  const add = (rule: Weakening["rule"], coordinate: string, message: string) =>
    found.set(`${rule} ${coordinate}`, { rule, coordinate, message: `${coordinate}: ${message}` });
  const ownersOf = (coordinates: Iterable<string>) => [...coordinates].filter((name) => !owned.includes(name));

  const known = new Set(published ? overridesIn(published).map(keyOf) : []);
  for (const override of overridesIn(proposed))
    if (!owned.includes(override.from) && !known.has(keyOf(override)))
      add("TAKEN_OVER", override.coordinate, `@override moves it from ${override.from}, whose owner must agree`);

  const isNewlyAsked = (type: string, field: string) =>
    isAskedOf(proposed.name, is, type, field) && !isAskedOf(proposed.name, was, type, field);
  for (const [name, type] of was.types)
    for (const [field, { resolvers }] of type.fields) {
      const coordinate = `${name}.${field}`;
      const owners = ownersOf(resolvers);
      const now = is.types.get(name)?.fields.get(field)?.resolvers ?? new Set();
      const lost = owners.filter((owner) => !now.has(owner));
      if (lost.length > 0) add("TAKEN_OVER", coordinate, `${lost.join(", ")} would no longer resolve it`);
      else if (owners.length > 0 && isNewlyAsked(name, field))
        add("TAKEN_OVER", coordinate, `${proposed.name} would resolve it instead of ${owners.join(", ")}`);
    }

  for (const [coordinate, { definedBy, signature }] of was.elements) {
    const owners = ownersOf(definedBy);
    const now = is.elements.get(coordinate)?.signature;
    if (owners.length > 0 && now !== signature)
      add(
        "CHANGED_FOR_OTHERS",
        coordinate,
        `${owners.join(", ")} defines it as ${signature}; it would become ${now ?? "undefined"}`,
      );
  }
  return [...found.values()];
}

/** Whether gateways may fetch the field from this subgraph for an object from another one. */
function isAskedOf(subgraph: string, { types }: Read, name: string, field: string): boolean {
  const type = types.get(name);
  if (!type) return false;
  const keys = type.entries.get(subgraph);
  if (type.fields.get(field)?.resolvers.has(subgraph) && keys && !keys.has(field)) return true;
  // An interface object resolves all objects of the interface.
  return type.interfaces.some((one) => {
    const implemented = types.get(one);
    if (!implemented?.interfaceObjectOf.has(subgraph) || implemented.entries.get(subgraph)?.has(field)) return false;
    return implemented.fields.get(field)?.resolvers.has(subgraph) ?? false;
  });
}

interface Override {
  coordinate: string;
  from: string;
  label: string | undefined;
}

const keyOf = ({ coordinate, from, label }: Override) => JSON.stringify([coordinate, from, label]);

/** Also overrides without an effect yet: their source may get the field later. */
function overridesIn({ name, url, sdl }: Subgraph): Override[] {
  const subgraph = buildSubgraph(name, url, sdl);
  if (!subgraph.metadata().isFed2Schema()) return [];
  const roots = new Map(
    subgraph.schema.schemaDefinition.roots().map(({ rootKind, type }) => [type.name, ROOTS.get(rootKind) ?? type.name]),
  );
  return [...subgraph.metadata().overrideDirective().applications()].map((applied) => {
    const [type = "", field] = (applied.parent as unknown as { coordinate: string }).coordinate.split(".");
    const { from, label } = applied.arguments();
    return { coordinate: `${roots.get(type) ?? type}.${field}`, from, label };
  });
}

function read(supergraph: DocumentNode): Read {
  const types = new Map<string, Type>();
  const elements = new Map<string, Element>();
  const names = new Map<string, string>();
  const isOwn = (definition: DocumentNode["definitions"][number]): definition is TypeDefinitionNode =>
    definition.kind.endsWith("TypeDefinition") && !/^(join|link)__/.test((definition as TypeDefinitionNode).name.value);
  for (const definition of supergraph.definitions)
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph")
      for (const value of definition.values ?? [])
        names.set(value.name.value, String(valuesOf(value, "join__graph")[0]?.name));
  /** Definitions of an element in each subgraph. */
  const joined = (part: { directives?: readonly ConstDirectiveNode[] }, directive: string) =>
    valuesOf(part, directive).flatMap(({ graph, ...rest }) => {
      const subgraph = names.get(String(graph));
      return subgraph === undefined ? [] : [{ ...rest, subgraph } as Values & { subgraph: string }];
    });
  for (const definition of supergraph.definitions.filter(isOwn)) {
    const name = definition.name.value;
    const ofType = joined(definition, "join__type");
    const all = new Set(ofType.map(({ subgraph }) => subgraph));
    if (all.size === 0) continue;
    elements.set(name, { definedBy: all, signature: [definition.kind, ...appliedTo(definition)].join(" ") });
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION)
      for (const value of definition.values ?? []) {
        const definedBy = new Set(joined(value, "join__enumValue").map(({ subgraph }) => subgraph));
        elements.set(`${name}.${value.name.value}`, {
          definedBy,
          signature: ["a value", ...appliedTo(value)].join(" "),
        });
      }
    if (!("fields" in definition)) continue;
    const type = typeOf(definition, ofType);
    types.set(name, type);
    for (const field of definition.fields ?? []) {
      const ofField = joined(field, "join__field");
      const isEverywhere = valuesOf(field, "join__field").length === 0;
      const definedBy = isEverywhere ? all : new Set(ofField.map(({ subgraph }) => subgraph));
      const resolving = ofField.filter((one) => one.external !== true && one.usedOverridden !== true);
      const resolvers = isEverywhere ? all : new Set(resolving.map(({ subgraph }) => subgraph));
      type.fields.set(field.name.value, { resolvers });
      const given = "arguments" in field ? (field.arguments ?? []) : [];
      const signature = [
        print(field.type),
        ...given.map((one) => [`(${one.name.value}: ${print(one.type)})`, ...appliedTo(one)].join(" ")).sort(),
        ...appliedTo(field),
      ].join(" ");
      elements.set(`${name}.${field.name.value}`, { definedBy, signature });
    }
  }
  return { types, elements };
}

function typeOf(definition: TypeDefinitionNode, ofType: (Values & { subgraph: string })[]): Type {
  const entries = new Map<string, Set<string>>();
  const isRoot = [...ROOTS.values()].includes(definition.name.value);
  for (const { subgraph, key, resolvable } of ofType) {
    if (!isRoot && (typeof key !== "string" || resolvable === false)) continue;
    const fields = typeof key === "string" ? key.split(/\W+/) : [];
    entries.set(subgraph, new Set([...(entries.get(subgraph) ?? []), ...fields]));
  }
  return {
    interfaces: "interfaces" in definition ? (definition.interfaces ?? []).map(({ name }) => name.value) : [],
    entries,
    interfaceObjectOf: new Set(ofType.filter((one) => one.isInterfaceObject === true).map(({ subgraph }) => subgraph)),
    fields: new Map(),
  };
}

function valuesOf({ directives = [] }: { directives?: readonly ConstDirectiveNode[] }, directive: string): Values[] {
  return directives
    .filter(({ name }) => name.value === directive)
    .map(({ arguments: given = [] }) =>
      Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)])),
    );
}

/** Guards, limits, tags and other directives of an element, sorted. */
function appliedTo({ directives = [] }: { directives?: readonly ConstDirectiveNode[] }): string[] {
  return directives
    .filter(({ name }) => !name.value.startsWith("join__"))
    .map((one) => print(one))
    .sort();
}
