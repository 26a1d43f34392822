import { line, text } from "./input.ts";

const takes = (schema: ReturnType<typeof text>, value: string) => schema.safeParse(value).success;

test.each([
  ["a line feed", "Ada\nLovelace"],
  ["a carriage return", "Ada\r\nBcc: eve@example.org"],
  ["a tab", "Ada\tLovelace"],
  ["NEL", "Ada\u0085Lovelace"],
  ["a line separator", "Ada\u2028Lovelace"],
  ["a paragraph separator", "Ada\u2029Lovelace"],
  ["NUL", "Ada\0"],
  ["a C1 control character", "Ada\u009b31m"],
  ["an override of direction", "Ada \u202egnp.exe"],
  ["an isolate", "Ada \u2066x\u2069"],
  ["a mark of direction", "Ada\u200f"],
  ["an Arabic letter mark", "Ada\u061c"],
  ["half a surrogate pair", "Ada \ud83c"],
  ["nothing but blanks", " \u2003"],
  ["too much", "x".repeat(21)],
])("one line does not take %s", (_, value) => {
  expect(takes(line(20), value)).toBe(false);
});

test.each(["Ada Lovelace", "عليّة 🎭", "דוד בן גוריון", "O’Neill-Ñandú", "山田 太郎", "👩‍👩‍👧", "می‌خواهم"])(
  "one line takes %p",
  (value) => {
    expect(takes(line(20), value)).toBe(true);
  },
);

test("text of several lines keeps its breaks", () => {
  expect(takes(text(20), "first\r\nsecond\tthird")).toBe(true);
});
