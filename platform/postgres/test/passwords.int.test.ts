// A password of PostgreSQL is changed while processes use it.
import { randomUUID } from "node:crypto";
import { openDatabase, type Database } from "../database.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { rows, sql } from "../sql.ts";
import { createDatabase } from "../../../local/servers/postgres.ts";
import { connectTo, serversOfThisRun } from "../../../testkit/supergraph.ts";

const { adminUrl } = serversOfThisRun();
const role = `passwords_${randomUUID().replaceAll("-", "")}`;
const opened: Database[] = [];

async function open(password: string, otherPassword?: string): Promise<Database> {
  const url = `postgres://${role}:${password}@${new URL(adminUrl).host}/${role}`;
  const logger = createLogger("passwords", "silent");
  const database = await openDatabase({ url, otherPassword, entities: [], migrations: [], logger });
  opened.push(database);
  return database;
}

async function asAdmin(...statements: string[]): Promise<void> {
  const admin = await connectTo(adminUrl);
  for (const statement of statements) await admin.query(statement);
  await admin.end();
}

const endConnections = `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${role}'`;
const isUsable = async (database: Database): Promise<boolean> => {
  const [found] = await database.prepared<{ one: number }>("one", sql`select 1 as one`);
  const written = await database.transaction((tx) => rows<{ two: number }>(tx, sql`select 2 as two`));
  return found?.one === 1 && written[0]?.two === 2;
};

afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await asAdmin(`drop database ${role} with (force)`, `drop role ${role}`);
});

test("before the change and after it a process can log in that knows both, and in the end the new one alone will do", async () => {
  await createDatabase(adminUrl, { name: role, role, password: "old" });
  const before = await open("old", "next");
  const after = await open("next", "old");
  expect(await Promise.all([before, after].map(isUsable))).toEqual([true, true]);

  await asAdmin(`alter role ${role} password 'next'`, endConnections);
  expect(await Promise.all([before, after].map(isUsable))).toEqual([true, true]);
  expect(await isUsable(await open("next"))).toBe(true);
  await expect(open("old")).rejects.toThrow(/password authentication failed/);
});
