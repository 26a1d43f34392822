// The subgraph that the measured gateway follows. With thousands of followers of its own it is the naive way: graphql-ws and
// graphql-js as their documentation has it, an execution for every subscriber.
import { createServer } from "node:http";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { PubSub } from "graphql-subscriptions";
import { useServer } from "graphql-ws/use/ws";
import { parse } from "graphql";
import { WebSocketServer } from "ws";
import { obey, SDL } from "./feed.ts";

const pubsub = new PubSub();
const schema = buildSubgraphSchema([
  {
    typeDefs: parse(SDL),
    resolvers: { Subscription: { changed: { subscribe: () => pubsub.asyncIterableIterator("changed") } } } as never,
  },
]);
const server = createServer().listen(Number(process.argv[2]), "127.0.0.1");
useServer({ schema }, new WebSocketServer({ server, path: "/graphql" }));
obey((changed) => void pubsub.publish("changed", { changed }));
