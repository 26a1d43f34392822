// A PostgreSQL primary with a replica that it waits for, and what stands in for an operator's own keeper of such a pair (Patroni, a cloud's
// managed service, CloudNativePG): it lets the primary go on alone when the replica is gone, and the replica take over when the
// primary is.
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startForward } from "./forward.ts";
import { isAlive } from "./pid-files.ts";
import { createDatabase, startPostgres } from "./postgres.ts";
import { startReplica } from "./postgres-copy.ts";
import { freePorts } from "./ports.ts";
import { connectTo } from "./supergraph.ts";
import { until } from "./until.ts";

const PASSWORD = "only-on-this-machine";
const REPLICA = "replica";
const LOOK_MS = 100;
const ANSWERS_WITHIN_MS = 1_000;
const SILENT_LOOKS = 3;

export interface ReplicatedPostgres {
  /** Of the primary, whichever server that is. */
  url(name: string): string;
  /** Of the replica. */
  readUrl(name: string): string;
  primaryPid: number;
  /** How often a table was looked at on the replica. */
  readsFromReplica(name: string, table: string): Promise<number>;
  replicaPid(): number;
  /** Starts a replica that has died; the primary waits for it again. */
  bringBackReplica(): Promise<void>;
  stop(): Promise<void>;
}

export async function startReplicated(dir: string, names: string[]): Promise<ReplicatedPostgres> {
  const [port, primaryPort, replicaPort] = (await freePorts(3)) as [number, number, number];
  const settings = { wal_receiver_timeout: "2s", wal_sender_timeout: "2s" };
  const primaryOptions = { dir: path.join(dir, "primary"), port: primaryPort, password: PASSWORD, settings };
  const replicaOptions = { dir: path.join(dir, REPLICA), port: replicaPort, password: PASSWORD, settings };
  const primary = await startPostgres(primaryOptions);
  for (const name of names) await createDatabase(primary.adminUrl, { name, role: name, password: PASSWORD });
  let replica = await startReplica({ ...primary, dir: primaryOptions.dir }, REPLICA, replicaOptions);
  let target = primaryPort;
  const forward = await startForward(port, () => target);

  const ask = async (adminUrl: string, ...statements: string[]): Promise<unknown[]> => {
    const client = await connectTo(adminUrl);
    try {
      let found: unknown[] = [];
      for (const statement of statements) found = (await client.query(statement)).rows;
      return found;
    } finally {
      await client.end();
    }
  };
  const waitFor = (standby: string) =>
    ask(primary.adminUrl, `alter system set synchronous_standby_names = '${standby}'`, "select pg_reload_conf()");
  const isAwaited = async () =>
    (await ask(primary.adminUrl, `select 1 from pg_stat_replication where sync_state = 'sync'`)).length > 0;
  await waitFor(REPLICA);
  await until(isAwaited, "the primary waits for the replica");

  let isOver = false;
  let waits = true;
  let silent = { primary: 0, replica: 0 };
  /** Of one that does not answer several times in a row it is said that it is gone; one that has ended is gone at once. */
  async function isGone(which: "primary" | "replica"): Promise<boolean> {
    const { adminUrl, pid } = which === "primary" ? primary : replica;
    const answers = await Promise.race([
      ask(adminUrl, "select 1").then(
        () => true,
        () => false,
      ),
      delay(ANSWERS_WITHIN_MS, false),
    ]);
    silent = { ...silent, [which]: answers ? 0 : silent[which] + 1 };
    return !isAlive(pid) || silent[which] >= SILENT_LOOKS;
  }

  async function look(): Promise<void> {
    if (await isGone("primary")) {
      // It must not go on by itself: whoever still reaches it would write what nobody else knows.
      if (isAlive(primary.pid)) process.kill(primary.pid, "SIGKILL");
      await ask(replica.adminUrl, "select pg_promote()");
      target = replicaPort;
      forward.cut();
    } else if (waits) {
      if (!(await isGone("replica"))) return;
      waits = false;
      await waitFor("");
    } else if (!(await isGone("replica"))) {
      await waitFor(REPLICA);
      waits = true;
    }
  }

  const keeping = (async () => {
    while (!isOver) {
      await delay(LOOK_MS);
      if (!isOver && target === primaryPort) await look().catch(() => {});
    }
  })();

  const urlAt = (at: number) => (name: string) => `postgres://${name}:${PASSWORD}@127.0.0.1:${at}/${name}`;
  return {
    url: urlAt(port),
    readUrl: urlAt(replicaPort),
    primaryPid: primary.pid,
    replicaPid: () => replica.pid,
    readsFromReplica: async (name, table) => {
      const superuser = Object.assign(new URL(replica.adminUrl), { pathname: `/${name}` }).href;
      const text = `select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) as n from pg_stat_user_tables where relname = '${table}'`;
      const [found] = (await ask(superuser, text)) as { n: string }[];
      return Number(found?.n ?? 0);
    },
    bringBackReplica: async () => {
      replica = await startPostgres(replicaOptions);
      await until(isAwaited, "the primary waits for the replica");
    },
    stop: async () => {
      isOver = true;
      await keeping;
      await forward.stop();
      await replica.stop();
      if (isAlive(primary.pid)) await primary.stop();
    },
  };
}
