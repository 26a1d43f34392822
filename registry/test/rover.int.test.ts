// The real Rover, unmodified, against the registry.
import { mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureKey, newKeyText } from "../keys.ts";
import { GRAPH, REF, startRegistryStand, type RegistryStand } from "./harness.ts";

const READ_KEY = newKeyText(GRAPH);
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated"])\n`;
const TOTAL = `  "What it costs."\n  total: Int\n`;
const OLD = `  "Nobody needs it."\n  old: Int\n`;
const ORDERS = `${LINK}
"A purchase."
type Order @key(fields: "id") {
  "Stays the same."
  id: ID!
${TOTAL}${OLD}}
type Query {
  "One of them."
  order(id: ID!): Order @authenticated
}
`;
const SEATS = `${LINK}
"A place."
type Seat {
  "Stays the same."
  id: ID!
}
type Query {
  "All of them."
  seats: [Seat!]!
}
`;

let stand: RegistryStand;
beforeAll(async () => {
  stand = await startRegistryStand();
  await ensureKey(stand.database, GRAPH, { name: "reader", text: READ_KEY, kind: "read" });
  for (const [name, sdl] of [
    ["orders", ORDERS],
    ["seats", SEATS],
  ] as const)
    expect((await publish(name, sdl)).code).toBe(0);
});
afterAll(() => stand.stop());

const rover: RegistryStand["rover"] = (...args) => stand.rover(...args);
const publish: RegistryStand["publish"] = (...args) => stand.publish(...args);
const check: RegistryStand["check"] = (...args) => stand.check(...args);
const file = (text: string) => stand.file(text);

describe("check", () => {
  test("what only adds passes, from a file or from standard input, within a second", async () => {
    const more = ORDERS.replace("  old: Int", `  old: Int\n  "Free text."\n  note: String`);
    const fromFile = await check("orders", more);
    expect([fromFile.code, fromFile.err + fromFile.out]).toEqual([0, expect.stringMatching(/note/)]);
    expect(fromFile.ms).toBeLessThan(5_000);
    const args = ["subgraph", "check", REF, "--name", "orders", "--schema", "-"];
    expect((await rover(args, {}, more)).code).toBe(0);
  });

  test.each([
    ["breaks clients", OLD, "", /FIELD_REMOVED|was removed/],
    ["does not compose", "old: Int", "old: Nothing", /Nothing/],
    ["reads badly", "old: Int", `old: Int\n  "x"\n  New_one: Int`, /New_one/],
    ["weakens a guard", " @authenticated", "", /authenticated/],
  ])("what %s fails with exit code 1 and says why", async (_, from, to, said) => {
    const { code, out, err } = await check("orders", ORDERS.replace(from, to));
    expect([code, out + err]).toEqual([1, expect.stringMatching(said)]);
  });

  test("as JSON for pipelines, and in the background for those who do not wait", async () => {
    const broken = ORDERS.replace(OLD, "");
    const json = await check("orders", broken, "--format", "json");
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ error: { code: "E043" } });
    const background = await check("orders", broken, "--background");
    expect([background.code, background.err + background.out]).toEqual([
      0,
      expect.stringMatching(/checks\/[0-9a-f-]{36}/),
    ]);
  });

  test("what was checked is kept over a restart", async () => {
    const before = await check("orders", ORDERS, "--background", "--format", "json");
    const id = /checks\/([0-9a-f-]{36})/.exec(before.out + before.err)![1];
    await stand.restart();
    const answer = await fetch(`${stand.url}/`, {
      method: "POST",
      headers: { "x-api-key": READ_KEY, "content-type": "application/json" },
      body: JSON.stringify({
        query: `query ($g: ID!, $w: ID!) { graph(id: $g) { checkWorkflow(id: $w) { status tasks { __typename status } } } }`,
        variables: { g: GRAPH, w: id },
      }),
    });
    expect(await answer.json()).toMatchObject({ data: { graph: { checkWorkflow: { status: "PASSED" } } } });
  });

  test("a restart in the middle of 20 checks gives no wrong answer: who is cut off is told, and is right when asking again", async () => {
    const orders = (index: number) => check("orders", index % 2 === 0 ? ORDERS : ORDERS.replace(TOTAL, ""));
    const answers = Array.from({ length: 20 }, (_, index) => orders(index));
    await Promise.race(answers);
    await stand.restart();
    const isWrong = ({ code }: { code: number }, index: number) => code !== index % 2;
    for (const [index, answer] of (await Promise.all(answers)).entries()) {
      if (!isWrong(answer, index)) continue;
      // Rover repeats most of its requests, but not the last one of a check.
      expect(answer.err).toMatch(/Connection reset by peer|connection closed before message completed/);
      expect(isWrong(await orders(index), index)).toBe(false);
    }
  });

  test("20 at once get 20 right answers", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => check("orders", index % 2 === 0 ? ORDERS : ORDERS.replace(TOTAL, ""))),
    );
    expect(answers.map(({ code }) => code)).toEqual(Array.from({ length: 20 }, (_, index) => index % 2));
  });
});

test("the page that Rover points to says what was found, and runs nothing", async () => {
  const { out, err } = await check("orders", ORDERS.replace(OLD, `  "x"\n  New_one: Int\n`), "--background");
  const [link] = /http\S+checks\/[0-9a-f-]{36}/.exec(out + err)!;
  const page = await fetch(link);
  expect(page.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; style-src 'sha256-[^ ]+'; base-uri/,
  );
  const text = await page.text();
  expect(text).toMatch(/Failed: orders[^]*FAILURE: Field &#?\w*;?|Failed: orders[^]*was removed[^]*New_one/);
  expect((await fetch(link.replace(/.$/, (last) => (last === "0" ? "1" : "0")))).status).toBe(404);
});

describe("publish, fetch, list, delete", () => {
  test("what is published is fetched, listed, and part of the supergraph and of the API", async () => {
    expect((await rover(["subgraph", "fetch", REF, "--name", "orders"])).out).toContain("type Order");
    expect((await rover(["subgraph", "list", REF])).out).toMatch(/seats[^]*orders/);
    expect((await rover(["supergraph", "fetch", REF])).out).toContain("join__Graph");
    const api = (await rover(["graph", "fetch", REF])).out;
    expect(api).toContain("type Seat");
    expect(api).not.toContain("join__");
  });

  test("what does not compose is kept, and gateways keep what they have", async () => {
    const uplink = async (ifAfterId: string | null = null) => {
      const response = await fetch(`${stand.url}/uplink`, {
        method: "POST",
        body: JSON.stringify({ variables: { apiKey: READ_KEY, ref: REF, ifAfterId } }),
      });
      return (
        (await response.json()) as {
          data: { routerConfig: { __typename: string; id: string; supergraphSdl: string } };
        }
      ).data.routerConfig;
    };
    const before = await uplink();
    expect(before).toMatchObject({
      __typename: "RouterConfigResult",
      supergraphSdl: expect.stringContaining("Seat"),
    });
    const broken = await publish("seats", SEATS.replace("[Seat!]!", "[Nothing]"));
    expect([broken.code, broken.err]).toEqual([0, expect.stringMatching(/WARN[^]*Nothing/)]);
    expect(await uplink(before.id)).toMatchObject({ __typename: "Unchanged" });
    expect((await publish("seats", SEATS.replace("id: ID!", `id: ID!\n  "Label."\n  row: String`))).code).toBe(0);
    expect(await uplink(before.id)).toMatchObject({ supergraphSdl: expect.stringContaining("row") });
    expect((await publish("seats", SEATS)).code).toBe(0);
  });

  test("a breaking change is not published to a graph that requires a check", async () => {
    const checked = (sdl: string) =>
      rover(["subgraph", "publish", REF, "--name", "seats", "--schema", file(sdl), "--no-url", "--check"]);
    const refused = await checked(SEATS.replace("id: ID!", ""));
    expect([refused.code, refused.out + refused.err]).toEqual([1, expect.stringMatching(/E029|E043|id/)]);
    expect((await rover(["subgraph", "fetch", REF, "--name", "seats"])).out).toContain("id: ID!");
    expect((await checked(SEATS)).code).toBe(0);
  });

  test("a routing URL that gateways must not follow is refused, and says what to change", async () => {
    expect((await publish("seats", SEATS)).code).toBe(0);
    const listed = async () => (await rover(["subgraph", "list", REF])).out;
    const at = (...url: string[]) =>
      rover(["subgraph", "publish", REF, "--name", "seats", "--schema", file(SEATS), ...url]);
    for (const [url, said] of [
      ["file:///etc/passwd", /"file:\/\/\/etc\/passwd" of the subgraph seats is not valid: use a URL that starts/],
      ["http://169.254.169.254/", /metadata addresses are not allowed/],
      ["http://user:word@seats.example/", /remove the user name and the password/],
    ] as const) {
      const { code, err } = await at("--routing-url", url, "--allow-invalid-routing-url");
      expect([code, err]).toEqual([1, expect.stringMatching(said)]);
      expect(err).not.toContain("word@");
    }
    expect(await listed()).toContain("https://seats.example/graphql");
    // With --no-url gateways need the URL in their own configuration. A first publish may be without a URL too.
    expect((await at("--no-url")).code).toBe(0);
    expect(await listed()).toMatch(/seats .*unspecified/);
    const first = `${LINK}type Query {\n  "Something."\n  first: Int\n}\n`;
    const published = await rover(["subgraph", "publish", REF, "--name", "first", "--schema", file(first), "--no-url"]);
    expect(published.code).toBe(0);
    expect(await listed()).toMatch(/first .*unspecified/);
    expect((await rover(["subgraph", "delete", REF, "--name", "first", "--confirm"])).code).toBe(0);
    expect((await publish("seats", SEATS)).code).toBe(0);
  });

  test("two who publish at once both count", async () => {
    const extra = (name: string) => `${LINK}type Query {\n  "Something."\n  ${name}: Int\n}\n`;
    const names = ["one", "two", "three", "four"];
    expect((await Promise.all(names.map((name) => publish(name, extra(name))))).map(({ code }) => code)).toEqual([
      0, 0, 0, 0,
    ]);
    const api = (await rover(["graph", "fetch", REF])).out;
    for (const name of names) expect(api).toContain(`${name}: Int`);
    const remove = (name: string) => rover(["subgraph", "delete", REF, "--name", name, "--confirm"]);
    for (const name of names) expect((await remove(name)).code).toBe(0);
    expect((await rover(["graph", "fetch", REF])).out).not.toContain("three: Int");
  });
});

describe("the rest", () => {
  test("lint shows the place, whoami the graph", async () => {
    const lint = await rover([
      "subgraph",
      "lint",
      REF,
      "--name",
      "orders",
      "--schema",
      file(ORDERS.replace("old", "Old_one")),
    ]);
    expect([lint.code, lint.out + lint.err]).toEqual([1, expect.stringMatching(/Old_one/)]);
    expect((await rover(["subgraph", "lint", REF, "--name", "orders", "--schema", file(ORDERS)])).code).toBe(0);
    const who = await rover(["config", "whoami"]);
    expect([who.code, who.out + who.err]).toEqual([0, expect.stringMatching(/shop/)]);
  });

  test("operations that clients trust are published, and weigh what breaks", async () => {
    const manifest = path.join(stand.folder, "manifest.json");
    const operation = (body: string) => ({ id: "0".repeat(64), name: "Total", type: "query", body });
    const send = (body: string) => {
      writeFileSync(
        manifest,
        JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations: [operation(body)] }),
      );
      return rover(["persisted-queries", "publish", REF, "--manifest", manifest]);
    };
    const first = await send(`query Total { order(id: 1) { total } }`);
    expect([first.code, first.out + first.err]).toEqual([0, expect.stringMatching(/1/)]);
    expect((await send(`query Total { order(id: 1) { id total } }`)).code).not.toBe(0);
    // No client uses `old`; one uses `total`.
    expect((await check("orders", ORDERS.replace(OLD, ""))).code).toBe(0);
    const broken = await check("orders", ORDERS.replace(TOTAL, ""));
    expect([broken.code, broken.out + broken.err]).toEqual([1, expect.stringMatching(/Total/)]);
  });

  test("operations in files are held against the graph", async () => {
    const operations = mkdtempSync(path.join(stand.folder, "operations-"));
    const clientCheck = () => rover(["client", "check", REF, "--root-dir", operations]);
    writeFileSync(path.join(operations, "good.graphql"), `query Good { order(id: 1) { total } }`);
    expect((await clientCheck()).code).toBe(0);
    writeFileSync(path.join(operations, "bad.graphql"), `query Bad { order(id: 1) { nothing } }`);
    const { code, out, err } = await clientCheck();
    expect([code, out + err]).toEqual([1, expect.stringMatching(/Bad[^]*nothing|nothing[^]*Bad/)]);
  });

  test.each([
    ["a wrong key", ["subgraph", "list", REF], { APOLLO_KEY: newKeyText(GRAPH) }],
    ["an unknown graph", ["subgraph", "list", "other@current"], {}],
    ["an unknown variant", ["subgraph", "list", `${GRAPH}@nowhere`], {}],
  ])("%s is a clear message at once", async (_, args, env) => {
    const { code, err, ms } = await rover(args, env);
    expect(code).not.toBe(0);
    expect(err).toMatch(/error/i);
    expect(ms).toBeLessThan(5_000);
  });

  test("a key that may only read publishes nothing", async () => {
    const { code, err } = await publish("seats", `${SEATS}\ntype More { id: ID }`, { APOLLO_KEY: READ_KEY });
    expect([code, err]).toEqual([1, expect.stringMatching(/is read-only/)]);
    expect((await check("seats", SEATS)).code).toBe(0);
  });
});
