// Access codes: made in bulk, each usable for one hold or order. A batch is a promo code that buyers can't send; its access codes are promo codes with
// the benefits of the batch. Only hashes of the codes are stored. For a day also the seed that they follow from, sealed by SEATING_SECRET: so a
// repeated request gets the same codes again, and a copy of the database has none of them. (The access code of a private event is another thing.)
import { createHash, createHmac } from "node:crypto";
import { entity } from "../../../platform/postgres/entities.ts";
import type { PromoCode } from "./promo-code.ts";

/** Letters and digits without lookalikes: 5 bits each. */
export const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/** 80 bits: stored hashes can't be reversed by trying, even for any of 10,000 codes. */
const LENGTH = 16;
const GROUP = /.{4}(?=.)/g;

export const AccessCodeBatchEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "AccessCodeBatch",
    tableName: "access_code_batch",
    uniques: [{ properties: ["eventId", "codeNo"] }],
    properties: {
      id: p.uuid().primary(),
      eventId: p.uuid(),
      codeNo: p.integer(),
      count: p.integer(),
      maxTickets: p.integer().nullable(),
      sealedSeed: p.text().nullable(),
      createdAt: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
    },
  }),
);

export const AccessCodeEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "AccessCode",
    tableName: "access_code",
    properties: {
      eventId: p.uuid().primary(),
      hash: p.blob().primary(),
      codeNo: p.integer(),
      no: p.integer(),
    },
  }),
);

/** With the benefits of the promo code that it is. */
export interface AccessCodeBatch extends Pick<PromoCode, "discount" | "channel" | "currency" | "opens"> {
  id: string;
  eventId: string;
  name: string;
  count: number;
  used: number;
  maxTickets: number | null;
  startsAt: Date | null;
  endsAt: Date | null;
  createdAt: Date;
}

/** Promo code of a batch. Codes of buyers have letters, digits, - and _. */
export const codeOfBatch = (batchId: string): string => `+${batchId}`;

/** Codes of a batch, in the order of their numbers, such as ABCD-2345-EFGH-6789. */
export function codesOf(seed: Uint8Array, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const bytes = createHmac("sha256", seed)
      .update(String(index + 1))
      .digest();
    const letters = Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]);
    return letters.join("").replace(GROUP, "$&-");
  });
}

/** As `promo_code_of` calculates it: hyphens do not matter. */
export function accessCodeHash(eventId: string, code: string): Buffer {
  return createHash("sha256")
    .update(`${eventId} ${code.replaceAll("-", "")}`)
    .digest();
}
