// `npm run schema:check` on a copy of this folder's schemas, as a developer runs it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../../operations/topology.ts";

let copy: string;
/** Files that a test has changed, and what they were. */
const before = new Map<string, string>();
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), "boxoffice-schema-"));
  for (const room of [
    "domain",
    "operations",
    "platform",
    "registry",
    "schema",
    "subgraphs",
    "tools",
    "rover.yaml",
    "package.json",
  ])
    cpSync(path.join(ROOT, room), path.join(copy, room), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
});
afterEach(() => {
  for (const [file, text] of before) writeFileSync(file, text);
  before.clear();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(...args: string[]): { code: number | null; said: string; errors: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(copy, "tools/schema-check.ts"), ...args], {
    encoding: "utf8",
  });
  return { code: status, said: stdout + stderr, errors: stderr };
}

function change(name: string, from: string, to: string): void {
  const file = path.join(copy, name);
  const text = readFileSync(file, "utf8");
  if (!before.has(file)) before.set(file, text);
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

test("what is committed breaks nobody who relies on what was published", () => {
  expect(run()).toMatchObject({ code: 0, errors: "", said: expect.stringMatching(/are compatible/) });
});

test("what only adds passes", () => {
  change("subgraphs/risk/schema.graphql", "type Query {", `type Query {\n  "Whether it is up."\n  isUp: Boolean!`);
  expect(run()).toMatchObject({ code: 0, said: expect.stringMatching(/isUp.*\n(.*\n)*.*are compatible/) });
});

test("what does not compose fails, and is not published", () => {
  change("subgraphs/risk/schema.graphql", "type Query {", "type Query {\n  x: Nothing");
  expect(run()).toMatchObject({ code: 1, said: expect.stringMatching(/Nothing/) });
  expect(run("--publish").code).toBe(1);
});

test("a field that is gone, a guard that is gone and a message that older ones do not fit fail, until they are published", () => {
  const seating = "subgraphs/seating/schema.graphql";
  change(seating, `  "Whether it is a wheelchair place."\n  wheelchair: Boolean!\n`, "");
  change(
    seating,
    "releaseHold(holdId: ID!): ReleaseHoldResult! @authenticated",
    "releaseHold(holdId: ID!): ReleaseHoldResult!",
  );
  change(
    "schema/messages/users.ts",
    "userId: z.uuid(), reason: z.string()",
    "userId: z.uuid(), reason: z.string(), by: z.uuid()",
  );
  const { code, said } = run();
  expect(code).toBe(1);
  expect(said).toMatch(/FIELD_REMOVED.*wheelchair/);
  expect(said).toMatch(/GUARD_WEAKENED.*releaseHold/);
  expect(said).toMatch(/MESSAGE: users.UserSuspended.by/);
  expect(run("--publish").code).toBe(0);
  expect(run().code).toBe(0);
});
