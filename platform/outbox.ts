// A message is a row in the command's own transaction: it exists exactly if the command's effect does.
import { randomUUID } from "node:crypto";
import { correlationId } from "./correlation.ts";
import { afterCommit, type Tx } from "./database.ts";
import { rows, sql } from "./sql.ts";
import type { MessageType } from "./contracts.ts";

type Listener = () => void;
let listeners: { database: string; kick: Listener }[] = [];

/** Tells the relay of this process that something was committed. */
export function onPublished(database: string, kick: Listener): () => void {
  const entry = { database, kick };
  listeners.push(entry);
  return () => (listeners = listeners.filter((other) => other !== entry));
}

/** Tells the relay of this process that messages of this publisher were committed, whoever wrote their rows. */
export function announce(publisher: string): void {
  for (const { database, kick } of listeners) if (database === publisher) kick();
}

/**
 * Publishes `body` when `tx` commits. `key` names the thing the message is about.
 * @throws ZodError if the body is not what the publisher declared: a bug here, not with whoever hears it.
 */
export async function publish<Body>(tx: Tx, message: MessageType<Body>, key: string, body: Body): Promise<void> {
  const parsed = message.body.parse(body);
  await rows(
    tx,
    sql`insert into outbox (message_id, name, key, body, correlation_id)
        values (${randomUUID()}, ${message.name}, ${key}, ${JSON.stringify(parsed)}, ${correlationId() ?? null})`,
  );
  afterCommit(tx, () => announce(message.publisher));
}
