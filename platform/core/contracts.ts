// The words in which messages are declared: a name, who publishes it, and the shape of its body.
import { z } from "zod";

export interface MessageType<Body = unknown> {
  /** Wire name, publisher first: `warehouse.ParcelSent`. */
  name: string;
  publisher: string;
  body: z.ZodType<Body>;
}

/** Declares a message. Bodies are additive only: a field, once published, keeps its name and meaning. */
export function defineMessage<Shape extends z.ZodRawShape>(
  name: `${string}.${string}`,
  shape: Shape,
): MessageType<z.infer<z.ZodObject<Shape>>> {
  const publisher = name.slice(0, name.indexOf("."));
  return { name, publisher, body: z.object(shape) as never };
}

/**
 * Declares the message that a publisher has erased what its database knows of a person. `receipt` is signed, and can be verified by itself:
 * platform/personal-data/receipts.ts.
 */
export function defineErasureDone<Publisher extends string>(publisher: Publisher) {
  return defineMessage(`${publisher}.ErasureDone`, {
    erasureId: z.uuid(),
    subgraph: z.string(),
    /** Rows that were deleted or changed, by table. */
    counts: z.record(z.string(), z.int()),
    at: z.iso.datetime(),
    receipt: z.string(),
  });
}

/** An envelope: the body and its metadata. */
export const envelopeSchema = z.object({
  messageId: z.uuid(),
  name: z.string(),
  key: z.string(),
  body: z.unknown(),
  correlationId: z.string().nullable(),
  /** In its publisher's stream. */
  seq: z.number().int(),
  /** Outbox ID of the previous published message, if this one's ID has a number (message-ids.ts): no message is between them. */
  after: z.number().int().nonnegative().optional(),
});

export type Envelope = z.infer<typeof envelopeSchema>;
