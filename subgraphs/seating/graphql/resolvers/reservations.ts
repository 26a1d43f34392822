// Resolvers of reservations at the counter.
import { required } from "../../../../platform/core/batching.ts";
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { isOwnHold, mayReadReservations } from "../../access.ts";
import { cancelReservation, changeReservation, reserve } from "../../commands/reservations.ts";
import type { Reservation } from "../../entities/reservation.ts";
import { parseSeatId, seatId } from "../../entities/seat.ts";
import { changeReservationInput, releasedSeats, reservationSearch, reserveAtCounterInput } from "../../inputs.ts";
import { reservation, reservationsOf, reservedHolds } from "../../queries/reservations.ts";
import type {
  CancelReservationInput,
  ChangeReservationInput,
  Resolvers,
  ReserveAtCounterInput,
} from "../../schema.generated.ts";
import type { Context } from "../context.ts";

/** As it is now. */
async function reservationNow({ database }: Context, id: string): Promise<Reservation> {
  return (await reservation(database, id))!;
}

async function make(context: Context, given: ReserveAtCounterInput): Promise<Reservation> {
  const viewer = signedIn(context);
  const input = parseInput(reserveAtCounterInput, given);
  const holdIds = input.holdIds.map((id) => uuidOrNull(id) ?? notFound(`hold as ${id}`));
  const first = await context.loaders.hold.load(holdIds[0]!);
  // A hold at the counter belongs to the organization.
  if (!first || first.buyerId === viewer.userId || !isOwnHold(viewer, first)) return notFound("hold at the counter");
  const clerk = { userId: viewer.userId, organizationId: first.buyerId };
  const asked = { ...input, holdIds };
  const id = await runOnce(context.database, (tx) => reserve(tx, context.notifier, clerk, asked));
  for (const holdId of holdIds) context.loaders.hold.clear(holdId);
  return reservationNow(context, id);
}

function notFound(what: string): never {
  throw new NotFound(what);
}

/** The ID of a reservation that the viewer may change. @throws NotFound */
async function changeable(context: Context, given: string): Promise<string> {
  const viewer = signedIn(context);
  const id = uuidOrNull(given);
  const found = id ? await reservation(context.database, id) : undefined;
  if (!found || !mayReadReservations(viewer, found.organizationId)) return notFound("reservation");
  return found.id;
}

async function alter(context: Context, { reservationId, ...rest }: ChangeReservationInput): Promise<Reservation> {
  const id = await changeable(context, reservationId);
  const input = parseInput(changeReservationInput, rest);
  await context.database.transaction((tx) => changeReservation(tx, context.notifier, id, input));
  return reservationNow(context, id);
}

async function seatOf({ loaders }: Context, id: string): Promise<{ eventId: string; no: number }> {
  const seat = parseSeatId(id);
  return seat && (await loaders.seat.load(id)) ? seat : notFound("seat");
}

async function cancel(context: Context, { reservationId, seatIds }: CancelReservationInput): Promise<Reservation> {
  const id = await changeable(context, reservationId);
  const named = parseInput(releasedSeats, seatIds, "input.seatIds");
  const seats = named && (await Promise.all(named.map((seat) => seatOf(context, seat))));
  await context.database.transaction((tx) => cancelReservation(tx, context.notifier, id, seats));
  return reservationNow(context, id);
}

/** Holds that are still stored. */
const holdsOf = async ({ state }: Reservation, { loaders }: Context) =>
  (await Promise.all(state.holdIds.map((id) => loaders.hold.load(id)))).filter((hold) => hold != null);

export const reservationResolvers = {
  Query: {
    reservedHolds: (_, { reservationId, organizationId }, { database }) => {
      const [id, ofOrganization] = [uuidOrNull(reservationId), uuidOrNull(organizationId)];
      return id && ofOrganization ? reservedHolds(database, id, ofOrganization) : null;
    },
  },
  Mutation: {
    reserveAtCounter: (_, { input }, context) => toResult("Reservation", make(context, input)),
    changeReservation: (_, { input }, context) => toResult("Reservation", alter(context, input)),
    cancelReservation: (_, { input }, context) => toResult("Reservation", cancel(context, input)),
  },
  Reservation: {
    status: ({ state }) => state.status,
    until: ({ keptUntil }) => keptUntil,
    madeBy: ({ madeBy }) => ({ id: madeBy }),
    events: ({ state }) => state.eventIds.map((id) => ({ id })),
    holds: (of, _, context) => holdsOf(of, context),
    seats: async (of, _, context) => {
      const holds = await holdsOf(of, context);
      const ids = holds.flatMap(({ eventId, seatNos }) => seatNos.map((no) => seatId({ eventId, no })));
      return Promise.all(ids.map((id) => required(context.loaders.seat.load(id), "seat")));
    },
    total: ({ state: { total: amount, currency } }) => ({ amount, currency }),
    orders: ({ state }) => state.orderIds.map((id) => ({ id })),
  },
  Organization: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    reservations: ({ id }, args, { database, viewer }) =>
      uuidOrNull(id) && mayReadReservations(viewer, id)
        ? reservationsOf(database, id, { ...args, search: parseInput(reservationSearch, args.search, "search") })
        : null,
  },
} satisfies Resolvers<Context>;
