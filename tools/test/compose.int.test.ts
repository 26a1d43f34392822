// `npm run compose` on a copy of this folder's schemas and operations.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../../operations/topology.ts";

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), "boxoffice-compose-"));
  for (const part of ["gateway", "schema", "storefront", "subgraphs", "tools", "rover.yaml", "package.json"])
    cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

function compose(...args: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [path.join(copy, "tools/compose.ts"), ...args], {
    encoding: "utf8",
  });
  return { status, stderr };
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(path.join(copy, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(path.join(copy, file), text.replaceAll(from, to));
}

test("an operation that the other subgraph does not know does not compose", () => {
  expect(compose("--check")).toEqual({ status: 0, stderr: "" });
  change("subgraphs/orders/clients/users.graphql", "displayName", "nickname");
  expect(compose("--check")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/Cannot query field "nickname"/),
  });
});

test("a renamed field of a subgraph fails those that ask for it", () => {
  change("subgraphs/seating/schema.graphql", "sellSeatsOf(", "sellSeatsOfOrders(");
  expect(compose()).toMatchObject({ status: 1, stderr: expect.stringMatching(/Cannot query field "sellSeatsOf"/) });
});

test("generated files that are not current fail the check, and name themselves", () => {
  change("subgraphs/orders/clients/users.graphql", "    locale\n", "");
  expect(compose("--check")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("subgraphs/orders/clients/users.generated.ts"),
  });
});
