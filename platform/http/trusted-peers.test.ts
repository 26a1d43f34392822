import { createLogger } from "../telemetry/logger.ts";
import { anyPeer, isPeer, noPeer, trustPeers } from "./trusted-peers.ts";

const logger = createLogger("test", "silent");

test("addresses and networks are peers in every spelling, and nothing else is", async () => {
  const peers = await trustPeers(["192.0.2.7", "10.0.0.0/8", "2001:db8::/32", "::1"], logger);
  for (const address of [
    "192.0.2.7",
    "::ffff:192.0.2.7",
    "10.255.0.1",
    "::ffff:10.1.2.3",
    "2001:db8:1::2",
    "0:0:0:0:0:0:0:1",
  ])
    expect([address, peers.has(address)]).toEqual([address, true]);
  for (const address of [
    "192.0.2.8",
    "11.0.0.1",
    "2001:db9::1",
    "::2",
    "",
    "unknown",
    "10.0.0.1, 192.0.2.7",
    undefined,
  ])
    expect([address, peers.has(address)]).toEqual([address, false]);
});

test("a host name is its addresses of now: none before it starts, and others after it has started again", async () => {
  let addresses: string[] = [];
  const peers = await trustPeers(["storefront", "192.0.2.1"], logger, async (name) => {
    if (name !== "storefront" || addresses.length === 0) throw new Error(`${name} has no address`);
    return addresses;
  });
  const known = () => ["172.18.0.5", "172.18.0.6", "::ffff:172.18.0.6", "192.0.2.1"].filter((one) => peers.has(one));
  expect(known()).toEqual(["192.0.2.1"]);
  addresses = ["172.18.0.5"];
  await peers.refresh();
  expect(known()).toEqual(["172.18.0.5", "192.0.2.1"]);
  addresses = ["172.18.0.6", "2001:db8::6"];
  await peers.refresh();
  expect(known()).toEqual(["172.18.0.6", "::ffff:172.18.0.6", "192.0.2.1"]);
  expect(peers.has("2001:db8::6")).toBe(true);
  addresses = [];
  await peers.refresh();
  expect(known()).toEqual(["192.0.2.1"]);
  peers.stop();
});

test("localhost is resolved by the system", async () => {
  const peers = await trustPeers(["localhost"], logger);
  expect([peers.has("127.0.0.1") || peers.has("::1"), peers.has("192.0.2.1")]).toEqual([true, false]);
  peers.stop();
});

test("without entries every peer counts", async () => {
  expect((await trustPeers([], logger)).has("203.0.113.1")).toBe(true);
  expect([anyPeer.has("203.0.113.1"), noPeer.has("203.0.113.1")]).toEqual([true, false]);
});

test("what is neither address, network nor host name is not accepted", () => {
  for (const wrong of ["", "10.0.0.0/33", "1.2.3", "::1/129", "a b", "http://a", "a:80", "-a", "a/8", "10.0.0.0/x"])
    expect([wrong, isPeer(wrong)]).toEqual([wrong, false]);
});
