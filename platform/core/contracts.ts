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

const auditedAction = {
  /** An action is in the log once, also if it is published again under another message ID. */
  id: z.uuid(),
  /** Null: it concerns no organization. */
  organizationId: z.uuid().nullable(),
  at: z.iso.datetime(),
  actor: z.string(),
  actAs: z.string().nullable(),
  network: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(
    z.string(),
    z.union([z.string(), z.int(), z.boolean(), z.null(), z.array(z.union([z.string(), z.int()]))]),
  ),
  reason: z.string().nullable(),
  /** The organization may read the reason, also that of a member of platform staff. */
  isReasonOpen: z.boolean(),
};

export type AuditedAction = z.infer<z.ZodObject<typeof auditedAction>>;

/** Declares the message that a publisher has done something for an organizer or a member of platform staff: platform/audit/. */
export function defineAudited<Publisher extends string>(publisher: Publisher): MessageType<AuditedAction> {
  return defineMessage(`${publisher}.Audited`, auditedAction);
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
