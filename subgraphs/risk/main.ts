import { runProcess } from "../../platform/core/process.ts";
import { startSubgraph } from "../../platform/subgraph.ts";
import { loadConfig } from "./config.ts";
import { createRisk } from "./subgraph.ts";

await runProcess(() => startSubgraph(createRisk(loadConfig(process.env)), { wholeProcess: true }));
