// Letters are written down in the transaction of what they tell of, and sent by a job. What is in them is looked up when they
// are sent: a letter that says what is not so any more is not sent.
import type { Tx } from "../../../platform/database.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { schedule } from "../../../platform/jobs.ts";
import { rows, sql } from "../../../platform/sql.ts";
import type { Letter } from "../entities/letter.ts";
import type { LetterStatus } from "../schema.generated.ts";
import { JOBS } from "./job-names.ts";

type NewLetter = Pick<Letter, "orderId" | "recipientId" | "kind"> &
  Partial<Pick<Letter, "ticketIds" | "amount" | "reason">>;

export interface Writing {
  /** Whether people are written to. */
  sendsMail: boolean;
}

/** Nothing where no mail is sent. */
export async function writeLetter(tx: Tx, { sendsMail }: Writing, letter: NewLetter): Promise<void> {
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
