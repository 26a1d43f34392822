// Packages of several events. At each event a package is a promo code that buyers can't send: price, limits and times are judged like those of a code.
import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Discount } from "../../../domain/pricing.ts";

export const TicketPackageEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "TicketPackage",
    tableName: "ticket_package",
    properties: {
      id: p.uuid().primary(),
      organizationId: p.uuid(),
      name: p.text(),
      eventsToChoose: p.integer(),
      createdAt: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
    },
  }),
);

export const TicketPackageEventEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "TicketPackageEvent",
    tableName: "ticket_package_event",
    uniques: [{ properties: ["eventId", "codeNo"] }],
    properties: {
      packageId: p.manyToOne(of(TicketPackageEntity)).mapToPk().name("package_id").primary(),
      eventId: p.uuid().primary(),
      codeNo: p.integer(),
      position: p.integer(),
    },
  }),
);

/** Promo code of a package at each of its events. Codes of buyers have letters, digits, - and _. */
export const codeOfPackage = (packageId: string): string => `*${packageId}`;

/** What its codes have in common is read from the first one. */
export type TicketPackage = Omit<InferEntity<typeof TicketPackageEntity>, "createdAt"> & {
  currency: string;
  discount: Discount;
  maxSeats: number | null;
  maxSeatsPerBuyer: number | null;
  startsAt: Date | null;
  endsAt: Date | null;
};
