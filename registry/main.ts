import { runProcess } from "../platform/core/process.ts";
import { loadConfig } from "./config.ts";
import { startRegistry } from "./server.ts";

await runProcess(() => startRegistry(loadConfig(process.env), { wholeProcess: true }));
