// Receipts of erasures: JWS (RFC 7515), signed by the erasing subgraph with its Ed25519 key. The public key alone verifies a receipt, also
// years later. A receipt has no issuer, audience or expiry, so it can't serve as a token.
import { compactVerify, CompactSign, decodeProtectedHeader, importJWK, type JSONWebKeySet, type JWK } from "jose";
import { z } from "zod";
import type { Signer } from "../identity/identity.ts";

const TYPE = "erasure-receipt";
const ALGORITHM = "EdDSA";

const receiptSchema = z.object({
  erasureId: z.uuid(),
  subgraph: z.string(),
  /** Rows that were deleted or changed, by table. */
  counts: z.record(z.string(), z.int()),
  at: z.iso.datetime(),
});

export type Receipt = z.infer<typeof receiptSchema>;

export async function signReceipt({ name, key }: Signer, receipt: Receipt): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(receipt)))
    .setProtectedHeader({ alg: ALGORITHM, kid: name, typ: TYPE })
    .sign(key);
}

export interface VerifiedReceipt extends Receipt {
  /** The JWS, and the key that verifies it. */
  signed: string;
  publicJwk: JWK;
}

/** Undefined unless signed with a trusted key of the subgraph that the receipt names. During a key change a subgraph has two keys. */
export async function verifyReceipt(signed: string, { keys }: JSONWebKeySet): Promise<VerifiedReceipt | undefined> {
  const { kid, typ } = headerOf(signed);
  if (kid === undefined || typ !== TYPE) return undefined;
  for (const publicJwk of keys.filter((one) => one.kid === kid)) {
    const key = await importJWK(publicJwk, ALGORITHM);
    const verified = await compactVerify(signed, key, { algorithms: [ALGORITHM] }).catch(() => undefined);
    if (!verified) continue;
    const receipt = receiptSchema.safeParse(JSON.parse(new TextDecoder().decode(verified.payload)));
    return receipt.success && receipt.data.subgraph === kid ? { ...receipt.data, signed, publicJwk } : undefined;
  }
  return undefined;
}

function headerOf(signed: string): { kid?: string | undefined; typ?: string | undefined } {
  try {
    return decodeProtectedHeader(signed);
  } catch {
    return {};
  }
}
