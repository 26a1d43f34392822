import { readFileSync } from "node:fs";
import { subgraphsOf } from "../supergraph.ts";
import { addressesOf, readSubgraphHosts } from "../subgraph-hosts.ts";

const only = (...list: string[]) => ({ endpoints: readSubgraphHosts(list), loopback: false });
const at = (url: string, hosts = only("users:4001", "reviews.example"), own = {}) =>
  addressesOf([{ name: "reviews", url }], own, hosts).get("reviews");

test.each([
  "http://users:4001/graphql",
  "http://USERS:4001/",
  "http://reviews.example/",
  "http://reviews.example:80/",
  "https://reviews.example/",
  "https://reviews.example:443/a",
])("%s may be asked", (url) => {
  expect(at(url)).toBe(url);
});

test.each([
  "http://users/",
  "http://users:4002/",
  "https://users/",
  "http://reviews.example:8080/",
  "https://reviews.example.attacker.example/",
  "http://users:4001@attacker.example/",
  "http://users.:4001/",
  "http://127.0.0.1:4001/",
])("%s may not: the host and the port have to be in the list", (url) => {
  expect(() => at(url)).toThrow(
    /The subgraph reviews is said to be at \S+, which this gateway may not ask.*GATEWAY_SUBGRAPH_HOSTS/,
  );
});

test.each(["", "not a url", "file:///etc/passwd", "gopher://users:4001/", "ws://users:4001/"])(
  '"%s" is no place to ask, in a list or not',
  (url) => {
    for (const hosts of [only("users:4001"), undefined])
      expect(() => addressesOf([{ name: "reviews", url }], {}, hosts)).toThrow(
        /has no routing URL that begins with http/,
      );
  },
);

test("where the operator says that a subgraph is, the supergraph is not asked; a name is never taken for something else", () => {
  const own = { reviews: "http://elsewhere/" };
  expect(at("https://attacker.example/", only("users:4001"), own)).toBe("http://elsewhere/");
  expect(() => addressesOf([{ name: "constructor", url: "" }], own, undefined)).toThrow(
    /constructor has no routing URL/,
  );
});

test("on one machine alone its other ports may be asked", () => {
  const hosts = { endpoints: new Set<string>(), loopback: true };
  for (const url of ["http://localhost:4007/", "http://127.0.0.1:1/", "http://[::1]:4007/", "http://127.1/"])
    expect(at(url, hosts)).toBe(url);
  for (const url of ["http://localhost.attacker.example/", "http://10.0.0.1/", "http://0.0.0.0/"])
    expect(() => at(url, hosts)).toThrow(/may not ask/);
});

test.each(["http://users:4001", "users:4001/graphql", "user@users:4001", "users:99999", "*.example", "users:4001?a"])(
  'the entry "%s" is named',
  (entry) => {
    expect(() => readSubgraphHosts(["users:4001", entry])).toThrow(`"${entry}" is none`);
  },
);

test("the subgraphs are those of the enum, whatever texts say", () => {
  const sdl = readFileSync("schema/supergraph.graphql", "utf8");
  const known = subgraphsOf(sdl);
  expect(known).toHaveLength(6);
  expect(known).toContainEqual({ name: "users", url: "http://localhost:4001/graphql" });
  const lying = `${sdl}\n"""@join__graph(name: "users", url: "http://attacker.example/")"""\nscalar Lie`;
  expect(subgraphsOf(lying)).toEqual(known);
});
