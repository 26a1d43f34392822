// What an operator sees of any subgraph's work that waits: messages to be published and to be taken, jobs, dead letters.
import type { Consumer } from "./consumer.ts";
import type { Database } from "../postgres/database.ts";
import { OFTEN, type JobRunner } from "../jobs/jobs.ts";
import type { WorkRunner } from "../jobs/work.ts";
import type { Metrics } from "../http/metrics.ts";
import type { Relay } from "./relay.ts";
import { tableSizes } from "../jobs/kept-rows.ts";
import { archivedBytes, tableBytes } from "./retention.ts";
import { row, sql } from "../postgres/sql.ts";

export interface Backlog {
  database: Database;
  relay: Relay;
  consumer: Consumer;
  jobs: JobRunner;
  work: WorkRunner;
}

export function observeBacklog(metrics: Metrics, { database, relay, consumer, jobs, work }: Backlog): void {
  const number = (name: string, help: string, look: () => Promise<number>) =>
    metrics.sampled(name, help, [], async () => [{ value: await look() }]);
  number("outbox_lag", "Messages not published yet", async () => (await relay.waiting()).messages);
  number(
    "outbox_age_seconds",
    "For how long the oldest message that is not published yet has waited",
    async () => (await relay.waiting()).seconds,
  );
  number("outbox_bytes", "Size of the messages in the outbox's tables", () => tableBytes(database.read()));
  number("outbox_archived_bytes", "Size of the files of older messages", () => archivedBytes(database.read()));
  metrics.sampled("table_bytes", "Size of each table with its indexes", ["table"], async () =>
    (await tableSizes(database.read())).map(({ table, bytes }) => ({ labels: { table }, value: bytes })),
  );
  number(
    "stream_lag",
    "Messages that this subgraph has not finished with, those that will be tried again included",
    () => consumer.lag(),
  );
  number(
    "jobs_due",
    "Jobs and other work that is due or being done",
    async () => (await jobs.due()) + (await work.due()),
  );
  number(
    "dead_letters",
    "Messages that failed every try and jobs that were given up, which wait for a person",
    async () => {
      const found = await row<{ n: number }>(
        database.read(),
        sql`select (select count(*) from parked_message where retry_at is null)::int
               + (select count(*) from job where given_up_at is not null)::int
               + (select count(*) from work_item where given_up_at is not null)::int as n`,
      );
      return found?.n ?? 0;
    },
  );
  number("jobs_failing", `Jobs that have failed ${OFTEN} times and are tried more rarely`, async () => {
    const found = await row<{ n: number }>(
      database.read(),
      sql`select (select count(*) from job where attempts >= ${OFTEN} and given_up_at is null and last_error is not null)::int
               + (select count(*) from work_item where attempts >= ${OFTEN} and given_up_at is null and last_error is not null)::int as n`,
    );
    return found?.n ?? 0;
  });
}
