// What the resolvers of one request have.
import type { Database } from "../platform/postgres/database.ts";
import type { Key } from "./keys.ts";
import type { Registry } from "./registry.ts";

export interface ApiContext {
  database: Database;
  registry: Registry;
  key: Key;
  /** Base URL of links in Rover's output. */
  frontendUrl: string;
  /** Period of reported operations that checks consider, unless Rover sets another. */
  usageDays: number;
}
