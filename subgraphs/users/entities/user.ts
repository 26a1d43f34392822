import { domainToASCII } from "node:url";
import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";

export type UserStatus = "ACTIVE" | "SUSPENDED" | "DELETED";
export type UserKind = "PERSON" | "GUEST";

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
      /** Normalized address, which is unique. */
      emailKey: p.text().nullable().unique(),
      /** Time at which a mailed code proved that the person reads this address. */
      emailVerifiedAt: p.datetime().nullable(),
      /** Whether the account is restricted until its address is verified. */
      mustVerify: p.boolean().default(false),
      /** Requested new address, until it is verified. */
      pendingEmail: p.text().nullable(),
      passwordHash: p.text().nullable(),
      status: p.text().$type<UserStatus>(),
      /** GUEST: without an account, a password and an email key. */
      kind: p.text().$type<UserKind>().default("PERSON"),
      /** Normalized address of a guest, which other guests may have, too. */
      guestKey: p.text().nullable(),
      /** Time of the guest's last purchase or use of a code. */
      guestSeenAt: p.datetime().nullable(),
      /** Account or guest that a former guest is now. */
      mergedInto: p.uuid().nullable(),
      preferences: p.json<Preferences>().default("{}"),
      createdAt: p.datetime().defaultRaw("now()"),
      /** Time of the last mail about password tries. */
      triesToldAt: p.datetime().nullable(),
    },
  }),
);

export type User = InferEntity<typeof UserEntity>;

/**
 * Key that is equal for all spellings of a mailbox. Case, composition of accents (NFC), and the encoding of the domain (Unicode or IDNA) do
 * not matter.
 */
export function emailKey(email: string): string {
  const at = email.lastIndexOf("@");
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  return `${local.toLowerCase().normalize("NFC")}@${domainToASCII(domain) || domain.toLowerCase().normalize("NFC")}`;
}

/** Key in the form before normalization. An account keeps such a key if another account has the normalized one. */
export function plainEmailKey(email: string): string {
  return email.toLowerCase();
}

/** First character of the mailbox, and the domain. */
export function maskedAddress(email: string): string {
  const [first = ""] = email;
  return `${first}***${email.slice(email.lastIndexOf("@"))}`;
}

export interface Verification {
  /** Whether codes can be mailed. Without mail, addresses need no verification. */
  sendsMail: boolean;
  /** Domains whose addresses count as verified, in lower case. */
  verifiedDomains: ReadonlySet<string>;
}

export function domainOf(email: string): string {
  const key = emailKey(email);
  return key.slice(key.lastIndexOf("@") + 1);
}

/** Whether the address is verified, by a code or by its domain. Only a code verifies that of a guest: anybody can type it. */
export function isVerified(
  { email, emailVerifiedAt, kind }: Pick<User, "email" | "emailVerifiedAt"> & { kind?: string },
  { verifiedDomains }: Verification,
): boolean {
  return email != null && (emailVerifiedAt != null || (kind !== "GUEST" && verifiedDomains.has(domainOf(email))));
}

/** Whether the account is restricted until its address is verified. Accounts from before verification keep their rights. */
export function isRestricted(
  user: Pick<User, "email" | "emailVerifiedAt" | "mustVerify"> & { kind?: string },
  verification: Verification,
): boolean {
  return verification.sendsMail && user.mustVerify && !isVerified(user, verification);
}
