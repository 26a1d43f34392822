// The subgraph whose changes the measured gateway passes on.
import { createServer } from "node:http";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { PubSub } from "graphql-subscriptions";
import { useServer } from "graphql-ws/use/ws";
import { parse } from "graphql";
import { WebSocketServer } from "ws";
import { obey, SDL } from "./feed.ts";

const pubsub = new PubSub();
const subscribe = () => pubsub.asyncIterableIterator("seatsChanged");
const schema = buildSubgraphSchema([
  { typeDefs: parse(SDL), resolvers: { Subscription: { seatsChanged: { subscribe } } } as never },
]);
const server = createServer().listen(Number(process.argv[2]), "127.0.0.1");
useServer({ schema }, new WebSocketServer({ server, path: "/graphql" }));
obey((message) => void pubsub.publish("seatsChanged", { seatsChanged: message }));
