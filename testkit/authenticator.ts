// A software authenticator of passkeys (WebAuthn Level 3): it answers options as a browser with a device does, honestly or with quirks.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

/** As much of CBOR (RFC 8949) as attestations need. */
function encode(value: Cbor): Buffer {
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flatMap(([key, one]) => [encode(key), encode(one)]);
  return Buffer.concat([head(5, value.size), ...pairs]);
}

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();

const [USER_PRESENT, USER_VERIFIED, MAY_BACK_UP, BACKED_UP, HAS_KEY] = [1, 4, 8, 16, 64];

export interface Quirks {
  origin?: string;
  rpId?: string;
  /** Default: true. */
  userVerified?: boolean;
  /** Instead of the next number. */
  counter?: number;
  /** Signs with the key of another passkey. */
  forged?: boolean;
  /** Another format of attestation than none. */
  format?: string;
}

interface Held {
  id: Buffer;
  rpId: string;
  key: KeyObject;
  userHandle: string;
  counter: number;
}

export interface Authenticator {
  /** Makes a passkey for the JSON of creation options. */
  create(options: string, quirks?: Quirks): string;
  /** Signs for the JSON of request options with its last passkey, or the one with this id. */
  sign(options: string, quirks?: Quirks, id?: string): string;
}

/** @param isSynced whether its passkeys are backed up, and so without counters */
export function createAuthenticator(origin: string, { isSynced = false } = {}): Authenticator {
  const passkeys: Held[] = [];

  function clientData(type: string, challenge: string, quirks: Quirks): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: quirks.origin ?? origin, crossOrigin: false }));
  }

  function authenticatorData({ rpId, counter }: Held, quirks: Quirks, key?: Buffer): Buffer {
    const flags =
      USER_PRESENT! +
      (quirks.userVerified === false ? 0 : USER_VERIFIED!) +
      (isSynced ? MAY_BACK_UP! + BACKED_UP! : 0) +
      (key ? HAS_KEY! : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(quirks.counter ?? (isSynced ? 0 : counter));
    return Buffer.concat([sha256(quirks.rpId ?? rpId), Buffer.from([flags]), count, key ?? Buffer.alloc(0)]);
  }

  const answer = ({ id }: Held, response: Record<string, unknown>) =>
    JSON.stringify({
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      authenticatorAttachment: "platform",
      response,
    });

  return {
    create: (options, quirks = {}) => {
      const { challenge, rp, user } = JSON.parse(options) as {
        challenge: string;
        rp: { id: string };
        user: { id: string };
      };
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const { x, y } = publicKey.export({ format: "jwk" });
      const held = { id: randomBytes(32), rpId: rp.id, key: privateKey, userHandle: user.id, counter: 0 };
      passkeys.push(held);
      const cose = new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, "base64url")],
        [-3, Buffer.from(y!, "base64url")],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(held.id.length);
      const credential = Buffer.concat([Buffer.alloc(16), length, held.id, encode(cose)]);
      const attestation = encode(
        new Map<string, Cbor>([
          ["fmt", quirks.format ?? "none"],
          ["attStmt", new Map()],
          ["authData", authenticatorData(held, quirks, credential)],
        ]),
      );
      return answer(held, {
        clientDataJSON: clientData("webauthn.create", challenge, quirks).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      });
    },
    sign: (options, quirks = {}, id) => {
      const { challenge } = JSON.parse(options) as { challenge: string };
      const held = passkeys.findLast((one) => id === undefined || one.id.toString("base64url") === id)!;
      held.counter++;
      const client = clientData("webauthn.get", challenge, quirks);
      const data = authenticatorData(held, quirks);
      const key = quirks.forged ? generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey : held.key;
      return answer(held, {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", Buffer.concat([data, sha256(client)]), key).toString("base64url"),
        userHandle: held.userHandle,
      });
    },
  };
}
