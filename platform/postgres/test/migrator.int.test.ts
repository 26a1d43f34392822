// Tables are changed while the previous version reads them.
import { randomUUID } from "node:crypto";
import { createLogger } from "../../telemetry/logger.ts";
import { runMigrations } from "../migrator.ts";
import { clientConfig } from "../postgres-login.ts";
import { createDatabase } from "../../../local/servers/postgres.ts";
import { connectTo, serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

const { adminUrl } = serversOfThisRun();
const role = `migrator_${randomUUID().replaceAll("-", "")}`;
const url = `postgres://${role}:boxoffice@${new URL(adminUrl).host}/${role}`;

afterAll(async () => {
  const admin = await connectTo(adminUrl);
  await admin.query(`drop database ${role} with (force)`);
  await admin.query(`drop role ${role}`);
  await admin.end();
});

test("a migration that is in a deadlock with a reader gives way, and is repeated once the reader is done", async () => {
  await createDatabase(adminUrl, { name: role, role, password: "boxoffice" });
  const reader = await connectTo(url);
  await reader.query("create table first (id int); create table second (id int)");
  await reader.query("begin");
  await reader.query("select from second");

  const statements = `
alter table first add column name text;
select pg_sleep(0.5);
alter table second add column name text;
`;
  let isMigrated = false;
  const logger = createLogger("migrator", "silent");
  const login = clientConfig({ url, otherPassword: undefined });
  const migrated = runMigrations(url, login, [{ name: "001-both", statements }], logger).then(
    () => (isMigrated = true),
  );
  const other = await connectTo(url);
  const isUnderWay = async () => {
    const { rows } = await other.query(
      "select from pg_locks where relation = 'first'::regclass and mode = 'AccessExclusiveLock' and granted",
    );
    return rows.length > 0;
  };
  await until(isUnderWay, "the migration has locked the first table");
  await reader.query("select from first");
  expect(isMigrated).toBe(false);
  await reader.query("commit");
  await migrated;

  await other.query("select name from first, lateral (select name from second) as s(other)");
  await Promise.all([reader.end(), other.end()]);
});
