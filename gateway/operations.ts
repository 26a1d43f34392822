// The operations that clients send, each parsed, checked, planned and compiled at first sight and kept while there is room.
// All of it is synchronous: however many send a new operation at once, it is planned once.
import {
  getOperationAST,
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { LRUCache } from "lru-cache";
import { compileOperation, type CompiledOperation, type PlanningSchema } from "./execution/operation.ts";
import type { Json } from "./execution/run.ts";
import { Refused, refused, withCode } from "./refused.ts";

export interface PreparedOperation {
  /** As the client calls it. */
  name: string | undefined;
  node: OperationDefinitionNode;
  document: DocumentNode;
  compiled: CompiledOperation;
  /** @throws Refused where the variables are not of their types. */
  checkVariables(variables: Json): void;
}

export interface Operations {
  /** @throws Refused if there is no such operation, or it can't be allowed. */
  find(query: string, operationName: string | undefined): PreparedOperation;
}

export interface OperationsOptions {
  schema: PlanningSchema;
  introspection: boolean;
  maxTokens: number;
  /** What compiled operations may take of memory. */
  cacheBytes: number;
}

/** Measured: the heap that a compiled operation takes, per character of its text and of its plan. */
const BYTES_PER_CHARACTER = 40;
const MAX_VARIABLE_ERRORS = 20;

export function createOperations({ schema, introspection, maxTokens, cacheBytes }: OperationsOptions): Operations {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const known = new LRUCache<string, Map<string | undefined, PreparedOperation>>({
    maxSize: cacheBytes,
    sizeCalculation: (operations, query) => {
      const plans = [...operations.values()].map(({ compiled }) => JSON.stringify(compiled.plan).length);
      return BYTES_PER_CHARACTER * plans.reduce((sum, length) => sum + length, query.length + 1);
    },
  });

  function checked(query: string): DocumentNode {
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens });
    } catch (error) {
      throw new Refused(400, [withCode(error as GraphQLError, "GRAPHQL_PARSE_FAILED")]);
    }
    const errors = validate(schema.api, document, rules);
    if (errors.length > 0)
      throw new Refused(
        400,
        errors.map((error) => withCode(error, "GRAPHQL_VALIDATION_FAILED")),
      );
    // What is kept needs no positions, which take more room than the document.
    return parse(query, { noLocation: true });
  }

  function prepare(document: DocumentNode, operationName: string | undefined): PreparedOperation {
    const node = getOperationAST(document, operationName);
    if (!node) throw refused(400, "OPERATION_RESOLUTION_FAILURE", unknownOperation(document, operationName));
    const definitions = node.variableDefinitions ?? [];
    return {
      name: node.name?.value,
      node,
      document,
      compiled: compile(document, operationName),
      checkVariables: (variables) => {
        if (definitions.length === 0) return;
        const { errors } = getVariableValues(schema.api, definitions, variables, { maxErrors: MAX_VARIABLE_ERRORS });
        if (errors)
          throw new Refused(
            400,
            errors.map((error) => withCode(error, "BAD_USER_INPUT")),
          );
      },
    };
  }

  function compile(document: DocumentNode, operationName: string | undefined): CompiledOperation {
    try {
      return compileOperation(schema, document, operationName);
    } catch (error) {
      if (error instanceof GraphQLError) throw new Refused(400, [withCode(error, "GRAPHQL_VALIDATION_FAILED")]);
      throw error;
    }
  }

  return {
    find: (query, operationName) => {
      const operations = known.get(query);
      const before = operations?.get(operationName);
      if (before) return before;
      const document = operations ? [...operations.values()][0]!.document : checked(query);
      const prepared = prepare(document, operationName);
      known.set(query, new Map([...(operations ?? []), [operationName, prepared]]));
      return prepared;
    },
  };
}

function unknownOperation({ definitions }: DocumentNode, operationName: string | undefined): string {
  if (operationName) return `Unknown operation named "${operationName}".`;
  const count = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  return count > 1
    ? "Say in `operationName` which of the document's operations is meant."
    : "The document holds no operation.";
}
