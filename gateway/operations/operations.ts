// LRU cache of operations. A new one is parsed, validated and planned in a worker thread, once for all concurrent requests. Work on the
// main thread is linear in the document's length.
import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  print,
  type DocumentNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { Viewer } from "../../platform/identity/identity.ts";
import { FIRST } from "../../platform/core/worker-thread.ts";
import { compileCost, countExpensive, type CostOf } from "../supergraph/costs.ts";
import type { DocumentLimits } from "./document-limits.ts";
import { introspectionOf, separated } from "../core/documents.ts";
import { once } from "../core/once.ts";
import { createCompiler, type AskPlan, type CompilerOptions } from "./compiler.ts";
import { createDocumentThread, type DocumentThread } from "./document-thread.ts";
import type { Executor, Reading } from "./document-worker.ts";
import type { CompiledOperation } from "../execution/operation.ts";
import type { Introspected } from "../execution/responses.ts";
import type { Json } from "../execution/json.ts";
import { feedOf, type Feed } from "../supergraph/subscription-traits.ts";
import { asInvalid, Refused, refused } from "../core/refused.ts";
import { guardedIn } from "../../platform/graphql/guarded-selections.ts";
import { createDenials, without } from "../supergraph/requirements.ts";
import type { LoadedSupergraph } from "../supergraph/supergraph.ts";
import { compileVariables } from "./variables.ts";

/** An operation as far as a viewer may see it. */
export interface Allowed {
  compiled: CompiledOperation;
  /** Why a field was removed; the response reports it with its path. */
  refusals: readonly GraphQLFormattedError[];
}

export interface PreparedOperation {
  /** The client's name of it. */
  name: string | undefined;
  node: OperationDefinitionNode;
  /** A document with this operation only. */
  document: DocumentNode;
  cost: CostOf;
  /** Approximate memory in bytes. */
  size: number;
  /** For a subscription: its scope of sharing. */
  feed: Feed | undefined;
  /** Whether it has an expensive field, such as the check of a password. */
  isExpensive: boolean;
  /**
   * Plans and compiles the part that the viewer may see: denied fields are not planned.
   * @param by client for fair queueing; absent: before all others
   * @returns undefined if it has been done already. @throws Refused
   */
  compile(viewer: Viewer | null, by?: string): Promise<void> | undefined;
  /** After it was compiled for the viewer, or for one who may see the same. */
  allowedFor(viewer: Viewer | null): Allowed;
  /** @throws Refused where the variables are not of their types. */
  checkVariables(variables: Json): void;
  /** Its introspection part; absent if there is none. @throws Refused */
  introspect: ((variables: Json, by: string) => Promise<Introspected>) | undefined;
}

export interface Operations {
  /** Resolves when new operations can be planned. @throws Error if this supergraph can't be planned with */
  ready(): Promise<void>;
  /** Whether an operation is known: a new one needs much more work. */
  knows(query: string, operationName: string | undefined): boolean;
  /**
   * Synchronous if it is known.
   * @param by client for fair queueing; absent: before all others
   * @throws Refused if the operation does not exist or is not allowed
   */
  find(query: string, operationName: string | undefined, by?: string): PreparedOperation | Promise<PreparedOperation>;
  /** The texts of the documents that are kept. */
  queries(): Iterable<string>;
  /** Replaces the supergraph; running operations complete with the old one. */
  retire(): void;
  stop(): Promise<void>;
}

interface KnownDocument {
  document: DocumentNode;
  operations: ReadonlyMap<string | undefined, PreparedOperation>;
}

export interface OperationsOptions {
  supergraph: LoadedSupergraph;
  executor: Executor;
  onFallback: CompilerOptions["onFallback"];
  /** Whether scalars that are called like ours are ours. */
  knowsScalars: boolean;
  introspection: boolean;
  limits: DocumentLimits;
  /** Maximum memory of compiled operations. */
  cacheBytes: number;
  /** Documents known from a previous supergraph: they count as known, and need not queue. */
  familiar?: ReadonlySet<string>;
  /** Default: a thread of its own. */
  openThread?: (reading: Reading) => DocumentThread;
}

/**
 * Heap of a compiled operation for each character of its text and plan. Measured: 21 bytes after planning. Completion for runtime types is
 * compiled later, and estimated at the same size.
 */
const BYTES_PER_CHARACTER = 40;
/** Handwritten operations are shorter on average; long data belongs into variables. */
const CHARACTERS_PER_TOKEN = 100;

export function createOperations(options: OperationsOptions): Operations {
  const {
    supergraph,
    executor,
    onFallback,
    knowsScalars,
    introspection,
    limits,
    cacheBytes,
    familiar = new Set(),
    openThread = createDocumentThread,
  } = options;
  const { planning, requirements, scopes, costs, tags } = supergraph;
  const known = new LRUCache<string, KnownDocument>({
    maxSize: cacheBytes,
    sizeCalculation: ({ operations }, query) =>
      [...operations.values()].reduce((sum, { size }) => sum + size, BYTES_PER_CHARACTER * (query.length + 1)),
  });
  const checking = new Map<string, Promise<DocumentNode>>();
  const { sdl } = supergraph;
  const compiler = createCompiler({ sdl, planning, executor, onFallback });
  const thread = openThread({ sdl, knowsScalars, introspection, limits, executor });

  /** Known operations and running subscriptions do not wait for new documents. */
  const turnOf = (query: string, by: string | undefined) => (by === undefined || familiar.has(query) ? FIRST : by);

  /** Before anything reads every character of it. */
  function checkLength(query: string): void {
    const most = limits.tokens * CHARACTERS_PER_TOKEN;
    if (query.length > most)
      throw refused(400, "OPERATION_TOO_LARGE", `The operation's text is longer than ${most} characters.`);
  }

  function prepare(
    query: string,
    whole: DocumentNode,
    operationName: string | undefined,
    onGrown: () => void,
  ): PreparedOperation {
    const node = getOperationAST(whole, operationName);
    if (!node) throw refused(400, "OPERATION_RESOLUTION_FAILURE", unknownOperation(whole, operationName));
    const document = separated(whole, node);
    const wrongVariables = compileVariables(planning.api, document, node);
    const expensive = countExpensive(planning.api, costs, document, node);
    if (expensive > 1)
      throw new GraphQLError(
        "The operation has several fields that check a password or send mail: send one request for each.",
      );
    const denials = createDenials(guardedIn(planning.api, requirements, document, node), () =>
      guardedIn(planning.api, scopes, document, node),
    );
    const isSubscription = node.operation === OperationTypeNode.SUBSCRIPTION;
    const ofSchema = node.operation === OperationTypeNode.QUERY ? introspectionOf(document, node) : undefined;
    const textOfSchema = ofSchema && print(ofSchema);
    /** By the set of denied fields; most operations have one variant. */
    const parts = new Map<string, Allowed>();
    const compiling = new Map<string, Promise<void>>();

    async function compilePart(viewer: Viewer | null, by: string | undefined): Promise<void> {
      const { removed, refusals } = denials.of(viewer);
      const asked = removed.size > 0 ? without(document, removed) : document;
      const turn = turnOf(query, by);
      const toPlan = { document: asked, shown: document, operationName, refusals, isSubscription };
      const plan: AskPlan = (what) => thread.plan(what, turn);
      const { compiled, size } = await compiler.compile(toPlan, plan).catch((error: unknown) => {
        throw asRefused(error);
      });
      parts.set(denials.keyOf(viewer), { compiled, refusals });
      prepared.size += BYTES_PER_CHARACTER * size;
      onGrown();
    }

    const prepared: PreparedOperation = {
      name: node.name?.value,
      node,
      document,
      cost: compileCost(planning.api, costs, document, node),
      feed: isSubscription ? feedOf(planning.api, tags, document, node) : undefined,
      isExpensive: expensive > 0,
      size: BYTES_PER_CHARACTER,
      compile: (viewer, by) => {
        const key = denials.keyOf(viewer);
        if (parts.has(key)) return undefined;
        return once(compiling, key, () => compilePart(viewer, by));
      },
      allowedFor: (viewer) => parts.get(denials.keyOf(viewer))!,
      checkVariables: (variables) => {
        const errors = wrongVariables(variables);
        if (errors.length > 0) throw new Refused(400, errors);
      },
      introspect:
        textOfSchema === undefined ? undefined : (variables, by) => thread.introspect(textOfSchema, variables, by),
    };
    return prepared;
  }

  function prepareAndKeep(query: string, document: DocumentNode, operationName: string | undefined): PreparedOperation {
    // Set again after each growth, to update its size in the LRU.
    const keep = () => {
      const operations = new Map([...(known.peek(query)?.operations ?? []), [operationName, prepared]]);
      known.set(query, { document, operations });
    };
    const prepared = orRefused(() => prepare(query, document, operationName, keep));
    keep();
    return prepared;
  }

  return {
    ready: async () => void (await Promise.all([thread.ready(), compiler.ready()])),
    knows: (query, operationName) => familiar.has(query) || (known.peek(query)?.operations.has(operationName) ?? false),
    find: (query, operationName, by) => {
      const before = known.get(query);
      const found = before?.operations.get(operationName);
      if (found) return found;
      if (before) return prepareAndKeep(query, before.document, operationName);
      checkLength(query);
      return thread.remembering({ query, operationName }, async () => {
        const document = await once(checking, query, () => thread.check(query, turnOf(query, by)));
        return known.get(query)?.operations.get(operationName) ?? prepareAndKeep(query, document, operationName);
      });
    },
    queries: () => known.keys(),
    retire: thread.retire,
    stop: async () => void (await Promise.all([thread.stop(), compiler.stop()])),
  };
}

/** @throws Refused for an invalid operation */
function orRefused<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw asRefused(error);
  }
}

function asRefused(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return new Refused(400, [error.extensions.code ? error : asInvalid(error)]);
}

function unknownOperation({ definitions }: DocumentNode, operationName: string | undefined): string {
  if (operationName) return `Unknown operation named "${operationName}".`;
  const count = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  return count > 1 ? "The document has several operations: set `operationName`." : "The document has no operation.";
}
