// What orders asks of seating, now.
import { askAll, type ServiceClient } from "../../platform/http/service-client.ts";

export interface ConvertedHold {
  refusal: "NOT_FOUND" | "NOT_ACTIVE" | null;
  eventId: string | null;
  organizationId: string | null;
  currency: string | null;
  promoCode: string | null;
  seats: {
    id: string;
    sectionId: string;
    sectionName: string;
    row: string | null;
    number: string | null;
    tierName: string;
    price: number;
    /** domain/pricing.ts, as JSON. */
    breakdown: string;
  }[];
}

export interface HoldConversion {
  holdId: string;
  orderId: string;
  buyerId: string;
}

/** Several at once; an Error in the place of one that could not be decided. @throws what ServiceClient.ask throws */
export interface SeatingClient {
  convertHolds(conversions: HoldConversion[]): Promise<(ConvertedHold | Error)[]>;
  /** False for an order that does not have its seats any more. */
  sellSeats(orderIds: string[]): Promise<(boolean | Error)[]>;
  /** Null: all that the order still has. */
  releaseSeats(orderId: string, seatIds: string[] | null): Promise<void>;
}

const CONVERTED = `{ refusal eventId organizationId currency promoCode seats { id sectionId sectionName row number tierName price breakdown } }`;
const CONVERT = `mutation ($conversions: [HoldConversionInput!]!) { convertHolds(conversions: $conversions) ${CONVERTED} }`;
const CONVERT_ONE = `mutation ($holdId: ID!, $orderId: ID!, $buyerId: ID!) { convertHold(holdId: $holdId, orderId: $orderId, buyerId: $buyerId) ${CONVERTED} }`;
const SELL = `mutation ($orderIds: [ID!]!) { sellSeatsOf(orderIds: $orderIds) }`;
const SELL_ONE = `mutation ($orderId: ID!) { sellSeats(orderId: $orderId) }`;
const RELEASE = `mutation ($orderId: ID!, $seatIds: [ID!]) { releaseSeats(orderId: $orderId, seatIds: $seatIds) }`;

export function createSeatingClient(client: ServiceClient): SeatingClient {
  return {
    convertHolds: (conversions) =>
      askAll(
        conversions,
        async () =>
          (await client.ask<{ convertHolds: (ConvertedHold | null)[] }>(CONVERT, { conversions })).convertHolds,
        async (conversion) =>
          (await client.ask<{ convertHold: ConvertedHold }>(CONVERT_ONE, { ...conversion })).convertHold,
      ),
    sellSeats: (orderIds) =>
      askAll(
        orderIds,
        async () => (await client.ask<{ sellSeatsOf: (boolean | null)[] }>(SELL, { orderIds })).sellSeatsOf,
        async (orderId) => (await client.ask<{ sellSeats: boolean }>(SELL_ONE, { orderId })).sellSeats,
      ),
    releaseSeats: async (orderId, seatIds) => void (await client.ask(RELEASE, { orderId, seatIds })),
  };
}
