// Who follows a subscription, over whichever transport: each writes the same bytes, with as little of its own as it can.
import type { GraphQLError } from "graphql";
import { WebSocket } from "ws";

/** A message for all who follow a topic: what each transport makes of it is made once. */
export class SharedMessage {
  readonly #json: Buffer;
  #tail: Buffer | undefined;
  #event: Buffer | undefined;

  /** @param json a GraphQL response */
  constructor(json: Buffer) {
    this.#json = json;
  }

  /** Of a `next` of graphql-transport-ws, all that comes after the client's own id. */
  get tail(): Buffer {
    return (this.#tail ??= Buffer.concat([Buffer.from(`,"type":"next","payload":`), this.#json, Buffer.from("}")]));
  }

  /** A `next` of server-sent events. */
  get event(): Buffer {
    return (this.#event ??= Buffer.concat([Buffer.from("event: next\ndata: "), this.#json, Buffer.from("\n\n")]));
  }
}

export interface Subscriber {
  send(message: SharedMessage): void;
  /** Without an error: there is no more to come. */
  end(error?: GraphQLError): void;
}

/** Who has so much unread is cut off, and resumes when it can. Measured: a stalled reader piled up 35 MB without a limit. */
export const MAX_UNREAD_BYTES = 256 * 1024;
/** RFC 6455: the server is overloaded or the client too slow; come back later. */
const TRY_AGAIN_LATER = 1013;

const AS_TEXT = { binary: false, compress: false };

/** Writes a message to a socket under the id that its client has given it. */
export function socketSender(socket: WebSocket, id: string): Subscriber["send"] {
  const head = Buffer.from(`{"id":${JSON.stringify(id)}`);
  return ({ tail }) => {
    if (socket.bufferedAmount > MAX_UNREAD_BYTES) return socket.close(TRY_AGAIN_LATER, "Too slow");
    if (socket.readyState !== WebSocket.OPEN) return;
    const frame = Buffer.allocUnsafe(head.length + tail.length);
    head.copy(frame);
    tail.copy(frame, head.length);
    socket.send(frame, AS_TEXT);
  };
}
