import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadConfig } from "../config.ts";

const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-config-"));
const key = path.join(folder, "signing.pem");
writeFileSync(key, generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FILE = { GATEWAY_SUPERGRAPH_FILE: "schema/supergraph.graphql" };
const configOf = (env: Record<string, string>) =>
  loadConfig({
    HOST: "0.0.0.0",
    GATEWAY_SIGNING_KEY_FILE: key,
    REDIS_URL: "redis://localhost",
    GATEWAY_REGISTRY_URL: "http://registry:4010",
    GATEWAY_REGISTRY_KEY: "k",
    ...env,
  });
const hostsOf = (env: Record<string, string>) => {
  const { endpoints, loopback } = configOf(env).registry!.subgraphHosts;
  return { endpoints: [...endpoints].sort(), loopback };
};

test("a registry may name the hosts of the file and of *_URL, or, if it is set, those of GATEWAY_SUBGRAPH_HOSTS", () => {
  expect(hostsOf({ USERS_URL: "http://users:4001/graphql", RISK_URL: "https://risk" })).toEqual({
    endpoints: ["risk:443", "users:4001"],
    loopback: false,
  });
  const ofFile = hostsOf({ ...FILE, USERS_URL: "http://users:4001/graphql" });
  expect(ofFile.endpoints).toEqual(["users:4001", ...[2, 3, 4, 5, 6].map((n) => `localhost:400${n}`)].sort());
  expect(hostsOf({ ...FILE, GATEWAY_SUBGRAPH_HOSTS: "users:4001, reviews", HOST: "127.0.0.1" })).toEqual({
    endpoints: ["reviews:443", "reviews:80", "users:4001"],
    loopback: false,
  });
});

test("without any hosts the configuration is refused, except on loopback, where any port of the machine is allowed", () => {
  expect(() => configOf({})).toThrow(/^Set GATEWAY_SUBGRAPH_HOSTS to the allowed hosts of subgraphs from the registry/);
  expect(() => configOf({ HOST: "127.0.0.1", GATEWAY_TRUSTED_PROXIES: "1" })).toThrow("GATEWAY_SUBGRAPH_HOSTS");
  expect(hostsOf({ HOST: "127.0.0.1" })).toEqual({ endpoints: [], loopback: true });
  expect(() => configOf({ GATEWAY_SUBGRAPH_HOSTS: "http://users:4001" })).toThrow("GATEWAY_SUBGRAPH_HOSTS");
});

test("the *_URL variables count for a gateway without a file too", () => {
  expect(configOf({ USERS_URL: "http://users:4001/graphql" }).subgraphUrls).toEqual({
    users: "http://users:4001/graphql",
  });
  expect(() => configOf({ USERS_URL: "users:4001" })).toThrow(/USERS_URL/);
});

test("queries and mutations are executed by ours, or by the stock executor if GATEWAY_EXECUTOR says so", () => {
  expect(configOf(FILE).executor).toBe("compiled");
  expect(configOf({ ...FILE, GATEWAY_EXECUTOR: "stock" }).executor).toBe("stock");
  expect(() => configOf({ ...FILE, GATEWAY_EXECUTOR: "router" })).toThrow(/GATEWAY_EXECUTOR/);
});

test("FORMER_PUBLIC_URLS is a list of origins, and a wrong entry is refused by name", () => {
  const formerOf = (text: string) => configOf({ ...FILE, FORMER_PUBLIC_URLS: text }).formerPublicUrls;
  expect(formerOf("")).toEqual([]);
  expect(formerOf("http://localhost:4000, https://Api.example/,https://api.example")).toEqual([
    "http://localhost:4000",
    "https://api.example",
  ]);
  for (const wrong of [
    "localhost:4000",
    "api.example",
    "ftp://api.example",
    "https://",
    "https://api.example/oidc",
    "https://api.example?a",
    "https://user:password@api.example",
  ])
    expect(() => formerOf(`https://tickets.example,${wrong}`)).toThrow(
      `FORMER_PUBLIC_URLS: must be origins such as https://shop.example, separated by commas (not ${wrong})`,
    );
});

test("GATEWAY_PROXY_ADDRESSES has addresses, networks and host names, and needs a number of proxies", () => {
  const proxiesOf = (text: string, proxies = "1") =>
    configOf({ ...FILE, GATEWAY_TRUSTED_PROXIES: proxies, GATEWAY_PROXY_ADDRESSES: text }).proxyAddresses;
  expect(proxiesOf("")).toEqual([]);
  const good = ["storefront", "192.0.2.1", "10.0.0.0/8", "::1", "2001:db8::/32", "proxy.internal.example"];
  expect(proxiesOf(good.join(", "))).toEqual(good);
  for (const wrong of [
    "10.0.0.0/33",
    "10.0.0",
    "300.1.1.1",
    "2001:db8::/129",
    "http://proxy",
    "proxy:80",
    "10.0.0.0/8/9",
  ])
    expect(() => proxiesOf(`storefront,${wrong}`)).toThrow(
      `GATEWAY_PROXY_ADDRESSES: must be addresses, networks or host names, separated by commas (not ${wrong})`,
    );
  expect(() => proxiesOf("storefront", "0")).toThrow("Set GATEWAY_TRUSTED_PROXIES to the number of proxies");
});

test("a gateway on loopback is of its machine alone without a proxy, or with a storefront for localhost", () => {
  const proxied = { HOST: "127.0.0.1", GATEWAY_TRUSTED_PROXIES: "1", GATEWAY_PROXY_ADDRESSES: "127.0.0.1" };
  expect(configOf({ ...FILE, HOST: "127.0.0.1" }).hosts).toEqual([]);
  expect(configOf({ ...FILE, ...proxied }).hosts).toBeUndefined();
  expect(configOf({ ...FILE, ...proxied, GATEWAY_HOSTS: "localhost" }).hosts).toEqual(["localhost"]);
  expect(hostsOf({ ...proxied, GATEWAY_HOSTS: "localhost" })).toEqual({ endpoints: [], loopback: true });
  expect(() => configOf({ ...proxied, GATEWAY_HOSTS: "localhost tickets.example" })).toThrow("GATEWAY_SUBGRAPH_HOSTS");
});
