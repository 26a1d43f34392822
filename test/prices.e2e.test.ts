// What a ticket costs: the first price that a buyer sees is what is charged, with fees and taxes.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import {
  allSeats,
  createEvent,
  createOrganization,
  payOrder,
  placeOrder,
  publishEvent,
  readOrder,
  setMember,
  signUp,
  type Person,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { BREAKDOWN, hold, PRICING, setPricing, showWithFees, tiersOf } from "./pricing.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

const newPerson = () => signUp(supergraph.client);

test("the price that is shown first is what is held, ordered, charged and refunded", async () => {
  const show = await showWithFees(supergraph.client);
  const [buyer] = [await newPerson()];
  const [tier] = await tiersOf(buyer.client, show.eventId);
  // 45.00 and 10 % and 0.50, of which 7 % tax is contained.
  expect(tier).toMatchObject({
    price: { amount: 5_000 },
    breakdown: {
      base: { amount: 4_500 },
      lines: [
        { kind: "FEE", name: "Service fee", amount: { amount: 500 }, included: false },
        { kind: "TAX", name: "VAT", amount: { amount: 327 }, included: true },
      ],
      total: { amount: 5_000, currency: "EUR" },
    },
  });
  const seats = show.seats.slice(0, 3);
  expect(seats.map(({ price }) => price.amount)).toEqual([5_000, 5_000, 5_000]);
  const held = await hold(buyer, { eventId: show.eventId, seatIds: seats.map(({ id }) => id) });
  expect(held).toMatchObject({
    total: { amount: 15_000 },
    promoCode: null,
    breakdown: { base: { amount: 13_500 }, lines: [{ amount: { amount: 1_500 } }, { amount: { amount: 981 } }] },
    items: seats.map(({ id }) => ({ seat: { id }, price: { amount: 5_000 }, breakdown: tier!.breakdown })),
  });
  const placed = await placeOrder(buyer.client, held.id);
  expect(placed).toMatchObject({ total: { amount: 15_000 }, items: Array(3).fill({ price: { amount: 5_000 } }) });
  const seen = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { ${BREAKDOWN} items { ${BREAKDOWN} } } }`, {
    id: placed.id,
  });
  expect(seen.order).toEqual({ breakdown: held.breakdown, items: Array(3).fill({ breakdown: tier!.breakdown }) });
  await payOrder(buyer.client, placed.id);
  await supergraph.settle();
  const { tickets, status } = await readOrder(buyer.client, placed.id);
  expect(status).toBe("CONFIRMED");
  await show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId: placed.id, ticketIds: [tickets[0].id], reason: "ill", idempotencyKey: randomUUID() },
  });
  await supergraph.settle();
  const [entry] = supergraph.provider.payments().filter(({ metadata }) => metadata.order_id === placed.id);
  expect(entry).toMatchObject({ captured: 15_000, refunded: 5_000 });
});

test("an event keeps those that it was published with, a draft follows them", async () => {
  const show = await showWithFees(supergraph.client);
  const { owner, organizationId, eventId } = show;
  const draft = await createEvent(owner.client, organizationId, show.venueId, [
    { name: "All", price: { amount: 1_000, currency: "EUR" }, sections: ["Parkett", "Rang"] },
  ]);
  const [before] = await tiersOf(owner.client, eventId);
  expect((await tiersOf(owner.client, draft))[0]).toMatchObject({ price: { amount: 1_150 } });
  const changed = await setPricing(owner.client, { organizationId, fees: [], taxes: [], expectedVersion: 1 });
  expect(changed.data.setPricing).toEqual({ __typename: "Pricing", version: 2, fees: [], taxes: [] });
  expect((await tiersOf(owner.client, eventId))[0]).toEqual(before);
  expect((await tiersOf(owner.client, draft))[0]).toMatchObject({ price: { amount: 1_000 } });
  await publishEvent(owner.client, draft);
  expect((await allSeats(owner.client, draft))[0]!.price.amount).toBe(1_000);
});

test("rates can be given in percent or in thousandths of a percent, and are shown as both", async () => {
  const owner = await newPerson();
  const organizationId = await createOrganization(owner.client);
  const rates = `... on Pricing { fees { rate ratePercent } taxes { rate ratePercent } }`;
  const { setPricing: changed } = await owner.client.ask(
    `mutation ($i: SetPricingInput!) { setPricing(input: $i) { ${rates} } }`,
    {
      i: {
        organizationId,
        fees: [{ name: "Service fee", ratePercent: 2.5, included: false }],
        taxes: [
          { name: "VAT", ratePercent: 8.1, included: true },
          { name: "City", rate: 8_875, included: true },
        ],
        expectedVersion: 0,
      },
    },
  );
  expect(changed).toEqual({
    fees: [{ rate: 2_500, ratePercent: 2.5 }],
    taxes: [
      { rate: 8_100, ratePercent: 8.1 },
      { rate: 8_875, ratePercent: 8.875 },
    ],
  });
});

test("of two who change them at once one is refused; only managers change them, only members see them", async () => {
  const [owner, clerk, stranger] = [await newPerson(), await newPerson(), await newPerson()];
  const organizationId = await createOrganization(owner.client);
  await setMember(owner.client, organizationId, clerk.id, "BOX_OFFICE");
  const both = await Promise.all(
    [0, 1].map(() => setPricing(owner.client, { organizationId, ...PRICING, expectedVersion: 0 })),
  );
  expect(both.map(({ data }) => data.setPricing.__typename).sort()).toEqual(["Pricing", "PricingChanged"]);
  expect(both.map(({ data }) => data.setPricing)).toContainEqual({
    __typename: "PricingChanged",
    message: expect.any(String),
    pricing: { version: 1 },
  });
  const denied = { organizationId, ...PRICING, expectedVersion: 1 };
  expect((await setPricing(clerk.client, denied)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  await supergraph.settle();
  const seenBy = async ({ client }: Person) =>
    (
      await client.ask(
        `query ($id: ID!) { organization(id: $id) { pricing { version fees { name amount { amount currency } } } } }`,
        { id: organizationId },
      )
    ).organization.pricing;
  expect(await seenBy(clerk)).toEqual({
    version: 1,
    fees: [{ name: "Service fee", amount: { amount: 50, currency: "EUR" } }],
  });
  expect(await seenBy(stranger)).toBeNull();
});

test.each<[string, Data]>([
  ["input.fees.0.rate", { fees: [{ name: "F", rate: 100_001, included: false }], taxes: [] }],
  ["input.taxes.0.rate", { fees: [], taxes: [{ name: "T", rate: -1, included: false }] }],
  ["input.taxes.0.ratePercent", { fees: [], taxes: [{ name: "T", included: true }] }],
  ["input.taxes.0.ratePercent", { fees: [], taxes: [{ name: "T", rate: 1, ratePercent: 1, included: true }] }],
  ["input.taxes.0.ratePercent", { fees: [], taxes: [{ name: "T", ratePercent: 8.1001, included: true }] }],
  ["input.fees.0.ratePercent", { fees: [{ name: "F", rate: 1, ratePercent: 1, included: true }], taxes: [] }],
  ["input.fees.0.ratePercent", { fees: [{ name: "F", ratePercent: 100.001, included: true }], taxes: [] }],
  ["input.taxes", { fees: [], taxes: [1, 2].map(() => ({ name: "T", rate: 60_000, included: true })) }],
  ["input.fees", { fees: Array(11).fill({ name: "F", included: false }), taxes: [] }],
  ["input.fees.0.name", { fees: [{ name: "", included: false }], taxes: [] }],
])("invalid input in %s is refused", async (field, input) => {
  const owner = await newPerson();
  const organizationId = await createOrganization(owner.client);
  const { errors } = await setPricing(owner.client, { organizationId, expectedVersion: 0, ...input });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" }, message: expect.stringContaining(field) }]);
});
