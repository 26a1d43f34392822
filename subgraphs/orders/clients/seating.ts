// Client of the seating subgraph.
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

/** Batch calls return an Error for each item without an answer. @throws the errors of ServiceClient.ask */
export interface SeatingClient {
  convertHolds(conversions: HoldConversion[]): Promise<(ConvertedHold | Error)[]>;
  /** False for an order that no longer has its seats. */
  sellSeats(orderIds: string[]): Promise<(boolean | Error)[]>;
  /** `seatIds`: null for all seats of the order. */
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

/** Converts an answer of the previous version of seating. */
const withBreakdowns = (converted: ConvertHoldMutation["convertHold"]): ConvertedHold => ({
  ...converted,
  seats: converted.seats.map(({ breakdown, ...seat }) => ({
    ...seat,
    priceName: null,
    priceBreakdown: breakdownSchema.parse(JSON.parse(breakdown)),
  })),
});
