// What a plan changes in what is sent and answered.
import { buildSchema } from "graphql";
import { compileRewrites, isOfType } from "./rewrites.ts";

const schema = buildSchema(`
  type Query { pets: [Pet] things: [Thing] }
  interface Named { name: String }
  interface Pet implements Named { name: String age: Int }
  type Cat implements Pet & Named { name: String age: Int }
  type Dog implements Pet & Named { name: String age: Int }
  type Stone { weight: Int }
  union Thing = Stone | Cat
  enum Colour { RED }
`);

test.each([
  ["Cat", "Cat", true],
  ["Cat", "Pet", true],
  ["Cat", "Named", true],
  ["Pet", "Named", true],
  ["Cat", "Thing", true],
  ["Dog", "Thing", false],
  ["Stone", "Pet", false],
  ["Cat", "Dog", false],
  ["Cat", "Nothing", false],
  ["Nothing", "Pet", false],
  ["Nothing", "Nothing", true],
  ["Colour", "Pet", false],
  ["toString", "Pet", false],
])("whether a %s is a %s: %s", (typename, condition, is) => {
  expect(isOfType(schema, typename, condition)).toBe(is);
});

const rewritten = (rewrites: Parameters<typeof compileRewrites>[1], value: Record<string, unknown>) => {
  compileRewrites(schema, rewrites)!(value);
  return JSON.parse(JSON.stringify(value)) as unknown;
};

const toNick = (...path: string[]) => [{ kind: "KeyRenamer" as const, path, renameKeyTo: "nick" }];

test("a value is set where the path leads to, in all elements of lists and only in things of its type", () => {
  const path = ["pets", "... on Pet", "__typename"];
  const pets = [{ __typename: "Cat" }, null, [{ __typename: "Stone" }], { name: "?" }, 7];
  expect(rewritten([{ kind: "ValueSetter", path, setValueTo: "Pet" }], { pets, other: 1 })).toEqual({
    pets: [{ __typename: "Pet" }, null, [{ __typename: "Stone" }], { __typename: "Pet", name: "?" }, 7],
    other: 1,
  });
});

test.each<[unknown]>([["Tom"], [0], [""], [false], [null], [[]], [{ a: 1 }]])(
  "a field of value %j is renamed",
  (value) => {
    expect(rewritten(toNick("name"), { name: value, age: 1 })).toEqual({ nick: value, age: 1 });
  },
);

test("a field that is not there is not renamed, whatever every object inherits", () => {
  expect(rewritten(toNick("name"), { nick: "Tom" })).toEqual({ nick: "Tom" });
  expect(rewritten(toNick("constructor"), {})).toEqual({});
  expect(rewritten(toNick("toString", "name"), {})).toEqual({});
});

test("a name that every object inherits is set as any other", () => {
  const value = { name: { polluted: true } };
  compileRewrites(schema, [{ kind: "KeyRenamer", path: ["name"], renameKeyTo: "__proto__" }])!(value);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.hasOwn(value, "__proto__")).toBe(true);
});

test("rewrites are applied in their order, and without any there is nothing to do", () => {
  const rewrites = [
    ...toNick("name"),
    { kind: "KeyRenamer" as const, path: ["nick"], renameKeyTo: "name" },
    { kind: "ValueSetter" as const, path: ["age"], setValueTo: 3 },
  ];
  expect(rewritten(rewrites, { name: "Tom" })).toEqual({ name: "Tom", age: 3 });
  expect(compileRewrites(schema, [])).toBeUndefined();
  expect(compileRewrites(schema, undefined)).toBeUndefined();
});

test("a rewrite of nothing but a type is refused when it is compiled", () => {
  expect(() => compileRewrites(schema, toNick("pets", "... on Cat"))).toThrow("ends with the type");
});
