// Signals that count for a day: declined payments and guessed promo codes. Each counts once, even if its message is repeated.
// Expired ones are deleted.
import type { Tx } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

export const COUNTS_FOR = "1 day";

interface Declined {
  paymentId: string;
  buyerId: string;
  cardFingerprint: string | null;
  network: string | null;
}

const addDeclined = statement((db, { paymentId, buyerId, cardFingerprint, network }: Declined) =>
  db
    .insertInto("declined_payment")
    .values({ paymentId, buyerId, cardFingerprint, network })
    .onConflict((known) => known.doNothing()),
);

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
  if (buyerId !== undefined) await addDeclined.change(tx, { paymentId, buyerId, cardFingerprint, network });
}

const addGuessed = statement((db, { guessId, buyerId }: { guessId: string; buyerId: string }) =>
  db
    .insertInto("guessed_codes")
    .values({ guessId, buyerId })
    .onConflict((known) => known.doNothing()),
);

/** A buyer reached the limit of wrong promo codes. */
export async function noteGuessedCodes(
  tx: Tx,
  { guessId, buyerId }: { guessId: string; buyerId: string },
): Promise<void> {
  await addGuessed.change(tx, { guessId, buyerId });
}

const addGuessing = statement((db, { guessId, network }: { guessId: string; network: string }) =>
  db
    .insertInto("guessing_network")
    .values({ guessId, network })
    .onConflict((known) => known.doNothing()),
);

/** The buyers of a network together reached their limit of wrong promo codes. */
export async function noteGuessingNetwork(
  tx: Tx,
  { guessId, network }: { guessId: string; network: string },
): Promise<void> {
  await addGuessing.change(tx, { guessId, network });
}

const oldDeclined = statement((db, _, { sql }) =>
  db.deleteFrom("declined_payment").where("declinedAt", "<=", sql<Date>`now() - ${COUNTS_FOR}::interval`),
);
const oldGuessed = statement((db, _, { sql }) =>
  db.deleteFrom("guessed_codes").where("guessedAt", "<=", sql<Date>`now() - ${COUNTS_FOR}::interval`),
);
const oldGuessing = statement((db, _, { sql }) =>
  db.deleteFrom("guessing_network").where("guessedAt", "<=", sql<Date>`now() - ${COUNTS_FOR}::interval`),
);

/** Deletes expired signals. @returns the number of rows */
export async function forgetFailures(tx: Tx): Promise<number> {
  return (await oldDeclined.change(tx, {})) + (await oldGuessed.change(tx, {})) + (await oldGuessing.change(tx, {}));
}
