// Queues of events, as organizers and buyers use them.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import type { Person } from "../local/fixtures.ts";

const HOUR_MS = 3_600_000;
const OPEN = `mutation ($input: OpenQueueInput!) { openQueue(input: $input) { __typename ... on Queue { id } ... on Error { message } } }`;
const JOIN = `mutation ($id: ID!) { joinQueue(eventId: $id) { __typename ... on QueueEntry { id } ... on Error { message } } }`;

/** Without a key: people can join at once, and are drawn in an hour. */
export const newQueue = (eventId: string) => ({ eventId, drawAt: new Date(Date.now() + HOUR_MS).toISOString() });

/** Returns the ID of the event. */
export async function openQueue({ client }: Person, eventId: string, rest: Data = {}): Promise<string> {
  const input = { ...newQueue(eventId), idempotencyKey: randomUUID(), ...rest };
  const { openQueue: opened } = await client.ask(OPEN, { input });
  if (opened.__typename !== "Queue") throw new Error(opened.message);
  return opened.id as string;
}

export async function joinQueue({ client }: Person, eventId: string): Promise<Data> {
  const { joinQueue: joined } = await client.ask(JOIN, { id: eventId });
  if (joined.__typename !== "QueueEntry") throw new Error(joined.message);
  return joined;
}
