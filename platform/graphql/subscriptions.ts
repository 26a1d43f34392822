// A subgraph's subscriptions over graphql-transport-ws, for gateways only. One socket carries many viewers: each subscribe message has the
// viewer's token in its extensions.
import type { Server } from "node:http";
import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { LRUCache } from "lru-cache";
import { WebSocketServer } from "ws";
import { forbidden } from "../core/errors.ts";
import { createErrorFormatter } from "./graphql.ts";
import type { Caller } from "../identity/identity.ts";
import type { Logger } from "../telemetry/logger.ts";

export interface SubscriptionServerOptions {
  server: Server;
  schema: GraphQLSchema;
  authorize(authorization: string | undefined): Promise<Caller>;
  /** @throws GraphQLError unless this caller may subscribe */
  admit(caller: Caller, document: DocumentNode, operation: OperationDefinitionNode): void;
  contextFor(caller: Caller): { caller: Caller };
  logger: Logger;
}

const MAX_FRAME_BYTES = 256 * 1024;
/** Characters of documents that are kept: gateways send the same ones for all their clients. */
const DOCUMENTS_KEPT = 1_000_000;

export function serveSubscriptions({
  server,
  schema,
  authorize,
  admit,
  contextFor,
  logger,
}: SubscriptionServerOptions): () => Promise<void> {
  const sockets = new WebSocketServer({ server, path: "/graphql", maxPayload: MAX_FRAME_BYTES });
  const format = createErrorFormatter(logger);
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: DOCUMENTS_KEPT,
    sizeCalculation: (_, query) => query.length + 1,
  });
  const mask = (errors: readonly GraphQLError[]) => errors.map((error) => format(error.toJSON(), error));
  const disposable = useServer(
    {
      onConnect: async (context) =>
        (await authorize(context.connectionParams?.authorization as string | undefined)).kind === "gateway",
      onSubscribe: async (_, __, payload) => {
        const caller = await authorize(payload.extensions?.authorization as string | undefined);
        let document = documents.get(payload.query);
        try {
          if (!document) {
            document = parse(payload.query);
            const errors = validate(schema, document);
            if (errors.length > 0) return errors;
            documents.set(payload.query, document);
          }
          const operation = getOperationAST(document, payload.operationName);
          // Queries and mutations use HTTP, where they are counted, traced and executed differently.
          if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
            throw forbidden("Only subscriptions are served here.");
          admit(caller, document, operation);
        } catch (error) {
          if (error instanceof GraphQLError) return [error];
          throw error;
        }
        return {
          schema,
          document,
          operationName: payload.operationName,
          variableValues: payload.variables,
          contextValue: contextFor(caller),
        };
      },
      subscribe: (args) => follow(args, () => contextFor((args.contextValue as { caller: Caller }).caller)),
      onError: (_, __, ___, errors) => mask(errors),
      onNext: (_, __, ___, ____, result) => (result.errors ? { ...result, errors: mask(result.errors) } : undefined),
    },
    sockets,
  );
  return async () => {
    for (const socket of sockets.clients) socket.close(1001, "Going away");
    await disposable.dispose();
  };
}

/** As in graphql-js, but each message has its own context: data loaded for one message is stale for the next. */
async function follow(
  args: ExecutionArgs,
  newContext: () => unknown,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const messages = source[Symbol.asyncIterator]() as AsyncIterator<unknown>;
  const resolved = async ({ done, value }: IteratorResult<unknown>): Promise<IteratorResult<ExecutionResult>> =>
    done
      ? { done: true, value: undefined }
      : { done: false, value: await execute({ ...args, rootValue: value, contextValue: newContext() }) };
  const following: AsyncIterableIterator<ExecutionResult> = {
    next: async () => resolved(await messages.next()),
    return: async () => {
      await messages.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => following,
  };
  return following;
}
