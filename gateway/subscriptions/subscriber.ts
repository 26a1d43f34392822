// A subscriber, over any transport. All subscribers of a topic share the same bytes.
import type { Duplex } from "node:stream";
import type { GraphQLError } from "graphql";
import { WebSocket } from "ws";

export interface Subscriber {
  send(batch: Batch): void;
  /** Normal completion. */
  end(error?: GraphQLError): void;
}

const BEFORE_ID = Buffer.from(`{"id":`);
const AFTER_ID = Buffer.from(`,"type":"next","payload":`);
const AFTER_PAYLOAD = Buffer.from("}");

/** Messages that each follower of a topic is sent together, in one write. */
export class Batch {
  readonly #responses: readonly Buffer[];
  #frames: { id: Buffer; bytes: Buffer; idsAt: number[] } | undefined;
  #events: Buffer | undefined;

  /** @param responses GraphQL responses as JSON */
  constructor(responses: readonly Buffer[]) {
    this.#responses = responses;
  }

  /**
   * One `next` message of graphql-transport-ws for each payload, in its own text frame (RFC 6455, section 5.2). Subscribers with the same
   * ID get the same bytes; IDs of the same length differ in nothing else.
   * @param id the client's own for its subscription, as JSON
   */
  frames(id: Buffer): Buffer {
    const made = this.#frames;
    if (made?.id.length !== id.length) {
      this.#frames = framesOf(this.#responses, id);
      return this.#frames.bytes;
    }
    if (made.id.equals(id)) return made.bytes;
    const bytes = Buffer.allocUnsafe(made.bytes.length);
    made.bytes.copy(bytes);
    for (const at of made.idsAt) id.copy(bytes, at);
    return bytes;
  }

  /** A `next` of server-sent events for each message. */
  get events(): Buffer {
    return (this.#events ??= Buffer.concat(
      this.#responses.flatMap((json) => [Buffer.from("event: next\ndata: "), json, Buffer.from("\n\n")]),
    ));
  }
}

function framesOf(responses: readonly Buffer[], id: Buffer): { id: Buffer; bytes: Buffer; idsAt: number[] } {
  const idsAt: number[] = [];
  let length = 0;
  const parts = responses.flatMap((json) => {
    const payload = [BEFORE_ID, id, AFTER_ID, json, AFTER_PAYLOAD];
    const header = headerOf(payload.reduce((sum, part) => sum + part.length, 0));
    idsAt.push(length + header.length + BEFORE_ID.length);
    const frame = [header, ...payload];
    for (const part of frame) length += part.length;
    return frame;
  });
  return { id, bytes: Buffer.concat(parts, length), idsAt };
}

/** First byte of an unmasked, unfragmented text frame. */
function headerOf(length: number): Buffer {
  const WHOLE_TEXT = 0x81;
  if (length < 126) return Buffer.from([WHOLE_TEXT, length]);
  const header = Buffer.alloc(length < 0x10000 ? 4 : 10);
  header[0] = WHOLE_TEXT;
  header[1] = length < 0x10000 ? 126 : 127;
  if (length < 0x10000) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

/** A subscriber with this much unread data is disconnected, and can resume. Measured: a stalled reader piled up 35 MB without a limit. */
export const MAX_UNREAD_BYTES = 256 * 1024;
/** RFC 6455: the server is overloaded or the client too slow; come back later. */
const TRY_AGAIN_LATER = 1013;

/**
 * Writes messages to a socket under the id that its client has given it.
 * @param raw the underlying connection: the ws library writes whole frames there, too, because nothing is compressed
 */
export function socketSender(socket: WebSocket, raw: Duplex, id: string): Subscriber["send"] {
  const ownId = Buffer.from(JSON.stringify(id));
  return (batch) => {
    if (raw.writableLength > MAX_UNREAD_BYTES) return socket.close(TRY_AGAIN_LATER, "Too slow");
    if (socket.readyState === WebSocket.OPEN) raw.write(batch.frames(ownId));
  };
}
