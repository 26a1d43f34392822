// Sales by what an organizer asks for. A report reads the tickets of one event, or of those that were sold in a period, so no history makes it longer.
import type { Database } from "../../../platform/postgres/database.ts";
import { forShape, type Building } from "../../../platform/postgres/statements.ts";
import { statement } from "../entities/tables.ts";
import type { SalesDimension, Tender } from "../enums.generated.ts";
import type { OrganizationReport, SalesReport } from "../inputs.ts";
import { timeZoneOf } from "./organization-zones.ts";

/** Null for a dimension that was not asked for, and for tickets that have none. */
export interface SalesReportRow {
  day: string | null;
  eventId: string | null;
  section: string | null;
  tier: string | null;
  price: string | null;
  promoCode: string | null;
  tender: Tender | null;
  channel: string | null;
  tickets: number;
  /** Minor units. */
  gross: number;
  ticketsReturned: number;
  returned: number;
  /** Of the tickets that were not returned, as they were charged. */
  fees: number;
  taxes: number;
  /** What is left: gross less returned, fees and taxes. */
  net: number;
  currency: string;
}

const zoneOf = statement((db, { eventId }: { eventId: string }) =>
  db.selectFrom("event_facts").select("timeZone").where("eventId", "=", eventId),
);

interface Given {
  /** Of which the tickets are, or null for `organizationId`. */
  eventId: string | null;
  organizationId: string | null;
  zone: string;
  from: Date | null;
  to: Date | null;
  limit: number;
}

/** Sum of these lines of the item's price. Items from before breakdowns were stored have none. */
const linesOf = (sql: Building["sql"], kind: "FEE" | "TAX") =>
  sql<number>`(select coalesce(sum(l.amount), 0) from jsonb_to_recordset(${sql.ref("i.breakdown")} -> 'lines') as l(kind text, amount int) where l.kind = ${sql.lit(kind)})`;

const report = forShape((dimensions: readonly SalesDimension[]) =>
  statement((db, given: Given, { sql, has }) =>
    db
      .selectFrom("ticket as t")
      .innerJoin("order_item as i", (join) =>
        join.onRef("i.orderId", "=", "t.orderId").onRef("i.position", "=", "t.position"),
      )
      .innerJoin("purchase as o", "o.id", "t.orderId")
      .select((of) => {
        const only = (dimension: SalesDimension, column: ReturnType<typeof sql<string | null>>) =>
          dimensions.includes(dimension) ? column : sql<string | null>`null::text`;
        const cancelled = sql<boolean>`${of.ref("t.status")} = 'CANCELLED'`;
        const price = sql<number>`sum(${of.ref("t.price")})`;
        const returned = sql`coalesce(sum(${of.ref("t.price")} - ${of.ref("t.kept")}) filter (where ${cancelled}), 0)`;
        const [fees, taxes] = (["FEE", "TAX"] as const).map(
          (kind) => sql`coalesce(sum(${linesOf(sql, kind)}) filter (where not ${cancelled}), 0)`,
        );
        return [
          only("DAY", sql`(${of.ref("t.createdAt")} at time zone ${given.zone}::text)::date::text`).as("day"),
          only("EVENT", sql`${of.ref("t.eventId")}`).as("eventId"),
          only("SECTION", sql`${of.ref("i.sectionName")}`).as("section"),
          only("TIER", sql`${of.ref("i.tierName")}`).as("tier"),
          only("PRICE", sql`${of.ref("i.priceName")}`).as("price"),
          only("PROMO_CODE", sql`${of.ref("o.promoCode")}`).as("promoCode"),
          only("TENDER", sql`${of.ref("o.tender")}`)
            .$castTo<Tender | null>()
            .as("tender"),
          only("CHANNEL", sql`${of.ref("i.channel")}`).as("channel"),
          of.fn.countAll<number>().as("tickets"),
          of.cast<number>(price, "bigint").as("gross"),
          of.fn.countAll<number>().filterWhere(cancelled).as("ticketsReturned"),
          // Without the fees of exchanges, which were not given back.
          sql<number>`${returned}::bigint`.as("returned"),
          sql<number>`${fees}::bigint`.as("fees"),
          sql<number>`${taxes}::bigint`.as("taxes"),
          sql<number>`(${price} - ${returned} - ${fees} - ${taxes})::bigint`.as("net"),
          of.ref("o.currency").$notNull().as("currency"),
        ];
      })
      .$if(has("eventId"), (found) => found.where("t.eventId", "=", given.eventId!))
      .$if(has("organizationId"), (found) =>
        found.where("t.organizationId", "=", given.organizationId!).where("t.eventId", "in", (of) =>
          of
            .selectFrom("sales_by_day as s")
            .select("s.eventId")
            .where("s.organizationId", "=", given.organizationId!)
            // The projection is written later, and by another clock.
            .where(
              "s.day",
              ">=",
              sql<string>`((${given.from}::timestamptz - interval '2 days') at time zone 'UTC')::date`,
            )
            .where(
              "s.day",
              "<=",
              sql<string>`((${given.to}::timestamptz + interval '2 days') at time zone 'UTC')::date`,
            ),
        ),
      )
      .$if(has("from"), (found) => found.where("t.createdAt", ">=", given.from!))
      .$if(has("to"), (found) => found.where("t.createdAt", "<", given.to!))
      .groupBy(sql`1, 2, 3, 4, 5, 6, 7, 8, o.currency`)
      .orderBy(sql`1, 2, 3, 4, 5, 6, 7, 8, o.currency`)
      .limit(given.limit),
  ),
);

/** Rows in the order of their dimensions; days are those of the event's time zone. */
export async function salesReport(
  database: Database,
  eventId: string,
  { by, from, to }: SalesReport,
  limit: number,
): Promise<SalesReportRow[]> {
  const em = database.read();
  const zone = (await zoneOf.row(em, { eventId }))?.timeZone ?? "UTC";
  return report([...by].sort()).rows(em, { eventId, organizationId: null, zone, from, to, limit });
}

/** Rows in the order of their dimensions, of all events of an organization; days are those of its time zone, unless another is asked for. */
export async function organizationReport(
  database: Database,
  organizationId: string,
  { by, from, to, timeZone }: OrganizationReport,
  limit: number,
): Promise<SalesReportRow[]> {
  const zone = timeZone ?? (await timeZoneOf(database, organizationId));
  const given = { eventId: null, organizationId, zone, from, to, limit };
  return report([...by].sort()).rows(database.read(), given);
}
