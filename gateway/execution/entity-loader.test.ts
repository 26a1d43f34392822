import { EntityLoader } from "./entity-loader.ts";
import type { SubgraphAnswer } from "./subgraph-requests.ts";

/** A loader of a run whose subgraph answers as it is told; and what it was asked, request by request. */
function loaderOn(answer: (representations: string[]) => SubgraphAnswer | Error) {
  const asked: string[][] = [];
  const loader = new EntityLoader(async (representations) => {
    asked.push([...representations]);
    const said = answer([...representations]);
    if (said instanceof Error) throw said;
    return said;
  });
  return { loader, asked };
}

const plain = (representations: string[]) => ({ data: { _entities: representations.map((name) => ({ name })) } });
const entitiesOf = ({ data }: SubgraphAnswer) => data!._entities;

test("what is asked for in one turn goes as one request, each entity once, and each hears of its own in its order", async () => {
  const { loader, asked } = loaderOn(plain);
  const answers = await Promise.all([loader.load(["a", "b"]), loader.load(["c", "a"])]);
  expect(asked).toEqual([["a", "b", "c"]]);
  expect(answers.map(entitiesOf)).toEqual([
    [{ name: "a" }, { name: "b" }],
    [{ name: "c" }, { name: "a" }],
  ]);
});

test("an entity of leaves that is there is not asked for again", async () => {
  const { loader, asked } = loaderOn(plain);
  await loader.load(["a"]);
  expect(entitiesOf(await loader.load(["b", "a"]))).toEqual([{ name: "b" }, { name: "a" }]);
  expect(entitiesOf(await loader.load(["b"]))).toEqual([{ name: "b" }]);
  expect(asked).toEqual([["a"], ["b"]]);
});

test("an entity that holds objects is asked for again later, and never in the hands of two fetches", async () => {
  const { loader, asked } = loaderOn((all) => ({ data: { _entities: all.map((name) => ({ inner: { name } })) } }));
  const [first, second] = await Promise.all([loader.load(["a"]), loader.load(["a"])]);
  expect(first).toEqual(second);
  const inner = (answer: SubgraphAnswer) => (entitiesOf(answer) as { inner: object }[])[0]!.inner;
  expect(inner(first)).not.toBe(inner(second));
  await loader.load(["a"]);
  expect(asked).toEqual([["a"], ["a"]]);
});

test("an error of an entity is heard by who has asked for it, at the place that it has there, and it is asked for again", async () => {
  const { loader, asked } = loaderOn((all) => ({
    data: { _entities: all.map((name) => (name === "bad" ? null : { name })) },
    ...(all.includes("bad") && { errors: [{ message: "no", path: ["_entities", all.indexOf("bad"), "name"] }] }),
  }));
  const [well, other] = await Promise.all([loader.load(["a", "b"]), loader.load(["c", "a", "bad"])]);
  expect(well).toEqual({ data: { _entities: [{ name: "a" }, { name: "b" }] }, errors: [] });
  expect(other.errors).toEqual([{ message: "no", path: ["_entities", 2, "name"] }]);
  await loader.load(["bad"]);
  expect(asked).toEqual([["a", "b", "c", "bad"], ["bad"]]);
});

test("an error that names no entity is heard by all", async () => {
  const { loader } = loaderOn((all) => ({ ...plain(all), errors: [{ message: "slow today" }] }));
  const answers = await Promise.all([loader.load(["a"]), loader.load(["b"])]);
  expect(answers.map(({ errors }) => errors)).toEqual([[{ message: "slow today" }], [{ message: "slow today" }]]);
});

test.each([
  { name: "no data", bad: { data: null, errors: [{ message: "broken" }] } },
  { name: "too few entities", bad: { data: { _entities: [] } } },
])("one whose entities make a subgraph answer $name fails alone", async ({ bad }) => {
  const { loader, asked } = loaderOn((all) => (all.includes("bad") ? bad : plain(all)));
  const [well, other] = await Promise.all([loader.load(["a"]), loader.load(["bad"])]);
  expect(entitiesOf(well)).toEqual([{ name: "a" }]);
  expect(other).toEqual(bad);
  expect(asked).toEqual([["a", "bad"], ["a"], ["bad"]]);
});

test("a request that fails fails for all who wait for it, and not for who asks afterwards", async () => {
  let isAway = true;
  const { loader } = loaderOn((all) => (isAway ? new Error("away") : plain(all)));
  const outcomes = await Promise.allSettled([loader.load(["a"]), loader.load(["b"])]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isAway = false;
  expect(entitiesOf(await loader.load(["a"]))).toEqual([{ name: "a" }]);
});
