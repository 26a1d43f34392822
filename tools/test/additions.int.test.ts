// How many files an addition takes, counted by making it in a copy of this folder: a seventh subgraph, and a field of Event.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../../operations/topology.ts";
import { testOnceIn } from "../../testkit/repetitions.ts";
import { FOLDER, MESSAGES, NAME } from "./guestbook.ts";
import { FIELD_TEST } from "./intermissions.ts";

/** Not in every short run. */
const it = testOnceIn(3, "additions");
const MOST_PLACES = 7;
const MOST_PLACES_OF_FIELD = 5;
const NOT_COPIED = /^(node_modules|\.git|\.data|coverage)$/;
/** Of `npm run types`: with it only what has changed is checked. */
const CHECKED_TYPES = ".data/cache/types.tsbuildinfo";

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), "boxoffice-additions-"));
  cpSync(ROOT, copy, { recursive: true, filter: (file) => !NOT_COPIED.test(path.relative(ROOT, file)) });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
  if (existsSync(path.join(ROOT, CHECKED_TYPES)))
    cpSync(path.join(ROOT, CHECKED_TYPES), path.join(copy, CHECKED_TYPES), { recursive: true });
  git("init", "--quiet");
  save();
});
beforeEach(() => places.clear());
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const git = (...args: string[]) => spawnSync("git", args, { cwd: copy, encoding: "utf8" }).stdout;
/** What changes later is counted from here. */
function save(): void {
  git("add", "--all");
  git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "additions");
}
const read = (file: string) => readFileSync(path.join(copy, file), "utf8");

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), text);
}

/** Manual additions outside of a new subgraph's folder. */
const places = new Set<string>();
function edit(file: string, ...changes: (readonly [string | RegExp, string])[]): void {
  places.add(file);
  for (const [from, to] of changes) {
    const before = read(file);
    write(file, before.replace(from, to));
    expect([file, String(from), read(file) === before]).toEqual([file, String(from), false]);
  }
}

function run(command: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: "utf8" });
  expect([command, ...args, status, status === 0 ? "" : stdout + stderr]).toEqual([command, ...args, 0, ""]);
}
const types = () => run("npx", "tsc", "--noEmit", "--incremental", "--tsBuildInfoFile", CHECKED_TYPES);
const node = (...args: string[]) => run(process.execPath, ...args);

/** Files that differ from before and that no command generates. */
function changedByHand(): string[] {
  const generated =
    /\.generated\.ts$|^schema\/(published\/|api\.graphql|supergraph\.graphql)|^docs\/configuration\.md$|^\.env\.example$/;
  return git("status", "--porcelain", "--untracked-files=all")
    .split("\n")
    .map((line) => line.slice(3))
    .filter((file) => file !== "" && !generated.test(file))
    .sort();
}

/** Entries of risk in the file are repeated for the new subgraph. */
function alsoInCompose(): void {
  const asNew = (text: string) =>
    text.replaceAll("risk", NAME).replaceAll("RISK", NAME.toUpperCase()).replaceAll("4006", "4007");
  const file = "docker-compose.yml";
  const text = read(file);
  const service = /\n {2}risk:\n(?: {4}.*\n)+/.exec(text)![0];
  const others = text.replace(service, "\n@service\n");
  edit(file, [
    text,
    others
      .split("\n")
      .map((line) =>
        /(?:risk:4006,?$|risk registry)/.test(line) && !line.includes("http")
          ? line.replace(/( risk|,risk:4006)/, (one) => one + asNew(one))
          : /risk/i.test(line)
            ? `${line}\n${asNew(line)}`
            : line,
      )
      .join("\n")
      .replace("\n@service\n", `${service}${asNew(service)}`),
  ]);
}

test(`a seventh subgraph changes at most ${MOST_PLACES} files outside of its folder, and all checks pass`, () => {
  for (const [file, text] of Object.entries(FOLDER)) write(file, text);
  write(`schema/messages/${NAME}.ts`, MESSAGES);
  places.add(`schema/messages/${NAME}.ts`);
  edit("rover.yaml", [
    /$/,
    `  ${NAME}:\n    routing_url: http://localhost:4007/graphql\n    schema:\n      file: subgraphs/${NAME}/schema.graphql\n`,
  ]);
  edit(
    "operations/subgraphs.ts",
    [
      "import { ordersVariables",
      `import { guestbookVariables, loadConfig as guestbookConfig } from "../subgraphs/${NAME}/config.ts";\nimport { createGuestbook } from "../subgraphs/${NAME}/subgraph.ts";\nimport { ordersVariables`,
    ],
    ["  risk: (env)", "  guestbook: (env) => createGuestbook(guestbookConfig(env)),\n  risk: (env)"],
    ["  risk: riskVariables,", "  risk: riskVariables,\n  guestbook: guestbookVariables,"],
  );
  edit("schema/redis-access.ts", [
    "  risk: { publishes",
    `  ${NAME}: { publishes: true, consumes: ["users"] },\n  risk: { publishes`,
  ]);
  edit("deploy/prometheus/prometheus.yml", ["risk:4006", "risk:4006, guestbook:4007"]);
  alsoInCompose();

  node("tools/compose.ts");
  node("tools/configuration.ts");
  node("tools/schema-check.ts", "--publish");
  const changed = changedByHand().filter((file) => !file.startsWith(`subgraphs/${NAME}/`));
  expect(changed).toEqual([...places].sort());
  expect(changed.length).toBeLessThanOrEqual(MOST_PLACES);

  node("tools/compose.ts", "--check");
  node("tools/schema-check.ts");
  run("npm", "run", "boundaries");
  save();
}, 600_000);

test(`a stored field of Event that managers can change takes at most ${MOST_PLACES_OF_FIELD} files by hand`, () => {
  const CATALOG = "subgraphs/catalog";
  const described = `  "Number of intermissions."\n  intermissions: Int\n`;
  edit(
    `${CATALOG}/schema.graphql`,
    [/(type Event @key[^{]*\{\n)/, `$1${described}`],
    [/(input CreateEventInput \{\n)/, `$1${described}`],
    [/(input UpdateEventInput \{\n)/, `$1${described}`],
  );
  write(
    `${CATALOG}/migrations/012-intermissions.ts`,
    `export const intermissions = { name: "012-intermissions", statements: "alter table event add column intermissions int" };\n`,
  );
  places.add(`${CATALOG}/migrations/012-intermissions.ts`);
  edit(
    `${CATALOG}/subgraph.ts`,
    [/(import .*011-listed\.ts";\n)/, `$1import { intermissions } from "./migrations/012-intermissions.ts";\n`],
    ["...listed,", "...listed, intermissions,"],
  );
  edit(
    `${CATALOG}/entities/event.ts`,
    ["      version: p.integer()", "      intermissions: p.integer().nullable(),\n      version: p.integer()"],
    [`  "version",\n`, `  "version",\n  "intermissions",\n`],
  );
  const input = "    intermissions: z.int().min(0).max(99).nullish(),\n";
  edit(
    `${CATALOG}/inputs.ts`,
    [/(createEventInput = z\n {2}\.object\(\{\n)/, `$1${input}`],
    [/(updateEventInput = z\.object\(\{\n)/, `$1${input}`],
  );

  node("tools/compose.ts");
  const changed = changedByHand();
  expect(changed).toEqual([...places].sort());
  expect(changed.length).toBeLessThanOrEqual(MOST_PLACES_OF_FIELD);

  write(`${CATALOG}/test/intermissions.int.test.ts`, FIELD_TEST);
  save();
}, 600_000);

it("with both additions, types and the tests of house rules, entities and the additions pass", () => {
  types();
  run("npm", "test", "--", "test/house-rules", "operations/test/entities", `subgraphs/${NAME}`, "test/intermissions");
}, 600_000);
