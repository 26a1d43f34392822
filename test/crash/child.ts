// `npm run test:crash` as a process of its own, for tests: what it needs of the system's source can't be loaded into jest.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { withOwnPorts } from "../../local/servers/ports.ts";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

export interface Outcome {
  /** What was said of the run, and what was found wrong. */
  said: string;
  summary: Record<string, number> & { away?: Record<string, Record<string, number>> };
}

export function crash(...args: (string | number)[]): Promise<Outcome> {
  return new Promise((resolve) =>
    execFile(process.execPath, [MAIN, ...args.map(String)], { env: withOwnPorts() }, (_, stdout, said) =>
      resolve({ said, summary: JSON.parse(stdout.trim().split("\n").at(-1) || "{}") as Outcome["summary"] }),
    ),
  );
}
