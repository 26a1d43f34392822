// Several prices on one seat, phases, conditions and quantities, and their changes during a sale: what buyers are shown is what they pay.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import { allSeats, createPromoCode, payOrder, placeOrder } from "../local/fixtures.ts";
import { until } from "../testkit/until.ts";
import {
  DAY,
  FAMILY,
  HOUR,
  ask,
  best,
  buyer,
  euro,
  floor,
  hold,
  inSeconds,
  onSale,
  owner,
  pricesNow,
  read,
  release,
  show,
  stalls,
  start,
  stop,
  supergraph,
} from "./ticket-prices.ts";

beforeAll(start);
afterAll(stop);

test("an adult, a child and a member: each seat has its price, on the hold, the order, the tickets, and back", async () => {
  const sale = await onSale(FAMILY);
  const { priceTiers } = await read(
    supergraph.client(),
    sale.id,
    "priceTiers { name price { amount } prices { name standard price { amount } onlyWith mostForEach needsCode wheelchairPlacesOnly } }",
  );
  expect(priceTiers[0]).toMatchObject({
    price: { amount: 4_500 },
    prices: [
      { name: "Adult", standard: true, price: { amount: 4_500 } },
      { name: "Child", standard: false, onlyWith: ["Adult"], mostForEach: 2 },
      { name: "Member", needsCode: true },
      { name: "Wheelchair place", wheelchairPlacesOnly: true },
      { name: "Companion", price: { amount: 0 } },
    ],
  });
  expect(priceTiers[1].prices).toMatchObject([{ name: "Standard", standard: true, price: { amount: 2_500 } }]);
  await createPromoCode(owner, sale.id, { code: "MEMBERS", opensPrices: ["Member"], maxTickets: 1 });
  const chosen: [number, string | null][] = [
    [1, null],
    [2, "Child"],
    [3, "Member"],
  ];
  const held = await hold(sale, chosen, { promoCode: "members", expectedTotal: 9_500 });
  expect(held).toMatchObject({
    __typename: "Hold",
    total: { amount: 9_500 },
    items: [
      { priceName: "Adult", price: { amount: 4_500 } },
      { priceName: "Child", price: { amount: 2_000 } },
      { priceName: "Member", price: { amount: 3_000 } },
    ],
  });
  const placed = await placeOrder(buyer.client, held.id);
  expect(placed).toMatchObject({ total: { amount: 9_500 } });
  await payOrder(buyer.client, placed.id);
  await supergraph.settle();
  const { order } = await buyer.client.ask(
    `query ($id: ID!) { order(id: $id) { status items { priceName price { amount } } tickets { id priceName } pdf } }`,
    { id: placed.id },
  );
  expect(order).toMatchObject({
    status: "CONFIRMED",
    items: [{ priceName: "Adult" }, { priceName: "Child" }, { priceName: "Member", price: { amount: 3_000 } }],
    tickets: [{ priceName: "Adult" }, { priceName: "Child" }, { priceName: "Member" }],
  });
  expect(order.pdf).not.toBeNull();
  // The code has one ticket, until it is refunded.
  const again: [number, string | null][] = [[4, "Member"]];
  expect(await hold(sale, again, { promoCode: "MEMBERS" })).toMatchObject({ reason: "EXHAUSTED" });
  await ask(owner, "refundOrder", "RefundOrderInput", {
    ...{ orderId: placed.id, ticketIds: [order.tickets[2].id], reason: "ill" },
  });
  await supergraph.settle();
  const [entry] = supergraph.provider.payments().filter(({ metadata }) => metadata.order_id === placed.id);
  expect(entry).toMatchObject({ captured: 9_500, refunded: 3_000 });
  expect(await hold(sale, again, { promoCode: "MEMBERS" })).toMatchObject({ total: { amount: 3_000 } });
});

test("a price that may not be used is refused with its reason, and nothing is held", async () => {
  const sale = await onSale(FAMILY);
  await createPromoCode(owner, sale.id, { code: "MEMBERS", opensPrices: ["Member"] });
  await createPromoCode(owner, sale.id, { code: "HALF", discountPercent: 50 });
  const refused = async (chosen: [number, string | null][], rest: object = {}) =>
    (await hold(sale, chosen, rest)).refusal;
  expect(await refused([[1, "Senior"]])).toBe("UNKNOWN");
  expect(await refused([[1, "Child"]])).toBe("NOT_ALONE");
  expect(await refused([[1, null], [2, "Child"], [3, "Child"], [4, "Child"]])).toBe("NOT_ALONE"); // prettier-ignore
  expect(await refused([[1, "Member"]])).toBe("NEEDS_CODE");
  expect(await refused([[1, "Member"]], { promoCode: "HALF" })).toBe("NEEDS_CODE");
  expect(await refused([[1, "Member"], [2, "Member"]], { promoCode: "MEMBERS" })).toBe("TOO_MANY"); // prettier-ignore
  expect(await refused([[1, "Wheelchair place"]])).toBe("WHEELCHAIR_PLACES_ONLY");
  expect(await refused([[20, "Child"]])).toBe("UNKNOWN");
  const told = await hold(sale, [[1, "Child"]]);
  expect(told).toMatchObject({ __typename: "PriceNotUsable", priceName: "Child" });
  expect(told.message).toContain("input.prices");
  expect(await hold(sale, [[1, null]], { expectedTotal: 4_400 })).toMatchObject({
    __typename: "TotalChanged",
    message: expect.stringContaining("input.expectedTotal"),
    total: { amount: 4_500, currency: "EUR" },
  });
  const { seats } = await read(owner, sale.id, "seats { nodes { status } }");
  expect(seats.nodes.every(({ status }: Data) => status === "AVAILABLE")).toBe(true);
  // A discount covers every price that needs no code.
  const half: [number, string | null][] = [
    [1, null],
    [2, "Child"],
  ];
  const held = await hold(sale, half, { promoCode: "HALF" });
  expect(held).toMatchObject({ total: { amount: 3_250 } });
  const { applyPromoCode } = await buyer.client.ask(
    `mutation ($id: ID!) { applyPromoCode(holdId: $id, code: null) { ... on Hold { total { amount } } } }`,
    { id: held.id },
  );
  expect(applyPromoCode).toEqual({ total: { amount: 6_500 } });
  await release(held.id);
});

test("the best seats get prices by number, and the wheelchair place its own", async () => {
  const sale = await onSale(FAMILY);
  const { priceTiers } = await read(owner, sale.id, "priceTiers { id name }");
  const inStalls = { priceTierId: priceTiers[0].id };
  const prices = [
    { price: "Companion", seats: 1 },
    { price: "Wheelchair place", seats: 1 },
  ];
  const held = await best(sale, 2, prices, { ...inStalls, wheelchairPlaces: 1 });
  expect(held).toMatchObject({ total: { amount: 2_500 } });
  expect(held.items.map(({ priceName }: Data) => priceName).sort()).toEqual(["Companion", "Wheelchair place"]);
  const family = await best(sale, 3, [{ price: "Child", seats: 2 }], inStalls);
  expect(family).toMatchObject({ total: { amount: 8_500 } });
  await release(held.id);
  await release(family.id);
});

test("an early bird ends by date, one by quantity, and comes back with the tickets", async () => {
  const phases = [
    { name: "Super early", price: euro(1_500), until: inSeconds(DAY) },
    { name: "Early", price: euro(2_000), quantity: 3 },
  ];
  const sale = await onSale([stalls({ phases }), floor]);
  expect(await pricesNow(sale.id)).toMatchObject([
    {
      priceTier: { price: { amount: 4_500 } },
      prices: [{ price: { amount: 1_500 }, phase: "Super early", left: null }],
    },
    { prices: [{ price: { amount: 2_500 }, phase: null, status: "OPEN" }] },
  ]);
  expect((await allSeats(owner, sale.id))[0]!.price.amount).toBe(1_500);
  const early = await hold(sale, [[1, null]]);
  expect(early).toMatchObject({ total: { amount: 1_500 }, items: [{ priceName: null }] });
  await supergraph.advance(DAY);
  expect((await allSeats(owner, sale.id))[1]!.price.amount).toBe(2_000);
  const two = await hold(sale, [[2, null], [3, null]]); // prettier-ignore
  expect(two).toMatchObject({ total: { amount: 4_000 } });
  expect((await pricesNow(sale.id))[0]!.prices).toMatchObject([{ phase: "Early", left: 1 }]);
  // One is left, so the second seat costs what comes after it.
  const mixed = await hold(sale, [[4, null], [5, null]], { expectedTotal: 6_500 }); // prettier-ignore
  expect(mixed.items.map(({ price }: Data) => price.amount)).toEqual([2_000, 4_500]);
  expect((await allSeats(owner, sale.id))[6]!.price.amount).toBe(4_500);
  await release(two.id);
  // After a slow count, freed tickets are noticed later.
  const isBack = async () => (await allSeats(owner, sale.id))[6]!.price.amount === 2_000;
  await until(isBack, "the phase is open again");
  expect((await pricesNow(sale.id))[0]!.prices).toMatchObject([{ phase: "Early", left: 2 }]);
  await release(mixed.id);
});

test("a price is sold in its own time only", async () => {
  const times = { salesStartAt: inSeconds(2 * DAY), salesEndAt: inSeconds(3 * DAY) };
  const sale = await onSale([stalls({ prices: [{ name: "Last minute", price: euro(1_000), ...times }] }), floor]);
  const refused = (refusal: string) => ({ __typename: "PriceNotUsable", refusal });
  expect(await hold(sale, [[1, "Last minute"]])).toMatchObject(refused("NOT_YET"));
  await supergraph.advance(2 * DAY);
  expect(await hold(sale, [[1, "Last minute"]])).toMatchObject({ total: { amount: 1_000 } });
  await supergraph.advance(3 * DAY);
  expect(await hold(sale, [[2, "Last minute"]])).toMatchObject(refused("ENDED"));
  expect(await hold(sale, [[2, null]])).toMatchObject({ total: { amount: 4_500 } });
});

test("an event with one price is as it was", async () => {
  expect((await pricesNow(show.eventId)).map(({ prices }) => prices)).toEqual(
    [4_500, 3_000].map((amount) => [
      { name: "Standard", standard: true, price: { amount }, phase: null, left: null, status: "OPEN" },
    ]),
  );
  const sale = { id: show.eventId, seats: show.seats };
  const held = await hold(sale, [[1, null]], { expectedTotal: 4_500 });
  expect(held).toMatchObject({ total: { amount: 4_500 }, items: [{ priceName: null, price: { amount: 4_500 } }] });
  expect(await hold(sale, [[2, "Child"]])).toMatchObject({ __typename: "PriceNotUsable", refusal: "UNKNOWN" });
});

test.each<[string, object]>([
  ["input.priceTiers.0.prices.0.price.amount", { prices: [{ name: "Child", price: euro(-1) }] }],
  ["input.priceTiers.0.prices", { prices: [{ name: "Child", price: { amount: 1, currency: "USD" } }] }],
  ["input.priceTiers.0.prices", { prices: [{ name: "Standard", price: euro(1) }] }],
  ["input.priceTiers.0.prices", { prices: [{ name: "Child", price: euro(1), onlyWith: ["Adult"] }] }],
  ["input.priceTiers.0.prices.0.mostForEach", { prices: [{ name: "Child", price: euro(1), mostForEach: 2 }] }],
  ["input.priceTiers.0.phases.0.until", { phases: [{ name: "Early", price: euro(1) }] }],
  ["input.priceTiers.0.phases", { phases: [1, 2].map(() => ({ name: "Early", price: euro(1), quantity: 1 })) }],
  [
    "input.priceTiers.0.prices.0.salesEndAt",
    { prices: [{ name: "C", price: euro(1), salesStartAt: inSeconds(2 * HOUR), salesEndAt: inSeconds(HOUR) }] },
  ],
])("invalid input in %s is refused", async (field, rest) => {
  const input = {
    ...{ organizationId: show.organizationId, venueId: show.venueId, name: "Concert", category: "CONCERT" },
    ...{ startsAt: inSeconds(30 * DAY), priceTiers: [stalls(rest), floor], idempotencyKey: randomUUID() },
  };
  const { errors } = await owner.send(
    `mutation ($input: CreateEventInput!) { createEvent(input: $input) { __typename } }`,
    { input },
  );
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" }, message: expect.stringContaining(field) }]);
});
