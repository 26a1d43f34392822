// `npm run configuration` on a copy of this folder.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../../operations/topology.ts";

const PARTS = "docs domain gateway local operations platform registry schema storefront subgraphs tools".split(" ");

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), "boxoffice-configuration-"));
  for (const part of [...PARTS, "rover.yaml", "package.json", ".env.example"])
    cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

function configuration(...args: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [path.join(copy, "tools/configuration.ts"), ...args], {
    encoding: "utf8",
  });
  return { status, stderr };
}

const read = (file: string) => readFileSync(path.join(copy, file), "utf8");
function change(file: string, from: string, to: string): void {
  expect(read(file)).toContain(from);
  writeFileSync(path.join(copy, file), read(file).replace(from, to));
}

test("a changed default fails the check until both files are generated again", () => {
  expect(configuration("--check")).toEqual({ status: 0, stderr: "" });
  change("subgraphs/orders/config.ts", "default(86_400)", "default(43_200)");
  expect(configuration("--check")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("docs/configuration.md, .env.example"),
  });
  expect(configuration()).toEqual({ status: 0, stderr: "" });
  expect(configuration("--check")).toEqual({ status: 0, stderr: "" });
  expect(read("docs/configuration.md")).toMatch(/^\| `ORDERS_REVIEW_SECONDS` .* `43200` /m);
  expect(read(".env.example")).toMatch(/^#ORDERS_REVIEW_SECONDS=43200$/m);
});

test("a variable without a meaning, or with two, is named", () => {
  change(
    "subgraphs/risk/config.ts",
    "export const riskVariables = {",
    "export const riskVariables = { RISK_NEW: url([]),",
  );
  expect(configuration()).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Describe RISK_NEW in exactly one schema/),
  });
  change("subgraphs/risk/config.ts", "RISK_NEW: url([])", 'PLATFORM_STAFF: url([]).describe("something else")');
  expect(configuration()).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Describe PLATFORM_STAFF in exactly one schema .*ids of users.* \/ something else/),
  });
});
