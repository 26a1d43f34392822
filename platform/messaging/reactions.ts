// What a subgraph does when it hears messages: one line of its reaction table for each type.
import type { Envelope, MessageType } from "../core/contracts.ts";
import { withCorrelation } from "../telemetry/correlation.ts";
import type { Tx } from "../postgres/database.ts";

export interface Reaction {
  publisher: string;
  /** Absent: all of the publisher's, whatever their type. */
  message?: MessageType;
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
  return {
    publisher: message.publisher,
    message: message as MessageType,
    handleAll: handleAll as Reaction["handleAll"],
  };
}

/**
 * What a subgraph does with whatever this publisher says, also of types that it does not know. Bodies are not checked, and a handler may get
 * messages of several types, in their order.
 */
export function onEvery(publisher: string, handleAll: (tx: Tx, heard: Heard<unknown>[]) => Promise<void>): Reaction {
  return { publisher, handleAll };
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

export function isHeard(reactions: Reaction[], { name }: Envelope): boolean {
  return reactions.some((reaction) => hears(reaction, name));
}

function hears({ publisher, message }: Reaction, name: string): boolean {
  return message ? message.name === name : name.startsWith(`${publisher}.`);
}

/** What follows from messages, whether they were heard before or not. @throws ZodError for a body that is none of its message */
export async function react(tx: Tx, reactions: Reaction[], envelopes: Envelope[]): Promise<void> {
  for (const reaction of inOrder(reactions, envelopes)) {
    const { message, handleAll } = reaction;
    const heard = envelopes
      .filter(({ name }) => hears(reaction, name))
      .map((envelope) => ({
        body: (message ? message.body.parse(envelope.body) : envelope.body) as never,
        envelope,
        correlationId: envelope.correlationId ?? envelope.messageId,
      }));
    await handleAll(tx, heard);
  }
}

/** Those that are concerned, by their first message; of the same one as they are listed. */
function inOrder(reactions: Reaction[], envelopes: Envelope[]): Reaction[] {
  const first = new Map(
    reactions.map((reaction) => [reaction, envelopes.findIndex(({ name }) => hears(reaction, name))]),
  );
  return reactions
    .filter((reaction) => first.get(reaction)! >= 0)
    .toSorted((one, other) => first.get(one)! - first.get(other)!);
}
