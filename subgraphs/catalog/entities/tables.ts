import type { InferKyselyDB, Kysely } from "@mikro-orm/postgresql";
import { statementsOn } from "../../../platform/postgres/statements.ts";
import { EventEntity } from "./event.ts";
import { ImageEntity } from "./image.ts";
import { ImageUploadEntity } from "./image-upload.ts";
import { ImageUseEntity } from "./image-use.ts";
import { ImageVariantEntity } from "./image-variant.ts";
import { OrganizationEntity } from "./organization.ts";
import { PriceChangeEntity } from "./price-change.ts";
import { PriceTierEntity } from "./price-tier.ts";
import { SectionEntity } from "./section.ts";
import { SeriesEntity } from "./series.ts";
import { SeriesChangeEntity } from "./series-change.ts";
import { SeriesChangeDateEntity } from "./series-change-date.ts";
import { VenueEntity } from "./venue.ts";
import { VenueShareEntity } from "./venue-share.ts";
import { VenueVersionEntity } from "./venue-version.ts";

export const entities = [
  OrganizationEntity,
  VenueEntity,
  VenueVersionEntity,
  VenueShareEntity,
  SectionEntity,
  SeriesEntity,
  EventEntity,
  PriceTierEntity,
  ImageEntity,
  ImageVariantEntity,
  ImageUploadEntity,
  ImageUseEntity,
  SeriesChangeEntity,
  SeriesChangeDateEntity,
  PriceChangeEntity,
];

type OfEntities = InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }>;

/** Columns for indexes, maintained by triggers. Only statements use them, by their names in the database. */
interface Kept {
  event: { search: string; city_key: string | null; is_past: boolean };
  venue: { search: string };
}

type Tables = {
  [Name in keyof OfEntities]: Name extends keyof Kept ? OfEntities[Name] & Kept[Name] : OfEntities[Name];
};

export type Db = Kysely<Tables>;

export const statement = statementsOn<Tables>();
