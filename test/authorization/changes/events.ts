// Who may change venues, series and events.
import { inDays } from "../../../local/fixtures.ts";
import type { Scene } from "../scene.ts";
import { QUESTIONS } from "../scene/questions.ts";
import { NEW_PRICES } from "../scene/prices.ts";
import { MANAGERS, type Viewers } from "../viewers.ts";
import { BLANK, event, forRole, forThose, input, keyed, organization, type Changes } from "./change.ts";

/** Who sees a draft and may not change it. */
const DRAFT_READERS: Viewers = ["boxOffice", "scanner", "auditor", "staff"];

const draft = ({ ids }: Scene) => ({ eventId: ids.draft });
const cancelled = ({ ids }: Scene) => ({ eventId: ids.cancelled });

export const EVENTS: Changes = {
  cancelEvent: [
    forRole(MANAGERS, (scene) => ({ ...cancelled(scene), reason: "ill" })),
    forThose(MANAGERS, DRAFT_READERS, (scene) => ({ ...draft(scene), reason: "ill" }), null),
  ],
  cancelSeries: forRole(MANAGERS, ({ ids }) => keyed({ seriesId: ids.series, reason: "ill" }), { reason: " " }),
  copyVenue: forRole(
    MANAGERS,
    input((scene) => keyed({ ...organization(scene), venueId: scene.ids.venue })),
    BLANK,
  ),
  copyEvent: forRole(
    MANAGERS,
    input((scene) => keyed({ ...event(scene), startsAt: [inDays(40)] })),
    { rule: "x", startsAt: null },
  ),
  createEvent: forRole(
    MANAGERS,
    input((scene) =>
      keyed({
        ...organization(scene),
        venueId: scene.ids.venue,
        name: "Tosca",
        category: "THEATRE",
        startsAt: inDays(30),
        priceTiers: [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }],
      }),
    ),
    BLANK,
  ),
  createSeries: forRole(
    MANAGERS,
    input((scene) => keyed({ ...organization(scene), name: "Opera" })),
    BLANK,
  ),
  createVenue: forRole(
    MANAGERS,
    input((scene) =>
      keyed({
        ...organization(scene),
        name: "Halle",
        city: "Erfurt",
        country: "DE",
        timeZone: "Europe/Berlin",
        sections: [{ name: "Floor", kind: "GENERAL_ADMISSION", capacity: 5 }],
      }),
    ),
    BLANK,
  ),
  deleteEvent: [
    forRole(MANAGERS, (scene) => keyed(event(scene))),
    forThose(MANAGERS, DRAFT_READERS, (scene) => keyed(draft(scene)), null),
  ],
  deleteVenue: forRole(MANAGERS, ({ ids }) => keyed({ venueId: ids.venue })),
  importVenue: forRole(
    MANAGERS,
    input((scene) =>
      keyed({
        ...organization(scene),
        format: "CSV",
        text: "section,capacity\nFloor,5\n",
        name: "Halle",
        city: "Erfurt",
        country: "DE",
        timeZone: "Europe/Berlin",
      }),
    ),
    { text: "section\n" },
  ),
  pauseSales: forRole([...MANAGERS, "staff"], cancelled),
  publishSeries: forRole(MANAGERS, ({ ids }) => keyed({ seriesId: ids.series }), { idempotencyKey: "" }),
  publishEvent: [forRole(MANAGERS, event), forThose(MANAGERS, DRAFT_READERS, draft, null)],
  resumeSales: forRole([...MANAGERS, "staff"], cancelled),
  setImages: forRole(
    MANAGERS,
    input(({ ids }) => ({ eventId: ids.event, images: [] })),
  ),
  setEventFees: forRole(
    MANAGERS,
    input((scene) => keyed({ ...event(scene), expectedVersion: 99 })),
  ),
  setEventQuestions: forRole(
    MANAGERS,
    input((scene) => keyed({ ...event(scene), expectedVersion: 99, questions: QUESTIONS })),
  ),
  setPrices: forRole(
    MANAGERS,
    input((scene) => keyed({ ...event(scene), expectedVersion: 99, tiers: NEW_PRICES })),
  ),
  setPricing: forRole(
    MANAGERS,
    input((scene) => ({ ...organization(scene), expectedVersion: 99, fees: [], taxes: [] })),
  ),
  shareVenue: forRole(MANAGERS, ({ ids }) => ({ venueId: ids.venue, organizationId: ids.suspended })),
  unshareVenue: forRole(MANAGERS, ({ ids }) => ({ venueId: ids.venue, organizationId: ids.suspended }), null),
  updateSeries: forRole(
    MANAGERS,
    input(({ ids }) => keyed({ seriesId: ids.series, name: "Opera" })),
    BLANK,
  ),
  updateEvent: forRole(
    MANAGERS,
    input((scene) => ({ ...event(scene), expectedVersion: 99, name: "Tosca" })),
  ),
  updateVenue: forRole(
    MANAGERS,
    input(({ ids }) => ({ venueId: ids.venue, expectedVersion: 99, name: "Halle" })),
  ),
};
