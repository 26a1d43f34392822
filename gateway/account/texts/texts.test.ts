import { html, Html } from "../html.ts";
import type { Texts } from "./en.ts";
import { TEXTS } from "./languages.ts";
import { refusalText } from "./refusals.ts";

const languages = Object.entries(TEXTS);
const others = languages.filter(([language]) => language !== "en");

/** A value that a text may use as a number, as text or as HTML. */
class Value extends Html {
  override toString(): string {
    return this.text;
  }
}

type Text = string | ((...values: unknown[]) => string | Html);

/** Values that no text contains by itself. */
const VALUES = [new Value("7001"), new Value("8002"), new Value("9003")];

/** Every text by its path, such as `signIn.title`. */
function textsByPath(of: object, path: string[] = []): [path: string, text: Text][] {
  return Object.entries(of).flatMap(([key, value]: [string, object | Text]): [string, Text][] => {
    const here = [...path, key];
    return typeof value === "object" ? textsByPath(value, here) : [[here.join("."), value]];
  });
}

function written(text: Text): string {
  if (typeof text === "string") return text;
  const result = text(...VALUES.slice(0, text.length));
  return result instanceof Html ? result.text : result;
}

const writtenByPath = (texts: Texts) => textsByPath(texts).map(([path, text]) => [path, written(text)] as const);

/** Only English shows the API's reason, which is in English. */
const WITHOUT_VALUE = new Set(["problems.weakPassword"]);
/** Only seconds are counted in a wait of less than a day. */
const WAITS = new Set(["problems.tooOften"]);

test.each(others)("%s has the keys of English, and its functions take the same values", (_, texts) => {
  const shape = (of: Texts) =>
    textsByPath(of).map(([path, text]) => [
      path,
      typeof text === "string" || WITHOUT_VALUE.has(path) ? "text" : text.length,
    ]);
  expect(shape(texts).sort()).toEqual(shape(TEXTS.en).sort());
});

test.each(languages)("in %s no text is empty or has a blank at its ends", (_, texts) => {
  for (const [path, text] of writtenByPath(texts)) expect([path, text]).toEqual([path, text.trim() || "a text"]);
});

test.each(languages)("in %s a text shows the values that it is given", (language, texts) => {
  for (const [path, text] of textsByPath(texts)) {
    if (typeof text === "string" || WAITS.has(path) || WITHOUT_VALUE.has(path)) continue;
    for (const { text: value } of VALUES.slice(0, text.length))
      expect([language, path, written(text)]).toEqual([language, path, expect.stringContaining(value)]);
  }
});

test.each(others)("in %s the texts with a link in English have one, and no others", (_, texts) => {
  const linked = (of: Texts) => writtenByPath(of).flatMap(([path, text]) => (/\[.+\]/.test(text) ? [path] : []));
  expect(linked(texts).sort()).toEqual(linked(TEXTS.en).sort());
});

test.each(others)("in %s only a few texts are those of English", (language, texts) => {
  const english = new Map(writtenByPath(TEXTS.en));
  const same = writtenByPath(texts).filter(([path, text]) => english.get(path) === text);
  expect(same.map(([path]) => path).sort()).toEqual(SHARED[language]);
});

/** Words that the languages share. */
const SHARED: Record<string, string[]> = {
  de: ["fields.name", "security.passkeys.title"],
  fr: [],
  es: [],
  he: [],
};

test("a wait is counted in the forms of the language", () => {
  const waits = (texts: Texts) => [1, 30, 60, 120, 7_200].map((seconds) => texts.problems.tooOften(seconds));
  expect(waits(TEXTS.en)).toEqual(
    ["in 1 second", "in 30 seconds", "in 1 minute", "in 2 minutes", "tomorrow"].map(
      (wait) => `Too many attempts. Please try again ${wait}.`,
    ),
  );
  expect(waits(TEXTS.de).map((text) => /es (.*) noch/.exec(text)?.[1])).toEqual([
    "in 1 Sekunde",
    "in 30 Sekunden",
    "in 1 Minute",
    "in 2 Minuten",
    "morgen",
  ]);
  expect(waits(TEXTS.he).map((text) => /שוב (.*)\./.exec(text)?.[1])).toEqual([
    "בעוד שנייה אחת",
    "בעוד 30 שניות",
    "בעוד דקה אחת",
    "בעוד שתי דקות",
    "מחר",
  ]);
});

test("numbers of tickets have the forms of the language", () => {
  const counted = ({ orders }: Texts) => [0, 1, 2, 11].map((count) => orders.tickets(count));
  expect(counted(TEXTS.fr)).toEqual(["0 billet", "1 billet", "2 billets", "11 billets"]);
  expect(counted(TEXTS.he)).toEqual(["0 כרטיסים", "כרטיס אחד", "שני כרטיסים", "11 כרטיסים"]);
});

test("French has a blank that does not break before high punctuation", () => {
  const misplaced = writtenByPath(TEXTS.fr).filter(([, text]) => /[^\u00a0][?!:;»]|«[^\u00a0]/u.test(text));
  expect(misplaced).toEqual([]);
});

test.each([
  ["en", { __typename: "CredentialsRejected", message: "no" }, TEXTS.en.refusals.CredentialsRejected],
  ["de", { __typename: "CredentialsRejected", message: "no" }, TEXTS.de.refusals.CredentialsRejected],
  [
    "de",
    { __typename: "ExternalSignInRejected", message: "no", reason: "IDENTITY_REMOVED" },
    TEXTS.de.refusals.IDENTITY_REMOVED,
  ],
  ["en", { __typename: "PasswordTooWeak", message: "It was stolen." }, "It was stolen."],
  ["de", { __typename: "PasswordTooWeak", message: "It was stolen." }, TEXTS.de.problems.weakPassword("")],
  ["de", { __typename: "NewRefusal", message: "Not today." }, "Not today."],
  ["de", { __typename: "constructor", message: "Not today." }, "Not today."],
] as const)("in %s the refusal %j is said in the language of the page", (language, refusal, expected) => {
  expect(refusalText(TEXTS[language], refusal)).toBe(expected);
});

test("a value in a text is escaped", () => {
  const { apps, account } = TEXTS.de;
  expect(apps.consent.asks(html`App`, "<b>", "&").text).toContain("&lt;b&gt;");
  expect(account.sessions.since(html`now`, "<i>").text).toContain("&lt;i&gt;");
});
