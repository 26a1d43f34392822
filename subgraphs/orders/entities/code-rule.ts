// From when on codes of tickets are shown: a code that nobody has can't be sold on or copied.
import { entity } from "../../../platform/postgres/entities.ts";

export const CodeRuleEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "CodeRule",
    tableName: "code_rule",
    properties: { eventId: p.uuid().primary(), minutesBefore: p.integer() },
  }),
);

/** Of an event with a rule. */
export interface LateCodes {
  eventId: string;
  /** Null until catalog's message about the event has arrived. */
  shownFrom: Date | null;
  isShown: boolean;
}
