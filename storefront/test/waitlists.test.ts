// What a person waits for in forms and in words, how often the page asks, and texts for refusals.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createFormat } from "../app/format.ts";
import { clock } from "../app/hold/clock.ts";
import { textOf } from "../app/problem-text.ts";
import { texts as de } from "../app/texts/de.ts";
import { texts as en, type Texts } from "../app/texts/en.ts";
import { texts as es } from "../app/texts/es.ts";
import { texts as fr } from "../app/texts/fr.ts";
import { texts as he } from "../app/texts/he.ts";
import { nextPollMs } from "../app/waitlist/next-poll.ts";
import { durationText, waitlistPath, wishText } from "../app/waitlist/wish.ts";
import { pageAt } from "../pages/routes.ts";
import { selectionIn } from "../pages/selection.ts";
import { wishIn } from "../pages/waitlist.ts";

const EVENT = "01a21fe9-8bb9-7433-ac53-c6a8500941cb";

test("a wish takes only what the API takes: fewer seats down to the wheelchair places, and no more than the seats", () => {
  const of = (form: string) => wishIn(new URLSearchParams(form));
  expect(of("")).toEqual({
    ...{ quantity: 2, atLeast: 2, together: true, wheelchairPlaces: 0, priceTierIds: [], sectionIds: [] },
  });
  expect(of("quantity=4&least=2&apart=1&tier=a&tier=b&tier=a&section=s&wheelchairs=1")).toEqual({
    ...{ quantity: 4, atLeast: 2, together: false, wheelchairPlaces: 1, priceTierIds: ["a", "b"], sectionIds: ["s"] },
  });
  expect(of("quantity=4&least=1&wheelchairs=3")).toMatchObject({ atLeast: 3, wheelchairPlaces: 3 });
  expect(of("quantity=2&least=7&wheelchairs=5")).toMatchObject({ atLeast: 2, wheelchairPlaces: 2 });
  for (const wrong of ["0", "-1", "9", "x", "1.5"])
    expect(of(`quantity=${wrong}`).quantity).toBe(wrong === "0" ? 1 : 2);
});

test("the way to the list keeps the choice of seats, at most eight", () => {
  const search = "quantity=12&tier=t&apart=1&wheelchairs=2&access=k";
  const { pathname, searchParams } = new URL(
    waitlistPath(selectionIn(new URLSearchParams(search), EVENT)),
    "http://localhost",
  );
  expect(pageAt(pathname)).toMatchObject({ page: { path: "/e/:id/waitlist" }, params: { id: EVENT } });
  expect(searchParams.get("access")).toBe("k");
  expect(wishIn(searchParams)).toEqual({
    ...{ quantity: 8, atLeast: 8, together: false, wheelchairPlaces: 2, priceTierIds: ["t"], sectionIds: [] },
  });
});

test("seats and times are said as people say them", () => {
  const wish = { quantity: 4, atLeast: 2, together: true };
  expect(wishText(wish, en)).toBe("4 seats together, or fewer, at least 2");
  expect(wishText({ ...wish, atLeast: 4, together: false }, en)).toBe("4 seats");
  expect(wishText({ quantity: 1, atLeast: 1, together: true }, en)).toBe("1 seat");
  expect([1_800, 3_600, 5_400, 7_200, 172_800].map((seconds) => durationText(seconds, en))).toEqual([
    ...["30 minutes", "1 hour", "90 minutes", "2 hours", "48 hours"],
  ]);
  expect([65, 3_599, 3_600, 7_325].map(clock)).toEqual(["1:05", "59:59", "1:00:00", "2:02:05"]);
});

test("a page asks three times a minute, every two minutes in the background, a fifth more or less", () => {
  const range = (isHidden: boolean) => [0, 1].map((random) => nextPollMs(isHidden, random));
  expect(range(false)).toEqual([16_000, 24_000]);
  expect(range(true)).toEqual([96_000, 144_000]);
});

/** Members of the union in the schema that are refusals. */
function refusalsOf(union: string): string[] {
  const schema = readFileSync(path.join(import.meta.dirname, "../../schema/api.graphql"), "utf8");
  const members = new RegExp(`^union ${union} = (.*)$`, "m").exec(schema)![1]!.split(" | ");
  return members.filter((name) => name !== "WaitlistEntry");
}

const languages: [string, Texts][] = Object.entries({ en, de, fr, es, he });

test.each(languages)("in %s every refusal of a waiting list has a text of its own", (locale, texts) => {
  const app = { texts, format: createFormat(locale) };
  const message = "The message of the API.";
  const reasons = [...new Set([...refusalsOf("JoinWaitlistResult"), ...refusalsOf("LeaveWaitlistResult")])];
  expect(reasons).toHaveLength(7);
  const said = reasons.map((reason) => textOf({ code: "WaitlistRefused", values: { reason, limit: 4 }, message }, app));
  expect(said).not.toContain(message);
  expect(new Set(said).size).toBe(reasons.length);
  for (const state of ["WHEN_SOLD_OUT", "OPEN", "CLOSED", "ENDED"]) {
    expect(texts.waitlist.states[state]).toBeTruthy();
    expect(texts.waitlist.texts[state]).toBeTruthy();
  }
  for (const state of ["WAITING", "OFFERED", "BOUGHT", "EXPIRED", "LEFT"])
    expect(texts.waitlist.entry[state]).toBeTruthy();
});
