// Policies and exchanges, for loaders.
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { ExchangePolicy } from "../entities/exchange-policy.ts";
import type { Exchange } from "../entities/exchange.ts";
import { statement } from "../entities/tables.ts";

interface Keys {
  keys: readonly string[];
}

const policies = statement((db, { keys }: Keys, { sql: by }) =>
  db
    .selectFrom("exchange_policy")
    .selectAll()
    .where((of) => by<boolean>`${of.ref("eventId")} = any(${keys}::uuid[])`),
);

export function policiesOf(database: Database, eventIds: readonly string[]): Promise<ExchangePolicy[]> {
  return policies.rows(database.read(), { keys: eventIds });
}

/** By the new orders. SQL: the fees are an array of numbers. */
export function exchangesOf(database: Database, orderIds: readonly string[]): Promise<Exchange[]> {
  return rows<Exchange>(database.read(), sql`select * from exchange where order_id = any(${[...orderIds]}::uuid[])`);
}
