// Queues of events, as organizers and buyers use them.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import type { Person } from "../local/fixtures.ts";
import type { TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

const OPEN = `mutation ($input: OpenQueueInput!) { openQueue(input: $input) { __typename ... on Queue { id } ... on Error { message } } }`;
const JOIN = `mutation ($id: ID!) { joinQueue(eventId: $id) { __typename ... on QueueEntry { id } ... on Error { message } } }`;

export const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();

/** Without a key: people can join at once, and are drawn in an hour. */
export const newQueue = (eventId: string) => ({ eventId, drawAt: inSeconds(3_600) });

/** Returns the ID of the event. */
export async function openQueue({ client }: Person, eventId: string, rest: Data = {}): Promise<string> {
  const input = { ...newQueue(eventId), idempotencyKey: randomUUID(), ...rest };
  const { openQueue: opened } = await client.ask(OPEN, { input });
  if (opened.__typename !== "Queue") throw new Error(opened.message);
  return opened.id as string;
}

const JOIN_WITH_WORK = `mutation ($id: ID!, $proof: String) {
  joinQueue(eventId: $id, proofOfWork: $proof) { __typename ... on QueueEntry { id } ... on ProofOfWorkRequired { challenge } ... on Error { message } }
}`;

/** A queue that may ask for work. */
export const joinWithWork = async ({ client }: Person, id: string, proof?: string): Promise<Data> =>
  (await client.ask(JOIN_WITH_WORK, { id, proof })).joinQueue as Data;

export async function joinQueue({ client }: Person, eventId: string): Promise<Data> {
  const { joinQueue: joined } = await client.ask(JOIN, { id: eventId });
  if (joined.__typename !== "QueueEntry") throw new Error(joined.message);
  return joined;
}

const REASONS = [{ code: "NEW_ACCOUNT", detail: "The account was created less than an hour before it joined." }];

/** As after an assessment by risk. Returns the ID of the entry. */
export async function holdEntry(
  { query }: Pick<TestSupergraph, "query">,
  eventId: string,
  userId: string,
): Promise<string> {
  const [held] = await query<{ id: string }>(
    "seating",
    `with held as (
       insert into held_entry (entry_id, event_id, reasons)
       select entry_id, event_id, $3::jsonb from queue_entry where event_id = $1 and user_id = $2 returning entry_id
     )
     update queue_entry e set state = 'HELD_FOR_REVIEW' from held where e.entry_id = held.entry_id
     returning encode(e.entry_id, 'hex') as id`,
    [eventId, userId, JSON.stringify(REASONS)],
  );
  return held!.id;
}

/** Until the first rank may enter. */
export async function untilServing({ client }: Person, eventId: string): Promise<void> {
  const query = `query ($id: ID!) { event(id: $id) { queue { serving } } }`;
  await until(async () => (await client.ask(query, { id: eventId })).event.queue.serving > 0, "the queue serves");
}
