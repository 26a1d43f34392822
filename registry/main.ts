import { runProcess } from "../platform/process.ts";
import { loadConfig } from "./config.ts";
import { startRegistry } from "./server.ts";

await runProcess(() => startRegistry(loadConfig(process.env), { wholeProcess: true }));
