// What is written is JSON, as the engine writes it.
import fc from "fast-check";
import { readAnswer, type Run } from "./run.ts";
import { Writer } from "./writer.ts";

const writer = new Writer();

function written(hasEscapes: boolean, write: () => void): string {
  writer.begin(hasEscapes);
  write();
  return writer.take().toString("utf8");
}

/** UTF-16 code units, also halves of surrogate pairs, and pairs. Building fast-check's own unit `binary` takes a second. */
const unit = fc.oneof(
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0x10000, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);
const text = fc.oneof(
  fc.string({ unit, maxLength: 300 }),
  fc.string({ unit: "grapheme-ascii", maxLength: 300 }),
  fc.constantFrom("\ud800", '"', "\\", "\u0000", "\u007f", "\u2028", "é", "日本", "\u{1f3ab}", "x".repeat(10_000)),
);

test("a string is escaped as the engine does it", () => {
  fc.assert(
    fc.property(text, (value) => expect(written(true, () => writer.string(value))).toBe(JSON.stringify(value))),
  );
});

test("a string of an answer without escapes is written as it stands there", () => {
  fc.assert(
    fc.property(text, (value) => {
      const json = JSON.stringify({ data: { value } });
      const run = { hasEscapes: false } as Run;
      const { data } = readAnswer(run, Buffer.from(json));
      expect(run.hasEscapes).toBe(json.includes("\\"));
      expect(written(run.hasEscapes, () => writer.string(data!.value as string))).toBe(JSON.stringify(value));
    }),
  );
});

test("one answer with escapes is enough for all strings to be looked at", () => {
  const run = { hasEscapes: false } as Run;
  readAnswer(run, Buffer.from(String.raw`{"data":{"value":"\""}}`));
  readAnswer(run, Buffer.from(`{"data":{"value":"plain"}}`));
  expect(run.hasEscapes).toBe(true);
});

test("an integer is written in its digits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), (value) =>
      expect(written(true, () => writer.digits(value))).toBe(String(value)),
    ),
  );
});
