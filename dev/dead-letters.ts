// `npm run dead-letters -- list | replay [message id]`: messages that failed every try, over all subgraphs of a system.
import { listDeadLetters, replayDeadLetters } from "../platform/dead-letters.ts";
import { environmentOfSystem, openDatabaseOf } from "./databases-of.ts";
import { listedSubgraphs } from "./topology.ts";

const [verb = "list", messageId] = process.argv.slice(2);

if (verb !== "list" && verb !== "replay") {
  console.error("Say `list`, or `replay` with the id of a message or for all.");
  process.exitCode = 1;
} else {
  const env = environmentOfSystem(process.env);
  for (const { name } of listedSubgraphs()) {
    const database = await openDatabaseOf(name, env);
    if (verb === "replay") console.log(`${name}: ${await replayDeadLetters(database, messageId)} to be tried again`);
    for (const letter of verb === "list" ? await listDeadLetters(database) : []) {
      console.log(
        `${name}  ${letter.messageId}  ${letter.name}  ${letter.attempts} tries  ${letter.parkedAt.toISOString()}  ${letter.lastError}`,
      );
    }
    await database.close();
  }
}
