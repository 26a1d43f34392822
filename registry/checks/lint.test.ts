import { lint } from "./lint.ts";

describe("lint", () => {
  test.each([
    [`type seat_map { id: ID }`, "TYPE_NAMES_SHOULD_BE_PASCAL_CASE", "seat_map"],
    [`type Seat { row_no: Int }`, "FIELD_NAMES_SHOULD_BE_CAMEL_CASE", "Seat.row_no"],
    [`type Seat { rows(Of_it: Int): Int }`, "INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE", "Seat.rows(Of_it:)"],
    [`enum Status { free }`, "ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE", "Status.free"],
    [`type Seat { id: ID @deprecated }`, "DEPRECATED_DIRECTIVE_MISSING_REASON", "Seat.id"],
    [`input Wish { id: ID }`, "INPUT_TYPE_SUFFIX", "Wish"],
    [`type Query { getSeat: Int }`, "RESTY_FIELD_NAMES", "Query.getSeat"],
    [`type Seat { id: ID }`, "ALL_ELEMENTS_REQUIRE_DESCRIPTION", "Seat"],
    [`type Seat {`, "DOES_NOT_PARSE", ""],
  ])("%s breaks %s", (sdl, rule, coordinate) => {
    expect(lint(sdl)).toContainEqual(expect.objectContaining({ rule, coordinate }));
  });

  test("what is well named and described is left alone, and so are names of federation", () => {
    const sdl = `
      "A seat." type Seat @key(fields: "id") { "Its id." id: ID! "Old." old: Int @deprecated(reason: "use id") }
      "How it is." enum Status { FREE } "For it." input SeatInput { "Which." id: ID! }
      type Query { "One." seat(id: ID!): Seat } extend type Seat { "More." more: Int } scalar _Any`;
    expect(lint(sdl)).toEqual([]);
  });

  test("positions are offsets in bytes, so that clients underline the right text", () => {
    const sdl = `"Größe 🎭"\ntype seat { "x" id: ID }`;
    const [{ place }] = lint(sdl) as [ReturnType<typeof lint>[0]];
    const bytes = Buffer.from(sdl);
    expect(bytes.subarray(place.start.byteOffset, place.end.byteOffset).toString()).toBe("seat");
    expect(place).toMatchObject({ start: { line: 2, column: 6 }, end: { line: 2, column: 10 } });
  });
});
