// Client of the seating subgraph.
import { GraphQLError } from "graphql";
import { breakdownSchema } from "../../../domain/pricing.ts";
import { timedOut, unavailable } from "../../../platform/core/errors.ts";
import { askAll, UnknownOperation, type ServiceClient } from "../../../platform/http/service-client.ts";
import {
  ConvertHold,
  ConvertHolds,
  ConvertHoldsTogether,
  MoveSeat,
  ReleaseSeats,
  ReleaseSeatsTogether,
  ReservedHolds,
  SellSeats,
  SellSeatsOfOne,
  SellSeatsTogether,
  WaitlistTakes,
  type ConvertHoldMutation,
  type ConvertHoldsMutation,
  type ConvertHoldsTogetherMutation,
  type HoldConversionInput,
  type MoveSeatMutation,
  type MoveSeatMutationVariables,
  type ReservedHoldsQuery,
  type WaitlistTakesQueryVariables,
} from "./seating.generated.ts";

/** `moreHoldIds`: converted with the first one, all or none. */
export type HoldConversion = HoldConversionInput & { moreHoldIds?: string[] };

/** The previous version of seating does not know it: the hold is then not converted. */
const needsCheck = ({ hasAnswers, isChecked }: HoldConversion) => hasAnswers === true || isChecked === true;
type OneHold = NonNullable<ConvertHoldsMutation["convertHolds"][number]>;
type SeveralHolds = NonNullable<ConvertHoldsTogetherMutation["convertHoldsTogether"][number]>;
export type ConvertedHold = Omit<OneHold, "seats"> & {
  /** The hold that is the reason of the refusal, of several. */
  refusedHoldId?: string | null;
  /** Of several holds each seat has its event. */
  seats: (OneHold["seats"][number] & { eventId?: string })[];
};

export type MovedSeat = MoveSeatMutation["moveSeat"];

/** Of a reservation at the counter. */
export type Reserved = NonNullable<ReservedHoldsQuery["reservedHolds"]>;

export interface OrderToSell {
  id: string;
  hasSeveralHolds: boolean;
}

/** Batch calls return an Error for each item without an answer. @throws the errors of ServiceClient.ask */
export interface SeatingClient {
  convertHolds(conversions: HoldConversion[]): Promise<(ConvertedHold | Error)[]>;
  /** False for an order that no longer has its seats. */
  sellSeats(orders: OrderToSell[]): Promise<(boolean | Error)[]>;
  /** `seatIds`: null for all seats of the order. */
  releaseSeats(orderId: string, seatIds: string[] | null, hasSeveralHolds: boolean): Promise<void>;
  /** Exchanges a sold seat of an order for a free one. The previous version does not know it: then it is unavailable. */
  moveSeat(move: MoveSeatMutationVariables): Promise<MovedSeat>;
  /** Null if the organization has no such reservation. The previous version does not know it: then it is unavailable. */
  reservedHolds(reservationId: string, organizationId: string): Promise<Reserved | null>;
  /** Whether people on the waiting list would be offered all of the seats. @throws GraphQLError UNAVAILABLE without an answer: nothing has happened */
  waitlistTakes(asked: WaitlistTakesQueryVariables): Promise<boolean>;
}

export function createSeatingClient(client: ServiceClient): SeatingClient {
  return {
    convertHolds: (conversions) =>
      askByKind(
        conversions,
        ({ moreHoldIds }) => moreHoldIds !== undefined,
        (ofOne) =>
          askByKind(
            ofOne,
            needsCheck,
            (unasked) =>
              askAll(
                unasked,
                async () => (await client.ask(ConvertHolds, { conversions: unasked })).convertHolds,
                async (conversion) => withBreakdowns((await client.ask(ConvertHold, conversion)).convertHold),
              ),
            async (answered) => {
              const { convertHolds } = await client.ask(ConvertHolds, { conversions: answered });
              return convertHolds.map((converted) => converted ?? timedOut("Another service"));
            },
          ),
        async (ofSeveral) => {
          const conversions = ofSeveral.map(({ holdId, moreHoldIds = [], ...rest }) => {
            return { ...rest, holdIds: [holdId, ...moreHoldIds] };
          });
          const { convertHoldsTogether } = await client.ask(ConvertHoldsTogether, { conversions });
          return convertHoldsTogether.map((converted) => (converted ? asOne(converted) : timedOut("Another service")));
        },
      ),
    sellSeats: (orders) =>
      askByKind(
        orders,
        ({ hasSeveralHolds }) => hasSeveralHolds,
        (ofOne) =>
          askAll(
            ofOne.map(({ id }) => id),
            async () => (await client.ask(SellSeats, { orderIds: ofOne.map(({ id }) => id) })).sellSeatsOf,
            async (orderId) => (await client.ask(SellSeatsOfOne, { orderId })).sellSeats,
          ),
        async (ofSeveral) => {
          const orderIds = ofSeveral.map(({ id }) => id);
          const { sellSeatsTogether } = await client.ask(SellSeatsTogether, { orderIds });
          return sellSeatsTogether.map((answer) => answer ?? timedOut("Another service"));
        },
      ),
    releaseSeats: async (orderId, seatIds, hasSeveralHolds) => {
      if (hasSeveralHolds) await client.ask(ReleaseSeatsTogether, { orderId, seatIds });
      else await client.ask(ReleaseSeats, { orderId, seatIds });
    },
    moveSeat: async (move) => {
      const { moveSeat } = await client.ask(MoveSeat, move).catch(unavailableIfUnknown);
      return moveSeat;
    },
    reservedHolds: async (reservationId, organizationId) => {
      const asked = { reservationId, organizationId };
      return (await client.ask(ReservedHolds, asked).catch(unavailableIfUnknown)).reservedHolds ?? null;
    },
    waitlistTakes: async (asked) =>
      (await client.ask(WaitlistTakes, asked).catch(unavailableUnlessAnswered)).waitlistTakes,
  };
}

function unavailableIfUnknown(error: Error): never {
  throw error instanceof UnknownOperation ? unavailable("seating", error) : error;
}

/** For a question, which changes nothing. */
function unavailableUnlessAnswered(error: Error): never {
  const isTimeout = error instanceof GraphQLError && error.extensions.code === "TIMEOUT";
  if (isTimeout) throw unavailable("seating", error);
  return unavailableIfUnknown(error);
}

/**
 * Asks about what has several holds by itself, because the previous version does not know that call: then it is unavailable, and nothing has
 * happened.
 */
async function askByKind<Item, Answer>(
  items: Item[],
  isSeveral: (item: Item) => boolean,
  askForOne: (items: Item[]) => Promise<(Answer | Error)[]>,
  askForSeveral: (items: Item[]) => Promise<(Answer | Error)[]>,
): Promise<(Answer | Error)[]> {
  const several = items.filter(isSeveral);
  if (several.length === 0) return askForOne(items);
  const others = items.filter((item) => !isSeveral(item));
  const failed = (part: Item[]) => (error: Error) => {
    const answer = error instanceof UnknownOperation ? unavailable("seating", error) : error;
    return part.map(() => answer);
  };
  const [ofOne, ofSeveral] = await Promise.all([
    others.length > 0 ? askForOne(others).catch(failed(others)) : [],
    askForSeveral(several).catch(failed(several)),
  ]);
  const [restOfOne, restOfSeveral] = [ofOne.values(), ofSeveral.values()];
  return items.map((item) => (isSeveral(item) ? restOfSeveral : restOfOne).next().value!);
}

const asOne = ({ holdId, seats, ...converted }: SeveralHolds): ConvertedHold => ({
  ...converted,
  refusedHoldId: holdId,
  eventId: seats[0]?.eventId ?? null,
  promoCode: [...new Set(seats.flatMap(({ promoCode }) => promoCode ?? []))].join(",") || null,
  seats,
});

/** Converts an answer of the previous version of seating. */
const withBreakdowns = (converted: ConvertHoldMutation["convertHold"]): ConvertedHold => ({
  ...converted,
  seats: converted.seats.map(({ breakdown, ...seat }) => {
    const { lines, ...sums } = breakdownSchema.parse(JSON.parse(breakdown));
    return {
      ...seat,
      priceName: null,
      channel: null,
      priceBreakdown: { ...sums, lines: lines.map((line) => ({ ...line, rate: line.rate ?? null })) },
    };
  }),
});
