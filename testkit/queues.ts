// Queues of events as seating has them, and what it publishes of them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { System } from "../local/system.ts";
import { verifyFolder } from "../tools/queue-folder.ts";
import { query } from "./inspect.ts";

export interface QueueEntryState {
  userId: string;
  /** As it is published, in hexadecimal. */
  id: string;
  rank: number | null;
  state: string;
}

/** Somebody was let in. */
export interface QueueAdmission {
  rank: number;
  /** At that moment: what was served, the state of the queue, people inside with this one, and how many may be. */
  serving: number;
  state: string;
  inside: number;
  maxActive: number;
}

export interface QueueState {
  eventId: string;
  state: string;
  /** Entries of the draw, in the order of their ranks; null before it. */
  drawn: string[] | null;
  lastRank: number;
  entries: QueueEntryState[];
  admissions: QueueAdmission[];
  /** What is wrong with the published files; empty before the draw. */
  faults: string[];
}

/** Admissions are recorded with what was true at their moment. Once for a database, before its queues are used. */
export const RECORD_ADMISSIONS = `
create table recorded_admission (no bigserial, event_id uuid, rank int, serving int, state text, inside int, max_active int);
create function record_admission() returns trigger language plpgsql as
$$ begin
  insert into recorded_admission (event_id, rank, serving, state, inside, max_active)
  select q.event_id, new.rank, q.serving, q.state,
    (select count(*) from queue_entry e where e.event_id = q.event_id and e.state = 'INSIDE'), q.max_active
  from queue q where q.event_id = new.event_id;
  return null;
end $$;
create trigger recorded_admission after update of state on queue_entry for each row
when (new.state = 'INSIDE' and old.state <> 'INSIDE') execute function record_admission();`;

export async function recordAdmissions(system: System): Promise<void> {
  await query(system, "seating", RECORD_ADMISSIONS);
}

export async function queuesOf(system: System, eventId: string): Promise<QueueState[]> {
  const found = await query<Omit<QueueState, "drawn" | "admissions" | "faults"> & { isDrawn: boolean }>(
    system,
    "seating",
    `select event_id as "eventId", state, last_rank as "lastRank", draw is not null as "isDrawn",
            coalesce((select json_agg(json_build_object('userId', user_id, 'id', encode(entry_id, 'hex'), 'rank', rank, 'state', state) order by no)
                      from queue_entry e where e.event_id = q.event_id), '[]') as entries
     from queue q where event_id = $1`,
    [eventId],
  );
  return Promise.all(
    found.map(async ({ isDrawn, ...queue }) => ({
      ...queue,
      admissions: await admissionsOf(system, eventId),
      ...(isDrawn ? await published(system, eventId) : { drawn: null, faults: [] }),
    })),
  );
}

async function admissionsOf(system: System, eventId: string): Promise<QueueAdmission[]> {
  return query(
    system,
    "seating",
    `select rank, serving, state, inside, max_active as "maxActive" from recorded_admission where event_id = $1 order by no`,
    [eventId],
  );
}

/** From the files that anyone can fetch. */
async function published({ url }: System, eventId: string): Promise<Pick<QueueState, "drawn" | "faults">> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-queue-"));
  const files = ["draw.json", "entries.bin", "ranks.bin", "steps.jsonl", "admissions.jsonl"];
  try {
    const [, entries, ranks] = await Promise.all(
      files.map(async (file) => {
        const response = await fetch(new URL(`/queues/${eventId}/${file}`, url));
        if (!response.ok) throw new Error(`${file} is answered with ${response.status}.`);
        const bytes = Buffer.from(await response.arrayBuffer());
        writeFileSync(path.join(folder, file), bytes);
        return bytes;
      }),
    );
    const { faults } = await verifyFolder(folder);
    const drawn: string[] = [];
    for (let index = 0; index < entries!.length / 16; index++)
      drawn[ranks!.readUInt32BE(index * 4) - 1] = entries!.toString("hex", index * 16, index * 16 + 16);
    return { drawn, faults: faults.map((fault) => JSON.stringify(fault)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
