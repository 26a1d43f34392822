import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { OrganizationStatus } from "../enums.generated.ts";

export const OrganizationEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Organization",
    tableName: "organization",
    properties: {
      id: p.uuid().primary(),
      name: p.text(),
      /** Depends only on its owners; `statusOf` adds the suspension. */
      status: p.text().$type<Exclude<OrganizationStatus, "SUSPENDED">>().default("ACTIVE"),
      createdAt: p.datetime().defaultRaw("now()"),
      /** Version of the published status. */
      statusChanges: p.integer().default(0),
      founderId: p.uuid().nullable(),
      /** Whether all messages about its sales were handled. */
      salesKnown: p.boolean().default(false),
      suspendedAt: p.datetime().nullable(),
      suspendedBy: p.uuid().nullable(),
      suspensionReason: p.text().nullable(),
      /** For buyers; public. */
      contactEmail: p.text().nullable(),
      contactPhone: p.text().nullable(),
      termsUrl: p.text().nullable(),
      /** IANA name; of its reports. */
      timeZone: p.text().default("UTC"),
      /** Version of the published time zone. */
      timeZoneChanges: p.integer().default(0),
    },
  }),
);

export type Organization = InferEntity<typeof OrganizationEntity>;

/** Status as members see it. */
export function statusOf({ status, suspendedAt }: Pick<Organization, "status" | "suspendedAt">): OrganizationStatus {
  return suspendedAt !== null && status !== "CLOSED" ? "SUSPENDED" : status;
}
