// Stock @apollo/gateway in Apollo Server, as its documentation starts it.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

const { values } = parseArgs({ options: { supergraph: { type: "string" }, port: { type: "string" } } });
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(values.supergraph!, "utf8") });
await startStandaloneServer(new ApolloServer({ gateway: gateway as never }), { listen: { port: Number(values.port) } });
