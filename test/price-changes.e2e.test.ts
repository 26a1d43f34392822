// Prices that change during a sale, by organizers, and for a hold, by its buyer: what is held costs what it did.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import { allSeats, createEvent, createPromoCode, placeOrder, publishEvent, signUp } from "../local/fixtures.ts";
import {
  CHILD,
  DAY,
  FAMILY,
  ask,
  buyer,
  choose,
  euro,
  floor,
  hold,
  inSeconds,
  onSale,
  owner,
  pricesNow,
  read,
  release,
  setPrices,
  show,
  stalls,
  start,
  stop,
  supergraph,
  type Sale,
} from "./ticket-prices.ts";

beforeAll(start);
afterAll(stop);

test("prices change during a sale, never for what is held, and the history has them all", async () => {
  const sale = await onSale([stalls(), floor]);
  expect(await read(owner, sale.id, "priceHistory { version }")).toEqual({ priceHistory: [] });
  const held = await hold(sale, [[1, null]]);
  const dearer = { name: "Stalls", price: euro(5_000), prices: [{ name: "Student", price: euro(2_500), quantity: 1 }] };
  expect(await setPrices(owner, sale.id, [dearer])).toMatchObject({ __typename: "Event" });
  const [before, after] = [sale.seats[0]!.price.amount, (await allSeats(owner, sale.id))[2]!];
  expect([before, after.price.amount]).toEqual([4_500, 5_000]);
  expect((await pricesNow(sale.id))[0]).toMatchObject({
    priceTier: { price: { amount: 5_000 } },
    prices: [{ name: "Standard" }, { name: "Student", left: 1, status: "OPEN" }],
  });
  const { hold: kept } = await buyer.client.ask(
    `query ($id: ID!) { hold(id: $id) { total { amount } items { price { amount } priceName } } }`,
    { id: held.id },
  );
  expect(kept).toEqual({ total: { amount: 4_500 }, items: [{ price: { amount: 4_500 }, priceName: null }] });
  expect(await placeOrder(buyer.client, held.id)).toMatchObject({ total: { amount: 4_500 } });
  expect(await hold(sale, [[2, "Student"]])).toMatchObject({ total: { amount: 2_500 } });
  expect(await hold(sale, [[3, "Student"]])).toMatchObject({ refusal: "SOLD_OUT" });
  expect((await pricesNow(sale.id))[0]!.prices[1]).toMatchObject({ left: 0, status: "SOLD_OUT" });
  const { priceHistory } = await read(
    owner,
    sale.id,
    "priceHistory { version changedAt prices { tier name phase base { amount } } }",
  );
  expect(
    priceHistory.map(({ prices }: Data) => prices.map(({ name, base }: Data) => `${name} ${base.amount}`)),
  ).toEqual([
    ["Standard 5000", "Student 2500", "Standard 2500"],
    ["Standard 4500", "Standard 2500"],
  ]);
  expect(await read(buyer.client, sale.id, "priceHistory { version }")).toEqual({ priceHistory: null });
  const stale = { expectedVersion: 1 };
  expect(await setPrices(owner, sale.id, [dearer], stale)).toMatchObject({ __typename: "EventChanged" });
  await owner.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "ill") { __typename } }`, { id: sale.id });
  expect(await setPrices(owner, sale.id, [dearer])).toMatchObject({ __typename: "PricesNotChangeable" });
});

test("a repeated setPrices changes nothing more; drafts, copies and series follow", async () => {
  const draft = await createEvent(owner, show.organizationId, show.venueId, [stalls(), floor] as never);
  const tiers = [
    { name: "Stalls", price: euro(4_000), phases: [{ name: "Early", price: euro(3_000), until: inSeconds(DAY) }] },
  ];
  const input = { eventId: draft, expectedVersion: 1, tiers, idempotencyKey: randomUUID() };
  const both = await Promise.all(
    [0, 1].map(() => ask(owner, "setPrices", "SetPricesInput", input, "... on Event { version }")),
  );
  expect(both).toEqual([0, 1].map(() => ({ __typename: "Event", version: 2 })));
  const copied = await ask(
    owner,
    "copyEvent",
    "CopyEventInput",
    { eventId: draft, startsAt: [inSeconds(60 * DAY)], newSeries: "Opera" },
    "... on CopiedEvents { events { id series { id } priceTiers { name prices { phases { name price { amount } until } } } } }",
  );
  const [copy] = copied.events;
  expect(copy.priceTiers[0].prices[0].phases).toMatchObject([{ name: "Early", price: { amount: 3_000 } }]);
  // The copy is 30 days later, and so are its phases.
  expect(Date.parse(copy.priceTiers[0].prices[0].phases[0].until)).toBeGreaterThan(Date.now() + 29 * DAY * 1_000);
  await publishEvent(owner, copy.id);
  const changed = { seriesId: copy.series.id, tiers: [{ name: "Stalls", price: euro(6_000) }] };
  expect(await ask(owner, "updateSeries", "UpdateSeriesInput", changed)).toMatchObject({ __typename: "SeriesChange" });
  await supergraph.settle();
  for (const id of [draft, copy.id])
    expect((await read(owner, id, "priceTiers { price { amount } }")).priceTiers[0]).toEqual({
      price: { amount: 6_000 },
    });
  expect((await allSeats(owner, copy.id))[0]!.price.amount).toBe(6_000);
});

test("an event has fees and taxes of its own, in a draft and during the sale, and a way back", async () => {
  const draft = await createEvent(owner, show.organizationId, show.venueId, [stalls(), floor] as never);
  const fees = [{ name: "Facility", amount: euro(300), included: false }];
  const setFees = async (id: string, rest: object) => {
    const { version } = await read(owner, id, "version");
    return ask(owner, "setEventFees", "SetEventFeesInput", { eventId: id, expectedVersion: version, ...rest });
  };
  const first = async (id: string) => (await allSeats(owner, id))[0]!.price.amount as number;
  expect(await setFees(draft, { fees, taxes: [] })).toMatchObject({ __typename: "Event" });
  const shown = await read(owner, draft, "priceTiers { price { amount } } pricing { own fees { name } }");
  expect(shown).toEqual({
    priceTiers: [{ price: { amount: 4_800 } }, { price: { amount: 2_800 } }],
    pricing: { own: true, fees: [{ name: "Facility" }] },
  });
  await publishEvent(owner, draft);
  expect(await first(draft)).toBe(4_800);
  const sale = { id: draft, seats: await allSeats(owner, draft) };
  const held = await hold(sale, [[1, null]]);
  const dearer = [{ name: "Facility", amount: euro(500), included: false }];
  expect(await setFees(draft, { fees: dearer, taxes: [] })).toMatchObject({ __typename: "Event" });
  expect(await first(draft)).toBe(5_000);
  expect(await placeOrder(buyer.client, held.id)).toMatchObject({ total: { amount: 4_800 } });
  expect(await setFees(draft, {})).toMatchObject({ __typename: "Event" });
  expect(await first(draft)).toBe(4_500);
  expect(await read(owner, draft, "pricing { own fees { name } }")).toEqual({ pricing: { own: false, fees: [] } });
  expect(await read(buyer.client, draft, "pricing { own }")).toEqual({ pricing: null });
  expect(await hold(sale, [[2, null]], { expectedTotal: 4_500 })).toMatchObject({ total: { amount: 4_500 } });
});

test("a buyer chooses other prices for a hold; what stays costs what it did, and the order charges the new total", async () => {
  const sale = await onSale(FAMILY);
  const held = await hold(sale, [[1, null], [2, null], [3, "Child"]]); // prettier-ignore
  expect(held).toMatchObject({ total: { amount: 11_000 } });
  const dearer = {
    name: "Stalls",
    price: euro(5_000),
    standardName: "Adult",
    prices: [{ ...CHILD, price: euro(2_200) }],
  };
  expect(await setPrices(owner, sale.id, [dearer])).toMatchObject({ __typename: "Event" });
  const choice = [[2, "Child"], [3, "Child"]] as [number, string][]; // prettier-ignore
  expect(await choose(sale, held.id, choice, { expectedTotal: 8_500 })).toMatchObject({
    __typename: "TotalChanged",
    total: { amount: 8_700 },
  });
  for (let time = 0; time < 2; time++)
    expect(await choose(sale, held.id, choice, { expectedTotal: 8_700 })).toMatchObject({
      total: { amount: 8_700 },
      items: [
        { priceName: "Adult", price: { amount: 4_500 } },
        { priceName: "Child", price: { amount: 2_200 } },
        { priceName: "Child", price: { amount: 2_000 } },
      ],
    });
  expect(await choose(sale, held.id, [[1, "Child"], ...choice])).toMatchObject({ refusal: "NOT_ALONE" });
  expect(await choose(sale, held.id, [[1, "Senior"]])).toMatchObject({ refusal: "UNKNOWN", priceName: "Senior" });
  expect(await choose(sale, held.id, [[4, "Child"]])).toMatchObject({ __typename: "NotFound" });
  const stranger = await signUp(supergraph.client);
  expect(await choose(sale, held.id, choice, {}, stranger.client)).toMatchObject({ __typename: "NotFound" });
  expect(await placeOrder(buyer.client, held.id)).toMatchObject({ total: { amount: 8_700 } });
  expect(await choose(sale, held.id, [])).toMatchObject({ __typename: "HoldNotActive" });
});

test("a hold that gives up its price of a code gives up the code, and gets it with a price that it opens", async () => {
  const sale = await onSale(FAMILY);
  await createPromoCode(owner, sale.id, { code: "MEMBERS", opensPrices: ["Member"], maxTickets: 1 });
  const held = await hold(sale, [[1, "Member"], [2, null]], { promoCode: "MEMBERS" }); // prettier-ignore
  expect(held).toMatchObject({ total: { amount: 7_500 } });
  expect(await choose(sale, held.id, [[2, "Member"]])).toMatchObject({ total: { amount: 7_500 } });
  expect(await choose(sale, held.id, [])).toMatchObject({ total: { amount: 9_000 }, promoCode: null });
  expect(await choose(sale, held.id, [[1, "Member"]])).toMatchObject({ refusal: "NEEDS_CODE" });
  // The ticket is free for another buyer.
  const other = await hold(sale, [[5, "Member"]], { promoCode: "MEMBERS" });
  expect(other).toMatchObject({ total: { amount: 3_000 } });
  await release(held.id);
  await release(other.id);
});

test.each<[string, (sale: Sale) => object[]]>([
  ["input.prices", ({ seats }) => [1, 2].map(() => ({ seatId: seats[1]!.id, price: "Child" }))],
  ["input.prices.0.price", ({ seats }) => [{ seatId: seats[1]!.id, price: "" }]],
])("chosen prices that are invalid in %s are refused", async (field, prices) => {
  const sale = { id: show.eventId, seats: show.seats };
  const input = { holdId: randomUUID(), prices: prices(sale) };
  const { errors } = await buyer.client.send(
    `mutation ($input: ChooseHoldPricesInput!) { chooseHoldPrices(input: $input) { __typename } }`,
    { input },
  );
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" }, message: expect.stringContaining(field) }]);
});
