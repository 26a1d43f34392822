import { encodeCursor } from "../../../platform/graphql/pagination.ts";
import { decodeSeq, encodeSeq } from "./change-cursor.ts";

test.each([0, 35, 36, 1_000_000, Number.MAX_SAFE_INTEGER])("the cursor of change %d leads to it", (seq) => {
  expect(decodeSeq(encodeSeq(seq))).toBe(seq);
});

test("a cursor is short, and one of the version before is still taken", () => {
  expect(encodeSeq(1_000_000)).toBe("LFLS");
  expect(decodeSeq(encodeCursor({ seq: 1_000_000 }))).toBe(1_000_000);
});

test.each(["", "lfls", "nonsense", "-1", "1.5", "ZZZZZZZZZZZ", "Z".repeat(400), encodeCursor({ seq: -1 })])(
  "%j is not a cursor",
  (cursor) => {
    expect(() => decodeSeq(cursor)).toThrow("is not a cursor");
  },
);
