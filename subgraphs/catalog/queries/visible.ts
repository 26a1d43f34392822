// Visibility of events: those that were never published, cancelled drafts included, are for members of the organization and platform staff.
import type { Viewer } from "../../../platform/identity/identity.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { ownOrganizations, seesAllEvents } from "../access.ts";
import { allEvents, current, type EventsFrom } from "../entities/current-event.ts";
import type { Event } from "../entities/event.ts";
import type { PriceTier } from "../entities/price-tier.ts";
import { statement } from "../entities/tables.ts";

interface Asked {
  ids: readonly string[];
  own: readonly string[];
}

/** Published, or of the viewer's organizations. */
const seen = (from: EventsFrom, { own }: Asked) =>
  from.where((of) => of.or([of.ref("e.published"), of("e.organizationId", "=", of.fn.any(of.val(own)))]));

/** By its id alone: a private event also needs its access code. */
const seenById = (from: EventsFrom, { own }: Asked) =>
  from.where((of) =>
    of.or([
      of.and([of.ref("e.published"), of("e.visibility", "<>", "PRIVATE")]),
      of("e.organizationId", "=", of.fn.any(of.val(own))),
    ]),
  );

const events = (visible: (from: EventsFrom, asked: Asked) => EventsFrom) =>
  statement((db, asked: Asked) =>
    current(visible(allEvents(db), asked)).where((of) => of("e.id", "=", of.fn.any(of.val(asked.ids)))),
  );
const everyEvent = events((from) => from);
const referredEvents = events(seen);
const eventsSeenById = events(seenById);

/** Those of these events that the viewer may see. */
export function visibleEvents(em: Tx, viewer: Viewer | null, ids: readonly string[]): Promise<Event[]> {
  return (seesAllEvents(viewer) ? everyEvent : eventsSeenById).rows(em, { ids, own: ownOrganizations(viewer) });
}

/**
 * Events by reference of another subgraph, or before their access code is compared. Private events are included: other subgraphs return
 * references to them only to owners of holds, orders and tickets.
 */
export function visibleAsReferred(em: Tx, viewer: Viewer | null, ids: readonly string[]): Promise<Event[]> {
  return (seesAllEvents(viewer) ? everyEvent : referredEvents).rows(em, { ids, own: ownOrganizations(viewer) });
}

const priceTiers = (visible: (from: EventsFrom, asked: Asked) => EventsFrom) =>
  statement((db, asked: Asked) =>
    visible(allEvents(db), asked)
      .innerJoin("price_tier as t", "t.eventId", "e.id")
      .selectAll("t")
      .where((of) => of("t.id", "=", of.fn.any(of.val(asked.ids)))),
  );
const everyPriceTier = priceTiers((from) => from);
const seenPriceTiers = priceTiers(seen);

/** Those of these tiers whose event the viewer may see. */
export function visiblePriceTiers(em: Tx, viewer: Viewer | null, ids: readonly string[]): Promise<PriceTier[]> {
  return (seesAllEvents(viewer) ? everyPriceTier : seenPriceTiers).rows(em, { ids, own: ownOrganizations(viewer) });
}
