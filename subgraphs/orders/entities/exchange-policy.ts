import { entity, type Loaded } from "../../../platform/postgres/entities.ts";

/** Whether and how buyers exchange tickets for an event. */
export const ExchangePolicyEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "ExchangePolicy",
    tableName: "exchange_policy",
    properties: {
      eventId: p.uuid().primary(),
      isAllowed: p.boolean(),
      minutesBefore: p.integer(),
      /** In minor units of the event's currency. */
      fee: p.integer(),
      otherEvents: p.boolean(),
    },
  }),
);

export type ExchangePolicy = Loaded<typeof ExchangePolicyEntity>;
