import { HOME, localTarget } from "./targets.ts";

test.each([
  ["/account/password", "/account/password"],
  ["/events/5?date=2026-12-01", "/events/5?date=2026-12-01"],
  ["/a/../account/", "/account/"],
  ["/account/#fragment", "/account/"],
])("%s stays on this host", (given, expected) => {
  expect(localTarget(given)).toBe(expected);
});

test.each([
  undefined,
  null,
  "",
  "account",
  "//other.example",
  "///other.example",
  "/\\other.example",
  "\\\\other.example",
  "/.//other.example",
  "/..//other.example",
  "/a/..//other.example",
  "/%2e//other.example",
  "/\t/other.example",
  "/\n/other.example",
  "https://other.example",
  "http:other.example",
  "javascript:alert(1)",
  " /account/",
  `/${"a".repeat(2_000)}`,
])("%j could lead to another host", (given) => {
  expect(localTarget(given)).toBe(HOME);
});
