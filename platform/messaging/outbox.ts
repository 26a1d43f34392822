// A message is a row in the command's own transaction: it exists exactly if the command's effect does.
import { correlationId } from "../telemetry/correlation.ts";
import { afterCommit, type Tx } from "../postgres/database.ts";
import { rows, sql } from "../postgres/sql.ts";
import type { MessageType } from "../core/contracts.ts";

type Listener = () => void;
let listeners: { database: string; wakeUp: Listener }[] = [];

/** Wakes this process's relay after a commit. */
export function onPublished(database: string, wakeUp: Listener): () => void {
  const entry = { database, wakeUp };
  listeners.push(entry);
  return () => (listeners = listeners.filter((other) => other !== entry));
}

/** Wakes this process's relay: messages of this publisher were committed, by any process. */
export function notifyRelay(publisher: string): void {
  for (const { database, wakeUp } of listeners) if (database === publisher) wakeUp();
}

export interface ToPublish<Body> {
  /** Names the thing that the message is about. */
  key: string;
  body: Body;
  /** Correlation ID of the cause; default: that of the current request or message. */
  correlationId?: string | null | undefined;
}

/**
 * Publishes `body` when `tx` commits.
 * @throws ZodError if the body does not match the publisher's declaration: a bug here, not at a consumer.
 */
export async function publish<Body>(tx: Tx, message: MessageType<Body>, key: string, body: Body): Promise<void> {
  await publishMany(tx, message, [{ key, body }]);
}

/** The same for several messages of one type, in one statement. */
export async function publishMany<Body>(
  tx: Tx,
  message: MessageType<Body>,
  messages: readonly ToPublish<Body>[],
): Promise<void> {
  if (messages.length === 0) return;
  const bodies = messages.map(({ body }) => JSON.stringify(message.body.parse(body)));
  const correlationIds = messages.map((one) => one.correlationId ?? correlationId() ?? null);
  await rows(
    tx,
    sql`insert into outbox (message_id, name, key, body, correlation_id)
        select gen_random_uuid(), ${message.name}, key, body::jsonb, correlation_id
        from unnest(${messages.map(({ key }) => key)}::text[], ${bodies}::text[], ${correlationIds}::text[]) as m(key, body, correlation_id)`,
  );
  afterCommit(tx, () => notifyRelay(message.publisher));
}
