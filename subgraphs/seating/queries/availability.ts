// How many seats are in which state. The counts are kept with every change, not counted here.
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql, type Sql } from "../../../platform/postgres/sql.ts";

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
}

export const selectTierCounts = (where: Sql) =>
  sql`select t.event_id, t.tier_id, t.name, t.price, s.currency, t.available, t.held, t.sold, t.blocked from sale_tier t join sale s using (event_id) where ${where} order by t.event_id, t.no`;

export function tierCounts(database: Database, eventIds: readonly string[]): Promise<TierCounts[]> {
  return rows(database.read(), selectTierCounts(sql`t.event_id = any(${eventIds}::uuid[])`));
}

const total = ({ available, held, sold, blocked }: Pick<TierCounts, "available" | "held" | "sold" | "blocked">) =>
  available + held + sold + blocked;

/** As the API has it; no tiers for an event that is not on sale yet. */
export function toAvailability(tiers: TierCounts[]) {
  const sum = (name: "available" | "held" | "sold" | "blocked") => tiers.reduce((n, tier) => n + tier[name], 0);
  const counts = { available: sum("available"), held: sum("held"), sold: sum("sold"), blocked: sum("blocked") };
  return {
    ...counts,
    total: total(counts),
    tiers: tiers.map(({ tierId, name, price, currency, available, held, sold, blocked }) => ({
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
}

export function salesChannels(
  database: Database,
  eventId: string,
  name: string | null = null,
): Promise<SalesChannel[]> {
  return rows(
    database.read(),
    sql`select c.name, c.key, (select count(*)::int from seat where seat.event_id = c.event_id and seat.channel_no = c.no) as seat_count
        from sale_channel c where c.event_id = ${eventId} and (${name}::text is null or c.name = ${name}) order by c.no`,
  );
}

export interface ReportLine extends TierCounts {
  sectionId: string;
  sectionName: string;
}

/** By section and tier; counted, for it is asked for rarely. */
export function availabilityReport(database: Database, eventId: string): Promise<ReportLine[]> {
  const counted = (status: string) => sql`count(*) filter (where seat.status = ${status})::int`;
  return rows(
    database.read(),
    sql`select section.section_id, section.name as section_name, tier.tier_id, tier.name, tier.price, sale.currency, seat.event_id,
               ${counted("AVAILABLE")} as available, ${counted("HELD")} as held, ${counted("SOLD")} as sold, ${counted("BLOCKED")} as blocked
        from seat join sale on sale.event_id = seat.event_id
          join sale_section section on section.event_id = seat.event_id and section.no = seat.section_no
          join sale_tier tier on tier.event_id = seat.event_id and tier.no = seat.tier_no
        where seat.event_id = ${eventId}
        group by seat.event_id, section.no, section.section_id, section.name, tier.no, tier.tier_id, tier.name, tier.price, sale.currency order by section.no, tier.no`,
  );
}
