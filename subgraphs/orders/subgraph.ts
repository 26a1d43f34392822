// The orders subgraph as one value.
import { readFileSync } from "node:fs";
import type { Hints } from "../../platform/pubsub.ts";
import { createServiceClient } from "../../platform/service-client.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import type { Saga } from "./commands/advance-order.ts";
import type { OrdersConfig } from "./config.ts";
import { OrderItemEntity } from "./entities/order-item.ts";
import { TicketEntity } from "./entities/ticket.ts";
import { createReactions } from "./handlers.ts";
import { createJobs } from "./jobs.ts";
import { createLoaders } from "./loaders.ts";
import { orders } from "./migrations/001-orders.ts";
import { createResolvers } from "./resolvers.ts";
import { createSeatingClient } from "./seating-client.ts";
import { createTicketCodes } from "./ticket-codes.ts";

export function createOrders(config: OrdersConfig): Subgraph {
  const client = createServiceClient({ signer: config.signer, subgraph: "seating", url: config.seatingUrl });
  const seating = createSeatingClient(client);
  let hints: Hints | undefined;
  const saga = (): Saga => {
    if (!hints) throw new Error("The subgraph has not started yet.");
    return { hints, deadlines: { assessmentSeconds: config.assessmentSeconds, reviewSeconds: config.reviewSeconds } };
  };
  return {
    name: "orders",
    config,
    typeDefs: readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"),
    resolvers: createResolvers({ config, seating, saga, codes: createTicketCodes(config.ticketKey) }),
    entities: [OrderItemEntity, TicketEntity],
    migrations: [orders],
    createLoaders,
    reactions: createReactions(saga),
    jobs: createJobs({ saga, seating, paymentSeconds: config.paymentSeconds }),
    internal: { beginPayment: ["payments"], decideOrder: ["risk"] },
    prepare: async (running) => {
      hints = running.hints;
    },
    stop: () => client.stop(),
  };
}
