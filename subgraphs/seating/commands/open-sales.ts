// Creates the seats of an event and puts them on sale. Idempotent. Raw SQL inserts seats, tiers and sections: one statement for each table,
// not one for each row.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { SaleTerms, SeatPlan } from "../../../domain/seat-plan.ts";
import { blocksOf } from "../../../domain/hall.ts";
import { notePrices } from "../projections/prices.ts";
import { lookAtWaitlist } from "../projections/waitlists.ts";
import { SaleEntity, SaleHallEntity } from "../entities/sale.ts";
import { statement } from "../entities/tables.ts";

interface PlannedSeat {
  sectionNo: number;
  tierNo: number;
  rowNo: number | null;
  rowLabel: string | null;
  position: number;
  block: number;
  number: string | null;
  wheelchair: boolean;
}

/** All seats in listing order: by section, row and position. */
export function seatsOf(plan: SeatPlan): PlannedSeat[] {
  const tierNo = new Map(plan.tiers.map((tier, no) => [tier.id, no]));
  return plan.sections.flatMap((section, sectionNo): PlannedSeat[] => {
    const base = { sectionNo, tierNo: tierNo.get(section.tierId)! };
    if (!section.rows) {
      return Array.from({ length: section.capacity ?? 0 }, (_, index) => ({
        ...base,
        rowNo: null,
        rowLabel: null,
        position: index + 1,
        block: 0,
        number: null,
        wheelchair: false,
      }));
    }
    return section.rows.flatMap((seatRow, rowNo) => {
      const wheelchair = new Set(seatRow.wheelchair);
      const blocks = blocksOf(seatRow.labels.length, seatRow.aislesAfter);
      return seatRow.labels.map((number, index) => ({
        ...base,
        rowNo,
        rowLabel: seatRow.label,
        position: index + 1,
        block: blocks[index]!,
        number,
        wheelchair: wheelchair.has(index + 1),
      }));
    });
  });
}

/** Minimum number of seats for ANALYZE. Below it, a statement that reads all seats of an event is cheap. */
const LARGE_HALL = 500;

export async function openSales(database: Database, plan: SeatPlan): Promise<void> {
  const seats = seatsOf(plan);
  await database.transaction((tx) => makeSeats(tx, plan, seats));
  // Statistics for the first buyer, made again on a repeat. Until autovacuum analyzes the table, plans would fit only the older halls.
  if (seats.length >= LARGE_HALL) await rows(database.read(), sql`analyze seat`);
}

const newSale = statement((db, of: SeatPlan & SeatPlan["holdPolicy"] & SaleTerms, { sql: by }) =>
  db
    .insertInto("sale")
    .values({
      eventId: of.eventId,
      organizationId: of.organizationId,
      state: "OPEN",
      currency: of.currency,
      maxSeatsPerBuyer: of.maxSeatsPerBuyer,
      salesEndAt: by`${of.salesEndAt}::timestamptz`,
      holdSeconds: of.holdSeconds,
      maxHoldSeconds: of.maxHoldSeconds,
      avoidSingleSeats: of.avoidSingleSeats,
      companionsPerWheelchairPlace: of.companionsPerWheelchairPlace,
      verifiedBuyersOnly: by`coalesce(${of.verifiedBuyersOnly}::boolean, false)`,
      pricing: of.pricing,
      opensAt: by`${of.opensAt}::timestamptz`,
      closesAt: by`${of.closesAt}::timestamptz`,
      accessHash: of.accessHash,
      asksQuestions: by`coalesce(${of.asksQuestions}::boolean, false)`,
    })
    .onConflict((known) => known.doNothing()),
);

const OPEN_TO_ALL: SaleTerms = { opensAt: null, closesAt: null, accessHash: null };

async function makeSeats(tx: Tx, plan: SeatPlan, seats: PlannedSeat[]): Promise<void> {
  if ((await newSale.change(tx, { ...plan, ...plan.holdPolicy, ...(plan.terms ?? OPEN_TO_ALL) })) === 0) return;
  if (plan.hall) await tx.insert(SaleHallEntity, { eventId: plan.eventId, hall: plan.hall });
  const column = <Name extends keyof PlannedSeat>(name: Name) => seats.map((seat) => seat[name]);
  await rows(
    tx,
    sql`insert into sale_section (event_id, no, section_id, name)
        select ${plan.eventId}, n - 1, id, name from unnest(${plan.sections.map((s) => s.id)}::uuid[], ${plan.sections.map((s) => s.name)}::text[]) with ordinality as t(id, name, n)`,
  );
  await rows(
    tx,
    sql`insert into sale_tier (event_id, no, tier_id, name, price, breakdown, available)
        select ${plan.eventId}, n - 1, id, name, price, breakdown::jsonb, available
        from unnest(${plan.tiers.map((t) => t.id)}::uuid[], ${plan.tiers.map((t) => t.name)}::text[], ${plan.tiers.map((t) => t.price)}::int[],
                    ${plan.tiers.map((t) => t.breakdown && JSON.stringify(t.breakdown))}::text[],
                    ${plan.tiers.map((_, no) => seats.filter((seat) => seat.tierNo === no).length)}::int[]) with ordinality as t(id, name, price, breakdown, available, n)`,
  );
  await rows(
    tx,
    sql`insert into seat (event_id, no, section_no, tier_no, row_no, row_label, position, block, number, wheelchair)
        select ${plan.eventId}, n, section_no, tier_no, row_no, row_label, position, block, number, wheelchair
        from unnest(${column("sectionNo")}::int[], ${column("tierNo")}::int[], ${column("rowNo")}::int[], ${column("rowLabel")}::text[], ${column("position")}::int[],
                    ${column("block")}::int[], ${column("number")}::text[], ${column("wheelchair")}::boolean[])
             with ordinality as t(section_no, tier_no, row_no, row_label, position, block, number, wheelchair, n)`,
  );
  if (plan.prices) await notePrices(tx, { eventId: plan.eventId, ...plan.prices });
}

const closeSale = statement((db, { eventId }: { eventId: string }, { sql: by }) =>
  db
    .insertInto("sale")
    .values({
      eventId,
      organizationId: eventId,
      state: "CLOSED",
      currency: "",
      maxSeatsPerBuyer: 0,
      holdSeconds: 0,
      salesEndAt: by`now()`,
    })
    .onConflict((known) => known.column("eventId").doUpdateSet({ state: "CLOSED" })),
);

/** CLOSED is final. An event whose seats do not exist yet gets a tombstone: sql/functions/is_tombstone.sql. */
export async function setSales(tx: Tx, eventId: string, state: "OPEN" | "PAUSED" | "CLOSED"): Promise<void> {
  if (state === "CLOSED") await closeSale.change(tx, { eventId });
  else await tx.nativeUpdate(SaleEntity, { eventId, state: { $ne: "CLOSED" } }, { state });
  await lookAtWaitlist(tx, eventId);
}
