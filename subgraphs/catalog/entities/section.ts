import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import { VenueEntity } from "./venue.ts";

export interface SeatRow {
  label: string;
  labels: string[];
  aislesAfter: number[];
  wheelchair: number[];
}

export const SectionEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Section",
    tableName: "section",
    uniques: [{ properties: ["venueId", "position"] }, { properties: ["venueId", "name"] }],
    properties: {
      id: p.uuid().primary(),
      venueId: p.manyToOne(of(VenueEntity)).mapToPk().name("venue_id"),
      position: p.integer(),
      name: p.text(),
      kind: p.text().$type<"SEATED" | "GENERAL_ADMISSION">(),
      capacity: p.integer(),
      seatRows: p.json<SeatRow[]>().nullable(),
    },
  }),
);

export type Section = InferEntity<typeof SectionEntity>;
