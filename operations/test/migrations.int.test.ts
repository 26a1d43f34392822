// The job that migrates a database before its process is started.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { signingNames, systemEnvironment } from "../environment.ts";
import { ensureKeys } from "../keys.ts";
import { createDatabase } from "../../local/servers/postgres.ts";
import { connectTo, serversOfThisRun } from "../../testkit/supergraph.ts";
import { ROOT } from "../topology.ts";

/** Tells of each start that loads MikroORM's migrator, which takes time and memory. */
const TELL = `import { registerHooks } from "node:module";
registerHooks({ resolve(specifier, context, next) {
  if (specifier === "@mikro-orm/migrations") console.log("loads the migrator");
  return next(specifier, context);
} });`;

test.each(["risk", "registry"])(
  "the migration of %s makes what is not there yet; the second time it does nothing, and loads no migrator",
  async (name) => {
    const { adminUrl, redisUrl } = serversOfThisRun();
    const database = `migrate_${name}_${process.pid}_${Date.now()}`;
    await createDatabase(adminUrl, { name: database, role: database, password: "boxoffice" });
    const url = `postgres://${database}:boxoffice@${new URL(adminUrl).host}/${database}`;
    const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-migrate-"));
    const env = systemEnvironment({}, ensureKeys(folder, signingNames()), {
      redisUrl,
      redisPrefix: "unused",
      databaseUrl: () => url,
    });
    const migrate = (...args: string[]) =>
      spawnSync(
        process.execPath,
        [
          "--import",
          `data:text/javascript,${encodeURIComponent(TELL)}`,
          path.join(ROOT, "operations/migrate-main.ts"),
          ...args,
        ],
        { encoding: "utf8", env },
      );
    const applied = async () => {
      const client = await connectTo(url);
      const { rows } = await client.query("select name from migration order by name");
      await client.end();
      return rows.map((row: { name: string }) => row.name);
    };
    expect(migrate(name)).toMatchObject({
      status: 0,
      stderr: "",
      stdout: expect.stringContaining("loads the migrator"),
    });
    const first = await applied();
    expect(first.length).toBeGreaterThan(1);
    expect(migrate(name)).toMatchObject({ status: 0, stdout: expect.not.stringContaining("loads the migrator") });
    expect(await applied()).toEqual(first);
    expect(migrate("nobody")).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Name one of users, catalog/),
    });
    rmSync(folder, { recursive: true });
  },
);
