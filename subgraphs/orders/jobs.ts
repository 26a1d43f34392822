// What happens because time passed, and what has to be asked of seating until it answers.
import type { JobContext, JobKind } from "../../platform/jobs.ts";
import { row, sql } from "../../platform/sql.ts";
import { advanceOrder, type Saga } from "./commands/advance-order.ts";
import { JOBS } from "./commands/job-names.ts";
import { cancelOrder, cancelOrdersOf } from "./commands/cancel-event.ts";
import { countAttempt, finishOrder, type Placement } from "./commands/place-order.ts";
import { settleLetter } from "./commands/write-letter.ts";
import { sendLetter, type Post } from "./letters/send.ts";
import type { Occurrence } from "./saga.ts";
import type { SeatingClient } from "./seating-client.ts";

interface OfOrder {
  orderId: string;
}

type Run<Body> = (context: JobContext, body: Body) => Promise<void>;

function kind<Body>(name: string, run: Run<Body>): JobKind {
  return { kind: name, run: (context, job: { body: Body }) => run(context, job.body) } as JobKind;
}

export interface JobOptions {
  saga: () => Saga;
  seating: SeatingClient;
  /** Null where no mail is sent. */
  post: Post | null;
  paymentSeconds: number;
}

export function createJobs({ saga, seating, post, paymentSeconds }: JobOptions): JobKind[] {
  /** A deadline that has passed: the saga decides whether it still matters. */
  const overdue = (name: string, occurrence: Occurrence) =>
    kind<OfOrder>(name, ({ database, complete }, { orderId }) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await advanceOrder(tx, saga(), orderId, occurrence);
      }),
    );

  return [
    kind<Placement>(JOBS.place, async ({ database, complete }, placement) => {
      const hold = (await countAttempt(database.read(), placement.orderId))
        ? await seating.convertHold(placement.holdId, placement.orderId, placement.buyerId)
        : undefined;
      await database.transaction(async (tx) => {
        await complete(tx);
        if (hold) await finishOrder(tx, saga(), placement, hold, paymentSeconds);
      });
    }),
    kind<OfOrder>(JOBS.expire, async ({ database, complete, postpone }, { orderId }) => {
      await database.transaction(async (tx) => {
        // A payment under way is waited for: its lease ends soon.
        const paying = await row(
          tx,
          sql`select 1 from purchase where id = ${orderId} and status = 'AWAITING_PAYMENT' and payment_id is not null and payment_lease_until > app_now() for update`,
        );
        if (paying) return postpone(tx, sql`(select payment_lease_until from purchase where id = ${orderId}::uuid)`);
        await complete(tx);
        await advanceOrder(tx, saga(), orderId, { type: "PaymentOverdue" });
      });
    }),
    overdue(JOBS.assessmentOverdue, { type: "AssessmentOverdue" }),
    overdue(JOBS.reviewOverdue, { type: "ReviewOverdue" }),
    kind<OfOrder>(JOBS.sell, async ({ database, complete }, { orderId }) => {
      const sold = await seating.sellSeats(orderId);
      await database.transaction(async (tx) => {
        await complete(tx);
        await advanceOrder(tx, saga(), orderId, { type: sold ? "SeatsSold" : "SeatsLost" });
      });
    }),
    kind<OfOrder & { seatIds: string[] | null }>(JOBS.release, async ({ database, complete }, { orderId, seatIds }) => {
      await seating.releaseSeats(orderId, seatIds);
      await database.transaction((tx) => complete(tx));
    }),
    {
      ...kind<{ letterId: string; releasedAt?: string }>(JOBS.letter, async (context, { letterId, releasedAt }) => {
        const { database, logger, complete, postpone } = context;
        const status = await sendLetter(database, post, letterId, releasedAt ? new Date(releasedAt) : undefined);
        await database.transaction(async (tx) => {
          if (status === "TOMORROW") {
            logger.warn(
              { letter: letterId },
              "somebody was sent as many letters as there may be in a day: this one waits",
            );
            return postpone(tx, sql`date_trunc('day', app_now()) + interval '1 day'`);
          }
          await complete(tx);
          if (status && status !== "WAITS") await settleLetter(tx, letterId, status);
        });
      }),
      isErrand: true,
    },
    kind<{ eventId: string; reason: string }>(JOBS.cancelEvent, (context, { eventId, reason }) =>
      cancelOrdersOf(context, saga(), eventId, reason),
    ),
    kind<OfOrder & { reason: string }>(JOBS.cancelOrder, ({ database, complete }, { orderId, reason }) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await cancelOrder(tx, saga(), orderId, reason);
      }),
    ),
  ];
}
