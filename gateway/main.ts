import { readFileSync } from "node:fs";
import { runProcess } from "../platform/process.ts";
import { loadConfig } from "./config.ts";
import { startGateway } from "./gateway.ts";
import { subgraphsOf } from "./supergraph.ts";

await runProcess(async () => {
  const supergraph = readFileSync(process.env.GATEWAY_SUPERGRAPH_FILE ?? "schema/supergraph.graphql", "utf8");
  const config = loadConfig(
    process.env,
    subgraphsOf(supergraph).map(({ name }) => name),
  );
  return startGateway(config, { wholeProcess: true });
});
