// The tables of expectations cover the schema, and nothing that it lacks.
import { CHANGES } from "./changes.ts";
import { PARTS } from "./parts.ts";
import { SPECIMENS } from "./reads.ts";
import { QUERIES, SUBSCRIPTIONS } from "./roots.ts";
import { api, fieldsOf, hiddenFields, referencedTypes } from "./schemas.ts";
import { namesIn, shown } from "./specimens.ts";

const READS = "test/authorization/reads/";
const ROOTS = "test/authorization/roots.ts";
const PARTS_FILE = "test/authorization/parts.ts";
const FILES = { Query: ROOTS, Mutation: "test/authorization/changes/", Subscription: ROOTS };
const TABLES = { Query: QUERIES, Mutation: CHANGES, Subscription: SUBSCRIPTIONS };

test.each(["Query", "Mutation", "Subscription"] as const)("every field of %s has an expectation", (type) => {
  const [inSchema, expected] = [Object.keys(fieldsOf(api, type)), Object.keys(TABLES[type])];
  const problems = [
    ...inSchema
      .filter((name) => !expected.includes(name))
      .map((name) => `${type}.${name} has no expectation: say in ${FILES[type]} who may ask for it.`),
    ...expected
      .filter((name) => !inSchema.includes(name))
      .map((name) => `${type}.${name} is gone: take it out of ${FILES[type]}.`),
  ];
  expect(problems).toEqual([]);
});

test("every field that is not public has an expectation, in each specimen of its type or as a part of one", () => {
  const entities = referencedTypes();
  const hidden = hiddenFields();
  const problems: string[] = [];
  const compare = (type: string, where: string, listed: string[]) => {
    const wanted = hidden.get(type) ?? [];
    for (const name of wanted.filter((one) => !listed.includes(one)))
      problems.push(`${type}.${name} has no expectation: say in ${where} who sees it.`);
    for (const name of listed.filter((one, index) => !wanted.includes(one) || listed.indexOf(one) !== index))
      problems.push(`${type}.${name} is gone, public, or named twice: take it out of ${where}.`);
  };
  const specimens = Object.entries(SPECIMENS);
  for (const [name, specimen] of specimens) compare(specimen.type, `"${name}" of ${READS}`, namesIn(specimen));
  for (const [type, names] of Object.entries(PARTS)) compare(type, PARTS_FILE, names.split(" "));
  for (const type of hidden.keys()) {
    const hasSpecimen = specimens.some(([, specimen]) => specimen.type === type);
    if (hasSpecimen) continue;
    if (entities.has(type))
      problems.push(`${type} can be asked for by reference: add a specimen of it to ${READS} and to the scene.`);
    else if (!(type in PARTS)) problems.push(`${type} has no expectation: add it to ${PARTS_FILE}.`);
  }
  expect(problems).toEqual([]);
});

test("every field of an entity has a value for some viewer in some specimen", () => {
  const seen = shown();
  const listed = Object.values(SPECIMENS).flatMap((one) => namesIn(one).map((name) => `${one.type}.${name}`));
  // The scene has no event with several prices; test/ticket-prices.e2e.test.ts has.
  // Nor has it exchanged tickets, policies of returns, or held packages: test/exchanges.e2e.test.ts, test/returns.ts and
  // seating/test/packages.int.test.ts have.
  // Holds with access codes are in test/promo-codes.e2e.test.ts.
  const elsewhere = [
    "Hold.accessCodeName",
    "Hold.package",
    "Hold.packageHoldIds",
    "Ticket.priceName",
    "Order.exchange",
    "Event.exchangePolicy",
    "Event.returnPolicy",
    "Payment.isCredit",
  ];
  expect(listed.filter((name) => !seen.has(name) && !elsewhere.includes(name))).toEqual([]);
});
