// A PostgreSQL primary with a synchronous replica, and a stand-in for the operator's failover manager (Patroni, a cloud's managed service,
// CloudNativePG). It lets the primary continue alone if the replica fails, and promotes the replica if the primary fails.
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startForward } from "./forward.ts";
import { HERE, type Machine, type Network } from "../../local/servers/network.ts";
import { isAlive } from "../../local/pid-files.ts";
import { createDatabase, startPostgres, type EmbeddedPostgres } from "../../local/servers/postgres.ts";
import { startReplica } from "../../local/servers/postgres-copy.ts";
import { freePorts } from "../../local/servers/ports.ts";
import { connectTo } from "../supergraph.ts";
import { until } from "../until.ts";

const PASSWORD = "only-on-this-machine";
const REPLICA = "replica";
const LOOK_MS = 100;
const ANSWERS_WITHIN_MS = 1_000;
const SILENT_LOOKS = 3;
/** After this long without an answer each one considers the other failed. */
const RECEIVER_TIMEOUT_MS = 1_000;
/** Until readers of the replica know that it does not follow any more (`platform/postgres/replica.ts`). */
const READERS_NOTICE_WITHIN_MS = 2_000;

interface Server extends EmbeddedPostgres {
  machine: Machine;
}

export interface ReplicatedPostgres {
  /** URL of the current primary. */
  url(name: string): string;
  /** URL of the replica. */
  readUrl(name: string): string;
  primary: Server;
  replica(): Server;
  /** Number of reads of a table on the replica. */
  readsFromReplica(name: string, table: string): Promise<number>;
  /** Waits until the primary waits for the replica at each commit, or does not any more. */
  untilAwaited(isAwaited: boolean): Promise<unknown>;
  /** Restarts a failed replica; the primary waits for it again. */
  bringBackReplica(): Promise<void>;
  stop(): Promise<void>;
}

/** `network`: gives each of the two its own machine. */
export async function startReplicated(dir: string, names: string[], network?: Network): Promise<ReplicatedPostgres> {
  const [port, primaryPort, replicaPort] = (await freePorts(3)) as [number, number, number];
  const timeout = `${RECEIVER_TIMEOUT_MS}ms`;
  const common = {
    password: PASSWORD,
    settings: { wal_receiver_timeout: timeout, wal_sender_timeout: timeout, wal_retrieve_retry_interval: "500ms" },
  };
  const [primaryMachine, replicaMachine] = [(await network?.add()) ?? HERE, (await network?.add()) ?? HERE];
  const primaryOptions = { ...common, dir: path.join(dir, "primary"), port: primaryPort, machine: primaryMachine };
  const replicaOptions = { ...common, dir: path.join(dir, REPLICA), port: replicaPort, machine: replicaMachine };
  const primary = await startPostgres(primaryOptions);
  for (const name of names) await createDatabase(primary.adminUrl, { name, role: name, password: PASSWORD });
  let replica = await startReplica({ ...primary, dir: primaryOptions.dir }, REPLICA, replicaOptions);
  const primaryAt = { host: primaryMachine.address, port: primaryPort };
  const replicaAt = { host: replicaMachine.address, port: replicaPort };
  let target = primaryAt;
  const at = { host: (network?.here ?? HERE).address, port };
  const forward = await startForward(at, () => target);

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
  const askInTime = (...given: Parameters<typeof ask>) =>
    Promise.race([ask(...given).catch(() => undefined), delay(ANSWERS_WITHIN_MS, undefined)]);

  const waitFor = (standby: string) =>
    ask(primary.adminUrl, `alter system set synchronous_standby_names = '${standby}'`, "select pg_reload_conf()");
  const FOLLOWERS = "select sync_state from pg_stat_replication where state = 'streaming'";
  const isAwaited = async () => {
    const [follower] = (await ask(primary.adminUrl, FOLLOWERS)) as { sync_state: string }[];
    return follower?.sync_state === "sync";
  };
  const untilAwaited = (awaited: boolean) =>
    until(
      async () => (await isAwaited().catch(() => !awaited)) === awaited && waits === awaited,
      `the primary ${awaited ? "waits" : "does not wait"} for the replica`,
      180_000,
    );

  let isOver = false;
  let waits = true;
  let silentLooks = 0;
  let lastFollowed = performance.now();

  async function look(): Promise<void> {
    const followers = await askInTime(primary.adminUrl, FOLLOWERS);
    silentLooks = followers ? 0 : silentLooks + 1;
    if (!isAlive(primary.pid) || silentLooks >= SILENT_LOOKS) return takeOver();
    if (!followers) return;
    if (followers.length > 0) lastFollowed = performance.now();
    if (!waits && followers.length > 0) {
      await waitFor(REPLICA);
      waits = true;
    } else if (waits && mayGoOnAlone()) {
      await waitFor("");
      waits = false;
    }
  }

  /** Processes must not read from a replica without which the primary continues: a running one may still answer them. */
  const mayGoOnAlone = () =>
    !isAlive(replica.pid) || performance.now() - lastFollowed > RECEIVER_TIMEOUT_MS + READERS_NOTICE_WITHIN_MS;

  async function takeOver(): Promise<void> {
    // Commits that the primary acknowledged without it would be lost.
    if (!waits) return;
    // It must not continue alone: processes that still reach it would write data that is lost (split brain).
    if (isAlive(primary.pid)) process.kill(primary.pid, "SIGKILL");
    await ask(replica.adminUrl, "select pg_promote()");
    target = replicaAt;
    forward.cut();
  }

  const keeping = (async () => {
    while (!isOver) {
      await delay(LOOK_MS);
      if (!isOver && target === primaryAt) await look().catch(() => {});
    }
  })();
  await waitFor(REPLICA);
  await untilAwaited(true);

  const urlAt =
    ({ host, port: there }: typeof at) =>
    (name: string) =>
      `postgres://${name}:${PASSWORD}@${host}:${there}/${name}`;
  return {
    url: urlAt(at),
    readUrl: urlAt(replicaAt),
    primary: { ...primary, machine: primaryMachine },
    replica: () => ({ ...replica, machine: replicaMachine }),
    readsFromReplica: async (name, table) => {
      const superuser = Object.assign(new URL(replica.adminUrl), { pathname: `/${name}` }).href;
      const text = `select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) as n from pg_stat_user_tables where relname = '${table}'`;
      const [found] = (await ask(superuser, text)) as { n: string }[];
      return Number(found?.n ?? 0);
    },
    untilAwaited,
    bringBackReplica: async () => {
      replica = await startPostgres(replicaOptions);
      await untilAwaited(true);
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
