// Notifications about accounts, and their daily limits.
import type { Tx } from "../../../platform/postgres/database.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { rateLimited } from "../../../platform/core/errors.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import type { Building } from "../../../platform/postgres/statements.ts";
import { NotificationEntity, type NotificationKind } from "../entities/email-code.ts";
import { statement, type Db } from "../entities/tables.ts";
import { ALERT_JOB, GUEST_JOB, LATER_NOTIFICATION_JOB, NOTIFICATION_JOB, WARNING_JOB } from "../job-names.ts";

/** Daily limit of an account and of an address: enough for typing errors and delays, too few to annoy a stranger. */
export const MAILS_A_DAY = 10;

/** Day's limit of one kind of request. */
export interface DailyLimit {
  whom: string;
  atMost: number;
}

/** Counts one more. Changes no row if the limit is reached. */
export const counting = (db: Pick<Db, "insertInto">, { whom, atMost }: DailyLimit, { sql }: Building) =>
  db
    .insertInto("mail_count")
    .values({ whom, day: sql`app_now()::date`, count: 1 })
    .onConflict((known) =>
      known
        .columns(["whom", "day"])
        .doUpdateSet((counted) => ({ count: sql<number>`${counted.ref("mail_count.count")} + 1` }))
        .where("mail_count.count", "<", atMost),
    );

const countMail = statement(counting);

/** Counts one more mail today. False if the limit is reached. */
export async function mayMail(tx: Tx, whom: string, atMost = MAILS_A_DAY): Promise<boolean> {
  return (await countMail.change(tx, { whom, atMost })) > 0;
}

/** Counts one more request today, of something else that is limited by the day. */
export const mayAsk = mayMail;

const untilMidnight = statement((db, _, { sql }) =>
  db.selectNoFrom(
    sql<number>`ceil(extract(epoch from date_trunc('day', app_now()) + interval '1 day' - app_now()))::int`.as(
      "seconds",
    ),
  ),
);

/** @throws RATE_LIMITED until midnight */
export async function refuseUntilTomorrow(tx: Tx): Promise<never> {
  throw rateLimited((await untilMidnight.row(tx, {}))!.seconds);
}

/** Kinds that a previous version does not know use a job that it does not run. */
const LATER_KINDS: NotificationKind[] = ["ANONYMOUS_CODE", "PASSWORD_RESET", "INVITATION"];
const ALERT_KINDS: NotificationKind[] = ["NEW_DEVICE", "EMAIL_CHANGE_UNDO"];
const GUEST_KINDS: NotificationKind[] = ["GUEST_CODE", "CLAIM_CODE"];

const WARNING_KINDS: NotificationKind[] = ["FACTOR_ADDED", "FACTOR_REMOVED", "FACTOR_TRIED", "FACTORS_AT_RESET"];

function jobOf(kind: NotificationKind): string {
  if (WARNING_KINDS.includes(kind)) return WARNING_JOB;
  if (ALERT_KINDS.includes(kind)) return ALERT_JOB;
  if (GUEST_KINDS.includes(kind)) return GUEST_JOB;
  return LATER_KINDS.includes(kind) ? LATER_NOTIFICATION_JOB : NOTIFICATION_JOB;
}

export interface NewNotification {
  kind: NotificationKind;
  userId: string | null;
  email: string;
  codeId?: string;
  invitationId?: string;
  alertId?: string;
}

export async function writeNotification(tx: Tx, notification: NewNotification): Promise<void> {
  const id = uuid();
  const { kind, userId, email, codeId = null, invitationId = null, alertId = null } = notification;
  await tx.insert(NotificationEntity, { id, kind, userId, email, codeId, invitationId, alertId });
  await schedule(tx, "users", jobOf(kind), id, { letterId: id });
}
