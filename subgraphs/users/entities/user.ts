import { domainToASCII } from "node:url";
import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";

export type UserStatus = "ACTIVE" | "SUSPENDED" | "DELETED";

export interface Preferences {
  locale?: string;
  currency?: string | null;
  accessibleSeating?: boolean;
  newsletter?: boolean;
}

export const UserEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "User",
    tableName: "app_user",
    properties: {
      id: p.uuid().primary(),
      displayName: p.text(),
      email: p.text().nullable(),
      /** The address in the form that makes it unique. */
      emailKey: p.text().nullable().unique(),
      /** When a mailed code proved that the person reads this address. */
      emailVerifiedAt: p.datetime().nullable(),
      /** Restricted until the address is verified. */
      mustVerify: p.boolean().default(false),
      /** The address that changeEmail asked for, until it is verified. */
      pendingEmail: p.text().nullable(),
      passwordHash: p.text().nullable(),
      status: p.text().$type<UserStatus>(),
      preferences: p.json<Preferences>().default("{}"),
      createdAt: p.datetime().defaultRaw("now()"),
      /** When the person was last told that somebody tries passwords. */
      triesToldAt: p.datetime().nullable(),
    },
  }),
);

export type User = InferEntity<typeof UserEntity>;

/**
 * The same for addresses of one mailbox: in whatever case, with combined or decomposed accents (NFC), and with its domain in letters or
 * as IDNA writes it.
 */
export function emailKey(email: string): string {
  const at = email.lastIndexOf("@");
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  return `${local.toLowerCase().normalize("NFC")}@${domainToASCII(domain) || domain.toLowerCase().normalize("NFC")}`;
}

/** As keys were before they were normalized; an account keeps such a key if another has the normalized one. */
export function plainEmailKey(email: string): string {
  return email.toLowerCase();
}

export interface Verification {
  /** Whether codes can be mailed: without mail nobody is asked to verify an address. */
  sendsMail: boolean;
  /** Domains whose addresses count as verified, in lower case. */
  verifiedDomains: ReadonlySet<string>;
}

export function domainOf(email: string): string {
  const key = emailKey(email);
  return key.slice(key.lastIndexOf("@") + 1);
}

/** Whether the address is known to be the person's. */
export function isVerified(
  { email, emailVerifiedAt }: Pick<User, "email" | "emailVerifiedAt">,
  { verifiedDomains }: Verification,
): boolean {
  return email != null && (emailVerifiedAt != null || verifiedDomains.has(domainOf(email)));
}

/** Whether the account may do less until its address is verified. Accounts from before addresses were verified keep their rights. */
export function isRestricted(
  user: Pick<User, "email" | "emailVerifiedAt" | "mustVerify">,
  verification: Verification,
): boolean {
  return verification.sendsMail && user.mustVerify && !isVerified(user, verification);
}

/** What is left of a person who asked to be forgotten. */
export const ERASED = {
  displayName: "Deleted user",
  email: null,
  emailKey: null,
  emailVerifiedAt: null,
  pendingEmail: null,
  passwordHash: null,
  status: "DELETED",
  preferences: {},
} as const;
