// `npm run rebuild -- <subgraph>`: rebuilds its projections from all of its messages, while it serves requests.
import path from "node:path";
import { rebuild } from "../platform/messaging/projection.ts";
import { environmentOfSystem, openDatabaseOf } from "./system-databases.ts";
import { subgraphs } from "./subgraphs.ts";

const [name = ""] = process.argv.slice(2);
const env = environmentOfSystem(process.env);
const { projections = [], entities } = subgraphs[name]?.(env) ?? {};
if (projections.length === 0) {
  const having = Object.entries(subgraphs).filter(([, create]) => create(env).projections?.length);
  console.error(`Pass a subgraph: ${having.map(([known]) => known).join(", ")} can be rebuilt.`);
  process.exitCode = 1;
} else {
  const database = await openDatabaseOf(name, env, entities);
  for (const projection of projections)
    console.log(
      `${projection.tables.join(", ")}: rebuilt from ${await rebuild(database, projection, path.join(env.ARCHIVE_DIR!, name))} messages`,
    );
  await database.close();
}
