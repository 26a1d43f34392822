// Wakes gateways that wait for a new supergraph after each commit of this process.
import { EventEmitter } from "node:events";
import type { Database } from "../platform/postgres/database.ts";

export interface Changes {
  /** The same, but each transaction wakes who waits. */
  database: Database;
  /** Resolves at the next change, or after this many milliseconds; at once after `end`. */
  next(withinMs: number): Promise<void>;
  end(): void;
}

export function watchChanges(database: Database): Changes {
  const changes = new EventEmitter().setMaxListeners(0);
  let hasEnded = false;
  return {
    database: {
      ...database,
      transaction: async (work) => {
        const result = await database.transaction(work);
        changes.emit("change");
        return result;
      },
    },
    next: (withinMs) =>
      new Promise((resolve) => {
        if (hasEnded) return resolve();
        const wake = () => {
          clearTimeout(timer);
          changes.off("change", wake);
          resolve();
        };
        const timer = setTimeout(wake, withinMs);
        changes.on("change", wake);
      }),
    end: () => {
      hasEnded = true;
      changes.emit("change");
    },
  };
}
