// `npm run dev [-- --inspect NAME]`: `npm start` for development. A process whose code changes is restarted; with --inspect the process of
// that name waits for a debugger on port 9229.
import { parseArgs } from "node:util";
import { runSystem } from "./run-system.ts";
import { watchSources } from "./watch.ts";

const { values } = parseArgs({ options: { inspect: { type: "string" } } });
await runSystem({ inspected: values.inspect, onReady: watchSources });
