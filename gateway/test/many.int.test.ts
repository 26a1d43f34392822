// The gateway's client and a subgraph's server, which take many requests as one, also during a rolling upgrade: behind one address there
// are then versions that do and versions that do not.
import { buildSchema, type GraphQLObjectType } from "graphql";
import { withCorrelation } from "../../platform/telemetry/correlation.ts";
import { createGraphqlServer } from "../../platform/graphql/graphql-server.ts";
import { createErrorFormatter, graphqlRoutes } from "../../platform/graphql/graphql.ts";
import { TAKES_MANY_HEADER } from "../../platform/http/headers.ts";
import { listen, type Route } from "../../platform/http/http.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { createSubgraphClient } from "../transport/subgraph-client.ts";

interface Context {
  authorization: string | undefined;
}

/** A subgraph that notes what was done; `isOld` is asked for each HTTP request. */
async function withSubgraph(
  use: (world: {
    add(n: number): Promise<unknown>;
    done: string[];
    /** The path of each HTTP request. */
    asked: string[];
    versions: { isOld(): boolean };
  }) => Promise<void>,
): Promise<void> {
  const done: string[] = [];
  const asked: string[] = [];
  const versions = { isOld: () => false };
  const schema = buildSchema("type Query { any: Int } type Mutation { add(n: Int!): String }");
  (schema.getMutationType() as GraphQLObjectType).getFields().add!.resolve = (_, { n }, { authorization }: Context) => {
    const what = `${n} by ${authorization}`;
    done.push(what);
    return what;
  };
  const logger = createLogger("test", "silent");
  const server = createGraphqlServer<Context>({
    schema,
    introspection: false,
    plugins: [],
    formatError: createErrorFormatter(logger),
    logger,
  });
  await server.start();
  const routes = graphqlRoutes<Context>({
    server,
    path: "/graphql",
    bodyLimit: 1_000_000,
    context: async (authorization) => ({ authorization }),
    logger,
  });
  const ofVersions = ({ path, handle, ...route }: Route): Route => ({
    ...route,
    path,
    handle: (request, response, url) => {
      asked.push(path);
      if (!versions.isOld()) return handle(request, response, url);
      if (path !== "/graphql") return void response.writeHead(404).end();
      const set = response.setHeader.bind(response);
      response.setHeader = (name, value) => (name === TAKES_MANY_HEADER ? response : set(name, value));
      return handle(request, response, url);
    },
  });
  const http = await listen({ host: "127.0.0.1", port: 0, routes: routes.map(ofVersions), logger });
  const client = createSubgraphClient({
    name: "things",
    url: `http://127.0.0.1:${http.port}/graphql`,
    onChanged: () => {},
    onEnd: () => {},
  });
  const document = "mutation ($n: Int!) { add(n: $n) }";
  const add = async (n: number) => {
    const body = JSON.stringify({ query: document, variables: { n } });
    const request = { service: "things", body, isQuery: false, document };
    const answer = await withCorrelation(`id-${n}`, () =>
      client.send(request, ["authorization", `Bearer ${n}`], 5_000),
    );
    return (JSON.parse(answer.toString()) as { data: { add: string } }).data.add;
  };
  try {
    await use({ add, done, asked, versions });
  } finally {
    await client.stop();
    await http.stop();
    await server.stop();
  }
}

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const expected = (all: number[]) => all.map((n) => `${n} by Bearer ${n}`);

test("what comes at one moment goes as one request, and each has its own viewer and answer", async () => {
  await withSubgraph(async ({ add, done, asked }) => {
    await add(0);
    const all = numbers(1, 20);
    expect(await Promise.all(all.map(add))).toEqual(expected(all));
    expect(asked).toEqual(["/graphql", "/graphql-many"]);
    expect(done.toSorted()).toEqual(expected(numbers(0, 21)).sort());
  });
});

test("while versions that take many and versions that do not take turns, each mutation is done once", async () => {
  await withSubgraph(async ({ add, done, asked, versions }) => {
    // Seven does not divide a wave, so that either version is followed by either.
    versions.isOld = () => asked.length % 7 < 3;
    const all = numbers(0, 400);
    for (let wave = 0; wave < 400; wave += 20) {
      const some = all.slice(wave, wave + 20);
      expect(await Promise.all(some.map(add))).toEqual(expected(some));
    }
    expect(done.toSorted()).toEqual(expected(all).sort());
    expect(new Set(asked)).toEqual(new Set(["/graphql", "/graphql-many"]));
  });
});
