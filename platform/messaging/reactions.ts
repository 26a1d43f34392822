// What a subgraph does when it hears messages: one line of its reaction table for each type.
import type { Envelope, MessageType } from "../contracts.ts";
import { withCorrelation } from "../correlation.ts";
import type { Tx } from "../database.ts";

export interface Reaction {
  message: MessageType;
  handleAll(tx: Tx, heard: Heard<never>[]): Promise<void>;
}

export interface Heard<Body> {
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
  handleAll: (tx: Tx, heard: Heard<Body>[]) => Promise<void>,
): Reaction {
  return { message: message as MessageType, handleAll: handleAll as Reaction["handleAll"] };
}

/** One line of a reaction table: what a subgraph does when it hears this message. */
export function on<Body>(
  message: MessageType<Body>,
  handle: (tx: Tx, body: Body, envelope: Envelope) => Promise<void>,
): Reaction {
  return onAll(message, async (tx, heard) => {
    for (const { body, envelope, correlationId } of heard)
      await withCorrelation(correlationId, () => handle(tx, body, envelope));
  });
}

/** What follows from messages, whether they were heard before or not. @throws ZodError for a body that is none of its message */
export async function react(tx: Tx, reactions: Reaction[], envelopes: Envelope[]): Promise<void> {
  for (const name of new Set(envelopes.map((envelope) => envelope.name))) {
    const ofType = envelopes.filter((envelope) => envelope.name === name);
    for (const { message, handleAll } of reactions) {
      if (message.name !== name) continue;
      const heard = ofType.map((envelope) => ({
        body: message.body.parse(envelope.body) as never,
        envelope,
        correlationId: envelope.correlationId ?? envelope.messageId,
      }));
      await handleAll(tx, heard);
    }
  }
}
