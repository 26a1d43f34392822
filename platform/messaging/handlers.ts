// Message handlers of a subgraph: one entry for each type.
import type { Envelope, MessageType } from "../core/contracts.ts";
import { withCorrelation } from "../telemetry/correlation.ts";
import type { Tx } from "../postgres/database.ts";

export interface MessageHandler {
  publisher: string;
  /** Absent: all messages of the publisher. */
  message?: MessageType;
  handleAll(tx: Tx, received: Received<never>[]): Promise<void>;
}

export interface Received<Body> {
  body: Body;
  envelope: Envelope;
  /** Context of the message, for messages that it causes. */
  correlationId: string;
}

/**
 * Handles all messages of this type that were read together, in one transaction: the handler decides in memory and writes sets of rows. A
 * message may be about the same thing as one before it.
 */
export function onAll<Body>(
  message: MessageType<Body>,
  handleAll: (tx: Tx, received: Received<Body>[]) => Promise<void>,
): MessageHandler {
  return {
    publisher: message.publisher,
    message: message as MessageType,
    handleAll: handleAll as MessageHandler["handleAll"],
  };
}

/**
 * Handles all messages of this publisher, including unknown types. Bodies are not checked, and a handler may get messages of several types,
 * in their order.
 */
export function onEvery(
  publisher: string,
  handleAll: (tx: Tx, received: Received<unknown>[]) => Promise<void>,
): MessageHandler {
  return { publisher, handleAll };
}

/** Handles one type of message. */
export function on<Body>(
  message: MessageType<Body>,
  handle: (tx: Tx, body: Body, envelope: Envelope) => Promise<void>,
): MessageHandler {
  return onAll(message, async (tx, received) => {
    for (const { body, envelope, correlationId } of received)
      await withCorrelation(correlationId, () => handle(tx, body, envelope));
  });
}

export function isHeard(handlers: MessageHandler[], { name }: Envelope): boolean {
  return handlers.some((handler) => consumes(handler, name));
}

function consumes({ publisher, message }: MessageHandler, name: string): boolean {
  return message ? message.name === name : name.startsWith(`${publisher}.`);
}

/** Applies messages, without the inbox. @throws ZodError for a body that does not match its schema */
export async function react(tx: Tx, handlers: MessageHandler[], envelopes: Envelope[]): Promise<void> {
  for (const handler of inOrder(handlers, envelopes)) {
    const { message, handleAll } = handler;
    const received = envelopes
      .filter(({ name }) => consumes(handler, name))
      .map((envelope) => ({
        body: (message ? message.body.parse(envelope.body) : envelope.body) as never,
        envelope,
        correlationId: envelope.correlationId ?? envelope.messageId,
      }));
    await handleAll(tx, received);
  }
}

/** Matching handlers, in the order of their first messages; for the same message in the order of the table. */
function inOrder(handlers: MessageHandler[], envelopes: Envelope[]): MessageHandler[] {
  const first = new Map(
    handlers.map((handler) => [handler, envelopes.findIndex(({ name }) => consumes(handler, name))]),
  );
  return handlers
    .filter((handler) => first.get(handler)! >= 0)
    .toSorted((one, other) => first.get(one)! - first.get(other)!);
}
