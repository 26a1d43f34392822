// GraphQL in, GraphQL out.
import { z } from "zod";
import { NotFound, orRefusal } from "../../platform/errors.ts";
import { signedIn } from "../../platform/identity.ts";
import { idempotencyKey, isStorable, parseInput, uuidOrNull } from "../../platform/input.ts";
import type { Database } from "../../platform/database.ts";
import type { SubgraphContext } from "../../platform/subgraph.ts";
import { charge, type Charging } from "./charging.ts";
import { beginAttempt } from "./commands/pay-order.ts";
import type { Payment } from "./entities/payment.ts";
import { PaymentDeclined } from "./errors.ts";
import type { Loaders } from "./loaders.ts";
import type { PayOrderInput, Resolvers } from "./schema.generated.ts";

type Context = SubgraphContext<Loaders>;

const payOrderInput = z.object({
  orderId: z.string(),
  paymentMethod: z
    .string()
    .refine(
      (token) => token.length >= 1 && token.length <= 200 && isStorable(token),
      "must be a token of 1 to 200 characters",
    ),
  idempotencyKey,
});

async function paymentNow(context: Context, id: string): Promise<Payment> {
  context.loaders.payment.clear(id);
  const payment = await context.loaders.payment.load(id);
  if (!payment) throw new Error("A payment that was just there is gone.");
  return payment;
}

export function createResolvers(charging: (database: Database) => Charging): Resolvers<Context> {
  async function payOrder(context: Context, given: PayOrderInput): Promise<Payment> {
    const viewer = signedIn(context);
    const input = parseInput(payOrderInput, given);
    const orderId = uuidOrNull(input.orderId);
    if (!orderId) throw new NotFound("order");
    const begun = await context.database.transaction((tx) => beginAttempt(tx, viewer.userId, { ...input, orderId }));
    if ("settledId" in begun) return paymentNow(context, begun.settledId);
    await charge(charging(context.database), begun.attempt);
    const payment = await paymentNow(context, begun.attempt.paymentId);
    if (payment.status === "FAILED") throw new PaymentDeclined(payment.id, payment.failureCode ?? "declined");
    return payment;
  }

  return {
    Query: {
      payment: (_, { id }, context) => (uuidOrNull(id) ? context.loaders.payment.load(uuidOrNull(id)!) : null),
    },
    Mutation: {
      payOrder: (_, { input }, context) => orRefusal("Payment", payOrder(context, input)),
    },
    PaymentDeclined: {
      payment: (refusal, _, context) => paymentNow(context, (refusal as unknown as { paymentId: string }).paymentId),
    },
    Payment: {
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.payment.load(id) : null,
      order: (payment) => ({ id: payment.orderId }),
      amount: ({ amount, currency }) => ({ amount, currency }),
      refunded: ({ refunded, currency }) => ({ amount: refunded, currency }),
    },
    Order: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      payments: ({ id }, _, context) => (uuidOrNull(id) ? context.loaders.paymentsOfOrder.load(id) : null),
    },
  };
}
