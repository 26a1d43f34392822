import { getOperationAST, parse } from "graphql";
import { trustPeers, type TrustedPeers } from "../../platform/http/trusted-peers.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { createRateLimits } from "../../platform/redis/rate-limits.ts";
import { createAdmission, type Admission, type AdmissionLimits } from "../limits/admission.ts";
import type { GatewayContext } from "../core/context.ts";
import type { PreparedOperation } from "../operations/operations.ts";

const unlimited = 1_000_000;
function admissionWith(limits: Partial<AdmissionLimits>, now = () => 0, proxies?: TrustedPeers): Admission {
  const rates = createRateLimits({
    redisUrl: undefined,
    prefix: "test",
    process: "gateway",
    logger: createLogger("gateway", "silent"),
    now,
  });
  return createAdmission(
    {
      requestsPerMinute: unlimited,
      requestsPerMinuteAndAddress: unlimited,
      dearPerMinuteAndAddress: unlimited,
      newPerMinuteAndAddress: unlimited,
      imagesPerMinute: unlimited,
      cost: unlimited,
      costPerMinute: unlimited,
      exemptLoopback: false,
      trustedProxies: 0,
      ...limits,
    },
    rates,
    rates,
    proxies,
  );
}

const from = (address: string, userId?: string): GatewayContext => ({
  viewer: userId === undefined ? null : { userId, sessionId: "s", staff: false, verified: true, memberships: {} },
  viewerUntil: null,
  address,
  client: "",
  userAgent: undefined,
});
function operation(query: string, { isExpensive = false, cost = 0 } = {}): PreparedOperation {
  const document = parse(query);
  return { document, node: getOperationAST(document)!, isExpensive, cost: () => cost } as unknown as PreparedOperation;
}

/** How many of 100 are let in. */
async function admitted(attempt: (index: number) => unknown): Promise<number> {
  let count = 0;
  for (let index = 0; index < 100; index++)
    try {
      await attempt(index);
      count += 1;
    } catch (error) {
      expect(error).toMatchObject({ status: 429, errors: [{ extensions: { code: "RATE_LIMITED" } }] });
    }
  return count;
}

test("loopback is counted like any other address, unless the operator exempts it", async () => {
  const counted = admissionWith({ requestsPerMinuteAndAddress: 5 });
  const spellings = ["127.0.0.1", "::ffff:127.0.0.1"];
  expect(await admitted((index) => counted.admitAddress(spellings[index % 2]!))).toBe(5);
  const exempt = admissionWith({ requestsPerMinuteAndAddress: 5, exemptLoopback: true });
  expect(await admitted((index) => exempt.admitAddress(spellings[index % 2]!))).toBe(100);
  expect(await admitted(() => exempt.admitAddress("192.0.2.1"))).toBe(5);
});

test("an address may send a quarter of a minute's requests at once, and the rest by and by", async () => {
  let seconds = 0;
  const admission = admissionWith({ requestsPerMinuteAndAddress: 240 }, () => seconds * 1_000);
  const tenSeconds = async (at: number) => {
    seconds = at;
    return admitted(() => admission.admitAddress("192.0.2.1"));
  };
  expect([await tenSeconds(0), await tenSeconds(20), await tenSeconds(40)]).toEqual([60, 60, 60]);
  expect(await admitted(() => admission.admitAddress("192.0.2.2"))).toBe(60);
});

test.each([
  ["of one /64", (index: number) => `2001:db8:1:2::${index + 1}`, 5],
  ["of one /48", (index: number) => `2001:db8:1:${index + 1}::1`, 40],
  ["of many /48", (index: number) => `2001:db8:${index + 1}::1`, 100],
])("IPv6 addresses %s are counted together", async (_, addressOf, expected) => {
  const limits = { requestsPerMinuteAndAddress: 5, newPerMinuteAndAddress: 5, dearPerMinuteAndAddress: 5 };
  const admission = admissionWith(limits);
  expect(await admitted((index) => admission.admitAddress(addressOf(index)))).toBe(expected);
  expect(await admitted((index) => admission.admitNew(from(addressOf(index))))).toBe(expected);
  const signIn = operation("mutation { signIn }", { isExpensive: true });
  expect(await admitted((index) => admission.admit(from(addressOf(index)), signIn, {}))).toBe(expected);
});

test("what is dear is counted by account, from however many addresses, and by address, for however many accounts", async () => {
  const changeEmail = operation("mutation { changeEmail }", { isExpensive: true });
  const admission = admissionWith({ dearPerMinuteAndAddress: 5 });
  expect(await admitted((index) => admission.admit(from(`192.0.2.${index}`, "one"), changeEmail, {}))).toBe(5);
  expect(await admitted((index) => admission.admit(from("198.51.100.1", `u${index}`), changeEmail, {}))).toBe(5);
});

test("each mutation of a request counts, under whatever alias and in whatever fragment, and a query counts once", async () => {
  const aliases = "a: set b: set c: set d: set";
  const requests = [
    `mutation { ${aliases} }`,
    `mutation { ...F ... { e: set } } fragment F on Mutation { a: set b: set c: set }`,
  ];
  for (const query of requests) {
    const byViewer = admissionWith({ requestsPerMinute: 20 });
    expect(await admitted(() => byViewer.admit(from("192.0.2.1", "one"), operation(query), {}))).toBe(5);
    const byAddress = admissionWith({ requestsPerMinuteAndAddress: 20 });
    const whole = () => {
      byAddress.admitAddress("192.0.2.1");
      return byAddress.admit(from("192.0.2.1"), operation(query), {});
    };
    expect(await admitted(whole)).toBe(5);
  }
  const admission = admissionWith({ requestsPerMinute: 20 });
  expect(await admitted(() => admission.admit(from("192.0.2.1", "one"), operation(`{ ${aliases} }`), {}))).toBe(20);
});

test("a request costs at least 1, though it asks for nothing that has a cost", async () => {
  const admission = admissionWith({ costPerMinute: 7 });
  const free = operation("{ __typename }");
  expect(await admitted(() => admission.admit(from("192.0.2.1"), free, {}))).toBe(7);
  expect(await admitted(() => admission.admit(from("192.0.2.1", "one"), free, {}))).toBe(7);
});

test("what proxies say of a client is believed only of the operator's own", () => {
  const request = (headers: Record<string, string>, socket: object = {}) =>
    ({ headers, socket: { remoteAddress: "203.0.113.9", ...socket } }) as never;
  const claims = { "x-forwarded-for": "1.1.1.1, 192.0.2.1", "x-forwarded-proto": "https" };
  const alone = admissionWith({ trustedProxies: 0 });
  expect([alone.addressOf(request(claims)), alone.isSecure(request(claims))]).toEqual(["203.0.113.9", false]);
  expect(alone.isSecure(request({}, { encrypted: true }))).toBe(true);
  const behind = admissionWith({ trustedProxies: 1 });
  expect([behind.addressOf(request(claims)), behind.isSecure(request(claims))]).toEqual(["192.0.2.1", true]);
  expect(behind.isSecure(request({ "x-forwarded-proto": "https, http" }))).toBe(false);
  expect(behind.isSecure(request({}))).toBe(false);
});

test("with addresses of proxies, the headers of any other peer are ignored", async () => {
  const proxies = await trustPeers(["192.0.2.7", "10.1.0.0/16"], createLogger("gateway", "silent"));
  const admission = admissionWith({ trustedProxies: 1 }, undefined, proxies);
  const headers = { "x-forwarded-for": "198.51.100.1", "x-forwarded-proto": "https" };
  const seen = (remoteAddress: string) => {
    const request = { headers, socket: { remoteAddress } } as never;
    return [admission.addressOf(request), admission.isSecure(request)];
  };
  for (const proxy of ["192.0.2.7", "10.1.255.9", "::ffff:10.1.2.3"])
    expect([proxy, seen(proxy)]).toEqual([proxy, ["198.51.100.1", true]]);
  for (const other of ["192.0.2.8", "10.2.0.1", "127.0.0.1", "::1", "::ffff:192.0.2.8"])
    expect([other, seen(other)]).toEqual([other, [other, false]]);
});

test("API keys that a gateway has not seen are counted by address, apart from requests", async () => {
  const { admitKey, admitAddress } = admissionWith({});
  expect(await admitted(() => admitKey("192.0.2.1"))).toBe(30);
  expect(await admitted(() => admitKey("192.0.2.2"))).toBe(30);
  expect(await admitted(() => admitAddress("192.0.2.1"))).toBe(100);
});
