// Who may ask a subgraph for what, over HTTP and over its socket alike: one that has both, and root fields for services alone.
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { loadSigner, signForService, signForViewer } from "../../identity/identity.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";

let alone: Alone;
let tokens: { gateway: string; viewer: string; orders: string; elsewhere: string };
beforeAll(async () => {
  alone = await startAlone("seating");
  const gateway = loadSigner("gateway", alone.env.GATEWAY_SIGNING_KEY_FILE!);
  const orders = loadSigner("orders", alone.env.ORDERS_SIGNING_KEY_FILE!);
  const viewer = { userId: "u", sessionId: "s", staff: true, verified: true, memberships: {} };
  const [nobody, somebody, service, elsewhere] = await Promise.all([
    signForViewer(gateway, "seating", null),
    signForViewer(gateway, "seating", viewer),
    signForService(orders, "seating"),
    signForViewer(gateway, "catalog", viewer),
  ]);
  tokens = {
    gateway: `Bearer ${nobody}`,
    viewer: `Bearer ${somebody}`,
    orders: `Bearer ${service}`,
    elsewhere: `Bearer ${elsewhere}`,
  };
});
afterAll(() => alone.stop());

test.each([
  ["a query", "{ __typename }"],
  ["its schema", "{ _service { sdl } }"],
  ["introspection", "{ __schema { queryType { name } } }"],
  ["a mutation", `mutation { releaseHold(holdId: "x") { __typename } }`],
  ["no GraphQL", "{{{"],
])("a stranger who asks a subgraph for %s gets a 401, which no monitor takes for a fault of ours", async (_, query) => {
  for (const authorization of [undefined, "Bearer nonsense", tokens.elsewhere]) {
    const { status, errors, headers } = await alone.with(authorization, query);
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
    expect(headers.get("www-authenticate")).toBe("Bearer");
  }
  expect((await fetch(`${alone.running.url}?query=${encodeURIComponent(query)}`)).status).toBe(401);
});

const SELL = `sellSeats(orderId: "01a21483-0000-7000-8000-000000000000")`;

test("what is for services alone is 403 for the gateway's viewers, in whatever fragment they ask for it", async () => {
  for (const query of [`mutation { ${SELL} }`, `mutation { ...A } fragment A on Mutation { ... { a: ${SELL} } }`]) {
    const { status, errors } = await alone.with(tokens.viewer, query);
    expect([status, errors?.[0]?.extensions]).toEqual([403, { code: "FORBIDDEN" }]);
    expect((await alone.with(tokens.orders, query)).errors).toBeUndefined();
  }
  const { status } = await alone.with(
    tokens.orders,
    "{ __typename events: _entities(representations: []) { __typename } }",
  );
  expect(status).toBe(403);
});

test("fragments that spread each other are looked at once each, or 40 of them would keep the process busy without end", async () => {
  const fragments = Array.from(
    { length: 40 },
    (_, at) => `fragment F${at} on Mutation { ...F${at + 1} ...F${at + 1} }`,
  );
  const query = `mutation { ...F0 } ${fragments.join(" ")} fragment F40 on Mutation { ${SELL} }`;
  expect((await alone.with(tokens.viewer, query)).status).toBe(403);
});

/** How an operation over the subgraph's socket ends. */
async function overSocket(authorization: string, query: string): Promise<string> {
  const client = createClient({
    url: alone.running.url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: tokens.gateway },
  });
  try {
    for await (const result of client.iterate({ query, extensions: { authorization } })) return JSON.stringify(result);
    return "nothing";
  } catch (error) {
    return Array.isArray(error)
      ? String((error as { extensions: { code: string } }[])[0]!.extensions.code)
      : String(error);
  } finally {
    await client.dispose();
  }
}

test("a subgraph's socket serves subscriptions to the gateway, and neither queries nor mutations to anybody", async () => {
  for (const query of [
    `mutation { ${SELL} }`,
    "{ __typename }",
    `mutation M { ...A } fragment A on Mutation { ${SELL} }`,
  ])
    for (const authorization of [tokens.gateway, tokens.viewer, tokens.orders])
      expect([query, await overSocket(authorization, query)]).toEqual([query, "FORBIDDEN"]);
  const live = `subscription { seatsChanged(eventId: "01a21483-0000-7000-8000-000000000000") { cursor } }`;
  // Open to anyone for a published event, which this is not.
  expect(await overSocket(tokens.gateway, live)).toContain("NOT_FOUND");
  expect(await overSocket(tokens.orders, live)).toBe("FORBIDDEN");
  for (const authorization of ["Bearer nonsense", tokens.elsewhere])
    for (const query of [live, `mutation { ${SELL} }`])
      expect(await overSocket(authorization, query)).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
});
