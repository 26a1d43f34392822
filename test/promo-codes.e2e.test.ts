// Promo codes: what a code takes off, whom it is for, and that it is never used more often than it may.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import {
  openShow,
  payOrder,
  placeOrder,
  readOrder,
  setMember,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { until } from "../testkit/until.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { hold, showWithFees, tiersOf } from "./pricing.ts";

let supergraph: TestSupergraph;
let show: Show;
let free: string[];
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await showWithFees(supergraph.client);
  free = show.seats.map(({ id }) => id as string);
});
afterAll(() => supergraph.stop());

const newPerson = () => signUp(supergraph.client);
const apply = async ({ client }: Person, holdId: string, code: string | null): Promise<Data> =>
  (
    await client.ask(
      `mutation ($h: ID!, $c: String) { applyPromoCode(holdId: $h, code: $c) {
        __typename ... on Hold { total { amount } promoCode } ... on PromoCodeNotUsable { reason } } }`,
      { h: holdId, c: code },
    )
  ).applyPromoCode;
const CODE = `__typename ... on PromoCode { code discountRate discountAmount { amount } channel maxTickets ticketsUsed endsAt priceTiers { name price { amount } } } ... on Error { message }`;
const createCode = async (show: Show, input: Data, by: Person = show.owner): Promise<Data> =>
  by.client.send(`mutation ($i: CreatePromoCodeInput!) { createPromoCode(input: $i) { ${CODE} } }`, {
    i: { eventId: show.eventId, idempotencyKey: randomUUID(), ...input },
  });
const newCode = async (show: Show, input: Data): Promise<Data> => (await createCode(show, input)).data.createPromoCode;
const buyWith = async (buyer: Person, show: Show, seatIds: string[], promoCode?: string): Promise<Data> => {
  const held = await hold(buyer, { eventId: show.eventId, seatIds, promoCode });
  const placed = await placeOrder(buyer.client, held.id);
  await payOrder(buyer.client, placed.id);
  await supergraph.settle();
  return readOrder(buyer.client, placed.id);
};

test("a code takes something off before fees and taxes, at the hold or later, and the order costs that", async () => {
  const made = await newCode(show, { code: "half", discountRate: 50_000 });
  expect(made).toMatchObject({
    code: "HALF",
    discountRate: 50_000,
    ticketsUsed: 0,
    priceTiers: [
      { name: "I", price: { amount: 2_525 } },
      { name: "II", price: { amount: 1_699 } },
    ],
  });
  const buyer = await newPerson();
  const seatIds = free.splice(0, 2);
  const held = await hold(buyer, { eventId: show.eventId, seatIds, promoCode: " Half " });
  expect(held).toMatchObject({
    promoCode: "HALF",
    total: { amount: 5_050 },
    items: [{ price: { amount: 2_525 } }, { price: { amount: 2_525 } }],
    breakdown: {
      base: { amount: 9_000 },
      lines: [
        { kind: "DISCOUNT", name: "HALF", amount: { amount: -4_500 } },
        { kind: "FEE", amount: { amount: 550 } },
        { kind: "TAX", included: true },
      ],
    },
  });
  expect(await apply(buyer, held.id, null)).toEqual({
    __typename: "Hold",
    total: { amount: 10_000 },
    promoCode: null,
  });
  expect(await apply(buyer, held.id, "half")).toMatchObject({ total: { amount: 5_050 }, promoCode: "HALF" });
  expect(await apply(buyer, held.id, "half")).toMatchObject({ total: { amount: 5_050 }, promoCode: "HALF" });
  const placed = await placeOrder(buyer.client, held.id);
  expect(placed.total.amount).toBe(5_050);
  expect((await apply(buyer, held.id, null)).__typename).toBe("HoldNotActive");
  await payOrder(buyer.client, placed.id);
  await supergraph.settle();
  const seen = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { status promoCode } }`, { id: placed.id });
  expect(seen.order).toEqual({ status: "CONFIRMED", promoCode: "HALF" });
  const [entry] = supergraph.provider.payments().filter(({ metadata }) => metadata.order_id === placed.id);
  expect(entry).toMatchObject({ captured: 5_050 });
});

test("a crowd gets no more tickets with a code than there are, however it comes by it", async () => {
  const { code } = await newCode(show, { code: "TEN", discountAmount: 1_000, maxTickets: 10 });
  const crowd = await Promise.all(Array.from({ length: 12 }, newPerson));
  const asked = await Promise.all(
    crowd.map(async (buyer, index) => {
      const seatIds = free.splice(0, 2);
      const key = randomUUID();
      if (index % 2 === 0) {
        const ask = () => hold(buyer, { eventId: show.eventId, seatIds, promoCode: code, idempotencyKey: key });
        const [first, again] = await Promise.all([ask(), ask()]);
        expect(again).toEqual(first);
        return first;
      }
      const { id } = await hold(buyer, { eventId: show.eventId, seatIds });
      return apply(buyer, id, code);
    }),
  );
  expect(asked.filter(({ __typename }) => __typename === "Hold")).toHaveLength(5);
  for (const { __typename, reason } of asked.filter((answer) => answer.__typename !== "Hold"))
    expect({ __typename, reason }).toEqual({ __typename: "PromoCodeNotUsable", reason: "EXHAUSTED" });
});

test("what is given back can be used again, and one buyer gets no more than the code allows", async () => {
  const { code } = await newCode(show, { discountRate: 100_000, maxTickets: 3, maxTicketsPerBuyer: 2 });
  expect(code).toMatch(/^[2-9A-Z]{12}$/);
  const [one, two] = [await newPerson(), await newPerson()];
  const order = await buyWith(one, show, free.splice(0, 2), code);
  // Nothing to pay: no provider hears of it.
  expect(order).toMatchObject({ status: "CONFIRMED", total: { amount: 0 } });
  expect(supergraph.provider.payments().some(({ metadata }) => metadata.order_id === order.id)).toBe(false);
  const more = (buyer: Person, seats: number) =>
    hold(buyer, { eventId: show.eventId, seatIds: free.splice(0, seats), promoCode: code });
  expect(await more(one, 1)).toMatchObject({ reason: "LIMIT_PER_BUYER" });
  expect(await more(two, 2)).toMatchObject({ reason: "EXHAUSTED" });
  const { id } = await more(two, 1);
  expect(await more(two, 1)).toMatchObject({ reason: "EXHAUSTED" });
  await two.client.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id });
  await show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId: order.id, ticketIds: [order.tickets[0].id], reason: "ill", idempotencyKey: randomUUID() },
  });
  await supergraph.settle();
  // On a busy machine a count may be slow, and is then not repeated at once.
  const seatIds = free.splice(0, 2);
  let held: Data = {};
  const isHeld = async () =>
    (held = await hold(two, { eventId: show.eventId, seatIds, promoCode: code })).__typename === "Hold";
  await until(isHeld, "the code is counted again");
  expect(held).toMatchObject({ total: { amount: 0 } });
});

test("a code is for its tiers and its time, and is over when it is ended", async () => {
  const tiers = await tiersOf(show.owner.client, show.eventId);
  const { code } = await newCode(show, { discountRate: 10_000, priceTierIds: [tiers[1]!.id] });
  const buyer = await newPerson();
  const dear = free.shift()!;
  const cheap = free.pop()!;
  const asked = (seatIds: string[], promoCode: string, idempotencyKey = randomUUID() as string) =>
    hold(buyer, { eventId: show.eventId, seatIds, promoCode, idempotencyKey });
  const key = randomUUID();
  expect(await asked([dear], code, key)).toMatchObject({ reason: "NOT_FOR_THESE_SEATS" });
  expect(await asked([dear], code, key)).toMatchObject({ reason: "NOT_FOR_THESE_SEATS" });
  expect((await asked([dear], "OTHER", key)).__typename).toBe("IdempotencyKeyReused");
  // 50.00 for the one that it is not for, and 29.99 less 10 % with fees for the other.
  const mixed = await asked([dear, cheap], code);
  expect(mixed.total.amount).toBe(5_000 + 2_699 + 270 + 50);
  expect(await asked([free[0]!], "NO-SUCH-CODE")).toMatchObject({ reason: "UNKNOWN" });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const { code: early } = await newCode(show, { discountRate: 10_000, startsAt: tomorrow });
  expect(await asked([free[0]!], early)).toMatchObject({ reason: "NOT_YET" });
  const end = (by: Person, which: string) =>
    by.client.send(`mutation ($e: ID!, $c: String!) { endPromoCode(eventId: $e, code: $c) { ${CODE} } }`, {
      e: show.eventId,
      c: which,
    });
  expect((await end(buyer, code)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  expect((await end(show.owner, "NO-SUCH-CODE")).data.endPromoCode.__typename).toBe("NotFound");
  const ended = (await end(show.owner, code.toLowerCase())).data.endPromoCode;
  expect(ended).toMatchObject({ code, ticketsUsed: 1, endsAt: expect.any(String) });
  expect((await end(show.owner, code)).data.endPromoCode).toEqual(ended);
  expect(await asked([free.pop()!], code)).toMatchObject({ reason: "ENDED" });
  // What was held with it costs what it said.
  expect((await placeOrder(buyer.client, mixed.id)).total.amount).toBe(mixed.total.amount);
});

test("a code lets in to seats that are set aside, and nobody else in", async () => {
  const seatIds = free.splice(0, 3);
  await show.owner.client.ask(`mutation ($i: SetSeatsAsideInput!) { setSeatsAside(input: $i) { __typename } }`, {
    i: { eventId: show.eventId, channel: "Fan club", seatIds },
  });
  const { code } = await newCode(show, { code: "FANS", channel: "Fan club", maxTicketsPerBuyer: 1 });
  const [fan, other] = [await newPerson(), await newPerson()];
  const [first, second, third] = seatIds as [string, string, string];
  expect((await hold(other, { eventId: show.eventId, seatIds: [first] })).__typename).toBe("SeatsUnavailable");
  expect(await hold(fan, { eventId: show.eventId, seatIds: [first], promoCode: code })).toMatchObject({
    __typename: "Hold",
    total: { amount: 5_000 },
  });
  expect(await hold(fan, { eventId: show.eventId, seatIds: [second], promoCode: code })).toMatchObject({
    reason: "LIMIT_PER_BUYER",
  });
  const { holdBestAvailable: best } = await other.client.ask(
    `mutation ($i: HoldBestAvailableInput!) { holdBestAvailable(input: $i) { ... on Hold { seats { id } promoCode } } }`,
    { i: { eventId: show.eventId, quantity: 1, promoCode: code, idempotencyKey: randomUUID() } },
  );
  expect([second, third]).toContain(best.seats[0].id);
  expect(best.promoCode).toBe("FANS");
});

test("a discount can be given in percent or in thousandths of a percent, and is shown as both", async () => {
  const fields = `... on PromoCode { discountPercent discountRate }`;
  const made = async (input: Data) =>
    (
      await show.owner.client.ask(`mutation ($i: CreatePromoCodeInput!) { createPromoCode(input: $i) { ${fields} } }`, {
        i: { eventId: show.eventId, idempotencyKey: randomUUID(), ...input },
      })
    ).createPromoCode;
  expect(await made({ discountPercent: 8.1 })).toEqual({ discountPercent: 8.1, discountRate: 8_100 });
  expect(await made({ discountRate: 10_000 })).toEqual({ discountPercent: 10, discountRate: 10_000 });
  expect(await made({ discountAmount: 100 })).toEqual({ discountPercent: null, discountRate: null });
});

test("only managers make codes and see them, a name is used once, and invalid input is refused", async () => {
  const [clerk, stranger] = [await newPerson(), await newPerson()];
  await setMember(show.owner.client, show.organizationId, clerk.id, "BOX_OFFICE");
  const key = randomUUID();
  const input = { code: "ONCE", discountRate: 1_000, idempotencyKey: key };
  const made = await newCode(show, input);
  expect(await newCode(show, input)).toEqual(made);
  expect((await newCode(show, { ...input, discountRate: 2_000 })).__typename).toBe("IdempotencyKeyReused");
  expect((await newCode(show, { ...input, idempotencyKey: randomUUID() })).__typename).toBe("PromoCodeTaken");
  for (const rest of [{ channel: "No such channel" }, { discountRate: 1_000, priceTierIds: [randomUUID()] }])
    expect((await newCode(show, rest)).__typename).toBe("NotFound");
  expect((await newCode({ ...show, eventId: randomUUID() }, { discountRate: 1_000 })).__typename).toBe("NotFound");
  expect((await createCode(show, input, clerk)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  const bad = [
    {},
    { discountRate: 0 },
    { discountRate: 1_000, discountAmount: 100 },
    { discountRate: 1_000, code: "a b" },
    { discountRate: 1_000, maxTickets: 0 },
    { discountRate: 1_000, discountPercent: 1 },
    { discountPercent: 1, discountAmount: 100 },
    { discountPercent: 0 },
    { discountPercent: 8.1001 },
    { discountPercent: 100.1 },
    { discountPercent: 1, endsAt: new Date(Date.now() - 1_000).toISOString() },
    { discountPercent: 1, startsAt: "1999-12-31T00:00:00Z" },
    { discountRate: 1_000, startsAt: "2030-01-02T00:00:00Z", endsAt: "2030-01-01T00:00:00Z" },
  ];
  for (const each of bad)
    expect((await createCode(show, each)).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  const seenBy = async ({ client }: Person, args = "first: 2") =>
    (
      await client.ask(
        `query ($id: ID!) { event(id: $id) { promoCodes(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { code } } } }`,
        { id: show.eventId },
      )
    ).event.promoCodes;
  expect(await seenBy(stranger)).toBeNull();
  expect(await seenBy(clerk)).toBeNull();
  const page = await seenBy(show.owner);
  expect(page.nodes[0].code).toBe("ONCE");
  expect(page.pageInfo.hasNextPage).toBe(true);
  const next = await seenBy(show.owner, `first: 100, after: "${page.pageInfo.endCursor}"`);
  expect(page.nodes.length + next.nodes.length).toBe(page.totalCount);
});

test("only its buyer puts a code on a hold", async () => {
  const [buyer, stranger] = [await newPerson(), await newPerson()];
  const other = await openShow(supergraph.client);
  const { id } = await hold(buyer, { eventId: other.eventId, seatIds: [other.seats[0].id] });
  expect((await apply(stranger, id, "HALF")).__typename).toBe("NotFound");
  // A code of one event is none of another.
  expect(await apply(buyer, id, "HALF")).toMatchObject({ reason: "UNKNOWN" });
  expect((await apply(buyer, randomUUID(), null)).__typename).toBe("NotFound");
});

test("access codes open a channel for one order each: the organizer gets them once more with the same key, and ends those that are left", async () => {
  const { owner, eventId, seats } = await openShow(supergraph.client);
  const [first, second, third] = seats.map(({ id }) => id as string) as [string, string, string];
  await owner.client.ask(
    `mutation ($input: SetSeatsAsideInput!) { setSeatsAside(input: $input) { ... on SalesChannel { key } } }`,
    { input: { eventId, channel: "Fan club", seatIds: [first, second, third] } },
  );
  const create = (input: Data, by = owner) =>
    by.client.send(
      `mutation ($i: CreateAccessCodesInput!) { createAccessCodes(input: $i) {
        __typename ... on AccessCodes { csv batch { id name count used channel } } } }`,
      { i: { eventId, name: "Fan club", count: 3, channel: "Fan club", maxTicketsPerCode: 2, ...input } },
    );
  const given = { idempotencyKey: randomUUID() };
  const { createAccessCodes: made } = (await create(given)).data;
  expect(made.batch).toMatchObject({ name: "Fan club", count: 3, used: 0, channel: "Fan club" });
  const [heading, ...codes] = made.csv.trimEnd().split("\r\n");
  expect([heading, codes.length, new Set(codes).size]).toEqual(["code", 3, 3]);
  expect((await create(given)).data.createAccessCodes).toEqual(made);
  expect((await create({ ...given, count: 4 })).data.createAccessCodes.__typename).toBe("IdempotencyKeyReused");
  for (const bad of [{ count: 0 }, { count: 10_001 }, { channel: null }, { name: "" }, { maxTicketsPerCode: 51 }])
    expect((await create({ idempotencyKey: randomUUID(), ...bad })).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT" } },
    ]);

  const [buyer, other] = [await newPerson(), await newPerson()];
  const held = await hold(buyer, { eventId, seatIds: [first], promoCode: codes[0].toLowerCase() });
  expect((await hold(other, { eventId, seatIds: [second], promoCode: codes[0] })).reason).toBe("USED");
  const { id } = await placeOrder(buyer.client, held.id);
  await payOrder(buyer.client, id);
  await supergraph.settle();
  const { order } = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { status promoCode } }`, { id });
  expect(order).toEqual({ status: "CONFIRMED", promoCode: "Fan club" });
  expect((await hold(other, { eventId, seatIds: [second], promoCode: codes[0] })).reason).toBe("USED");
  expect((await hold(other, { eventId, seatIds: [second], promoCode: codes[1] })).id).toBeDefined();

  const list = async ({ client }: Person) =>
    (
      await client.ask(
        `query ($id: ID!) { event(id: $id) { promoCodes { totalCount } accessCodeBatches { totalCount nodes { id used endsAt } } } }`,
        { id: eventId },
      )
    ).event;
  expect((await list(buyer)).accessCodeBatches).toBeNull();
  expect(await list(owner)).toEqual({
    promoCodes: { totalCount: 0 },
    accessCodeBatches: { totalCount: 1, nodes: [{ id: made.batch.id, used: 2, endsAt: null }] },
  });
  const end = `mutation ($id: ID!) { endAccessCodes(batchId: $id) { __typename ... on AccessCodeBatch { endsAt } } }`;
  const { endAccessCodes: ended } = await owner.client.ask(end, { id: made.batch.id });
  expect((await owner.client.ask(end, { id: made.batch.id })).endAccessCodes).toEqual(ended);
  expect(ended.endsAt).not.toBeNull();
  expect((await hold(other, { eventId, seatIds: [third], promoCode: codes[2] })).reason).toBe("ENDED");
});
