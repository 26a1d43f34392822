import { checkPorts, portsOf } from "./topology.ts";

test("a system has the ports that docs/configuration.md names", () => {
  expect(portsOf({})).toMatchObject({
    GATEWAY_PORT: 4000,
    USERS_PORT: 4001,
    RISK_PORT: 4006,
    REGISTRY_PORT: 4010,
    PROVIDER_PORT: 4020,
    MAIL_PORT: 4026,
    PUBLIC_GATEWAY_PORT: 4030,
    STOREFRONT_PORT: 3000,
    POSTGRES_PORT: 15_432,
    REDIS_PORT: 16_379,
  });
});

test("PORT_BASE moves all ports together, no two are the same, and a port that is set stays", () => {
  const [first, second] = [portsOf({ PORT_BASE: "5000" }), portsOf({ PORT_BASE: "5100", USERS_PORT: "7000" })];
  expect(first).toMatchObject({ GATEWAY_PORT: 5_000, USERS_PORT: 5_001, POSTGRES_PORT: 5_040, REDIS_PORT: 5_041 });
  expect(second).toMatchObject({ GATEWAY_PORT: 5_100, USERS_PORT: 7_000, POSTGRES_PORT: 5_140 });
  const all = [portsOf({}), first, second].flatMap((ports) => Object.values(ports));
  expect(new Set(all).size).toBe(all.length);
});

test.each(["0", "-1", "65495", "4e3", "abc", " "])("%p is no base", (base) => {
  expect(() => portsOf({ PORT_BASE: base })).toThrow(/^Set PORT_BASE to a port number from 1 to 65494/);
});

test("ports that are none are named, all of them", () => {
  expect(() => checkPorts({ USERS_PORT: "x", GATEWAY_PORT: "99999", RISK_PORT: "0" })).toThrow(
    /^Set GATEWAY_PORT, USERS_PORT, RISK_PORT to/,
  );
});
