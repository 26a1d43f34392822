// `npm run schema:check` on a copy of this folder's schemas, as a developer runs it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../../operations/topology.ts";

let copy: string;
beforeEach(() => {
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
afterEach(() => rmSync(copy, { recursive: true, force: true }));

function run(...args: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(copy, "tools/schema-check.ts"), ...args], {
    encoding: "utf8",
  });
  return { code: status, said: stdout + stderr };
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(path.join(copy, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(path.join(copy, file), text.replace(from, to));
}

test("what is committed breaks nobody who relies on what was published", () => {
  const committed = spawnSync(process.execPath, [path.join(ROOT, "tools/schema-check.ts")], { encoding: "utf8" });
  expect([committed.status, committed.stderr]).toEqual([0, ""]);
});

test("what only adds passes", () => {
  change("subgraphs/risk/schema.graphql", "type Query {", `type Query {\n  "Whether it is up."\n  isUp: Boolean!`);
  expect(run()).toMatchObject({ code: 0, said: expect.stringMatching(/isUp.*\n(.*\n)*.*are compatible/) });
});

test.each([
  [
    "a field that is gone",
    "subgraphs/seating/schema.graphql",
    `  "Whether it is a wheelchair place."\n  wheelchair: Boolean!\n`,
    "",
    /FIELD_REMOVED.*wheelchair/,
  ],
  [
    "a guard that is gone",
    "subgraphs/seating/schema.graphql",
    "releaseHold(holdId: ID!): ReleaseHoldResult! @authenticated",
    "releaseHold(holdId: ID!): ReleaseHoldResult!",
    /GUARD_WEAKENED.*releaseHold/,
  ],
  ["what does not compose", "subgraphs/risk/schema.graphql", "type Query {", "type Query {\n  x: Nothing", /Nothing/],
  [
    "a message that older ones do not fit",
    "schema/messages/users.ts",
    "userId: z.uuid(), reason: z.string()",
    "userId: z.uuid(), reason: z.string(), by: z.uuid()",
    /MESSAGE: users.UserSuspended.by/,
  ],
])("%s fails, until it is published", (_, file, from, to, said) => {
  change(file, from, to);
  expect(run()).toMatchObject({ code: 1, said: expect.stringMatching(said) });
  if (String(said).includes("Nothing")) expect(run("--publish").code).toBe(1);
  else {
    expect(run("--publish").code).toBe(0);
    expect(run().code).toBe(0);
  }
});
