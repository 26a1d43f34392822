// The operations that a gateway keeps, and those that it refuses.
import { readFileSync } from "node:fs";
import { createOperations, type Operations } from "../operations/operations.ts";
import { readSupergraph } from "../supergraph/supergraph.ts";

let operations: Operations;
beforeAll(async () => {
  operations = createOperations({
    supergraph: readSupergraph(readFileSync("schema/supergraph.graphql", "utf8"), true),
    executor: "compiled",
    onFallback: () => {},
    knowsScalars: true,
    introspection: true,
    limits: { tokens: 1_000, depth: 15, fields: 500, aliases: 10 },
    cacheBytes: 1_000_000,
  });
  await operations.ready();
});
afterAll(() => operations.stop());

const refusal = async (query: string, operationName?: string): Promise<unknown> => {
  try {
    await operations.find(query, operationName);
  } catch (error) {
    return error;
  }
  throw new Error("It was not refused.");
};

test.each([
  ["what is no GraphQL", "{", undefined, "GRAPHQL_PARSE_FAILED"],
  ["an unknown field", "{ nothing }", undefined, "GRAPHQL_VALIDATION_FAILED"],
  [
    "two passwords in a request",
    `mutation { a: deleteAccount(password: "x") { __typename } b: deleteAccount(password: "x") { __typename } }`,
    undefined,
    "GRAPHQL_VALIDATION_FAILED",
  ],
  ["an operation that is not there", "query A { __typename }", "B", "OPERATION_RESOLUTION_FAILURE"],
])("%s is refused once, and is not read again", async (_, query, operationName, code) => {
  const first = await refusal(query, operationName);
  expect(first).toMatchObject({ status: 400, errors: [{ extensions: { code } }] });
  expect(await refusal(query, operationName)).toBe(first);
});

test("one operation of a document is found though another is not there", async () => {
  const query = "query Some { events { totalCount } }";
  await refusal(query, "Other");
  expect(await operations.find(query, "Some")).toMatchObject({ name: "Some" });
});
