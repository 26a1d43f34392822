import { systemEnvironment } from "./environment.ts";

const keys = { signingKeyFile: () => "", trustedKeysFile: "", secret: () => "" };
const backing = { redisUrl: "redis://127.0.0.1:1", redisPrefix: "", databaseUrl: () => "postgres://127.0.0.1:1" };
const environmentOf = (given: Record<string, string>) => systemEnvironment(given, keys, backing);

test.each<[string, Record<string, string>, string, string | undefined]>([
  ["by default", {}, "http://localhost:3000", "http://localhost:4000"],
  ["with another base of ports", { PORT_BASE: "5000" }, "http://localhost:5039", "http://localhost:5000"],
  ["with a port of its own", { STOREFRONT_PORT: "8080" }, "http://localhost:8080", "http://localhost:4000"],
  ["without a storefront, where pages are the gateway's", { STOREFRONT: "off" }, "http://localhost:4000", undefined],
  ["if the operator says so", { PUBLIC_URL: "https://tickets.example" }, "https://tickets.example", undefined],
  [
    "and so are those of before",
    { FORMER_PUBLIC_URLS: "https://api.example" },
    "http://localhost:3000",
    "https://api.example",
  ],
])("PUBLIC_URL is the storefront's origin %s", (_, given, now, before) => {
  const { PUBLIC_URL: origin, FORMER_PUBLIC_URLS: former } = environmentOf(given);
  expect([origin, former]).toEqual([now, before]);
});

test.each<[string, Record<string, string>, (string | undefined)[]]>([
  ["on loopback, for localhost alone", {}, ["1", "127.0.0.0/8,::1", "localhost"]],
  ["on all addresses", { HOST: "0.0.0.0" }, ["1", "127.0.0.0/8,::1", undefined]],
  ["on one address", { HOST: "192.0.2.1" }, ["1", "127.0.0.0/8,::1,192.0.2.1", undefined]],
  ["not without a storefront", { STOREFRONT: "off" }, [undefined, undefined, undefined]],
  ["not if the operator names proxies", { GATEWAY_TRUSTED_PROXIES: "2" }, ["2", undefined, undefined]],
])("the gateway believes the storefront on this machine: %s", (_, given, expected) => {
  const env = environmentOf(given);
  expect([env.GATEWAY_TRUSTED_PROXIES, env.GATEWAY_PROXY_ADDRESSES, env.GATEWAY_HOSTS]).toEqual(expected);
});
