import { runProcess } from "../../platform/core/process.ts";
import { startSubgraph } from "../../platform/subgraph.ts";
import { loadConfig } from "./config.ts";
import { createCatalog } from "./subgraph.ts";

await runProcess(() => startSubgraph(createCatalog(loadConfig(process.env)), { wholeProcess: true }));
