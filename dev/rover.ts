// `npm run rover -- subgraph check …`: the real Rover, against the registry of the system that `npm start` runs.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { findRover } from "./registry.ts";
import { ROOT } from "./topology.ts";

const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(ROOT, ".data"));
const environment = path.join(dataDir, "rover.env");

const binary = findRover();
if (!binary) {
  console.error("npm brings no Rover for this platform: install one, and give it what is in .data/rover.env.");
  process.exitCode = 1;
} else if (!existsSync(environment)) {
  console.error("There is no registry yet: run `npm start` first.");
  process.exitCode = 1;
} else {
  const home = path.join(dataDir, "rover");
  mkdirSync(home, { recursive: true });
  const given = parseEnv(readFileSync(environment, "utf8"));
  // Rover itself would try for half a minute.
  if (await answers(given.APOLLO_REGISTRY_URL!)) {
    const child = spawn(binary, process.argv.slice(2), {
      stdio: "inherit",
      env: { APOLLO_HOME: home, ...process.env, ...given },
    });
    child.on("exit", (code) => (process.exitCode = code ?? 1));
  } else {
    console.error(`The registry at ${given.APOLLO_REGISTRY_URL} does not answer: is the system of \`npm start\` up?`);
    process.exitCode = 1;
  }
}

function answers(url: string): Promise<boolean> {
  return fetch(new URL("health/live", url), { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
