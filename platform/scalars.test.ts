import { CountryCode, CurrencyCode, DateTime, EmailAddress, TimeZone } from "./scalars.ts";

test.each(["2026-02-28T10:00:00Z", "2026-02-28T10:00:00.123+01:00", "2028-02-29T00:00:00Z"])("%s is a time", (text) => {
  expect(DateTime.parseValue(text)).toBeInstanceOf(Date);
});

test.each([
  "2026-02-31T10:00:00Z",
  "2026-13-01T10:00:00Z",
  "2026-02-28",
  "tomorrow",
  12,
  null,
  "2026-02-28T25:00:00Z",
  "2027-02-29T00:00:00Z",
])("%p is no time", (value) => {
  expect(() => DateTime.parseValue(value)).toThrow(/DateTime/);
});

test("codes are those that exist", () => {
  expect(CountryCode.parseValue("DE")).toBe("DE");
  expect(CurrencyCode.parseValue("JPY")).toBe("JPY");
  expect(TimeZone.parseValue("Europe/Berlin")).toBe("Europe/Berlin");
  for (const value of ["XX", "de", "DEU", ""]) expect(() => CountryCode.parseValue(value)).toThrow(/ISO 3166/);
  for (const value of ["EURO", "eur", "ABC", ""]) expect(() => CurrencyCode.parseValue(value)).toThrow(/ISO 4217/);
  for (const value of ["Mars/Olympus", "+01:00", "", "Europe/Berlin\u0000"])
    expect(() => TimeZone.parseValue(value)).toThrow(/IANA/);
});

test("an e-mail address has a name, a host and nothing that is none", () => {
  for (const value of ["ada@example.org", "ada.b+c@sub.example.co", "дада@пример.рф"])
    expect(EmailAddress.parseValue(value)).toBe(value);
  for (const value of [
    "ada",
    "ada@",
    "@example.org",
    "a b@example.org",
    "ada@example",
    "ada@exa\u0000mple.org",
    `${"a".repeat(300)}@example.org`,
  ]) {
    expect(() => EmailAddress.parseValue(value)).toThrow(/e-mail/);
  }
});
