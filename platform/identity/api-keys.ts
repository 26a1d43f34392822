// API keys of organizations: bx_<id>_<secret>_<checksum>, in digits and letters. Secret scanners find them by their form, and a checksum
// tells a mistyped key without asking anybody.
import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 10;
const SECRET_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
const PREFIX = "bx_";
const FORM = /^(bx_([0-9A-Za-z]{10})_[0-9A-Za-z]{32})_([0-9A-Za-z]{6})$/;
/** UUID version 8 (RFC 9562) with the variant bits set. */
const VERSION = "00000000-0000-8000";
const VARIANT = 1n << 63n;

const random = (length: number) => Array.from({ length }, () => DIGITS[randomInt(DIGITS.length)]).join("");

function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (; digits.length < CHECKSUM_LENGTH; rest = Math.floor(rest / DIGITS.length))
    digits = DIGITS[rest % DIGITS.length]! + digits;
  return digits;
}

/** The UUID of a key: its public id as a number. */
function uuidOf(id: string): string {
  const number = [...id].reduce((sum, digit) => sum * BigInt(DIGITS.length) + BigInt(DIGITS.indexOf(digit)), 0n);
  const hex = (VARIANT | number).toString(16);
  return `${VERSION}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}

const hashOf = (key: string) => createHash("sha256").update(key).digest("base64url");

export interface ApiKeyReference {
  id: string;
  /** SHA-256 in base64url. */
  hash: string;
}

export function newApiKey(): ApiKeyReference & { key: string } {
  const id = random(ID_LENGTH);
  const text = `${PREFIX}${id}_${random(SECRET_LENGTH)}`;
  const key = `${text}_${checksumOf(text)}`;
  return { id: uuidOf(id), hash: hashOf(key), key };
}

/** Whether it is meant as an API key. */
export const isApiKey = (token: string) => token.startsWith(PREFIX);

/** Undefined if it can be no key. */
export function readApiKey(key: string): ApiKeyReference | undefined {
  const [, text, id, checksum] = FORM.exec(key) ?? [];
  return text && id && checksum === checksumOf(text) ? { id: uuidOf(id), hash: hashOf(key) } : undefined;
}

/** What stands for the session of a key. */
export const referenceOfKey = ({ id, hash }: ApiKeyReference) => `key:${id}:${hash}`;
