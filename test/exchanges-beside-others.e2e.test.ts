// Exchanges beside what else can happen to money and orders: a payment that is not captured, disputes by the bank, questions to the buyer.
import type { Data } from "../local/client.ts";
import { allSeats, payOrder, readOrder, type Show } from "../local/fixtures.ts";
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
  openEvent,
  owner,
  startShow,
  statusesOf,
  stopShow,
  supergraph,
} from "./exchanges.ts";

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
