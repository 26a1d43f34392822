import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Point, RowCurve } from "../../../domain/hall.ts";
import { VenueEntity } from "./venue.ts";

/** View from some seats of a row. Seats are counted from 1 in their row. */
export interface SeatView {
  seats: number[];
  obstructed: boolean;
  note: string | null;
}

export interface SeatRow {
  label: string;
  labels: string[];
  aislesAfter: number[];
  wheelchair: number[];
  /** Absent in rows of earlier versions, like all below. */
  companion?: number[];
  views?: SeatView[];
  /** Geometry: one of these, or neither. */
  curve?: RowCurve;
  points?: Point[];
}

export const SectionEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Section",
    tableName: "section",
    uniques: [{ properties: ["venueId", "layout", "position"] }, { properties: ["venueId", "layout", "name"] }],
    properties: {
      id: p.uuid().primary(),
      venueId: p.manyToOne(of(VenueEntity)).mapToPk().name("venue_id"),
      /** Version of the venue that created it. Sections never change: a changed hall has new ones. */
      layout: p.integer().default(1),
      position: p.integer(),
      name: p.text(),
      kind: p.text().$type<"SEATED" | "GENERAL_ADMISSION">(),
      capacity: p.integer(),
      seatRows: p.json<SeatRow[]>().nullable(),
      shape: p.json<Point[]>().nullable(),
      rank: p.integer().nullable(),
    },
  }),
);

export type Section = InferEntity<typeof SectionEntity>;
