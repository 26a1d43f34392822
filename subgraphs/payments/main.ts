import { runProcess } from "../../platform/core/process.ts";
import { startSubgraph } from "../../platform/subgraph.ts";
import { loadConfig } from "./config.ts";
import { createPayments } from "./subgraph.ts";

await runProcess(() => startSubgraph(createPayments(loadConfig(process.env)), { wholeProcess: true }));
