// The plan by which seating opens the sale of an event.
import type { Tx } from "../../../platform/postgres/database.ts";
import { asksAnything, type Questionnaire } from "../../../domain/questions.ts";
import type { SeatPlan } from "../../../domain/seat-plan.ts";
import { saleHallOf } from "../content/halls/layout.ts";
import { allEvents, current } from "../entities/current-event.ts";
import { holdPolicyOf, saleTermsOf, type Event } from "../entities/event.ts";
import { breakdownOf, PriceTierEntity } from "../entities/price-tier.ts";
import { SectionEntity, type SeatRow } from "../entities/section.ts";
import { statement } from "../entities/tables.ts";
import { salePricesOf } from "../entities/tier-prices.ts";
import { VenueVersionEntity } from "../entities/venue-version.ts";

const pricedEvent = statement((db, { id }: { id: string }) =>
  current(allEvents(db)).select(["e.pricing as pricing", "e.questionnaire as questionnaire"]).where("e.id", "=", id),
);

/** Data that seating needs to sell the event. */
export async function seatPlanOf(em: Tx, eventId: string): Promise<SeatPlan> {
  const event = await pricedEvent.row(em, { id: eventId });
  if (!event) throw new Error("The event was deleted during the request.");
  const pricing = event.pricing!;
  const { venueId } = event;
  const { layout, focalPoint } = await em.findOneOrFail(VenueVersionEntity, { venueId, version: event.venueVersion! });
  const sections = await em.find(SectionEntity, { venueId, layout }, { orderBy: { position: "asc" } });
  const hall = saleHallOf(sections, focalPoint ?? null);
  const tiers = await em.find(PriceTierEntity, { eventId }, { orderBy: { amount: "desc", id: "asc" } });
  const prices = salePricesOf(tiers, { version: event.version, pricing });
  return {
    eventId,
    organizationId: event.organizationId,
    currency: tiers[0]?.currency ?? "",
    maxSeatsPerBuyer: event.maxSeatsPerBuyer,
    holdPolicy: holdPolicyOf(event),
    salesEndAt: event.overAt.toISOString(),
    ...(hasTerms(event) && { terms: saleTermsOf(event) }),
    pricing,
    ...(prices && { prices }),
    tiers: tiers.map((tier) => {
      const breakdown = breakdownOf(tier, pricing);
      return { id: tier.id, name: tier.name, price: breakdown.total, breakdown };
    }),
    sections: sections.map((section) => ({
      id: section.id,
      name: section.name,
      tierId: tiers.find((tier) => tier.sectionIds.includes(section.id))!.id,
      ...(section.seatRows ? { rows: section.seatRows.map(plannedRow) } : { capacity: section.capacity }),
    })),
    ...(hall && { hall }),
  };
}

type Terms = Pick<Event, "salesStartAt" | "salesEndAt" | "visibility"> & { questionnaire: Questionnaire | null };

const hasTerms = ({ salesStartAt, salesEndAt, visibility, questionnaire }: Terms): boolean =>
  salesStartAt !== null || salesEndAt !== null || visibility === "PRIVATE" || asksAnything(questionnaire);

const plannedRow = ({ label, labels, aislesAfter, wheelchair }: SeatRow) => ({
  label,
  labels,
  aislesAfter,
  wheelchair,
});
