import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { ReturnMode } from "../enums.generated.ts";

/** Whether and how buyers give tickets for an event back. */
export const ReturnPolicyEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "ReturnPolicy",
    tableName: "return_policy",
    properties: {
      eventId: p.uuid().primary(),
      mode: p.text().$type<ReturnMode>(),
      minutesBefore: p.integer(),
      /** In minor units of the event's currency. */
      fee: p.integer(),
      /** Number of returns for the waiting list. */
      returns: p.integer().default(0),
    },
  }),
);

export type ReturnPolicy = Omit<Loaded<typeof ReturnPolicyEntity>, "returns">;
