// Mutations of venues, series and events.
import { createOrganization, inDays } from "../../../local/fixtures.ts";
import { QUESTIONS } from "../../authorization/scene/questions.ts";
import { key, known } from "../stage.ts";
import { asks, gives, type Mutations } from "./asked.ts";

export const EVENTS: Mutations = {
  cancelEvent: async ({ owner, onSale }) => asks(owner, { eventId: await onSale(), reason: "ill" }),
  cancelSeries: async ({ owner, series }) =>
    asks(owner, { seriesId: await series(), reason: "ill", idempotencyKey: key() }),
  copyVenue: async ({ owner, organizationId, venueId }) =>
    gives(owner, { organizationId, venueId, idempotencyKey: key() }),
  copyEvent: async ({ owner, draft }) =>
    gives(owner, { eventId: await draft(), startsAt: [inDays(40)], newSeries: "Opera", idempotencyKey: key() }),
  createEvent: async ({ owner, organizationId, venueId }) =>
    gives(owner, {
      organizationId,
      venueId,
      name: "Tosca",
      category: "THEATRE",
      startsAt: inDays(30),
      priceTiers: [{ name: "All", price: { amount: 4_500, currency: "EUR" }, sections: ["Hall"] }],
      idempotencyKey: key(),
    }),
  createSeries: async ({ owner, organizationId }) =>
    gives(owner, { organizationId, name: "Opera", idempotencyKey: key() }),
  createVenue: async ({ owner, organizationId }) =>
    gives(owner, {
      organizationId,
      name: "Halle",
      city: "Erfurt",
      country: "DE",
      timeZone: "Europe/Berlin",
      sections: [{ name: "Floor", kind: "GENERAL_ADMISSION", capacity: 5 }],
      idempotencyKey: key(),
    }),
  deleteEvent: async ({ owner, draft }) => asks(owner, { eventId: await draft(), idempotencyKey: key() }),
  deleteVenue: async ({ owner, emptyVenue }) => asks(owner, { venueId: await emptyVenue(), idempotencyKey: key() }),
  importVenue: async ({ owner, organizationId }) =>
    gives(owner, {
      organizationId,
      format: "CSV",
      text: "section,capacity\nFloor,5\n",
      name: "Halle",
      city: "Erfurt",
      country: "DE",
      timeZone: "Europe/Berlin",
      idempotencyKey: key(),
    }),
  pauseSales: async ({ owner, onSale }) => asks(owner, { eventId: await onSale() }),
  publishSeries: async ({ owner, series }) => asks(owner, { seriesId: await series(), idempotencyKey: key() }),
  publishEvent: async ({ owner, draft }) => asks(owner, { eventId: await draft() }),
  resumeSales: async ({ owner, onSale }) => {
    const id = await onSale();
    await owner.client.ask(`mutation ($id: ID!) { pauseSales(eventId: $id) { __typename } }`, { id });
    return asks(owner, { eventId: id });
  },
  setImages: async ({ owner, draft }) => gives(owner, { eventId: await draft(), images: [] }),
  setEventFees: async ({ owner, draft }) =>
    gives(owner, { eventId: await draft(), expectedVersion: 1, fees: [], taxes: [], idempotencyKey: key() }),
  setEventQuestions: async ({ owner, draft }) =>
    gives(owner, { eventId: await draft(), expectedVersion: 1, questions: QUESTIONS, idempotencyKey: key() }),
  setPrices: async ({ owner, draft }) =>
    gives(owner, {
      eventId: await draft(),
      expectedVersion: 1,
      tiers: [{ name: "All", price: { amount: 100, currency: "EUR" } }],
      idempotencyKey: key(),
    }),
  setPricing: async ({ owner }) => {
    const other = await createOrganization(owner.client);
    await known(owner);
    return gives(owner, { organizationId: other, expectedVersion: 0, fees: [], taxes: [] });
  },
  shareVenue: async ({ owner, emptyVenue, otherOrganization }) =>
    asks(owner, { venueId: await emptyVenue(), organizationId: await otherOrganization() }),
  unshareVenue: async ({ owner, sharedVenue }) => asks(owner, await sharedVenue()),
  updateVenue: async ({ owner, emptyVenue }) =>
    gives(owner, { venueId: await emptyVenue(), expectedVersion: 1, name: "Neue Halle" }),
  updateSeries: async ({ owner, series }) =>
    gives(owner, { seriesId: await series(), name: "Aida", idempotencyKey: key() }),
  updateEvent: async ({ owner, draft }) => gives(owner, { eventId: await draft(), expectedVersion: 1, name: "Aida" }),
};
