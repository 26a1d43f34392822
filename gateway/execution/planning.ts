// The supergraph as the planner gets it. The planner chooses the first key of a type, even an unresolvable one, and identifies a required
// field by its name alone. So resolvable keys come first, and a required field with arguments becomes a separate field, which stands for
// those arguments during planning.
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph, type Schema } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import {
  getNamedType,
  isInterfaceType,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  valueFromASTUntyped,
  visit,
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from "graphql";

export interface Planning {
  /** Created on first use, because it is slow. */
  readonly planner: QueryPlanner;
  /** The API schema with the fields that stand for required fields with arguments. */
  plannerApi: Schema;
  /** The planner of stock @apollo/gateway; created on first use. */
  readonly stock: { planner: QueryPlanner; api: Schema };
  /** Names of all fields: a plan may select any of them under its own name. */
  fieldNames: ReadonlySet<string>;
  required: RequiredFields;
}

export interface RequiredFields {
  /** By the name of the stand-in field. */
  withArguments: ReadonlyMap<string, { name: string; args: readonly ArgumentNode[] }>;
  /** Whether no field requires anything. */
  isEmpty: boolean;
  /** Fields in the @requires of a subgraph's field. */
  of(subgraph: string, type: string, field: string): SelectionSetNode | undefined;
  /** The @keys of a type in a subgraph. */
  keysOf(subgraph: string, type: string): readonly SelectionSetNode[];
}

type ComposedType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** @param whole the supergraph of `sdl` */
export function createPlanning(sdl: string, whole: Supergraph, schema: GraphQLSchema): Planning {
  const document = parse(sdl, { noLocation: true });
  const withArguments = new Map<string, { name: string; args: readonly ArgumentNode[] }>();
  const standIns = findStandIns(document, schema, withArguments);
  const planned = visit(document, {
    ObjectTypeDefinition: (type) => forPlanner(type, standIns),
    InterfaceTypeDefinition: (type) => forPlanner(type, standIns),
  });
  // `whole` has been validated.
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false };
  const supergraph = planned === document ? whole : Supergraph.build(print(planned), options);
  const fieldNames = new Set<string>();
  visit(planned, { FieldDefinition: ({ name }) => void fieldNames.add(name.value) });
  const plannerApi = supergraph.apiSchema();
  let planner: QueryPlanner | undefined;
  let stock: Planning["stock"] | undefined;
  const planning: Planning = {
    get planner() {
      return (planner ??= new QueryPlanner(supergraph));
    },
    get stock() {
      return (stock ??= planned === document ? { planner: planning.planner, api: plannerApi } : stockOf(sdl, options));
    },
    plannerApi,
    fieldNames,
    required: { withArguments, ...requiredIn(planned) },
  };
  return planning;
}

function stockOf(sdl: string, options: Parameters<typeof Supergraph.build>[1]): Planning["stock"] {
  const supergraph = Supergraph.build(sdl, options);
  return { planner: new QueryPlanner(supergraph), api: supergraph.apiSchema() };
}

const isComposedType = (node: { kind: string }): node is ComposedType =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;

function argument({ arguments: all }: ConstDirectiveNode, name: string): unknown {
  const found = all?.find((one) => one.name.value === name);
  return found && valueFromASTUntyped(found.value);
}

const fieldSet = (fields: string): SelectionSetNode => {
  const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return (operation as { selectionSet: SelectionSetNode } & typeof operation)!.selectionSet;
};

interface StandIn {
  field: string;
  /** The field whose @requires contains it. */
  graphs: Set<string>;
}

/** For each type, the stand-in fields, and the rewritten text of each @requires that contains one. */
interface StandIns {
  types: ReadonlyMap<string, ComposedType>;
  fields: Map<string, Map<string, StandIn>>;
  requires: Map<string, string>;
}

function findStandIns(
  document: DocumentNode,
  schema: GraphQLSchema,
  withArguments: Map<string, { name: string; args: readonly ArgumentNode[] }>,
): StandIns {
  const types = new Map(document.definitions.filter(isComposedType).map((type) => [type.name.value, type]));
  const found: StandIns = { types, fields: new Map(), requires: new Map() };
  const names = new Map<string, string>();
  const taken = new Set<string>();
  visit(document, { FieldDefinition: ({ name }) => void taken.add(name.value) });

  function standInFor({ name, arguments: args = [] }: FieldNode): string {
    const sorted = [...args].sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
    const key = `${name.value}(${sorted.map(print).join()})`;
    let standIn = names.get(key);
    for (let count = 0; standIn === undefined; count++) {
      const candidate = `${name.value}_required_${count}`;
      if (!taken.has(candidate)) standIn = candidate;
    }
    taken.add(standIn);
    names.set(key, standIn);
    withArguments.set(standIn, { name: name.value, args: sorted });
    return standIn;
  }

  function addTo(typeName: string, standIn: string, field: string, graph: string): void {
    const type = schema.getType(typeName);
    const all = isInterfaceType(type) ? Object.values(schema.getImplementations(type)).flat() : [];
    for (const { name } of [{ name: typeName }, ...all]) {
      const own = found.fields.get(name) ?? new Map<string, StandIn>();
      found.fields.set(name, own.set(standIn, { field, graphs: new Set(own.get(standIn)?.graphs).add(graph) }));
    }
  }

  function rewritten(set: SelectionSetNode, typeName: string, graph: string): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value ?? typeName;
        return { ...selection, selectionSet: rewritten(selection.selectionSet, on, graph) };
      }
      if (selection.kind !== Kind.FIELD) return selection;
      const type = schema.getType(typeName);
      const field = type && "getFields" in type ? type.getFields()[selection.name.value] : undefined;
      if (!field || !("args" in field)) return selection;
      const inner = selection.selectionSet && {
        selectionSet: rewritten(selection.selectionSet, getNamedType(field.type).name, graph),
      };
      if (field.args.length === 0) return { ...selection, ...inner };
      const standIn = standInFor(selection);
      addTo(typeName, standIn, field.name, graph);
      return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: standIn }, ...inner } satisfies FieldNode;
    });
    return { ...set, selections };
  }

  for (const definition of types.values()) {
    for (const field of definition.fields ?? [])
      for (const directive of field.directives ?? []) {
        const requires = directive.name.value === "join__field" ? argument(directive, "requires") : undefined;
        if (typeof requires !== "string") continue;
        const graph = argument(directive, "graph") as string;
        const text = rewritten(fieldSet(requires), definition.name.value, graph).selections.map(print).join(" ");
        if (text !== fieldSet(requires).selections.map(print).join(" ")) found.requires.set(requires, text);
      }
  }
  return found;
}

/** Undefined if the planner can have it as it is. */
function forPlanner<Type extends ComposedType>(type: Type, { types, fields, requires }: StandIns): Type | undefined {
  const own = fields.get(type.name.value) ?? new Map<string, StandIn>();
  const standIns = [...own].flatMap(([name, { field, graphs }]): FieldDefinitionNode[] => {
    const meant = type.fields?.find((one) => one.name.value === field);
    const isUsed = (graph: string) => graphs.has(graph);
    return meant ? [{ ...withExternal(meant, isUsed), name: { kind: Kind.NAME, value: name }, arguments: [] }] : [];
  });
  const replaced = new Set([...own.values()].map(({ field }) => field));
  const rewritten = (type.fields ?? []).map((field) => {
    const isKept = (graph: string) => isOfInterface(type, field.name.value, graph, types);
    return withRequires(replaced.has(field.name.value) ? withExternal(field, isKept) : field, requires);
  });
  const directives = resolvableFirst(type.directives ?? []);
  const isSame =
    standIns.length === 0 &&
    rewritten.every((field, index) => field === type.fields?.[index]) &&
    directives.every((directive, index) => directive === type.directives?.[index]);
  if (isSame) return undefined;
  const more = standIns.map((field) => withRequires(field, requires));
  return { ...type, directives, fields: [...rewritten, ...more] };
}

/** Whether the type implements, in a subgraph, an interface that has the field there. */
function isOfInterface(type: ComposedType, field: string, graph: string, types: StandIns["types"]): boolean {
  return (type.directives ?? []).some((directive) => {
    if (directive.name.value !== "join__implements" || argument(directive, "graph") !== graph) return false;
    const declared = types
      .get(argument(directive, "interface") as string)
      ?.fields?.find(({ name }) => name.value === field);
    const places = declared?.directives?.filter(({ name }) => name.value === "join__field") ?? [];
    return declared !== undefined && (places.length === 0 || places.some((one) => argument(one, "graph") === graph));
  });
}

/** A field that a subgraph calls external must be named by something in that subgraph. */
function withExternal(field: FieldDefinitionNode, isKept: (graph: string) => boolean): FieldDefinitionNode {
  const directives = field.directives?.filter(
    (one) => argument(one, "external") !== true || isKept(argument(one, "graph") as string),
  );
  return directives?.length === field.directives?.length ? field : { ...field, directives: directives ?? [] };
}

function withRequires(field: FieldDefinitionNode, requires: ReadonlyMap<string, string>): FieldDefinitionNode {
  if (!field.directives?.some((directive) => requires.has(argument(directive, "requires") as string))) return field;
  const directives = field.directives.map((directive) => ({
    ...directive,
    arguments: (directive.arguments ?? []).map((one) => {
      const text = one.name.value === "requires" && requires.get(valueFromASTUntyped(one.value) as string);
      return text ? { ...one, value: { kind: Kind.STRING, value: text } as const } : one;
    }),
  }));
  return { ...field, directives };
}

const isUnresolvable = (directive: ConstDirectiveNode) =>
  directive.name.value === "join__type" && argument(directive, "resolvable") === false;

function resolvableFirst(directives: readonly ConstDirectiveNode[]): ConstDirectiveNode[] {
  return [...directives.filter((one) => !isUnresolvable(one)), ...directives.filter(isUnresolvable)];
}

function requiredIn(document: DocumentNode): Omit<RequiredFields, "withArguments"> {
  const subgraphs = new Map<string, string>();
  const sets = new Map<string, SelectionSetNode>();
  const keys = new Map<string, SelectionSetNode[]>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph")
      for (const { name, directives } of definition.values ?? [])
        for (const directive of directives ?? []) subgraphs.set(name.value, argument(directive, "name") as string);
  }
  for (const definition of document.definitions) {
    if (!isComposedType(definition)) continue;
    for (const directive of definition.directives ?? []) {
      const key = directive.name.value === "join__type" ? argument(directive, "key") : undefined;
      if (typeof key !== "string") continue;
      const place = `${subgraphs.get(argument(directive, "graph") as string)} ${definition.name.value}`;
      keys.set(place, [...(keys.get(place) ?? []), fieldSet(key)]);
    }
    for (const field of definition.fields ?? [])
      for (const directive of field.directives ?? []) {
        const requires = directive.name.value === "join__field" ? argument(directive, "requires") : undefined;
        if (typeof requires !== "string") continue;
        const subgraph = subgraphs.get(argument(directive, "graph") as string)!;
        sets.set(`${subgraph} ${definition.name.value}.${field.name.value}`, fieldSet(requires));
      }
  }
  return {
    isEmpty: sets.size === 0,
    of: (subgraph, type, field) => sets.get(`${subgraph} ${type}.${field}`),
    keysOf: (subgraph, type) => keys.get(`${subgraph} ${type}`) ?? [],
  };
}

/** A fetch's document in which the original fields replace the stand-ins. */
export function withoutStandIns(operation: string, { withArguments }: RequiredFields): string {
  const document = visit(parse(operation, { noLocation: true }), {
    Field: (node) => {
      const meant = withArguments.get(node.name.value);
      if (!meant) return undefined;
      const name = { kind: Kind.NAME, value: meant.name } as const;
      return { ...node, alias: node.alias ?? node.name, name, arguments: meant.args };
    },
  });
  return stripIgnoredCharacters(print(document));
}
