import { CountryCode, CurrencyCode, DateTime, EmailAddress, TimeZone } from "./scalars.ts";
import { parseTimestamp } from "../postgres/database.ts";

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

test("a time that no calendar of ours has is refused, and is shown as the nearest that it has", () => {
  const parse = (text: string) => DateTime.parseValue(text).toISOString();
  for (const text of [
    "0000-06-01T00:00:00Z",
    "0099-06-01T00:00:00Z",
    "1969-12-31T23:59:59Z",
    "1970-01-01T00:00:00+00:01",
    "9999-12-31T23:59:59-12:00",
  ])
    expect(() => parse(text)).toThrow("DateTime must be from 1970-01-01T00:00:00Z");
  expect(parse("1970-01-01T00:00:00Z")).toBe("1970-01-01T00:00:00.000Z");
  expect(parse("1969-12-31T23:59:59-00:01")).toBe("1970-01-01T00:00:59.000Z");
  expect(parse("9999-12-31T23:59:59.999Z")).toBe("9999-12-31T23:59:59.999Z");
  expect(DateTime.serialize(new Date("-000001-01-01T00:00:00Z"))).toBe("1970-01-01T00:00:00.000Z");
  expect(DateTime.serialize(new Date("+010000-01-01T11:59:59.000Z"))).toBe("9999-12-31T23:59:59.999Z");
});

test("what PostgreSQL writes of a time is read as the same time, whatever its year", () => {
  const read = (text: string) => parseTimestamp(text).toISOString();
  expect(read("2026-05-01 19:30:00.123+00")).toBe("2026-05-01T19:30:00.123Z");
  expect(read("0099-06-01 00:00:00+00")).toBe("0099-06-01T00:00:00.000Z");
  expect(read("0001-06-15 12:30:00+00")).toBe("0001-06-15T12:30:00.000Z");
  expect(read("0001-01-01 00:00:00+00 BC")).toBe("0000-01-01T00:00:00.000Z");
  expect(read("10000-01-01 11:59:59+00")).toBe("+010000-01-01T11:59:59.000Z");
});

test("codes that Intl has a name for and the standards have not are refused", () => {
  for (const value of "UK EU ZZ UN EZ SU DD AN FX TP XA XB QO AC XK".split(" "))
    expect(() => CountryCode.parseValue(value)).toThrow(/ISO 3166/);
  for (const value of "GB AX BQ SS TL US".split(" ")) expect(CountryCode.parseValue(value)).toBe(value);
  for (const value of "DEM HRK ADP XXX XTS XAU".split(" "))
    expect(() => CurrencyCode.parseValue(value)).toThrow(/4217/);
  for (const value of "CHF KWD XOF SLE".split(" ")) expect(CurrencyCode.parseValue(value)).toBe(value);
  for (const value of ["europe/berlin", "PST", "EUROPE/BERLIN", "utc"])
    expect(() => TimeZone.parseValue(value)).toThrow(/IANA/);
  for (const value of ["Asia/Calcutta", "Asia/Kolkata"]) expect(TimeZone.parseValue(value)).toBe("Asia/Kolkata");
});

test("an e-mail address is one that a mail server takes", () => {
  for (const value of [
    "o'neil+tag@example.photography",
    "ada@münchen.example",
    "ada@xn--mnchen-3ya.example",
    "a@b-c.co",
  ])
    expect(EmailAddress.parseValue(value)).toBe(value);
  for (const value of [
    "a@b..example",
    "a@b,c.example",
    "a@b>.example",
    "a@b;d.example",
    "a@.example.org",
    "a@example.org.",
    "a@-b.example",
    "a@[127.0.0.1]",
    "a@[127.0.0.1].xx",
    "a@127.0.0.1",
    ".a@example.org",
    "a.@example.org",
    "a..b@example.org",
    '"a"@example.org',
    "a@b@example.org",
    "a\u200bda@example.org",
    "ada@exam\u200bple.org",
    "ada\u202e@example.org",
    "a\ud800@example.org",
  ])
    expect(() => EmailAddress.parseValue(value)).toThrow(/e-mail/);
});
