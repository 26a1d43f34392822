import { runProcess } from "../../platform/core/process.ts";
import { startSubgraph } from "../../platform/subgraph.ts";
import { loadConfig } from "./config.ts";
import { createUsers } from "./subgraph.ts";

await runProcess(() => startSubgraph(createUsers(loadConfig(process.env)), { wholeProcess: true }));
