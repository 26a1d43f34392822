// Composition of the orders subgraph.
import { readFileSync } from "node:fs";
import type { Database } from "../../platform/postgres/database.ts";
import type { ChangeNotifier } from "../../platform/redis/pubsub.ts";
import { createMailer } from "../../platform/mail.ts";
import { createServiceClient } from "../../platform/http/service-client.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import { consumersOf } from "../../schema/redis-access.ts";
import type { SagaContext } from "./commands/order-rows.ts";
import { createPlacing } from "./workflows/place-order.ts";
import type { OrdersConfig } from "./config.ts";
import { entities } from "./entities/tables.ts";
import { createHandlers } from "./handlers.ts";
import { createJobs, createRecurring } from "./jobs.ts";
import { createPrinter } from "./notifications/printer.ts";
import { createOrderFollowing, type OrderFollowing } from "./subscriptions/order-updates.ts";
import { personalData } from "./personal-data.ts";
import { createAdmissionCounter } from "./queries/gates.ts";
import { createLoaders } from "./queries/loaders.ts";
import { orders } from "./migrations/001-orders.ts";
import { interventions } from "./migrations/002-interventions.ts";
import { disputes } from "./migrations/003-disputes.ts";
import { cancellations } from "./migrations/004-cancellations.ts";
import { hands } from "./migrations/005-hands.ts";
import { sales } from "./migrations/006-sales.ts";
import { prices } from "./migrations/007-prices.ts";
import { letters } from "./migrations/008-letters.ts";
import { purchases } from "./migrations/009-purchases.ts";
import { sums } from "./migrations/010-sums.ts";
import { waitingLetters } from "./migrations/011-waiting-letters.ts";
import { internalNotes } from "./migrations/012-internal-notes.ts";
import { lists } from "./migrations/013-lists.ts";
import { work } from "./migrations/014-work.ts";
import { mergedAccounts } from "./migrations/016-merged-accounts.ts";
import { refundAttempts } from "./migrations/015-refund-attempts.ts";
import { gates } from "./migrations/017-gates.ts";
import { doors } from "./migrations/018-doors.ts";
import { priceNames } from "./migrations/019-price-names.ts";
import { severalEvents } from "./migrations/020-several-events.ts";
import { mailings } from "./migrations/021-mailings.ts";
import { invoices } from "./migrations/022-invoices.ts";
import { counter as counterSales } from "./migrations/023-counter.ts";
import { attendees } from "./migrations/024-attendees.ts";
import { ticketMoves } from "./migrations/025-ticket-moves.ts";
import { exchanges } from "./migrations/026-exchanges.ts";
import { returns } from "./migrations/027-returns.ts";
import { answers } from "./migrations/029-answers.ts";
import { lostDisputes } from "./migrations/032-lost-disputes.ts";
import { codeRules } from "./migrations/028-code-rules.ts";
import { transferPolicies } from "./migrations/031-transfer-policies.ts";
import { channels } from "./migrations/033-channels.ts";
import { timeZones } from "./migrations/030-time-zones.ts";
import { observeOrders } from "./queries/open-orders.ts";
import { purchasesProjection } from "./projections/purchases.ts";
import { salesProjection } from "./projections/sales.ts";
import { createResolvers } from "./graphql/resolvers.ts";
import { createSeatingClient } from "./clients/seating.ts";
import { createTicketCodes } from "./entities/ticket-codes.ts";
import { createUsersClient } from "./clients/users.ts";
import { createMoving } from "./workflows/move-tickets.ts";
import { createReturning } from "./workflows/return-tickets.ts";
import { createOrderWork } from "./workflows/order-work.ts";
import { exportRoutes } from "./workflows/table-exports.ts";

export function createOrders(config: OrdersConfig): Subgraph {
  const client = createServiceClient({ signer: config.signer, subgraph: "seating", url: config.seatingUrl });
  const seating = createSeatingClient(client);
  const usersClient = createServiceClient({ signer: config.signer, subgraph: "users", url: config.usersUrl });
  const users = createUsersClient(usersClient);
  const codes = createTicketCodes(config.ticketKey);
  const printer = createPrinter(config.ticketFonts);
  const mailer = config.mail && createMailer(config.mail);
  const post = mailer && { mailer, users, codes, printer, publicUrl: config.publicUrl };
  let running: { database: Database; notifier: ChangeNotifier; following: OrderFollowing } | undefined;
  const started = () => {
    if (!running) throw new Error("The subgraph has not started yet.");
    return running;
  };
  const database = () => started().database;
  const saga = (): SagaContext => {
    const { assessmentSeconds, reviewSeconds } = config;
    return {
      notifier: started().notifier,
      sendsMail: mailer !== null,
      deadlines: { assessmentSeconds, reviewSeconds },
    };
  };
  const counter = createAdmissionCounter(database);
  const placing = createPlacing({ database, saga, seating, paymentSeconds: config.paymentSeconds });
  const moving = createMoving({ database, saga, seating });
  const returning = createReturning({ database, saga, seating });
  return {
    name: "orders",
    config,
    typeDefs: readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"),
    resolvers: createResolvers({
      config,
      placing,
      moving,
      returning,
      following: () => started().following,
      saga,
      codes,
      counter,
      printer,
      users,
      seating,
    }),
    entities,
    personalData,
    migrations: [
      orders,
      interventions,
      disputes,
      cancellations,
      hands,
      sales,
      prices,
      letters,
      purchases,
      sums,
      waitingLetters,
      internalNotes,
      ...lists,
      work,
      refundAttempts,
      ...mergedAccounts,
      ...gates,
      doors,
      ...severalEvents,
      ...mailings,
      priceNames,
      invoices,
      counterSales,
      attendees,
      ticketMoves,
      exchanges,
      answers,
      codeRules,
      transferPolicies,
      lostDisputes,
      channels,
      returns,
      timeZones,
    ],
    createLoaders,
    handlers: createHandlers(saga, config),
    projections: [salesProjection, purchasesProjection],
    consumers: consumersOf("orders"),
    jobs: createJobs({ saga, seating, post }),
    work: [placing.work, moving.work, createOrderWork({ database, saga, seating })],
    internal: {
      personalData: ["users"],
      beginPayments: ["payments"],
      beginPayment: ["payments"],
      decideOrder: ["risk"],
    },
    prepare: async (prepared) => {
      running = { ...prepared, following: createOrderFollowing(prepared.database, prepared.notifier) };
      observeOrders(prepared, config.stuckSeconds);
    },
    recurring: createRecurring(config.stuckSeconds),
    routes: (own, _, callerOf) => exportRoutes(own, callerOf),
    stop: async () => {
      mailer?.stop();
      await Promise.all([client.stop(), usersClient.stop(), printer.stop()]);
    },
  };
}
