// The life of a process: start, say so, stop in order on SIGTERM or SIGINT, and one sentence if it can't run.
import { ConfigError } from "./config.ts";

/** Starts what `start` makes and stops it when asked to. Ends the process with code 1 if it can't start. */
export async function runProcess(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  try {
    const running = await start();
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), 10_000).unref();
      void running.stop().then(() => process.exit(0));
    };
    process.on("SIGTERM", stop);
    process.on("SIGINT", stop);
    // A supervisor that was killed must not leave us behind holding its ports.
    process.on("disconnect", stop);
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
