// What the resolvers of one request have.
import type { Database } from "../platform/postgres/database.ts";
import type { Key } from "./keys.ts";
import type { Registry } from "./registry.ts";

export interface ApiContext {
  database: Database;
  registry: Registry;
  key: Key;
  /** Where people look at what Rover tells them of. */
  frontendUrl: string;
  /** For so long operations that gateways have seen weigh changes, if Rover does not say otherwise. */
  usageDays: number;
}
