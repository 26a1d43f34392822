// `npm run test:crash` as a process of its own, for tests: what it needs of the system's source can't be loaded into jest.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

export interface Outcome {
  /** What was said of the run, and what was found wrong. */
  said: string;
  summary: Record<string, number> & { away?: Record<string, Record<string, number>> };
}

/** Worker n of the tests has the ranges of ports 3n to 3n + 2 for these (local/servers/ports.ts): two at once take none from each other. */
const RANGES = 3;
let begun = 0;

function ownRange(): NodeJS.ProcessEnv {
  const worker = RANGES * Number(process.env.JEST_WORKER_ID ?? 0) + (begun++ % RANGES);
  return { ...process.env, JEST_WORKER_ID: String(worker) };
}

export function crash(...args: (string | number)[]): Promise<Outcome> {
  return new Promise((resolve) =>
    execFile(process.execPath, [MAIN, ...args.map(String)], { env: ownRange() }, (_, stdout, said) =>
      resolve({ said, summary: JSON.parse(stdout.trim().split("\n").at(-1) || "{}") as Outcome["summary"] }),
    ),
  );
}
