import type { InferKyselyDB } from "@mikro-orm/postgresql";
import { statementsOn } from "../../../platform/postgres/statements.ts";
import { EventEntity } from "./event.ts";
import { OrganizationEntity } from "./organization.ts";
import { PriceTierEntity } from "./price-tier.ts";
import { SectionEntity } from "./section.ts";
import { SeriesEntity } from "./series.ts";
import { VenueEntity } from "./venue.ts";

export const entities = [OrganizationEntity, VenueEntity, SectionEntity, SeriesEntity, EventEntity, PriceTierEntity];

export const statement = statementsOn<InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }>>();
