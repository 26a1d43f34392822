// `npm run dead-letters -- list | retry [id] | discard <id>`: dead letters (messages, jobs and work items that failed all retries) of all
// subgraphs.
import {
  discard,
  listDeadJobs,
  listDeadLetters,
  replayDeadLetters,
  retryDeadJobs,
} from "../platform/messaging/dead-letters.ts";
import type { Database } from "../platform/postgres/database.ts";
import { environmentOfSystem, openDatabaseOf } from "./system-databases.ts";
import { listedSubgraphs } from "./topology.ts";

const [given = "list", id] = process.argv.slice(2);
const verb = given === "replay" ? "retry" : given;

/** A line for each. */
async function linesOf(database: Database): Promise<string[]> {
  const messages = await listDeadLetters(database);
  const jobs = await listDeadJobs(database);
  return [
    ...messages.map((one) => [one.messageId, one.name, one.attempts, one.parkedAt, one.lastError] as const),
    ...jobs.map((one) => [one.id, `job ${one.kind} ${one.key}`, one.attempts, one.givenUpAt, one.lastError] as const),
  ].map(([of, what, attempts, at, why]) => `${of}  ${what}  ${attempts} tries  ${at.toISOString()}  ${why}`);
}

if (!["list", "retry", "discard"].includes(verb) || (verb === "discard" && id === undefined)) {
  console.error("Use `list`; `retry` with an id, or without one for all; or `discard` with an id.");
  process.exitCode = 1;
} else {
  const env = environmentOfSystem(process.env);
  let found = 0;
  for (const { name } of listedSubgraphs()) {
    const database = await openDatabaseOf(name, env);
    if (verb === "list")
      for (const line of await linesOf(database)) {
        console.log(`${name}  ${line}`);
        found++;
      }
    else {
      const changed =
        verb === "discard"
          ? await discard(database, id!)
          : (await replayDeadLetters(database, id)) + (await retryDeadJobs(database, id));
      if (changed > 0) console.log(`${name}: ${changed} ${verb === "discard" ? "discarded" : "to be retried"}`);
      found += changed;
    }
    await database.close();
  }
  if (found === 0) console.log("None.");
}
