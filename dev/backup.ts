// `npm run backup -- FOLDER`: a copy of a system of `npm start` while it goes on: all databases as they are at one moment, keys, and the test
// provider's books. Redis is not in it: whatever is there is told again from the databases.
//
// PostgreSQL's low-level backup (https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP): the embedded
// server brings no pg_basebackup, and a dump of each database would be of another moment, which messages between them do not bear.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { BESIDES, copyAll, MANIFEST } from "./backup-folder.ts";
import { ensureKeys } from "./keys.ts";
import { signingNames } from "./environment.ts";
import { POSTGRES_PORT, ROOT } from "./topology.ts";

/** What a server makes anew, or what would be wrong in a copy. */
const NOT_COPIED = [
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./,
  /^postmaster\.(pid|opts)$/,
  /(^|\/)pgsql_tmp/,
  /(^|\/)pg_internal\.init/,
];

const [target] = process.argv.slice(2);
try {
  if (!target) throw new Error("Name the folder that the backup goes into: npm run backup -- FOLDER.");
  const folder = path.resolve(target);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty: name another folder.`);
  const begun = performance.now();
  const position = await backUp(path.resolve(process.env.DATA_DIR ?? path.join(ROOT, ".data")), folder);
  console.log(
    `Backed up to ${folder} in ${Math.round(performance.now() - begun)} ms, as of ${position}. It holds keys: keep it as you keep those.`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Says where in the write-ahead log the copy stands. */
async function backUp(dataDir: string, folder: string): Promise<string> {
  const source = path.join(dataDir, "postgres");
  if (!existsSync(source)) throw new Error(`There is no database in ${dataDir}: is it the data folder of a system?`);
  const password = ensureKeys(path.join(dataDir, "keys"), signingNames()).secret("postgres");
  const port = process.env.POSTGRES_PORT ?? POSTGRES_PORT;
  const client = new pg.Client({ connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` });
  await client.connect().catch(() => {
    throw new Error("PostgreSQL does not answer: is the system up? One that is stopped can simply be copied.");
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    // Keeps what is logged meanwhile from being recycled; it goes with the connection.
    await client.query("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
    await client.query("select pg_backup_start('boxoffice', true)");
    copyAll(source, path.join(folder, "postgres"), (file) => NOT_COPIED.some((pattern) => pattern.test(file)));
    const { rows } = await client.query("select lsn::text as lsn, labelfile from pg_backup_stop(false)");
    const { lsn, labelfile } = rows[0] as { lsn: string; labelfile: string };
    writeFileSync(path.join(folder, "postgres", "backup_label"), labelfile);
    // What the server needs to come from the copy to that moment, the last of it included.
    copyAll(
      path.join(source, "pg_wal"),
      path.join(folder, "postgres", "pg_wal"),
      (file) => !/^[0-9A-F]{24}$/.test(file),
    );
    // After the databases: the provider knows of every payment that they know of.
    for (const part of BESIDES) copyAll(path.join(dataDir, part), path.join(folder, part));
    writeFileSync(path.join(folder, MANIFEST), JSON.stringify({ takenAt: new Date().toISOString(), lsn }), {
      mode: 0o600,
    });
    return lsn;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}
