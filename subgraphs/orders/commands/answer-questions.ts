// Changes answers to the questions of events, after the order was placed and until each event starts. The lock of the order serializes it with
// its end; two requests with the same answers store the same.
import type { Tx } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { checkAnswers, type AskedSeat, type GivenAnswer } from "../entities/check-answers.ts";
import { eventIdsOf, type Order } from "../entities/order.ts";
import { knownOrders, statement } from "../entities/tables.ts";
import { AnswersClosed, AnswersRefused } from "../errors.ts";
import { questionnairesOf } from "../projections/questionnaires.ts";
import { audit } from "./audit.ts";
import { removeAnswers, storeAnswers } from "./store-answers.ts";

/** Foreign keys of answers refer to orders: a stronger lock would wait for them. */
const lockWeakly = statement((db, { orderId }: { orderId: string }) =>
  knownOrders(db).where("o.id", "=", orderId).forNoKeyUpdate(),
);

interface SeatOfOrder extends AskedSeat {
  /** Null as long as there is no ticket. */
  holderId: string | null;
  isCancelled: boolean;
  /** The event has started, or is cancelled. */
  isOver: boolean;
}

function seatsOf(tx: Tx, { id, eventId }: Order): Promise<SeatOfOrder[]> {
  return rows<SeatOfOrder>(
    tx,
    sql`select i.seat_id as id, i.position, i.tier_name, coalesce(i.event_id, ${eventId}::uuid) as event_id, t.holder_id,
          coalesce(t.status = 'CANCELLED', false) as is_cancelled,
          coalesce(f.starts_at <= app_now(), false) or c.event_id is not null as is_over
        from order_item i left join ticket t on t.order_id = i.order_id and t.position = i.position
          left join event_facts f on f.event_id = coalesce(i.event_id, ${eventId}::uuid)
          left join cancelled_event c on c.event_id = coalesce(i.event_id, ${eventId}::uuid)
        where i.order_id = ${id} order by i.position`,
  );
}

const ENDED = ["CANCELLED", "EXPIRED", "DECLINED", "REFUNDED"];

export interface ChangeOfAnswers {
  orderId: string;
  /** Null: those about the order, and about all tickets that the person may answer for. */
  position: number | null;
  /** Buyer, holder or clerk. */
  userId: string;
  isClerk: boolean;
  answers: GivenAnswer[];
}

/** Refusals: AnswersRefused, AnswersClosed */
export async function changeAnswers(tx: Tx, change: ChangeOfAnswers): Promise<void> {
  const { orderId, position, userId, isClerk } = change;
  const order = await lockWeakly.row(tx, { orderId });
  if (!order || ENDED.includes(order.status)) throw new AnswersClosed();
  const seats = (await seatsOf(tx, order)).filter((seat) => !seat.isCancelled);
  const own = seats.filter(({ holderId }) => isClerk || (holderId ?? order.buyerId) === userId);
  const open = own.filter((seat) => !seat.isOver && (position === null || seat.position === position));
  const [first] = open;
  if (!first) throw new AnswersClosed();
  const questionnaires = await questionnairesOf(tx, eventIdsOf(order));
  const given =
    position === null ? change.answers : change.answers.map((one) => ({ ...one, seatId: one.seatId ?? first.id }));
  const { problems, answers, emptied } = checkAnswers(open, questionnaires, given, false);
  if (problems.length > 0) throw new AnswersRefused(problems);
  const personOf = (at: number) => open.find((seat) => seat.position === at)?.holderId ?? order.buyerId;
  await storeAnswers(
    tx,
    answers.map((answer) => ({ orderId, personId: personOf(answer.position), answers: [answer] })),
  );
  await removeAnswers(tx, orderId, emptied);
  reach("answers changed, not committed");
  if (isClerk) {
    const action = position === null ? "answerQuestions" : "answerTicketQuestions";
    const questions = [...answers, ...emptied].map(({ questionId }) => questionId);
    const { organizationId } = order;
    await audit(tx, { organizationId, action, subject: orderId, detail: { questions } });
  }
}
