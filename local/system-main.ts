// What `npm start` does (start.ts): brings the system up, fills an empty one with something to sell, and keeps it up until Ctrl-C.
import { seed } from "./seed.ts";
import { startSystem } from "./system.ts";
import { giveBackMemoryWhenIdle } from "../platform/core/idle-memory.ts";

const say = (line: string) => console.log(line);
let stopSystem: (() => Promise<void>) | undefined;
let stopping = false;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (code === 0) say("Stopping …");
  await stopSystem?.();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

try {
  const system = await startSystem(process.env, say, (how) => (stopSystem = how));
  say("Looking whether there is something to sell …");
  await seed(system, say);
  if (system.env.GATEWAY_PLAYGROUND !== "off") say(`Playground at ${new URL("/playground", system.url).href}`);
  if (system.env.MAIL_DATA_DIR) say(`Mail is caught, and read at http://localhost:${system.env.MAIL_PORT}/`);
  if (system.env.REGISTRY !== "off") {
    say(`For partners, with what is tagged public: http://localhost:${system.env.PUBLIC_GATEWAY_PORT}/graphql`);
    say(`Schemas at http://localhost:${system.env.REGISTRY_PORT}/ (the password is APOLLO_KEY of .data/rover.env)`);
  }
  giveBackMemoryWhenIdle();
  say(`Supergraph ready at ${system.url}`);
} catch (error) {
  if (!stopping) console.error((error as Error).message.trimEnd());
  await stop(1);
}
