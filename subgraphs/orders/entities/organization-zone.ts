import { entity } from "../../../platform/postgres/entities.ts";

/** Time zone of an organization's reports, from the last message of users; no row until it is set. */
export const OrganizationZoneEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "OrganizationZone",
    tableName: "organization_zone",
    properties: {
      organizationId: p.uuid().primary(),
      version: p.integer(),
      timeZone: p.text(),
      /** Time zone of the days in `sales_by_zone_day`. */
      countedZone: p.text().default("UTC"),
    },
  }),
);
