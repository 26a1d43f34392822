// Comparison of seats with what a clerk types.
import type { Building, RawBuilder } from "../../../platform/postgres/statements.ts";
import { hasWords } from "../../../platform/postgres/words.ts";

/** Whether section, row and number of the item `i` have these words next to each other. */
export function matchesSeat(building: Building<never>, typed: string | null): RawBuilder<boolean> {
  return hasWords(building, building.sql`concat_ws(' ', i.section_name, i.row_label, i.number)`, typed);
}
