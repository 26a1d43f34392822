// Mail about accounts: codes and warnings.
import { entity } from "../../../platform/postgres/entities.ts";
import { InvitationEntity } from "./invitation.ts";
import { SecurityAlertEntity } from "./security-alert.ts";
import { SessionEntity } from "./session.ts";
import { UserEntity } from "./user.ts";

/** VERIFY and CLAIM are requested by a session; the others without one, by a browser that keeps a nonce. */
export type CodePurpose = SessionPurpose | AnonymousPurpose;
export type SessionPurpose = "VERIFY" | "CLAIM";
export type AnonymousPurpose = "SIGN_IN" | "RESET" | "REGISTER" | "GUEST_ORDERS";

/** Data of an account that is created when the code is used. */
export interface Registration {
  displayName: string;
  passwordHash: string;
  locale?: string;
}

export const EmailCodeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "EmailCode",
    tableName: "email_code",
    properties: {
      id: p.uuid().primary(),
      purpose: p.text().$type<CodePurpose>(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id").nullable(),
      sessionId: p.manyToOne(of(SessionEntity)).mapToPk().name("session_id").nullable(),
      email: p.text(),
      tries: p.integer().default(0),
      expiresAt: p.datetime(),
      endedAt: p.datetime().nullable(),
      nonceHash: p.text().nullable(),
      emailKey: p.text().nullable(),
      registration: p.json<Registration>().nullable(),
      usedKey: p.text().nullable(),
      begunSession: p.manyToOne(of(SessionEntity)).mapToPk().name("begun_session").nullable(),
    },
  }),
);

export type NotificationKind =
  | "EMAIL_CODE"
  | "EMAIL_CHANGED"
  | "PASSWORD_TRIED"
  | "ANONYMOUS_CODE"
  | "PASSWORD_RESET"
  | "INVITATION"
  | "NEW_DEVICE"
  | "EMAIL_CHANGE_UNDO"
  | "EMAIL_CHANGE_UNDO"
  | "GUEST_CODE"
  | "CLAIM_CODE"
  | FactorNotice;

/** Alerts about ways to sign in: added, removed, wrong codes, added shortly before a password reset. */
export type FactorNotice = "FACTOR_ADDED" | "FACTOR_REMOVED" | "FACTOR_TRIED" | "FACTORS_AT_RESET";

/** Notification about an account, to be sent. */
export const NotificationEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Letter",
    tableName: "letter",
    properties: {
      id: p.uuid().primary(),
      kind: p.text().$type<NotificationKind>(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id").nullable(),
      email: p.text(),
      codeId: p.manyToOne(of(EmailCodeEntity)).mapToPk().name("code_id").nullable(),
      invitationId: p.manyToOne(of(InvitationEntity)).mapToPk().name("invitation_id").nullable(),
      alertId: p.manyToOne(of(SecurityAlertEntity)).mapToPk().name("alert_id").nullable(),
      writtenAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

/** Number of mails of an account, address or network on a day. */
export const MailCountEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "MailCount",
    tableName: "mail_count",
    properties: { whom: p.text().primary(), day: p.date().primary(), count: p.integer() },
  }),
);

export interface EmailCode {
  id: string;
  expiresAt: Date;
}
