import { readFileSync } from "node:fs";
import { subgraphsOf } from "../supergraph/supergraph.ts";
import { addressesOf, readSubgraphHosts } from "../supergraph/subgraph-hosts.ts";

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
])("%s may not be asked: the list lacks its host or port", (url) => {
  expect(() => at(url)).toThrow(
    /The subgraph reviews has the routing URL \S+, which is not allowed.*GATEWAY_SUBGRAPH_HOSTS/,
  );
});

test.each(["", "not a url", "file:///etc/passwd", "gopher://users:4001/", "ws://users:4001/"])(
  'the URL "%s" is refused, with a list of hosts or without',
  (url) => {
    for (const hosts of [only("users:4001"), undefined])
      expect(() => addressesOf([{ name: "reviews", url }], {}, hosts)).toThrow(
        /has no routing URL that begins with http/,
      );
  },
);

test("the operator's URL of a subgraph wins over the supergraph's; a name such as constructor is nothing special", () => {
  const own = { reviews: "http://elsewhere/" };
  expect(at("https://attacker.example/", only("users:4001"), own)).toBe("http://elsewhere/");
  expect(() => addressesOf([{ name: "constructor", url: "" }], own, undefined)).toThrow(
    /constructor has no routing URL/,
  );
});

test("where loopback is allowed, every port of this machine may be asked", () => {
  const hosts = { endpoints: new Set<string>(), loopback: true };
  for (const url of ["http://localhost:4007/", "http://127.0.0.1:1/", "http://[::1]:4007/", "http://127.1/"])
    expect(at(url, hosts)).toBe(url);
  for (const url of ["http://localhost.attacker.example/", "http://10.0.0.1/", "http://0.0.0.0/"])
    expect(() => at(url, hosts)).toThrow(/which is not allowed/);
});

test.each(["http://users:4001", "users:4001/graphql", "user@users:4001", "users:99999", "*.example", "users:4001?a"])(
  'an error names the bad entry "%s"',
  (entry) => {
    expect(() => readSubgraphHosts(["users:4001", entry])).toThrow(`"${entry}" is not valid`);
  },
);

test("subgraphs are read from the enum, not from descriptions", () => {
  const sdl = readFileSync("schema/supergraph.graphql", "utf8");
  const known = subgraphsOf(sdl);
  expect(known).toHaveLength(6);
  expect(known).toContainEqual({ name: "users", url: "http://localhost:4001/graphql" });
  const lying = `${sdl}\n"""@join__graph(name: "users", url: "http://attacker.example/")"""\nscalar Lie`;
  expect(subgraphsOf(lying)).toEqual(known);
});
