// Free ports for servers that start later. They are below the ephemeral range of the operating system (from 32768 on
// Linux, higher elsewhere). Each worker of a test run has its own range, so that no other process takes them.
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

const FIRST = 20_000;
const OF_EACH = 1_000;
const WORKERS = 12;

const first = FIRST + (Number(process.env.JEST_WORKER_ID ?? 0) % WORKERS) * OF_EACH;
let next = randomInt(OF_EACH);

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return false;
    throw error;
  }
  await once(server.close(), "close");
  return true;
}

/** `count` different free ports on the loopback address. @throws Error if there are too few */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let tried = 0; ports.length < count; tried++) {
    if (tried === OF_EACH) throw new Error(`Fewer than ${count} free ports from ${first} on.`);
    const port = first + (next++ % OF_EACH);
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

/** Processes that a worker starts at once, each with ports of its own. */
const CHILDREN = 3;
let begun = 0;

/** The environment of a child process whose `freePorts` takes no port from other children or from the three workers of a test run. */
export function withOwnPorts(): NodeJS.ProcessEnv {
  const worker = CHILDREN * Number(process.env.JEST_WORKER_ID ?? 0) + 1 + (begun++ % CHILDREN);
  return { ...process.env, JEST_WORKER_ID: String(worker) };
}
