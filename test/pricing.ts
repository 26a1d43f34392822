// What tests of prices ask, and an event of an organization that takes fees.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import {
  allSeats,
  createEvent,
  createOrganization,
  createVenue,
  publishEvent,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";

export const PRICING = {
  fees: [{ name: "Service fee", rate: 10_000, amount: { amount: 50, currency: "EUR" }, included: false }],
  taxes: [{ name: "VAT", rate: 7_000, included: true }],
};
export const BREAKDOWN = `breakdown { base { amount } lines { kind name amount { amount } included } total { amount currency } }`;
export const setPricing = async (client: Client, input: Data): Promise<Data> =>
  client.send(
    `mutation ($i: SetPricingInput!) { setPricing(input: $i) {
      __typename ... on Pricing { version fees { name rate amount { amount currency } included } taxes { name rate included } } ... on PricingChanged { message pricing { version } }
    } }`,
    { i: input },
  );
export const tiersOf = async (client: Client, eventId: string): Promise<Data[]> =>
  (
    await client.ask(
      `query ($id: ID!) { event(id: $id) { priceTiers { id name price { amount currency } ${BREAKDOWN} } } }`,
      { id: eventId },
    )
  ).event.priceTiers;
export const hold = async ({ client }: Person, input: Data): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: HoldSeatsInput!) { holdSeats(input: $i) {
        __typename ... on Hold { id total { amount } promoCode ${BREAKDOWN} items { seat { id } price { amount } ${BREAKDOWN} } }
        ... on PromoCodeNotUsable { reason } ... on Error { message }
      } }`,
      { i: { idempotencyKey: randomUUID(), ...input } },
    )
  ).holdSeats;

/** An event of an organization that takes a fee on top and says what tax is in its prices. */
export async function showWithFees(open: (token?: string) => Client): Promise<Show> {
  const owner = await signUp(open);
  const organizationId = await createOrganization(owner.client);
  await setPricing(owner.client, { organizationId, ...PRICING, expectedVersion: 0 });
  const rows = [{ label: "1", seats: 60 }];
  const venueId = await createVenue(owner.client, organizationId, [
    { name: "Parkett", kind: "SEATED", rows },
    { name: "Rang", kind: "SEATED", rows },
  ]);
  const euro = (amount: number) => ({ amount, currency: "EUR" });
  const tiers = [
    { name: "I", price: euro(4_500), sections: ["Parkett"] },
    { name: "II", price: euro(2_999), sections: ["Rang"] },
  ];
  const eventId = await createEvent(owner.client, organizationId, venueId, tiers);
  await publishEvent(owner.client, eventId);
  return { owner, organizationId, venueId, eventId, seats: await allSeats(owner.client, eventId) };
}
