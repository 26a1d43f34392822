import type { InferKyselyDB } from "@mikro-orm/postgresql";
import { statementsOn, type Kysely } from "../../../platform/postgres/statements.ts";
import { AuditEntryEntity, AuditHeadEntity } from "./audit-entry.ts";
import { DataExportEntity, DataExportPartEntity } from "./data-export.ts";
import { EmailCodeEntity, NotificationEntity, MailCountEntity } from "./email-code.ts";
import { ErasureEntity, ErasureReceiptEntity } from "./erasure.ts";
import { ExternalSignInEntity, IdentityEntity } from "./identity.ts";
import { InvitationEntity } from "./invitation.ts";
import { ApiKeyEntity } from "./api-key.ts";
import { DeviceEntity } from "./device.ts";
import { MembershipEntity } from "./membership.ts";
import { OauthClientEntity, OidcRecordEntity, RsaSigningKeyEntity } from "./openid.ts";
import { OrganizationEntity } from "./organization.ts";
import { PasskeyChallengeEntity, PasskeyEntity } from "./passkey.ts";
import { KnownNetworkEntity, PasswordTryEntity } from "./password-try.ts";
import { EventEndEntity, OpenClaimEntity, ReturnedTicketsEntity, SoldOrderEntity } from "./sales.ts";
import { RefreshTokenEntity, SessionEntity } from "./session.ts";
import { RecoveryCodeEntity, SignInChallengeEntity, StaffSinceEntity, TotpEntity } from "./second-factor.ts";
import { KnownDeviceEntity, SecurityAlertEntity } from "./security-alert.ts";
import { SigningKeyEntity } from "./signing-key.ts";
import { SupportViewEntity } from "./support-view.ts";
import { UserEntity } from "./user.ts";

export const entities = [
  UserEntity,
  OrganizationEntity,
  MembershipEntity,
  InvitationEntity,
  SessionEntity,
  RefreshTokenEntity,
  SigningKeyEntity,
  EmailCodeEntity,
  NotificationEntity,
  MailCountEntity,
  PasswordTryEntity,
  KnownNetworkEntity,
  SecurityAlertEntity,
  KnownDeviceEntity,
  SoldOrderEntity,
  ReturnedTicketsEntity,
  OpenClaimEntity,
  EventEndEntity,
  TotpEntity,
  RecoveryCodeEntity,
  SignInChallengeEntity,
  StaffSinceEntity,
  PasskeyEntity,
  PasskeyChallengeEntity,
  DataExportEntity,
  DataExportPartEntity,
  IdentityEntity,
  ExternalSignInEntity,
  ErasureEntity,
  ErasureReceiptEntity,
  ApiKeyEntity,
  DeviceEntity,
  AuditEntryEntity,
  AuditHeadEntity,
  SupportViewEntity,
  RsaSigningKeyEntity,
  OauthClientEntity,
  OidcRecordEntity,
];

type Tables = InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }>;
export type Db = Kysely<Tables>;

export const statement = statementsOn<Tables>();
