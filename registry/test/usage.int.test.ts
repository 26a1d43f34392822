// What gateways see weighs what is published: with the real Rover between them.
import { randomUUID } from "node:crypto";
import { configForAny } from "../../gateway/config.ts";
import { startGateway } from "../../gateway/gateway.ts";
import { LINK } from "../../gateway/test/harness.ts";
import { rawSql, rows } from "../../platform/postgres/sql.ts";
import { addUsage, forgetUsage } from "../operations.ts";
import { GRAPH, REF } from "./harness.ts";
import { access, ask, MORE, oldFile, publish, registry, startShop, stopShop } from "./shop.ts";

beforeAll(startShop);
afterAll(stopShop);

describe("what gateways see", () => {
  const SEEN = `query Label { good(id: "a secret that a client has written") { name } }`;
  const check = (sdl: string, ...more: string[]) =>
    registry.rover(["subgraph", "check", REF, "--name", "goods", "--schema", registry.file(LINK + sdl), ...more]);

  test("is counted without values, and weighs changes as Rover says", async () => {
    await publish("goods", MORE);
    const gateway = await startGateway({
      ...configForAny(oldFile, 0),
      logLevel: "silent",
      registry: access(),
    });
    for (let n = 0; n < 3; n++) await ask(gateway, SEEN, { "apollographql-client-name": "web" });
    await ask(gateway, `query Broken { nothing }`);
    // What is left to be reported is reported at the end.
    await gateway.stop();
    const kept = await rows(
      registry.database.read(),
      rawSql(
        `select name, body, client, requests::int from seen_operation join operation_use on operation_id = seen_operation.id where name = 'Label'`,
      ),
    );
    expect(kept).toEqual([{ name: "Label", body: `query Label{good(id:""){name}}`, client: "web", requests: 3 }]);
    expect(await rows(registry.database.read(), rawSql(`select 1 from seen_operation where name = 'Broken'`))).toEqual(
      [],
    );

    const withoutName = MORE.replace(`"On the label." name: String`, "");
    const broken = await check(withoutName);
    expect([broken.code, broken.out + broken.err]).toEqual([1, expect.stringMatching(/used by[^]*Label/)]);
    // What is asked less than it would count for; and what nobody asks for.
    expect((await check(withoutName, "--query-count-threshold", "1000000")).out).not.toMatch(/Label/);
    expect((await check(MORE.replace(`"For us." margin: Int @tag(name: "own")`, ""))).code).toBe(0);
  });

  const report = (body: object, key = registry.keys.gateway) =>
    fetch(`${registry.url}/usage`, { method: "POST", headers: { "x-api-key": key }, body: JSON.stringify(body) });
  const once = {
    id: "0199c0de-0000-7000-8000-000000000001",
    ref: REF,
    operations: [{ name: "Twice", body: "query Twice{stock}", client: "", requests: 4 }],
  };

  test("counts once however often it is reported", async () => {
    expect((await Promise.all([report(once), report(once), report(once)])).map(({ status }) => status)).toEqual([
      200, 200, 200,
    ]);
    const kept = await rows(
      registry.database.read(),
      rawSql(
        `select requests::int from seen_operation join operation_use on operation_id = seen_operation.id where name = 'Twice'`,
      ),
    );
    expect(kept).toEqual([{ requests: 4 }]);
  });

  test("weighs as long as Rover or the registry says, and is forgotten then", async () => {
    await report({
      id: "0199c0de-0000-7000-8000-000000000002",
      ref: REF,
      operations: [{ name: "Once", body: "query Once{later}", client: "", requests: 1 }],
    });
    await publish("goods", MORE.replace("stock: Int", `stock: Int "Asked for once." later: Int`));
    const session = registry.database.read();
    const age = (days: number) =>
      rows(
        session,
        rawSql(
          `update operation_use set day = current_date - ${days} from seen_operation where operation_id = id and name = 'Once'`,
        ),
      );
    await age(10);
    expect((await check(MORE)).out).toMatch(/used by[^\n]*Once/);
    expect((await check(MORE, "--validation-period", "2d")).out).not.toMatch(/Once/);
    const isKept = async () =>
      (await rows(session, rawSql(`select 1 from seen_operation where name = 'Once'`))).length > 0;
    await forgetUsage(registry.database, 30);
    expect(await isKept()).toBe(true);
    await age(31);
    await forgetUsage(registry.database, 30);
    expect(await isKept()).toBe(false);
    expect((await check(MORE)).out).not.toMatch(/Once/);
  });

  test("is bounded: what is asked least makes room", async () => {
    const report = (from: number, requests: number) => ({
      id: randomUUID(),
      operations: Array.from({ length: 2_000 }, (_, n) => ({
        name: null,
        body: `{a${from + n}:stock}`,
        client: "",
        requests,
      })),
    });
    const ref = { graphId: GRAPH, variant: "current" };
    for (const [from, requests] of [
      [0, 1],
      [2_000, 2],
      [4_000, 3],
    ] as const)
      await registry.database.transaction((tx) => addUsage(tx, ref, report(from, requests)));
    await forgetUsage(registry.database, 30);
    const kept = await rows<{ count: number }>(
      registry.database.read(),
      rawSql(
        `select requests::int, count(*)::int from seen_operation join operation_use on operation_id = id where name is null and body like '{a%' group by 1 order by 1`,
      ),
    );
    expect(kept.slice(1)).toEqual([
      { requests: 2, count: 2_000 },
      { requests: 3, count: 2_000 },
    ]);
    expect(kept[0]!.count).toBeLessThan(1_001);
  });

  test.each([
    ["another key", once, "write", 401],
    ["another graph", { ...once, ref: "other@current" }, "gateway", 404],
    ["a variant that is none", { ...once, ref: `${GRAPH}@nowhere` }, "gateway", 404],
    ["nonsense", { ...once, operations: [{ requests: -1 }] }, "gateway", 400],
    ["no JSON", "{", "gateway", 400],
    ["more than is read", "x".repeat(2_000_001), "gateway", 413],
  ] as const)("is not taken with %s", async (_, body, key, status) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const headers = { "x-api-key": registry.keys[key] };
    expect((await fetch(`${registry.url}/usage`, { method: "POST", headers, body: text })).status).toBe(status);
  });
});
