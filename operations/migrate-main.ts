// `node operations/migrate-main.ts orders`: migrates the database of a subgraph, or of the registry, and exits.
import { createLogger } from "../platform/telemetry/logger.ts";
import { migrate, owners } from "./migrate.ts";

const [name = ""] = process.argv.slice(2);
if (!owners.includes(name)) {
  console.error(`Name one of ${owners.join(", ")}.`);
  process.exit(1);
}
try {
  await migrate(name, process.env, createLogger(`migrate ${name}`, "info"));
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
