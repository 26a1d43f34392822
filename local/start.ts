// `npm start`. Its compile cache persists, like that of its processes (processes.ts).
import { enableCompileCache } from "node:module";
import { COMPILED } from "./compile-cache.ts";

enableCompileCache(COMPILED);
const { runSystem } = await import("./run-system.ts");
await runSystem();
