// `npm run backup -- FOLDER`: an online backup of a system of `npm start`: all databases at one point in time, archived messages, keys, and
// the test provider's books. Redis is left out: its content is published again from the databases. Dumps of single databases would be of
// different points in time, and messages between them would be lost.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { BESIDES, copyAll, ERASED, MANIFEST, placeOf } from "./backup-folder.ts";
import { copyPostgres } from "./servers/postgres-copy.ts";
import { ensureKeys } from "../operations/keys.ts";
import { signingNames } from "../operations/environment.ts";
import { portsOf, ROOT } from "../operations/topology.ts";

const [target] = process.argv.slice(2);
try {
  if (!target) throw new Error("Pass the folder for the backup: npm run backup -- FOLDER.");
  const folder = path.resolve(target);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty: use another folder.`);
  const begun = performance.now();
  const position = await backUp(path.resolve(process.env.DATA_DIR ?? path.join(ROOT, ".data")), folder);
  console.log(
    `Backed up to ${folder} in ${Math.round(performance.now() - begun)} ms, as of ${position}. It contains keys: protect it like the keys themselves.`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Records the position of the copy in the write-ahead log. */
async function backUp(dataDir: string, folder: string): Promise<string> {
  const source = path.join(dataDir, "postgres");
  if (!existsSync(source)) throw new Error(`No database in ${dataDir}: set DATA_DIR to the data folder of a system.`);
  const password = ensureKeys(path.join(dataDir, "keys"), signingNames()).secret("postgres");
  const port = portsOf(process.env).POSTGRES_PORT;
  const client = new pg.Client({ connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` });
  await client.connect().catch(() => {
    throw new Error("PostgreSQL is not running: start the system, or copy the folder of a stopped system.");
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const lsn = await copyPostgres(client, source, path.join(folder, "postgres"));
    // After the databases: so the provider has all payments of the databases, and archived messages are in the copy.
    for (const part of BESIDES) copyAll(placeOf(part, dataDir, process.env), path.join(folder, part));
    writeFileSync(path.join(folder, MANIFEST), JSON.stringify({ takenAt: new Date().toISOString(), lsn }), {
      mode: 0o600,
    });
    copyErasedToOthers(folder);
    return lsn;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** Earlier backups beside this one get the list of those who were erased after them. */
function copyErasedToOthers(folder: string): void {
  const beside = path.dirname(folder);
  for (const name of readdirSync(beside)) {
    const other = path.join(beside, name);
    if (other !== folder && existsSync(path.join(other, MANIFEST)))
      copyAll(path.join(folder, ERASED), path.join(other, ERASED));
  }
}
