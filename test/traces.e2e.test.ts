// One request is one trace, from the client's own span through the gateway to every subgraph that it asks.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import { gunzipSync } from "node:zlib";
import type { AddressInfo } from "node:net";
import { until } from "../testkit/until.ts";
import type { Data } from "../local/client.ts";
import { openShow, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

interface Span {
  process: string;
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  attributes: Record<string, unknown>;
  failed: boolean;
}

const spans: Span[] = [];
let bytes = "";
let collector: Server;
let supergraph: TestSupergraph;
let show: Show;

/** Takes what a collector takes: OTLP over HTTP, as JSON. */
function take(text: string): void {
  bytes += text;
  const values = (attributes: Data[]) =>
    Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value as object)[0]]));
  for (const { resource, scopeSpans } of (JSON.parse(text) as Data).resourceSpans)
    for (const span of scopeSpans.flatMap((scope: Data) => scope.spans))
      spans.push({
        ...span,
        process: values(resource.attributes)["service.name"],
        attributes: values(span.attributes),
        failed: span.status.code === 2,
      });
}

beforeAll(async () => {
  const collect = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (request.url === "/v1/traces")
      take((request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString());
    response.setHeader("content-type", "application/json").end("{}");
  };
  collector = createServer((request, response) => void collect(request, response));
  collector.listen(0, "127.0.0.1");
  await once(collector, "listening");
  const { port } = collector.address() as AddressInfo;
  supergraph = await startSupergraph({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  show = await openShow(supergraph.client);
});
afterAll(async () => {
  await supergraph.stop();
  collector.close();
});

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const CLIENT_SPAN = "b7ad6b7169203331";

function ask(query: string, variables: Record<string, unknown>, traceId: string) {
  return fetch(supergraph.url, {
    method: "POST",
    // What a client says of sampling does not count.
    headers: { "content-type": "application/json", traceparent: `00-${traceId}-${CLIENT_SPAN}-00` },
    body: JSON.stringify({ query, variables }),
  });
}

test("planning, each fetch and completion are spans of the client's trace, and each subgraph's work is below its fetch", async () => {
  const query = `query Front($id: ID!) { event(id: $id) { name availability { total } organization { name } } }`;
  expect((await ask(query, { id: show.eventId }, TRACE)).status).toBe(200);
  const mine = () => spans.filter(({ traceId }) => traceId === TRACE);
  await until(
    () => mine().filter(({ process }) => process !== "gateway").length === 3,
    "the subgraphs' spans are here",
  );
  await until(() => mine().some(({ parentSpanId }) => parentSpanId === CLIENT_SPAN), "the gateway's are, too");
  const root = mine().find(({ parentSpanId }) => parentSpanId === CLIENT_SPAN)!;
  expect(root).toMatchObject({ process: "gateway", name: "query", failed: false });
  expect(root.attributes).toMatchObject({
    "graphql.operation.name": "Front",
    "graphql.operation.type": "query",
    "http.response.status_code": 200,
  });
  const below = (span: Span) => mine().filter(({ parentSpanId }) => parentSpanId === span.spanId);
  expect(
    below(root)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["complete", "fetch catalog", "fetch seating", "fetch users", "plan"]);
  for (const fetched of below(root).filter(({ name }) => name.startsWith("fetch")))
    expect(below(fetched)).toMatchObject([
      {
        process: fetched.attributes.subgraph,
        name: "POST /graphql",
        attributes: { "graphql.operation.type": "query" },
      },
    ]);
});

test("a fetch that fails says so in a word, and no trace holds what a person has sent", async () => {
  await supergraph.pause("users");
  const traceId = TRACE.replace("0", "1");
  const secret = "what nobody must read";
  await ask(
    `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`,
    { input: { email: "somebody@example.com", password: secret } },
    traceId,
  );
  const failed = () => spans.find((span) => span.traceId === traceId && span.name === "fetch users");
  await until(() => failed() !== undefined, "the fetch is reported");
  expect(failed()!.failed).toBe(true);
  expect(bytes).toContain("UNAVAILABLE");
  for (const said of [secret, "somebody@example.com", show.owner.email, show.eventId])
    expect(bytes).not.toContain(said);
  await supergraph.resume("users");
});
