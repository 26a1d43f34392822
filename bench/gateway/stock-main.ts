// Stock @apollo/gateway in Apollo Server, as its documentation starts it, but for what only costs: reports and cache-control.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { startStandaloneServer } from "@apollo/server/standalone";

const { values } = parseArgs({ options: { supergraph: { type: "string" }, port: { type: "string" } } });
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(values.supergraph!, "utf8") });
const plugins = [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled()];
await startStandaloneServer(new ApolloServer({ gateway: gateway as never, plugins }), {
  listen: { port: Number(values.port) },
});
