import { runProcess } from "../../platform/core/process.ts";
import { startSubgraph } from "../../platform/subgraph.ts";
import { loadConfig } from "./config.ts";
import { createSeating } from "./subgraph.ts";

await runProcess(() => startSubgraph(createSeating(loadConfig(process.env)), { wholeProcess: true }));
