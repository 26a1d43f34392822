// Notifications are stored in the transaction of their cause, and sent by a job. Their content is read when they are sent; outdated ones
// are skipped. SQL: one statement for a batch, instead of a round trip for each.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { schedule, scheduleMany } from "../../../platform/jobs/jobs.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { NotificationEntity, WaitingNotificationEntity, type StoredNotification } from "../entities/notification.ts";
import { statement } from "../entities/tables.ts";
import type { LetterStatus } from "../enums.generated.ts";
import { JOBS } from "../job-names.ts";

type NewNotification = Pick<StoredNotification, "orderId" | "recipientId" | "kind"> &
  Partial<Pick<StoredNotification, "ticketIds" | "amount" | "reason">>;

export interface NotificationDeps {
  /** Whether mail is sent. */
  sendsMail: boolean;
}

/** Does nothing if no mail is sent. */
export async function writeNotifications(
  tx: Tx,
  { sendsMail }: NotificationDeps,
  letters: NewNotification[],
): Promise<void> {
  if (!sendsMail || letters.length === 0) return;
  const all = letters.map((notification) => ({ ...notification, id: uuid() }));
  const of = <Value>(value: (notification: (typeof all)[number]) => Value) => all.map(value);
  const written = await rows<{ id: string }>(
    tx,
    sql`insert into letter (id, order_id, recipient_id, kind, ticket_ids, amount, reason)
        select id, order_id, recipient_id, kind, array(select jsonb_array_elements_text(ticket_ids::jsonb))::uuid[], amount, reason
        from unnest(${of(({ id }) => id)}::uuid[], ${of(({ orderId }) => orderId)}::uuid[], ${of(({ recipientId }) => recipientId)}::uuid[], ${of(({ kind }) => kind)}::text[],
                    ${of(({ ticketIds = [] }) => JSON.stringify(ticketIds))}::text[], ${of(({ amount = 0 }) => amount)}::int[], ${of(({ reason = null }) => reason)}::text[])
             as l(id, order_id, recipient_id, kind, ticket_ids, amount, reason)
        -- Orders of the counter without a guest belong to the organization: nobody is written to.
        where not exists (select from purchase p where p.id = l.order_id and p.organization_id = l.recipient_id)
        returning id`,
  );
  await scheduleMany(
    tx,
    "orders",
    JOBS.notification,
    written.map(({ id }) => ({ key: id, body: { letterId: id } })),
  );
}

/** A letter about seats that are held for a person on a waiting list. It has no order. */
export async function scheduleOffer(
  tx: Tx,
  { sendsMail }: NotificationDeps,
  offer: { holdId: string; userId: string },
): Promise<void> {
  if (sendsMail) await schedule(tx, "orders", JOBS.waitlistOffer, offer.holdId, offer);
}

const settle = statement((db, { letterId, status }: { letterId: string; status: LetterStatus }, { sql: by }) =>
  db
    .updateTable("letter")
    .set({ status, settledAt: by`date_trunc('milliseconds', now())` })
    .where("id", "=", letterId)
    .where("status", "=", "PENDING"),
);

export async function settleNotification(tx: Tx, letterId: string, status: LetterStatus): Promise<void> {
  await settle.change(tx, { letterId, status });
}

const settleMany = statement(
  (db, { letterIds, status }: { letterIds: readonly string[]; status: LetterStatus }, { sql: by }) =>
    db
      .updateTable("letter")
      .set({ status, settledAt: by`date_trunc('milliseconds', now())` })
      .where((of) => by<boolean>`${of.ref("id")} = any(${letterIds}::uuid[])`)
      .where("status", "=", "PENDING"),
);

export async function settleNotifications(tx: Tx, letterIds: string[], status: LetterStatus): Promise<void> {
  if (letterIds.length > 0) await settleMany.change(tx, { letterIds, status });
}

const wait = statement((db, { id, recipientId }: Pick<StoredNotification, "id" | "recipientId">) =>
  db
    .insertInto("waiting_letter")
    .values({ letterId: id, recipientId })
    .onConflict((known) => known.doNothing()),
);

/** Delays the notification until its recipient's address is verified. */
export async function putAside(
  tx: Tx,
  { id, recipientId }: Pick<StoredNotification, "id" | "recipientId">,
): Promise<void> {
  await wait.change(tx, { id, recipientId });
}

/** False if it no longer waits: another process sends it. */
export async function takeBack(tx: Tx, letterId: string): Promise<boolean> {
  return (await tx.nativeDelete(WaitingNotificationEntity, { letterId })) > 0;
}

const takeAllOf = statement((db, { recipientId }: { recipientId: string }) =>
  db.deleteFrom("waiting_letter").where("recipientId", "=", recipientId).returning("letterId"),
);

/** Schedules the recipient's waiting notifications, each once. */
export async function sendWaiting(tx: Tx, recipientId: string): Promise<void> {
  const waiting = await takeAllOf.rows(tx, { recipientId });
  const releasedAt = new Date().toISOString();
  // A new key for each job: the previous job may be ending because the notification waits again.
  await scheduleMany(
    tx,
    "orders",
    JOBS.notification,
    waiting.map(({ letterId }) => ({ key: `${letterId} ${uuid()}`, body: { letterId, releasedAt } })),
  );
}

/** Daily limit per recipient, against floods of mail. */
const NOTIFICATIONS_A_DAY = 50;

const countOnDay = statement((db, { recipientId }: { recipientId: string }, { sql: by }) =>
  db
    .insertInto("letter_count")
    .values({ recipientId, day: by`app_now()::date`, count: 1 })
    .onConflict((known) =>
      known
        .columns(["recipientId", "day"])
        .doUpdateSet((counted) => ({ count: counted("letter_count.count", "+", 1) }))
        .where("letter_count.count", "<", NOTIFICATIONS_A_DAY),
    ),
);

/** Counts a notification once, over all attempts. Returns when the next day begins if the daily limit is reached, otherwise null. */
export async function countNotification(
  tx: Tx,
  { id, recipientId }: Pick<StoredNotification, "id" | "recipientId">,
): Promise<Date | null> {
  const isNew = await tx.nativeUpdate(NotificationEntity, { id, isCounted: false }, { isCounted: true });
  if (isNew === 0 || (await countOnDay.change(tx, { recipientId })) > 0) return null;
  await tx.nativeUpdate(NotificationEntity, { id }, { isCounted: false });
  // In the transaction that found the day full, which may end after midnight.
  return (await row<{ at: Date }>(tx, sql`select date_trunc('day', app_now()) + interval '1 day' as at`))!.at;
}

/** The same for letters of a mailing. Returns those that may be sent; a person's letters above the limit are left out together. */
export async function countNotifications(tx: Tx, letters: { id: string }[]): Promise<Set<string>> {
  const ids = letters.map(({ id }) => id);
  const counted = await rows<{ id: string }>(
    tx,
    sql`with given as (
          select id, recipient_id, is_counted from letter where id = any(${ids}::uuid[]) order by id for update
        ), counted as (
          insert into letter_count (recipient_id, day, count)
          select recipient_id, app_now()::date, count(*) from given where not is_counted group by recipient_id order by recipient_id
          on conflict (recipient_id, day) do update set count = letter_count.count + excluded.count
            where letter_count.count + excluded.count <= ${NOTIFICATIONS_A_DAY}
          returning recipient_id
        ), noted as (
          update letter l set is_counted = true from given g
          where l.id = g.id and not g.is_counted and g.recipient_id in (select recipient_id from counted) returning l.id
        )
        select id from noted union all select id from given where is_counted`,
  );
  return new Set(counted.map(({ id }) => id));
}

const pastCounts = statement((db, _, { sql: by }) =>
  db.deleteFrom("letter_count").where("day", "<", by<string>`app_now()::date`),
);

/** Deletes the counts of past days. @returns the number of rows */
export function forgetNotificationCounts(database: Database): Promise<number> {
  return pastCounts.change(database.read(), {});
}
