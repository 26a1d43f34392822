import { texts as de } from "../app/texts/de.ts";
import { texts as en, type Texts } from "../app/texts/en.ts";
import { texts as es } from "../app/texts/es.ts";
import { texts as fr } from "../app/texts/fr.ts";
import { texts as he } from "../app/texts/he.ts";

const languages: Record<string, Texts> = { en, de, fr, es, he };
const others = Object.entries(languages).filter(([language]) => language !== "en");

type TextFunction = (...values: unknown[]) => unknown;
type Text = string | TextFunction;

/** Values that no text contains by itself. */
const VALUES = [7_001, 8_002];

/** Every text by its path, such as `find.title`. */
function textsByPath(of: object, path: string[] = []): [path: string, text: Text][] {
  return Object.entries(of).flatMap(([key, value]: [string, object | Text]): [string, Text][] => {
    const here = [...path, key];
    return typeof value === "object" ? textsByPath(value, here) : [[here.join("."), value]];
  });
}

const valuesOf = (text: TextFunction) => VALUES.slice(0, text.length);
const written = (text: Text) => (typeof text === "string" ? text : String(text(...valuesOf(text))));
const writtenByPath = (texts: Texts) => textsByPath(texts).map(([path, text]) => [path, written(text)] as const);

/** Paths whose text is that of English: names, and words that the languages share. */
const EVERYWHERE = ["brand", "hold.buyer", "problems.other", "ticket.pdf"];
const SHARED: Record<string, string[]> = {
  de: [
    "categories.FESTIVAL",
    "categories.SPORT",
    "event.basePrice",
    "event.links",
    "event.optional",
    "order.tickets",
    "seats.live",
    "take.code",
    "ticket.title",
  ],
  fr: [
    "categories.CONCERT",
    "categories.FESTIVAL",
    "categories.SPORT",
    "hold.total",
    "queue.minutesInside",
    "take.code",
    "waitlist.minutes",
  ],
  es: ["hold.total", "questions.no"],
  he: [],
};

test.each(others)("%s has the keys of English, and its functions take the same values", (_, texts) => {
  const shape = (of: Texts) =>
    textsByPath(of).map(([path, text]) => [path, typeof text === "string" ? "text" : text.length]);
  expect(shape(texts)).toEqual(shape(en));
});

test.each(Object.entries(languages))("in %s no text is empty or has a blank at its ends", (_, texts) => {
  for (const [path, text] of writtenByPath(texts)) expect([path, text]).toEqual([path, text.trim() || "a text"]);
  expect(texts.problems.other("")).not.toBe("");
});

test.each(Object.entries(languages))("in %s a text shows the values that it is given", (_, texts) => {
  for (const [path, text] of textsByPath(texts)) {
    if (typeof text === "string") continue;
    for (const value of valuesOf(text))
      expect([path, written(text)]).toEqual([path, expect.stringContaining(`${value}`)]);
  }
});

test.each(others)("in %s only a few texts are those of English", (language, texts) => {
  const english = new Map(writtenByPath(en));
  const same = writtenByPath(texts).filter(([path, text]) => english.get(path) === text);
  expect(same.map(([path]) => path).sort()).toEqual([...EVERYWHERE, ...SHARED[language]!].sort());
});

test("numbers of things have the forms of the language", () => {
  const found = (texts: Texts) => [0, 1, 2, 11].map((count) => texts.find.found(count));
  expect(found(en)).toEqual(["0 events", "1 event", "2 events", "11 events"]);
  expect(found(de)).toEqual(["0 Veranstaltungen", "1 Veranstaltung", "2 Veranstaltungen", "11 Veranstaltungen"]);
  expect(found(fr)).toEqual(["0 événement", "1 événement", "2 événements", "11 événements"]);
  expect(found(es)).toEqual(["0 eventos", "1 evento", "2 eventos", "11 eventos"]);
  expect(found(he)).toEqual(["0 אירועים", "אירוע אחד", "שני אירועים", "11 אירועים"]);
});

test.each(Object.entries(languages))("in %s apostrophes and ellipses are typographic", (_, texts) => {
  for (const [path, text] of writtenByPath(texts))
    expect([path, text]).toEqual([path, expect.not.stringMatching(/'|"|\.\.\./)]);
});

test("French has a blank that does not break before high punctuation", () => {
  const misplaced = writtenByPath(fr).filter(([, text]) => /[^\u00a0][?!:;»]|«[^\u00a0]/u.test(text));
  expect(misplaced).toEqual([]);
});
