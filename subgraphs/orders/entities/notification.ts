import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { LetterKind, LetterStatus, NotificationStatus } from "../enums.generated.ts";
import { MailingEntity } from "./mailing.ts";
import { OrderEntity } from "./order.ts";

/** A mail about an order. */
export const NotificationEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Letter",
    tableName: "letter",
    properties: {
      id: p.uuid().primary(),
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id"),
      recipientId: p.uuid(),
      kind: p.text().$type<LetterKind>(),
      /** Tickets that the notification is about; empty for ORDER_CONFIRMED and ORDER_ENDED. */
      ticketIds: p.array().columnType("uuid[]").default([]),
      /** Refund to the recipient, in minor units of the order's currency. */
      amount: p.integer().default(0),
      reason: p.text().nullable(),
      status: p.text().$type<LetterStatus>().default("PENDING"),
      writtenAt: p.datetime().defaultRaw("date_trunc('milliseconds', now())"),
      settledAt: p.datetime().nullable(),
      isCounted: p.boolean().default(false),
      mailingId: p.manyToOne(of(MailingEntity)).mapToPk().name("mailing_id").nullable(),
    },
  }),
);

export type StoredNotification = Omit<Loaded<typeof NotificationEntity>, "isCounted">;

/** The notification in the API; the name of one status differs. */
export type Notification = Omit<StoredNotification, "status"> & { status: NotificationStatus };

/** A notification that waits until its recipient's address is verified. */
export const WaitingNotificationEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "WaitingLetter",
    tableName: "waiting_letter",
    properties: {
      letterId: p.manyToOne(of(NotificationEntity)).mapToPk().name("letter_id").primary(),
      recipientId: p.uuid(),
    },
  }),
);

/** Number of notifications sent to a recipient on a day. */
export const NotificationCountEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "LetterCount",
    tableName: "letter_count",
    properties: { recipientId: p.uuid().primary(), day: p.date().primary(), count: p.integer() },
  }),
);
