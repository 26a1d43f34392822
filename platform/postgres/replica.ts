// Reading from a streaming replica of PostgreSQL without ever reading less than what was acknowledged. The primary's commits wait until the
// replica has applied them (synchronous_commit = remote_apply, which openDatabase asks for), so what is read there is what is read
// here, as long as the replica is one that the primary waits for and follows it. That is looked at twice a second; in doubt the
// primary is read. So whoever lets the primary go on without a replica that may still be read from waits first until that has noticed
// (wal_receiver_timeout) and two seconds more.
// https://www.postgresql.org/docs/current/warm-standby.html#SYNCHRONOUS-REPLICATION
import { setTimeout as delay } from "node:timers/promises";
import { withTimeout } from "../core/timeout.ts";
import type { Logger } from "../telemetry/logger.ts";
import type { Session } from "./session.ts";
import { row, sql } from "./sql.ts";

export interface Replica {
  /** Runs `work` on the replica, and again on the primary if that failed; on the primary alone while the replica may be behind. */
  reading<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 500;
/** One that was cut off says nothing, not even that it is gone. */
const ANSWERS_WITHIN_MS = 1_000;

/** A server that sessions can be had of. */
export interface Source {
  read(): Session;
  close(): Promise<void>;
}

export function followReplica(primary: Pick<Source, "read">, replica: Source, logger: Logger): Replica {
  const stopping = new AbortController();
  let isFresh = false;

  /**
   * It follows the primary, which waits for it, and has all that was written before that was so. The order matters: what the primary
   * acknowledges after it was asked waits for the replica.
   */
  async function look(): Promise<boolean> {
    const written = await row<{ lsn: string }>(
      primary.read(),
      sql`select pg_current_wal_lsn()::text as lsn where current_setting('synchronous_standby_names') <> ''`,
    );
    if (!written) return false;
    // One that has had it all once, and has been waited for since, lacks nothing that was acknowledged.
    const known = isFresh ? "0/0" : written.lsn;
    const found = await row<{ fresh: boolean }>(
      replica.read(),
      sql`select exists (select from pg_stat_wal_receiver) and pg_last_wal_replay_lsn() >= ${known}::pg_lsn as fresh`,
    );
    return found?.fresh ?? false;
  }

  const looking = (async () => {
    while (!stopping.signal.aborted) {
      const found = await withTimeout(look(), ANSWERS_WITHIN_MS).catch(() => false);
      if (found !== isFresh) logger.info(found ? "reading from the replica" : "reading from the primary");
      isFresh = found;
      await delay(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    reading: async (work) => {
      if (isFresh) {
        try {
          return await withTimeout(work(replica.read()), ANSWERS_WITHIN_MS);
        } catch (error) {
          logger.debug({ error: String(error) }, "replica: falling back to the primary");
        }
      }
      return work(primary.read());
    },
    close: async () => {
      stopping.abort();
      await looking;
      await replica.close();
    },
  };
}
