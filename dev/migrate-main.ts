// `node dev/migrate-main.ts orders`: brings the database of a subgraph, or of the registry, up to date, and ends. A process does the same when
// it starts; this is for who wants it done before.
import { openDatabase } from "../platform/database.ts";
import { createLogger } from "../platform/logger.ts";
import { loadConfig } from "../registry/config.ts";
import { migrations } from "../registry/migrations.ts";
import { subgraphs } from "./subgraphs.ts";

const [name = ""] = process.argv.slice(2);
const create = subgraphs[name];
if (!create && name !== "registry") {
  console.error(`Name one of ${[...Object.keys(subgraphs), "registry"].join(", ")}.`);
  process.exit(1);
}
try {
  const own = create?.(process.env);
  const { databaseUrl: url, otherDatabasePassword: otherPassword } = own?.config ?? loadConfig(process.env);
  const database = await openDatabase({
    url,
    otherPassword,
    entities: [],
    migrations: own?.migrations ?? migrations,
    logger: createLogger(`migrate ${name}`, "info"),
  });
  await database.close();
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
