// Keeps aliases of clients apart from names in a plan. The plan selects keys and required fields under their own names, and a client may
// use such a name as alias of another field. Those aliases are renamed before planning; errors and the response have the client's names.
import { Kind, visit, type DocumentNode, type FieldNode, type VariableDefinitionNode } from "graphql";

/** The client's name by the name in the plan; only where they differ. */
export interface Names {
  fields: ReadonlyMap<string, string>;
  variables: ReadonlyMap<string, string>;
}

/** Variables that the gateway adds to entity fetches. */
const REPRESENTATIONS = "representations";
const RESERVED = new Set(["__typename", "_entities", "_service"]);
/** Names that the planner generates if two fields can't share one. */
const MADE_UP = /__alias_\d+$/;

export interface OwnNames {
  names: Names;
  /** The document, or a part of it, in the plan's names. */
  rename(document: DocumentNode): DocumentNode;
}

/** @param fieldNames names of all fields that a plan may select */
export function createNames(whole: DocumentNode, fieldNames: ReadonlySet<string>): OwnNames {
  const taken = new Set<string>();
  visit(whole, {
    Field: (field) => void taken.add(responseName(field)),
    VariableDefinition: ({ variable }) => void taken.add(variable.name.value),
  });
  const fields = new Map<string, string>();
  const variables = new Map<string, string>();
  const given = new Map<string, string>();

  function freeName(name: string): string {
    for (let count = 0; ; count++) {
      // Two leading underscores are reserved for introspection.
      const candidate = `${name.replace(/^_+/, "")}_${count}`;
      if (taken.has(candidate) || fieldNames.has(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
  }

  function nameFor(response: string): string {
    const name = given.get(response) ?? freeName(response);
    given.set(response, name);
    fields.set(name, response);
    return name;
  }

  const isVariable = ({ variable }: VariableDefinitionNode) => variable.name.value === REPRESENTATIONS;
  const clashing = whole.definitions
    .flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? (one.variableDefinitions ?? []) : []))
    .find(isVariable);
  const own = clashing && ({ kind: Kind.NAME, value: freeName(REPRESENTATIONS) } as const);
  if (own) variables.set(own.value, REPRESENTATIONS);

  const rename = (document: DocumentNode) =>
    visit(document, {
      // Introspection is answered by the gateway, in the client's words.
      FragmentDefinition: ({ typeCondition }) => (typeCondition.name.value.startsWith("__") ? false : undefined),
      OperationDefinition: (node) => {
        if (!own) return undefined;
        const definition = { ...clashing, variable: { ...clashing.variable, name: own } };
        return { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), definition] };
      },
      VariableDefinition: () => false,
      Field: (node) => {
        if (node.name.value === "__schema" || node.name.value === "__type") return false;
        if (!clashes(node, fieldNames)) return undefined;
        return { ...node, alias: { kind: Kind.NAME, value: nameFor(responseName(node)) } };
      },
      Variable: (node) => (own && node.name.value === REPRESENTATIONS ? { ...node, name: own } : undefined),
    });
  return { names: { fields, variables }, rename };
}

const responseName = ({ alias, name }: FieldNode) => alias?.value ?? name.value;

function clashes(field: FieldNode, fieldNames: ReadonlySet<string>): boolean {
  const name = responseName(field);
  // Inherited properties are not data of a subgraph.
  if (name in Object.prototype) return true;
  if (name === field.name.value) return false;
  return fieldNames.has(name) || RESERVED.has(name) || MADE_UP.test(name);
}

/** A path of the response, in the client's names. */
export function clientPath(path: readonly (string | number)[], { fields }: Names): (string | number)[] {
  return path.map((part) => (typeof part === "string" ? (fields.get(part) ?? part) : part));
}
