// What is checked by what was compiled is judged as graphql judges it.
import fc from "fast-check";
import { buildSchema, GraphQLError, GraphQLScalarType, parse, type OperationDefinitionNode } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { compileVariables } from "../operations/variables.ts";

const schema = buildSchema(`
  scalar Even
  enum Color { RED GREEN }
  input Pick @oneOf { id: ID name: String }
  input Thing {
    id: ID!
    count: Int = 1
    size: Float
    must: Int! = 2
    isNew: Boolean
    colors: [Color!]
    inner: Thing
    many: [[Thing!]]
    pick: Pick
    even: Even
  }
  type Query { thing(thing: Thing, things: [Thing!], color: Color, pick: Pick): Int }`);
(schema.getType("Even") as GraphQLScalarType).parseValue = (value) => {
  if (typeof value !== "number" || value % 2 !== 0) throw new GraphQLError("It is not even.");
  return value;
};
const document = parse(
  "query ($thing: Thing, $things: [Thing!], $color: Color, $pick: Pick) { thing(thing: $thing, things: $things, color: $color, pick: $pick) }",
);
const operation = document.definitions[0] as OperationDefinitionNode;

const anything = fc.constantFrom<unknown>(null, true, 1, 2, 1.5, 1e12, "1", "RED", "BLUE", "", [], {}, ["RED", null]);
const mostly = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: anything });
const pick = mostly(fc.constantFrom<unknown>({ id: 1 }, { name: "a" }, { id: "b", name: "c" }));
const { thing } = fc.letrec((tie) => ({
  thing: mostly(
    fc.record(
      {
        id: mostly(fc.constantFrom<unknown>("a", 1)),
        count: mostly(fc.integer({ min: -5, max: 5 })),
        size: mostly(fc.double({ noNaN: true, noDefaultInfinity: true })),
        must: mostly(fc.constantFrom(1, 2)),
        isNew: mostly(fc.boolean()),
        colors: mostly(fc.constantFrom<unknown>("RED", ["GREEN"], [], null)),
        inner: fc.oneof({ maxDepth: 3 }, fc.constant(null), tie("thing")),
        many: fc.oneof(
          { maxDepth: 3 },
          fc.constant([]),
          tie("thing"),
          fc.array(fc.array(tie("thing"), { maxLength: 2 })),
        ),
        pick,
        even: mostly(fc.constantFrom(0, 2)),
      },
      { requiredKeys: ["id"] },
    ),
  ),
}));
const variables = fc.record(
  { thing, things: fc.oneof(thing, fc.array(thing, { maxLength: 2 })), color: mostly(fc.constant("RED")), pick },
  { requiredKeys: [] },
);

test("variables are wrong where graphql says so, and nowhere else", () => {
  const check = compileVariables(schema, document, operation);
  let wrong = 0;
  const runs = 300;
  fc.assert(
    fc.property(variables, (given) => {
      const { errors = [] } = getVariableValues(schema, operation.variableDefinitions!, given, { maxErrors: 20 });
      expect(check(given).length > 0).toBe(errors.length > 0);
      if (errors.length > 0) wrong += 1;
    }),
    { numRuns: runs },
  );
  // Both kinds have come.
  expect(wrong).toBeGreaterThan(runs / 20);
  expect(wrong).toBeLessThan((runs * 19) / 20);
});
