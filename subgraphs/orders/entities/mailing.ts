import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { RefundAnswer } from "../enums.generated.ts";
import { OrderEntity } from "./order.ts";
import { RefundEntity } from "./refund.ts";

export type MailingKind = "EVENT_CHANGED" | "EVENT_REMINDER" | "ORGANIZER_LETTER";

/** Letters to all people with tickets for an event. */
export const MailingEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Mailing",
    tableName: "mailing",
    properties: {
      id: p.uuid().primary(),
      eventId: p.uuid(),
      organizationId: p.uuid(),
      kind: p.text().$type<MailingKind>(),
      /** WAITING: no letter is written yet, and a further change of the event becomes part of it. */
      status: p.text().$type<"WAITING" | "WRITING" | "DONE">().default("WAITING"),
      /** Letters have at least this version of the event. */
      eventVersion: p.integer().default(0),
      /** Before the change; null if it is the same. */
      oldStartsAt: p.datetime().nullable(),
      oldPlace: p.text().nullable(),
      /** Until then buyers choose between their tickets and their money; null: they are only told. */
      refundUntil: p.datetime().nullable(),
      subject: p.text().nullable(),
      body: p.text().nullable(),
      /** Audience of the organizer's letter; null for all. */
      tierName: p.text().nullable(),
      sectionId: p.uuid().nullable(),
      writtenBy: p.uuid().nullable(),
      createdAt: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
      letters: p.integer().default(0),
      /** The last order whose letters are written. */
      lastOrderId: p.uuid().nullable(),
    },
  }),
);

export type Mailing = Loaded<typeof MailingEntity>;

/** What a buyer chose. No row: the tickets are kept. */
export const RefundAnswerEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "RefundAnswer",
    tableName: "refund_answer",
    properties: {
      mailingId: p.manyToOne(of(MailingEntity)).mapToPk().name("mailing_id").primary(),
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id").primary(),
      answer: p.text().$type<RefundAnswer>(),
      answeredAt: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
      refundId: p.manyToOne(of(RefundEntity)).mapToPk().name("refund_id").nullable(),
    },
  }),
);

/** Who wants no letters of an organizer. */
export const UnsubscribedEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Unsubscribed",
    tableName: "unsubscribed",
    properties: {
      id: p.uuid().primary().defaultRaw("gen_random_uuid()"),
      userId: p.uuid(),
      organizationId: p.uuid(),
      at: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
    },
  }),
);
