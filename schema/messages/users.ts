// Messages of users.
import { z } from "zod";
import { defineMessage } from "../../platform/core/contracts.ts";

export const UserRegistered = defineMessage("users.UserRegistered", {
  userId: z.uuid(),
  /** The part of the address after the @, in lower case. */
  emailDomain: z.string(),
  registeredAt: z.iso.datetime(),
});

/** The account has this verified address from now on: a mailed code was used, or verification is not required. */
export const EmailVerified = defineMessage("users.EmailVerified", {
  userId: z.uuid(),
  /** The part of the address after the @, in lower case. */
  emailDomain: z.string(),
  verifiedAt: z.iso.datetime(),
});

/** The person's data is to be erased everywhere; purchases stay in the accounts. It may be repeated. */
export const UserErased = defineMessage("users.UserErased", {
  userId: z.uuid(),
  /** What receipts are about; absent in messages of earlier versions, which get none. */
  erasureId: z.uuid().optional(),
});

/** The purchases of guest `from` belong to `to` from now on: an account, or another guest. `from` is never used again. */
export const AccountsMerged = defineMessage("users.AccountsMerged", { from: z.uuid(), to: z.uuid() });

export const UserSuspended = defineMessage("users.UserSuspended", { userId: z.uuid(), reason: z.string() });

export const OrganizationCreated = defineMessage("users.OrganizationCreated", { organizationId: z.uuid() });

/**
 * PAUSED: it may not sell, because platform staff have suspended it, or its last owner, who was added without consent, left.
 * CLOSED: permanently, without members.
 */
export const OrganizationStatusChanged = defineMessage("users.OrganizationStatusChanged", {
  organizationId: z.uuid(),
  status: z.enum(["ACTIVE", "PAUSED", "CLOSED"]),
  version: z.int(),
});

/** Days in reports of the organization are those of this time zone; UTC before the first message. */
export const OrganizationTimeZoneSet = defineMessage("users.OrganizationTimeZoneSet", {
  organizationId: z.uuid(),
  /** IANA name. */
  timeZone: z.string(),
  version: z.int(),
});
