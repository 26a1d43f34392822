import { buildSchema, GraphQLError, type GraphQLObjectType } from "graphql";
import { noteEffect, watchingEffects } from "../core/effects.ts";
import { unavailable, withdrawn } from "../core/errors.ts";
import { createGraphqlServer } from "./graphql-server.ts";
import { createErrorFormatter } from "./graphql.ts";
import { createLogger } from "../telemetry/logger.ts";

async function answerOf(thrown: Error, before: () => void = () => {}) {
  const schema = buildSchema("type Query { fails: String }");
  const { fails } = (schema.getQueryType() as GraphQLObjectType).getFields();
  fails!.resolve = () => {
    before();
    return Promise.reject(thrown);
  };
  const logger = createLogger("test", "silent");
  const formatError = createErrorFormatter(logger);
  const server = createGraphqlServer({ schema, introspection: false, plugins: [], formatError, logger });
  await server.start();
  const { body } = await watchingEffects(() => server.executeOperation({ query: "{ fails }" }));
  await server.stop();
  if (body.kind !== "single") throw new Error("One answer was asked for.");
  return body.singleResult.errors?.[0];
}

test("an error of a resolver is answered with its code, an unavailable database with its own, and a bug without its message", async () => {
  const own = new GraphQLError("Not now.", { extensions: { code: "RATE_LIMITED", retryAfterSeconds: 3 } });
  expect(await answerOf(own)).toMatchObject({
    message: "Not now.",
    path: ["fails"],
    extensions: { code: "RATE_LIMITED", retryAfterSeconds: 3 },
  });
  const refused = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:5432"), { code: "ECONNREFUSED" });
  for (const away of [refused, new Error("deep", { cause: Object.assign(new Error("starting"), { code: "57P03" }) })])
    expect(await answerOf(away)).toMatchObject({ extensions: { code: "UNAVAILABLE" } });
  for (const words of [
    "Connection terminated unexpectedly",
    "Client has encountered a connection error and is not queryable",
  ])
    expect(await answerOf(new Error(words))).toMatchObject({ extensions: { code: "TIMEOUT" } });
  const bug = await answerOf(new TypeError("secret is not a function"));
  expect(bug).toMatchObject({ extensions: { code: "INTERNAL_SERVER_ERROR" } });
  expect(bug?.message).not.toContain("secret");
});

test("once something was committed, no answer says that nothing happened, unless it was withdrawn", async () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:5432"), { code: "ECONNREFUSED" });
  const starting = Object.assign(new Error("starting up"), { code: "57P03" });
  const crowded = Object.assign(new Error("too many clients"), { code: "53300" });
  for (const fault of [refused, starting, crowded, unavailable("Seating")]) {
    expect(await answerOf(fault)).toMatchObject({ extensions: { code: "UNAVAILABLE" } });
    const after = await answerOf(fault, noteEffect);
    expect(after).toMatchObject({ path: ["fails"], extensions: { code: "TIMEOUT" } });
    expect(after?.message).toContain("may have taken effect");
  }
  const nothingIsLeft = await answerOf(withdrawn(unavailable("Seating")), noteEffect);
  expect(nothingIsLeft?.extensions).toEqual({ code: "UNAVAILABLE" });
});
