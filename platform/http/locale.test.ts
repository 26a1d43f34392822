import { directionOf, localeOf } from "./locale.ts";

test("a reader's choice of language wins over the browser's, and English over languages that are not there", () => {
  const of = (headers: Record<string, string>) => localeOf({ headers } as never);
  expect(of({ "accept-language": "de-AT,fr;q=0.8" })).toBe("de");
  expect(of({ "accept-language": "de", cookie: "a=b; language=he" })).toBe("he");
  expect(of({ "accept-language": "xx, fr;q=0.2" })).toBe("fr");
  expect(of({ cookie: "language=xx" })).toBe("en");
});

test("Hebrew is from right to left", () => {
  expect([directionOf("en"), directionOf("he")]).toEqual(["ltr", "rtl"]);
});
