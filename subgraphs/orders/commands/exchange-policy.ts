// Whether and how buyers exchange tickets for an event.
import type { Tx } from "../../../platform/postgres/database.ts";
import type { ExchangePolicy } from "../entities/exchange-policy.ts";
import { statement } from "../entities/tables.ts";
import { audit } from "./audit.ts";

const setPolicy = statement((db, of: ExchangePolicy, { sql }) =>
  db
    .insertInto("exchange_policy")
    .values({
      eventId: of.eventId,
      isAllowed: of.isAllowed,
      minutesBefore: of.minutesBefore,
      fee: of.fee,
      otherEvents: of.otherEvents,
    })
    .onConflict((known) =>
      known
        .column("eventId")
        .doUpdateSet((news) => ({
          isAllowed: news.ref("excluded.isAllowed"),
          minutesBefore: news.ref("excluded.minutesBefore"),
          fee: news.ref("excluded.fee"),
          otherEvents: news.ref("excluded.otherEvents"),
        }))
        .where(
          () => sql<boolean>`(exchange_policy.is_allowed, exchange_policy.minutes_before, exchange_policy.fee, exchange_policy.other_events)
            is distinct from (excluded.is_allowed, excluded.minutes_before, excluded.fee, excluded.other_events)`,
        ),
    ),
);

/** Idempotent. */
export async function setExchangePolicy(tx: Tx, organizationId: string, policy: ExchangePolicy): Promise<void> {
  const { eventId: subject, ...detail } = policy;
  if ((await setPolicy.change(tx, policy)) > 0)
    await audit(tx, { organizationId, action: "setExchangePolicy", subject, detail });
}
