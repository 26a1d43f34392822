// The storefront's process.
import { runProcess } from "../platform/core/process.ts";
import { loadConfig } from "./config.ts";
import { startStorefront } from "./storefront.ts";

await runProcess(() => startStorefront(loadConfig(process.env), { wholeProcess: true }));
