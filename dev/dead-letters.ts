// `npm run dead-letters -- list | replay [message id]`: messages that failed every try, over all subgraphs of a system.
import path from "node:path";
import { listDeadLetters, replayDeadLetters } from "../platform/dead-letters.ts";
import { openDatabase } from "../platform/database.ts";
import { createLogger } from "../platform/logger.ts";
import { ensureKeys } from "./keys.ts";
import { signingNames } from "./environment.ts";
import { listedSubgraphs, POSTGRES_PORT, ROOT } from "./topology.ts";

const [verb = "list", messageId] = process.argv.slice(2);

function databaseUrl(name: string): string {
  const given = process.env[`${name.toUpperCase()}_DATABASE_URL`];
  if (given) return given;
  const keys = ensureKeys(path.join(process.env.DATA_DIR ?? path.join(ROOT, ".data"), "keys"), signingNames());
  return `postgres://boxoffice_${name}:${keys.secret(`database-${name}`)}@127.0.0.1:${process.env.POSTGRES_PORT ?? POSTGRES_PORT}/boxoffice_${name}`;
}

if (verb !== "list" && verb !== "replay") {
  console.error("Say `list`, or `replay` with the id of a message or for all.");
  process.exitCode = 1;
} else {
  for (const { name } of listedSubgraphs()) {
    const database = await openDatabase({
      url: databaseUrl(name),
      entities: [],
      migrations: [],
      logger: createLogger("dead-letters", "error"),
    });
    if (verb === "replay") console.log(`${name}: ${await replayDeadLetters(database, messageId)} to be tried again`);
    for (const letter of verb === "list" ? await listDeadLetters(database) : []) {
      console.log(
        `${name}  ${letter.messageId}  ${letter.name}  ${letter.attempts} tries  ${letter.parkedAt.toISOString()}  ${letter.lastError}`,
      );
    }
    await database.close();
  }
}
