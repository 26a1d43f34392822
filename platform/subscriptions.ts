// A subgraph's subscriptions over graphql-transport-ws, for gateways only. One socket carries many viewers: each
// subscribe message brings the viewer's own token in its extensions.
import type { Server } from "node:http";
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  parse,
  validate,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { createErrorFormatter } from "./graphql.ts";
import type { Caller } from "./identity.ts";
import type { Logger } from "./logger.ts";

export interface SubscriptionServerOptions {
  server: Server;
  schema: GraphQLSchema;
  authorize(authorization: string | undefined): Promise<Caller>;
  contextFor(caller: Caller): { caller: Caller };
  logger: Logger;
}

const MAX_FRAME_BYTES = 256 * 1024;

export function serveSubscriptions({
  server,
  schema,
  authorize,
  contextFor,
  logger,
}: SubscriptionServerOptions): () => Promise<void> {
  const sockets = new WebSocketServer({ server, path: "/graphql", maxPayload: MAX_FRAME_BYTES });
  const format = createErrorFormatter(logger);
  const mask = (errors: readonly GraphQLError[]) => errors.map((error) => format(error.toJSON(), error));
  const disposable = useServer(
    {
      onConnect: async (context) =>
        (await authorize(context.connectionParams?.authorization as string | undefined)).kind === "gateway",
      onSubscribe: async (_, __, payload) => {
        const caller = await authorize(payload.extensions?.authorization as string | undefined);
        if (caller.kind !== "gateway")
          return [
            new GraphQLError("This service answers only to the gateway.", { extensions: { code: "UNAUTHENTICATED" } }),
          ];
        let document;
        try {
          document = parse(payload.query);
        } catch (error) {
          return [error as GraphQLError];
        }
        const errors = validate(schema, document);
        if (errors.length > 0) return errors;
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
      onNext: (_, __, ___, ____, result) =>
        result.errors ? ({ ...result, errors: mask(result.errors) } as never) : undefined,
    },
    sockets,
  );
  return async () => {
    for (const socket of sockets.clients) socket.close(1001, "Going away");
    await disposable.dispose();
  };
}

/** As graphql-js does it, but each message is resolved in a context of its own: what was loaded for one is old for the next. */
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
