import { randomUUID } from "node:crypto";
import type { Question, Questionnaire } from "../../../domain/questions.ts";
import { checkAnswers, type AskedSeat, type GivenAnswer } from "./check-answers.ts";

const question = (rest: Partial<Question> = {}): Question => ({
  id: randomUUID(),
  scope: "ORDER",
  kind: "SHORT_TEXT",
  text: "How did you hear of us?",
  help: null,
  isRequired: false,
  mustBeYes: false,
  options: [],
  priceTiers: [],
  ...rest,
});
const answer = ({ id }: Question, rest: Partial<GivenAnswer> = {}): GivenAnswer => ({
  ...{ questionId: id, seatId: null, text: null, yes: null, number: null, date: null, optionIds: null },
  ...rest,
});
const seat = (position: number, tierName = "Adult", eventId = "e"): AskedSeat => ({
  id: `s${position}`,
  eventId,
  position,
  tierName,
});
const asking = (...questions: Question[]): Map<string, Questionnaire> =>
  new Map([["e", { questions, invoiceAddress: "NOT_ASKED" }]]);
const check = (questions: Question[], given: GivenAnswer[], seats = [seat(0), seat(1)], needsAll = true) =>
  checkAnswers(seats, asking(...questions), given, needsAll);
const reasons = (questions: Question[], given: GivenAnswer[], seats = [seat(0), seat(1)], needsAll = true) =>
  check(questions, given, seats, needsAll).problems.map(({ reason }) => reason);

test("a required question without an answer is named, once for the order or for each seat", () => {
  const order = question({ isRequired: true });
  const ticket = question({ isRequired: true, scope: "TICKET", text: "T-shirt" });
  expect(check([order, ticket], [answer(ticket, { seatId: "s1", text: "M" })]).problems).toEqual([
    expect.objectContaining({ questionId: order.id, seatId: null, reason: "MISSING" }),
    expect.objectContaining({ questionId: ticket.id, seatId: "s0", reason: "MISSING", question: "T-shirt" }),
  ]);
  expect(reasons([order, ticket], [], [seat(0), seat(1)], false)).toEqual([]);
  expect(reasons([order], [answer(order, { text: "  " })], undefined, false)).toEqual(["MISSING"]);
});

test("an accepted answer has the question as it is now, and the position of its ticket", () => {
  const ticket = question({ scope: "TICKET", text: "Allergies" });
  expect(check([ticket], [answer(ticket, { seatId: "s1", text: " Nuts " })]).answers).toEqual([
    ...[{ eventId: "e", questionId: ticket.id, position: 1, question: "Allergies" }].map((one) => ({
      ...one,
      ...{ value: { text: "Nuts" }, shown: "Nuts" },
    })),
  ]);
  const { answers, emptied } = check([ticket], [answer(ticket, { seatId: "s0" })]);
  expect([answers, emptied]).toEqual([[], [{ questionId: ticket.id, position: 0 }]]);
});

test("a question for some price tiers is asked about their tickets only", () => {
  const tickets = question({ isRequired: true, scope: "TICKET", priceTiers: ["Child"] });
  const order = question({ isRequired: true, priceTiers: ["Child"] });
  expect(reasons([tickets, order], [])).toEqual([]);
  const mixed = [seat(0), seat(1, "Child")];
  expect(check([tickets, order], [], mixed).problems.map(({ seatId }) => seatId)).toEqual(["s1", null]);
  expect(reasons([tickets], [answer(tickets, { seatId: "s0", text: "x" })], mixed)).toContain("NOT_ASKED");
});

test("answers to questions that are not asked, of other seats, and second answers are refused", () => {
  const [order, ticket] = [question(), question({ scope: "TICKET" })];
  expect(reasons([order], [answer(question(), { text: "x" })])).toEqual(["NOT_ASKED"]);
  expect(reasons([order], [answer(order, { seatId: "s0", text: "x" })])).toEqual(["NOT_ASKED"]);
  expect(reasons([ticket], [answer(ticket, { text: "x" })])).toEqual(["NOT_ASKED"]);
  expect(reasons([ticket], [answer(ticket, { seatId: "s9", text: "x" })])).toEqual(["NOT_ASKED"]);
  expect(reasons([order], [answer(order, { text: "x" }), answer(order, { text: "y" })])).toEqual(["NOT_ASKED"]);
});

const OPTIONS = [
  { id: randomUUID(), label: "S" },
  { id: randomUUID(), label: "M" },
];
const [S, M] = OPTIONS.map(({ id }) => id) as [string, string];

test.each<[Partial<Question>, Partial<GivenAnswer>, string | null]>([
  [{ kind: "SHORT_TEXT" }, { text: "x".repeat(200) }, "x".repeat(200)],
  [{ kind: "SHORT_TEXT" }, { text: "x".repeat(201) }, null],
  [{ kind: "SHORT_TEXT" }, { text: "a\nb" }, null],
  [{ kind: "LONG_TEXT" }, { text: "a\nb" }, "a\nb"],
  [{ kind: "SHORT_TEXT" }, { yes: true }, null],
  [{ kind: "YES_NO" }, { yes: false }, "no"],
  [{ kind: "YES_NO" }, { yes: true, text: "x" }, null],
  [{ kind: "YES_NO", mustBeYes: true }, { yes: false }, null],
  [{ kind: "NUMBER" }, { number: -1.5 }, "-1.5"],
  [{ kind: "DATE" }, { date: "2027-03-28" }, "2027-03-28"],
  [{ kind: "PHONE" }, { text: "+49 (361) 12-34.56" }, "+49361123456"],
  [{ kind: "PHONE" }, { text: "0361 123456" }, null],
  [{ kind: "PHONE" }, { text: "+1234567890123456" }, null],
  [{ kind: "CHOOSE_ONE" }, { optionIds: [M] }, "M"],
  [{ kind: "CHOOSE_ONE" }, { optionIds: [S, M] }, null],
  [{ kind: "CHOOSE_SEVERAL" }, { optionIds: [M, S] }, "S; M"],
  [{ kind: "CHOOSE_SEVERAL" }, { optionIds: [M, M] }, null],
  [{ kind: "CHOOSE_SEVERAL" }, { optionIds: [randomUUID()] }, null],
])("an answer fits the kind of its question: %j %j", (rest, given, shown) => {
  const asked = question({ options: OPTIONS, ...rest });
  const { problems, answers } = check([asked], [answer(asked, given)]);
  expect(answers.map((one) => one.shown)).toEqual(shown === null ? [] : [shown]);
  expect(problems).toHaveLength(shown === null ? 1 : 0);
});
