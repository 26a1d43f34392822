import { entity } from "../../../platform/postgres/entities.ts";
import type { Pricing } from "../../../domain/pricing.ts";

/** What catalog knows of an organization. */
export const OrganizationEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Organization",
    tableName: "organization",
    properties: {
      id: p.uuid().primary(),
      pricing: p.json<Pricing>().defaultRaw(`'{"fees": [], "taxes": []}'`),
      pricingVersion: p.integer().default(0),
      maySell: p.boolean().default(true),
      /** Of what users has told last. */
      statusVersion: p.integer().default(0),
    },
  }),
);
