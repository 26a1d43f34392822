import type { InferKyselyDB } from "@mikro-orm/postgresql";
import { statementsOn } from "../../../platform/postgres/statements.ts";
import { DataExportEntity, DataExportPartEntity } from "./data-export.ts";
import { EmailCodeEntity, NotificationEntity, MailCountEntity } from "./email-code.ts";
import { ErasureEntity, ErasureReceiptEntity } from "./erasure.ts";
import { InvitationEntity } from "./invitation.ts";
import { ApiKeyEntity } from "./api-key.ts";
import { DeviceEntity } from "./device.ts";
import { MembershipEntity } from "./membership.ts";
import { OrganizationEntity } from "./organization.ts";
import { PasskeyChallengeEntity, PasskeyEntity } from "./passkey.ts";
import { KnownNetworkEntity, PasswordTryEntity } from "./password-try.ts";
import { EventEndEntity, OpenClaimEntity, ReturnedTicketsEntity, SoldOrderEntity } from "./sales.ts";
import { RefreshTokenEntity, SessionEntity } from "./session.ts";
import { RecoveryCodeEntity, SignInChallengeEntity, StaffSinceEntity, TotpEntity } from "./second-factor.ts";
import { KnownDeviceEntity, SecurityAlertEntity } from "./security-alert.ts";
import { SigningKeyEntity } from "./signing-key.ts";
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
  ErasureEntity,
  ErasureReceiptEntity,
  ApiKeyEntity,
  DeviceEntity,
];

export const statement = statementsOn<InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }>>();
