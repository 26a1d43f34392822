// Lifecycle of a process: start, readiness, graceful shutdown on SIGTERM or SIGINT, and a one-line error if it can't start.
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { ConfigError, readEnvironment } from "./config.ts";
import { giveBackMemoryWhenIdle } from "./idle-memory.ts";

export interface Running {
  /** Fails the readiness check, so that load balancers use other processes; still serves requests. */
  drain?(): void;
  stop(): Promise<void>;
}

/** The variables of every process. NODE_ENV is read by `isOnlyTried`. */
export const processVariables = {
  DRAIN_SECONDS: z.coerce
    .number("must be a number of seconds")
    .min(0)
    .max(600)
    .default(0)
    .describe("grace period after SIGTERM in which readiness fails and requests are still served"),
  NODE_ENV: z.string().optional().describe("`development` and `test` accept secrets that were published as examples"),
};

const STOP_WITHIN_MS = 10_000;

/**
 * Starts `start` and stops it gracefully on a signal: first it drains for DRAIN_SECONDS, so that a rolling restart fails no request. Ends
 * the process with code 1 if it can't start.
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  try {
    const { DRAIN_SECONDS: drainSeconds } = readEnvironment(process.env, processVariables);
    const running = await start();
    // For a supervisor process, if there is one.
    process.send?.("started");
    giveBackMemoryWhenIdle();
    let stopping = false;
    const stop = async () => {
      if (stopping) return;
      stopping = true;
      running.drain?.();
      await delay(drainSeconds * 1_000);
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      await running.stop();
      process.exit(0);
    };
    process.on("SIGTERM", () => void stop());
    process.on("SIGINT", () => void stop());
    // A supervisor that was killed must not leave us behind holding its ports.
    process.on("disconnect", () => void stop());
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === "EADDRINUSE") return `Port ${port} is taken: free it, or choose another by its variable.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
