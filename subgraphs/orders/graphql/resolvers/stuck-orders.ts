// Resolvers of orders that wait for longer than they should.
import { toResult } from "../../../../platform/core/errors.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { retryOrder } from "../../commands/retry-order.ts";
import type { Order } from "../../entities/order.ts";
import { retryOrderInput } from "../../inputs.ts";
import { stuckOrders } from "../../queries/orders.ts";
import type { Resolvers, RetryOrderInput } from "../../schema.generated.ts";
import { orderNow, readable, type Context, type OrdersServices } from "../context.ts";

export function stuckOrderResolvers({ saga, config }: Pick<OrdersServices, "saga" | "config">) {
  async function retry(context: Context, given: RetryOrderInput): Promise<Order> {
    const viewer = signedIn(context);
    const input = parseInput(retryOrderInput, given);
    const order = await readable(context, input.orderId);
    await runOnce(context.database, (tx) => retryOrder(tx, saga(), viewer.userId, { ...input, orderId: order.id }));
    return orderNow(context, order.id);
  }

  return {
    Query: {
      stuckOrders: (_, args, { database }) => stuckOrders(database, config.stuckSeconds, args),
    },
    Mutation: {
      retryOrder: (_, { input }, context) => toResult("Order", retry(context, input)),
      nudgeOrder: (_, { input }, context) => toResult("Order", retry(context, input)),
    },
  } satisfies Pick<Resolvers<Context>, "Query" | "Mutation">;
}
