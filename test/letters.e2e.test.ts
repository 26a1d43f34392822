// Letters to people with tickets: a new date with a choice between tickets and money, a reminder, and what the organizer writes.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import { inDays, openShow, PASSWORD, readOrder, signInAsStaff, signUp } from "../local/fixtures.ts";
import { until } from "../testkit/until.ts";
import { openBrowser } from "./browser-without-script.ts";
import {
  answer,
  change,
  DAY,
  DELAY,
  lettersTo,
  linkIn,
  offerTo,
  resetClocks,
  sell,
  STAFF,
  start,
  stop,
  supergraph,
  textOf,
} from "./letters.ts";

beforeAll(start);
beforeEach(resetClocks);
afterAll(stop);

test("after a new date one buyer keeps the tickets, one takes the money, and one says nothing and keeps them", async () => {
  const show = await openShow(supergraph.client, { name: "Aida" });
  await show.owner.client.ask(
    `mutation ($i: OrganizationContactInput!) { setOrganizationContact(input: $i) { __typename } }`,
    {
      i: {
        organizationId: show.organizationId,
        contactEmail: "box@aida.example",
        contactPhone: "+49 361 123",
        termsUrl: "https://aida.example/terms",
      },
    },
  );
  const [keeper, leaver, silent] = [
    await signUp(supergraph.client),
    await signUp(supergraph.client),
    await signUp(supergraph.client),
  ];
  const orders = [await sell(show, keeper), await sell(show, leaver, 2), await sell(show, silent)];
  expect(await offerTo(keeper, orders[0]!)).toBeNull();
  expect((await answer(keeper, orders[0]!, "REFUND")).__typename).toBe("RefundOfferEnded");

  // Two changes within minutes are one letter.
  await change(show, { startsAt: inDays(40) });
  expect((await change(show, { startsAt: inDays(37), refundUntil: inDays(3) })).data.updateEvent.__typename).toBe(
    "Event",
  );
  await supergraph.settle();
  await supergraph.advance(DELAY);
  for (const [index, person] of [keeper, leaver, silent].entries()) {
    const [, letter, ...more] = await lettersTo(person.email);
    expect(more).toEqual([]);
    expect(letter!.subject).toBe("Aida has changed");
    expect(textOf(letter)).toMatch(/new date or time.*Aida.*Before:.*keep your tickets or get your money back/);
    expect(textOf(letter)).toMatch(
      /Organizer: .* Contact: box@aida\.example, \+49 361 123 Terms: https:\/\/aida\.example\/terms/,
    );
    expect(linkIn(letter, "refund")).toBe(`/account/refund?order=${orders[index]}`);
    expect(letter!.attachments.map(({ mimeType }) => mimeType)).toEqual(["text/calendar"]);
    expect(letter!.headers.some(({ key }) => key === "list-unsubscribe")).toBe(false);
  }

  expect(await answer(keeper, orders[0]!, "KEEP")).toEqual({ __typename: "Order", status: "CONFIRMED" });
  // On the page of the link, after signing in. Opening it changes nothing.
  const browser = openBrowser(supergraph.url);
  const signIn = await browser.open(`/account/refund?order=${orders[1]}`);
  const page = await browser.submit(signIn, { email: leaver.email, password: PASSWORD }, "/session");
  expect(page.text).toContain("2 tickets");
  expect(await offerTo(leaver, orders[1]!)).toEqual({ answer: null, isOpen: true });
  const chosen = await browser.submit(page, { answer: "REFUND" });
  expect(chosen.text).toContain("Your tickets are cancelled");
  await supergraph.settle();
  expect(await readOrder(leaver.client, orders[1]!)).toMatchObject({ status: "REFUNDED", refunded: { amount: 9_000 } });
  expect((await answer(leaver, orders[1]!, "REFUND")).__typename).toBe("RefundOfferEnded");
  // Somebody else's order is none.
  expect((await answer(silent, orders[0]!, "REFUND")).__typename).toBe("NotFound");
  // Who buys for the new date has no choice.
  const late = await signUp(supergraph.client);
  expect(await offerTo(late, await sell(show, late))).toBeNull();

  await supergraph.advance(4 * DAY);
  expect((await answer(silent, orders[2]!, "REFUND")).__typename).toBe("RefundOfferEnded");
  expect(await offerTo(silent, orders[2]!)).toEqual({ answer: null, isOpen: false });
  expect((await readOrder(silent.client, orders[2]!)).status).toBe("CONFIRMED");
  const { event } = await show.owner.client.ask(
    `query ($id: ID!) { event(id: $id) { refundOffer { orders kept refunded } } }`,
    { id: show.eventId },
  );
  expect(event.refundOffer).toEqual({ orders: 3, kept: 1, refunded: 1 });

  const [refunded, ...others] = supergraph.provider
    .payments()
    .filter(({ metadata, refunds }) => orders.includes(metadata.order_id) && refunds.length > 0);
  expect(others).toEqual([]);
  expect(refunded).toMatchObject({ captured: 9_000, refunded: 9_000, refunds: [expect.anything()] });
  const staff = await signInAsStaff(supergraph, STAFF);
  const { reconcile } = await staff.client.ask(`mutation { reconcile { id } }`);
  await until(async () => {
    const { reconciliations } = await staff.client.ask(`{ reconciliations(first: 1) { nodes { id finishedAt } } }`);
    return reconciliations.nodes[0].id === reconcile.id && reconciliations.nodes[0].finishedAt !== null;
  }, "the books are compared");
  expect((await staff.client.ask(`{ discrepancies(open: true) { totalCount } }`)).discrepancies.totalCount).toBe(0);
});

test("twenty answers at once refund once, and a friend's ticket stays", async () => {
  const show = await openShow(supergraph.client);
  const [buyer, friend] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const orderId = await sell(show, buyer, 2);
  const order = await readOrder(buyer.client, orderId);
  const { offerTicket } = await buyer.client.ask(
    `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { ... on TicketOffer { code } } }`,
    { i: { ticketId: order.tickets[0].id, idempotencyKey: "o" } },
  );
  await friend.client.ask(`mutation ($i: AcceptTicketOfferInput!) { acceptTicketOffer(input: $i) { __typename } }`, {
    i: { code: offerTicket.code, idempotencyKey: "t" },
  });
  await change(show, { startsAt: inDays(37), refundUntil: inDays(3) });
  await supergraph.settle();
  await supergraph.advance(DELAY);
  // The friend gets a letter about the new date; only the buyer can choose.
  expect(textOf((await lettersTo(friend.email)).at(-1))).toMatch(/new date or time(?!.*money back)/);
  const answers = await Promise.all(Array.from({ length: 20 }, () => answer(buyer, orderId, "REFUND")));
  expect(answers.filter(({ __typename }) => __typename === "Order")).toHaveLength(1);
  await supergraph.settle();
  expect(await readOrder(buyer.client, orderId)).toMatchObject({
    status: "PARTIALLY_REFUNDED",
    refunded: { amount: 4_500 },
  });
});

test("a choice of refunds needs a new date of a published event, and a change that is taken back is no letter", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  await sell(show, buyer);
  const old = (await show.owner.client.ask(`query ($id: ID!) { event(id: $id) { startsAt } }`, { id: show.eventId }))
    .event.startsAt as string;
  for (const fields of [
    { refundUntil: inDays(3) },
    { startsAt: old, refundUntil: inDays(3) },
    { startsAt: inDays(37), refundUntil: inDays(38) },
    { startsAt: inDays(37), refundUntil: inDays(-1) },
  ])
    expect((await change(show, fields)).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", field: "input.refundUntil" } },
    ]);
  await change(show, { startsAt: inDays(37) });
  await change(show, { startsAt: old });
  await supergraph.settle();
  await supergraph.advance(DELAY);
  expect(await lettersTo(buyer.email)).toHaveLength(1);
});

test("people are told of another place only if the organizer says so, and reminded a day before", async () => {
  const show = await openShow(supergraph.client, { name: "Carmen" });
  const buyer = await signUp(supergraph.client);
  await sell(show, buyer);
  const venue = async (fields: Record<string, unknown>) => {
    const { event } = await show.owner.client.ask(`query ($id: ID!) { event(id: $id) { venue { id version } } }`, {
      id: show.eventId,
    });
    const { id, version } = event.venue;
    return show.owner.client.send(`mutation ($i: UpdateVenueInput!) { updateVenue(input: $i) { __typename } }`, {
      i: { venueId: id, expectedVersion: version, ...fields },
    });
  };
  await venue({ name: "Opera House" });
  await supergraph.settle();
  await supergraph.advance(DELAY);
  expect(await lettersTo(buyer.email)).toHaveLength(1);
  expect((await venue({ access: "A lift", tellBuyers: true })).errors).toMatchObject([
    { extensions: { field: "input.tellBuyers" } },
  ]);
  await venue({ name: "Tent in the park", tellBuyers: true });
  await supergraph.settle();
  await supergraph.advance(2 * DELAY);
  const [, moved, ...more] = await lettersTo(buyer.email);
  expect(more).toEqual([]);
  expect(textOf(moved)).toMatch(/another place.*Tent in the park.*Before: Opera House/);

  await supergraph.advance(29 * DAY);
  const [, , reminder, ...others] = await lettersTo(buyer.email);
  expect(others).toEqual([]);
  expect(reminder!.subject).toBe("Carmen is coming up");
  expect(textOf(reminder)).toMatch(/Tent in the park.*Row/);
});

test("a series is moved with a choice of refunds, but for a date that would start before the choice ends", async () => {
  const show = await openShow(supergraph.client);
  const { owner, eventId } = show;
  const { copyEvent } = await owner.client.ask(
    `mutation ($i: CopyEventInput!) { copyEvent(input: $i) { ... on CopiedEvents { events { series { id } } } } }`,
    { i: { eventId, startsAt: [inDays(4)], newSeries: "Aida", idempotencyKey: "c" } },
  );
  const seriesId = copyEvent.events[0].series.id as string;
  await owner.client.ask(`mutation ($s: ID!) { publishSeries(seriesId: $s, idempotencyKey: "p") { __typename } }`, {
    s: seriesId,
  });
  await supergraph.settle();
  const buyer = await signUp(supergraph.client);
  const orderId = await sell(show, buyer);
  const move = (input: Record<string, unknown>) =>
    owner.client.send(
      `mutation ($i: UpdateSeriesInput!) { updateSeries(input: $i) { ... on SeriesChange { action } } }`,
      { i: { seriesId, idempotencyKey: randomUUID(), ...input } },
    );
  expect((await move({ refundUntil: inDays(10) })).errors).toMatchObject([
    { extensions: { field: "input.refundUntil" } },
  ]);
  await move({ moveBy: { days: 1 }, refundUntil: inDays(10) });
  await supergraph.settle();
  const { series } = await owner.client.ask(
    `query ($id: ID!) { series(id: $id) { lastChange { dates { status problem } } } }`,
    { id: seriesId },
  );
  const { dates } = series.lastChange;
  expect(dates.map(({ status }: Data) => status).sort()).toEqual(["DONE", "REFUSED"]);
  expect(dates.find(({ problem }: Data) => problem)).toMatchObject({ problem: "The date starts before refundUntil." });
  expect(await offerTo(buyer, orderId)).toEqual({ answer: null, isOpen: true });
});
