// A hall from an imported text, or its faults.
import type { Faults } from "./faults.ts";
import { sectionsFromCsv } from "./import-csv.ts";
import { hallFromJson, type HallDocument } from "./import-json.ts";

export interface Asked {
  format: "CSV" | "JSON";
  text: string;
}

export type ReadHall = HallDocument | Faults;

export function readHall({ format, text }: Asked): ReadHall {
  return format === "CSV" ? sectionsFromCsv(text) : hallFromJson(text);
}
