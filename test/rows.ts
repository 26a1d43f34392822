// What is stored, to show that nothing has changed.
import type { TestSupergraph } from "../testkit/supergraph.ts";

/** How far messages, jobs and other work are. */
const PROGRESS = ["stream_progress", "inbox_range", "job", "work_item"];

/** At 3 o'clock this job writes rows that no request made. */
const POSTPONE_NIGHTLY =
  "update job set run_at = run_at + interval '10 years' where kind = 'check-books-nightly' and run_at < app_now() + interval '1 year'";

/** Columns that change while nobody does anything: what a queue and a waiting list have seen, and when they look again. */
const BY_THEMSELVES: Record<string, string[]> = {
  queue: [
    ...["next_at", "changed_at", "cap_load", "per_minute", "seats", "show_share", "seats_each"],
    ...["window_at", "window_serving", "window_admitted", "window_free"],
  ],
  waitlist: ["seen_seq", "next_at"],
  waitlist_entry: ["passed_because", "held_back_since"],
};

/** How many rows each table has and a hash of them, once nothing moves; of work, which is looked at again and again, only which there is. */
export async function everything(
  supergraph: TestSupergraph,
  leftOut: readonly string[] = [],
): Promise<Record<string, string>> {
  await supergraph.query("payments", POSTPONE_NIGHTLY);
  await supergraph.settle();
  const found = await Promise.all(
    Object.keys(supergraph.subgraphs).map(async (name) => {
      const tables = await supergraph.query<{ name: string }>(
        name,
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
         and table_name <> all($1) order by 1`,
        [[...PROGRESS, ...leftOut]],
      );
      const hashes = tables.map((table) => {
        const found = BY_THEMSELVES[table.name];
        const text = found ? `(to_jsonb(t) - '{${found.join(",")}}'::text[])::text` : "t::text";
        return `select '${name}.${table.name}' as name, count(*)::int as n, md5(string_agg(md5(${text}), '' order by ${text})) as hash from "${table.name}" t`;
      });
      const jobs = `select '${name}.job', count(*)::int, md5(string_agg(kind || key, '' order by kind, key)) from job`;
      const work = `select '${name}.work_item', count(*)::int, md5(string_agg(kind || id || coalesce(body::text, ''), '' order by kind, id)) from work_item`;
      return supergraph.query<{ name: string; n: number; hash: string }>(
        name,
        [...hashes, jobs, work].join(" union all "),
      );
    }),
  );
  return Object.fromEntries(found.flat().map(({ name, n, hash }) => [name, `${n} rows: ${hash}`]));
}
