// Answers to the questions of events: checked before seating converts the hold, stored once with the order, and changed until the event starts.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { silent } from "../../../testkit/notifier.ts";
import { unavailable } from "../../../platform/core/errors.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Question, Questionnaire } from "../../../domain/questions.ts";
import type { ConvertedHold, HoldConversion, SeatingClient } from "../clients/seating.ts";
import { noteQuestionnaire } from "../projections/questionnaires.ts";
import { createPlacing, type PlaceOrder } from "../workflows/place-order.ts";
import type { GivenAnswer } from "../entities/check-answers.ts";

let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => orders.stop());

const database = () => orders.running.database;
const saga = () => ({ notifier: silent, sendsMail: false, deadlines: { assessmentSeconds: 60, reviewSeconds: 60 } });

const question = (rest: Partial<Question>): Question => ({
  id: randomUUID(),
  scope: "ORDER",
  kind: "SHORT_TEXT",
  text: "How did you hear of us?",
  help: null,
  isRequired: true,
  mustBeYes: false,
  options: [],
  priceTiers: [],
  ...rest,
});
const SOURCE = question({});
const MEAL = question({ scope: "TICKET", text: "Allergies", isRequired: false });
const answer = ({ id: questionId }: Question, rest: Partial<GivenAnswer>): GivenAnswer => ({
  ...{ questionId, seatId: null, text: null, yes: null, number: null, date: null, optionIds: null },
  ...rest,
});

const organizationId = randomUUID();
let version = 0;
/** An event that starts in an hour, of which orders knows the questions. */
async function event(asked: Partial<Questionnaire> | null = { questions: [SOURCE, MEAL] }): Promise<string> {
  const eventId = randomUUID();
  await rows(
    database().read(),
    sql`insert into event_facts (event_id, version, name, place, starts_at, time_zone, organization_id)
        values (${eventId}, 1, 'Aida', 'Opera', app_now() + interval '1 hour', 'UTC', ${organizationId})`,
  );
  if (asked) await asks(eventId, asked);
  return eventId;
}
const asks = (eventId: string, asked: Partial<Questionnaire>, at = ++version) =>
  database().transaction((tx) =>
    noteQuestionnaire(tx, {
      ...{ eventId, version: at, name: "Aida", place: "Opera", startsAt: "", endsAt: null, timeZone: "UTC" },
      questionnaire: { questions: [], invoiceAddress: "NOT_ASKED", ...asked },
    }),
  );

/** A seating with one event, whose holds have two seats. */
function seatingOf(eventId: string, asksQuestions = true) {
  const calls: HoldConversion[][] = [];
  const converted = new Map<string, string>();
  /** Consulted before the second call. */
  const fails: { before?: () => Error | undefined } = {};
  const seats = [0, 1].map((n) => ({
    ...{ id: `${eventId}.${n}`, sectionId: eventId, sectionName: "A", row: null, number: null, tierName: "T" },
    ...{ priceName: null, channel: null, price: 100, priceBreakdown: { base: 100, lines: [], total: 100 } },
  }));
  const about = { eventId, organizationId, currency: "EUR", promoCode: null };
  const convert = ({ holdId, orderId, hasAnswers, isChecked }: HoldConversion): ConvertedHold | Error => {
    const owner = converted.get(holdId);
    if (owner && owner !== orderId) return { ...about, refusal: "NOT_ACTIVE", seats: [] };
    if (!owner && (asksQuestions || hasAnswers) && !isChecked) return { ...about, refusal: "ANSWERS_UNCHECKED", seats };
    const failure = isChecked ? fails.before?.() : undefined;
    if (failure) return failure;
    converted.set(holdId, orderId);
    return { ...about, refusal: null, seats };
  };
  const client = {
    convertHolds: async (all: HoldConversion[]) => {
      calls.push(all);
      return all.map(convert);
    },
  } as SeatingClient;
  const placing = createPlacing({ database, saga, seating: client, paymentSeconds: 900 });
  const buyer = { userId: randomUUID(), verified: true };
  const place = (given: Partial<PlaceOrder> = {}) =>
    placing.place(buyer, { holdId: randomUUID(), names: [], idempotencyKey: randomUUID(), ...given });
  return { calls, converted, fails, place, placing, buyer };
}

const answersOf = (orderId: string) =>
  rows<Data>(
    database().read(),
    sql`select position, question, shown, person_id from answer where order_id = ${orderId} order by position`,
  );
const idOf = (placed: { order: { id: string } } | { orderId: string }) =>
  "order" in placed ? placed.order.id : placed.orderId;

test("an order of an event that asks nothing is placed by one call, as by the version before", async () => {
  const { calls, place } = seatingOf(await event(null), false);
  const holdId = randomUUID();
  await place({ holdId });
  expect(calls).toEqual([[{ orderId: expect.any(String), holdId, buyerId: expect.any(String) }]]);
});

test("a required question without an answer refuses the order, and the hold stays active", async () => {
  const { converted, place } = seatingOf(await event());
  const given = { holdId: randomUUID(), idempotencyKey: randomUUID() };
  const refused = {
    typename: "AnswersRefused",
    details: {
      problems: [expect.objectContaining({ questionId: SOURCE.id, reason: "MISSING", question: SOURCE.text })],
    },
  };
  await expect(place(given)).rejects.toMatchObject(refused);
  await expect(place(given)).rejects.toMatchObject(refused);
  expect(converted.size).toBe(0);
  const answers = [answer(SOURCE, { text: "A friend" })];
  await expect(place({ ...given, answers })).rejects.toMatchObject({ typename: "IdempotencyKeyReused" });
  const orderId = idOf(await place({ holdId: given.holdId, answers }));
  expect(await answersOf(orderId)).toMatchObject([{ position: -1, question: SOURCE.text, shown: "A friend" }]);
});

test("answers are stored with the order, for each seat, by its buyer", async () => {
  const eventId = await event();
  const { place, buyer } = seatingOf(eventId);
  const answers = [answer(MEAL, { seatId: `${eventId}.1`, text: "Nuts" }), answer(SOURCE, { text: "Radio" })];
  const orderId = idOf(await place({ answers }));
  expect(await answersOf(orderId)).toEqual([
    { position: -1, question: SOURCE.text, shown: "Radio", personId: buyer.userId },
    { position: 1, question: MEAL.text, shown: "Nuts", personId: buyer.userId },
  ]);
});

test("answers to questions that nobody asks are refused, also by an event that asks nothing", async () => {
  const { converted, place } = seatingOf(await event(null), false);
  const answers = [answer(SOURCE, { text: "Radio" })];
  await expect(place({ answers })).rejects.toMatchObject({ details: { problems: [{ reason: "NOT_ASKED" }] } });
  expect(converted.size).toBe(0);
});

test("an order whose process died after the conversion is placed with its answers", async () => {
  const eventId = await event();
  const { converted, fails, place } = seatingOf(eventId);
  const [holdId, idempotencyKey] = [randomUUID(), randomUUID()];
  const answers = [answer(SOURCE, { text: "Radio" })];
  fails.before = () => new Error("lost answer");
  await expect(place({ holdId, idempotencyKey, answers })).rejects.toThrow();
  const { id } = (await row<{ id: string }>(
    database().read(),
    sql`select id from work_item where body ->> 'holdId' = ${holdId}`,
  ))!;
  converted.set(holdId, id);
  delete fails.before;
  expect(idOf(await place({ holdId, idempotencyKey, answers }))).toBe(id);
  expect(await answersOf(id)).toMatchObject([{ shown: "Radio" }]);
});

test("if seating is away at the second call, nothing remains, and the same key may be used again", async () => {
  const { fails, place } = seatingOf(await event());
  const given = { holdId: randomUUID(), idempotencyKey: randomUUID(), answers: [answer(SOURCE, { text: "Radio" })] };
  fails.before = () => unavailable("seating");
  await expect(place(given)).rejects.toMatchObject({ extensions: { code: "UNAVAILABLE" } });
  delete fails.before;
  expect(await answersOf(idOf(await place(given)))).toHaveLength(1);
});

const ADDRESS = {
  ...{ name: "Ada Lovelace", company: null, vatId: null, address: "Elm Street 1\n99084 Erfurt\nGERMANY" },
  ...{ street: "Elm Street 1", postalCode: "99084", city: "Erfurt", country: "DE" },
};

test("an invoice address is required, optional or not asked, as the event says", async () => {
  const placing = async (invoiceAddress: Questionnaire["invoiceAddress"], given: typeof ADDRESS | undefined) => {
    const { place } = seatingOf(await event({ invoiceAddress }), invoiceAddress !== "NOT_ASKED");
    return place({ invoiceAddress: given }).then(idOf, (error: Data) => error.details.problems[0].reason as string);
  };
  expect(await placing("REQUIRED", undefined)).toBe("MISSING");
  expect(await placing("NOT_ASKED", ADDRESS)).toBe("NOT_ASKED");
  const [kept, none] = [await placing("REQUIRED", ADDRESS), await placing("OPTIONAL", undefined)];
  const stored = sql`select name, street, country, address from invoice_address where order_id = any(${[kept, none]}::uuid[])`;
  const { name, street, country, address } = ADDRESS;
  expect(await rows(database().read(), stored)).toEqual([{ name, street, country, address }]);
});

test("an older message changes no questions", async () => {
  const eventId = await event();
  await asks(eventId, { questions: [] }, 0);
  const { place } = seatingOf(eventId);
  await expect(place()).rejects.toMatchObject({ typename: "AnswersRefused" });
});

const CHANGE = `mutation ($i: AnswerQuestionsInput!) { result: answerQuestions(input: $i) {
  __typename ... on Order { answers { question text seatId } } ... on AnswersRefused { problems { questionId reason } } } }`;

test("a buyer changes answers until the event starts; a changed question keeps the text that was answered", async () => {
  const eventId = await event();
  const { place, buyer } = seatingOf(eventId);
  const orderId = idOf(await place({ answers: [answer(SOURCE, { text: "Radio" })] }));
  const change = async (answers: Data[]) => {
    const { data, errors } = await orders.as(buyer, CHANGE, { i: { orderId, answers } });
    return (errors?.[0]?.message ?? data.result) as Data;
  };
  await asks(eventId, { questions: [{ ...SOURCE, text: "Where did you hear of us?" }, MEAL] });
  const seatId = `${eventId}.0`;
  expect(await change([{ questionId: MEAL.id, seatId, text: "Nuts" }])).toEqual({
    __typename: "Order",
    answers: [
      { question: SOURCE.text, text: "Radio", seatId: null },
      { question: MEAL.text, text: "Nuts", seatId },
    ],
  });
  expect((await change([{ questionId: SOURCE.id, text: "TV" }])).answers[0]).toMatchObject({
    question: "Where did you hear of us?",
    text: "TV",
  });
  expect(await change([{ questionId: SOURCE.id, text: "" }])).toEqual({
    __typename: "AnswersRefused",
    problems: [{ questionId: SOURCE.id, reason: "MISSING" }],
  });
  expect((await change([{ questionId: MEAL.id, seatId }])).answers).toHaveLength(1);
  await asks(eventId, { questions: [] });
  expect(await change([{ questionId: SOURCE.id, text: "TV" }])).toMatchObject({ __typename: "AnswersRefused" });
  expect(await answersOf(orderId)).toMatchObject([{ shown: "TV" }]);
  await rows(database().read(), sql`update event_facts set starts_at = app_now() where event_id = ${eventId}`);
  expect(await change([{ questionId: SOURCE.id, text: "TV" }])).toEqual({ __typename: "AnswersClosed" });
});

test.each<[string, Data]>([
  ["input.answers.0.date", { questionId: SOURCE.id, date: "2027-02-30" }],
  ["input.answers.0.text", { questionId: SOURCE.id, text: "x".repeat(2_001) }],
  ["input.answers.0.text", { questionId: SOURCE.id, text: "a\u0000b" }],
  ["input.answers.0.optionIds", { questionId: SOURCE.id, optionIds: Array.from({ length: 51 }, () => SOURCE.id) }],
])("an answer that fits no question is refused by the name of its field: %s", async (field, given) => {
  const { place, buyer } = seatingOf(await event());
  const orderId = idOf(await place({ answers: [answer(SOURCE, { text: "Radio" })] }));
  const { errors } = await orders.as(buyer, CHANGE, { i: { orderId, answers: [given] } });
  expect(errors?.[0]?.message).toContain(`${field}: `);
});
