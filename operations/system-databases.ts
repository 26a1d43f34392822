// Databases of a system of `npm start`, or of the environment, for operators' commands.
import path from "node:path";
import { openDatabase, type Database, type Entities } from "../platform/postgres/database.ts";
import { createLogger } from "../platform/telemetry/logger.ts";
import { systemEnvironment, signingNames, type Env } from "./environment.ts";
import { ensureKeys } from "./keys.ts";
import { OPERATOR, urlOfRedis } from "./redis-users.ts";
import { portsOf, ROOT } from "./topology.ts";

/** Environment of the system's processes. */
export function environmentOfSystem(given: NodeJS.ProcessEnv): Env {
  const dataDir = path.resolve(given.DATA_DIR ?? path.join(ROOT, ".data"));
  const keys = ensureKeys(path.join(dataDir, "keys"), signingNames());
  const ports = portsOf(given);
  return systemEnvironment(given, keys, {
    redisUrl: urlOfRedis("127.0.0.1", ports.REDIS_PORT!, OPERATOR, keys.secret("redis")),
    redisPrefix: "boxoffice",
    archiveDir: path.join(dataDir, "archive"),
    databaseUrl: (name) =>
      `postgres://boxoffice_${name}:${keys.secret(`database-${name}`)}@127.0.0.1:${ports.POSTGRES_PORT}/boxoffice_${name}`,
  });
}

/** Its database as it is: nothing is migrated. */
export function openDatabaseOf(name: string, env: Env, entities: Entities = []): Promise<Database> {
  const url = env[`${name.toUpperCase()}_DATABASE_URL`]!;
  return openDatabase({
    url,
    entities,
    migrations: [],
    isPatient: true,
    logger: createLogger("operator", "error"),
  });
}
