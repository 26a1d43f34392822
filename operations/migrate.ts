// Migrates databases before their processes start. A process also migrates its own database when it starts.
import type { Environment } from "../platform/core/config.ts";
import { openDatabase } from "../platform/postgres/database.ts";
import type { Logger } from "../platform/telemetry/logger.ts";
import { loadConfig } from "../registry/config.ts";
import { migrations as ofRegistry } from "../registry/migrations.ts";
import { subgraphs } from "./subgraphs.ts";

export const owners = [...Object.keys(subgraphs), "registry"];

/** @param owner a subgraph, or the registry */
export async function migrate(owner: string, env: Environment, logger: Logger): Promise<void> {
  const { config, migrations } = subgraphs[owner]?.(env) ?? { config: loadConfig(env), migrations: ofRegistry };
  const { databaseUrl: url, otherDatabasePassword: otherPassword } = config;
  const database = await openDatabase({ url, otherPassword, entities: [], migrations, logger });
  await database.close();
}
