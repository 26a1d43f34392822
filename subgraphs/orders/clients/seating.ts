// What orders asks of seating.
import { breakdownSchema } from "../../../domain/pricing.ts";
import { askAll, type ServiceClient } from "../../../platform/http/service-client.ts";
import {
  ConvertHold,
  ConvertHolds,
  ReleaseSeats,
  SellSeats,
  SellSeatsOfOne,
  type ConvertHoldMutation,
  type ConvertHoldsMutation,
  type HoldConversionInput,
} from "./seating.generated.ts";

export type HoldConversion = HoldConversionInput;
export type ConvertedHold = NonNullable<ConvertHoldsMutation["convertHolds"][number]>;

/** Several at once; an Error in the place of one that could not be decided. @throws what ServiceClient.ask throws */
export interface SeatingClient {
  convertHolds(conversions: HoldConversion[]): Promise<(ConvertedHold | Error)[]>;
  /** False for an order that does not have its seats any more. */
  sellSeats(orderIds: string[]): Promise<(boolean | Error)[]>;
  /** Null: all that the order still has. */
  releaseSeats(orderId: string, seatIds: string[] | null): Promise<void>;
}

export function createSeatingClient(client: ServiceClient): SeatingClient {
  return {
    convertHolds: (conversions) =>
      askAll(
        conversions,
        async () => (await client.ask(ConvertHolds, { conversions })).convertHolds,
        async (conversion) => withBreakdowns((await client.ask(ConvertHold, conversion)).convertHold),
      ),
    sellSeats: (orderIds) =>
      askAll(
        orderIds,
        async () => (await client.ask(SellSeats, { orderIds })).sellSeatsOf,
        async (orderId) => (await client.ask(SellSeatsOfOne, { orderId })).sellSeats,
      ),
    releaseSeats: async (orderId, seatIds) => void (await client.ask(ReleaseSeats, { orderId, seatIds })),
  };
}

/** As the version before answers, in the form of this one. */
const withBreakdowns = (converted: ConvertHoldMutation["convertHold"]): ConvertedHold => ({
  ...converted,
  seats: converted.seats.map(({ breakdown, ...seat }) => ({
    ...seat,
    priceBreakdown: breakdownSchema.parse(JSON.parse(breakdown)),
  })),
});
