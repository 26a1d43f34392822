// The hashes that bind a draw to what was announced: docs/draw.md has the formulas. All their parts but the last have fixed lengths, so no
// two inputs give the same bytes.
import { canonicalJson } from "./canonical-json.ts";
import { HASH_BYTES, sha256 } from "./sha256.ts";

export const SEED_BYTES = 32;

const EVENT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const policyHashOf = (policy: object): Buffer => sha256(Buffer.from(canonicalJson(policy)));

/** Published with the announcement of the queue, at least a day before the draw. */
export function commitmentOf(of: { eventId: string; policyHash: Uint8Array; seed: Uint8Array }): Buffer {
  return sha256(
    Buffer.from("boxoffice-seed-1"),
    eventIdBytes(of.eventId),
    ofLength("policyHash", of.policyHash, HASH_BYTES),
    ofLength("seed", of.seed, SEED_BYTES),
  );
}

/** R of docs/draw.md. `beacon` is public randomness from after the close; empty for COMMITTED_SEED. */
export function drawKeyOf(of: {
  eventId: string;
  entriesRoot: Uint8Array;
  seed: Uint8Array;
  beacon?: Uint8Array;
}): Buffer {
  return sha256(
    Buffer.from("boxoffice-draw-1"),
    eventIdBytes(of.eventId),
    ofLength("entriesRoot", of.entriesRoot, HASH_BYTES),
    ofLength("seed", of.seed, SEED_BYTES),
    of.beacon ?? Buffer.alloc(0),
  );
}

function eventIdBytes(eventId: string): Buffer {
  if (!EVENT_ID.test(eventId)) throw new RangeError("eventId is a UUID in lower case.");
  return Buffer.from(eventId);
}

function ofLength(name: string, bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new RangeError(`${name} has ${length} bytes, not ${bytes.length}.`);
  return bytes;
}
