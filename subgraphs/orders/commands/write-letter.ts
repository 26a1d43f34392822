// Letters are written down in the transaction of what they tell of, and sent by a job. What is in them is looked up when they
// are sent: a letter that says what is not so any more is not sent.
import type { Tx } from "../../../platform/database.ts";
import { NotFound, rateLimited } from "../../../platform/errors.ts";
import { once, type Outcome } from "../../../platform/idempotency.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { schedule } from "../../../platform/jobs.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import type { Letter } from "../entities/letter.ts";
import type { LetterStatus } from "../schema.generated.ts";
import { OrderWithoutTickets } from "../errors.ts";
import { lockOrder, type Saga } from "./advance-order.ts";
import { JOBS } from "./job-names.ts";

type NewLetter = Pick<Letter, "orderId" | "recipientId" | "kind"> &
  Partial<Pick<Letter, "ticketIds" | "amount" | "reason">>;

/** Nothing where no mail is sent. */
export async function writeLetter(tx: Tx, { sendsMail }: Pick<Saga, "sendsMail">, letter: NewLetter): Promise<void> {
  if (!sendsMail) return;
  const { orderId, recipientId, kind, ticketIds = [], amount = 0, reason = null } = letter;
  const id = uuid();
  await rows(
    tx,
    sql`insert into letter (id, order_id, recipient_id, kind, ticket_ids, amount, reason)
        values (${id}, ${orderId}, ${recipientId}, ${kind}, ${ticketIds}::uuid[], ${amount}, ${reason})`,
  );
  await schedule(tx, "orders", JOBS.letter, id, { letterId: id });
}

export async function settleLetter(tx: Tx, letterId: string, status: LetterStatus): Promise<void> {
  await rows(
    tx,
    sql`update letter set status = ${status}, settled_at = date_trunc('milliseconds', now()) where id = ${letterId} and status = 'PENDING'`,
  );
}

/** Nobody needs more, and somebody's mailbox might be the target. */
const RESENT_AN_HOUR = 3;
const HOUR_SECONDS = 3_600;

/** Sends the buyer the tickets once more. Answers with the order's id. Refusals: OrderWithoutTickets, NotFound; GraphQLError RATE_LIMITED */
export async function resendTickets(
  tx: Tx,
  saga: Saga,
  userId: string,
  { orderId, idempotencyKey: key }: { orderId: string; idempotencyKey: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "resendTickets", key, input: { orderId } }, async () => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw new NotFound("order");
    if (order.status !== "CONFIRMED" && order.status !== "PARTIALLY_REFUNDED") throw new OrderWithoutTickets();
    const lately = await row<{ n: number }>(
      tx,
      sql`select count(*)::int as n from letter where order_id = ${orderId} and kind = 'ORDER_CONFIRMED' and written_at > now() - ${`${HOUR_SECONDS} s`}::interval`,
    );
    if ((lately?.n ?? 0) > RESENT_AN_HOUR) throw rateLimited(HOUR_SECONDS);
    await writeLetter(tx, saga, { orderId, recipientId: order.buyerId, kind: "ORDER_CONFIRMED" });
    return orderId;
  });
}
