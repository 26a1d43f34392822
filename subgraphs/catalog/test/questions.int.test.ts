// Questions of an event to its buyers: who hears of them, what is refused, and what a copy has.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import {
  ask,
  catalog,
  closeCatalog,
  FLOOR,
  mutate,
  newDraft,
  newVenue,
  openCatalog,
  plans,
  publish,
  toldTerms,
} from "./catalog-alone.ts";

let venueId: string;
beforeAll(async () => {
  await openCatalog();
  venueId = await newVenue([FLOOR]);
});
afterAll(closeCatalog);

const draft = () => newDraft(venueId, ["Floor"]);
const QUESTIONS =
  "version invoiceAddress questions { id scope kind text help isRequired mustBeYes options { id label } priceTiers }";
const read = (id: string): Promise<Data> =>
  ask(`query ($id: ID!) { result: event(id: $id) { ${QUESTIONS} priceTiers { name } } }`, { id });
const setQuestions = (eventId: string, expectedVersion: number, questions: Data[], rest: Data = {}): Promise<Data> =>
  mutate(
    "setEventQuestions",
    "SetEventQuestionsInput",
    { eventId, expectedVersion, questions, idempotencyKey: randomUUID(), ...rest },
    `... on Event { ${QUESTIONS} }`,
  );
const messages = (name: string, eventId: string) =>
  rows<{ body: Data }>(
    catalog.running.database.read(),
    sql`select body from outbox where name = ${`catalog.${name}`} and ${eventId} in (key, body ->> 'subject') order by id`,
  ).then((found) => found.map(({ body }) => body));

const SHIRT = {
  scope: "TICKET",
  kind: "CHOOSE_ONE",
  text: "Size of the T-shirt",
  isRequired: true,
  options: [{ label: "M" }, { label: "L" }],
};
const TERMS = { scope: "ORDER", kind: "YES_NO", text: "I accept the rules.", isRequired: true, mustBeYes: true };

test("an event asks nothing, and says nothing of questions, until an organizer sets some", async () => {
  const id = await draft();
  await publish(id);
  expect(await read(id)).toMatchObject({ questions: [], invoiceAddress: "NOT_ASKED" });
  expect(plans.get(id)).not.toHaveProperty("terms");
  expect((await messages("EventDescribed", id)).at(-1)).not.toHaveProperty("questionnaire");
});

test("a draft's questions are sent with its publication: to seating that it asks, to others what it asks", async () => {
  const id = await draft();
  const set = await setQuestions(id, 1, [SHIRT, TERMS], { invoiceAddress: "REQUIRED" });
  expect(set).toMatchObject({
    __typename: "Event",
    version: 2,
    invoiceAddress: "REQUIRED",
    questions: [
      { ...SHIRT, help: null, mustBeYes: false, priceTiers: [], options: [{ label: "M" }, { label: "L" }] },
      { ...TERMS, options: [] },
    ],
  });
  expect(await messages("EventDescribed", id)).toEqual([]);
  await publish(id);
  expect(plans.get(id)).toMatchObject({ terms: { asksQuestions: true } });
  expect((await messages("EventDescribed", id)).at(-1)!.questionnaire).toEqual({
    questions: set.questions,
    invoiceAddress: "REQUIRED",
  });
  const [audited] = (await messages("Audited", id)).filter(({ action }) => action === "setEventQuestions");
  expect(JSON.stringify(audited)).toContain("Size of the T-shirt");
});

test("changed questions keep their ids, and seating hears only of the first and the last question", async () => {
  const id = await draft();
  await publish(id);
  const { questions } = await setQuestions(id, 2, [SHIRT]);
  expect(toldTerms.at(-1)).toMatchObject({ eventId: id, version: 3, terms: { asksQuestions: true } });
  const [shirt] = questions as Data[];
  const options = [...shirt!.options, { label: "XL" }];
  const changed = await setQuestions(id, 3, [TERMS, { ...SHIRT, id: shirt!.id, text: "Your size", options }]);
  expect(changed.questions[1]).toMatchObject({
    id: shirt!.id,
    text: "Your size",
    options: [...shirt!.options, { id: expect.any(String), label: "XL" }],
  });
  expect(await messages("SaleTermsChanged", id)).toHaveLength(1);
  await setQuestions(id, 4, []);
  const terms = await messages("SaleTermsChanged", id);
  expect([terms.length, terms[1]]).toEqual([2, expect.not.objectContaining({ asksQuestions: true })]);
  expect((await messages("EventDescribed", id)).at(-1)!.questionnaire).toEqual({
    questions: [],
    invoiceAddress: "NOT_ASKED",
  });
});

test("the second of two editors is refused, and a repeated request changes nothing more", async () => {
  const id = await draft();
  const repeated = { idempotencyKey: randomUUID() };
  const both = await Promise.all([0, 1].map(() => setQuestions(id, 1, [SHIRT], repeated)));
  expect(both[0]).toEqual(both[1]);
  expect(await setQuestions(id, 1, [TERMS])).toMatchObject({ __typename: "EventChanged" });
  expect(await setQuestions(id, 2, [TERMS], repeated)).toMatchObject({ __typename: "IdempotencyKeyReused" });
  await ask(`mutation ($id: ID!) { result: cancelEvent(eventId: $id, reason: "ill") { __typename } }`, { id });
  const { version } = await read(id);
  expect(await setQuestions(id, version, [])).toMatchObject({ __typename: "QuestionsNotChangeable" });
});

const many = (count: number, of: (n: number) => Data) => Array.from({ length: count }, (_, n) => of(n));

test.each<[string, Data[]]>([
  ["input.questions", many(31, () => TERMS)],
  ["input.questions.0.text", [{ ...TERMS, text: " " }]],
  ["input.questions.1.text", [TERMS, { ...TERMS, text: "x".repeat(301) }]],
  ["input.questions.0.help", [{ ...TERMS, help: "x".repeat(1_001) }]],
  ["input.questions.0.options", [{ ...SHIRT, options: [] }]],
  ["input.questions.0.options", [{ ...SHIRT, options: many(51, (n) => ({ label: `${n}` })) }]],
  ["input.questions.0.options", [{ ...SHIRT, options: [{ label: "M" }, { label: "M" }] }]],
  ["input.questions.0.options", [{ ...TERMS, options: [{ label: "M" }] }]],
  ["input.questions.0.mustBeYes", [{ ...SHIRT, mustBeYes: true }]],
  ["input.questions.0.mustBeYes", [{ ...TERMS, isRequired: false }]],
  ["input.questions.0.priceTiers.1", [{ ...TERMS, priceTiers: ["$TIER", "Unknown"] }]],
  ["input.questions.0.id", [{ ...TERMS, id: randomUUID() }]],
  ["input.questions.0.id", [{ ...TERMS, id: "x" }]],
  ["input.questions.0.options.0.id", [{ ...SHIRT, options: [{ id: randomUUID(), label: "M" }] }]],
])("what can't be asked is refused by the name of its field: %s", async (field, questions) => {
  const id = await draft();
  const { priceTiers } = await read(id);
  const given = JSON.parse(JSON.stringify(questions).replaceAll("$TIER", priceTiers[0].name)) as Data[];
  await expect(setQuestions(id, 1, given)).rejects.toThrow(new RegExp(`${field}: `));
});

test("a question keeps its kind, and a copied event asks the same with ids of its own", async () => {
  const id = await draft();
  const { questions } = await setQuestions(id, 1, [SHIRT], { invoiceAddress: "OPTIONAL" });
  const [shirt] = questions as Data[];
  await expect(setQuestions(id, 2, [{ ...TERMS, id: shirt!.id }])).rejects.toThrow(/input.questions.0.id: /);
  const input = {
    eventId: id,
    startsAt: [new Date(Date.now() + 20 * 86_400_000).toISOString()],
    idempotencyKey: randomUUID(),
  };
  const { events } = await mutate("copyEvent", "CopyEventInput", input, "... on CopiedEvents { events { id } }");
  const copy = await read((events as Data[])[0]!.id as string);
  expect(copy).toMatchObject({ invoiceAddress: "OPTIONAL", questions: [SHIRT] });
  expect(copy.questions[0].id).not.toBe(shirt!.id);
});
