// Checks variables of clients before any subgraph is called. Errors use the client's names: the variable, the argument that it is used for,
// and the expected type.
import {
  coerceInputValue,
  GraphQLError,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { isObject, type Json } from "../execution/json.ts";

const MAX_ERRORS = 20;

/** @returns errors of the variables of an operation */
export type CheckVariables = (variables: Json) => GraphQLError[];

interface Declared {
  name: string;
  type: GraphQLInputType;
  hasDefault: boolean;
  /** Whether a value certainly matches its type; otherwise graphql decides, and writes the error. */
  isValid: IsValid;
}

type IsValid = (value: unknown) => boolean;

export function compileVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): CheckVariables {
  const all = variableDefinitions.map(({ variable, type, defaultValue }): Declared => {
    const declared = typeFromAST(schema, type as never) as unknown;
    if (!isInputType(declared)) throw new Error("The document was not validated.");
    const isValid = compileType(declared);
    return { name: variable.name.value, type: declared, hasDefault: defaultValue !== undefined, isValid };
  });
  let known: Map<string, Place> | undefined;
  const placeOf = (name: string) => (known ??= placesOf(schema, document)).get(name);

  function problem(name: string, path: readonly (string | number)[], what: string): GraphQLError {
    const field = [placeOf(name)?.field ?? name, ...path].join(".");
    const message = `Variable "${["$" + name, ...path].join(".")}" got an invalid value: ${what}`;
    return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", field } });
  }

  function check({ name, type, hasDefault, isValid }: Declared, variables: Json, errors: GraphQLError[]): void {
    const isGiven = Object.hasOwn(variables, name);
    if (!isGiven) {
      if (!hasDefault && isNonNullType(type)) errors.push(problem(name, [], `a ${String(type)} must be given.`));
      return;
    }
    const value = variables[name];
    if (value === null) {
      // A nullable variable with a default may be used in a non-null position: explicit null is not the same as omission.
      if (isNonNullType(type) || placeOf(name)?.isRequired)
        errors.push(problem(name, [], "it must not be null; omit it to use its default, if there is one."));
      return;
    }
    if (isValid(value)) return;
    coerceInputValue(value, type, (path, wrong, { message }) => {
      if (errors.length < MAX_ERRORS) errors.push(problem(name, path, withoutMostOf(wrong, message)));
    });
  }

  return (variables) => {
    const errors: GraphQLError[] = [];
    for (const declared of all) if (errors.length < MAX_ERRORS) check(declared, variables, errors);
    return errors;
  };
}

/** Input objects of the schema: each is compiled once, for all operations. */
const compiled = new WeakMap<GraphQLInputObjectType, IsValid>();

function compileType(type: GraphQLInputType): IsValid {
  if (isNonNullType(type)) {
    const isValid = compileType(type.ofType);
    return (value) => value !== null && isValid(value);
  }
  if (isListType(type)) {
    const isValid = compileType(type.ofType);
    return (value) => value === null || (Array.isArray(value) ? value.every(isValid) : isValid(value));
  }
  if (isEnumType(type))
    return (value) => value === null || (typeof value === "string" && type.getValue(value) !== undefined);
  if (isInputObjectType(type)) return compiled.get(type) ?? compileInputObject(type);
  return (value) => {
    if (value === null) return true;
    try {
      return type.parseValue(value) !== undefined;
    } catch {
      return false;
    }
  };
}

function compileInputObject(type: GraphQLInputObjectType): IsValid {
  if (type.isOneOf) return () => false;
  const fields = new Map<string, IsValid>();
  const required: string[] = [];
  const isValid: IsValid = (value) => {
    if (value === null) return true;
    if (!isObject(value)) return false;
    for (const name of required) if (!Object.hasOwn(value, name)) return false;
    for (const name of Object.keys(value)) if (!fields.get(name)?.(value[name])) return false;
    return true;
  };
  // Its fields may be of the same type again.
  compiled.set(type, isValid);
  for (const field of Object.values(type.getFields())) {
    fields.set(field.name, compileType(field.type));
    if (isNonNullType(field.type) && field.defaultValue === undefined) required.push(field.name);
  }
  return isValid;
}

const SHOWN_CHARACTERS = 50;

/** graphql repeats the value before its error. */
function withoutMostOf(value: unknown, message: string): string {
  if (typeof value !== "string" || value.length <= SHOWN_CHARACTERS) return message;
  const begun = `${value.slice(0, SHOWN_CHARACTERS).toWellFormed()}…`;
  return message.replace(value, () => begun).replace(JSON.stringify(value), () => JSON.stringify(begun));
}

interface Place {
  /** The argument that the variable is for, and where in it: `input.endsAt`. The first, if it is used more than once. */
  field: string;
  /** Whether null is invalid in all of its positions. */
  isRequired: boolean;
}

function placesOf(schema: GraphQLSchema, document: DocumentNode): Map<string, Place> {
  const places = new Map<string, Place>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      VariableDefinition: () => false,
      Variable: ({ name }, _, __, path) => {
        const before = places.get(name.value);
        const isRequired = isNonNullType(typeInfo.getInputType());
        const field = before?.field ?? fieldAt(document, path);
        places.set(name.value, { field, isRequired: isRequired || (before?.isRequired ?? false) });
      },
    }),
  );
  return places;
}

/** For an argument's value in a document; undefined if the node is not one. */
export function fieldOf(document: DocumentNode, node: ASTNode): string | undefined {
  let field = "";
  visit(document, {
    enter: (visited, _, __, path) => {
      if (visited === node) field = fieldAt(document, path);
    },
  });
  return field === "" ? undefined : field;
}

/** The argument that contains a node, and the node's position in it. */
function fieldAt(document: DocumentNode, path: readonly (string | number)[]): string {
  const field: (string | number)[] = [];
  let at: unknown = document;
  for (const [index, key] of path.entries()) {
    at = (at as Record<string | number, unknown>)[key];
    const { kind, name } = at as { kind?: string; name?: { value: string } };
    if (kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD) field.push(name!.value);
    else if (path[index - 1] === "values" && field.length > 0) field.push(key);
  }
  return field.join(".");
}
