import { required } from "../../../platform/core/batching.ts";
import { DomainError, NotFound, toResult } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { pageOf } from "../../../platform/personal-data/pages.ts";
import { runOnce } from "../../../platform/postgres/idempotency.ts";
import { idempotencyKey, parseInput, text, uuidOrNull } from "../../../platform/core/input.ts";
import { calendarOf, placeOf } from "../../../domain/calendar.ts";
import { toPriceBreakdown, type Breakdown } from "../../../domain/pricing.ts";
import { manages, mayReadAccessCode, mayReadInterventions, mayReadPricing } from "../access.ts";
import type { SaleChange, SaleChanges } from "../workflows/change-sale.ts";
import { createEvent } from "../commands/create-event.ts";
import { createSeries } from "../commands/create-series.ts";
import { deleteEvent } from "../commands/delete-event.ts";
import { setPricing } from "../commands/set-pricing.ts";
import { updateEvent } from "../commands/update-event.ts";
import type { HallImporter } from "../content/halls/importer.ts";
import { holdPolicyOf, type Event } from "../entities/event.ts";
import { breakdownOf, type PriceTier } from "../entities/price-tier.ts";
import { EventNotPublishable } from "../errors.ts";
import { accessCode, createEventInput, createSeriesInput, setPricingInput, updateEventInput } from "../inputs.ts";
import { eventByCode, eventById, eventNow, managedEvent, managerOf, pausableEvent, type Context } from "./context.ts";
import { changeImages, imagesOf } from "./images.ts";
import { changeFeesOf, changePricesOf, feesOf, historyOf, pricesOf, toPublicFees } from "./prices.ts";
import { changeQuestionsOf, invoiceAddressRuleOf, questionsOf } from "./questions.ts";
import { eventsOfOrganization, eventsOfSeries, findEvents } from "../queries/events.ts";
import { richText } from "../queries/rich-text.ts";
import { cancelSeries, copies, lastChange, publishSeries, updateSeries } from "./series.ts";
import { pricingOf, type VersionedPricing } from "../queries/pricing.ts";
import { findVenues } from "../queries/venues.ts";
import type { Resolvers } from "../schema.generated.ts";
import { createVenueResolvers, venueVersion } from "./resolvers/venues.ts";
import { personalData } from "../personal-data.ts";

async function breakdownNow(context: Context, tier: PriceTier): Promise<Breakdown> {
  const { pricing } = await required(context.loaders.pricingOfEvent.load(tier.eventId), "event");
  return breakdownOf(tier, pricing);
}

/** Adds the current event to a refusal because of its version. */
async function withEvent(context: Context, error: unknown): Promise<never> {
  if (!(error instanceof DomainError) || error.typename !== "EventChanged") throw error;
  error.details.event = await eventNow(context, String(error.details.eventId));
  throw error;
}

const toPublicPricing = ({ version, ...pricing }: VersionedPricing) => ({ ...toPublicFees(pricing), version });

export function createResolvers(saleChanges: SaleChanges, importer: HallImporter): Resolvers<Context> {
  const venueResolvers = createVenueResolvers(importer);

  async function publishEvent(context: Context, eventId: string): Promise<Event> {
    // Checked first, so that viewers do not learn of events that they cannot see.
    const { id } = await managedEvent(context, eventId);
    if (signedIn(context).verified) return changeSale(context, { eventId: id, action: "publish", reason: null });
    throw new EventNotPublishable(
      "Verify your e-mail address first: request a code with requestEmailCode, then pass it to useCode.",
    );
  }

  async function pauseOrResume(context: Context, eventId: string, action: "pause" | "resume"): Promise<Event> {
    const { event, staffId } = await pausableEvent(context, eventId);
    return changeSale(context, { eventId: event.id, action, reason: null, staffId });
  }

  async function cancelEvent(context: Context, eventId: string, reason: string): Promise<Event> {
    const { id } = await managedEvent(context, eventId);
    return changeSale(context, { eventId: id, action: "cancel", reason: parseInput(text(500), reason, "reason") });
  }

  async function changeSale(context: Context, change: SaleChange): Promise<Event> {
    await saleChanges.change({ ...change, by: context.acting });
    return eventNow(context, change.eventId);
  }

  return {
    Query: {
      personalData: (_, { userId, after }, { database }) => {
        const id = uuidOrNull(userId);
        return id ? pageOf(database, personalData, id, after) : null;
      },
      event: async (_, { id, ...args }, context) => {
        const code = parseInput(accessCode, args.accessCode, "accessCode");
        return (await eventById(context, id)) ?? (code == null ? null : eventByCode(context, id, code));
      },
      events: (_, { filter, ...args }, { database, viewer }) => findEvents(database, viewer, filter, args),
      venue: (_, { id }, context) => (uuidOrNull(id) ? context.loaders.venue.load(uuidOrNull(id)!) : null),
      venues: (_, args, { database }) => findVenues(database, args),
      series: (_, { id }, context) => (uuidOrNull(id) ? context.loaders.series.load(uuidOrNull(id)!) : null),
    },
    Mutation: {
      ...venueResolvers.Mutation,
      createEvent: (_, { input }, context) =>
        toResult(
          "Event",
          (async () => {
            const viewer = await managerOf(context, input.organizationId);
            const parsed = parseInput(createEventInput, input);
            const id = await runOnce(context.database, (tx) => createEvent(tx, viewer.userId, parsed));
            return eventNow(context, id);
          })(),
        ),
      createSeries: (_, { input }, context) =>
        toResult(
          "Series",
          (async () => {
            const viewer = await managerOf(context, input.organizationId);
            const parsed = parseInput(createSeriesInput, input);
            const id = await runOnce(context.database, (tx) => createSeries(tx, viewer.userId, parsed));
            return required(context.loaders.series.load(id), "series");
          })(),
        ),
      updateEvent: (_, { input }, context) =>
        toResult(
          "Event",
          (async () => {
            const event = await managedEvent(context, input.eventId);
            const change = parseInput(updateEventInput, input);
            const { hasNewTerms } = await context.database.transaction((tx) => updateEvent(tx, event.id, change));
            if (hasNewTerms) await saleChanges.tellTerms(event.id);
            return eventNow(context, event.id);
          })().catch((error: unknown) => withEvent(context, error)),
        ),
      setEventFees: (_, { input }, context) =>
        toResult(
          "Event",
          changeFeesOf(context, input, saleChanges).catch((error: unknown) => withEvent(context, error)),
        ),
      setEventQuestions: (_, { input }, context) =>
        toResult(
          "Event",
          changeQuestionsOf(context, input, saleChanges).catch((error: unknown) => withEvent(context, error)),
        ),
      setPrices: (_, { input }, context) =>
        toResult(
          "Event",
          changePricesOf(context, input, saleChanges).catch((error: unknown) => withEvent(context, error)),
        ),
      deleteEvent: (_, { eventId, idempotencyKey: key }, context) =>
        toResult(
          "DeletedEvent",
          (async () => {
            const viewer = signedIn(context);
            const event = await eventById(context, eventId);
            if (event) await managedEvent(context, eventId);
            const about = {
              eventId: uuidOrNull(eventId) ?? "",
              organizationIds: Object.keys(viewer.memberships).filter((id) => manages(viewer, id)),
              idempotencyKey: parseInput(idempotencyKey, key, "idempotencyKey"),
            };
            // `deleteEvent` refuses unknown events too, and stores its refusals under the key.
            if (!about.eventId || (!event && viewer.rolesUnknown)) throw new NotFound("event");
            return { id: await runOnce(context.database, (tx) => deleteEvent(tx, viewer.userId, about)) };
          })(),
        ),
      copyEvent: (_, { input }, context) => toResult("CopiedEvents", copies(context, input)),
      publishSeries: (_, { seriesId, idempotencyKey: key }, context) =>
        toResult("SeriesChange", publishSeries(context, seriesId, key)),
      updateSeries: (_, { input }, context) => toResult("SeriesChange", updateSeries(context, input)),
      cancelSeries: (_, args, context) => toResult("SeriesChange", cancelSeries(context, args)),
      setImages: (_, { input }, context) => toResult("ImagesSet", changeImages(context, input)),
      setPricing: (_, { input }, context) =>
        toResult(
          "Pricing",
          (async () => {
            await managerOf(context, input.organizationId);
            const pricing = parseInput(setPricingInput, input);
            await context.database.transaction((tx) => setPricing(tx, input.organizationId, pricing));
            return toPublicPricing(await pricingOf(context.database, input.organizationId));
          })(),
        ),
      publishEvent: (_, { eventId }, context) => toResult("Event", publishEvent(context, eventId)),
      pauseSales: (_, { eventId }, context) => toResult("Event", pauseOrResume(context, eventId, "pause")),
      resumeSales: (_, { eventId }, context) => toResult("Event", pauseOrResume(context, eventId, "resume")),
      cancelEvent: (_, { eventId, reason }, context) => toResult("Event", cancelEvent(context, eventId, reason)),
    },
    Event: {
      descriptionHtml: ({ description }) => richText(description),
      images: ({ id }, _, context) => imagesOf(context, id),
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.referredEvent.load(uuidOrNull(id)!) : null,
      accessCode: ({ organizationId, visibility, accessCode: code }, _, { viewer }) =>
        visibility === "PRIVATE" && mayReadAccessCode(viewer, organizationId) ? code : null,
      venue: (event, _, context) => required(context.loaders.venue.load(event.venueId), "venue"),
      venueVersion: async (event, _, context) => {
        const { version } = await required(context.loaders.venue.load(event.venueId), "venue");
        return venueVersion(context, event.venueId, event.venueVersion ?? version);
      },
      timeZone: async (event, _, context) =>
        (await required(context.loaders.venue.load(event.venueId), "venue")).timeZone,
      holdPolicy: holdPolicyOf,
      organization: (event) => ({ id: event.organizationId }),
      priceHistory: (event, _, context) => historyOf(event, context),
      pricing: (event, _, context) => feesOf(event, context),
      questions: (event, _, context) => questionsOf(event, context),
      invoiceAddress: (event, _, context) => invoiceAddressRuleOf(event, context),
      priceTiers: (event, _, context) => context.loaders.tiersOfEvent.load(event.id),
      journey: ({ journey }) =>
        journey && { ...journey, departsAt: new Date(journey.departsAt), arrivesAt: new Date(journey.arrivesAt) },
      calendar: async (event, _, context) => {
        const venue = await required(context.loaders.venue.load(event.venueId), "venue");
        const place = placeOf(venue, event.journey);
        return calendarOf({ ...event, place, timeZone: venue.timeZone, isCancelled: event.status === "CANCELLED" });
      },
      interventions: async ({ id }, _, { viewer, loaders }) => {
        if (!mayReadInterventions(viewer)) return null;
        const found = await loaders.interventions.load(id);
        return found.map(({ byUser, ...intervention }) => ({ ...intervention, by: { id: byUser } }));
      },
      series: (event, _, context) => (event.seriesId ? context.loaders.series.load(event.seriesId) : null),
    },
    Venue: {
      ...venueResolvers.Venue,
      images: ({ id }, _, context) => imagesOf(context, id),
    },
    VenueVersion: venueResolvers.VenueVersion,
    Section: venueResolvers.Section,
    PriceTier: {
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.priceTier.load(id) : null,
      price: async (tier, _, context) => ({
        amount: (await breakdownNow(context, tier)).total,
        currency: tier.currency,
      }),
      breakdown: async (tier, _, context) => toPriceBreakdown(await breakdownNow(context, tier), tier.currency),
      prices: (tier, _, context) => pricesOf(context, tier),
    },
    SeriesChange: {
      series: async ({ seriesId }, _, context) => required(context.loaders.series.load(seriesId), "series"),
      isFinished: async ({ id }, _, context) =>
        (await context.loaders.stepsOfChange.load(id)).every(({ outcome }) => outcome !== null),
      dates: ({ id }, _, context) => context.loaders.stepsOfChange.load(id),
    },
    SeriesChangeDate: {
      event: ({ eventId }, _, context) => context.loaders.event.load(eventId),
      status: ({ outcome }) => outcome ?? "PENDING",
    },
    Series: {
      descriptionHtml: ({ description }) => richText(description),
      lastChange: (series, _, context) => lastChange(series, context),
      images: ({ id }, _, context) => imagesOf(context, id),
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.series.load(id) : null,
      events: (series, args, { database, viewer }) => eventsOfSeries(database, viewer, series, args),
    },
    Organization: {
      images: ({ id }, _, context) => (uuidOrNull(id) ? imagesOf(context, uuidOrNull(id)!) : null),
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      events: (organization, args, { database, viewer }) =>
        uuidOrNull(organization.id) ? eventsOfOrganization(database, viewer, organization.id, args) : null,
      pricing: async ({ id }, _, { database, viewer }) =>
        uuidOrNull(id) && mayReadPricing(viewer, id) ? toPublicPricing(await pricingOf(database, id)) : null,
    },
    PricingChanged: {
      pricing: async (refusal, _, { database }) =>
        toPublicPricing(await pricingOf(database, (refusal as unknown as { organizationId: string }).organizationId)),
    },
  };
}
