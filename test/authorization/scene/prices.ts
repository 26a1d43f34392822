// A change of prices.
import { randomUUID } from "node:crypto";
import type { Person } from "../../../local/fixtures.ts";

export const NEW_PRICES = [{ name: "All", price: { amount: 200, currency: "EUR" } }];

/** Sets the prices of an event with one tier. */
export async function changePrices({ client }: Person, eventId: string): Promise<void> {
  const { event } = await client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  await client.ask(`mutation ($i: SetPricesInput!) { setPrices(input: $i) { __typename } }`, {
    i: { eventId, expectedVersion: event.version, tiers: NEW_PRICES, idempotencyKey: randomUUID() },
  });
}
