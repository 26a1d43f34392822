// What speaks against a buyer, a card or a network for a day: declined payments and guessed promo codes. Each counts once, however often
// its message comes, and is deleted when it counts no more.
import type { Tx } from "../../../platform/postgres/database.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";

export const COUNTS_FOR = "1 day";

export async function noteDeclined(
  tx: Tx,
  declined: {
    paymentId: string;
    buyerId?: string | undefined;
    cardFingerprint?: string | undefined;
    network?: string | undefined;
  },
): Promise<void> {
  const { paymentId, buyerId, cardFingerprint = null, network = null } = declined;
  if (buyerId === undefined) return;
  await rows(
    tx,
    sql`insert into declined_payment (payment_id, buyer_id, card_fingerprint, network)
        values (${paymentId}, ${buyerId}, ${cardFingerprint}, ${network}) on conflict do nothing`,
  );
}

/** A buyer reached the limit of wrong promo codes. */
export async function noteGuessedCodes(
  tx: Tx,
  { guessId, buyerId }: { guessId: string; buyerId: string },
): Promise<void> {
  await rows(
    tx,
    sql`insert into guessed_codes (guess_id, buyer_id) values (${guessId}, ${buyerId}) on conflict do nothing`,
  );
}

/** The buyers of a network reached it together. */
export async function noteGuessingNetwork(
  tx: Tx,
  { guessId, network }: { guessId: string; network: string },
): Promise<void> {
  await rows(
    tx,
    sql`insert into guessing_network (guess_id, network) values (${guessId}, ${network}) on conflict do nothing`,
  );
}

/** Deletes what counts no more. @returns how many rows */
export async function forgetFailures(tx: Tx): Promise<number> {
  const over = sql`now() - ${COUNTS_FOR}::interval`;
  return (
    (await change(tx, sql`delete from declined_payment where declined_at <= ${over}`)) +
    (await change(tx, sql`delete from guessed_codes where guessed_at <= ${over}`)) +
    (await change(tx, sql`delete from guessing_network where guessed_at <= ${over}`))
  );
}
