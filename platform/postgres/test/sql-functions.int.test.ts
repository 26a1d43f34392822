// Functions of two versions of the code on one database, side by side.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openDatabase, type Database } from "../database.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { noteInUse, readFunctions, type SqlFunctions } from "../sql-functions.ts";
import { rows, sql } from "../sql.ts";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";

const folder = mkdtempSync(path.join(tmpdir(), "functions-"));
const logger = createLogger("test", "silent");
const shop = { name: "shop", entities: [], migrations: [] };

function versionThatSays(word: string): SqlFunctions {
  writeFileSync(
    path.join(folder, "say.sql"),
    `create function say() returns text language sql as $$ select '${word}' $$;`,
  );
  writeFileSync(
    path.join(folder, "shout.sql"),
    "create function shout() returns text language sql as $$ select upper(say()) $$;",
  );
  return readFunctions(pathToFileURL(`${folder}${path.sep}`));
}

let made: TestDatabase;
const opened: Database[] = [];
beforeAll(async () => {
  made = await createTestDatabase(serversOfThisRun().adminUrl, shop);
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await made.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(functions: SqlFunctions): Promise<Database> {
  const database = await openDatabase({ url: made.url, ...shop, functions, logger });
  opened.push(database);
  return database;
}
const shouted = async (database: Database) => (await rows(database.read(), sql`select shout() as word`))[0];
const schemas = async (database: Database) =>
  (await rows<{ name: string }>(database.read(), sql`select name from function_schema order by name`)).map(
    ({ name }) => name,
  );

test("each version calls its own, also those that call others, whichever has started last", async () => {
  const [first, second] = [versionThatSays("old"), versionThatSays("new")];
  const old = await start(first);
  const young = await start(second);
  const restarted = await start(first);
  expect(await shouted(young)).toEqual({ word: "NEW" });
  for (const database of [old, restarted]) expect(await shouted(database)).toEqual({ word: "OLD" });
  expect(await schemas(old)).toEqual([first.schema, second.schema].sort());
});

test("processes that start at once create them once", async () => {
  const functions = versionThatSays("at once");
  const all = await Promise.all([start(functions), start(functions), start(functions)]);
  for (const database of all) expect(await shouted(database)).toEqual({ word: "AT ONCE" });
});

test("functions of a version that was not in use for a month are dropped, those of one that runs are not", async () => {
  const forgotten = versionThatSays("forgotten");
  const database = await start(forgotten);
  const running = versionThatSays("running");
  await start(running);
  await rows(database.read(), sql`update function_schema set used_at = now() - interval '31 days'`);
  await noteInUse(database.read(), running);
  const current = versionThatSays("current");
  expect(await schemas(await start(current))).toEqual([running.schema, current.schema].sort());
  const left = await rows(database.read(), sql`select 1 from pg_namespace where nspname = ${forgotten.schema}`);
  expect(left).toEqual([]);
});

test("a statement that PostgreSQL refuses leaves nothing behind", async () => {
  writeFileSync(
    path.join(folder, "wrong.sql"),
    "create function wrong() returns nonsense language sql as $$ select 1 $$;",
  );
  const functions = versionThatSays("wrong");
  rmSync(path.join(folder, "wrong.sql"));
  await expect(start(functions)).rejects.toThrow("nonsense");
  expect(await schemas(opened[0]!)).not.toContain(functions.schema);
});
