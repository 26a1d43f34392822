// Writes new heads of audit logs to the log of the process: kept elsewhere, they show if the end of a chain is missing. A head is written
// first and noted then, so that a crash repeats it.
import type { Database } from "../../../platform/postgres/database.ts";
import type { Logger } from "../../../platform/telemetry/logger.ts";
import { noteTold } from "../commands/audit-log.ts";
import { untoldHeads } from "../queries/audit-log.ts";

/** Message of the line; operators search for it. */
const HEAD = "head of an audit log";

/** @returns how many */
export async function tellHeads(database: Database, logger: Logger): Promise<number> {
  let told = 0;
  for (;;) {
    const heads = await untoldHeads(database);
    if (heads.length === 0) return told;
    for (const head of heads) logger.info({ ...head }, HEAD);
    await database.transaction((tx) => noteTold(tx, heads));
    told += heads.length;
  }
}
