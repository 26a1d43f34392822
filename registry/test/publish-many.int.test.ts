// Several subgraphs that are published together: composed once, and in force all or none.
import { rows, sql } from "../../platform/postgres/sql.ts";
import { ensureKey, newKeyText } from "../keys.ts";
import { subgraphsOf } from "../store.ts";
import { GRAPH, startRegistryStand, type RegistryStand } from "./harness.ts";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@override", "@tag"])\n`;
const GOODS = `${LINK}type Query { goods: [Good!]! @tag(name: "public") } type Good @key(fields: "id") @tag(name: "public") { id: ID! weight: Int }`;
/** Composes only with GOODS. */
const FREIGHT = `${LINK}type Good @key(fields: "id") { id: ID! weight: Int @external freight: Int @requires(fields: "weight") }`;

interface Input {
  name: string;
  sdl: string;
  url?: string | null;
}

let stand: RegistryStand;
let partner: string;
beforeAll(async () => {
  stand = await startRegistryStand();
  partner = newKeyText(GRAPH);
  await ensureKey(stand.database, GRAPH, { name: "partner", text: partner, kind: "write", subgraphs: ["a", "b"] });
});
afterAll(() => stand.stop());

async function publish(inputs: Input[], { key = stand.keys.write, variant = "current" } = {}) {
  const response = await fetch(`${stand.url}/`, {
    method: "POST",
    headers: { "x-api-key": key },
    body: JSON.stringify({
      query: `mutation ($variant: String!, $inputs: [PublishSubgraphsSubgraphInput!]!) { graph(id: "${GRAPH}") {
        publishSubgraphs(graphVariant: $variant, revision: "7", subgraphInputs: $inputs, downstreamLaunchInitiation: SYNC) {
          errors { message } updatedGateway wasCreated wasUpdated subgraphsCreated subgraphsUpdated compositionConfig { schemaHash } launchCliCopy
        } } }`,
      variables: {
        variant,
        inputs: inputs.map(({ name, sdl, url = `https://${name}.example/` }) => ({
          name,
          url,
          activePartialSchema: { sdl },
        })),
      },
    }),
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: { graph: { publishSubgraphs: object | null } };
    errors?: { message: string }[];
  };
  return { ...data?.graph.publishSubgraphs, refused: errors.map(({ message }) => message).join("\n") };
}

const inForce = async (variant = "current") =>
  (await subgraphsOf(stand.database.read(), { graphId: GRAPH, variant })).map(({ name, sdl, url, revision }) => ({
    name,
    sdl,
    url,
    revision,
  }));
const supergraphs = async (variant = "current") =>
  (await rows(stand.database.read(), sql`select 1 from supergraph where variant = ${variant}`)).length;
/** How often what is published was composed and put in force. */
async function publishes(): Promise<number> {
  const text = await (await fetch(`${stand.url}/metrics`)).text();
  return [...text.matchAll(/^schema_publishes_total\{.*\} (\d+)$/gm)].reduce((sum, [, n]) => sum + Number(n), 0);
}

test("they are composed once; published again, only what has changed is new", async () => {
  const before = await publishes();
  const all = [
    { name: "freight", sdl: FREIGHT },
    { name: "goods", sdl: GOODS },
  ];
  expect(await publish(all)).toEqual({
    errors: [],
    updatedGateway: true,
    wasCreated: true,
    wasUpdated: false,
    subgraphsCreated: ["freight", "goods"],
    subgraphsUpdated: [],
    compositionConfig: { schemaHash: expect.stringMatching(/^\w{64}$/) },
    launchCliCopy: null,
    refused: "",
  });
  expect([await publishes(), await supergraphs()]).toEqual([before + 1, 1]);
  expect(await inForce()).toEqual(all.map((one) => ({ ...one, url: `https://${one.name}.example/`, revision: "7" })));
  const none = { wasCreated: false, wasUpdated: false, subgraphsCreated: [], subgraphsUpdated: [] };
  expect(await publish(all)).toMatchObject({ ...none, updatedGateway: false });
  expect(
    await publish([all[0]!, { name: "goods", url: null, sdl: GOODS.replace("weight", "size: Int weight") }]),
  ).toEqual(expect.objectContaining({ ...none, wasUpdated: true, subgraphsUpdated: ["goods"], updatedGateway: true }));
  const versions = await rows(stand.database.read(), sql`select name from subgraph_version order by id`);
  expect(versions).toEqual(["freight", "goods", "goods"].map((name) => ({ name })));
  expect(await inForce()).toContainEqual(expect.objectContaining({ name: "goods", url: "https://goods.example/" }));
});

test("what does not compose together is kept, and gateways keep serving what did", async () => {
  const [made, known] = [await supergraphs(), await inForce()];
  const answer = await publish([
    { name: "goods", sdl: GOODS.replace("weight: Int", "") },
    { name: "more", sdl: "type Query { more: Int }" },
  ]);
  expect(answer).toMatchObject({
    updatedGateway: false,
    compositionConfig: null,
    subgraphsCreated: ["more"],
    subgraphsUpdated: ["goods"],
    errors: expect.arrayContaining([{ message: expect.stringContaining("weight") }]),
  });
  expect(await supergraphs()).toBe(made);
  expect(await inForce()).toHaveLength(known.length + 1);
  expect(await publish([{ name: "goods", sdl: GOODS }])).toMatchObject({ errors: [], updatedGateway: true });
});

test.each<[string, Input[], RegExp]>([
  ["none", [], /subgraphInputs is empty/],
  ["one twice", ["x", "y", "x"].map((name) => ({ name, sdl: GOODS })), /subgraphInputs names x twice/],
  [
    "one without a name",
    [
      { name: "x", sdl: GOODS },
      { name: "", sdl: GOODS, url: null },
    ],
    /subgraph's name must begin/,
  ],
  [
    "one at an address that is refused",
    [
      { name: "x", sdl: GOODS },
      { name: "y", sdl: FREIGHT, url: "http://169.254.169.254/" },
    ],
    /y/,
  ],
])("publishing %s is refused with its reason, and nothing is published", async (_, inputs, said) => {
  const before = await publishes();
  expect((await publish(inputs, { variant: "refused" })).refused).toMatch(said);
  expect([await inForce("refused"), await publishes()]).toEqual([[], before]);
});

test("a key for some subgraphs publishes those together, and with others none", async () => {
  const field = (name: string) => ({ name, sdl: `${LINK}type Query { ${name}: Int }` });
  const before = await inForce();
  const refused = async (inputs: Input[], message: RegExp) => {
    expect((await publish(inputs, { key: partner })).refused).toMatch(message);
    expect(await inForce()).toEqual(before);
  };
  await refused([field("a"), { name: "more", sdl: "type Query { no: Int }" }], /limited to a, b and can't change more/);
  const takeover = { name: "b", sdl: `${LINK}type Query { more: Int @override(from: "more") }` };
  await refused([field("a"), takeover], /TAKEN_OVER: Query.more/);
  await refused([field("a"), { name: "b", sdl: "type Query { b: Nothing }" }], /Nothing/);
  expect((await publish([field("a")], { key: partner, variant: "mine" })).refused).toMatch(
    /variant mine does not exist/,
  );
  expect(await publish([field("a"), field("b")], { key: partner })).toMatchObject({
    subgraphsCreated: ["a", "b"],
    refused: "",
  });
  expect((await publish([field("a")], { key: newKeyText(GRAPH) })).refused).toMatch(/406/);
});

test("of several who publish together at once each counts, and a contract follows", async () => {
  const made = await stand.rover([
    ...["contract", "publish", `${GRAPH}@public`, "--source-variant", "current", "--include-tag", "public"],
    ...["--no-exclude-tags", "--no-hide-unreachable-types"],
  ]);
  expect([made.code, made.err]).toEqual([0, expect.any(String)]);
  const pair = (n: number) =>
    ["left", "right"].map((side) => ({
      name: `${side}${n}`,
      sdl: `${LINK}type Query { ${side}${n}: Int @tag(name: "public") }`,
    }));
  const answers = await Promise.all([1, 2, 3, 4].map((n) => publish(pair(n))));
  expect(answers.map((answer) => answer.refused)).toEqual(["", "", "", ""]);
  const { out: api } = await stand.rover(["graph", "fetch", `${GRAPH}@public`]);
  for (const n of [1, 2, 3, 4]) for (const { name } of pair(n)) expect(api).toContain(`${name}: Int`);
});
