// Composition of the payments subgraph.
import { readFileSync } from "node:fs";
import type { Database } from "../../platform/postgres/database.ts";
import { createServiceClient } from "../../platform/http/service-client.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import { consumersOf } from "../../schema/redis-access.ts";
import { scheduleNightly } from "./commands/record-reconciliation.ts";
import { createCapturing } from "./workflows/capture-payments.ts";
import { createCharging } from "./workflows/charge.ts";
import { ledgerRoute } from "./workflows/ledger-export.ts";
import { createPaying } from "./workflows/pay-order.ts";
import type { PaymentsConfig } from "./config.ts";
import { entities } from "./entities/tables.ts";
import { createHandlers } from "./handlers.ts";
import { createJobs, recurring } from "./jobs.ts";
import { personalData } from "./personal-data.ts";
import { createLoaders } from "./queries/loaders.ts";
import { payments } from "./migrations/001-payments.ts";
import { attempts } from "./migrations/002-attempts.ts";
import { outside } from "./migrations/003-outside.ts";
import { checks } from "./migrations/004-checks.ts";
import { declined } from "./migrations/005-declined.ts";
import { ledgerKept } from "./migrations/006-ledger-kept.ts";
import { networks } from "./migrations/007-networks.ts";
import { totals } from "./migrations/008-totals.ts";
import { work } from "./migrations/009-work.ts";
import { accountIndex } from "./migrations/010-account-index.ts";
import { mergedAccounts } from "./migrations/011-merged-accounts.ts";
import { counter } from "./migrations/012-counter.ts";
import { credits } from "./migrations/014-credits.ts";
import { balancesByMonth } from "./migrations/015-balances.ts";
import { payoutPeriods } from "./migrations/016-payout-periods.ts";
import { payouts } from "./migrations/013-payouts.ts";
import { withFreePayments } from "./providers/free-payments.ts";
import { createOrdersClient } from "./clients/orders.ts";
import { countOpenDiscrepancies } from "./queries/reconciliations.ts";
import { createResolvers } from "./graphql/resolvers.ts";
import { createStripe } from "./providers/stripe.ts";
import { createTestProvider } from "./providers/test-provider.ts";
import { webhookRoute } from "./providers/webhooks.ts";

export function createPayments(config: PaymentsConfig): Subgraph {
  const client = createServiceClient({ signer: config.signer, subgraph: "orders", url: config.ordersUrl });
  const provider = withFreePayments(
    config.provider.kind === "stripe" ? createStripe(config.provider) : createTestProvider(config.provider),
  );
  const orders = createOrdersClient(client);
  let opened: Database | undefined;
  const database = () => {
    if (!opened) throw new Error("The subgraph has not started yet.");
    return opened;
  };
  const paying = createPaying(database, orders);
  const charging = createCharging({ database, provider, pendingSeconds: config.pendingSeconds });
  return {
    name: "payments",
    config,
    typeDefs: readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"),
    resolvers: createResolvers(paying, charging),
    entities,
    personalData,
    migrations: [
      payments,
      attempts,
      outside,
      checks,
      declined,
      ledgerKept,
      networks,
      ...totals,
      work,
      accountIndex,
      ...mergedAccounts,
      counter,
      ...payouts,
      ...credits,
      balancesByMonth,
      payoutPeriods,
    ],
    createLoaders,
    handlers: createHandlers(config.signer),
    internal: { personalData: ["users"] },
    consumers: consumersOf("payments"),
    jobs: createJobs(provider),
    work: [paying.work, charging.work, ...createCapturing(database, provider)],
    prepare: async ({ database: prepared, metrics }) => {
      opened = prepared;
      await prepared.transaction((tx) => scheduleNightly(tx));
      const help = "Unresolved discrepancies found by reconciliation";
      metrics.sampled("books_findings_open", help, [], async () => [{ value: await countOpenDiscrepancies(prepared) }]);
    },
    recurring,
    routes: (own, _, callerOf) => [webhookRoute(own, provider, charging), ledgerRoute(own, callerOf)],
    stop: async () => {
      await client.stop();
      await provider.stop();
    },
  };
}
