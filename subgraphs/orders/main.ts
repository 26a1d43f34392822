import { runProcess } from "../../platform/core/process.ts";
import { startSubgraph } from "../../platform/subgraph.ts";
import { loadConfig } from "./config.ts";
import { createOrders } from "./subgraph.ts";

await runProcess(() => startSubgraph(createOrders(loadConfig(process.env)), { wholeProcess: true }));
