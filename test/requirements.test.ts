// docs/requirements.md and docs/jobs.md, and what they say that only the files of the project can prove.
import { existsSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { listedSubgraphs, ROOT } from "../operations/topology.ts";
import { filesBelow, read } from "../testkit/project-files.ts";

const names = listedSubgraphs().map(({ name }) => name);
const sources = filesBelow(".").filter((file) => file.endsWith(".ts"));

/** Titles of the tests in a source, as they are written: those of `test.each` with their placeholders. */
const titlesIn = (source: string) =>
  new Set(
    [
      ...source.matchAll(
        /(?:^\s*(?:test|it)\(|^\s*(?:test|it)\.each\b[\s\S]*?\)\()\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1,/gm,
      ),
    ].map(([, , title]) => title!),
  );

const titles = new Map<string, Set<string>>();

/** @param proof such as `test/money.e2e.test.ts` · the books balance */
function isTest(proof: string): boolean {
  const [, file, title] = /^`([^`]+\.test\.ts)` · (.+)$/.exec(proof) ?? [];
  if (!file || !existsSync(path.join(ROOT, file))) return false;
  if (!titles.has(file)) titles.set(file, titlesIn(read(file)));
  return titles.get(file)!.has(title!);
}

test("titles of tests are found in any quotes, with and without placeholders, and only as titles", () => {
  const source = [
    'test("one", () => {});',
    "  it('two', () => {});",
    "test.each<[string, number]>([['a(', 1], [`b`, 2]])(",
    "  `%s of three`, () => {});",
    'expect(test("four")).toBe("five");',
    'describe("six", () => {});',
  ];
  expect([...titlesIn(source.join("\n"))]).toEqual(["one", "two", "%s of three"]);
});

test("every requirement is accounted for, and what is done names the test that proves it", () => {
  const rows = read("docs/requirements.md")
    .split("\n")
    .filter((line) => /^\| S\d-\d\d /.test(line));
  expect(rows).toHaveLength(246);
  expect(new Set(rows.map((row) => row.slice(2, 7))).size).toBe(246);
  for (const row of rows) {
    const [, , state, , proof, ...others] = row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    expect([row, ["done", "better", "open"].includes(state!), others]).toEqual([row, true, []]);
    if (state === "open") {
      expect([row, proof]).toEqual([row, ""]);
      continue;
    }
    expect([row, isTest(proof!)]).toEqual([row, true]);
  }
});

test("every job that somebody can do names the test that does it", () => {
  const proofs = read("docs/jobs.md")
    .split("\n")
    .filter((line) => line.startsWith("  - "));
  expect(proofs.length).toBeGreaterThan(50);
  expect(proofs.filter((proof) => !isTest(proof.slice(4)))).toEqual([]);
});

test("one command starts the system, and there is no build step", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  expect(scripts.start).toBe("node local/start.ts");
  expect(Object.keys(scripts).filter((name) => /^(build|prestart|prepare|postbuild)$/.test(name))).toEqual([]);
  const { compilerOptions } = JSON.parse(read("tsconfig.json")) as { compilerOptions: Record<string, unknown> };
  // Node.js runs the sources: nothing is emitted, and no syntax needs more than its types removed.
  expect(compilerOptions).toMatchObject({ noEmit: true, erasableSyntaxOnly: true, allowImportingTsExtensions: true });
  for (const file of ["README.md", "Dockerfile"]) expect([file, /\bnpm ci\b/.test(read(file))]).toEqual([file, true]);
  expect(read("README.md")).toMatch(/npm start\b/);
  // `npm ci` installs without flags.
  expect(read("README.md") + read(".ci/run")).not.toMatch(/legacy-peer-deps|npm ci --/);
  expect(existsSync(path.join(ROOT, ".npmrc"))).toBe(false);
});

test("queries write nothing, and only projections write read models", () => {
  const ours = sources.filter(
    (file) => file.startsWith("subgraphs/") && !/\/(test|migrations)\/|\.test\.ts$/.test(file),
  );
  const writes =
    /\b(insert into|delete from|update \w+ (as \w+ )?set)\b|\.(insertInto|updateTable|deleteFrom|nativeInsert|nativeUpdate|nativeDelete|persist|change|transaction)\(/;
  const queries = ours.filter((file) => file.split("/")[2] === "queries");
  expect(queries.length).toBeGreaterThan(25);
  for (const file of queries) expect([file, writes.exec(read(file))?.[0]]).toEqual([file, undefined]);
  const projections = ours.filter((file) => file.split("/")[2] === "projections");
  const tables = projections.flatMap((file) =>
    [...read(file).matchAll(/^ {2}tables: \[(.+)\],$/gm)].flatMap(([, list]) => JSON.parse(`[${list}]`) as string[]),
  );
  expect(tables).toEqual(expect.arrayContaining(["sales_by_day", "bought"]));
  const fills = new RegExp(`\\b(insert into|update|delete from) (${tables.join("|")})\\b`);
  const writers = ours.filter((file) => fills.test(read(file)));
  expect(writers.length).toBeGreaterThan(0);
  expect(writers.filter((file) => !projections.includes(file))).toEqual([]);
});

test("the licence is MIT, and CI runs what CONTRIBUTING.md asks for", () => {
  expect(read("LICENSE")).toMatch(/^MIT License\n/);
  expect(JSON.parse(read("package.json"))).toMatchObject({ license: "MIT" });
  for (const command of ["npm run check", "npm test"]) {
    expect(read("CONTRIBUTING.md")).toContain(command);
    expect(read(".ci/run")).toContain(command);
  }
  const { on, jobs } = parse(read(".github/workflows/check.yml")) as {
    on: Record<string, unknown>;
    jobs: Record<string, { steps: { run?: string }[] }>;
  };
  expect(Object.keys(on)).toEqual(["push", "pull_request"]);
  expect(Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))).toEqual(["bash .ci/run"]);
});

test("TypeScript is strict, and there are tests of rules, of each subgraph alone and of the whole", () => {
  const { compilerOptions } = JSON.parse(read("tsconfig.json")) as { compilerOptions: Record<string, unknown> };
  expect(compilerOptions).toMatchObject({
    strict: true,
    noUncheckedIndexedAccess: true,
  });
  expect(sources.filter((file) => /^[^.]*\.test\.ts$/.test(path.basename(file))).length).toBeGreaterThan(10);
  for (const name of names)
    expect(sources.some((file) => file.startsWith(`subgraphs/${name}/test/`) && file.endsWith(".int.test.ts"))).toBe(
      true,
    );
  expect(sources.filter((file) => file.startsWith("test/") && file.endsWith(".e2e.test.ts")).length).toBeGreaterThan(
    10,
  );
});

test("what the documents quote and tell people to type is there", () => {
  const code = sources
    .filter((file) => !file.endsWith(".test.ts"))
    .map(read)
    .join("\n");
  // A value that a sentence names is put in when it is printed.
  const quoted = [...read("docs/troubleshooting.md").matchAll(/^> (.+)$/gm)].map(([, sentence]) => sentence!);
  expect(quoted.length).toBeGreaterThan(8);
  for (const sentence of quoted) {
    const parts = sentence.split(/\b(?:4000|GATEWAY_PORT|USERS_DATABASE_URL)\b/).filter((part) => part.trim() !== "");
    for (const part of parts) expect([sentence, part, code.includes(part)]).toEqual([sentence, part, true]);
  }
  for (const command of ["get all", "get events", "describe ingress", "get endpointslices", "logs --follow"])
    expect(read("docs/runbook.md")).toContain(`kubectl ${command}`);
});

test("docs/troubleshooting.md has sections for ports, databases, Redis and Docker", () => {
  const sections = new Map(
    read("docs/troubleshooting.md")
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split("\n")[0]!, section]),
  );
  for (const [topic, advice] of [
    ["Ports", "`PORT_BASE=5000 npm start`"],
    ["Databases", "`.data/postgres.log`"],
    ["Redis", "`.data/redis.log`"],
    ["Docker", "`docker compose logs NAME`"],
  ] as const)
    expect([topic, sections.get(topic)]).toEqual([topic, expect.stringContaining(advice)]);
});

test("scripts run all tests, with coverage, or again when a file changes", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  expect(scripts).toMatchObject({
    test: "node node_modules/jest/bin/jest.js",
    "test:coverage": "npm test -- --coverage",
    "test:watch": "npm test -- --watch",
  });
});
