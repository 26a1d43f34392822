// Metrics of a subgraph's backlog: messages to publish and to handle, jobs, dead letters.
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
  number("outbox_lag", "Unpublished messages", async () => (await relay.waiting()).messages);
  number("outbox_age_seconds", "Age of the oldest unpublished message", async () => (await relay.waiting()).seconds);
  number("outbox_bytes", "Size of the messages in the outbox's tables", () => tableBytes(database.read()));
  number("outbox_archived_bytes", "Size of the files of older messages", () => archivedBytes(database.read()));
  metrics.sampled("table_bytes", "Size of each table with its indexes", ["table"], async () =>
    (await tableSizes(database.read())).map(({ table, bytes }) => ({ labels: { table }, value: bytes })),
  );
  number("stream_lag", "Messages that this subgraph has not handled, including those to be retried", () =>
    consumer.lag(),
  );
  number(
    "jobs_due",
    "Jobs and work items that are due or running",
    async () => (await jobs.due()) + (await work.due()),
  );
  number("dead_letters", "Dead letters: messages, jobs and work items that failed all retries", async () => {
    const found = await row<{ n: number }>(
      database.read(),
      sql`select (select count(*) from parked_message where retry_at is null)::int
               + (select count(*) from job where given_up_at is not null)::int
               + (select count(*) from work_item where given_up_at is not null)::int as n`,
    );
    return found?.n ?? 0;
  });
  number("jobs_failing", `Jobs that failed ${OFTEN} times and have a longer backoff`, async () => {
    const found = await row<{ n: number }>(
      database.read(),
      sql`select (select count(*) from job where attempts >= ${OFTEN} and given_up_at is null and last_error is not null)::int
               + (select count(*) from work_item where attempts >= ${OFTEN} and given_up_at is null and last_error is not null)::int as n`,
    );
    return found?.n ?? 0;
  });
}
