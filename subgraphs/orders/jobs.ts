// Jobs: release of seats, notifications, cancelled events, and jobs of the previous version.
import { atDate, type JobContext, type JobKind, type RecurringJob } from "../../platform/jobs/jobs.ts";
import { JOBS } from "./job-names.ts";
import { cancelOrder, cancelOrdersOf } from "./workflows/cancel-event.ts";
import type { SagaContext } from "./commands/order-rows.ts";
import { adoptPlacement } from "./workflows/place-order.ts";
import { forgetNotificationCounts, settleNotification } from "./commands/write-notifications.ts";
import { beginReminder } from "./commands/begin-mailing.ts";
import { recountSales } from "./projections/sales-days.ts";
import { sendNotifications } from "./notifications/send-many.ts";
import { writeInvoices } from "./workflows/write-invoices.ts";
import { writeLetters } from "./workflows/write-letters.ts";
import { sendNotification, type MailDeps } from "./notifications/send.ts";
import { sendOffer, type WaitlistOffer } from "./notifications/waitlist-offer.ts";
import type { SeatingClient } from "./clients/seating.ts";
import { countStuckOrders } from "./queries/open-orders.ts";
import { lookNow } from "./workflows/order-work.ts";

const FORGET_COUNTS_MS = 60 * 60 * 1_000;
const COUNT_STUCK_MS = 15_000;

interface OfOrder {
  orderId: string;
}

interface Release extends OfOrder {
  /** Null for all. */
  seatIds: string[] | null;
  /** Absent for one. */
  hasSeveralHolds?: true;
}

type Run<Body> = (context: JobContext, body: Body) => Promise<void>;

function kind<Body>(name: string, run: Run<Body>): JobKind {
  return { kind: name, run: (context, job: { body: Body }) => run(context, job.body) } as JobKind;
}

const cancelOrderKind = (saga: () => SagaContext) =>
  kind<OfOrder & { reason: string; isPart?: boolean }>(
    JOBS.cancelOrder,
    ({ database, complete }, { orderId, reason, isPart = false }) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await cancelOrder(tx, saga(), { id: orderId, isPart }, reason);
      }),
  );

export interface JobOptions {
  saga: () => SagaContext;
  seating: SeatingClient;
  /** Null if no mail is sent. */
  post: MailDeps | null;
}

export function createJobs({ saga, seating, post }: JobOptions): JobKind[] {
  return [
    kind<Parameters<typeof adoptPlacement>[1]>(JOBS.place, ({ database, complete }, placement) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await adoptPlacement(tx, placement);
      }),
    ),
    ...[JOBS.expire, JOBS.assessmentOverdue, JOBS.reviewOverdue, JOBS.sell].map((name) =>
      kind<OfOrder>(name, ({ database, complete }, { orderId }) =>
        database.transaction(async (tx) => {
          await complete(tx);
          await lookNow(tx, orderId);
        }),
      ),
    ),
    kind<Release>(JOBS.release, async ({ database, complete }, { orderId, seatIds, hasSeveralHolds = false }) => {
      await seating.releaseSeats(orderId, seatIds, hasSeveralHolds);
      await database.transaction((tx) => complete(tx));
    }),
    {
      ...kind<{ letterId: string; releasedAt?: string }>(
        JOBS.notification,
        async (context, { letterId, releasedAt }) => {
          const { database, logger, complete, postpone } = context;
          const status = await sendNotification(
            database,
            post,
            letterId,
            releasedAt ? new Date(releasedAt) : undefined,
          );
          await database.transaction(async (tx) => {
            if (status instanceof Date) {
              logger.warn(
                { notification: letterId },
                "daily limit of mails to a recipient reached: the mail is delayed",
              );
              return postpone(tx, atDate(status));
            }
            await complete(tx);
            if (status && status !== "WAITS") await settleNotification(tx, letterId, status);
          });
        },
      ),
      isExternal: true,
    },
    {
      ...kind<{ letterIds: string[] }>(JOBS.notifications, (context, { letterIds }) =>
        sendNotifications(context, post, letterIds),
      ),
      isExternal: true,
    },
    {
      ...kind<WaitlistOffer>(JOBS.waitlistOffer, (context, offer) => sendOffer(context, post, offer)),
      isExternal: true,
    },
    ...documentJobs(saga),
    kind<{ eventId: string; reason: string }>(JOBS.cancelEvent, (context, { eventId, reason }) =>
      cancelOrdersOf(context, saga(), eventId, reason),
    ),
    cancelOrderKind(saga),
  ];
}

/** Letters to many people, invoices, and sales by day. */
function documentJobs(saga: () => SagaContext): JobKind[] {
  return [
    kind<{ organizationId: string }>(JOBS.invoices, (context, { organizationId }) =>
      writeInvoices(context, organizationId),
    ),
    kind<{ organizationId: string }>(JOBS.recountSales, ({ database, complete }, { organizationId }) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await recountSales(tx, organizationId);
      }),
    ),
    kind<{ mailingId: string }>(JOBS.mailing, (context, { mailingId }) => writeLetters(context, saga(), mailingId)),
    kind<{ eventId: string }>(JOBS.remind, ({ database, complete }, { eventId }) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await beginReminder(tx, eventId);
      }),
    ),
  ];
}

export function createRecurring(stuckSeconds: number): RecurringJob[] {
  return [
    {
      name: "forget how many letters there were",
      every: { ms: FORGET_COUNTS_MS },
      run: forgetNotificationCounts,
    },
    {
      name: "tell of stuck orders",
      every: { ms: COUNT_STUCK_MS },
      run: async (database, logger) => {
        const orders = await countStuckOrders(database, stuckSeconds);
        if (orders > 0) logger.warn({ orders }, "orders are stuck: query `stuckOrders`");
        return orders;
      },
    },
  ];
}
