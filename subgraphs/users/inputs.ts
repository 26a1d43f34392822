// Validation of client input.
import { z } from "zod";
import { MOST_MINUTES } from "./entities/support-view.ts";
import { signedByPasskey } from "./credentials/webauthn.ts";
import { MAX_EVENT_IDS } from "../../platform/identity/identity.ts";
import { ORGANIZATION_SCOPES } from "../../domain/scopes.ts";
import { idempotencyKey, isStorable, line, orNull, telephone, text } from "../../platform/core/input.ts";

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
export const createOrganizationInput = z.object({ name: line(200), timeZone: z.string().nullish(), idempotencyKey });
export type CreateOrganization = z.infer<typeof createOrganizationInput>;
const MAX_URL = 500;
export const organizationContactInput = z.object({
  contactEmail: orNull(z.string()),
  contactPhone: orNull(telephone),
  termsUrl: orNull(
    z
      .string()
      .max(MAX_URL, `must have at most ${MAX_URL} characters`)
      .refine((text) => /^https:\/\/[^\s"<>]+$/.test(text) && URL.canParse(text), "must be an https:// URL"),
  ),
});
export type OrganizationContact = z.infer<typeof organizationContactInput>;
const LONGEST_KEY_DAYS = 2 * 365;
const KEY_DAYS = 365;
const DAY_MS = 24 * 60 * 60 * 1_000;
export const createApiKeyInput = z
  .object({
    name: line(100),
    role: z.enum(["MANAGER", "BOX_OFFICE", "SCANNER", "AUDITOR"], "must be MANAGER, BOX_OFFICE, SCANNER or AUDITOR"),
    scopes: z
      .array(z.enum(ORGANIZATION_SCOPES, `must be one of ${ORGANIZATION_SCOPES.join(", ")}`))
      .min(1, "must have at least one scope")
      .refine((scopes) => new Set(scopes).size === scopes.length, "must not name a scope twice"),
    eventIds: z
      .array(z.uuid("must be the ID of an event"))
      .min(1, "must have at least one event, or be absent")
      .max(MAX_EVENT_IDS, `must have at most ${MAX_EVENT_IDS} events`)
      .nullish()
      .transform((ids) => ids ?? null),
    expiresAt: z.nullish(
      z
        .date()
        .refine((at) => at.getTime() > Date.now(), "must be in the future")
        .refine(
          (at) => at.getTime() <= Date.now() + LONGEST_KEY_DAYS * DAY_MS,
          `must be at most ${LONGEST_KEY_DAYS} days from now`,
        ),
    ),
  })
  .refine(({ scopes, eventIds }) => eventIds === null || scopes.every((scope) => scope === "gate:scan"), {
    path: ["eventIds"],
    message: "must be absent, unless gate:scan is the only scope",
  })
  .transform(({ expiresAt, ...rest }) => ({
    ...rest,
    expiresAt: expiresAt ?? new Date(Date.now() + KEY_DAYS * DAY_MS),
  }));
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

const filterText = z
  .string()
  .max(100, "must have at most 100 characters")
  .refine(isStorable, "has characters that can't be stored")
  .nullish();
export const auditFilter = z.object({ actor: filterText, action: filterText });

const DEFAULT_MINUTES = 15;
export const viewAsInput = z.object({
  reason,
  minutes: z
    .int()
    .min(1, "must be at least 1")
    .max(MOST_MINUTES, `must be at most ${MOST_MINUTES}`)
    .nullish()
    .transform((minutes) => minutes ?? DEFAULT_MINUTES),
});
export const externalAnswer = z.object({
  response: z.string().max(8_000, "must have at most 8000 characters"),
  secret: z.string().max(64, "must have at most 64 characters"),
});

/** File in the list of erased people. */
export const erasedPerson = z.strictObject({
  id: z.uuid(),
  userId: z.uuid(),
  secretHash: z.string(),
  erasedAt: z.iso.datetime().transform((at) => new Date(at)),
});

/** Choice of a manager for a scanner device. */
export const scannerChoice = z.object({
  organizationId: z.uuid("must be an organization that you manage").toLowerCase(),
  name: line(100),
  gate: line(100).nullish(),
  /** Null: all events of the organization. */
  eventIds: z
    .array(z.uuid().toLowerCase())
    .min(1, "must name at least one event")
    .max(MAX_EVENT_IDS, `must name at most ${MAX_EVENT_IDS} events`)
    .nullish(),
});

export type ScannerChoice = z.infer<typeof scannerChoice>;

/** Answer to a device; `scanner` is checked where it is used. */
export const deviceReply = z.object({ allows: z.boolean(), scanner: z.unknown() });
