import { buildSchema } from "graphql";
import { compareSchemas } from "./operations.ts";

describe("changes weighed by operations", () => {
  const before = buildSchema(`
    type Query { seat(id: ID!, kind: Kind): Seat  seats(filter: Filter): [Seat]  old: Int }
    type Seat { id: ID! row: String status: Status }
    enum Status { FREE SOLD } enum Kind { A B } input Filter { row: String inner: Inner } input Inner { deep: Int }
  `);
  const OPERATIONS = [
    { name: "Map", body: `query Map($filter: Filter) { seats(filter: $filter) { id status } }` },
    { name: "One", body: `query One { seat(id: 1, kind: A) { row } }` },
    { name: "Nonsense", body: `{ nothing }` },
  ];
  const SDL = `
    type Query { seat(id: ID!, kind: Kind): Seat  seats(filter: Filter): [Seat]  old: Int }
    type Seat { id: ID! row: String status: Status }
    enum Status { FREE SOLD } enum Kind { A B } input Filter { row: String inner: Inner } input Inner { deep: Int }
  `;
  const changed = (from: string, to: string) => {
    expect(SDL).toContain(from);
    return compareSchemas(before, buildSchema(SDL.replace(from, to)), OPERATIONS);
  };

  test.each([
    ["a field that is used", "row: String status", "status", "FAILURE", /used by One/],
    ["a field that nobody uses", "  old: Int }", "}", "NOTICE", /no known operation uses it/],
    ["a value of an enum that is answered with", "FREE SOLD", "FREE", "FAILURE", /used by Map/],
    ["a value that is asked with", "A B", "B", "FAILURE", /used by One/],
    ["a field of an input that may be in a variable", "deep: Int", "other: Int", "FAILURE", /used by Map/],
    ["a demanded argument of a field that is used", "kind: Kind)", "kind: Kind, more: Int!)", "FAILURE", /used by One/],
    ["a field that becomes nullable", "type Seat { id: ID!", "type Seat { id: ID", "FAILURE", /used by Map/],
    ["a new field", "row: String status", "row: String more: Int status", "NOTICE", /more/],
  ])("%s", async (_, from, to, severity, description) => {
    const { changes, numberOfCheckedOperations } = await changed(from, to);
    // An operation that was not valid before can't be broken.
    expect(numberOfCheckedOperations).toBe(2);
    expect(changes).toContainEqual(
      expect.objectContaining({ severity, description: expect.stringMatching(description) }),
    );
    if (severity === "NOTICE") expect(changes.every((change) => change.severity === "NOTICE")).toBe(true);
  });

  test("of very many operations that break the first are named and the others counted", async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ name: `Many${n}`, body: `query Many${n} { old }` }));
    const { changes } = await compareSchemas(before, buildSchema(SDL.replace("  old: Int }", "}")), many);
    expect(changes[0]!.description).toMatch(/used by Many0, .*, Many9 and 490 more/);
    expect(changes).toHaveLength(12);
    expect(changes.at(-1)).toMatchObject({ code: "OPERATION_BROKEN", description: "and 490 more operations" });
  });

  test("without known operations every breaking change fails", async () => {
    const { changes } = await compareSchemas(before, buildSchema(SDL.replace("  old: Int }", "}")), []);
    expect(changes).toMatchObject([{ severity: "FAILURE", code: "FIELD_REMOVED" }]);
  });

  test("an operation that is not valid any more is named with why", async () => {
    const { changes } = await changed("row: String status", "status");
    expect(changes).toContainEqual({
      severity: "FAILURE",
      code: "OPERATION_BROKEN",
      path: "One",
      description: expect.stringMatching(/^One: .*row/),
    });
  });
});
