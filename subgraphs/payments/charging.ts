// One payment, driven as far as it goes: by the request that began it, and by the job that takes over when the request died.
import type { Database } from "../../platform/database.ts";
import { orWithdraw } from "../../platform/effects.ts";
import { NotFound } from "../../platform/errors.ts";
import { row, sql } from "../../platform/sql.ts";
import { abandonAttempt, admitAttempt, endedPayments, refuseAttempt, type Attempt } from "./commands/pay-order.ts";
import { settleAttempt, settleAuthorization } from "./commands/settle-payment.ts";
import { selectPayments, type Payment } from "./entities/payment.ts";
import { OrderNotPayable } from "./errors.ts";
import type { OrdersClient } from "./orders-client.ts";
import { ProviderSilent, type Authorization, type PaymentProvider } from "./provider.ts";
import { reach } from "../../platform/fault-points.ts";

export interface Charging {
  database: Database;
  orders: OrdersClient;
  provider: PaymentProvider;
  /** A payment that is still pending after so long is given up. */
  pendingSeconds: number;
}

/**
 * Asks orders and then the provider. True once the provider has said yes or no, false while it is silent or not done.
 * @throws NotFound, OrderNotPayable; GraphQLError UNAVAILABLE if orders was not reached, and TIMEOUT if nobody knows
 */
export async function charge(charging: Charging, attempt: Attempt): Promise<boolean> {
  const { database, provider } = charging;
  const { paymentId } = attempt;
  reach("payment: meant, orders not asked");
  const requested = await row(
    database.read(),
    sql`select 1 from payment where id = ${paymentId} and status = 'REQUESTED'`,
  );
  if (requested) await admit(charging, attempt);
  const payment = await row<Payment>(database.read(), selectPayments(sql`p.id = ${paymentId}::uuid`));
  if (!payment) throw new OrderNotPayable();
  if (payment.status !== "PENDING") return true;
  reach("payment: admitted, provider not asked");
  const authorization = await standing(provider, payment);
  reach("payment: provider asked, not written");
  return database.transaction(async (tx) => {
    const settled = await settleAuthorization(tx, paymentId, authorization);
    await settleAttempt(tx, attempt);
    return settled;
  });
}

/** Ends a payment that has been pending for too long: what the provider has of it is let go. False while it is silent. */
export async function giveUp({ database, provider }: Charging, payment: Payment): Promise<boolean> {
  let authorization = await standing(provider, payment);
  if (authorization.outcome === "pending") {
    if (authorization.reference === null) return false;
    const { reference } = authorization;
    await provider.void(reference);
    authorization = { outcome: "declined", reference, failureCode: "abandoned" };
  }
  return database.transaction((tx) => settleAuthorization(tx, payment.id, authorization));
}

async function admit({ database, orders }: Charging, attempt: Attempt): Promise<void> {
  const { paymentId, orderId, buyerId } = attempt;
  const ended = await endedPayments(database.read(), orderId);
  const permission = await orWithdraw(orders.beginPayment({ orderId, paymentId, buyerId, ended }), () =>
    database.transaction((tx) => abandonAttempt(tx, attempt)),
  );
  if (permission.refusal) {
    const refusal = permission.refusal === "NOT_FOUND" ? new NotFound("order") : new OrderNotPayable();
    await database.transaction((tx) => refuseAttempt(tx, attempt, refusal));
    throw refusal;
  }
  reach("payment: orders asked, not admitted");
  await database.transaction((tx) => admitAttempt(tx, attempt, permission));
}

/** How it stands with the payment now. A silent provider is asked once more at once: its answer may only have been lost. */
async function standing(provider: PaymentProvider, payment: Payment): Promise<Authorization> {
  const { id: paymentId, providerReference: reference, createdAt: begunAt } = payment;
  const { orderId, buyerId, amount, currency, paymentMethod, returnUrl } = payment;
  const ask = async (): Promise<Authorization> =>
    reference !== null
      ? (await provider.look(reference)).authorization
      : provider.authorize({ paymentId, orderId, buyerId, amount, currency, paymentMethod, returnUrl, begunAt });
  const silent = (error: unknown): null => {
    if (error instanceof ProviderSilent) return null;
    throw error;
  };
  const notKnown: Authorization = { outcome: "pending", reference, nextAction: payment.nextAction };
  return (await ask().catch(silent)) ?? (await ask().catch(silent)) ?? notKnown;
}
