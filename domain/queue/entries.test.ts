import fc from "fast-check";
import { groupOf, idOf, indexOfEntry, packEntries, weightOf } from "./entries.ts";

const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString("hex"));
const entry = fc.record({ id, group: fc.nat(255), weight: fc.integer({ min: 1, max: 255 }) });
const list = fc.uniqueArray(entry, { maxLength: 200, selector: ({ id: one }) => one });

test("entries are sorted by the bytes of their ids, each with its own group and weight", () => {
  fc.assert(
    fc.property(list, (given) => {
      const ids = Buffer.from(given.map((one) => one.id).join(""), "hex");
      const packed = packEntries(ids, Buffer.from(given.flatMap(({ group, weight }) => [group, weight])));
      const found = given.map((_, index) => ({
        id: idOf(packed.ids, index),
        group: groupOf(packed, index),
        weight: weightOf(packed, index),
      }));
      // In hexadecimal, the order of digits is the order of bytes.
      expect(found).toEqual(given.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
      for (const [index, one] of found.entries()) expect(indexOfEntry(packed, Buffer.from(one.id, "hex"))).toBe(index);
    }),
  );
});

test("an entry that is not there has no index", () => {
  const ids = Buffer.concat([2, 4, 6].map((byte) => Buffer.alloc(16, byte)));
  const packed = packEntries(ids);
  expect([1, 2, 3, 4, 5, 6, 7].map((byte) => indexOfEntry(packed, Buffer.alloc(16, byte)))).toEqual([
    -1, 0, -1, 1, -1, 2, -1,
  ]);
  expect(indexOfEntry(packEntries(Buffer.alloc(0)), Buffer.alloc(16))).toBe(-1);
});

test("entries that occur twice, have no weight or are cut off are refused", () => {
  const [one, other] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)];
  expect(() => packEntries(Buffer.concat([one, other, one]))).toThrow(`Entry ${"01".repeat(16)} occurs twice.`);
  expect(() => packEntries(Buffer.concat([one, other]), Buffer.of(0, 1, 0, 0))).toThrow("has the weight 0");
  expect(() => packEntries(Buffer.concat([one, other]), Buffer.of(0, 1, 0))).toThrow(RangeError);
  expect(() => packEntries(Buffer.alloc(17))).toThrow(RangeError);
});
