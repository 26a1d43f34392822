import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { LetterKind, LetterStatus } from "../enums.generated.ts";
import { OrderEntity } from "./order.ts";

/** A mail to somebody about an order. */
export const LetterEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Letter",
    tableName: "letter",
    properties: {
      id: p.uuid().primary(),
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id"),
      recipientId: p.uuid(),
      kind: p.text().$type<LetterKind>(),
      /** What it is about; of ORDER_CONFIRMED and ORDER_ENDED none are named. */
      ticketIds: p.array().columnType("uuid[]").default([]),
      /** What goes back to the recipient, in minor units of the order's currency. */
      amount: p.integer().default(0),
      reason: p.text().nullable(),
      status: p.text().$type<LetterStatus>().default("PENDING"),
      writtenAt: p.datetime().defaultRaw("date_trunc('milliseconds', now())"),
      settledAt: p.datetime().nullable(),
      isCounted: p.boolean().default(false),
    },
  }),
);

export type Letter = Omit<Loaded<typeof LetterEntity>, "isCounted">;

/** Waits until its recipient's address is verified. */
export const WaitingLetterEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "WaitingLetter",
    tableName: "waiting_letter",
    properties: {
      letterId: p.manyToOne(of(LetterEntity)).mapToPk().name("letter_id").primary(),
      recipientId: p.uuid(),
    },
  }),
);

/** How many letters somebody was sent on a day. */
export const LetterCountEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "LetterCount",
    tableName: "letter_count",
    properties: { recipientId: p.uuid().primary(), day: p.date().primary(), count: p.integer() },
  }),
);
