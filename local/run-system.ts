// Implementation of `npm start` and `npm run dev`: starts the system, seeds an empty one, and runs it until Ctrl-C.
import { giveBackMemoryWhenIdle } from "../platform/core/idle-memory.ts";
import { seed } from "./seed.ts";
import { startSystem, type System, type SystemOptions } from "./system.ts";

const say = (line: string) => console.log(line);

export interface RunOptions extends Pick<SystemOptions, "inspected"> {
  /** Called when the system is ready; returns a stop function. */
  onReady?(system: System, say: (line: string) => void): () => void;
}

export async function runSystem({ onReady, ...options }: RunOptions = {}): Promise<void> {
  let stopSystem: (() => Promise<void>) | undefined;
  let stopWatching: (() => void) | undefined;
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    if (code === 0) say("Stopping …");
    stopWatching?.();
    await stopSystem?.();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  try {
    const system = await startSystem(process.env, say, (how) => (stopSystem = how), options);
    say("Checking for seed data …");
    await seed(system, say);
    sayWhere(system);
    stopWatching = onReady?.(system, say);
    giveBackMemoryWhenIdle();
    say(`Supergraph ready at ${system.url}`);
  } catch (error) {
    if (!stopping) console.error((error as Error).message.trimEnd());
    await stop(1);
  }
}

function sayWhere({ url, env }: System): void {
  if (env.GATEWAY_PLAYGROUND !== "off") say(`Playground at ${new URL("/playground", url).href}`);
  if (env.STOREFRONT !== "off") say(`Tickets are sold at http://localhost:${env.STOREFRONT_PORT}/`);
  if (env.MAIL_DATA_DIR) say(`Sent mail is shown at http://localhost:${env.MAIL_PORT}/`);
  if (env.REGISTRY === "off") return;
  say(`Public API for partners at http://localhost:${env.PUBLIC_GATEWAY_PORT}/graphql`);
  say(`Schemas at http://localhost:${env.REGISTRY_PORT}/ (the password is APOLLO_KEY of .data/rover.env)`);
}
