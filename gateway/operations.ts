// The operations that clients send, each parsed and checked at first sight, planned and compiled when it is allowed to be
// executed, and kept while there is room. All of it is synchronous: however many send a new one at once, it is planned once.
import {
  getOperationAST,
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { LRUCache } from "lru-cache";
import type { Viewer } from "../platform/identity.ts";
import { compileCost, countDear, type CostOf } from "./costs.ts";
import { checkDocument, type DocumentLimits } from "./document-limits.ts";
import { separated } from "./documents.ts";
import { compileOperation, createMemory, type CompiledOperation } from "./execution/operation.ts";
import type { Json } from "./execution/run.ts";
import { feedOf, type Feed } from "./feeds.ts";
import { Refused, refused, withCode } from "./refused.ts";
import { guardedIn, refusalOf, without, type Guarded } from "./requirements.ts";
import type { LoadedSupergraph } from "./supergraph.ts";

/** An operation as far as a viewer may see it. */
export interface Allowed {
  compiled: CompiledOperation;
  /** Says what was left out. */
  refusals: readonly GraphQLFormattedError[];
}

export interface PreparedOperation {
  /** As the client calls it. */
  name: string | undefined;
  node: OperationDefinitionNode;
  /** With no other operation in it. */
  document: DocumentNode;
  cost: CostOf;
  /** About what it takes of memory, in bytes. */
  size: number;
  /** Of a subscription: whom it can be shared with. */
  feed: Feed | undefined;
  /** Whether it asks for something dear, such as the check of a password. */
  isDear: boolean;
  /** Plans and compiles it, if that has not been done: what is not allowed at all need not be. @throws Refused */
  compile(): void;
  /** After it was compiled. */
  allowedFor(viewer: Viewer | null): Allowed;
  /** @throws Refused where the variables are not of their types. */
  checkVariables(variables: Json): void;
}

interface Compiled {
  plan: CompiledOperation["plan"];
  allowedFor(viewer: Viewer | null): Allowed;
}

export interface Operations {
  /** Whether an operation has been seen before: a new one takes much more work. */
  knows(query: string, operationName: string | undefined): boolean;
  /** @throws Refused if there is no such operation, or it can't be allowed. */
  find(query: string, operationName: string | undefined): PreparedOperation;
}

interface KnownDocument {
  document: DocumentNode;
  operations: ReadonlyMap<string | undefined, PreparedOperation>;
}

export interface OperationsOptions {
  supergraph: LoadedSupergraph;
  introspection: boolean;
  limits: DocumentLimits;
  /** What compiled operations may take of memory. */
  cacheBytes: number;
}

/**
 * Heap that a compiled operation takes for each character of its text and of its plan. Measured: 21 bytes when it has been
 * planned; what completes the types that come by is made later, and reckoned as much again.
 */
const BYTES_PER_CHARACTER = 40;
/** No operation that somebody has written has more on average; what is longer belongs into variables. */
const CHARACTERS_PER_TOKEN = 100;
const MAX_VARIABLE_ERRORS = 20;
/** More of what a client has sent is not repeated to it. */
const MAX_ERRORS = 20;

export function createOperations({ supergraph, introspection, limits, cacheBytes }: OperationsOptions): Operations {
  const { planning, requirements, costs, tags } = supergraph;
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const known = new LRUCache<string, KnownDocument>({
    maxSize: cacheBytes,
    sizeCalculation: ({ operations }, query) =>
      [...operations.values()].reduce((sum, { size }) => sum + size, BYTES_PER_CHARACTER * (query.length + 1)),
  });

  const memory = createMemory(cacheBytes / 4);

  function checked(query: string): DocumentNode {
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: limits.tokens });
    } catch (error) {
      throw new Refused(400, [withCode(error as GraphQLError, "GRAPHQL_PARSE_FAILED")]);
    }
    orRefused(() => checkDocument(document, limits));
    const errors = validate(planning.api, document, rules, { maxErrors: MAX_ERRORS });
    if (errors.length > 0) throw new Refused(400, errors.map(asInvalid));
    // What is kept needs no positions, which take more room than the document.
    return parse(query, { noLocation: true });
  }

  /** Before anything looks at every character of it. */
  function checkLength(query: string): void {
    const most = limits.tokens * CHARACTERS_PER_TOKEN;
    if (query.length > most)
      throw refused(400, "OPERATION_TOO_LARGE", `The operation's text is longer than ${most} characters.`);
  }

  function prepare(whole: DocumentNode, operationName: string | undefined, onGrown: () => void): PreparedOperation {
    const node = getOperationAST(whole, operationName);
    if (!node) throw refused(400, "OPERATION_RESOLUTION_FAILURE", unknownOperation(whole, operationName));
    const document = separated(whole, node);
    const definitions = node.variableDefinitions ?? [];
    const dear = countDear(planning.api, costs, document, node);
    if (dear > 1) throw new GraphQLError("The operation asks for more than one dear thing: send one request for each.");
    const guarded = guardedIn(planning.api, requirements, document, node);
    const isSubscription = node.operation === OperationTypeNode.SUBSCRIPTION;
    let compiled: Compiled | undefined;
    const prepared: PreparedOperation = {
      name: node.name?.value,
      node,
      document,
      cost: compileCost(planning.api, costs, document, node),
      feed: isSubscription ? feedOf(planning.api, tags, document, node) : undefined,
      isDear: dear > 0,
      size: BYTES_PER_CHARACTER,
      compile: () => {
        if (compiled) return;
        compiled = orRefused(() => compile(document, operationName, guarded));
        prepared.size += BYTES_PER_CHARACTER * JSON.stringify(compiled.plan).length;
        onGrown();
      },
      allowedFor: (viewer) => compiled!.allowedFor(viewer),
      checkVariables: (variables) => {
        if (definitions.length === 0) return;
        const options = { maxErrors: MAX_VARIABLE_ERRORS };
        const { errors } = getVariableValues(planning.api, definitions, variables, options);
        if (errors)
          throw new Refused(
            400,
            errors.map((error) => withCode(error, "BAD_USER_INPUT")),
          );
      },
    };
    return prepared;
  }

  /** For each combination of what a viewer may not see, an operation without it; for most operations there is one. */
  function compile(document: DocumentNode, operationName: string | undefined, guarded: Guarded[]): Compiled {
    const whole: Allowed = {
      compiled: compileOperation(planning, { document, operationName, memory }),
      refusals: [],
    };
    const parts = new Map<string, Allowed>();
    const allowedFor = (viewer: Viewer | null): Allowed => {
      if (guarded.length === 0) return whole;
      const refusals = guarded.map((one) => refusalOf(one, viewer));
      const key = refusals.map((refusal) => refusal?.extensions.code ?? "").join();
      if (refusals.every((refusal) => refusal === undefined)) return whole;
      const before = parts.get(key);
      if (before) return before;
      const removed = new Set(guarded.filter((_, index) => refusals[index]).map((one) => one.node));
      const asked = without(document, removed);
      const allowed = {
        compiled: compileOperation(planning, { document: asked, operationName, shown: document }),
        refusals: refusals.flatMap((refusal) => (refusal ? [refusal.toJSON()] : [])),
      };
      parts.set(key, allowed);
      return allowed;
    };
    return { allowedFor, plan: whole.compiled.plan };
  }

  return {
    knows: (query, operationName) => known.peek(query)?.operations.has(operationName) ?? false,
    find: (query, operationName) => {
      checkLength(query);
      const before = known.get(query);
      const found = before?.operations.get(operationName);
      if (found) return found;
      const document = before?.document ?? checked(query);
      // Set anew whenever it has grown, so that its size is reckoned again.
      const keep = () => {
        const operations = new Map([...(known.peek(query)?.operations ?? []), [operationName, prepared]]);
        known.set(query, { document, operations });
      };
      const prepared = orRefused(() => prepare(document, operationName, keep));
      keep();
      return prepared;
    },
  };
}

/** @throws Refused for what is wrong with an operation */
function orRefused<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof GraphQLError) throw new Refused(400, [error.extensions.code ? error : asInvalid(error)]);
    throw error;
  }
}

const asInvalid = (error: GraphQLError) => withCode(error, "GRAPHQL_VALIDATION_FAILED");

function unknownOperation({ definitions }: DocumentNode, operationName: string | undefined): string {
  if (operationName) return `Unknown operation named "${operationName}".`;
  const count = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  return count > 1
    ? "Say in `operationName` which of the document's operations is meant."
    : "The document holds no operation.";
}
