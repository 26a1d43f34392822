import { createHash } from "node:crypto";
import { stringify } from "uuid";

/** IDs that sort by creation time (UUID version 7), so that new rows are adjacent in indexes. */
export { v7 } from "uuid";

/** A deterministic ID for a name (UUID version 8, RFC 9562 section 5.8), so that creation under it is idempotent. */
export function idOf(name: string): string {
  const bytes = createHash("sha256").update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return stringify(bytes);
}
