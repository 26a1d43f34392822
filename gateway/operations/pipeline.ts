// Steps of a request over any transport: look up, check, execute, and format the response.
import { createHash } from "node:crypto";
import { OperationTypeNode, type GraphQLError, type GraphQLFormattedError } from "graphql";
import { LRUCache } from "lru-cache";
import { requireMayChange } from "../../platform/identity/identity.ts";
import { subscriberOf } from "../core/addresses.ts";
import { errorFor, type GatewayContext } from "../core/context.ts";
import type { Response } from "../execution/responses.ts";
import type { Json } from "../execution/json.ts";
import type { Send, SubgraphAnswer } from "../execution/subgraph-requests.ts";
import { sendMutation, withErrorsOfMutation } from "./mutations.ts";
import type { Operations, PreparedOperation } from "./operations.ts";
import { refused, Refused } from "../core/refused.ts";
import type { GraphqlRequest } from "../core/request.ts";
import type { TrustedDocuments } from "./trusted-documents.ts";

export interface Pipeline {
  /** @throws Refused */
  prepare(request: GraphqlRequest, context: GatewayContext): Promise<PreparedRequest>;
  /** The same request, prepared for the supergraph that is served now and for this viewer. @throws Refused if that can't be. */
  again(request: PreparedRequest, context: GatewayContext): Promise<PreparedRequest>;
  execute(request: PreparedRequest, context: GatewayContext): Promise<Response>;
  /** Adds fields of other subgraphs to a subscription's message. */
  complete(request: PreparedRequest, context: GatewayContext, message: SubgraphAnswer): Promise<Response>;
}

export interface PreparedRequest {
  query: string;
  operationName: string | undefined;
  operation: PreparedOperation;
  variables: GraphqlRequest["variables"];
}

export interface PipelineOptions {
  operations(): Operations;
  /** @throws Refused if a rate or cost limit is exceeded */
  admit(context: GatewayContext, operation: PreparedOperation, variables: Json): Promise<void> | void;
  /** Before a new operation is parsed. @throws Refused if there are too many of them */
  admitNew(context: GatewayContext): void;
  sendFor(context: GatewayContext): Send;
  /** Called for each operation before its execution. */
  onAdmitted(operation: PreparedOperation, context: GatewayContext): void;
  /** Absent: all operations of clients are executed. */
  trusted: TrustedDocuments | undefined;
  /** Operations that clients may name by ID without having sent their text. */
  known: TrustedDocuments | undefined;
}

/** Automatic persisted queries: cache of their texts. */
const PERSISTED_CHARACTERS = 16 * 1024 * 1024;
const HASH = /^[0-9a-f]{64}$/;

export function createPipeline({
  operations,
  admit,
  admitNew,
  sendFor,
  onAdmitted,
  trusted,
  known,
}: PipelineOptions): Pipeline {
  const persisted = new LRUCache<string, string>({
    maxSize: PERSISTED_CHARACTERS,
    sizeCalculation: (query) => query.length + 64,
  });
  const inFlight = new WeakMap<PreparedOperation, Map<string, Promise<Response>>>();

  /** Only listed documents, by ID or by their exact text. */
  function trustedQueryOf({ query, extensions }: GraphqlRequest, documents: TrustedDocuments): string {
    const { sha256Hash } = (extensions.persistedQuery ?? {}) as { sha256Hash?: unknown };
    const listed = typeof sha256Hash === "string" ? documents.byId(sha256Hash) : undefined;
    if (listed !== undefined) return listed;
    if (query !== undefined && documents.includes(query)) return query;
    throw refused(400, "QUERY_NOT_IN_SAFELIST", "The operation is not a trusted document: register it first.");
  }

  /**
   * Automatic persisted queries in the protocol of Apollo's clients: a hash, with the text if the hash was unknown.
   * @returns `hash` where the text is to be kept
   */
  function queryOf(request: GraphqlRequest): { query: string; hash?: string } {
    if (trusted && !request.isOwn) return { query: trustedQueryOf(request, trusted) };
    const { query, extensions } = request;
    const { persistedQuery } = extensions;
    if (persistedQuery === undefined || persistedQuery === null) {
      if (query === undefined) throw refused(400, "BAD_REQUEST", "The request has no `query`.");
      return { query };
    }
    const { version, sha256Hash } = persistedQuery as { version?: unknown; sha256Hash?: unknown };
    if (version !== 1) throw refused(400, "BAD_REQUEST", "`extensions.persistedQuery.version` must be 1.");
    if (typeof sha256Hash !== "string" || !HASH.test(sha256Hash))
      throw refused(
        400,
        "BAD_REQUEST",
        "`extensions.persistedQuery.sha256Hash` must be a SHA-256 hash in lower-case hex.",
      );
    if (query === undefined) {
      const text = known?.byId(sha256Hash) ?? persisted.get(sha256Hash);
      if (text === undefined) throw refused(200, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
      return { query: text };
    }
    if (createHash("sha256").update(query).digest("hex") !== sha256Hash)
      throw refused(400, "BAD_REQUEST", "`extensions.persistedQuery.sha256Hash` is not the hash of `query`.");
    return { query, hash: sha256Hash };
  }

  /** Concurrent identical anonymous queries share one response. */
  function shared(request: PreparedRequest, context: GatewayContext): Promise<Response> {
    const { operation, variables } = request;
    let answers = inFlight.get(operation);
    if (!answers) inFlight.set(operation, (answers = new Map()));
    const key = JSON.stringify(variables);
    let answer = answers.get(key);
    if (!answer) {
      const asked = answers;
      answer = alone(request, context).finally(() => asked.delete(key));
      answers.set(key, answer);
    }
    return answer;
  }

  async function alone(
    { operation, variables }: PreparedRequest,
    context: GatewayContext,
    message?: SubgraphAnswer,
  ): Promise<Response> {
    const { compiled } = operation.allowedFor(context.viewer);
    const introspected = operation.introspect && (await operation.introspect(variables, subscriberOf(context.address)));
    const send = sendFor(context);
    const response =
      operation.node.operation === OperationTypeNode.MUTATION
        ? withErrorsOfMutation(await compiled.run(variables, sendMutation(send)))
        : await compiled.run(variables, send, message, introspected);
    if (response.errors.length === 0) return response;
    return { ...response, errors: response.errors.map((error) => errorFor(context.viewer, error)) };
  }

  /** Subscriptions to a shared feed run as anonymous. */
  function compileFor(
    operation: PreparedOperation,
    { viewer }: GatewayContext,
    by?: string,
  ): Promise<void> | undefined {
    const compiling = operation.compile(viewer, by);
    if (viewer === null || !operation.feed?.isShared) return compiling;
    return Promise.all([compiling, operation.compile(null, by)]).then(() => {});
  }

  async function again(request: PreparedRequest, context: GatewayContext): Promise<PreparedRequest> {
    for (;;) {
      const served = operations();
      const operation = await served.find(request.query, request.operationName);
      operation.checkVariables(request.variables);
      await compileFor(operation, context);
      if (served === operations()) return { ...request, operation };
    }
  }

  return {
    prepare: async (request, context) => {
      const { operationName, variables } = request;
      const { query, hash } = queryOf(request);
      const by = subscriberOf(context.address);
      const served = operations();
      if (!served.knows(query, operationName)) admitNew(context);
      const found = served.find(query, operationName, by);
      const operation = found instanceof Promise ? await found : found;
      // Only valid documents: otherwise arbitrary text could cheaply evict all others.
      if (hash !== undefined) persisted.set(hash, query);
      if (operation.node.operation === OperationTypeNode.MUTATION) checkChanges(context);
      operation.checkVariables(variables);
      await admit(context, operation, variables);
      const compiling = compileFor(operation, context, by);
      if (compiling) await compiling;
      const prepared = { query, operationName, operation, variables };
      const upToDate = served === operations() ? prepared : await again(prepared, context);
      onAdmitted(upToDate.operation, context);
      return upToDate;
    },
    again,
    execute: (request, context) => {
      const isShared = context.viewer === null && request.operation.node.operation === OperationTypeNode.QUERY;
      return isShared ? shared(request, context) : alone(request, context);
    },
    complete: alone,
  };
}

/** @throws Refused for platform staff who view another account */
function checkChanges({ viewer }: GatewayContext): void {
  try {
    if (viewer) requireMayChange(viewer);
  } catch (error) {
    throw new Refused(403, [error as GraphQLError]);
  }
}

/** JSON of a whole response; errors come first, for readers of logs. */
export function responseBytes(
  { data, whole, errors, valueCompletion }: Response,
  format: (errors: readonly GraphQLFormattedError[]) => GraphQLFormattedError[],
  extensions: Json = {},
): Buffer {
  const more = valueCompletion.length > 0 ? { ...extensions, valueCompletion } : extensions;
  const hasMore = Object.keys(more).length > 0;
  if (whole && errors.length === 0 && !hasMore) return whole;
  const before = errors.length > 0 ? [`"errors":${JSON.stringify(format(errors))}`] : [];
  const after = hasMore ? `,"extensions":${JSON.stringify(more)}` : "";
  if (data !== undefined) before.push(`"data":`);
  return Buffer.concat([Buffer.from(`{${before.join(",")}`), data ?? Buffer.alloc(0), Buffer.from(`${after}}`)]);
}
