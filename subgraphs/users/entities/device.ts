import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import { OrganizationEntity } from "./organization.ts";

/** Before the ID of a device, where a session is named. */
export const DEVICE = "device:";

export const DeviceEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Device",
    tableName: "device",
    properties: {
      id: p.uuid().primary(),
      organizationId: p.manyToOne(of(OrganizationEntity)).mapToPk().name("organization_id"),
      name: p.text(),
      gate: p.text().nullable(),
      /** Null: all events. */
      eventIds: p.array().columnType("uuid[]").nullable(),
      createdBy: p.uuid(),
      createdAt: p.datetime().defaultRaw("date_trunc('milliseconds', now())"),
      /** To the minute. */
      lastSeenAt: p.datetime().nullable(),
      revokedAt: p.datetime().nullable(),
    },
  }),
);

export type Device = InferEntity<typeof DeviceEntity>;
