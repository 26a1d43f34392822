// `npm start`. What it has compiled once is kept, as its processes keep what they have (processes.ts).
import { enableCompileCache } from "node:module";
import { COMPILED } from "./compile-cache.ts";

enableCompileCache(COMPILED);
const { runSystem } = await import("./run-system.ts");
await runSystem();
