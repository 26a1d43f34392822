// Format of a ticket's QR code: "T1.", the payload (ticket ID, event ID, revision), "." and an Ed25519 signature (RFC 8032) over all before
// that. Payload and signature are in base64url. Anyone with the public key can verify it offline; a new revision invalidates the old code.
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { parse, stringify } from "uuid";
import type { Ticket } from "./ticket.ts";

const PREFIX = "T1";
/** Prefix of an offer's code, which holds only the offer's ID. It is derived when needed, and not stored. */
const OFFER_PREFIX = "O1";
/** Prefix of a code that ends letters. */
const UNSUBSCRIBE_PREFIX = "U1";
const PAYLOAD_BYTES = 34;

export interface TicketCodes {
  codeOf(ticket: Pick<Ticket, "id" | "eventId" | "revision">): string;
  /** Content of a genuine code; null for any other text. */
  read(code: string): { ticketId: string; eventId: string; revision: number } | null;
  /** Code that accepts an offered ticket. */
  offerCodeOf(offerId: string): string;
  /** Offer's ID in a genuine code; null for any other text. */
  readOffer(code: string): string | null;
  /** Code of the link that ends letters of an organization to a person. */
  unsubscribeCodeOf(organizationId: string, userId: string): string;
  /** Content of such a code, if it is genuine; null for any other text. */
  readUnsubscribe(code: string): { organizationId: string; userId: string } | null;
  /** The public key as a JWK (RFC 8037). */
  publicJwk: string;
}

export function createTicketCodes(pem: string): TicketCodes {
  const privateKey: KeyObject = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);

  /** Verified payload. Only the canonical spelling of a signature is valid, because the last letter of base64url has unused bits. */
  function payloadOf(match: RegExpExecArray | null): Buffer | null {
    if (!match) return null;
    const [, signed, payload, text] = match as unknown as [string, string, string, string];
    const signature = Buffer.from(text, "base64url");
    const isGenuine =
      signature.toString("base64url") === text && verify(null, Buffer.from(signed), publicKey, signature);
    return isGenuine ? Buffer.from(payload, "base64url") : null;
  }

  return {
    codeOf: ({ id, eventId, revision }) => {
      const payload = Buffer.alloc(PAYLOAD_BYTES);
      payload.set(parse(id), 0);
      payload.set(parse(eventId), 16);
      payload.writeUInt16BE(revision, 32);
      const signed = `${PREFIX}.${payload.toString("base64url")}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString("base64url")}`;
    },
    read: (code) => {
      const payload = payloadOf(/^(T1\.([\w-]{46}))\.([\w-]{86})$/.exec(code));
      return (
        payload && {
          ticketId: stringify(payload.subarray(0, 16)),
          eventId: stringify(payload.subarray(16, 32)),
          revision: payload.readUInt16BE(32),
        }
      );
    },
    offerCodeOf: (offerId) => {
      const signed = `${OFFER_PREFIX}.${Buffer.from(parse(offerId)).toString("base64url")}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString("base64url")}`;
    },
    readOffer: (code) => {
      const payload = payloadOf(/^(O1\.([\w-]{22}))\.([\w-]{86})$/.exec(code));
      return payload && stringify(payload);
    },
    unsubscribeCodeOf: (organizationId, userId) => {
      const payload = Buffer.concat([parse(organizationId), parse(userId)]).toString("base64url");
      const signed = `${UNSUBSCRIBE_PREFIX}.${payload}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString("base64url")}`;
    },
    readUnsubscribe: (code) => {
      const payload = payloadOf(/^(U1\.([\w-]{43}))\.([\w-]{86})$/.exec(code));
      return (
        payload && { organizationId: stringify(payload.subarray(0, 16)), userId: stringify(payload.subarray(16, 32)) }
      );
    },
    publicJwk: JSON.stringify({ ...publicKey.export({ format: "jwk" }), alg: "EdDSA", use: "sig" }),
  };
}
