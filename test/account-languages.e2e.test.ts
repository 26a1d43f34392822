// The pages under /account/ in all languages, as browsers without scripts show them.
import { randomUUID } from "node:crypto";
import { PASSWORD, signUp } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { openBrowser, type Browser } from "./browser-without-script.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

interface Expected {
  direction: "ltr" | "rtl";
  signIn: string;
  account: string;
  rejected: string;
  wrongPassword: string;
  signedOut: string;
}

const LANGUAGES: Record<string, Expected> = {
  en: {
    direction: "ltr",
    signIn: "Sign in",
    account: "Your account",
    rejected: "The address or the password is wrong.",
    wrongPassword: "The password is wrong, or the session has ended.",
    signedOut: "You are signed out.",
  },
  de: {
    direction: "ltr",
    signIn: "Anmelden",
    account: "Ihr Konto",
    rejected: "Die Adresse oder das Passwort ist falsch.",
    wrongPassword: "Das Passwort ist falsch, oder die Sitzung ist beendet.",
    signedOut: "Sie sind abgemeldet.",
  },
  fr: {
    direction: "ltr",
    signIn: "Se connecter",
    account: "Votre compte",
    rejected: "L’adresse ou le mot de passe est incorrect.",
    wrongPassword: "Le mot de passe est incorrect, ou la session est terminée.",
    signedOut: "Vous êtes déconnecté.",
  },
  es: {
    direction: "ltr",
    signIn: "Iniciar sesión",
    account: "Tu cuenta",
    rejected: "La dirección o la contraseña no son correctas.",
    wrongPassword: "La contraseña no es correcta o la sesión ha terminado.",
    signedOut: "Has cerrado la sesión.",
  },
  he: {
    direction: "rtl",
    signIn: "כניסה",
    account: "החשבון שלך",
    rejected: "הכתובת או הסיסמה שגויה.",
    wrongPassword: "הסיסמה שגויה, או שההתחברות הסתיימה.",
    signedOut: "יצאת מהחשבון.",
  },
};

const FOR_ALL = [
  "sign-in",
  "sign-in-code",
  "reset",
  "register",
  "find-orders",
  "code",
  "code?code=22222222",
  "report-sign-in",
  "undo-email-change",
  "erasure",
  "letters?code=unknown",
  "external/callback/nowhere",
];
const FOR_PEOPLE = [
  "",
  "?done=password",
  "profile",
  "password",
  "email",
  "verify",
  "security",
  "security?done=enroll",
  "totp",
  "confirm",
  "delete",
  "orders",
  "claim",
  "guest",
  `refund?order=${randomUUID()}`,
  "device",
  "authorize/unknown",
  "sessions/end",
];

/** Words of English sentences that no other language has, in what a page shows. */
const ENGLISH = /\b(the|your|you|with|this|these|and|are|not)\b/gi;

const languageOf = (html: string) => /<html\s+lang="(\w+)"\s+dir="(\w+)"/.exec(html)?.slice(1);

const shownText = (html: string) => html.replaceAll(/<style>.*?<\/style>/gs, "").replaceAll(/<[^>]*>/gs, " ");

function speaking(language: string): Browser {
  const browser = openBrowser(supergraph.url);
  browser.cookies.set("language", { value: language, path: "/", attributes: "" });
  return browser;
}

async function expectPages(browser: Browser, language: string, paths: string[]): Promise<void> {
  const { direction } = LANGUAGES[language]!;
  for (const path of paths) {
    const { text, status } = await browser.open(`/account/${path}`);
    expect([path, status < 500, languageOf(text)]).toEqual([path, true, [language, direction]]);
    if (language !== "en") expect([path, shownText(text).match(ENGLISH)]).toEqual([path, null]);
  }
}

test.each(Object.keys(LANGUAGES))("pages and refusals are in the language %s", async (language) => {
  const { signIn, account, rejected, wrongPassword, signedOut } = LANGUAGES[language]!;
  const { email } = await signUp(supergraph.client, "Ada", `${randomUUID()}@mail.example`);
  const browser = speaking(language);
  await expectPages(browser, language, FOR_ALL);

  const form = await browser.open("/account/sign-in");
  expect(form.text).toContain(`<h1>${signIn}</h1>`);
  const refused = await browser.submit(form, { email, password: "not the password" }, "/session");
  expect([refused.status, refused.text]).toEqual([401, expect.stringContaining(rejected)]);
  const home = await browser.submit(form, { email, password: PASSWORD }, "/session");
  expect(home.text).toContain(`<h1>${account}</h1>`);

  await expectPages(browser, language, FOR_PEOPLE);
  const changed = await browser.submit(await browser.open("/account/email"), {
    email: `${randomUUID()}@mail.example`,
    password: "not the password",
  });
  expect([changed.status, changed.text]).toEqual([400, expect.stringContaining(wrongPassword)]);
  const code = await browser.submit(await browser.open("/account/device"), { code: "BBBB-BBBB" });
  expect(code.status).toBe(400);
  if (language !== "en") expect(shownText(code.text).match(ENGLISH)).toBeNull();

  const out = await browser.submit(await browser.open("/account/"), {}, "/session/end");
  expect(out.text).toContain(signedOut);
});

test("without a choice the browser's language counts, and a choice at the foot of a page keeps the page", async () => {
  const browser = openBrowser(supergraph.url);
  const preferred = await browser.send("/account/sign-in", { headers: { "accept-language": "pt,de-AT;q=0.8" } });
  expect(languageOf(await preferred.text())).toEqual(["de", "ltr"]);

  const page = await browser.open("/account/reset?to=%2Faccount%2Fpassword");
  expect(languageOf(page.text)).toEqual(["en", "ltr"]);
  const chosen = await browser.submit(page, { language: "he" }, "/account/language");
  expect(`${chosen.url.pathname}${chosen.url.search}`).toBe("/account/reset?to=%2Faccount%2Fpassword");
  expect(languageOf(chosen.text)).toEqual(["he", "rtl"]);
  const german = await browser.submit(chosen, { language: "de" }, "/account/language");
  expect(german.text).toContain("<h1>Neues Passwort wählen</h1>");
});

test("a choice of the language leads to no other site, and comes from none", async () => {
  const { send } = openBrowser(supergraph.url);
  const { origin } = new URL(supergraph.url);
  const choose = (fields: Record<string, string>, from?: string) =>
    send("/account/language", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...(from !== undefined && { origin: from }) },
      body: new URLSearchParams(fields).toString(),
    });
  for (const to of ["https://other.example/", "//other.example", "/\\other.example", "javascript:alert(1)", ""]) {
    const { status, headers } = await choose({ language: "de", to }, origin);
    expect([to, status, headers.get("location")]).toEqual([to, 303, "/account/"]);
  }
  const unknown = await choose({ language: "xx; Path=/", to: "/account/reset" }, origin);
  expect([unknown.status, unknown.headers.getSetCookie()]).toEqual([303, []]);
  for (const from of [undefined, "https://other.example", "null"]) {
    const refused = await choose({ language: "de", to: "/account/" }, from);
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([403, []]);
  }
});
