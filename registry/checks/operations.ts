// Effects of a schema change on clients: each breaking change is compared with the clients' operations.
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import {
  BREAK,
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  parse,
  TypeInfo,
  typeFromAST,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";

export interface KnownOperation {
  name: string;
  body: string;
}

export interface SchemaChange {
  severity: "FAILURE" | "NOTICE";
  /** Type of GraphQL Inspector, such as `FIELD_REMOVED`; `OPERATION_BROKEN` for an operation that is not valid any more. */
  code: string;
  description: string;
  /** Changed coordinate, such as `Seat.row`; for an invalid operation, its name. */
  path: string;
}

export interface OperationsResult {
  /** Operations that were valid before: only these can be broken. */
  numberOfCheckedOperations: number;
  changes: SchemaChange[];
}

export interface ProposedOperation {
  name: string | null;
  body: string;
}

export interface OperationProblem {
  name: string | null;
  code: "NON_PARSEABLE_DOCUMENT" | "INVALID_OPERATION";
  message: string;
}

/** Whether operations can be validated against the API schema. */
export function findProblems(apiSdl: string, operations: ProposedOperation[]): OperationProblem[] {
  const schema = buildSchema(apiSdl);
  return operations.flatMap(({ name, body }): OperationProblem[] => {
    try {
      return validate(schema, parse(body)).map(({ message }) => ({ name, code: "INVALID_OPERATION", message }));
    } catch (error) {
      return [{ name, code: "NON_PARSEABLE_DOCUMENT", message: (error as Error).message }];
    }
  });
}

interface Used {
  name: string;
  document: DocumentNode;
  coordinates: Set<string>;
}

/**
 * Breaking changes fail if a known operation uses the changed element, or if no operation is known. Other changes are notices. An operation
 * that was not valid before can't be broken.
 */
export async function compareSchemas(
  before: GraphQLSchema,
  after: GraphQLSchema,
  operations: KnownOperation[],
): Promise<OperationsResult> {
  const all = await diff(before, after);
  const risky = all.filter(({ criticality }) => criticality.level !== CriticalityLevel.NonBreaking);
  const known = operations.flatMap((operation) => coordinatesOf(before, operation) ?? []);
  // Validation costs several times as much as the search for used elements: only operations near a change are validated.
  const near = known.filter(({ coordinates }) => risky.some(({ path = "" }) => isNear(coordinates, path)));
  const invalid = new Set(near.filter(({ document }) => validate(before, document).length > 0));
  const used = near.filter((one) => !invalid.has(one));
  const numberOfCheckedOperations = known.length - invalid.size;
  const changes = all.map(({ criticality, type, path = "", message }): SchemaChange => {
    if (criticality.level !== CriticalityLevel.Breaking)
      return { severity: "NOTICE", code: type, description: message, path };
    const users = used.filter(({ coordinates }) => isUsed(coordinates, path, type)).map(({ name }) => name);
    const why =
      users.length > 0
        ? `used by ${listed(users)}`
        : numberOfCheckedOperations > 0
          ? "no known operation uses it"
          : "no operations are known";
    const severity = users.length > 0 || numberOfCheckedOperations === 0 ? "FAILURE" : "NOTICE";
    return { severity, code: type, description: `${message} (${why})`, path };
  });
  const broken = used.flatMap(({ name, document }): SchemaChange[] => {
    const [error] = validate(after, document);
    return error ? [brokenBy(`${name}: ${error.message}`, name)] : [];
  });
  const more = broken.length - MOST_NAMED;
  if (more > 0) broken.splice(MOST_NAMED, more, brokenBy(`and ${more} more operations`, ""));
  return { numberOfCheckedOperations, changes: [...changes, ...broken] };
}

const MOST_NAMED = 10;

const brokenBy = (description: string, path: string): SchemaChange => ({
  severity: "FAILURE",
  code: "OPERATION_BROKEN",
  description,
  path,
});

function listed(names: string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** Whether an operation uses the element at `path`, or its parent; changes without a coordinate concern all operations. */
function isNear(coordinates: Set<string>, path: string): boolean {
  if (path === "" || path.startsWith("@")) return true;
  const parts = path.split(".");
  return parts.some((_, index) => coordinates.has(parts.slice(0, index + 1).join(".")));
}

/** Whether a change at `path` concerns an operation: it uses the element itself, a part of it, or the extended type. */
function isUsed(coordinates: Set<string>, path: string, type: string): boolean {
  if (coordinates.has(path)) return true;
  return type.endsWith("_ADDED") && coordinates.has(path.slice(0, path.lastIndexOf(".")));
}

/** Undefined for an operation with unknown fields. */
function coordinatesOf(schema: GraphQLSchema, { name, body }: KnownOperation): Used | undefined {
  let document: DocumentNode;
  try {
    document = parse(body);
  } catch {
    return undefined;
  }
  const coordinates = new Set<string>();
  let isKnown = true;
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: () => {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (!parent || !field) {
          isKnown = false;
          return BREAK;
        }
        const returned = getNamedType(field.type);
        for (const coordinate of [parent.name, `${parent.name}.${field.name}`, returned.name])
          coordinates.add(coordinate);
        if (isEnumType(returned)) addEnum(coordinates, returned.name, schema);
        return undefined;
      },
      InlineFragment: ({ typeCondition }) => void (typeCondition && coordinates.add(typeCondition.name.value)),
      FragmentDefinition: ({ typeCondition }) => void coordinates.add(typeCondition.name.value),
      Argument: ({ name: argument }) => {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (parent && field) coordinates.add(`${parent.name}.${field.name}.${argument.value}`);
      },
      ObjectField: ({ name: field }) => {
        const parent = info.getParentInputType();
        if (parent) coordinates.add(getNamedType(parent).name).add(`${getNamedType(parent).name}.${field.value}`);
      },
      EnumValue: ({ value }) => {
        const type = info.getInputType();
        if (type) coordinates.add(getNamedType(type).name).add(`${getNamedType(type).name}.${value}`);
      },
      // Values of variables are unknown: all possible input fields count.
      VariableDefinition: ({ type }) => {
        const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
        if (input) addInput(coordinates, input, schema);
      },
    }),
  );
  return isKnown ? { name, document, coordinates } : undefined;
}

function addInput(coordinates: Set<string>, input: GraphQLInputType, schema: GraphQLSchema): void {
  const type = getNamedType(input);
  if (coordinates.has(type.name)) return;
  coordinates.add(type.name);
  if (isEnumType(type)) addEnum(coordinates, type.name, schema);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    coordinates.add(`${type.name}.${field.name}`);
    addInput(coordinates, field.type, schema);
  }
}

function addEnum(coordinates: Set<string>, name: string, schema: GraphQLSchema): void {
  const type = schema.getType(name);
  if (isEnumType(type)) for (const value of type.getValues()) coordinates.add(`${name}.${value.name}`);
}
