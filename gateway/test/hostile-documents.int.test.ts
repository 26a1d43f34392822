// Documents that are made to take long, sent to a gateway of the whole product with the limits that it has by default. What they
// take is counted in processor time of the gateway's own thread between two turns of its event loop, whatever else the machine does.
import { getIntrospectionQuery } from "graphql";
import { configForAny } from "../config.ts";
import { startGateway, type RunningGateway } from "../gateway.ts";

const LIMITS = { tokens: 1_000, depth: 15, fields: 500, aliases: 10 };
const LONGEST_TURN_MS = 50;
/** A turn may hold a collection of garbage that is not the document's: the best of some counts. */
const TRIES = 3;

const times = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join(" ");
const doubling = (levels: number, type: string, last: string) =>
  times(levels, (at) => `fragment a${at} on ${type} { ${at + 1 < levels ? `...a${at + 1} ...a${at + 1}` : last} }`);
const nestedInclude = "... @include(if: true) { ";

const documents: [string, string][] = [
  ...[18, 24, 40, 98].map((levels): [string, string] => [
    `${levels} fragments that double`,
    `{ ...a0 } ${doubling(levels, "Query", "__typename")}`,
  ]),
  ["fragments that double in a list", `{ events { nodes { ...a0 } } } ${doubling(40, "Event", "__typename")}`],
  ["fragments that double within the limits", `{ events { nodes { ...a0 } } } ${doubling(8, "Event", "id name")}`],
  ["the most fields", `{ events { nodes { ${"name ".repeat(480)} } } }`],
  [
    "fields of many subgraphs",
    `{ ${times(9, (at) => `e${at}: events(first: ${at + 1}) { nodes { id venue { name } availability { total } organization { name } seats(first: 2) { nodes { event { name } } } } }`)} }`,
  ],
  ["fields to be merged", `{ ${times(60, () => "events(first: 3) { nodes { id venue { name } } }")} }`],
  [
    "long arguments to be compared",
    `{ ${times(60, () => `events(filter: { text: "${"x".repeat(1_000)}" }) { nodes { id } }`)} }`,
  ],
  ["fields in conflict", `{ ${times(90, (at) => `a: events(first: ${at}) { totalCount }`)} }`],
  ["many unknown fields", `{ ${times(300, (at) => `nodez${at}`)} }`],
  ["nested fragments", `{ ${nestedInclude.repeat(60)} __typename ${"} ".repeat(60)} }`],
  ["a long name", `{ ${"x".repeat(99_000)} }`],
  ["a long list", `{ events(filter: { text: [${"1 ".repeat(900)}] }) { totalCount } }`],
  ["many variables", `query (${times(190, (at) => `$v${at}: Int`)}) { events { totalCount } }`],
  ["introspection", getIntrospectionQuery()],
  [
    "introspection ten times",
    `{ ${times(10, (at) => `s${at}: __schema { types { ...T } }`)} } fragment T on __Type { name fields { name args { name type { name ofType { name } } } type { name ofType { name ofType { name } } } } }`,
  ],
];

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({
    ...configForAny("schema/supergraph.graphql", 0),
    logLevel: "silent",
    document: LIMITS,
    subgraphTimeoutMs: 1_000,
  });
});
afterAll(() => gateway.stop());

async function ask(query: string): Promise<number> {
  const body = JSON.stringify({ query });
  const response = await fetch(gateway.url, { method: "POST", headers: { "content-type": "application/json" }, body });
  await response.text();
  return response.status;
}

/** The most processor time of a turn of the event loop while a promise is waited for. */
async function longestTurn(work: Promise<unknown>): Promise<number> {
  const cpu = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let longest = 0;
  let last = cpu();
  const turn = () => {
    const now = cpu();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const turns = setInterval(turn, 1);
  await work.finally(() => clearInterval(turns));
  turn();
  return longest;
}

test.each(documents)("%s: no turn of the event loop takes long", async (_, query) => {
  const turns: number[] = [];
  // A comment makes it another document each time.
  for (let tried = 0; tried < TRIES; tried++) turns.push(await longestTurn(ask(`${query} # ${tried}`)));
  expect(Math.min(...turns)).toBeLessThan(LONGEST_TURN_MS);
});

test("while hostile documents keep the thread busy, an operation that is known is answered at once, and a new one in its turn", async () => {
  const known = "{ __typename }";
  expect(await ask(known)).toBe(200);
  const order: string[] = [];
  const hostile = Promise.all(documents.map(([, query], at) => ask(`${query} # busy ${at}`))).then(() =>
    order.push("hostile"),
  );
  await ask(known).then(() => order.push("known"));
  expect(await ask("{ t: __typename }")).toBe(200);
  await hostile;
  expect(order).toEqual(["known", "hostile"]);
});

test("many who send the same new document at once are all answered", async () => {
  const statuses = await Promise.all(Array.from({ length: 200 }, () => ask("{ many: __typename }")));
  expect(new Set(statuses)).toEqual(new Set([200]));
});
