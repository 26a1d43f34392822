// Reads from a streaming replica that are never stale with respect to acknowledged commits. Commits of the primary wait until the replica
// has applied them (synchronous_commit = remote_apply, set by openDatabase). So reads are consistent while the replica is a synchronous
// standby that follows the primary. That is checked twice a second; in doubt, reads go to the primary. So a failover manager must wait before it
// lets the primary continue without a replica in use: until the replica notices (wal_receiver_timeout), and two more seconds.
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
/** A partitioned server does not close its connection. */
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
   * It follows the primary, is a synchronous standby, and has applied everything written before it became one. The order matters: commits
   * that the primary acknowledges after this query wait for the replica.
   */
  async function look(): Promise<boolean> {
    const written = await row<{ lsn: string }>(
      primary.read(),
      sql`select pg_current_wal_lsn()::text as lsn where current_setting('synchronous_standby_names') <> ''`,
    );
    if (!written) return false;
    // A replica that was once complete, and has been a synchronous standby since, has all acknowledged commits.
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
