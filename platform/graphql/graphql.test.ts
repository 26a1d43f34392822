import { buildSchema, type GraphQLObjectType } from "graphql";
import { createGraphqlServer } from "./graphql-server.ts";
import { createErrorFormatter, graphqlRoutes } from "./graphql.ts";
import { listen } from "../http/http.ts";
import { createLogger } from "../telemetry/logger.ts";

test("a resolver learns that its client has gone away before the answer, and not that it has left with it", async () => {
  const schema = buildSchema("type Query { waits: String answers: String }");
  const { waits, answers } = (schema.getQueryType() as GraphQLObjectType).getFields();
  let begun = () => {};
  let gone = () => {};
  const [hasBegun, hasGone] = [
    new Promise<void>((resolve) => (begun = resolve)),
    new Promise<void>((resolve) => (gone = resolve)),
  ];
  waits!.resolve = (_, __, { abandoned }: { abandoned: AbortSignal }) => {
    abandoned.addEventListener("abort", () => gone());
    begun();
    return hasGone;
  };
  let answered: AbortSignal | undefined;
  answers!.resolve = (_, __, { abandoned }: { abandoned: AbortSignal }) => {
    answered = abandoned;
    return "yes";
  };
  const logger = createLogger("test", "silent");
  const formatError = createErrorFormatter(logger);
  const server = createGraphqlServer<{ abandoned: AbortSignal }>({
    schema,
    introspection: false,
    plugins: [],
    formatError,
    logger,
  });
  await server.start();
  const routes = graphqlRoutes({
    server,
    path: "/",
    bodyLimit: 1_000,
    context: async (_, abandoned) => ({ abandoned }),
    logger,
  });
  const http = await listen({ host: "127.0.0.1", port: 0, routes, logger });
  const client = new AbortController();
  const ask = (query: string) =>
    fetch(`http://127.0.0.1:${http.port}/`, {
      method: "POST",
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify({ query }),
      signal: client.signal,
    });
  expect(await (await ask("{ answers }")).json()).toEqual({ data: { answers: "yes" } });
  const waiting = ask("{ waits }").catch(() => "left");
  await hasBegun;
  client.abort();
  expect(await waiting).toBe("left");
  await hasGone;
  await http.stop();
  await server.stop();
  expect(answered!.aborted).toBe(false);
});
