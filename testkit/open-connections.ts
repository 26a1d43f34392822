// Connections that this process has open, by database. A login costs PostgreSQL tens of milliseconds of CPU, so tests keep them.
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

const LOOK_MS = 2;
const open = new Map<string, Set<pg.Client>>();

const connect = pg.Client.prototype.connect as (this: pg.Client, ...given: unknown[]) => unknown;
pg.Client.prototype.connect = function (this: pg.Client, ...given: unknown[]) {
  const name = this.database ?? "";
  const clients = open.get(name) ?? new Set();
  open.set(name, clients.add(this));
  this.once("end", () => clients.delete(this));
  return connect.apply(this, given);
} as pg.Client["connect"];

/** `readyForQuery` is not in the types: no query is under way. */
const isFree = (client: pg.Client): boolean =>
  client.getTransactionStatus() === "I" && (client as pg.Client & { readyForQuery: boolean }).readyForQuery;

/**
 * Runs a statement on each connection of this process to a database, between two transactions.
 * @returns process IDs of their backends; without those that were not free in time
 */
export async function onOpenConnections(databaseName: string, statement: string, withinMs: number): Promise<number[]> {
  const clients = [...(open.get(databaseName) ?? [])];
  const done = await Promise.all(
    clients.map(async (client) => {
      const deadline = performance.now() + withinMs;
      while (!isFree(client)) {
        if (performance.now() > deadline || !open.get(databaseName)!.has(client)) return [];
        await delay(LOOK_MS);
      }
      return client.query(statement).then(
        () => [(client as pg.Client & { processID: number }).processID],
        () => [],
      );
    }),
  );
  return done.flat();
}
