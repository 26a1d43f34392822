// One subgraph with resolvers, as our platform serves it, or as Apollo Server comes.
import { parseArgs } from "node:util";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { createErrorFormatter, graphqlRoutes } from "../../platform/graphql/graphql.ts";
import { createGraphqlServer } from "../../platform/graphql/graphql-server.ts";
import { listen } from "../../platform/http/http.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { entity, SUBGRAPHS } from "./schemas.ts";

const { values } = parseArgs({ options: { plain: { type: "boolean" }, port: { type: "string" } } });
const resolvers = { Good: { __resolveReference: entity } };
const schema = buildSubgraphSchema([{ typeDefs: parse(SUBGRAPHS.goods), resolvers: resolvers as never }]);
const port = Number(values.port);

if (values.plain) {
  await startStandaloneServer(new ApolloServer({ schema }), { listen: { port } });
} else {
  const logger = createLogger("bench", "info");
  const server = createGraphqlServer({
    schema,
    introspection: false,
    plugins: [],
    formatError: createErrorFormatter(logger),
    logger,
  });
  await server.start();
  const routes = graphqlRoutes({ server, path: "/", bodyLimit: 1024 * 1024, context: async () => ({}), logger });
  await listen({ host: "127.0.0.1", port, routes, logger });
}
