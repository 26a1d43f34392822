// Validation of client input.
import { z } from "zod";
import { signedByPasskey } from "./credentials/webauthn.ts";
import { idempotencyKey, line, text } from "../../platform/core/input.ts";

export const displayName = line(100);
export const locale = z.string().refine((tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}, "must be a BCP 47 language tag, such as de-AT");
const currency = z
  .string()
  .refine((code) => Intl.supportedValuesOf("currency").includes(code), "must be an ISO 4217 code, such as EUR");
export const preferencesInput = z.object({
  locale: locale.nullish().transform((tag) => tag ?? undefined),
  currency: currency.nullish(),
  accessibleSeating: z
    .boolean()
    .nullish()
    .transform((value) => value ?? undefined),
  newsletter: z
    .boolean()
    .nullish()
    .transform((value) => value ?? undefined),
});
/** Reason of a suspension by platform staff. */
export const reason = text(500);
export const createOrganizationInput = z.object({ name: line(200), idempotencyKey });
export const inviteMemberInput = z.object({ idempotencyKey });
const MOST_URIS = 10;
/** Address of an app: as a URL parser writes it, so that it has one spelling. */
const appUri = z
  .string()
  .max(500, "must have at most 500 characters")
  .refine(
    isAppUri,
    "must be an https:// URL in its normal form, or http:// of a loopback address, without fragment, user name and *",
  );
const appUris = z.array(appUri).max(MOST_URIS, `must have at most ${MOST_URIS} addresses`);
const optionalFlag = z
  .boolean()
  .nullish()
  .transform((flag) => flag ?? false);
export const createAppInput = z
  .object({
    name: line(100),
    redirectUris: appUris,
    postLogoutRedirectUris: appUris.nullish().transform((uris) => uris ?? []),
    backchannelLogoutUri: appUri.nullish().transform((uri) => uri ?? undefined),
    isPublic: optionalFlag,
    usesDeviceFlow: optionalFlag,
    idempotencyKey,
  })
  .refine(({ redirectUris, usesDeviceFlow }) => usesDeviceFlow || redirectUris.length > 0, {
    path: ["redirectUris"],
    message: "must have at least one address, except for an app that uses the device flow",
  });

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

function isAppUri(text: string): boolean {
  const url = URL.parse(text);
  if (url?.href !== text || url.username !== "" || url.password !== "" || /[#*]/.test(text)) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.includes(url.hostname));
}
/** Code as typed: in any case, with blanks or hyphens. */
const codeInput = z
  .string()
  .max(32, "must have at most 32 characters")
  .transform((code) => code.toUpperCase().replaceAll(/[\s-]/g, ""));
/** Code of an alert, as copied from the mail. */
export const alertCodeInput = z.object({
  code: z.string().max(64, "must have at most 64 characters").trim(),
  idempotencyKey,
});
export const useCodeInput = z.object({ code: codeInput, nonce: z.string().max(64).nullish(), idempotencyKey });
/** Code of an authenticator app, with or without blanks. */
export const totpCode = z
  .string()
  .max(16, "must have at most 16 characters")
  .transform((code) => code.replaceAll(/\s/g, ""))
  .refine((code) => /^\d{6}$/.test(code), "must have 6 digits");
const recoveryCode = z.string().max(64, "must have at most 64 characters");
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);
const exactlyOne = (given: object) => Object.values(given).filter((value) => value !== undefined).length === 1;
export const secondFactorInput = z
  .object({ totp: optional(totpCode), recoveryCode: optional(recoveryCode), passkey: optional(signedByPasskey) })
  .refine(exactlyOne, "must have exactly one factor");
export const elevateInput = z
  .object({
    password: optional(z.string()),
    totp: optional(totpCode),
    recoveryCode: optional(recoveryCode),
    passkey: optional(signedByPasskey),
  })
  .refine(exactlyOne, "must have exactly one proof");

/** File in the list of erased people. */
export const erasedPerson = z.strictObject({
  id: z.uuid(),
  userId: z.uuid(),
  secretHash: z.string(),
  erasedAt: z.iso.datetime().transform((at) => new Date(at)),
});
