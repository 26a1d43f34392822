import { findPitfalls } from "./pitfalls.ts";

test.each([
  [
    `type T @key(fields: "id") { id: ID @external a: Int @requires(fields: "b(c: 1)") }`,
    "ARGUMENTS_IN_REQUIRES",
    "T.a",
  ],
  [`type T @context(name: "c") { id: ID }`, "CONTEXT_IS_UNDEFINED", "T"],
  [`type T { id: ID @override(from: "a", label: "percent(5)") }`, "OVERRIDE_BY_LABEL", "T.id"],
  [
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@requires", as: "@needs" }])
     type T { a: Int @needs(fields: "b(c: 1)") }`,
    "ARGUMENTS_IN_REQUIRES",
    "T.a",
  ],
  [
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
     type T { id: ID @federation__override(from: "a", label: "percent(5)") }`,
    "OVERRIDE_BY_LABEL",
    "T.id",
  ],
])("%s is a pitfall", (sdl, rule, coordinate) => {
  expect(findPitfalls(sdl)).toMatchObject([{ rule, coordinate }]);
});
