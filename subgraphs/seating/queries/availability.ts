// Numbers of seats by status. Each change of seats updates the counts, so reads do not count seats. Raw SQL: the live map includes the
// counts in its statement (subscriptions/availability.ts).
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { statement } from "../entities/tables.ts";
import type { SeatStatus } from "../schema.generated.ts";

export interface TierCounts {
  eventId: string;
  tierId: string;
  name: string;
  price: number;
  currency: string;
  available: number;
  held: number;
  sold: number;
  blocked: number;
  /** Whether the event has several prices. */
  isPriced: boolean;
}

export const selectTierCounts = (where: Sql) =>
  sql`select t.event_id, t.tier_id, t.name, coalesce(t.price_now, t.price) as price, s.currency, s.prices_version > 0 as is_priced, t.available, t.held, t.sold, t.blocked from sale_tier t join sale s using (event_id) where ${where} order by t.event_id, t.no`;

export function tierCounts(database: Database, eventIds: readonly string[]): Promise<TierCounts[]> {
  return rows(database.read(), selectTierCounts(sql`t.event_id = any(${eventIds}::uuid[])`));
}

const total = ({ available, held, sold, blocked }: Pick<TierCounts, "available" | "held" | "sold" | "blocked">) =>
  available + held + sold + blocked;

/** Converts counts to the shape of the API; without tiers for an event that is not on sale yet. */
export function toAvailability(tiers: TierCounts[]) {
  const sum = (name: "available" | "held" | "sold" | "blocked") => tiers.reduce((n, tier) => n + tier[name], 0);
  const counts = { available: sum("available"), held: sum("held"), sold: sum("sold"), blocked: sum("blocked") };
  return {
    ...counts,
    total: total(counts),
    tiers: tiers.map(({ eventId, tierId, name, price, currency, isPriced, available, held, sold, blocked }) => ({
      ...{ eventId, isPriced },
      priceTier: { id: tierId, name, price: { amount: price, currency } },
      total: available + held + sold + blocked,
      available,
      held,
      sold,
      blocked,
    })),
  };
}

export interface SalesChannel {
  name: string;
  key: string;
  seatCount: number;
  /** Null: those of the event. */
  salesTimes: { startAt: Date | null; endAt: Date | null } | null;
}

const channels = statement((db, { eventId, name }: { eventId: string; name: string | null }, { has }) =>
  db
    .selectFrom("sale_channel as c")
    .select(["c.name", "c.key", "c.hasOwnTimes", "c.opensAt", "c.closesAt"])
    .select((of) =>
      of
        .selectFrom("seat")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .whereRef("seat.eventId", "=", "c.eventId")
        .whereRef("seat.channelNo", "=", "c.no")
        .as("seatCount"),
    )
    .where("c.eventId", "=", eventId)
    .where("c.isInternal", "=", false)
    .$if(has("name"), (all) => all.where("c.name", "=", name!))
    .orderBy("c.no")
    .$castTo<
      Omit<SalesChannel, "salesTimes"> & { hasOwnTimes: boolean; opensAt: Date | null; closesAt: Date | null }
    >(),
);

export async function salesChannels(
  database: Database,
  eventId: string,
  name: string | null = null,
): Promise<SalesChannel[]> {
  const found = await channels.rows(database.read(), { eventId, name });
  return found.map(({ hasOwnTimes, opensAt, closesAt, ...channel }) => ({
    ...channel,
    salesTimes: hasOwnTimes ? { startAt: opensAt, endAt: closesAt } : null,
  }));
}

export interface ReportLine extends Omit<TierCounts, "isPriced"> {
  sectionId: string;
  sectionName: string;
}

/** Counts by section and tier. The report is rarely requested, so it counts seats. */
const report = statement((db, { eventId }: { eventId: string }) =>
  db
    .selectFrom("seat")
    .innerJoin("sale", "sale.eventId", "seat.eventId")
    .innerJoin("sale_section as section", (join) =>
      join.onRef("section.eventId", "=", "seat.eventId").onRef("section.no", "=", "seat.sectionNo"),
    )
    .innerJoin("sale_tier as tier", (join) =>
      join.onRef("tier.eventId", "=", "seat.eventId").onRef("tier.no", "=", "seat.tierNo"),
    )
    .select(["section.sectionId", "section.name as sectionName", "tier.tierId", "tier.name"])
    .select((of) => of.fn.coalesce("tier.priceNow", "tier.price").as("price"))
    .select(["sale.currency", "seat.eventId"])
    .select(({ fn }) => {
      const counted = (status: SeatStatus) => fn.countAll<number>().filterWhere("seat.status", "=", status);
      return [
        counted("AVAILABLE").as("available"),
        counted("HELD").as("held"),
        counted("SOLD").as("sold"),
        counted("BLOCKED").as("blocked"),
      ];
    })
    .where("seat.eventId", "=", eventId)
    .groupBy(["seat.eventId", "section.no", "section.sectionId", "section.name"])
    .groupBy(["tier.no", "tier.tierId", "tier.name", "tier.price", "tier.priceNow", "sale.currency"])
    .orderBy("section.no")
    .orderBy("tier.no"),
);

export function availabilityReport(database: Database, eventId: string): Promise<ReportLine[]> {
  return report.rows(database.read(), { eventId });
}
