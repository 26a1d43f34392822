// Mailed alerts with a code that answers "this was not me". The code is derived from the id of the alert, and only its hash is stored.
import { randomUUID } from "node:crypto";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import type { FactorNotice } from "../entities/email-code.ts";
import { ALERT_HOURS, type AlertKind } from "../entities/security-alert.ts";
import { statement } from "../entities/tables.ts";
import { emailKey } from "../entities/user.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import { mayMail, writeNotification } from "./mail-limits.ts";

interface NewAlert {
  kind: AlertKind;
  /** Of a FACTOR alert. */
  notice?: FactorNotice;
  userId: string;
  /** Recipient. */
  email: string;
}

const newAlert = statement((db, of: NewAlert & { id: string; key: string; codeHash: string }, { sql }) =>
  db.insertInto("security_alert").values({
    id: of.id,
    kind: of.kind,
    userId: of.userId,
    email: of.email,
    emailKey: of.key,
    codeHash: of.codeHash,
    expiresAt: sql`app_now() + ${`${ALERT_HOURS} hours`}::interval`,
  }),
);

const NOTIFICATION_OF = { SIGN_IN: "NEW_DEVICE", EMAIL_CHANGE: "EMAIL_CHANGE_UNDO", FACTOR: undefined } as const;

/**
 * Opens an alert, to be mailed. Alerts have daily limits of their own: otherwise an intruder could use up the limit of the address first.
 * False if the limit is reached.
 */
export async function openAlert(
  tx: Tx,
  tokens: Tokens,
  { kind, notice = "FACTOR_ADDED", userId, email }: NewAlert,
): Promise<boolean> {
  const key = emailKey(email);
  if (!(await mayMail(tx, `alert ${kind}:${tokens.addressHash(key)}`))) return false;
  const id = randomUUID();
  await newAlert.change(tx, { id, kind, userId, email, key, codeHash: hashToken(tokens.alertCodes(id)[0]) });
  await writeNotification(tx, { kind: NOTIFICATION_OF[kind] ?? notice, userId, email, alertId: id });
  return true;
}

const addressOf = statement((db, { userId }: { userId: string }) =>
  db.selectFrom("app_user").select("email").where("id", "=", userId).where("status", "=", "ACTIVE"),
);

/** Tells the owner about a way to sign in. Without a mail server the job sends nothing. */
export async function tellOfFactor(tx: Tx, tokens: Tokens, userId: string, notice: FactorNotice): Promise<void> {
  const owner = await addressOf.row(tx, { userId });
  if (owner?.email) await openAlert(tx, tokens, { kind: "FACTOR", notice, userId, email: owner.email });
}

const endSignInAlerts = statement((db, { userId }: { userId: string }, { sql }) =>
  db
    .updateTable("security_alert")
    .set({ endedAt: sql`app_now()` })
    .where("userId", "=", userId)
    .where("kind", "in", ["SIGN_IN", "FACTOR"])
    .where("endedAt", "is", null),
);

/** Ends all alerts of a user about sign-ins and ways to sign in. */
export async function endAlertsOfSignIns(tx: Tx, userId: string): Promise<void> {
  await endSignInAlerts.change(tx, { userId });
}

const endLaterAlerts = statement((db, { userId, number }: { userId: string; number: string }, { sql }) =>
  db
    .updateTable("security_alert")
    .set({ endedAt: sql`app_now()` })
    .where("userId", "=", userId)
    .where("number", ">", number)
    .where("endedAt", "is", null),
);

/** Ends all alerts that were opened after this one: they may have been mailed to an address of an intruder. */
export async function endAlertsAfter(tx: Tx, userId: string, number: string): Promise<void> {
  await endLaterAlerts.change(tx, { userId, number });
}

const oldAlerts = statement((db, _, { sql }) =>
  db.deleteFrom("security_alert").where("expiresAt", "<", sql<Date>`app_now() - interval '1 day'`),
);

/** Deletes expired alerts. @returns how many */
export async function forgetOldAlerts(database: Database): Promise<number> {
  return oldAlerts.change(database.read(), {});
}
