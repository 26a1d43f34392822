// Operations considered in checks: trusted operations of clients, and those that gateways have reported.
import { createHash } from "node:crypto";
import type { Database, Tx } from "../platform/postgres/database.ts";
import { change, row, rows, sql } from "../platform/postgres/sql.ts";
import type { KnownOperation } from "./checks/operations.ts";
import { statement } from "./entities.ts";
import type { VariantRef } from "./store.ts";

export interface TrustedOperation extends KnownOperation {
  id: string;
  type: string;
  clientName: string | null;
}

const trustedOperations = statement((db, { graphId, variant }: VariantRef) =>
  db
    .selectFrom("trusted_operation")
    .select(["id", "name", "type", "body", "clientName"])
    .where("graphId", "=", graphId)
    .where("variant", "=", variant)
    .orderBy("id"),
);

export function trustedOperationsOf(database: Database, ref: VariantRef): Promise<TrustedOperation[]> {
  return trustedOperations.rows(database.read(), ref);
}

/** Returns the number of new ones. @throws ChangedBody for an ID with another body */
export async function addTrustedOperations(
  tx: Tx,
  { graphId, variant }: VariantRef,
  operations: TrustedOperation[],
): Promise<number> {
  const column = <Name extends keyof TrustedOperation>(name: Name) => operations.map((operation) => operation[name]);
  const added = await change(
    tx,
    sql`insert into trusted_operation (graph_id, variant, id, name, type, body, client_name)
        select ${graphId}, ${variant}, * from unnest(${column("id")}::text[], ${column("name")}::text[], ${column("type")}::text[], ${column("body")}::text[], ${column("clientName")}::text[]) order by 3
        on conflict do nothing`,
  );
  const changed = await row<{ id: string }>(
    tx,
    sql`select known.id from trusted_operation known join unnest(${column("id")}::text[], ${column("body")}::text[]) as given(id, body) using (id)
        where known.graph_id = ${graphId} and known.variant = ${variant} and known.body <> given.body limit 1`,
  );
  if (changed) throw new ChangedBody(changed.id);
  return added;
}

export class ChangedBody extends Error {
  constructor(id: string) {
    super(`The operation ${id} is already published with another body: use another ID.`);
  }
}

/** A gateway's usage since its last report. */
export interface UsageReport {
  /** The same if it is sent again. */
  id: string;
  operations: SeenOperation[];
}

export interface SeenOperation {
  name: string | null;
  /** Without literals of clients. */
  body: string;
  /** Name of the client; empty if absent. */
  client: string;
  requests: number;
}

/** Maximum for a variant: the least frequent ones beyond it are deleted, so that clients can't fill the database. */
const MOST_KEPT = 5_000;
/** Of the reported operations, the most frequent ones are considered. */
export const MOST_WEIGHING = 2_000;

/** Wherever the server thinks that it is. */
const TODAY = sql`(now() at time zone 'UTC')::date`;

const noteReport = statement((db, { id }: { id: string }) =>
  db
    .insertInto("usage_report")
    .values({ id })
    .onConflict((known) => known.doNothing()),
);

/** Idempotent by the report's ID. */
export async function addUsage(
  tx: Tx,
  { graphId, variant }: VariantRef,
  { id, operations }: UsageReport,
): Promise<void> {
  if ((await noteReport.change(tx, { id })) === 0) return;
  const hashes = operations.map(({ body }) => createHash("sha256").update(body).digest());
  const names = operations.map(({ name }) => name);
  const bodies = operations.map(({ body }) => body);
  const clients = operations.map(({ client }) => client);
  const requests = operations.map((operation) => operation.requests);
  // In a fixed order, to avoid deadlocks between concurrent reports.
  await rows(
    tx,
    sql`insert into seen_operation (graph_id, variant, hash, name, body)
        select distinct on (hash) ${graphId}, ${variant}, * from unnest(${hashes}::bytea[], ${names}::text[], ${bodies}::text[]) as given(hash, name, body) order by hash
        on conflict do nothing`,
  );
  await rows(
    tx,
    sql`insert into operation_use (operation_id, day, client, requests)
        select seen.id, ${TODAY}, client, sum(requests)
        from unnest(${hashes}::bytea[], ${clients}::text[], ${requests}::bigint[]) as given(hash, client, requests)
        join seen_operation seen on seen.graph_id = ${graphId} and seen.variant = ${variant} and seen.hash = given.hash
        group by seen.id, client order by seen.id, client
        on conflict (operation_id, day, client) do update set requests = operation_use.requests + excluded.requests`,
  );
}

const oldReports = statement((db, _, { sql: by }) =>
  db.deleteFrom("usage_report").where("takenAt", "<", by<Date>`now() - interval '1 day'`),
);

const oldUses = statement((db, { days }: { days: number }, { sql: by }) =>
  db.deleteFrom("operation_use").where("day", "<", by<string>`(now() at time zone 'UTC')::date - ${days}::int`),
);

/** Deletes operations older than this many days, and the least frequent ones beyond the maximum. */
export async function forgetUsage(database: Database, days: number): Promise<void> {
  await database.transaction(async (tx) => {
    await oldReports.change(tx, {});
    await oldUses.change(tx, { days });
    await rows(
      tx,
      sql`delete from seen_operation seen using (
            select seen.id, row_number() over (partition by graph_id, variant order by coalesce(sum(requests), 0) desc, seen.id) as place, count(day) as days
            from seen_operation seen left join operation_use on operation_id = seen.id group by seen.id
          ) ranked
          where seen.id = ranked.id and (days = 0 or place > ${MOST_KEPT})`,
    );
  });
}

/** Which reported operations checks consider. */
export interface UsageFilter {
  /** Days as they begin in UTC. */
  from: Date;
  to: Date;
  leastRequests: number;
  /** Percentage of all requests. */
  leastShare: number;
  excludedClients: readonly string[];
  excludedNames: readonly string[];
}

const DAY_MS = 86_400_000;

/** All reports of the last days. */
export function lastDays(days: number): UsageFilter {
  return {
    from: new Date(Date.now() - days * DAY_MS),
    to: new Date(),
    leastRequests: 0,
    leastShare: 0,
    excludedClients: [],
    excludedNames: [],
  };
}

export interface UsedOperation extends KnownOperation {
  requests: number;
  clients: string[];
}

/** Most frequent first. */
export function usedOperationsOf(
  database: Database,
  { graphId, variant }: VariantRef,
  { from, to, leastRequests, leastShare, excludedClients, excludedNames }: UsageFilter,
  limit: number,
): Promise<UsedOperation[]> {
  return rows(
    database.read(),
    sql`with used as (
          select seen.id, name, hash, body, sum(requests) as requests, array_agg(distinct client order by client) as clients
          from seen_operation seen join operation_use on operation_id = seen.id
          where graph_id = ${graphId} and variant = ${variant} and day between (${from}::timestamptz at time zone 'UTC')::date and (${to}::timestamptz at time zone 'UTC')::date
          and client <> all(${excludedClients}::text[])
          group by seen.id)
        select coalesce(name, '(anonymous ' || left(encode(hash, 'hex'), 8) || ')') as name, body, requests::float8 as requests, clients from used
        where (name is null or name <> all(${excludedNames}::text[]))
          and requests >= ${leastRequests} and requests * 100 >= ${leastShare}::numeric * (select sum(requests) from used)
        order by used.requests desc, id limit ${limit}`,
  );
}
