// What needs an expectation: read from the composed schema, the schemas of the subgraphs and the contract for partners.
import { readFileSync } from "node:fs";
import path from "node:path";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { contractsHere, subgraphsHere } from "../../operations/registry.ts";
import { ROOT } from "../../operations/topology.ts";
import { filterByTags } from "../../registry/checks/contract.ts";

export const api = buildSchema(readFileSync(path.join(ROOT, "schema/api.graphql"), "utf8"));

const { filtered } = filterByTags(
  readFileSync(path.join(ROOT, "schema/supergraph.graphql"), "utf8"),
  contractsHere().find(({ variant }) => variant === "public")!.filter,
);
export const publicApi = filtered!.apiSchema;

export const subgraphSchemas: Record<string, GraphQLSchema> = Object.fromEntries(
  subgraphsHere().map(({ name, sdl }) => [name, buildSubgraphSchema([{ typeDefs: parse(sdl) }])]),
);

export const fieldsOf = (schema: GraphQLSchema, typeName: string): Record<string, GraphQLField<unknown, unknown>> => {
  const type = schema.getType(typeName);
  return isObjectType(type) ? type.getFields() : {};
};

export const ROOTS = ["Query", "Mutation", "Subscription"];

/** A page of a list holds only items: the field that has the list needs the expectation. */
const isOfPage = (name: string) => /(Connection|Edge)$/.test(name) || name === "PageInfo";

/** Fields of objects that the contract for partners leaves out, by type. */
export function hiddenFields(): Map<string, string[]> {
  const hidden = new Map<string, string[]>();
  for (const type of Object.values(api.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__") || ROOTS.includes(type.name) || isOfPage(type.name)) continue;
    const names = Object.keys(type.getFields());
    const isPlainRefusal = names.length === 1 && names[0] === "message";
    const left = names.filter((name) => !isPlainRefusal && fieldsOf(publicApi, type.name)[name] === undefined);
    if (left.length > 0) hidden.set(type.name, left);
  }
  return hidden;
}

/** Types that can be asked for by reference, with the subgraphs that resolve them. */
export function referencedTypes(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [subgraph, schema] of Object.entries(subgraphSchemas)) {
    const entities = schema.getType("_Entity");
    for (const type of entities ? schema.getPossibleTypes(entities as never) : [])
      if (isResolvable(type)) found.set(type.name, [...(found.get(type.name) ?? []), subgraph]);
  }
  return found;
}

function isResolvable({ astNode }: GraphQLObjectType): boolean {
  const keys = astNode?.directives?.filter(({ name }) => name.value === "key") ?? [];
  return keys.some(
    (directive) =>
      !directive.arguments?.some(
        ({ name, value }) => name.value === "resolvable" && value.kind === "BooleanValue" && !value.value,
      ),
  );
}

/** Arguments without which a field can't be asked for. */
const REQUIRED_ARGUMENTS: Record<string, string> = {
  "Organization.findOrders": "(search: {})",
  "Event.salesReport": "(by: [DAY])",
  "Organization.salesReport": `(by: [EVENT], from: "2027-01-01T00:00:00Z", to: "2027-12-31T00:00:00Z")`,
  "Event.seat": `(id: "00000000-0000-4000-8000-000000000000.1")`,
  "Hold.exchangeQuote": `(ticketIds: ["00000000-0000-4000-8000-000000000000"])`,
  "Order.returnQuote": `(ticketIds: ["00000000-0000-4000-8000-000000000000"])`,
  "Event.letterPreview": `(subject: "Doors", body: "They open at six.")`,
  "Organization.counterTakings": `(day: "${new Date().toISOString().slice(0, 10)}")`,
  "Organization.statements": `(from: "1970-01-01T00:00:00Z")`,
  "Ticket.wallet": "(kind: APPLE)",
};

/** Selects a field: of an entity its id, of any other object all fields. */
export function askFor(schema: GraphQLSchema, typeName: string, name: string, depth = 4): string {
  const field = fieldsOf(schema, typeName)[name]!;
  const given = field.args.some(isRequiredArgument) ? REQUIRED_ARGUMENTS[`${typeName}.${name}`] : "";
  if (given === undefined)
    throw new Error(`Say in REQUIRED_ARGUMENTS of test/authorization/schemas.ts how ${typeName}.${name} is asked for.`);
  return `${name}${given} ${selectionOf(schema, getNamedType(field.type) as GraphQLObjectType, depth)}`;
}

export function selectionOf(schema: GraphQLSchema, type: GraphQLObjectType, depth = 4): string {
  if (isLeafType(type)) return "";
  if (!isObjectType(type)) return "{ __typename }";
  const fields = type.getFields();
  if (type.name.endsWith("Connection")) return `{ totalCount ${askFor(schema, type.name, "nodes", depth)} }`;
  if (type.astNode?.directives?.some(({ name }) => name.value === "key") || isEntity(type.name)) return "{ id }";
  const parts = Object.keys(fields).filter(
    (name) =>
      (isLeafType(getNamedType(fields[name]!.type)) || depth > 1) && !fields[name]!.args.some(isRequiredArgument),
  );
  if (parts.length === 0) return "{ __typename }";
  return `{ ${parts.map((name) => askFor(schema, type.name, name, depth - 1)).join(" ")} }`;
}

const entities = new Set(
  Object.values(subgraphSchemas).flatMap((schema) => {
    const union = schema.getType("_Entity");
    return union ? schema.getPossibleTypes(union as never).map(({ name }) => name) : [];
  }),
);
export const isEntity = (name: string) => entities.has(name);

export const isInaccessible = ({ astNode }: GraphQLField<unknown, unknown>): boolean =>
  astNode?.directives?.some(({ name }) => name.value === "inaccessible") ?? false;

/** Whether a reference has to come with fields of another subgraph, or the field is one of these. */
export const needsMore = ({ astNode }: GraphQLField<unknown, unknown>): boolean =>
  astNode?.directives?.some(({ name }) => name.value === "external" || name.value === "requires") ?? false;

/** An operation for one root field, with a variable for each argument. */
export function documentFor(kind: "Query" | "Mutation", name: string, schema: GraphQLSchema): string {
  const { args, type } = fieldsOf(schema, kind)[name]!;
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  return `${kind.toLowerCase()} ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${isLeafType(getNamedType(type)) ? "" : "{ __typename }"} }`;
}
