// `node operations/archive-main.ts orders`: writes a subgraph's old messages to files, with the environment of its process, and ends.
import { openDatabase } from "../platform/postgres/database.ts";
import { archiveOld } from "../platform/messaging/retention.ts";
import { createLogger } from "../platform/telemetry/logger.ts";
import { subgraphs } from "./subgraphs.ts";

const [name = ""] = process.argv.slice(2);
try {
  const subgraph = subgraphs[name]?.(process.env);
  if (!subgraph) throw new Error(`Name one of ${Object.keys(subgraphs).join(", ")}.`);
  const { databaseUrl: url, otherDatabasePassword: otherPassword, archiveDir: folder } = subgraph.config;
  if (folder === undefined) throw new Error("Set ARCHIVE_DIR to the folder for archived messages.");
  const logger = createLogger(`archive ${name}`, "info");
  const database = await openDatabase({ url, otherPassword, entities: [], migrations: [], isPatient: true, logger });
  try {
    for (const { month, ...outcome } of await archiveOld({
      subgraph: name,
      consumers: subgraph.consumers,
      database,
      folder,
    }))
      logger.info({ month, ...outcome }, "archived" in outcome ? "month archived" : "month stays");
  } finally {
    await database.close();
  }
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
