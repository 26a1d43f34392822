// Webhooks of the provider: signed; they arrive at least once, in any order. Idempotent because each settles a state once.
// On an error the provider sends again.
import type { Database } from "../../../platform/postgres/database.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { readBody, sendJson, type Route } from "../../../platform/http/http.ts";
import type { Charging } from "../workflows/charge.ts";
import { settleRefund } from "../commands/refund-payment.ts";
import { noteFraudWarning, settleDispute } from "../commands/settle-dispute.ts";
import { readTryName } from "../entities/refund.ts";
import { awaitsAuthorization } from "../queries/payments.ts";
import type { PaymentProvider, ProviderEvent } from "./provider.ts";
import { reach } from "../../../platform/core/fault-points.ts";

const BODY_LIMIT = 256 * 1024;

export function webhookRoute(database: Database, provider: PaymentProvider, charging: Charging): Route {
  return {
    method: "POST",
    path: "/webhooks/payments",
    handle: async (request, response) => {
      const event = provider.readWebhook(await readBody(request, BODY_LIMIT), request.headers);
      if (!event) return sendJson(response, 400, { error: "The signature is not valid." });
      reach("webhook: heard, not taken");
      await take(database, provider, charging, event);
      reach("webhook: taken, not answered");
      sendJson(response, 200, { received: true });
    },
  };
}

async function take(
  database: Database,
  provider: PaymentProvider,
  charging: Charging,
  event: ProviderEvent,
): Promise<void> {
  switch (event.about) {
    case "payment":
      return takeAuthorization(database, provider, charging, event);
    case "refund": {
      const named = readTryName(event.refundId);
      if (named) await database.transaction((tx) => settleRefund(tx, named.refundId, named.attempt, event.outcome));
      return;
    }
    case "dispute":
      return database.transaction((tx) => settleDispute(tx, event.reference, event.dispute));
    case "fraud warning":
      return database.transaction((tx) => noteFraudWarning(tx, event.reference, event.kind));
    case "nothing of ours":
  }
}

/** Most events repeat the API's answer or an earlier delivery, and change nothing: these need no transaction. */
async function takeAuthorization(
  database: Database,
  provider: PaymentProvider,
  charging: Charging,
  event: Extract<ProviderEvent, { about: "payment" }>,
): Promise<void> {
  const paymentId = uuidOrNull(event.paymentId);
  const mayMatter = event.authorization === null || event.authorization.outcome === "authorized";
  if (!paymentId || !(await awaitsAuthorization(database, paymentId, mayMatter))) return;
  const authorization = event.authorization ?? (await provider.retrieve(event.reference)).authorization;
  await charging.settle({ paymentId, authorization });
}
