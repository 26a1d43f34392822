// What a ticket's QR code says: "T1.", the ticket's and the event's id and a revision, and an Ed25519 signature (RFC 8032)
// over all before it, in base64url. Whoever has the public key can check it with no network; a new revision makes the old code worthless.
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import type { Ticket } from "./entities/ticket.ts";

const PREFIX = "T1";
/** Of an offer: the same with the offer's id alone, so that it is nowhere kept. */
const OFFER_PREFIX = "O1";
const PAYLOAD_BYTES = 34;

export interface TicketCodes {
  codeOf(ticket: Pick<Ticket, "id" | "eventId" | "revision">): string;
  /** The ticket that a genuine code names; null for any other text. */
  read(code: string): { ticketId: string; eventId: string; revision: number } | null;
  /** What takes an offered ticket. */
  offerCodeOf(offerId: string): string;
  /** The offer that a genuine code names; null for any other text. */
  readOffer(code: string): string | null;
  /** The public key as a JWK (RFC 8037). */
  publicJwk: string;
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function createTicketCodes(pem: string): TicketCodes {
  const privateKey: KeyObject = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  return {
    codeOf: ({ id, eventId, revision }) => {
      const payload = Buffer.alloc(PAYLOAD_BYTES);
      bytesOf(id).copy(payload, 0);
      bytesOf(eventId).copy(payload, 16);
      payload.writeUInt16BE(revision, 32);
      const signed = `${PREFIX}.${payload.toString("base64url")}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString("base64url")}`;
    },
    read: (code) => {
      const match = /^(T1\.([\w-]{46}))\.([\w-]{86})$/.exec(code);
      if (!match || !verify(null, Buffer.from(match[1]!), publicKey, Buffer.from(match[3]!, "base64url"))) return null;
      const payload = Buffer.from(match[2]!, "base64url");
      return {
        ticketId: uuidOf(payload.subarray(0, 16)),
        eventId: uuidOf(payload.subarray(16, 32)),
        revision: payload.readUInt16BE(32),
      };
    },
    offerCodeOf: (offerId) => {
      const signed = `${OFFER_PREFIX}.${bytesOf(offerId).toString("base64url")}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString("base64url")}`;
    },
    readOffer: (code) => {
      const match = /^(O1\.([\w-]{22}))\.([\w-]{86})$/.exec(code);
      if (!match || !verify(null, Buffer.from(match[1]!), publicKey, Buffer.from(match[3]!, "base64url"))) return null;
      return uuidOf(Buffer.from(match[2]!, "base64url"));
    },
    publicJwk: JSON.stringify({ ...publicKey.export({ format: "jwk" }), alg: "EdDSA", use: "sig" }),
  };
}
