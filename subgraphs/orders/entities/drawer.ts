import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import { OrderEntity, type Tender } from "./order.ts";

/** Shift of a clerk at the counter. Once closed it never changes. */
export const DrawerEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Drawer",
    tableName: "drawer",
    properties: {
      id: p.uuid().primary(),
      organizationId: p.uuid(),
      clerkId: p.uuid(),
      currency: p.text(),
      openingFloat: p.integer(),
      openedAt: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
      closedAt: p.datetime().nullable(),
      closedBy: p.uuid().nullable(),
      counted: p.bigint("number").nullable(),
      expected: p.bigint("number").nullable(),
      note: p.text().nullable(),
    },
  }),
);

export type Drawer = Loaded<typeof DrawerEntity>;

/** A sale or refund in a drawer. Amounts that are handed out are negative. */
export const DrawerEntryEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "DrawerEntry",
    tableName: "drawer_entry",
    properties: {
      /** ID of the order, or of the refund. */
      id: p.uuid().primary(),
      kind: p.text().$type<"SALE" | "REFUND" | "FAILED_SALE">().primary(),
      drawerId: p.manyToOne(of(DrawerEntity)).mapToPk().name("drawer_id"),
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id"),
      tender: p.text().$type<Tender>(),
      amount: p.integer(),
      tickets: p.integer(),
      given: p.integer().nullable(),
      reference: p.text().nullable(),
      reason: p.text().nullable(),
      at: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
    },
  }),
);
