// Exchanges beside what else can happen to money and orders: a payment that is not captured, disputes by the bank, questions to the buyer, and tickets
// that are given back.
import PostalMime from "postal-mime";
import type { Data } from "../local/client.ts";
import { allSeats, payOrder, readOrder, signUp, type Show } from "../local/fixtures.ts";
import { redeliver } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";
import { setQuestions } from "./event-questions.ts";
import {
  bought,
  type Bought,
  CHEAP,
  checkIn,
  clerk,
  DEAR,
  eventId,
  exchange,
  expectBooksClean,
  hold,
  holdAtCounter,
  keptFor,
  key,
  mail,
  openEvent,
  owner,
  startShow,
  statusesOf,
  stopShow,
  supergraph,
} from "./exchanges.ts";
import { giveBack, quoteReturn, RETURN, setReturnPolicy } from "./returns.ts";
import { joinWaitlist, openWaitlist } from "./waitlists.ts";

beforeAll(startShow);
beforeEach(() => openEvent());
afterAll(stopShow);

const becomes = (orderId: string, status: string) =>
  until(async () => (await readOrder(owner.client, orderId)).status === status, `the order is ${status}`);
const entryOf = (orderId: string) =>
  supergraph.provider.payments().find(({ metadata }) => metadata.order_id === orderId)!;

/** Exchanges a cheap ticket for a dear one, and pays the difference. */
async function upgraded(card?: string): Promise<Bought & { newId: string }> {
  const one = await bought("cheap");
  const order = await exchange(one.buyer.client, one.ids, await hold(one.buyer.client, "dear"), DEAR - CHEAP);
  await payOrder(one.buyer.client, order.id, card);
  await supergraph.settle();
  return { ...one, newId: order.id };
}

test("if the difference can't be captured, the old tickets admit, the new seats are free, and no money moves", async () => {
  const { buyer, orderId, newId, tickets, ids } = await upgraded("pm_card_capture_fails");
  await becomes(newId, "CANCELLED");
  await expectBooksClean();
  expect([await statusesOf(orderId), await statusesOf(newId)]).toEqual([["VALID"], []]);
  expect([keptFor(orderId), keptFor(newId)]).toEqual([CHEAP, 0]);
  expect(entryOf(newId).status).toBe("voided");
  expect((await allSeats(owner.client, eventId)).filter(({ status }) => status === "HELD")).toEqual([]);
  const again = await exchange(buyer.client, ids, await hold(buyer.client, "dear"), DEAR - CHEAP);
  expect(again.__typename).toBe("Order");
  expect(await checkIn(tickets[0]!.code)).toBe("Ticket");
  await payOrder(buyer.client, again.id);
  await becomes(again.id, "CANCELLED");
  await expectBooksClean();
});

const frozen = async (orderId: string): Promise<boolean> =>
  (await owner.client.ask(`query ($id: ID!) { order(id: $id) { tickets { frozen } } }`, { id: orderId })).order
    .tickets[0].frozen;
const dispute = (orderId: string, status: "open" | "won" | "lost", id = `dp_${orderId}`) => {
  const { id: payment, captured: amount } = entryOf(orderId);
  supergraph.provider.dispute({ id, payment, amount, reason: "fraudulent", status });
};

test("a dispute of the first payment freezes the new tickets, and when it is won they admit", async () => {
  const { buyer, orderId, newId } = await upgraded();
  dispute(orderId, "open");
  await until(() => frozen(newId), "the new ticket is frozen");
  const { tickets } = await readOrder(buyer.client, newId);
  expect(await checkIn(tickets[0].code)).toBe("TicketFrozen");
  const asked = await exchange(buyer.client, [tickets[0].id], await hold(buyer.client, "cheap"), CHEAP - DEAR);
  expect(asked).toMatchObject({ __typename: "TicketsNotExchangeable", reason: "DISPUTED" });
  const seen = await owner.client.ask(
    `query ($id: ID!) { order(id: $id) { payments { isCredit disputes { status payment { order { id } } } } } }`,
    { id: newId },
  );
  expect(seen.order.payments.filter(({ isCredit }: Data) => isCredit)).toEqual([
    { isCredit: true, disputes: [{ status: "OPEN", payment: { order: { id: orderId } } }] },
  ]);
  dispute(orderId, "won");
  await until(async () => !(await frozen(newId)), "the new ticket admits");
  dispute(orderId, "open");
  await supergraph.settle();
  expect(await checkIn(tickets[0].code)).toBe("Ticket");
  await expectBooksClean();
});

test("a dispute that is lost takes the new tickets too, and what the buyer paid besides goes back to its card", async () => {
  const { orderId, newId } = await upgraded();
  dispute(orderId, "lost");
  await becomes(newId, "REFUNDED");
  await expectBooksClean();
  expect([await statusesOf(orderId), await statusesOf(newId)]).toEqual([["CANCELLED"], ["CANCELLED"]]);
  expect([keptFor(orderId), keptFor(newId)]).toEqual([0, 0]);
  expect((await readOrder(owner.client, newId)).refunded.amount).toBe(DEAR);
  // A second dispute of the same payment changes nothing.
  dispute(orderId, "lost", "dp_second");
  await supergraph.settle();
  expect((await readOrder(owner.client, newId)).refunded.amount).toBe(DEAR);
  expect(entryOf(newId).refunds).toHaveLength(1);
});

test("a lost dispute of the difference gives back what the old tickets had paid, but not for a ticket that was used", async () => {
  const [unused, used] = [await upgraded(), await upgraded()];
  const { tickets } = await readOrder(used.buyer.client, used.newId);
  expect(await checkIn(tickets[0].code)).toBe("Ticket");
  for (const { newId } of [unused, used]) dispute(newId, "lost");
  for (const { newId } of [unused, used]) await becomes(newId, "REFUNDED");
  await expectBooksClean();
  expect([keptFor(unused.orderId), keptFor(unused.newId)]).toEqual([0, 0]);
  expect([keptFor(used.orderId), keptFor(used.newId)]).toEqual([CHEAP, 0]);
});

test("new seats of an event with questions need the answers, as any order; a clerk need not give them", async () => {
  const [one, other] = [await bought("cheap"), await bought("cheap")];
  const show = { owner, eventId } as Show;
  const [question] = (
    await setQuestions(show, [{ scope: "ORDER", kind: "SHORT_TEXT", text: "Who told you of us?", isRequired: true }])
  ).questions as [Data];
  await supergraph.settle();
  const ask = async (holdId: string, more: Data): Promise<Data> =>
    (
      await one.buyer.client.ask(
        `mutation ($i: ExchangeTicketsInput!) { exchangeTickets(input: $i) {
           __typename ... on Order { id answers { questionId text } } ... on AnswersRefused { problems { reason } } } }`,
        { i: { ticketIds: one.ids, holdId, expectedDifference: DEAR - CHEAP, idempotencyKey: key(), ...more } },
      )
    ).exchangeTickets;
  const holdId = await hold(one.buyer.client, "dear");
  expect(await ask(holdId, {})).toMatchObject({ __typename: "AnswersRefused", problems: [{ reason: "MISSING" }] });
  expect(await statusesOf(one.orderId)).toEqual(["VALID"]);
  const answers = [{ questionId: question.id, text: "A friend" }];
  const order = await ask(holdId, { answers });
  expect(order).toMatchObject({ __typename: "Order", answers });
  await payOrder(one.buyer.client, order.id);

  const byClerk = await exchange(clerk.client, other.ids, await holdAtCounter("dear"), DEAR - CHEAP);
  expect(byClerk.__typename).toBe("Order");
  await payOrder(other.buyer.client, byClerk.id);
  await expectBooksClean();
  expect([await statusesOf(one.orderId), await statusesOf(other.orderId)]).toEqual([["CANCELLED"], ["CANCELLED"]]);
  const { answerQuestions } = await other.buyer.client.ask(
    `mutation ($i: AnswerQuestionsInput!) { answerQuestions(input: $i) { __typename ... on Order { answers { text } } } }`,
    { i: { orderId: byClerk.id, answers } },
  );
  expect(answerQuestions).toEqual({ __typename: "Order", answers: [{ text: "A friend" }] });
});

const euros = (amount: number) => ({ amount, currency: "EUR" });
const FEE = 500;

test("a buyer gives a ticket back after a quote: the price less the fee goes back to the card, once, and the seat is on sale", async () => {
  expect((await setReturnPolicy("ALWAYS", { fee: FEE, minutesBefore: 60 })).returnPolicy).toEqual({
    ...{ mode: "ALWAYS", minutesBefore: 60, fee: FEE },
  });
  const { buyer, orderId, ids } = await bought("dear", 3);
  const [first, second, third] = ids as [string, string, string];
  expect(await quoteReturn(buyer.client, orderId, [first, second])).toMatchObject({
    __typename: "ReturnQuote",
    refund: euros(2 * (DEAR - FEE)),
    tickets: [first, second].map((id) => ({
      ticket: { id },
      paid: euros(DEAR),
      fee: euros(FEE),
      refund: euros(DEAR - FEE),
    })),
  });
  expect(await quoteReturn(owner.client, orderId, [first])).toBeNull();
  expect(await giveBack(buyer.client, orderId, [first], DEAR)).toMatchObject({
    __typename: "ReturnTotalChanged",
    refund: euros(DEAR - FEE),
  });
  expect(await statusesOf(orderId)).toEqual(["VALID", "VALID", "VALID"]);

  const asked = key();
  const back = () => giveBack(buyer.client, orderId, [first], DEAR - FEE, asked);
  const answers = await Promise.all([back(), back(), back()]);
  expect(answers.map(({ __typename }) => __typename)).toEqual(["Order", "Order", "Order"]);
  expect(answers[0]).toMatchObject({ status: "PARTIALLY_REFUNDED", refunded: euros(DEAR - FEE) });
  expect((await giveBack(buyer.client, orderId, [second], DEAR - FEE, asked)).__typename).toBe("IdempotencyKeyReused");
  expect(await giveBack(buyer.client, orderId, [first], DEAR - FEE)).toMatchObject({ reason: "REFUNDED" });
  const rivals = await Promise.all([1, 2].map(() => giveBack(buyer.client, orderId, [second], DEAR - FEE)));
  expect(rivals.map(({ __typename }) => __typename).sort()).toEqual(["Order", "TicketsNotReturnable"]);
  await supergraph.settle();
  await redeliver(supergraph, "under new names");
  expect(await statusesOf(orderId)).toEqual(["CANCELLED", "CANCELLED", "VALID"]);
  expect(keptFor(orderId)).toBe(DEAR + 2 * FEE);
  await expectBooksClean();

  // A fee of more than the price is the price: then nothing goes back.
  await setReturnPolicy("ALWAYS", { fee: 2 * DEAR });
  expect(await giveBack(buyer.client, orderId, [third], 0)).toMatchObject({ __typename: "Order", status: "REFUNDED" });
  await expectBooksClean();
  expect(keptFor(orderId)).toBe(DEAR + 2 * FEE);
  const report = `query ($id: ID!) { event(id: $id) { salesReport(by: [TIER]) { rows { tickets ticketsReturned returnedSum { amount } } } } order(id: "${orderId}") { invoices { kind total { amount } } } }`;
  const seen = await owner.client.ask(report, { id: eventId });
  expect(seen.event.salesReport.rows).toEqual([
    { tickets: 3, ticketsReturned: 3, returnedSum: { amount: 2 * (DEAR - FEE) } },
  ]);
  expect(seen.order.invoices.map(({ total }: Data) => total.amount)).toEqual([3 * DEAR, FEE - DEAR, FEE - DEAR]);
  const mails = mail.mails().filter(({ to }) => to.includes(buyer.email));
  const letters = (await Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)))).filter(({ subject }) =>
    subject?.startsWith("You gave tickets for"),
  );
  expect(letters).toHaveLength(3);
  expect(letters[0]!.text).toContain("You gave a ticket back. It is no longer valid.");
  expect(letters[0]!.text).toContain("We refund €40.00");
  expect(letters[0]!.text).toContain("The organizer keeps a fee of €5.00.");
});

test("a ticket that can't be given back says why, and stays as it is", async () => {
  const one = await bought("cheap");
  const { buyer, orderId, ids } = one;
  const reasonOf = async ({ buyer: { client }, orderId: id, ids: [ticketId] }: Bought): Promise<string> => {
    const refused = await giveBack(client, id, [ticketId!], CHEAP);
    const quoted = await quoteReturn(client, id, [ticketId!]);
    expect([quoted.__typename, quoted.reason]).toEqual(["TicketsNotReturnable", refused.reason]);
    return refused.reason as string;
  };
  expect(await reasonOf(one)).toBe("NOT_ALLOWED");
  await setReturnPolicy("NONE");
  expect(await reasonOf(one)).toBe("NOT_ALLOWED");
  await setReturnPolicy("ALWAYS", { minutesBefore: 525_600 });
  expect(await reasonOf(one)).toBe("TOO_LATE");
  await setReturnPolicy("ALWAYS");
  const stranger = await signUp(supergraph.client);
  expect((await giveBack(stranger.client, orderId, ids, CHEAP)).__typename).toBe("NotFound");
  expect((await giveBack(buyer.client, orderId, [key()], CHEAP)).__typename).toBe("NotFound");
  const input = { orderId, ticketIds: ids, expectedRefund: CHEAP, idempotencyKey: key() };
  expect((await clerk.client.send(RETURN, { input })).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");

  const order = await exchange(buyer.client, ids, await hold(buyer.client, "dear"), DEAR - CHEAP);
  expect(await reasonOf(one)).toBe("EXCHANGE_IN_PROGRESS");
  await buyer.client.ask(`mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename } }`, { id: order.id });
  const used = await bought("cheap");
  expect(await checkIn(used.tickets[0]!.code)).toBe("Ticket");
  expect(await reasonOf(used)).toBe("USED");
  const disputed = await bought("cheap");
  dispute(disputed.orderId, "open");
  await until(() => frozen(disputed.orderId), "the ticket is frozen");
  expect(await reasonOf(disputed)).toBe("DISPUTED");
  expect(await statusesOf(orderId)).toEqual(["VALID"]);
  await supergraph.query("orders", `update ticket set holder_id = $1 where id = $2`, [stranger.id, ids[0]]);
  expect(await reasonOf(one)).toBe("TRANSFERRED");
});

test("of a return and a scan or a transfer at the same time exactly one wins", async () => {
  await setReturnPolicy("ALWAYS");
  const friend = await signUp(supergraph.client);
  const hand = async ({ buyer, ids }: Bought): Promise<boolean> => {
    const offered = await buyer.client.ask(
      `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { ... on TicketOffer { code } } }`,
      { i: { ticketId: ids[0], idempotencyKey: key() } },
    );
    // A ticket that was given back before can't be offered.
    if (offered.offerTicket.code === undefined) return false;
    const i = { code: offered.offerTicket.code, idempotencyKey: key() };
    const accept = `mutation ($i: AcceptTicketOfferInput!) { acceptTicketOffer(input: $i) { __typename } }`;
    return (await friend.client.ask(accept, { i })).acceptTicketOffer.__typename === "Ticket";
  };
  const scan = async ({ tickets }: Bought) => (await checkIn(tickets[0]!.code)) === "Ticket";
  for (const rival of [scan, hand, scan]) {
    const one = await bought("cheap");
    const { buyer, orderId, ids } = one;
    const [back, isOther] = await Promise.all([giveBack(buyer.client, orderId, ids, CHEAP), rival(one)]);
    expect(isOther).toBe(back.__typename !== "Order");
    expect((await statusesOf(orderId))[0] === "CANCELLED").toBe(!isOther);
  }
  await expectBooksClean();
});

const waitingFor = async (tier: string | null) => {
  const person = await signUp(supergraph.client);
  const seat = (await allSeats(owner.client, eventId)).find(({ priceTier }) => priceTier.name === tier);
  await joinWaitlist(person, eventId, seat ? { priceTierIds: [seat.priceTier.id] } : {});
  return person;
};

test("for the waiting list only, tickets are taken back as long as their seats suit a person who waits", async () => {
  await setReturnPolicy("WAITLIST");
  const { buyer, orderId, ids } = await bought("dear", 3);
  const [first, second, third] = ids as [string, string, string];
  const back = (ticketId: string, asked?: string) => giveBack(buyer.client, orderId, [ticketId], DEAR, asked);
  expect(await back(first)).toMatchObject({ reason: "NOBODY_WAITS" });
  await openWaitlist(owner, eventId);
  await waitingFor("Cheap");
  expect(await back(first)).toMatchObject({ reason: "NOBODY_WAITS" });
  expect(await quoteReturn(buyer.client, orderId, [first])).toMatchObject({ reason: "NOBODY_WAITS" });

  const person = await waitingFor("Dear");
  expect(await quoteReturn(buyer.client, orderId, [first])).toMatchObject({ refund: euros(DEAR) });
  expect(await quoteReturn(buyer.client, orderId, [first, second])).toMatchObject({ reason: "NOBODY_WAITS" });
  await supergraph.pause("seating");
  const asked = key();
  const input = { orderId, ticketIds: [first], expectedRefund: DEAR, idempotencyKey: asked };
  const away = (await buyer.client.send(RETURN, { input })).errors?.[0];
  expect(away?.extensions?.code).toBe("UNAVAILABLE");
  await supergraph.resume("seating");
  expect(await statusesOf(orderId)).toEqual(["VALID", "VALID", "VALID"]);

  // Of two tickets at once for one person one is taken back.
  const rivals = await Promise.all([back(first, asked), back(second)]);
  expect(rivals.map(({ __typename }) => __typename).sort()).toEqual(["Order", "TicketsNotReturnable"]);
  expect(rivals.find(({ reason }) => reason)).toMatchObject({ reason: "NOBODY_WAITS" });
  const entryOf = async (): Promise<Data> =>
    (
      await person.client.ask(
        `query ($id: ID!) { event(id: $id) { waitlist { entry { state hold { seats { id } } } } } }`,
        { id: eventId },
      )
    ).event.waitlist.entry;
  await until(async () => (await entryOf()).state === "OFFERED", "the seat is offered");
  expect((await entryOf()).hold.seats).toHaveLength(1);
  expect(await back(third)).toMatchObject({ reason: "NOBODY_WAITS" });
  const again = await back(first, asked);
  expect([again.__typename, again.reason]).toEqual([rivals[0]!.__typename, rivals[0]!.reason]);
  expect(keptFor(orderId)).toBe(2 * DEAR);
  await expectBooksClean();
});
