import { required } from "../../../platform/core/batching.ts";
import { NotFound, toResult } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { pageOf } from "../../../platform/personal-data/pages.ts";
import { parseInput, uuidOrNull } from "../../../platform/core/input.ts";
import { isOwnHold, mayReadReport } from "../access.ts";
import { accessHash } from "../../../domain/access-code.ts";
import { salePricesSchema } from "../../../domain/price-offers.ts";
import { saleTermsSchema, seatPlanSchema } from "../../../domain/seat-plan.ts";
import { notePrices } from "../projections/prices.ts";
import { noteTerms } from "../projections/sales.ts";
import { holdBestAvailable, holdSeats, type Buyer } from "../commands/hold-seats.ts";
import type { HoldLoads } from "../engine/queue/hold-load.ts";
import { changePackage } from "../commands/package-holds.ts";
import { openSales, setSales } from "../commands/open-sales.ts";
import { HoldNotActive } from "../errors.ts";
import type { Engine } from "../engine/group-commit.ts";
import type { Held } from "../engine/requests.ts";
import { newHold, type Hold } from "../entities/hold.ts";
import { parseSeatId, seatId, type Seat } from "../entities/seat.ts";
import { accessCode, holdBestAvailableInput, holdSeatsInput } from "../inputs.ts";
import type { LiveSeats } from "../subscriptions/availability.ts";
import type { EntryFeed } from "../subscriptions/waitlist-entries.ts";
import { availabilityReport, toAvailability } from "../queries/availability.ts";
import { activeHoldsOf } from "../queries/holds.ts";
import { seatsOfEvent } from "../queries/seats.ts";
import type { Halls, SeatInHall } from "../queries/halls.ts";
import type { Sections } from "../queries/sections.ts";
import { organizationOf } from "../queries/sales.ts";
import { buyerFor, counted } from "./buyers.ts";
import type { Context } from "./context.ts";
import { blockedSeatResolvers } from "./resolvers/blocked-seats.ts";
import { channelResolvers } from "./resolvers/channels.ts";
import { packageResolvers } from "./resolvers/packages.ts";
import { queueResolvers, type Queues } from "./resolvers/queues.ts";
import { priceResolvers } from "./resolvers/prices.ts";
import { orderCallResolvers } from "./resolvers/order-calls.ts";
import { accessCodeResolvers } from "./resolvers/access-codes.ts";
import { promoCodeResolvers } from "./resolvers/promo-codes.ts";
import { waitlistEntryChanged, waitlistQueries, waitlistResolvers } from "./resolvers/waitlists.ts";
import { reservationResolvers } from "./resolvers/reservations.ts";
import { seatMapResolvers, type SeatMaps } from "./resolvers/seat-maps.ts";
import type { Resolvers } from "../schema.generated.ts";
import { personalData } from "../personal-data.ts";

interface AskedSeats {
  eventId: string;
  atCounter?: true | undefined;
  admission?: string | null | undefined;
  idempotencyKey: string;
}

export function createResolvers(
  running: () => {
    engine: Engine;
    live: LiveSeats;
    entries: EntryFeed;
    sections: Sections;
    halls: Halls;
    seatMaps: SeatMaps;
    queues: Queues;
    accessCodeSeeds: Queues["seeds"];
    loads: HoldLoads;
  },
): Resolvers<Context> {
  const seatMaps = seatMapResolvers(() => running().seatMaps);
  const packages = packageResolvers(running);
  const queues = queueResolvers(() => running().queues);
  const accessCodes = accessCodeResolvers(() => running().accessCodeSeeds);

  /** Returns the hold whose id `work` returns, or the refusal. */
  function holdNow(context: Context, work: () => Promise<string>) {
    return toResult("Hold", (async () => required(context.loaders.hold.load(await work()), "hold"))());
  }

  /** Returns the id of the hold. A new hold is put into the loader, so it is not read again. */
  async function made(
    context: Context,
    userId: string,
    { eventId, promoCode }: { eventId: string; promoCode?: string | null | undefined },
    holding: Promise<Held>,
  ): Promise<string> {
    const held = await counted(context, holding);
    if (held.made && promoCode == null)
      context.loaders.hold.prime(held.holdId, newHold(held.holdId, uuidOrNull(eventId)!, userId, held.made));
    return held.holdId;
  }

  /** The counter has no queue. @throws AdmissionRequired */
  async function enterDoor({ userId }: Buyer, asked: AskedSeats, mutation: string): Promise<void> {
    const { eventId: id, atCounter, admission: token, idempotencyKey: key } = asked;
    const eventId = uuidOrNull(id);
    if (atCounter || !eventId) return;
    await running().queues.door.check({ eventId, userId, token, request: { mutation, key } });
  }

  async function changeOwn(context: Context, holdId: string, verb: "RELEASE" | "EXTEND"): Promise<string> {
    const viewer = signedIn(context);
    const id = uuidOrNull(holdId);
    const hold = id ? await context.loaders.hold.load(id) : null;
    if (!id || !hold || !isOwnHold(viewer, hold)) throw new NotFound("hold");
    if (hold.packageGroup) {
      await changePackage(context.database, context.notifier, hold.packageGroup, verb);
      context.loaders.hold.clearAll();
      return id;
    }
    const verdict = await running().engine.change({ eventId: hold.eventId, holdId: id, verb });
    if (verdict === "NOT_ACTIVE") throw new HoldNotActive(id);
    context.loaders.hold.clear(id);
    return id;
  }

  /** A field of the seat that its hall has. */
  function inHall<Name extends keyof SeatInHall>(
    { eventId, no }: Seat,
    name: Name,
  ): SeatInHall[Name] | Promise<SeatInHall[Name]> {
    const seat = running().halls.seat(eventId, no);
    return seat instanceof Promise ? seat.then((found) => found[name]) : seat[name];
  }

  return {
    Query: {
      personalData: (_, { userId, after }, { database }) => {
        const id = uuidOrNull(userId);
        return id ? pageOf(database, personalData, id, after) : null;
      },
      hold: async (_, { id }, context) => {
        const hold = uuidOrNull(id) ? await context.loaders.hold.load(uuidOrNull(id)!) : null;
        return isOwnHold(context.viewer, hold) ? hold : null;
      },
      ...reservationResolvers.Query,
      ...waitlistQueries(() => running().engine),
      ...packages.Query,
    },
    Mutation: {
      holdSeats: (_, { input }, context) =>
        holdNow(context, async () => {
          signedIn(context);
          const parsed = parseInput(holdSeatsInput, input);
          const buyer = await buyerFor(context, parsed);
          await enterDoor(buyer, parsed, "holdSeats");
          const holding = holdSeats(context.database, running().engine, buyer, parsed);
          return made(context, buyer.userId, parsed, running().loads.timed(holding));
        }),
      holdBestAvailable: (_, { input }, context) =>
        holdNow(context, async () => {
          signedIn(context);
          const parsed = parseInput(holdBestAvailableInput, input);
          const buyer = await buyerFor(context, parsed);
          await enterDoor(buyer, parsed, "holdBestAvailable");
          const holding = holdBestAvailable(context.database, running().engine, buyer, parsed);
          return made(context, buyer.userId, parsed, running().loads.timed(holding));
        }),
      ...priceResolvers.Mutation,
      ...promoCodeResolvers.Mutation,
      ...accessCodes.Mutation,
      releaseHold: (_, { holdId }, context) => holdNow(context, () => changeOwn(context, holdId, "RELEASE")),
      extendHold: (_, { holdId }, context) => holdNow(context, () => changeOwn(context, holdId, "EXTEND")),
      ...blockedSeatResolvers.Mutation,
      ...channelResolvers.Mutation,
      ...reservationResolvers.Mutation,
      ...packages.Mutation,
      ...queues.Mutation,
      ...waitlistResolvers.Mutation,
      openSale: async (_, { plan }, context) => {
        await openSales(context.database, parseInput(seatPlanSchema, plan, "plan"));
        return true;
      },
      openSales: async (_, { plan }, context) => {
        await openSales(context.database, parseInput(seatPlanSchema, JSON.parse(plan), "plan"));
        return true;
      },
      setSales: async (_, { eventId, state }, context) => {
        await context.database.transaction((tx) => setSales(tx, eventId, state));
        return true;
      },
      setSaleTerms: async (_, { eventId, version, terms }, context) => {
        const parsed = parseInput(saleTermsSchema, terms, "terms");
        await context.database.transaction((tx) => noteTerms(tx, { eventId, version, ...parsed }));
        return true;
      },
      setSalePrices: async (_, { eventId, prices }, context) => {
        const parsed = parseInput(salePricesSchema, prices, "prices");
        await context.database.transaction((tx) => notePrices(tx, { eventId, ...parsed }));
        return true;
      },
      ...orderCallResolvers(() => running().engine),
    },
    Subscription: {
      seatsChanged: {
        subscribe: async (_, { eventId, after, ...args }) => {
          const code = parseInput(accessCode, args.accessCode, "accessCode");
          return running().live.follow(eventId, after ?? null, code == null ? null : accessHash(code)) as never;
        },
        resolve: (message: unknown) => message as never,
      },
      waitlistEntryChanged: waitlistEntryChanged(() => running().entries),
    },
    SeatsChanged: {
      event: (message) => ({ id: (message as unknown as { eventId: string }).eventId }),
      ...seatMaps.SeatsChanged,
    },
    SeatMap: seatMaps.SeatMap,
    Seat: {
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        parseSeatId(id) ? context.loaders.seat.load(id) : null,
      id: (seat) => seatId(seat),
      event: (seat) => ({ id: seat.eventId }),
      section: (seat) => ({ id: seat.sectionId, name: seat.sectionName }),
      row: (seat) => seat.rowLabel,
      ...priceResolvers.Seat,
      block: (seat) => (seat.rowNo === null ? null : seat.block),
      position: (seat) => inHall(seat, "position"),
      companion: (seat) => inHall(seat, "companion"),
      obstructed: (seat) => inHall(seat, "obstructed"),
      viewNote: (seat) => inHall(seat, "viewNote"),
    },
    Hold: {
      __resolveReference: async ({ id }: { id: string }, context: Context) => {
        const hold = uuidOrNull(id) ? await context.loaders.hold.load(id) : null;
        return isOwnHold(context.viewer, hold) ? hold : null;
      },
      event: (hold: Hold) => ({ id: hold.eventId }),
      seats: (hold: Hold, _, context) =>
        Promise.all(
          hold.seatNos.map((no) => required(context.loaders.seat.load(seatId({ eventId: hold.eventId, no })), "seat")),
        ),
      total: async (hold: Hold, _, context) => {
        const seat = await required(
          context.loaders.seat.load(seatId({ eventId: hold.eventId, no: hold.seatNos[0]! })),
          "seat",
        );
        return { amount: hold.total, currency: seat.currency };
      },
      ...promoCodeResolvers.Hold,
      ...packages.Hold,
    },
    User: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      holds: async ({ id }, _, { database, viewer, loaders }) => {
        if (!isOwnHold(viewer, { buyerId: id })) return null;
        const held = await activeHoldsOf(database, id);
        for (const hold of held) loaders.hold.prime(hold.id, hold);
        return held;
      },
    },
    Reservation: reservationResolvers.Reservation,
    Organization: { ...reservationResolvers.Organization, ...packages.Organization },
    TicketPackage: packages.TicketPackage,
    TicketPackagePart: packages.TicketPackagePart,
    HeldPackage: packages.HeldPackage,
    Queue: queues.Queue,
    QueueEntry: queues.QueueEntry,
    HeldQueueEntry: queues.HeldQueueEntry,
    Waitlist: waitlistResolvers.Waitlist,
    WaitlistEntry: waitlistResolvers.WaitlistEntry,
    AdmissionRequired: queues.AdmissionRequired,
    PromoCode: promoCodeResolvers.PromoCode,
    AccessCodeBatch: accessCodes.AccessCodeBatch,
    TierAvailability: priceResolvers.TierAvailability,
    SeatsUnavailable: {
      seats: (refusal, _, context) =>
        Promise.all(
          (refusal as unknown as { seatIds: string[] }).seatIds.map((id) =>
            required(context.loaders.seat.load(id), "seat"),
          ),
        ),
    },
    Event: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      availability: async ({ id }, _, context) =>
        toAvailability(uuidOrNull(id) ? await context.loaders.tierCounts.load(id) : []),
      seats: ({ id }, args, { database }) =>
        uuidOrNull(id) ? seatsOfEvent(database, running().sections, id, args) : null,
      seat: (event, { id }, context) => (parseSeatId(id)?.eventId === event.id ? context.loaders.seat.load(id) : null),
      ...promoCodeResolvers.Event,
      ...accessCodes.Event,
      ...channelResolvers.Event,
      ...packages.Event,
      ...queues.Event,
      ...waitlistResolvers.Event,
      ...seatMaps.Event,
      availabilityReport: async ({ id }, _, context) => {
        const organizationId = await organizationOf(context.database, id);
        if (!organizationId || !mayReadReport(context.viewer, organizationId)) return null;
        const lines = await availabilityReport(context.database, id);
        return lines.map((line) => ({
          section: { id: line.sectionId, name: line.sectionName },
          priceTier: { id: line.tierId, name: line.name, price: { amount: line.price, currency: line.currency } },
          total: line.available + line.held + line.sold + line.blocked,
          available: line.available,
          held: line.held,
          sold: line.sold,
          blocked: line.blocked,
        }));
      },
    },
  };
}
