import { buildSchema, graphql } from "graphql";
import { z } from "zod";
import { connectionOf, countWhereSelected, cursorKey, decodeCursor, encodeCursor } from "./pagination.ts";

test.each([
  ["time", "2026-05-01T19:30:00.000Z", ["0000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "10000-01-01T00:00:00Z", "x"]],
  ["day", "2026-05-01", ["0000-01-01", "1969-12-31", "2026-02-30"]],
  ["int", -7, [2 ** 31, -(2 ** 31) - 1, 1.5, "1"]],
  ["count", 2 ** 40, [2 ** 60, -1, 1.5]],
  ["id", "00000000-0000-4000-8000-000000000000", ["7", ""]],
  ["text", "EUR", ["a\u0000", "\ud800"]],
] as const)("a made-up %s in a cursor is refused before the database sees it", (kind, good, bad) => {
  const schema = z.object({ key: cursorKey[kind] });
  expect(decodeCursor(schema, encodeCursor({ key: good }))).toEqual({ key: good });
  for (const key of bad) expect(() => decodeCursor(schema, encodeCursor({ key }))).toThrow("after: is not a cursor");
});

test("counts only where totalCount is selected", async () => {
  const schema = buildSchema(
    "type Query { things: ThingConnection! } type Thing { id: ID! } type ThingConnection { nodes: [Thing!]! totalCount: Int! }",
  );
  countWhereSelected(schema);
  let counted = 0;
  const count = async () => (counted += 1) && 7;
  const things = () => connectionOf([{ id: "1" }], { first: 20, after: null }, count, ({ id }) => ({ id }));
  const ask = (source: string) => graphql({ schema, source, rootValue: { things } });
  expect(await ask("{ things { nodes { id } } }")).toMatchObject({ data: { things: { nodes: [{ id: "1" }] } } });
  expect(counted).toBe(0);
  expect(await ask("{ things { totalCount } }")).toMatchObject({ data: { things: { totalCount: 7 } } });
  expect(counted).toBe(1);
});
