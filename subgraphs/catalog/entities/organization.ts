import { entity } from "../../../platform/postgres/entities.ts";
import type { Pricing } from "../../../domain/pricing.ts";

/** Projection of an organization, with its fees and taxes. */
export const OrganizationEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Organization",
    tableName: "organization",
    properties: {
      id: p.uuid().primary(),
      pricing: p.json<Pricing>().defaultRaw(`'{"fees": [], "taxes": []}'`),
      pricingVersion: p.integer().default(0),
      maySell: p.boolean().default(true),
      /** Version of the last status that was handled. */
      statusVersion: p.integer().default(0),
    },
  }),
);
