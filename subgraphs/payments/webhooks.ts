// What the provider tells us by itself: signed, each message once, in any order.
import type { Database } from "../../platform/database.ts";
import { readBody, sendJson, type Route } from "../../platform/http.ts";
import { change, row, sql } from "../../platform/sql.ts";
import { settleAuthorization } from "./commands/settle-payment.ts";
import { uuidOrNull } from "../../platform/input.ts";
import type { PaymentProvider } from "./provider.ts";

const BODY_LIMIT = 64 * 1024;

export function webhookRoute(database: Database, provider: PaymentProvider): Route {
  return {
    method: "POST",
    path: "/webhooks/payments",
    handle: async (request, response) => {
      const event = provider.readWebhook(
        await readBody(request, BODY_LIMIT),
        request.headers["provider-signature"] as string | undefined,
      );
      if (!event) return sendJson(response, 400, { error: "The signature is not good." });
      const paymentId = uuidOrNull(event.paymentId);
      // Most of what comes is known by then, from the answer or from the same message before: that takes no transaction.
      const isAwaited =
        paymentId &&
        event.authorization &&
        (await row(database.read(), sql`select 1 from payment where id = ${paymentId} and status = 'PENDING'`));
      if (!isAwaited) return sendJson(response, 200, { received: true });
      await database.transaction(async (tx) => {
        const fresh = await change(
          tx,
          sql`insert into provider_event (id) values (${event.id}) on conflict do nothing`,
        );
        if (fresh > 0 && event.authorization) await settleAuthorization(tx, paymentId, event.authorization);
      });
      sendJson(response, 200, { received: true });
    },
  };
}
