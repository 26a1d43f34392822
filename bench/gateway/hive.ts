// Hive Gateway, brought by npm into a folder of its own when it is first measured: nothing else of us needs it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../operations/topology.ts";

const FOLDER = path.join(ROOT, ".data", "bench", "hive");
const PROGRAM = path.join(FOLDER, "node_modules", "@graphql-hive", "gateway", "dist", "bin.js");
const PACKAGE = {
  private: true,
  type: "module",
  dependencies: { "@graphql-hive/gateway": "2.15.1", "@graphql-hive/router-runtime": "*", graphql: "16.15.0" },
  // The newest of it that asks for nothing newer than what there is.
  overrides: { "@graphql-tools/batch-execute": "10.2.0" },
};

/** Arguments for node that start it; undefined where npm can't bring it. */
export function hiveGateway(supergraph: string, port: number, router: boolean): string[] | undefined {
  try {
    if (!existsSync(PROGRAM)) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(path.join(FOLDER, "package.json"), JSON.stringify(PACKAGE));
      execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: FOLDER, stdio: "ignore" });
    }
  } catch {
    return undefined;
  }
  const options = [
    "--port",
    String(port),
    "--host",
    "127.0.0.1",
    "--fork",
    "1",
    "--config-path",
    path.join(FOLDER, "none.js"),
  ];
  writeFileSync(path.join(FOLDER, "none.js"), "export const gatewayConfig = {};\n");
  return [PROGRAM, "supergraph", supergraph, ...options, ...(router ? ["--hive-router-runtime"] : [])];
}
