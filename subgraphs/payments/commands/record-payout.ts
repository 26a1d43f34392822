// Payouts: platform staff record a transfer to an organization, or that the bank returned it. Each is one transaction: the payout and its
// two ledger entries. Nothing here moves money.
import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { PAID_OUT, payableTo, type Settlement } from "../entities/accounts.ts";
import { sums } from "../entities/ledger-sums.ts";
import { PayoutEntity, type Payout } from "../entities/payout.ts";
import { statement } from "../entities/tables.ts";
import { PayoutReferenceTaken, PayoutTooHigh } from "../errors.ts";
import { audit } from "./audit.ts";

const DAY_MS = 86_400_000;

export interface NewPayout extends Pick<Payout, "organizationId" | "amount" | "currency" | "until" | "reference"> {
  /** Start of the period; by default the end of the last one before it. */
  from?: Date | null | undefined;
  idempotencyKey: string;
}

/** Of an organization: payouts of it are recorded one after the other. */
async function lockPayouts(tx: Tx, organizationId: string): Promise<void> {
  await rows(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`payout:${organizationId}`}, 0))`);
}

/** Whole milliseconds, the precision of cursors. */
async function now(tx: Tx): Promise<Date> {
  return (await row<{ at: Date }>(tx, sql`select date_trunc('milliseconds', app_now()) as at`))!.at;
}

/**
 * What the organization is owed for a period that ends at `until`, in minor units: not more than it is owed now, and without what was paid
 * out since. Negative if it owes.
 */
async function owedTo(tx: Tx, organizationId: string, currency: string, until: Date): Promise<number> {
  const given = { account: payableTo(organizationId), opens: until, to: new Date(Date.now() + DAY_MS) };
  const own = (await sums.rows(tx, given)).find((one) => one.currency === currency);
  return own ? Math.min(own.closing, own.opening + own.paidOut) : 0;
}

const earlierPeriods = statement((db, of: Pick<Payout, "organizationId" | "currency" | "until">) =>
  db
    .selectFrom("payout")
    .select((payout) => payout.fn.max("until").as("until"))
    .where("organizationId", "=", of.organizationId)
    .where("currency", "=", of.currency)
    .where("until", "<", of.until)
    .where("returnedAt", "is", null)
    .$castTo<{ until: Date | null }>(),
);

/** Returns the ID of the payout. Refusals: PayoutTooHigh, PayoutReferenceTaken, IdempotencyKeyReused */
export async function recordPayout(tx: Tx, userId: string, { idempotencyKey, ...given }: NewPayout): Promise<Outcome> {
  const { from, ...payable } = given;
  const { organizationId, amount, currency, until, reference } = payable;
  return once(tx, { userId, mutation: "recordPayout", key: idempotencyKey, input: given }, async () => {
    await lockPayouts(tx, organizationId);
    const taken = await tx.findOne(PayoutEntity, { organizationId, reference }, { fields: ["id"] });
    if (taken) throw new PayoutReferenceTaken(taken.id);
    const owed = await owedTo(tx, organizationId, currency, until);
    if (amount > owed) throw new PayoutTooHigh({ amount: Math.max(0, owed), currency });
    const startsAt = from ?? (await earlierPeriods.row(tx, payable))!.until;
    const payout = { id: uuid(), ...payable, startsAt, recordedAt: await now(tx) };
    await tx.insert(PayoutEntity, payout);
    await book(tx, payout.id, "PAYOUT", payout);
    await audit(tx, { organizationId, action: "recordPayout", subject: payout.id });
    return payout.id;
  });
}

/** The organization is owed the amount again. A payout that was returned stays as it is. Refusals: NotFound */
export async function returnPayout(tx: Tx, id: string, reason: string): Promise<void> {
  const payout = await tx.findOne(PayoutEntity, { id }, LOCKED);
  if (!payout) throw new NotFound("payout");
  if (payout.returnedAt) return;
  await tx.nativeUpdate(PayoutEntity, { id }, { returnedAt: await now(tx), returnReason: reason });
  await book(tx, randomUUID(), "PAYOUT_RETURNED", payout);
  await audit(tx, { organizationId: payout.organizationId, action: "returnPayout", subject: id, reason });
}

interface Entries {
  account: string;
  currency: string;
  groupId: string;
  what: Settlement;
  /** Amount for the organization's account; the opposite is for that of payouts. */
  amount: number;
  opposite: number;
}

const entries = statement((db, { groupId, what, account, currency, amount, opposite }: Entries) => {
  const entry = { groupId, what, currency, orderId: null, paymentId: null };
  return db.insertInto("ledger_entry").values([
    { ...entry, account, amount },
    { ...entry, account: PAID_OUT, amount: opposite },
  ]);
});

async function book(
  tx: Tx,
  groupId: string,
  what: Settlement,
  { organizationId, amount, currency }: Pick<Payout, "organizationId" | "amount" | "currency">,
): Promise<void> {
  const debit = what === "PAYOUT" ? amount : -amount;
  const account = payableTo(organizationId);
  await entries.change(tx, { groupId, what, account, currency, amount: debit, opposite: -debit });
}
