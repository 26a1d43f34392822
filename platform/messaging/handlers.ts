// What a subgraph does when it hears messages: one line of its reaction table for each type.
import type { Envelope, MessageType } from "../core/contracts.ts";
import { withCorrelation } from "../telemetry/correlation.ts";
import type { Tx } from "../postgres/database.ts";

export interface MessageHandler {
  publisher: string;
  /** Absent: all of the publisher's, whatever their type. */
  message?: MessageType;
  handleAll(tx: Tx, received: Received<never>[]): Promise<void>;
}

export interface Received<Body> {
  body: Body;
  envelope: Envelope;
  /** For what follows from the message. */
  correlationId: string;
}

/**
 * What a subgraph does with all messages of this type that were heard together, in one transaction: the handler decides in memory and
 * writes sets of rows. A message may be about the same thing as one before it.
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
 * What a subgraph does with whatever this publisher says, also of types that it does not know. Bodies are not checked, and a handler may get
 * messages of several types, in their order.
 */
export function onEvery(
  publisher: string,
  handleAll: (tx: Tx, received: Received<unknown>[]) => Promise<void>,
): MessageHandler {
  return { publisher, handleAll };
}

/** One line of a reaction table: what a subgraph does when it hears this message. */
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

/** What follows from messages, whether they were heard before or not. @throws ZodError for a body that is none of its message */
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

/** Those that are concerned, by their first message; of the same one as they are listed. */
function inOrder(handlers: MessageHandler[], envelopes: Envelope[]): MessageHandler[] {
  const first = new Map(
    handlers.map((handler) => [handler, envelopes.findIndex(({ name }) => consumes(handler, name))]),
  );
  return handlers
    .filter((handler) => first.get(handler)! >= 0)
    .toSorted((one, other) => first.get(one)! - first.get(other)!);
}
