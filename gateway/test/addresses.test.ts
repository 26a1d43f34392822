import { isLoopback, networkOf, siteOf, subscriberOf } from "../core/addresses.ts";

test("an IPv4 address is the same however it is written, and is counted by itself", () => {
  for (const address of ["192.0.2.7", "::ffff:192.0.2.7", "::FFFF:c000:207", "64:ff9b::192.0.2.7"]) {
    expect(subscriberOf(address)).toBe("192.0.2.7");
    expect(networkOf(address)).toBe("192.0.2.0/24");
    expect(siteOf(address)).toBeUndefined();
  }
});

test("IPv6 addresses of one /64 are one subscriber, and those of one /48 one site", () => {
  for (const address of ["2001:db8:1:2::", "2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:0db8:0001:0002::7%eth0"]) {
    expect(subscriberOf(address)).toBe("2001:db8:1:2::/64");
    expect(networkOf(address)).toBe("2001:db8:1:2::/64");
    expect(siteOf(address)).toBe("2001:db8:1::/48");
  }
  expect(subscriberOf("2001:db8:1:3::1")).not.toBe(subscriberOf("2001:db8:1:2::1"));
  expect(siteOf("2001:db8:2::1")).not.toBe(siteOf("2001:db8:1::1"));
});

test("loopback is known in each of its spellings, and nothing else is taken for it", () => {
  for (const address of ["127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", "::ffff:7f00:1"])
    expect(isLoopback(address)).toBe(true);
  for (const address of ["::", "1::1", "128.0.0.1", "::ffff:128.0.0.1", "", "127.evil"])
    expect([address, isLoopback(address)]).toEqual([address, false]);
});

test("what is no address has no network", () => {
  for (const address of ["", "unknown", "1.2.3"]) expect(networkOf(address)).toBeUndefined();
});
