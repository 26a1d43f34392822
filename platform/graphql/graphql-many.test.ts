import { GraphQLError, buildSchema, type GraphQLObjectType } from "graphql";
import { correlationId } from "../telemetry/correlation.ts";
import { noteEffect, mayHaveHappened } from "../core/effects.ts";
import { createGraphqlServer } from "./graphql-server.ts";
import { createErrorFormatter, graphqlRoutes } from "./graphql.ts";
import { CHANGED_HEADER } from "../http/headers.ts";
import { listen } from "../http/http.ts";
import { createLogger } from "../telemetry/logger.ts";

interface Context {
  authorization: string | undefined;
  abandoned: AbortSignal;
  changed: string[];
}

/** A server whose field `waits` answers when the test says so. */
async function start() {
  const schema = buildSchema("type Query { who: String waits: String fails: String changes: String bug: String }");
  const fields = (schema.getQueryType() as GraphQLObjectType).getFields();
  const state = { release: () => {}, abandoned: Promise.resolve() };
  const released = new Promise<void>((resolve) => (state.release = resolve));
  let gone = () => {};
  state.abandoned = new Promise<void>((resolve) => (gone = resolve));
  const resolvers: Record<string, (context: Context) => unknown> = {
    who: ({ authorization }) => `${authorization} ${correlationId()}`,
    waits: async ({ abandoned }) => {
      abandoned.addEventListener("abort", () => gone());
      await released;
      return "waited";
    },
    fails: () => {
      throw new GraphQLError("no", { extensions: { code: "NOT_FOUND" } });
    },
    changes: (context) => {
      noteEffect();
      context.changed.push("sessions:1");
      return String(mayHaveHappened());
    },
    bug: () => {
      throw new Error("secret");
    },
  };
  for (const [name, resolve] of Object.entries(resolvers))
    fields[name]!.resolve = (_, __, context: Context) => resolve(context);
  const logger = createLogger("test", "silent");
  const server = createGraphqlServer<Context>({
    schema,
    introspection: false,
    plugins: [
      {
        requestDidStart: async () => ({
          willSendResponse: async ({ contextValue: { changed }, response }) => {
            if (changed.length > 0) response.http.headers.set(CHANGED_HEADER, changed.join());
          },
        }),
      },
    ],
    formatError: createErrorFormatter(logger),
    logger,
  });
  await server.start();
  const routes = graphqlRoutes<Context>({
    server,
    path: "/graphql",
    bodyLimit: 10_000,
    context: async (authorization, abandoned) => ({ authorization, abandoned, changed: [] }),
    refusalOf: async (authorization) =>
      authorization === "stranger" ? { status: 401, body: `"refused"`, changed: undefined } : undefined,
    logger,
  });
  const http = await listen({ host: "127.0.0.1", port: 0, routes, logger });
  const url = `http://127.0.0.1:${http.port}/graphql`;
  return {
    ...state,
    url,
    post: (body: unknown, signal?: AbortSignal) =>
      fetch(`${url}-many`, {
        method: "POST",
        body: typeof body === "string" ? body : JSON.stringify(body),
        ...(signal && { signal }),
      }),
    stop: async () => {
      await http.stop();
      await server.stop();
    },
  };
}

const one = (query: string, authorization = "me") => ({ authorization, correlationId: "id-1", request: { query } });

/** By their index. */
function framesOf(text: string) {
  const frames: Record<string, { status: number; changed: string; body: unknown }> = {};
  for (let rest = Buffer.from(text); rest.length > 0;) {
    const end = rest.indexOf("\n");
    const [index, status, length, changed] = rest.toString("utf8", 0, end).split(" ");
    const after = end + 1 + Number(length);
    frames[index!] = { status: Number(status), changed: changed!, body: JSON.parse(rest.toString("utf8", end, after)) };
    rest = rest.subarray(after);
  }
  return frames;
}

test("each of many is answered for its own token and id, with its own errors and changes", async () => {
  const server = await start();
  const many = [
    one("{ who }", "a"),
    one("{ who }", "b"),
    one("{ changes }"),
    one("{ fails }"),
    one("{ bug }"),
    one("{"),
  ];
  const frames = framesOf(await (await server.post(many)).text());
  expect(frames[0]).toEqual({ status: 200, changed: "", body: { data: { who: "a id-1" } } });
  expect(frames[1]).toMatchObject({ body: { data: { who: "b id-1" } } });
  expect(frames[2]).toEqual({ status: 200, changed: "sessions:1", body: { data: { changes: "true" } } });
  expect(frames[3]).toMatchObject({ changed: "", body: { data: { fails: null }, errors: [{ message: "no" }] } });
  expect(JSON.stringify(frames[4])).not.toContain("secret");
  expect(frames[5]).toMatchObject({ status: 400 });
  await server.stop();
});

test("an answer is sent as soon as it is there", async () => {
  const server = await start();
  const response = await server.post([one("{ waits }"), one("{ who }")]);
  const reader = response.body!.getReader();
  const first = Buffer.from((await reader.read()).value!).toString();
  expect(framesOf(first)).toEqual({ 1: { status: 200, changed: "", body: { data: { who: "me id-1" } } } });
  server.release();
  expect(framesOf(Buffer.from((await reader.read()).value!).toString())).toMatchObject({
    0: { body: { data: { waits: "waited" } } },
  });
  await server.stop();
});

test("a stranger among them is refused before anything is read of what it asks", async () => {
  const server = await start();
  const frames = framesOf(await (await server.post([one("{ nonsense", "stranger"), one("{ who }")])).text());
  expect(frames).toMatchObject({ 0: { status: 401, body: "refused" }, 1: { status: 200 } });
  await server.stop();
});

test("all of them learn that their client has gone away", async () => {
  const server = await start();
  const client = new AbortController();
  const response = await server.post([one("{ waits }"), one("{ who }")], client.signal);
  await response.body!.getReader().read();
  client.abort();
  await server.abandoned;
  server.release();
  await server.stop();
});

test.each(["{", "{}", "[]", "[1]", JSON.stringify([{ request: {} }]), JSON.stringify(Array(33).fill(one("{ who }")))])(
  "what is no list of requests is refused: %#",
  async (body) => {
    const server = await start();
    expect((await server.post(body)).status).toBe(400);
    await server.stop();
  },
);

test("more bytes than one request may have, many may not have either; and a usual answer says that many are taken", async () => {
  const server = await start();
  expect((await server.post([one(`{ who } # ${"x".repeat(10_000)}`)])).status).toBe(413);
  const usual = await fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ who }" }),
  });
  expect(usual.headers.get("x-takes-many")).toBe("1");
  await usual.text();
  await server.stop();
});
