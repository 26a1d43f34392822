import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

export interface SeatRow {
  label: string;
  labels: string[];
  aislesAfter: number[];
  wheelchair: number[];
}

export const SectionEntity = defineEntity({
  name: "Section",
  tableName: "section",
  properties: {
    id: p.uuid().primary(),
    venueId: p.uuid(),
    position: p.integer(),
    name: p.text(),
    kind: p.text().$type<"SEATED" | "GENERAL_ADMISSION">(),
    capacity: p.integer(),
    seatRows: p.json<SeatRow[]>().nullable(),
  },
});

export type Section = InferEntity<typeof SectionEntity>;
