// `npm run archive` on a system of which old messages are still needed.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keepMonths, monthNow } from "../../platform/messaging/outbox-months.ts";
import { buy, inDays, openShow, signUp } from "../../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../../testkit/supergraph.ts";
import { ROOT } from "../topology.ts";
import { until } from "../../testkit/until.ts";

let supergraph: TestSupergraph;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "boxoffice-archive-"));
  supergraph = await startSupergraph();
});
afterAll(async () => {
  await supergraph.stop();
  rmSync(folder, { recursive: true, force: true });
});

const run = (script: string, ...args: string[]) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, [path.join(ROOT, "operations", script), ...args], {
      env: { PATH: process.env.PATH ?? "", ...supergraph.env, DATA_DIR: folder },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("close", (code) => resolve({ code, said }));
  });

async function purchase(): Promise<void> {
  const { eventId, seats } = await openShow((token) => supergraph.client(token), { startsAt: inDays(90) });
  await supergraph.settle();
  const { client } = await signUp((token) => supergraph.client(token));
  const seat = seats.find(({ number }) => number !== null);
  expect((await buy(client, eventId, [seat.id])).payment.__typename).toBe("Payment");
  await supergraph.settle();
}

test("old months of a system become files, from which its read models are rebuilt; months that are needed are not pruned", async () => {
  await purchase();
  const databases = Object.values(supergraph.subgraphs).map(({ database }) => database);
  const { name: month } = await monthNow(databases[0]!.read());
  const sales = () => supergraph.query("orders", "select s::text as row from sales_by_day s order by 1");
  await supergraph.advance(40 * 86_400);
  await Promise.all(databases.map(keepMonths));
  // Where they stay when the functions of a version go.
  const schemas = await supergraph.query(
    "seating",
    "select distinct relnamespace::regnamespace::text as name from pg_class where relname like 'outbox%'",
  );
  expect(schemas).toEqual([{ name: "public" }]);
  await purchase();
  const before = await sales();
  expect(before.length).toBeGreaterThan(0);

  const inFiles = () => readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith(".jsonl.gz"));
  await until(
    async () => {
      expect(await run("archive.ts", "write", "0")).toEqual({ code: 0, said: expect.stringContaining(month) });
      return inFiles().length === Object.keys(supergraph.subgraphs).length;
    },
    "every subgraph's month is in a file",
    60_000,
  );
  const { said: listed } = await run("archive.ts", "list");
  for (const name of Object.keys(supergraph.subgraphs))
    expect(listed).toMatch(new RegExp(`^${name}  ${month}  \\d+ messages  [\\d.]+ MB  outbox_.*\\.jsonl\\.gz$`, "m"));
  expect(listed).not.toContain("table outbox_before");

  const { said: sizes } = await run("archive.ts", "tables");
  expect(sizes).toMatch(/^seating  hold  [\d.]+ MB  .*  kept: released and expired ones for 30 days$/m);
  expect(sizes).toMatch(/^users  app_user  [\d.]+ MB  [^:]*$/m);
  expect(await run("rebuild.ts", "orders")).toMatchObject({ code: 0, said: expect.stringContaining("rebuilt from") });
  expect(await sales()).toEqual(before);

  const refused = await run("archive.ts", "prune", "orders", month);
  expect(refused).toEqual({
    code: 1,
    said: expect.stringMatching(/new subgraphs can't backfill these messages.*add --lose-for-ever/),
  });
  const needed = await run("archive.ts", "prune", "orders", month, "--lose-for-ever");
  expect(needed).toEqual({ code: 1, said: expect.stringMatching(/of orders is kept: .*could not be rebuilt/) });
  const pruned = await run("archive.ts", "prune", "seating", month, "--lose-for-ever");
  expect(pruned).toEqual({ code: 0, said: expect.stringMatching(/messages deleted/) });
  expect(inFiles()).toHaveLength(Object.keys(supergraph.subgraphs).length - 1);
  for (const args of [
    [],
    ["write", "some"],
    ["prune", "nobody", month],
    ["write", "-1"],
    ["prune", "orders", month, "--yes"],
  ])
    expect(await run("archive.ts", ...args)).toEqual({
      code: 1,
      said: expect.stringMatching(/^Usage: npm run archive/),
    });
});
