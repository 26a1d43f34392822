// An online copy of a PostgreSQL server at one point in time, and a replica that continues from there.
//
// PostgreSQL's low-level backup (https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP): the embedded
// server brings no pg_basebackup.
import { appendFileSync, chownSync, lstatSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { copyAll } from "../backup-folder.ts";
import { startPostgres, type EmbeddedPostgres, type PostgresOptions } from "./postgres.ts";

/** Files that a server recreates, or that would be wrong in a copy. */
const NOT_COPIED = [
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./,
  /^postmaster\.(pid|opts)$/,
  /(^|\/)pgsql_tmp/,
  /(^|\/)pg_internal\.init/,
];

/** @returns the copy's position in the write-ahead log */
export async function copyPostgres(client: pg.Client, from: string, to: string): Promise<string> {
  // A temporary replication slot keeps the log during the copy; it ends with the connection.
  await client.query("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
  await client.query("select pg_backup_start('boxoffice', true)");
  copyAll(from, to, (file) => NOT_COPIED.some((pattern) => pattern.test(file)));
  const { rows } = await client.query("select lsn::text as lsn, labelfile from pg_backup_stop(false)");
  const { lsn, labelfile } = rows[0] as { lsn: string; labelfile: string };
  writeFileSync(path.join(to, "backup_label"), labelfile);
  // Log segments from the start of the copy to that position, inclusive.
  copyAll(path.join(from, "pg_wal"), path.join(to, "pg_wal"), (file) => !/^[0-9A-F]{24}$/.test(file));
  return lsn;
}

/** Copies a server and starts the copy as its streaming replica, with a name for synchronous_standby_names of the primary. */
export async function startReplica(
  primary: { dir: string; adminUrl: string },
  name: string,
  options: PostgresOptions,
): Promise<EmbeddedPostgres> {
  const client = new pg.Client({ connectionString: primary.adminUrl });
  await client.connect();
  try {
    // A replication slot keeps missing log, however long the replica is down.
    await client.query("select pg_create_physical_replication_slot($1, true)", [name]);
    await copyPostgres(client, primary.dir, options.dir);
  } finally {
    await client.end();
  }
  const { hostname, port, password } = new URL(primary.adminUrl);
  const connection = `host=${hostname} port=${port} user=postgres password=${decodeURIComponent(password)} application_name=${name}`;
  const settings = { primary_conninfo: connection, primary_slot_name: name, hot_standby_feedback: "on" };
  const lines = Object.entries(settings).map(([key, value]) => `${key} = '${value}'\n`);
  appendFileSync(path.join(options.dir, "postgresql.auto.conf"), lines.join(""));
  const signal = path.join(options.dir, "standby.signal");
  writeFileSync(signal, "");
  const { uid, gid } = lstatSync(options.dir);
  if (process.getuid?.() === 0) chownSync(signal, uid, gid);
  return startPostgres(options);
}
