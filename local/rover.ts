// `npm run rover -- subgraph check …`: the real Rover, against the registry of the system that `npm start` runs.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { parse } from "yaml";
import { findRover } from "../operations/registry.ts";
import { ROOT } from "../operations/topology.ts";

const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(ROOT, ".data"));
const environment = path.join(dataDir, "rover.env");
const args = process.argv.slice(2);
/** Rover commands that need no registry. */
const isDev = args[0] === "dev";
const isLocal =
  (isDev && !args.includes("--graph-ref")) ||
  args.join(" ").startsWith("supergraph compose") ||
  args.includes("--help") ||
  args.includes("--version");

const binary = findRover();
const problem = binary
  ? await whyNot()
  : "npm has no Rover for this platform: install Rover, and set the variables of .data/rover.env for it.";
if (problem === undefined) run(binary!);
else {
  console.error(problem);
  process.exitCode = 1;
}

async function whyNot(): Promise<string | undefined> {
  if (isLocal) return undefined;
  if (!existsSync(environment)) return "The registry has not been started yet: run `npm start` first.";
  const url = readEnvironment().APOLLO_REGISTRY_URL!;
  // Rover itself would try for half a minute.
  return (await answers(url))
    ? undefined
    : `The registry at ${url} does not answer: start the system with \`npm start\`.`;
}

function readEnvironment(): NodeJS.Dict<string> {
  return existsSync(environment) ? parseEnv(readFileSync(environment, "utf8")) : {};
}

function answers(url: string): Promise<boolean> {
  return fetch(new URL("health/live", url), { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function run(rover: string): void {
  const home = path.join(dataDir, "rover");
  installPlugins(path.join(home, ".rover", "bin"));
  // A separate home protects an existing installation of Rover. The licence is that of plugins of Apollo's, which are not run.
  const own = {
    APOLLO_HOME: home,
    APOLLO_CONFIG_HOME: path.join(home, "config"),
    APOLLO_ELV2_LICENSE: "accept",
    APOLLO_TELEMETRY_DISABLED: "1",
    APOLLO_ROVER_SKIP_UPDATE: "1",
  };
  const env = { ...process.env, ...own, ...readEnvironment() };
  const child = spawn(rover, args, { stdio: "inherit", env });
  // `dev` has something to put in order before it ends.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}

/** So that `supergraph compose` and `dev` download nothing: the plugins use our composition library and our gateway. */
function installPlugins(folder: string): void {
  const { federation_version: given } = parse(readFileSync(path.join(ROOT, "rover.yaml"), "utf8")) as {
    federation_version: string;
  };
  const version = `v${given.replace("=", "")}`;
  mkdirSync(folder, { recursive: true });
  for (const [plugin, program] of [
    ["supergraph", "registry/rover-plugin.ts"],
    ["router", "local/router-plugin.ts"],
  ] as const) {
    const file = path.join(folder, `${plugin}-${version}`);
    const quoted = [process.execPath, path.join(ROOT, program)].map((part) => `'${part}'`);
    writeFileSync(file, `#!/bin/sh\nexec ${quoted.join(" ")} "$@"\n`);
    chmodSync(file, 0o755);
  }
}
