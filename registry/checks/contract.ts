// Contracts: a part of a supergraph, selected by tags. Excluded elements are `@inaccessible` in the contract's supergraph: gateways may use
// them for planning, but clients can't see them. The rules are those of GraphOS
// (https://www.apollographql.com/docs/graphos/platform/schema-management/delivery/contracts/overview). Exception: where GraphOS refuses
// because a visible field leads to a hidden type, the field is hidden, too.
import { errorCauses, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from "@apollo/federation-internals";
import {
  GraphQLError,
  Kind,
  parse,
  print,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from "graphql";
import { usedName, withPlainNames } from "../../platform/graphql/linked-directives.ts";
import type { BuildError } from "./composition.ts";

export interface ContractFilter {
  /** If not empty: fields of objects and interfaces are excluded unless they, or their types, have one of these tags. */
  include: readonly string[];
  /** Elements with one of these tags are excluded, even if included. */
  exclude: readonly string[];
  /** Types that no operation can get to are left out. */
  hideUnreachableTypes: boolean;
}

export type Filtered =
  | { errors: BuildError[]; filtered: null }
  | { errors: []; filtered: { supergraphSdl: string; apiSchema: GraphQLSchema } };

type WithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const ROOTS = ["Query", "Mutation", "Subscription"];
const INACCESSIBLE_SPEC = `schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY) { query: Query }
directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION`;

export function filterByTags(supergraphSdl: string, filter: ContractFilter): Filtered {
  const document = parse(supergraphSdl);
  const hidden = findHidden(withPlainNames(document), filter);
  const sdl = print(withInaccessible(document, hidden));
  try {
    const supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
    const apiSchema = supergraph.apiSchema().toGraphQLJSSchema({ includeDefer: false });
    return { errors: [], filtered: { supergraphSdl: sdl, apiSchema } };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const errors = (errorCauses(error) ?? [error]).map(({ message, extensions }) => ({
      message,
      code: String(extensions.code ?? "CONTRACT"),
      locations: [],
    }));
    return { errors, filtered: null };
  }
}

/** Text for `rover contract describe`. */
export function describeFilter({ include, exclude, hideUnreachableTypes }: ContractFilter): string {
  const list = (tags: readonly string[]) => (tags.length > 0 ? tags.join(", ") : "none");
  return `Include tags: ${list(include)}; exclude tags: ${list(exclude)}; unreachable types: ${hideUnreachableTypes ? "hidden" : "shown"}`;
}

/** Coordinates such as `Type`, `Type.field`, `Type.field.argument` and `Enum.VALUE`. */
function findHidden(document: DocumentNode, filter: ContractFilter): Set<string> {
  const types = new Map(ownTypesOf(document).map((type) => [nameOf(type), type]));
  const hidden = new Set<string>();
  for (const type of types.values()) hideByTags(type, filter, hidden);
  while (hideWhatLeadsToHidden(types, hidden));
  if (filter.hideUnreachableTypes) {
    const reached = reachable(types, hidden);
    for (const name of types.keys()) if (!reached.has(name)) hidden.add(name);
  }
  return hidden;
}

/** Without elements of linked specifications: their names begin with the specification's. */
function ownTypesOf({ definitions }: DocumentNode): TypeDefinitionNode[] {
  const schema = definitions.find(({ kind }) => kind === Kind.SCHEMA_DEFINITION);
  const linked = new Set((schema?.directives ?? []).flatMap((directive) => nameOfLinked(directive) ?? []));
  return definitions.filter(
    (definition): definition is TypeDefinitionNode =>
      definition.kind.endsWith("TypeDefinition") &&
      !linked.has(/^(.*?)__/.exec(nameOf(definition as TypeDefinitionNode))?.[1] ?? ""),
  );
}

/** As in https://specs.apollo.dev/link/v1.0/: the last part of the URL before the version, unless it is renamed. */
function nameOfLinked({ name, arguments: given = [] }: DirectiveNode): string | undefined {
  const text = (argument: string) => {
    const value = given.find((one) => one.name.value === argument)?.value;
    return value?.kind === Kind.STRING ? value.value : undefined;
  };
  return name.value === "link" ? (text("as") ?? /([^/]+)\/v\d[^/]*$/.exec(text("url") ?? "")?.[1]) : undefined;
}

const nameOf = ({ name }: TypeDefinitionNode) => name.value;

function hideByTags(type: TypeDefinitionNode, { include, exclude }: ContractFilter, hidden: Set<string>): void {
  const name = nameOf(type);
  const isIncluded = include.length === 0 || hasOneOf(type, include);
  const hideIf = (isHidden: boolean, coordinate: string) => isHidden && hidden.add(coordinate);
  const isOut = (node: { directives?: readonly ConstDirectiveNode[] }) =>
    isInaccessible(node) || hasOneOf(node, exclude);
  hideIf(isOut(type), name);
  for (const field of hasFields(type) ? (type.fields ?? []) : []) {
    const coordinate = `${name}.${field.name.value}`;
    hideIf(isOut(field) || !(isIncluded || hasOneOf(field, include)), coordinate);
    for (const argument of field.arguments ?? []) hideIf(isOut(argument), `${coordinate}.${argument.name.value}`);
  }
  for (const member of membersOf(type)) hideIf(isOut(member), `${name}.${member.name.value}`);
}

/** @returns whether there was something to hide */
function hideWhatLeadsToHidden(types: Map<string, TypeDefinitionNode>, hidden: Set<string>): boolean {
  const before = hidden.size;
  const isGone = (type: TypeNode) => hidden.has(namedType(type));
  for (const [name, type] of types) {
    if (hidden.has(name)) continue;
    for (const field of hasFields(type) ? (type.fields ?? []) : []) {
      const coordinate = `${name}.${field.name.value}`;
      const gone = (field.arguments ?? []).filter((one) => isGone(one.type));
      if (isGone(field.type) || gone.some(isDemanded)) hidden.add(coordinate);
      for (const argument of gone) hidden.add(`${coordinate}.${argument.name.value}`);
    }
    for (const member of membersOf(type)) {
      if (!("type" in member) || !isGone(member.type)) continue;
      hidden.add(`${name}.${member.name.value}`);
      if (isDemanded(member)) hidden.add(name);
    }
    const parts = partsOf(type);
    if (parts.length > 0 && parts.every((part) => hidden.has(part))) hidden.add(name);
  }
  return hidden.size > before;
}

/** Required parts of a type: its fields, values or members, by coordinate. */
function partsOf(type: TypeDefinitionNode): string[] {
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return (type.types ?? []).map(({ name }) => name.value);
  const parts = hasFields(type) ? (type.fields ?? []) : membersOf(type);
  return parts.map((part) => `${nameOf(type)}.${part.name.value}`);
}

function reachable(types: Map<string, TypeDefinitionNode>, hidden: Set<string>): Set<string> {
  const implementations = new Map<string, string[]>();
  for (const [name, type] of types)
    for (const { name: implemented } of hasFields(type) ? (type.interfaces ?? []) : [])
      implementations.set(implemented.value, [...(implementations.get(implemented.value) ?? []), name]);
  const reached = new Set<string>();
  const waiting = [...ROOTS];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = types.get(name);
    if (!type || reached.has(name) || hidden.has(name)) continue;
    reached.add(name);
    waiting.push(...(implementations.get(name) ?? []));
    if (type.kind === Kind.UNION_TYPE_DEFINITION) waiting.push(...(type.types ?? []).map((one) => one.name.value));
    if (hasFields(type)) waiting.push(...(type.interfaces ?? []).map((one) => one.name.value));
    const isSeen = ({ name: part }: { name: { value: string } }, of = name) => !hidden.has(`${of}.${part.value}`);
    for (const field of hasFields(type) ? (type.fields ?? []).filter((one) => isSeen(one)) : []) {
      const given = (field.arguments ?? []).filter((one) => isSeen(one, `${name}.${field.name.value}`));
      waiting.push(namedType(field.type), ...given.map((one) => namedType(one.type)));
    }
    for (const member of membersOf(type)) if ("type" in member && isSeen(member)) waiting.push(namedType(member.type));
  }
  return reached;
}

function withInaccessible(document: DocumentNode, hidden: Set<string>): DocumentNode {
  const known = usedName(document, "inaccessible");
  const inaccessible: ConstDirectiveNode = {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: known ?? "inaccessible" },
  };
  const isMarked = ({ directives = [] }: { directives?: readonly ConstDirectiveNode[] }) =>
    directives.some(({ name }) => name.value === known);
  const mark = <Node extends { directives?: readonly ConstDirectiveNode[] }>(node: Node, coordinate: string): Node =>
    hidden.has(coordinate) && !isMarked(node)
      ? { ...node, directives: [...(node.directives ?? []), inaccessible] }
      : node;
  const own = new Set<DefinitionNode>(ownTypesOf(document));
  const definitions = document.definitions.map((definition): DefinitionNode => {
    if (definition.kind === Kind.SCHEMA_DEFINITION && known === undefined)
      return { ...definition, directives: [...(definition.directives ?? []), ...SPEC.link] };
    if (!own.has(definition)) return definition;
    const name = nameOf(definition as TypeDefinitionNode);
    const type = mark(definition as TypeDefinitionNode, name);
    const at = (part: { name: { value: string } }) => `${name}.${part.name.value}`;
    if (hasFields(type)) {
      const fields = type.fields?.map((field): FieldDefinitionNode => {
        const given = field.arguments?.map((one) => mark(one, `${at(field)}.${one.name.value}`));
        return mark(given ? { ...field, arguments: given } : field, at(field));
      });
      return { ...type, ...(fields && { fields }) };
    }
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      return { ...type, fields: type.fields?.map((field) => mark(field, at(field))) ?? [] };
    if (type.kind === Kind.ENUM_TYPE_DEFINITION)
      return { ...type, values: type.values?.map((value) => mark(value, at(value))) ?? [] };
    return type;
  });
  return { kind: Kind.DOCUMENT, definitions: known ? definitions : [...definitions, SPEC.definition] };
}

const SPEC = readSpec();

function readSpec(): { link: readonly ConstDirectiveNode[]; definition: DefinitionNode } {
  const [schema, definition] = parse(INACCESSIBLE_SPEC, { noLocation: true }).definitions;
  if (schema?.kind !== Kind.SCHEMA_DEFINITION || !definition) throw new Error("Printed schema and source differ.");
  return { link: schema.directives ?? [], definition };
}

const hasFields = (type: TypeDefinitionNode): type is WithFields =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION;

/** Fields of an input, values of an enum. */
function membersOf(type: TypeDefinitionNode): readonly (InputValueDefinitionNode | EnumValueDefinitionNode)[] {
  if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return type.fields ?? [];
  return type.kind === Kind.ENUM_TYPE_DEFINITION ? (type.values ?? []) : [];
}

const isDemanded = ({ type, defaultValue }: InputValueDefinitionNode) =>
  type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

const isInaccessible = ({ directives = [] }: { directives?: readonly ConstDirectiveNode[] }) =>
  directives.some(({ name }) => name.value === "inaccessible");

function hasOneOf(
  { directives = [] }: { directives?: readonly ConstDirectiveNode[] },
  tags: readonly string[],
): boolean {
  return directives.some(
    ({ name, arguments: given = [] }) =>
      name.value === "tag" && given.some(({ value }) => tags.includes(String(valueFromASTUntyped(value)))),
  );
}
