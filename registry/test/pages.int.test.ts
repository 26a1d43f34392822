// The registry as people see it in a browser, and who may.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ROOT } from "../../operations/topology.ts";
import { rawSql, rows } from "../../platform/postgres/sql.ts";
import { ensureKey, findKey, listKeys, newKeyText, revokeKey } from "../keys.ts";
import { forgetChecks } from "../kept-checks.ts";
import { GRAPH, startRegistryStand, type RegistryStand } from "./harness.ts";

const SDL = `type Query {\n  "One <script>alert(1)</script>."\n  a: Int\n}\n`;

let stand: RegistryStand;
beforeAll(async () => {
  stand = await startRegistryStand();
  await stand.publish("one", SDL);
  await stand.publish("one", SDL.replace("a: Int", `a: Int\n  "Two."\n  b: Int`));
  await stand.check("one", SDL);
  const filter = ["--no-include-tags", "--exclude-tag", "own", "--hide-unreachable-types"];
  await stand.rover(["contract", "publish", `${GRAPH}@open`, "--source-variant", "current", ...filter]);
});
afterAll(() => stand.stop());

const open = (page: string, key: string | null = stand.keys.write) =>
  fetch(new URL(page, stand.url), {
    redirect: "manual",
    headers: key === null ? {} : { authorization: `Basic ${Buffer.from(`whoever:${key}`).toString("base64")}` },
  });
const textOf = async (page: string) => {
  const response = await open(page);
  expect([page, response.status]).toEqual([page, 200]);
  return response.text();
};

test("from the graph to its variants, subgraphs, versions, contracts and checks, by links alone", async () => {
  const seen = new Set<string>();
  const waiting = ["/"];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (seen.has(page)) continue;
    seen.add(page);
    for (const [, link] of (await textOf(page)).matchAll(/href="([^"]+)"/g)) waiting.push(link!);
  }
  expect([...seen].map((page) => page.replace(/[0-9a-f-]{36}|\d+$/, "*")).sort()).toEqual([
    "/",
    "/checks/*",
    "/variants/current",
    "/variants/current/schema",
    "/variants/current/subgraphs/one",
    "/variants/current/subgraphs/one/*",
    "/variants/current/subgraphs/one/*",
    "/variants/current/supergraph",
    "/variants/open",
    "/variants/open/schema",
    "/variants/open/supergraph",
  ]);
});

test("a version shows what it has changed, as text", async () => {
  const history = await textOf("/variants/current/subgraphs/one");
  const [newest] = [...history.matchAll(/href="([^"]+\/\d+)"/g)].map(([, link]) => link!);
  const page = await textOf(newest!);
  expect(page).toContain("<ins>+  b: Int</ins>");
  expect(page).not.toContain("<del>");
  expect(page).toContain("with the key operator");
  expect(page).not.toContain("<script>");
});

test("schemas with nothing in common are compared in limited time", async () => {
  const lines = (name: string) =>
    `type Query {\n${Array.from({ length: 40_000 }, (_, n) => `  ${name}${n}: Int`).join("\n")}\n}`;
  // Not composed: that would take longer than this is about.
  const broken = `${lines("a")} {`;
  await stand.publish("two", broken);
  await stand.publish("two", `${lines("b")} {`);
  const [newest] = [...(await textOf("/variants/current/subgraphs/two")).matchAll(/href="([^"]+\/\d+)"/g)];
  expect(await textOf(newest![1]!)).toContain("differs too much");
});

test("who has no key that reads is asked for one, and learns nothing", async () => {
  await ensureKey(stand.database, "other", { name: "theirs", text: "service:other:" + "x".repeat(32), kind: "write" });
  for (const key of [null, "nonsense", newKeyText(GRAPH), stand.keys.gateway]) {
    const refused = await open("/variants/current", key);
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, expect.stringMatching(/^Basic /)]);
    expect(await refused.text()).not.toContain("one");
  }
  expect((await open("/variants/current", "service:other:" + "x".repeat(32))).status).toBe(404);
});

test.each([
  "/variants/nowhere",
  "/variants/current/subgraphs/none",
  "/variants/current/subgraphs/one/999",
  "/variants/current/subgraphs/one/1e3",
  "/variants/current/%E0%A4%A",
  "/checks/none",
])("%s is not there", async (page) => {
  expect((await open(page)).status).toBe(404);
});

test("a key that was revoked opens nothing from then on", async () => {
  const text = newKeyText(GRAPH);
  await ensureKey(stand.database, GRAPH, { name: "leaves", text, kind: "read" });
  expect((await open("/", text)).status).toBe(200);
  const { id } = (await findKey(stand.database, text))!;
  expect(await revokeKey(stand.database, id)).toBe(true);
  expect(await revokeKey(stand.database, id)).toBe(false);
  expect(await revokeKey(stand.database, "none")).toBe(false);
  expect((await open("/", text)).status).toBe(401);
  expect((await stand.rover(["config", "whoami"], { APOLLO_KEY: text })).code).not.toBe(0);
  // It can't come back by being made again at a start.
  await ensureKey(stand.database, GRAPH, { name: "leaves", text, kind: "read" });
  expect((await open("/", text)).status).toBe(401);
  expect(JSON.stringify(await listKeys(stand.database))).not.toContain(text.slice(-20));
});

test("a check is kept for a year", async () => {
  const check = async () => {
    const { out, err } = await stand.check("one", SDL, "--background");
    return /checks\/([0-9a-f-]{36})/.exec(out + err)![1]!;
  };
  const [old, young] = [await check(), await check()];
  const age = (id: string, days: number) =>
    rows(
      stand.database.read(),
      rawSql(`update check_workflow set checked_at = now() - interval '${days} days' where id = '${id}'`),
    );
  await age(old, 370);
  await age(young, 360);
  await forgetChecks(stand.database);
  expect([(await open(`/checks/${old}`)).status, (await open(`/checks/${young}`)).status]).toEqual([404, 200]);
});

describe("keys by command", () => {
  const command = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(ROOT, "operations", "registry-keys.ts"), ...args],
      {
        encoding: "utf8",
        env: {
          DATA_DIR: stand.folder,
          REGISTRY_DATABASE_URL: stand.databaseUrl,
          REGISTRY_GRAPH: GRAPH,
        },
      },
    );
    return { status, out: stdout.trim(), err: stderr };
  };

  test("one is made, shown once, listed without what it opens with, and revoked", async () => {
    const { out: text } = command("create", "pipeline", "read");
    expect((await stand.rover(["config", "whoami"], { APOLLO_KEY: text })).code).toBe(0);
    const line = command("list")
      .out.split("\n")
      .find((one) => one.includes("pipeline"))!;
    expect(line).toMatch(/^[0-9a-f-]{36} {2}shop {2}read {2}pipeline/);
    expect(line).not.toContain(text.split(":").at(-1));
    expect(command("revoke", line.slice(0, 36))).toMatchObject({ status: 0 });
    expect((await stand.rover(["config", "whoami"], { APOLLO_KEY: text })).code).not.toBe(0);
    expect(command("list").out).toMatch(/pipeline .* revoked/);
    expect(command("revoke", line.slice(0, 36))).toMatchObject({
      status: 1,
      err: expect.stringMatching(/No valid key/),
    });
  });

  test.each([[[]], [["create"]], [["create", "x", "admin"]], [["revoke"]], [["nonsense"]]])(
    "%j is answered with an explanation",
    (args) => {
      expect(command(...args)).toMatchObject({ status: 1, err: expect.stringMatching(/create NAME/) });
    },
  );
});
