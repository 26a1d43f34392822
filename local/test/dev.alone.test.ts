// `npm run dev`, on a copy of the source that is changed while it runs.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { copySource } from "../../testkit/source-copy.ts";
import { pidOf, portsOfSystem } from "../../testkit/temporary-system.ts";
import { until } from "../../testkit/until.ts";

let copy: string;
let child: ChildProcess;
let output = "";
beforeAll(async () => {
  copy = copySource();
  await run([]);
  await until(() => output.includes("Supergraph ready at"), "the system is ready", 120_000);
});
afterAll(async () => {
  await stop();
  rmSync(copy, { recursive: true, force: true });
});

async function run(args: string[]): Promise<void> {
  output = "";
  child = spawn(process.execPath, [path.join(copy, "local/dev.ts"), ...args], {
    cwd: copy,
    env: { PATH: process.env.PATH ?? "", DATA_DIR: path.join(copy, ".data"), ...(await portsOfSystem()) },
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
}

async function stop(): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "close");
}

const RISK = "subgraphs/risk/scoring/score.ts";
const NAMES = ["gateway", "seating", "orders", "risk"];
const pids = () => Object.fromEntries(NAMES.map((name) => [name, pidOf({ dataDir: path.join(copy, ".data") }, name)]));
const saidOf = (name: string) => output.split("\n").filter((line) => line.startsWith(`${name} `));

test("only the process whose code changes is started again; one that does not start says why, and starts once it is repaired", async () => {
  const before = pids();
  const source = readFileSync(path.join(copy, RISK), "utf8");
  appendFileSync(path.join(copy, RISK), "\n// changed\n");
  await until(() => saidOf("risk").length > 0, "risk is started again", 120_000);
  expect(saidOf("risk")).toEqual([expect.stringMatching(/^risk runs the changed code \(\d+\.\d s\)\.$/)]);
  const { risk, ...others } = pids();
  expect(risk).not.toBe(before.risk);
  expect(before).toMatchObject(others);

  writeFileSync(path.join(copy, RISK), `${source}\nthis is no TypeScript\n`);
  await until(() => saidOf("risk").some((line) => line.startsWith("risk failed to start: ")), "risk fails", 120_000);
  writeFileSync(path.join(copy, RISK), source);
  const runs = () => saidOf("risk").filter((line) => line.startsWith("risk runs the changed code")).length;
  await until(() => runs() === 2, "risk runs again", 120_000);
  expect(pids()).toMatchObject(others);
});

test("a schema that does not compose is said, and nothing is restarted or published", async () => {
  const before = pids();
  const file = path.join(copy, "subgraphs/risk/schema.graphql");
  const schema = readFileSync(file, "utf8");
  writeFileSync(file, schema.replace("type Query {", "type Query {\n  broken: Nothing"));
  await until(() => output.includes("Nothing"), "the problem is said", 120_000);
  expect(pids()).toEqual(before);
  writeFileSync(file, schema);
  await until(() => pids().risk !== before.risk, "risk runs the old schema", 120_000);
});

test("--inspect takes a process that there is", async () => {
  await stop();
  await run(["--inspect", "nobody"]);
  const [code] = (await once(child, "close")) as [number];
  expect([code, output]).toEqual([
    1,
    expect.stringMatching(/^(Error: )?--inspect must be one of gateway, [\w, -]+, not nobody\.$/m),
  ]);
});
