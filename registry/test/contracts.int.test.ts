// Contracts: parts of a graph that are published, checked and delivered with it, through the real Rover.
import { rows, sql } from "../../platform/postgres/sql.ts";
import { GRAPH, REF, startRegistryStand, type RegistryStand } from "./harness.ts";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])\n`;
const SHOWS = `${LINK}
"What people attend."
type Show @key(fields: "id") @tag(name: "public") {
  "Stays the same."
  id: ID!
  "As on the poster."
  name: String
  "What it brings in."
  takings: Int @tag(name: "own")
}
type Query {
  "All of them."
  shows: [Show!]! @tag(name: "public")
  "One's own."
  mine: [Show!]!
}
`;
const PUBLIC_REF = `${GRAPH}@public`;

let stand: RegistryStand;
beforeAll(async () => {
  stand = await startRegistryStand();
  await stand.publish("shows", SHOWS);
});
afterAll(() => stand.stop());

const contract = (name: string, ...more: string[]) =>
  stand.rover([
    "contract",
    "publish",
    `${GRAPH}@${name}`,
    "--include-tag",
    "public",
    "--exclude-tag",
    "own",
    "--hide-unreachable-types",
    ...more,
  ]);
const apiOf = async (ref: string) => (await stand.rover(["graph", "fetch", ref])).out;

test("a contract is made with Rover, described, and shows its part only", async () => {
  const made = await contract("public", "--source-variant", "current");
  expect([made.code, made.out, made.err]).toEqual([
    0,
    expect.stringMatching(/Include tags: public; exclude tags: own[^]*within two seconds/),
    expect.stringMatching(/Publishing/),
  ]);
  const described = await stand.rover(["contract", "describe", PUBLIC_REF]);
  expect([described.code, described.out]).toEqual([
    0,
    expect.stringMatching(/Source: current; Include tags: public; exclude tags: own; unreachable types: hidden/),
  ]);
  const api = await apiOf(PUBLIC_REF);
  expect(api).toContain("name: String");
  for (const hidden of ["takings", "mine"]) expect(api).not.toContain(hidden);
  expect((await stand.rover(["supergraph", "fetch", PUBLIC_REF])).out).toContain("@inaccessible");
  expect((await stand.rover(["subgraph", "list", PUBLIC_REF])).out).toContain("shows");
});

test("what is published to its source reaches it, and what can't leaves it as it was and is told", async () => {
  expect(
    (await stand.publish("shows", SHOWS.replace("name: String", 'name: String\n  "More."\n  city: String'))).code,
  ).toBe(0);
  expect(await apiOf(PUBLIC_REF)).toContain("city: String");
  const emptied = await stand.publish("shows", SHOWS.replaceAll(`name: "public"`, `name: "nobody"`));
  expect([emptied.code, emptied.out + emptied.err]).toEqual([0, expect.stringMatching(/contract public is unchanged/)]);
  expect(await apiOf(REF)).toContain("takings");
  expect(await apiOf(PUBLIC_REF)).toContain("city: String");
  expect((await stand.publish("shows", SHOWS)).code).toBe(0);
  expect(await apiOf(PUBLIC_REF)).not.toContain("city: String");
});

test("a check of the source names what would break the contract alone", async () => {
  const { code, out, err } = await stand.check(
    "shows",
    SHOWS.replace("name: String", `name: String @tag(name: "own")`),
  );
  expect([code, out + err]).toEqual([
    1,
    expect.stringMatching(/public[^]*Show\.name|Show\.name[^]*public|Field 'name'/),
  ]);
  expect((await stand.check("shows", SHOWS)).code).toBe(0);
});

test.each([
  [
    "publish to a contract",
    () =>
      stand.rover(["subgraph", "publish", PUBLIC_REF, "--name", "shows", "--schema", stand.file(SHOWS), "--no-url"]),
    /is a contract/,
  ],
  [
    "check a contract",
    () => stand.rover(["subgraph", "check", PUBLIC_REF, "--name", "shows", "--schema", stand.file(SHOWS)]),
    /check shop@current/,
  ],
  [
    "make a contract of a contract",
    () => contract("other", "--source-variant", "public"),
    /is a contract: use its source/,
  ],
  ["make a contract of nothing", () => contract("other", "--source-variant", "nowhere"), /publish its subgraphs first/],
  ["make a contract without a source", () => contract("other"), /--source-variant/],
  [
    "make a contract of a variant with subgraphs",
    () => contract("current", "--source-variant", "current"),
    /own source/,
  ],
  ["take another source", () => contract("public", "--source-variant", "nowhere"), /can't be changed/],
  [
    "name more tags than anybody has",
    () => contract("public", ...Array.from({ length: 101 }, (_, n) => ["--exclude-tag", `t${n}`]).flat()),
    /at most 100 tags/,
  ],
  ["name a tag that is none", () => contract("public", "--exclude-tag", "no tag"), /must begin/],
])("an attempt to %s is refused with the reason", async (_, attempt, said) => {
  const { code, out, err } = await attempt();
  expect([code === 0, out + err]).toEqual([false, expect.stringMatching(said)]);
});

test("a refused attempt leaves nothing behind", async () => {
  await stand.rover(["subgraph", "delete", `${GRAPH}@nobody`, "--name", "none", "--confirm"]);
  const variants = await rows<{ name: string }>(stand.database.read(), sql`select name from variant order by name`);
  expect(variants.map(({ name }) => name)).toEqual(["current", "public"]);
});

test("a contract that is not launched is delivered with the next publish", async () => {
  const late = `${GRAPH}@late`;
  expect((await contract("late", "--source-variant", "current", "--no-launch")).code).toBe(0);
  expect(await apiOf(late)).not.toContain("shows");
  expect((await stand.publish("shows", SHOWS)).code).toBe(0);
  expect(await apiOf(late)).toContain("shows");
});

test("of those who publish, make contracts and delete them at once each finds the others' work", async () => {
  const extra = (n: number) => `${LINK}type Query {\n  "One more."\n  extra${n}: Int @tag(name: "public")\n}\n`;
  const done = await Promise.all([
    ...[1, 2, 3].map((n) => stand.publish(`extra${n}`, extra(n))),
    contract("crowd", "--source-variant", "current"),
    contract("gone", "--source-variant", "current"),
    ...[4, 5, 6].map((n) => stand.publish(`extra${n}`, extra(n))),
  ]);
  expect(done.map(({ code }) => code)).toEqual(done.map(() => 0));
  for (const ref of [PUBLIC_REF, `${GRAPH}@crowd`, `${GRAPH}@gone`]) {
    const api = await apiOf(ref);
    for (const n of [1, 2, 3, 4, 5, 6]) expect([ref, api.includes(`extra${n}`)]).toEqual([ref, true]);
  }
  const remove = (n: number) => stand.rover(["subgraph", "delete", REF, "--name", `extra${n}`, "--confirm"]);
  const removed = await Promise.all([
    ...[1, 2, 3].map(remove),
    stand.rover(["graph", "delete", `${GRAPH}@gone`, "--confirm"]),
    ...[4, 5, 6].map(remove),
  ]);
  expect(removed.map(({ code }) => code)).toEqual(removed.map(() => 0));
  expect(await apiOf(`${GRAPH}@crowd`)).not.toContain("extra");
  const uplink = await fetch(`${stand.url}/uplink`, {
    method: "POST",
    body: JSON.stringify({ variables: { apiKey: stand.keys.gateway, ref: `${GRAPH}@gone` } }),
  });
  expect(await uplink.json()).toMatchObject({ data: { routerConfig: { code: "UNKNOWN_REF" } } });
  expect((await stand.rover(["graph", "delete", `${GRAPH}@crowd`, "--confirm"])).code).toBe(0);
});

test("a filter that leaves nothing is refused, and the contract stays as it was", async () => {
  const refused = await stand.rover([
    "contract",
    "publish",
    PUBLIC_REF,
    "--include-tag",
    "nobody",
    "--no-exclude-tags",
    "--no-hide-unreachable-types",
  ]);
  expect([refused.code === 0, refused.out + refused.err]).toEqual([false, expect.stringMatching(/Query/)]);
  expect(await apiOf(PUBLIC_REF)).toContain("shows");
  expect((await stand.rover(["contract", "describe", PUBLIC_REF])).out).toContain("own");
});

test("a contract is deleted with Rover, and its source only when none shows part of it", async () => {
  const remove = (ref: string) => stand.rover(["graph", "delete", ref, "--confirm"]);
  const refused = await remove(REF);
  expect([refused.code, refused.out + refused.err]).toEqual([1, expect.stringMatching(/contract \w+ is based on it/)]);
  for (const ref of [`${GRAPH}@late`, PUBLIC_REF]) expect((await remove(ref)).code).toBe(0);
  expect((await stand.rover(["contract", "describe", PUBLIC_REF])).code).not.toBe(0);
  expect(await apiOf(PUBLIC_REF)).toBe("");
  expect((await remove(REF)).code).toBe(0);
  expect((await stand.rover(["subgraph", "list", REF])).code).not.toBe(0);
  // Its history goes on where it is published again.
  expect((await stand.publish("shows", SHOWS)).code).toBe(0);
  expect(await apiOf(REF)).toContain("takings");
});
