// What orders asks of seating, now.
import type { ServiceClient } from "../../platform/service-client.ts";

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
    /** schema/pricing.ts, as JSON. */
    breakdown: string;
  }[];
}

export interface SeatingClient {
  convertHold(holdId: string, orderId: string, buyerId: string): Promise<ConvertedHold>;
  /** False if the order does not have its seats any more. */
  sellSeats(orderId: string): Promise<boolean>;
  /** Null: all that the order still has. */
  releaseSeats(orderId: string, seatIds: string[] | null): Promise<void>;
}

const CONVERT = `mutation ($holdId: ID!, $orderId: ID!, $buyerId: ID!) {
  convertHold(holdId: $holdId, orderId: $orderId, buyerId: $buyerId) {
    refusal eventId organizationId currency promoCode seats { id sectionId sectionName row number tierName price breakdown }
  }
}`;
const SELL = `mutation ($orderId: ID!) { sellSeats(orderId: $orderId) }`;
const RELEASE = `mutation ($orderId: ID!, $seatIds: [ID!]) { releaseSeats(orderId: $orderId, seatIds: $seatIds) }`;

export function createSeatingClient(client: ServiceClient): SeatingClient {
  return {
    convertHold: async (holdId, orderId, buyerId) =>
      (await client.ask<{ convertHold: ConvertedHold }>(CONVERT, { holdId, orderId, buyerId })).convertHold,
    sellSeats: async (orderId) => (await client.ask<{ sellSeats: boolean }>(SELL, { orderId })).sellSeats,
    releaseSeats: async (orderId, seatIds) => void (await client.ask(RELEASE, { orderId, seatIds })),
  };
}
