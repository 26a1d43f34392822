import { csvLine } from "./csv.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+49 361", "'+49 361"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", `"'\r=1"`],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ["Weiß, Jan", '"Weiß, Jan"'],
  ["a\nb", '"a\nb"'],
  ["Zoë = Müller", "Zoë = Müller"],
])("the text %j is the cell %j", (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`);
});

test("numbers may be negative, times are in ISO 8601, and what is unknown is empty", () => {
  expect(csvLine([-5, new Date(0), null, undefined, ""])).toBe("-5,1970-01-01T00:00:00.000Z,,,\r\n");
});

test.each([
  [4500, "EUR", "45.00"],
  [-5, "EUR", "-0.05"],
  [0, "USD", "0.00"],
  [4500, "JPY", "4500"],
  [1, "KWD", "0.001"],
])("%i minor units of %s are %s", (amount, currency, cell) => {
  expect(csvLine([{ amount, currency }])).toBe(`${cell}\r\n`);
});
