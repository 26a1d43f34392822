// Passkeys (WebAuthn): options for authenticators, and checks of what they sign. The library is loaded with the first passkey: most processes
// and most requests do without it.
import { z } from "zod";
import { jsonOrNull } from "../../../platform/core/input.ts";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { Passkey } from "../entities/passkey.ts";

/** Relying party (WebAuthn): host of the pages, and the origins whose pages may use its passkeys. */
export interface RelyingParty {
  id: string;
  origins: string[];
}

const NAME = "Boxoffice";
const TIMEOUT_MS = 300_000;
/** EdDSA, ES256, RS256 (COSE). */
const ALGORITHMS = [-8, -7, -257];

/** @param formerUrls origins of before: those with the same host have the same passkeys */
export function relyingPartyOf(publicUrl: string, formerUrls: readonly string[]): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  const former = formerUrls.map((url) => new URL(url)).filter((url) => url.hostname === hostname);
  return { id: hostname, origins: [origin, ...former.map((url) => url.origin)] };
}

type Known = Pick<Passkey, "id" | "transports">;
const credentials = (known: Known[]) => known.map(({ id, transports }) => ({ id, transports }));

export async function creationOptions(
  party: RelyingParty,
  { userId, email, displayName }: { userId: string; email: string; displayName: string },
  known: Known[],
) {
  const { generateRegistrationOptions } = await import("@simplewebauthn/server");
  return generateRegistrationOptions({
    rpName: NAME,
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(userId)),
    userName: email,
    userDisplayName: displayName,
    timeout: TIMEOUT_MS,
    attestationType: "none",
    excludeCredentials: credentials(known),
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/** `known`: the passkeys that may sign; empty for any that the authenticator finds. */
export async function requestOptions(party: RelyingParty, userVerification: "preferred" | "required", known: Known[]) {
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  return generateAuthenticationOptions({
    rpID: party.id,
    timeout: TIMEOUT_MS,
    userVerification,
    ...(known.length > 0 && { allowCredentials: credentials(known) }),
  });
}

const MAX_RESPONSE = 16_384;
const base64url = z.string().regex(/^[\w-]*$/);
const clientData = z.object({ challenge: base64url });

const credentialOf = <Response extends z.ZodType>(response: Response) =>
  z.looseObject({
    id: base64url.min(1).max(1_400),
    rawId: base64url,
    type: z.literal("public-key"),
    response,
    clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  });

/** JSON of a PublicKeyCredential, with the challenge that it is for. */
function responseInput<Credential extends { response: { clientDataJSON: string } }>(credential: z.ZodType<Credential>) {
  return z
    .string()
    .max(MAX_RESPONSE, `must have at most ${MAX_RESPONSE} characters`)
    .transform((text, { addIssue }) => {
      const given = credential.safeParse(jsonOrNull(text));
      const challenge = given.success
        ? clientData.safeParse(jsonOrNull(Buffer.from(given.data.response.clientDataJSON, "base64url").toString()))
        : undefined;
      if (given.success && challenge?.success) return { credential: given.data, challenge: challenge.data.challenge };
      addIssue("must be the JSON of a PublicKeyCredential");
      return z.NEVER;
    });
}

export const createdPasskey = responseInput(
  credentialOf(
    z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(32)).max(10).nullish(),
    }),
  ),
);
export const signedByPasskey = responseInput(
  credentialOf(
    z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.nullish(),
    }),
  ),
);
export type CreatedPasskey = z.infer<typeof createdPasskey>;
export type SignedByPasskey = z.infer<typeof signedByPasskey>;

export type NewPasskey = Pick<
  Passkey,
  "id" | "publicKey" | "counter" | "transports" | "deviceType" | "backedUp" | "aaguid"
>;

/**
 * The library may fetch certificate revocation lists from URLs in an attestation. Our options ask for no attestation, so one with
 * certificates is rejected.
 */
async function hasCertificates(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await import("@simplewebauthn/server/helpers");
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, "base64url")));
  const format = decoded.get("fmt");
  return format !== "none" && (format !== "packed" || decoded.get("attStmt").get("x5c") !== undefined);
}

/** Undefined for an invalid response: another challenge, origin or host, or a wrong signature. */
export async function checkCreated(
  { id, origins }: RelyingParty,
  { credential, challenge }: CreatedPasskey,
): Promise<NewPasskey | undefined> {
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  try {
    if (await hasCertificates(credential.response.attestationObject)) return undefined;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: credential as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origins,
      expectedRPID: id,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!registrationInfo) return undefined;
    return {
      id: registrationInfo.credential.id,
      publicKey: Buffer.from(registrationInfo.credential.publicKey).toString("base64url"),
      counter: registrationInfo.credential.counter,
      transports: credential.response.transports ?? [],
      deviceType: registrationInfo.credentialDeviceType,
      backedUp: registrationInfo.credentialBackedUp,
      aaguid: registrationInfo.aaguid,
    };
  } catch {
    return undefined; // the library throws an error for each failed check
  }
}

export interface PasskeyUse {
  counter: number;
  backedUp: boolean;
  userVerified: boolean;
}

/** Undefined for an invalid response, as above. The caller checks the counter. */
export async function checkSigned(
  { id, origins }: RelyingParty,
  { credential, challenge }: SignedByPasskey,
  passkey: Pick<Passkey, "id" | "publicKey" | "userId">,
): Promise<PasskeyUse | undefined> {
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const { userHandle } = credential.response;
  if (userHandle && Buffer.from(userHandle, "base64url").toString() !== passkey.userId) return undefined;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: credential as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origins,
      expectedRPID: id,
      requireUserVerification: false,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: 0,
      },
    });
    if (!verified) return undefined;
    const { newCounter: counter, credentialBackedUp: backedUp, userVerified } = authenticationInfo;
    return { counter, backedUp, userVerified };
  } catch {
    return undefined; // as above
  }
}
