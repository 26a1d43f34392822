import type { Observation } from "../observability.ts";
import { createEntrance } from "../edge/entrance.ts";

type Observed = Parameters<Observation["request"]>[0];

test("the log of a view by platform staff has both ids, of a request that is refused, too", async () => {
  const seen: Observed[] = [];
  const entrance = createEntrance({
    admission: { admitAddress: () => {} } as never,
    load: { enter: () => {}, leave: () => {} } as never,
    observation: { request: (one: Observed) => void seen.push(one) } as never,
  });
  const viewer = { userId: "ada", sessionId: "s", staff: false, verified: true, memberships: {} };
  const views = { ...viewer, scopes: [], actor: { kind: "staff" as const, id: "chief" } };
  const context = { viewerUntil: null, address: "192.0.2.1", client: "", userAgent: undefined };
  await entrance.pass("http", "192.0.2.1", async (visit) => void (visit.context = { ...context, viewer: views }));
  const refused = entrance.pass("http", "192.0.2.1", async (visit) => {
    visit.context = { ...context, viewer: views };
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  await entrance.pass("http", "192.0.2.1", async (visit) => void (visit.context = { ...context, viewer }));
  expect(seen.map((one) => [one.viewer, one.actor])).toEqual([
    ["ada", "staff:chief"],
    ["ada", "staff:chief"],
    ["ada", undefined],
  ]);
});
