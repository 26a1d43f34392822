// Questions of an organizer to buyers: refusals that name unanswered questions, answers, and who reads them in lists and exports.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { buy, holdSeats, openShow, payOrder, setMember, signUp, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { setQuestions } from "./event-questions.ts";

let supergraph: TestSupergraph;
let show: Show;
let questions: Data[];
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client, { name: "Aida" });
  questions = (await setQuestions(show, QUESTIONS, { invoiceAddress: "REQUIRED" })).questions;
  await supergraph.settle();
});
afterAll(() => supergraph.stop());

const QUESTIONS = [
  { scope: "ORDER", kind: "YES_NO", text: "I accept the rules.", isRequired: true, mustBeYes: true },
  {
    ...{ scope: "TICKET", kind: "CHOOSE_ONE", text: "Size of the T-shirt", isRequired: true },
    options: [{ label: "M" }, { label: "=L" }],
  },
  { scope: "ORDER", kind: "PHONE", text: "Phone", help: "For the driver." },
];

const PLACE = `mutation ($i: PlaceOrderInput!) { placeOrder(input: $i) {
  __typename ... on Order { id number } ... on AnswersRefused { problems { questionId seatId question reason message } } ... on Error { message } } }`;
const place = async (client: Client, input: Data): Promise<Data> =>
  (await client.ask(PLACE, { i: { idempotencyKey: randomUUID(), ...input } })).placeOrder;

const ADDRESS = {
  name: "Ada",
  vatId: "DE123456789",
  street: "Elm 1",
  postalCode: "99084",
  city: "Erfurt",
  country: "DE",
};
const shirt = (seatId: string, option: number) => ({
  ...{ questionId: questions[1]!.id, seatId },
  optionIds: [questions[1]!.options[option].id],
});
const ANSWERS = `answers { questionId question text seatId yes optionIds event { id } }`;
const answersOf = async (client: Client, orderId: string): Promise<Data[] | undefined> =>
  (await client.ask(`query ($id: ID!) { order(id: $id) { ${ANSWERS} } }`, { id: orderId })).order?.answers;

const key = ({ question, seatId }: Data) => `${question} ${seatId}`;

const csv = async (client: Client, path: string): Promise<string[]> => {
  const headers = { authorization: `Bearer ${client.token}` };
  return (await (await fetch(new URL(path, supergraph.url), { headers })).text()).trim().split("\r\n");
};

test("an order without a required answer is refused by question; with it, lists and exports show the answer to the organizer", async () => {
  const buyer = await signUp(supergraph.client);
  const seats = [show.seats[0]!.id, show.seats[1]!.id] as [string, string];
  const hold = await holdSeats(buyer.client, show.eventId, seats);
  const [rules, size, phone] = questions.map(({ id }) => id as string) as [string, string, string];
  const forgetful = { holdId: hold.id, answers: [shirt(seats[0], 0), { questionId: phone, text: "0361 123" }] };
  const refused = await place(buyer.client, forgetful);
  expect(refused).toMatchObject({ __typename: "AnswersRefused", message: expect.stringContaining("Phone") });
  expect(refused.problems.map(({ questionId, seatId, reason }: Data) => [questionId, seatId, reason])).toEqual([
    [phone, null, "NOT_VALID"],
    [rules, null, "MUST_BE_YES"],
    [size, seats[1], "MISSING"],
    [null, null, "MISSING"],
  ]);
  const { hold: still } = await buyer.client.ask(`query ($id: ID!) { hold(id: $id) { status } }`, { id: hold.id });
  expect(still).toEqual({ status: "ACTIVE" });

  const answers = [
    { questionId: rules, yes: true },
    ...[shirt(seats[0], 0), shirt(seats[1], 1)],
    { questionId: phone, text: "+49 361 1234567" },
  ];
  const order = await place(buyer.client, { holdId: hold.id, answers, invoiceAddress: ADDRESS });
  expect(order).toMatchObject({ __typename: "Order" });
  await payOrder(buyer.client, order.id);
  await supergraph.settle();
  const given = (await answersOf(buyer.client, order.id))!;
  expect(given.sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual([
    expect.objectContaining({ question: "I accept the rules.", yes: true, seatId: null, event: { id: show.eventId } }),
    expect.objectContaining({ question: "Phone", text: "+493611234567" }),
    expect.objectContaining({ question: "Size of the T-shirt", text: "M", seatId: seats[0] }),
    expect.objectContaining({ text: "=L", seatId: seats[1], optionIds: [questions[1]!.options[1].id] }),
  ]);

  const clerk = await signUp(supergraph.client);
  await setMember(show.owner.client, show.organizationId, clerk.id, "BOX_OFFICE");
  const { event } = await clerk.client.ask(
    `query ($id: ID!) { event(id: $id) { attendees(first: 5) { nodes { seat { id } answers { text } order { answers { text } } } } } }`,
    { id: show.eventId },
  );
  expect(event.attendees.nodes.map(({ seat, answers: [one] }: Data) => [seat.id, one.text]).sort()).toEqual([
    [seats[0], "M"],
    [seats[1], "=L"],
  ]);
  expect(event.attendees.nodes[0].order.answers).toHaveLength(4);

  const [columns, ...attendees] = await csv(clerk.client, `/exports/events/${show.eventId}/attendees.csv`);
  expect(columns).toMatch(/,ticket,I accept the rules\.,Size of the T-shirt,Phone$/);
  expect(attendees.map((line) => line.split(",").slice(-3).join()).sort()).toEqual([
    "yes,'=L,'+493611234567",
    "yes,M,'+493611234567",
  ]);
  const path = `/exports/organizations/${show.organizationId}/orders.csv`;
  const [withAnswers, one] = await csv(clerk.client, `${path}?eventId=${show.eventId}`);
  expect(withAnswers).toMatch(/Phone,invoice name,invoice company,invoice address,invoice VAT id$/);
  expect(one).toContain("yes,M; =L,");
  expect(one).toContain(`,Ada,,"Elm 1`);
  expect((await csv(clerk.client, path))[0]).toMatch(/,promo code,order$/);
});

const TICKETS = `query ($id: ID!) { order(id: $id) { tickets { id seat { id } answers { text } } } }`;

test("the holder of a ticket answers for it and reads that answer; the buyer and strangers do not", async () => {
  const opera = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const holder = await signUp(supergraph.client);
  const seats = [opera.seats[4]!.id, opera.seats[5]!.id] as [string, string];
  const { order } = await buy(buyer.client, opera.eventId, seats);
  await supergraph.settle();
  const { tickets } = (await buyer.client.ask(TICKETS, { id: order.id })).order;
  const { offerTicket } = await buyer.client.ask(
    `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { ... on TicketOffer { code } } }`,
    { i: { ticketId: tickets[0].id, idempotencyKey: randomUUID() } },
  );
  await holder.client.ask(`mutation ($i: TakeTicketInput!) { takeTicket(input: $i) { __typename } }`, {
    i: { code: offerTicket.code, idempotencyKey: randomUUID() },
  });
  // Asked after the sale, of those who have tickets.
  const asked = await setQuestions(opera, [{ scope: "TICKET", kind: "SHORT_TEXT", text: "Allergies" }]);
  await supergraph.settle();
  const questionId = asked.questions[0].id as string;
  const change = async (client: Client, field: string, input: Data, more = ""): Promise<Data> => {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const query = `mutation ($i: ${type}!) { result: ${field}(input: $i) { __typename ${more} ... on AnswersRefused { problems { reason } } } }`;
    const { data, errors } = await client.send(query, { i: input });
    return data?.result ?? errors;
  };
  const [own, other] = tickets[0].seat.id === seats[0] ? seats : [seats[1], seats[0]];
  const nuts = { ticketId: tickets[0].id, answers: [{ questionId, text: "Nuts" }] };
  const answered = await change(holder.client, "answerTicketQuestions", nuts, `... on Ticket { ${ANSWERS} }`);
  expect(answered).toMatchObject({ __typename: "Ticket", answers: [{ text: "Nuts", seatId: own }] });
  const byBuyer = (seatId: string) => ({ orderId: order.id, answers: [{ questionId, seatId, text: "Milk" }] });
  expect(await change(buyer.client, "answerQuestions", byBuyer(own))).toMatchObject({
    __typename: "AnswersRefused",
    problems: [{ reason: "NOT_ASKED" }],
  });
  expect(await change(buyer.client, "answerQuestions", byBuyer(other))).toEqual({ __typename: "Order" });
  expect((await answersOf(buyer.client, order.id))!.map(({ text }) => text)).toEqual(["Milk"]);
  const seen = async (client: Client) =>
    (await client.ask(`query ($id: ID!) { ticket(id: $id) { answers { text } } }`, { id: tickets[0].id })).ticket;
  expect(await seen(holder.client)).toEqual({ answers: [{ text: "Nuts" }] });
  expect(await seen(opera.owner.client)).toEqual({ answers: [{ text: "Nuts" }] });
  expect(await seen(supergraph.client())).toBeNull();
  const stranger = await signUp(supergraph.client);
  expect(await change(stranger.client, "answerTicketQuestions", nuts)).toEqual({ __typename: "NotFound" });
  expect(await answersOf(stranger.client, order.id)).toBeUndefined();
});

test("an order of two events answers the questions of both, and a clerk at the counter need not ask", async () => {
  const again = await openShow(supergraph.client, {});
  await setQuestions(again, [{ scope: "ORDER", kind: "NUMBER", text: "Your age", isRequired: true }]);
  const input = {
    eventId: again.eventId,
    startsAt: [new Date(Date.now() + 40 * 86_400_000)],
    idempotencyKey: randomUUID(),
  };
  const { copyEvent } = await again.owner.client.ask(
    `mutation ($i: CopyEventInput!) { copyEvent(input: $i) { ... on CopiedEvents { events { id questions { id } } } } }`,
    { i: input },
  );
  const copy = copyEvent.events[0];
  await again.owner.client.ask(`mutation ($id: ID!) { publishEvent(eventId: $id) { __typename } }`, { id: copy.id });
  await supergraph.settle();
  const buyer = await signUp(supergraph.client);
  const seat = again.seats[7]!.id as string;
  const first = await holdSeats(buyer.client, again.eventId, [seat]);
  const second = await holdSeats(buyer.client, copy.id, [seat.replace(again.eventId, copy.id)]);
  const holds = { holdId: first.id, moreHoldIds: [second.id] };
  const ofCopy = { questionId: copy.questions[0].id, number: 42 };
  const refused = await place(buyer.client, { ...holds, answers: [ofCopy] });
  expect(refused.problems.map(({ reason }: Data) => reason)).toEqual(["MISSING"]);
  const answers = [ofCopy, { questionId: refused.problems[0].questionId, number: 41.5 }];
  const { id } = await place(buyer.client, { ...holds, answers });
  const given = (await answersOf(buyer.client, id))!;
  expect(given.map(({ text, event }) => [event.id, text]).sort()).toEqual(
    [
      [again.eventId, "41.5"],
      [copy.id, "42"],
    ].sort(),
  );

  const { owner, organizationId } = again;
  await owner.client.ask(`mutation ($i: OpenDrawerInput!) { openDrawer(input: $i) { __typename } }`, {
    i: { organizationId, currency: "EUR", openingFloat: 0, idempotencyKey: randomUUID() },
  });
  const hold = await owner.client.ask(
    `mutation ($i: HoldSeatsInput!) { holdSeats(input: $i) { ... on Hold { id } } }`,
    { i: { eventId: again.eventId, seatIds: [again.seats[9]!.id], atCounter: true, idempotencyKey: randomUUID() } },
  );
  const sale = { organizationId, holdId: hold.holdSeats.id, tender: "CASH", expectedTotal: 4_500 };
  const { sellAtCounter } = await owner.client.ask(
    `mutation ($i: SellAtCounterInput!) { sellAtCounter(input: $i) { __typename } }`,
    { i: { ...sale, idempotencyKey: randomUUID() } },
  );
  expect(sellAtCounter).toEqual({ __typename: "Order" });
});
