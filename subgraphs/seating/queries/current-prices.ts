// What seats cost now, of events with several prices. The first open step of each price is its present one, as in
// sql/functions/price_seats.sql. Raw SQL: it calls a function of the engine, which writes nothing here.
import { manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { CurrentPriceStatus } from "../enums.generated.ts";

export interface CurrentPrice {
  eventId: string;
  tierNo: number;
  tierId: string;
  currency: string;
  label: string;
  isStandard: boolean;
  /** Name of the step; null for the last one. */
  phase: string | null;
  price: number;
  endsAt: Date | null;
  /** Tickets left at this price now; null if their number is not limited. */
  left: number | null;
  status: CurrentPriceStatus;
  /** Price at the last step. */
  lastPrice: number;
}

type Step = Omit<CurrentPrice, "left" | "lastPrice"> & {
  isOver: boolean;
  leftOfStep: number | null;
  leftOfAll: number | null;
};

function stepsOf(database: Database, eventIds: readonly string[]): Promise<Step[]> {
  const left = (phase: Sql, most: Sql) =>
    sql`case when ${most} is not null then greatest(0, tickets_left_at_price(p.event_id, p.tier_no, p.label, ${phase}, ${most}, null, 1, app_now(), false)) end`;
  return rows(
    database.read(),
    sql`select p.event_id, p.tier_no, tier.tier_id, sale.currency, p.label, p.is_standard, p.phase, p.price, p.ends_at,
          coalesce(p.ends_at <= app_now(), false) as is_over, ${left(sql`p.phase`, sql`p.most`)} as left_of_step, ${left(sql`''`, sql`p.quantity`)} as left_of_all,
          case when p.opens_at > app_now() then 'NOT_YET' when p.closes_at <= app_now() then 'ENDED' else 'OPEN' end as status
        from sale_price p join sale on sale.event_id = p.event_id join sale_tier tier on tier.event_id = p.event_id and tier.no = p.tier_no
        where p.event_id = any(${eventIds}::uuid[]) and p.is_current order by p.event_id, p.tier_no, p.position`,
  );
}

/** Current prices of events, by tier and in the order of the organizer. */
export async function currentPrices(database: Database, eventIds: readonly string[]): Promise<CurrentPrice[]> {
  const steps = Map.groupBy(await stepsOf(database, eventIds), ({ eventId, tierNo, label }) =>
    JSON.stringify([eventId, tierNo, label]),
  );
  return [...steps.values()].map((all) => {
    const { isOver: _, leftOfStep, leftOfAll, ...step } = all.find((one) => !one.isOver && one.leftOfStep !== 0)!;
    const limits = [leftOfStep, leftOfAll].filter((limit) => limit !== null);
    const status = step.status === "OPEN" && leftOfAll === 0 ? "SOLD_OUT" : step.status;
    return { ...step, status, left: limits.length > 0 ? Math.min(...limits) : null, lastPrice: all.at(-1)!.price };
  });
}

export function pricesOfEvent(database: Database) {
  return manyById(
    (ids) => currentPrices(database, ids),
    ({ eventId }) => eventId,
  );
}
