// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApiKey as ApiKeyRow } from './entities/api-key.ts';
import type { AppAccess as AppAccessRow } from './entities/app-access.ts';
import type { App as AppRow } from './entities/app.ts';
import type { AuditEntry as AuditEntryRow } from './entities/audit-entry.ts';
import type { DataExport as DataExportRow } from './entities/data-export.ts';
import type { Device as DeviceRow } from './entities/device.ts';
import type { Identity as IdentityRow } from './entities/identity.ts';
import type { Invitation as InvitationRow } from './entities/invitation.ts';
import type { Membership as MembershipRow } from './entities/membership.ts';
import type { Organization as OrganizationRow } from './entities/organization.ts';
import type { Passkey as PasskeyRow } from './entities/passkey.ts';
import type { Session as SessionRow } from './entities/session.ts';
import type { SignedIn as SignedInRow } from './entities/signed-in.ts';
import type { SupportView as SupportViewRow } from './entities/support-view.ts';
import type { User as UserRow } from './entities/user.ts';
import type { SubgraphContext } from '../../platform/subgraph.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339 date and time, from year 1970 to 9999. Answers are always in UTC. */
  DateTime: { input: Date; output: Date; }
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
  /** IANA time zone name. */
  TimeZone: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A refusal: an expected error that a client can handle. */
export type Error = {
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The object does not exist, or the viewer may not see it. */
export type NotFound = Error & {
  __typename?: 'NotFound';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The idempotency key was already used with a different input. Nothing was changed. */
export type IdempotencyKeyReused = Error & {
  __typename?: 'IdempotencyKeyReused';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Position of a page in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether items follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page starts after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge: pass it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** A person with an account. */
export type User = {
  __typename?: 'User';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name that others see. */
  displayName: Scalars['String']['output'];
  /** E-mail address. Only for the user and platform staff; null for anyone else. */
  email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Whether the address is verified: the user has used a code mailed to it, or its domain counts as verified. Only for the user and platform staff; false for anyone else. */
  emailVerified: Scalars['Boolean']['output'];
  /** New address from changeEmail, until the user verifies it with a code. Only for the user; null for anyone else. */
  pendingEmail?: Maybe<Scalars['EmailAddress']['output']>;
  /** Open verification code that this session requested. If mail is enabled, signUp and changeEmail request one. Only for the user; null for anyone else. */
  emailCode?: Maybe<CodeSent>;
  /** Whether the user has an account, or buys as a guest: see startGuestSession. */
  kind: UserKind;
  /** Sessions that have not ended, most recent first; at most 100. Only for the user; empty for anyone else. */
  sessions: Array<SignedIn>;
  /** Views of the account by platform staff, last first; at most 100, of the last 365 days. Only for the user and platform staff; empty for anyone else. */
  supportViews: Array<SupportView>;
  /** The last export of the user's own data that is still kept: see requestDataExport. Only for the user; null for anyone else. */
  dataExport?: Maybe<DataExport>;
  /** Whether the user may sign in. Only the user and platform staff see SUSPENDED; anyone else sees ACTIVE, or DELETED for a deleted user. */
  status: UserStatus;
  /** Organizations that the user works for. Only for the user, members of the same organization and platform staff; empty for anyone else. */
  memberships: Array<Membership>;
  /** Preferences. Only for the user; null for anyone else. */
  preferences?: Maybe<UserPreferences>;
  /** Whether an authenticator app is enabled: see enrollTotp. Only for the user; false for anyone else. */
  hasTotp: Scalars['Boolean']['output'];
  /** Passkeys, oldest first. Only for the user; empty for anyone else. */
  passkeys: Array<Passkey>;
  /** Accounts at other providers that the user signs in with, oldest first. Only for the user; empty for anyone else. */
  identities: Array<Identity>;
  /** What the user has allowed to apps. Only for the user; empty for anyone else. */
  appAccess: Array<AppAccess>;
  /** Number of unused recovery codes. Only for the user; null for anyone else. */
  recoveryCodesLeft?: Maybe<Scalars['Int']['output']>;
  /** Actions by platform staff on the account, oldest first. Only for platform staff; null for anyone else. */
  interventions?: Maybe<Array<Intervention>>;
};

/**
 * Confirms that an 8-character code was requested.
 * The code works once, for at most 5 attempts, and only in the session that requested it, or together with the nonce. A newer code for the same purpose
 * replaces it. The answer is the same whether or not a mail is sent.
 */
export type CodeSent = {
  __typename?: 'CodeSent';
  /** ID of the request; useCode needs it together with the code. */
  id: Scalars['ID']['output'];
  /** Expiry of the code; later if the mail server accepted the mail late. */
  expiresAt: Scalars['DateTime']['output'];
  /** Secret of a code that was requested without a session: useCode needs it. It is returned once; null otherwise. */
  nonce?: Maybe<Scalars['String']['output']>;
};

/** Account after reportSignIn or undoEmailChange: all sessions have ended, and the password is no longer valid. */
export type SecuredAccount = {
  __typename?: 'SecuredAccount';
  /** Address of the account; masked, such as a***@example.org, if it is not the one that the code was mailed to. Set a new password with requestPasswordReset. */
  email: Scalars['EmailAddress']['output'];
};

/** Kinds of users. */
export type UserKind =
  /** A person with an account. */
  | 'PERSON'
  /** A person who buys with a name and an address, without an account. */
  | 'GUEST';

/** SUSPENDED users can't sign in. Personal data of DELETED users is erased; their purchases stay in the accounts. */
export type UserStatus =
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'DELETED';

/** Session of a user that has not ended. */
export type SignedIn = {
  __typename?: 'SignedIn';
  /** Permanent identifier, for endSession. */
  id: Scalars['ID']['output'];
  /** Client: its `user-agent` header; null if it sent none. */
  device?: Maybe<Scalars['String']['output']>;
  /** Network of the client as a CIDR prefix, such as 192.0.2.0/24; null if unknown. */
  place?: Maybe<Scalars['String']['output']>;
  /** Time of sign-in. */
  createdAt: Scalars['DateTime']['output'];
  /** Time of the last refresh. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** Whether this request belongs to the session. */
  current: Scalars['Boolean']['output'];
  /** Whether it is a view by platform staff, without device and place: see User.supportViews. endSession ends it, too. */
  support: Scalars['Boolean']['output'];
  /**
   * Proofs of identity given in the session (RFC 8176): `pwd` password, `otp` code of an authenticator app, `email` mailed code, `hwk` passkey of one device,
   * `swk` passkey of several devices, `recovery` recovery code, `ext` sign-in at another provider, `mfa` second factor there. Empty for sessions from before they were recorded.
   */
  amr: Array<Scalars['String']['output']>;
};

/** Preferences of a user. */
export type UserPreferences = {
  __typename?: 'UserPreferences';
  /** Language for mail: BCP 47 language tag, such as de-AT. */
  locale: Scalars['String']['output'];
  /**
   * ISO 4217 code.
   * @deprecated Has no effect: prices are in the currency of their event.
   */
  currency?: Maybe<Scalars['String']['output']>;
  /**
   * Whether wheelchair places are preferred.
   * @deprecated Has no effect: hold seats whose `wheelchair` is true, or set `wheelchairPlaces` of holdBestAvailable.
   */
  accessibleSeating: Scalars['Boolean']['output'];
  /**
   * Whether the user agrees to a newsletter.
   * @deprecated Has no effect: no news is sent.
   */
  newsletter: Scalars['Boolean']['output'];
};

/** An organization that sells tickets. */
export type Organization = {
  __typename?: 'Organization';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name shown to buyers. */
  name: Scalars['String']['output'];
  /** Address at which buyers reach it; in each letter to them. */
  contactEmail?: Maybe<Scalars['EmailAddress']['output']>;
  /** Phone number at which buyers reach it; in each letter to them. */
  contactPhone?: Maybe<Scalars['String']['output']>;
  /** Web page with its terms; in each letter to buyers. */
  termsUrl?: Maybe<Scalars['String']['output']>;
  /** Time zone of its reports; UTC until it is set. Reports of one event use the time zone of the venue. */
  timeZone: Scalars['TimeZone']['output'];
  /** Members. Only for members and platform staff; empty for anyone else. */
  members: Array<Membership>;
  /** Whether it may sell. Only for members and platform staff; null for anyone else. */
  status?: Maybe<OrganizationStatus>;
  /** Reason for the suspension. Only for OWNER and platform staff; null for anyone else, and while it is not SUSPENDED. */
  suspensionReason?: Maybe<Scalars['String']['output']>;
  /** Apps that sign people in. Only for OWNER; empty for anyone else. */
  apps: Array<App>;
  /** Open invitations. Only for OWNER; empty for anyone else. */
  invitations: Array<Invitation>;
  /** API keys that were not revoked, oldest first. Only for OWNER and MANAGER; empty for anyone else. */
  apiKeys: Array<ApiKey>;
  /** Devices that were not revoked, oldest first. Only for OWNER and MANAGER; empty for anyone else. */
  devices: Array<Device>;
  /** Actions by platform staff on it, oldest first. Only for platform staff; null for anyone else. */
  interventions?: Maybe<Array<Intervention>>;
  /** Audit log, newest first; by actor, by action, or both. Only for OWNER, AUDITOR and platform staff; null for anyone else. */
  audit?: Maybe<AuditEntryConnection>;
};


/** An organization that sells tickets. */
export type OrganizationAuditArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  actor?: InputMaybe<Scalars['ID']['input']>;
  action?: InputMaybe<Scalars['String']['input']>;
};

/** A page of an audit log. */
export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  /** The items, each with its cursor. */
  edges: Array<AuditEntryEdge>;
  /** The items without cursors. */
  nodes: Array<AuditEntry>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: AuditEntry;
};

/**
 * An action of an organizer, of platform staff, or of the system for them. Entries never change: each has the hash of the entry before it.
 * `GET /exports/audit/<organization ID>` returns all of them as NDJSON, `GET /exports/audit/platform` those of platform staff.
 */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** Number in its log, from 1 without gaps. */
  seq: Scalars['Int']['output'];
  /** Time of the action. */
  at: Scalars['DateTime']['output'];
  /** ID of the user who acted; a kind and an ID for anything else, such as `key:<id>`; `system` for a consequence. */
  actor: Scalars['ID']['output'];
  /** `staff` for platform staff; ID of the user whose account a machine or a member of platform staff used; otherwise null. */
  actAs?: Maybe<Scalars['ID']['output']>;
  /** Mutation, such as `pauseSales`. */
  action: Scalars['String']['output'];
  /** ID of the changed thing. */
  subject: Scalars['ID']['output'];
  /** Reason; null if the mutation takes none. Reasons of platform staff are in the log of the platform. */
  reason?: Maybe<Scalars['String']['output']>;
  /** JSON object: IDs, names of changed fields, numbers and amounts. */
  detail: Scalars['String']['output'];
  /** Keyed pseudonym of the client's network; null if unknown. */
  network?: Maybe<Scalars['String']['output']>;
  /** Hash of the entry before it; 64 zeros for the first. */
  previousHash: Scalars['String']['output'];
  /** SHA-256 of the canonical form of the entry, in hexadecimal: see docs/operations/audit.md. */
  hash: Scalars['String']['output'];
};

/**
 * Key by which a program of an organization uses the API: the header `authorization: Bearer bx_…`. It belongs to the organization, also after the
 * person who created it has left.
 */
export type ApiKey = {
  __typename?: 'ApiKey';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Role with which it acts in the organization. */
  role: Role;
  /** What it may do: org:read, gate:scan, events:write. */
  scopes: Array<Scalars['String']['output']>;
  /** Events that it is limited to; null: all events of the organization. */
  eventIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** Person who created it. */
  createdBy?: Maybe<User>;
  /** Time of creation. */
  createdAt: Scalars['DateTime']['output'];
  /** Expiry. */
  expiresAt: Scalars['DateTime']['output'];
  /** Time of the last use, to the minute; null if it was not used yet. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The key. Only the result of createApiKey contains it; later it is null. */
  key?: Maybe<Scalars['String']['output']>;
};

/** Device that scans tickets for an organization. */
export type Device = {
  __typename?: 'Device';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Entrance where it is used. */
  gate?: Maybe<Scalars['String']['output']>;
  /** Events that it is limited to; null: all events of the organization. */
  eventIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** Person who paired it. */
  createdBy?: Maybe<User>;
  /** Time of pairing. */
  createdAt: Scalars['DateTime']['output'];
  /** Time of the last use, to the minute; null if it was not used yet. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
};

/** An action by platform staff on another user's or organization's data. */
export type Intervention = {
  __typename?: 'Intervention';
  /** The mutation that did it, such as `pauseSales`. */
  action: Scalars['String']['output'];
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The member of platform staff. */
  by?: Maybe<User>;
  /** Reason; null if the mutation takes no reason. */
  reason?: Maybe<Scalars['String']['output']>;
};

/**
 * PAUSED: the last owner left after being added without consent. Sales are paused until platform staff appoint an owner.
 * SUSPENDED: platform staff suspended it, and its sales are paused.
 * CLOSED: the last owner left when nothing was owed. It has no members.
 */
export type OrganizationStatus =
  | 'ACTIVE'
  | 'PAUSED'
  | 'SUSPENDED'
  | 'CLOSED';

/** Membership of a user in an organization. */
export type Membership = {
  __typename?: 'Membership';
  /** Organization. */
  organization: Organization;
  /** User. */
  user: User;
  /** Role. */
  role: Role;
};

/**
 * Rights of a member in an organization. Each role includes the roles after it, except AUDITOR.
 * MANAGER: venues, events, reviews. BOX_OFFICE: orders, refunds. SCANNER: check-in, ticket codes.
 * AUDITOR: reads what a MANAGER reads, except ticket codes, and changes nothing.
 */
export type Role =
  | 'OWNER'
  | 'MANAGER'
  | 'BOX_OFFICE'
  | 'SCANNER'
  | 'AUDITOR';

/** Invitation to join an organization. It is valid for 7 days and for one person. */
export type Invitation = {
  __typename?: 'Invitation';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Organization. */
  organization: Organization;
  /** E-mail address of the invited person. */
  email: Scalars['EmailAddress']['output'];
  /** Role. */
  role: Role;
  /** Expiry of the invitation. */
  expiresAt: Scalars['DateTime']['output'];
  /** Token for acceptInvitation. Only the result of inviteMember contains it; later it is null. */
  token?: Maybe<Scalars['String']['output']>;
};

/** A session. Its access token is a JWT (EdDSA). The gateway serves the public keys as JWKS at /.well-known/jwks.json. */
export type Session = {
  __typename?: 'Session';
  /** The user who signed in. */
  user: User;
  /** Token for the header `authorization: Bearer …`. It is valid for 10 minutes. */
  accessToken: Scalars['String']['output'];
  /** Expiry of the access token. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** Single-use token for refreshSession. A retry within 10 seconds returns the same session. Later reuse revokes every session that was created from it. */
  refreshToken: Scalars['String']['output'];
};

/** A view of an account by platform staff. They read the profile, orders and tickets, without ticket codes and whole addresses, and change nothing. */
export type SupportView = {
  __typename?: 'SupportView';
  /** ID of its session, for endSession and endViewAs. */
  id: Scalars['ID']['output'];
  /** Time at which it began. */
  at: Scalars['DateTime']['output'];
  /** Time at which it ends by itself. */
  expiresAt: Scalars['DateTime']['output'];
  /** Time at which it was ended; null if it was not. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Session of a member of platform staff in another user's account: see viewAs. It has no refresh token. */
export type SupportSession = {
  __typename?: 'SupportSession';
  /** Permanent identifier, for endViewAs. */
  id: Scalars['ID']['output'];
  /** The viewed user. */
  user: User;
  /** Token for the header `authorization: Bearer …`. */
  accessToken: Scalars['String']['output'];
  /** Expiry of the access token, and end of the session. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
};

/** Second factors. */
export type Factor =
  /** Code of an authenticator app: see enrollTotp. */
  | 'TOTP'
  /** Passkey: see addPasskey. */
  | 'PASSKEY'
  /** Recovery code: see renewRecoveryCodes. */
  | 'RECOVERY_CODE';

/** Secret for an authenticator app: 6 digits every 30 seconds (RFC 6238). confirmTotp enables it, within 15 minutes and in the same session. */
export type TotpEnrollment = {
  __typename?: 'TotpEnrollment';
  /** Secret in Base32, to enter it by hand. It is returned once. */
  secret: Scalars['String']['output'];
  /** otpauth URI, to be shown as a QR code. */
  uri: Scalars['String']['output'];
};

/** An app that signs people in with OpenID Connect. See createApp. */
export type App = {
  __typename?: 'App';
  /** Identifier of the client (client_id). */
  id: Scalars['ID']['output'];
  /** Name that people see when they are asked. */
  name: Scalars['String']['output'];
  /** Addresses that people are sent back to, compared exactly. */
  redirectUris: Array<Scalars['String']['output']>;
  /** Addresses that people are sent back to after they have signed out, compared exactly. */
  postLogoutRedirectUris: Array<Scalars['String']['output']>;
  /** URI for back-channel logout (OpenID Connect): it gets a logout token after a sign-out; null: none. */
  backchannelLogoutUri?: Maybe<Scalars['String']['output']>;
  /** Whether it has no secret, such as an app in a browser or on a phone. */
  isPublic: Scalars['Boolean']['output'];
  /** Secret of the client. Only the result of createApp contains it; later it is null. */
  secret?: Maybe<Scalars['String']['output']>;
  /** Time at which it was added. */
  createdAt: Scalars['DateTime']['output'];
};

/** What a person has allowed to an app. See endAppAccess. */
export type AppAccess = {
  __typename?: 'AppAccess';
  /** Identifier of the app (client_id). */
  appId: Scalars['ID']['output'];
  /** Name of the app. */
  name: Scalars['String']['output'];
  /** Organization whose app it is; null: an app of Boxoffice. */
  organization?: Maybe<Organization>;
  /** Scopes of the API that it may use. */
  scopes: Array<Scalars['String']['output']>;
  /** Whether it outlives the session in which it was allowed. */
  isOffline: Scalars['Boolean']['output'];
};

/** A passkey (WebAuthn): a key on a device of the user. */
export type Passkey = {
  __typename?: 'Passkey';
  /** Identifier of the credential, in base64url. */
  id: Scalars['ID']['output'];
  /** Name that the user gave it. */
  name: Scalars['String']['output'];
  /** Whether the passkey is backed up, such as in the account of a password manager. */
  backedUp: Scalars['Boolean']['output'];
  /** Time at which it was added. */
  createdAt: Scalars['DateTime']['output'];
  /** Time of the last use; null if it was not used yet. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A provider that people can sign in with (OpenID Connect). */
export type IdentityProvider = {
  __typename?: 'IdentityProvider';
  /** Short name, for startExternalSignIn. */
  id: Scalars['ID']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
};

/** An account at another provider that signs in to this one. */
export type Identity = {
  __typename?: 'Identity';
  /** Permanent identifier, for unlinkIdentity. */
  id: Scalars['ID']['output'];
  /** The provider; null if it is not configured any more. */
  provider?: Maybe<IdentityProvider>;
  /** Address or name at the provider; null if unknown. */
  label?: Maybe<Scalars['String']['output']>;
  /** Time at which it was linked. */
  createdAt: Scalars['DateTime']['output'];
  /** Time of the last sign-in; null if it was not used yet. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A sign-in that was begun. The provider sends the browser back to this system, whose page calls finishExternalSignIn or finishIdentityLink. */
export type ExternalSignIn = {
  __typename?: 'ExternalSignIn';
  /** Address at the provider to send the browser to. */
  url: Scalars['String']['output'];
  /** Secret of this browser: the answer of the provider is accepted only together with it. It is returned once. */
  secret: Scalars['String']['output'];
  /** Expiry of the sign-in. */
  expiresAt: Scalars['DateTime']['output'];
};

/** Reasons for ExternalSignInRejected. */
export type ExternalSignInProblem =
  /** The answer is not valid, has expired, was used before or belongs to another browser; or the person cancelled at the provider. */
  | 'ANSWER_REJECTED'
  /** No account has this identity, and the provider is not trusted to confirm its address. */
  | 'ADDRESS_NOT_CONFIRMED'
  /** The identity was removed from its account: see unlinkIdentity. */
  | 'IDENTITY_REMOVED';

/** Purposes of PasskeyOptions. */
export type PasskeyPurpose =
  /** addPasskey. */
  | 'ADD'
  /** signInWithPasskey, or secondFactor. */
  | 'SIGN_IN'
  /** elevate. */
  | 'ELEVATE';

/** Options for the authenticator. They are valid once, for 5 minutes. Those for ADD and ELEVATE are valid in this session only. */
export type PasskeyOptions = {
  __typename?: 'PasskeyOptions';
  /** JSON of PublicKeyCredentialCreationOptions for ADD, otherwise of PublicKeyCredentialRequestOptions (WebAuthn Level 3). */
  json: Scalars['String']['output'];
  /** Expiry of the options. */
  expiresAt: Scalars['DateTime']['output'];
};

/** A second factor was enabled. All other sessions of the viewer have ended. */
export type FactorEnabled = {
  __typename?: 'FactorEnabled';
  /** The viewer. */
  user: User;
  /** Recovery codes, each valid once. They are returned once, with the first second factor; null if the account has codes. */
  recoveryCodes?: Maybe<Array<Scalars['String']['output']>>;
};

/** New recovery codes, each valid once. The previous ones are invalid. */
export type RecoveryCodes = {
  __typename?: 'RecoveryCodes';
  /** The codes. They are returned once. */
  codes: Array<Scalars['String']['output']>;
};

/** Reasons for ElevationRequired. */
export type ElevationReason =
  /** The last proof of identity in this session is older than 10 minutes: see elevate. */
  | 'CONFIRM_IDENTITY'
  /** An OWNER or a member of platform staff must have a second factor after 14 days: see enrollTotp and addPasskey. */
  | 'ENROLL_FACTOR';

/** Users whose sessions or rights have changed. */
export type ViewerChanges = {
  __typename?: 'ViewerChanges';
  /** Cursor for the next call. */
  number: Scalars['String']['output'];
  /** Whether sessions of all users may have changed; then `userIds` is empty. */
  everybody: Scalars['Boolean']['output'];
  /** Users whose sessions or rights have changed. Entries may repeat between calls. */
  userIds: Array<Scalars['ID']['output']>;
};

/** Current viewer behind a session's access token. */
export type SessionViewer = {
  __typename?: 'SessionViewer';
  /** ID of the user. */
  userId: Scalars['ID']['output'];
  /** Whether the user is platform staff. */
  staff: Scalars['Boolean']['output'];
  /** Whether the user may use operations that require a verified address. */
  verified: Scalars['Boolean']['output'];
  /** Whether the person, within the last hour, has used a passkey in this session or a code mailed to the account. */
  proven: Scalars['Boolean']['output'];
  /** Roles of the user. */
  memberships: Array<ViewerMembership>;
  /** Scopes that limit the viewer; null: all that the account may do. */
  scopes?: Maybe<Array<Scalars['String']['output']>>;
  /** Who acts; null: the user. */
  actor?: Maybe<ViewerActor>;
  /** Events that the viewer is limited to; null: all. */
  eventIds?: Maybe<Array<Scalars['ID']['output']>>;
};

/** Who acts in a session of another person, or for an organization. */
export type ViewerActor = {
  __typename?: 'ViewerActor';
  /** Kind: app, device, key, staff or guest. */
  kind: Scalars['String']['output'];
  /** Identifier of that kind. */
  id: Scalars['ID']['output'];
};

/** A role in an organization. */
export type ViewerMembership = {
  __typename?: 'ViewerMembership';
  /** ID of the organization. */
  organizationId: Scalars['ID']['output'];
  /** Role. */
  role: Role;
};

/** Recipient data for mail. */
export type MailContact = {
  __typename?: 'MailContact';
  /** E-mail address. */
  email: Scalars['EmailAddress']['output'];
  /** Name for the salutation. */
  displayName: Scalars['String']['output'];
  /** Language for mail: BCP 47 language tag. */
  locale: Scalars['String']['output'];
  /** Whether mail may be sent to the address: it is verified, or verification is not required. */
  verified: Scalars['Boolean']['output'];
};

/** For orders. What letters to buyers say about an organization. */
export type Letterhead = {
  __typename?: 'Letterhead';
  /** Name. */
  name: Scalars['String']['output'];
  /** Address at which buyers reach it. */
  contactEmail?: Maybe<Scalars['EmailAddress']['output']>;
  /** Phone number at which buyers reach it. */
  contactPhone?: Maybe<Scalars['String']['output']>;
  /** Web page with its terms. */
  termsUrl?: Maybe<Scalars['String']['output']>;
  /** Whether platform staff have suspended it: letters that it wrote are not sent. */
  isSuspended: Scalars['Boolean']['output'];
};

/** Input of setOrganizationContact. Replaces all three: an omitted one is deleted. */
export type OrganizationContactInput = {
  /** The organization. */
  organizationId: Scalars['ID']['input'];
  /** Address at which buyers reach it. Everybody can see it. */
  contactEmail?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Phone number at which buyers reach it: 3 to 40 digits, blanks and ( ) / . -, with or without a +. Everybody can see it. */
  contactPhone?: InputMaybe<Scalars['String']['input']>;
  /** https:// URL of its terms, at most 500 characters. */
  termsUrl?: InputMaybe<Scalars['String']['input']>;
};

/** Result of setOrganizationContact. */
export type SetOrganizationContactResult = Organization | NotFound;

/** Input of setOrganizationTimeZone. */
export type OrganizationTimeZoneInput = {
  /** The organization. */
  organizationId: Scalars['ID']['input'];
  /** IANA name, such as Europe/Berlin. */
  timeZone: Scalars['TimeZone']['input'];
};

/** Result of setOrganizationTimeZone. */
export type SetOrganizationTimeZoneResult = Organization | NotFound;

/** Input of signUp. */
export type SignUpInput = {
  /** Address to sign in with; unique among all accounts. */
  email: Scalars['EmailAddress']['input'];
  /** At least 8 characters, at most 1024 bytes. Easily guessed passwords are refused: common ones, dates, single words, the user's own address or name. */
  password: Scalars['String']['input'];
  /** 1 to 100 characters. */
  displayName: Scalars['String']['input'];
  /** Language for mail: BCP 47 language tag. It is stored in the preferences. */
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Input of registerAccount. */
export type RegisterAccountInput = {
  /** Address of the account, once its owner uses the mailed code. */
  email: Scalars['EmailAddress']['input'];
  /** The rules of signUp apply. */
  password: Scalars['String']['input'];
  /** 1 to 100 characters. */
  displayName: Scalars['String']['input'];
  /** Language for mail: BCP 47 language tag. It is stored in the preferences. */
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Input of startGuestSession. */
export type StartGuestSessionInput = {
  /** Address of the buyer. Tickets are mailed there after a mailed code has proven it. */
  email: Scalars['EmailAddress']['input'];
  /** Name of the buyer: 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** Language for mail: BCP 47 language tag. */
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Input of signIn. */
export type SignInInput = {
  /** Address of the account; case does not matter. */
  email: Scalars['EmailAddress']['input'];
  /** Password. */
  password: Scalars['String']['input'];
};

/** Input of secondFactor: the challenge, and exactly one factor. */
export type SecondFactorInput = {
  /** SecondFactorRequired.challenge. */
  challenge: Scalars['String']['input'];
  /** Code of the authenticator app: 6 digits. Each code works once. */
  totp?: InputMaybe<Scalars['String']['input']>;
  /** Recovery code. Case, blanks and hyphens are ignored. */
  recoveryCode?: InputMaybe<Scalars['String']['input']>;
  /** JSON of the PublicKeyCredential that the authenticator returned for options of the purpose SIGN_IN. */
  passkey?: InputMaybe<Scalars['String']['input']>;
};

/** Input of signInWithPasskey. */
export type PasskeySignInInput = {
  /** JSON of the PublicKeyCredential that the authenticator returned for options of the purpose SIGN_IN. */
  response: Scalars['String']['input'];
};

/** Input of addPasskey. */
export type AddPasskeyInput = {
  /** JSON of the PublicKeyCredential that the authenticator returned for options of the purpose ADD. */
  response: Scalars['String']['input'];
  /** 1 to 100 characters. */
  name: Scalars['String']['input'];
};

/** Input of finishExternalSignIn and finishIdentityLink. */
export type ExternalAnswerInput = {
  /** IdentityProvider.id, as in the address that the provider sent the browser to. */
  provider: Scalars['ID']['input'];
  /** Query string of that address. */
  response: Scalars['String']['input'];
  /** ExternalSignIn.secret. */
  secret: Scalars['String']['input'];
};

/** Input of elevate: exactly one proof. */
export type ElevateInput = {
  /** Password. */
  password?: InputMaybe<Scalars['String']['input']>;
  /** Code of the authenticator app: 6 digits. Each code works once. */
  totp?: InputMaybe<Scalars['String']['input']>;
  /** Recovery code. Case, blanks and hyphens are ignored. */
  recoveryCode?: InputMaybe<Scalars['String']['input']>;
  /** JSON of the PublicKeyCredential that the authenticator returned for options of the purpose ELEVATE, with user verification. */
  passkey?: InputMaybe<Scalars['String']['input']>;
};

/** Input of viewAs. */
export type ViewAsInput = {
  /** The user. */
  userId: Scalars['ID']['input'];
  /** 1 to 500 characters. It is in the audit log of the platform; the user does not see it. */
  reason: Scalars['String']['input'];
  /** 1 to 30; by default 15. */
  minutes?: InputMaybe<Scalars['Int']['input']>;
};

/** Input of createApp. */
export type CreateAppInput = {
  /** Organization whose app it is. */
  organizationId: Scalars['ID']['input'];
  /** 1 to 100 characters. People see it when they are asked. */
  name: Scalars['String']['input'];
  /**
   * At most 10 addresses that people are sent back to. They are compared exactly. They begin with https://, or with http:// for a loopback address,
   * and have no fragment, wildcard or user name.
   */
  redirectUris: Array<Scalars['String']['input']>;
  /** At most 10 addresses that people are sent back to after they have signed out; as redirectUris. */
  postLogoutRedirectUris?: InputMaybe<Array<Scalars['String']['input']>>;
  /** URI for back-channel logout (OpenID Connect): it gets a logout token after a sign-out. Rules: as redirectUris. */
  backchannelLogoutUri?: InputMaybe<Scalars['String']['input']>;
  /** Whether it can't keep a secret, such as an app in a browser or on a phone; default: false. */
  isPublic?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it signs people in on devices without a browser (device flow); default: false. Such an app may have no redirectUris. */
  usesDeviceFlow?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of createOrganization. */
export type CreateOrganizationInput = {
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** Time zone of its reports: IANA name; default: UTC. */
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of updateProfile. */
export type UpdateProfileInput = {
  /** 1 to 100 characters. */
  displayName: Scalars['String']['input'];
};

/** Input of changePassword. */
export type ChangePasswordInput = {
  /** Current password. */
  currentPassword: Scalars['String']['input'];
  /** New password; the rules of signUp apply. */
  newPassword: Scalars['String']['input'];
};

/** Input of changeEmail. */
export type ChangeEmailInput = {
  /** Current password. */
  password: Scalars['String']['input'];
  /** New address; unique among all accounts. */
  email: Scalars['EmailAddress']['input'];
};

/** Input of useCode. */
export type UseCodeInput = {
  /** CodeSent.id. */
  id: Scalars['ID']['input'];
  /** Code from the mail. Case, blanks and hyphens are ignored. */
  code: Scalars['String']['input'];
  /** CodeSent.nonce. Required for a code that was requested without a session. */
  nonce?: InputMaybe<Scalars['String']['input']>;
  /** Required for a code of requestPasswordReset; the rules of signUp apply. */
  newPassword?: InputMaybe<Scalars['String']['input']>;
  /** For a code of registerAccount: whether the new account also gets the purchases of guests with its address. Default: false. */
  claimGuestOrders?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of claimGuestOrders. */
export type ClaimGuestOrdersInput = {
  /** CodeSent.id. */
  id: Scalars['ID']['input'];
  /** Code from the mail. Case, blanks and hyphens are ignored. */
  code: Scalars['String']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of reportSignIn and undoEmailChange. */
export type AlertCodeInput = {
  /** Code from the mail; case matters. */
  code: Scalars['String']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of setPreferences. Omitted fields stay as they are. */
export type PreferencesInput = {
  /** Language for mail: BCP 47 language tag. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /**
   * ISO 4217 code; null for none.
   * @deprecated Has no effect: prices are in the currency of their event.
   */
  currency?: InputMaybe<Scalars['String']['input']>;
  /**
   * Whether wheelchair places are preferred.
   * @deprecated Has no effect: hold seats whose `wheelchair` is true, or set `wheelchairPlaces` of holdBestAvailable.
   */
  accessibleSeating?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Whether the user agrees to a newsletter.
   * @deprecated Has no effect: no news is sent.
   */
  newsletter?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Input of createApiKey. */
export type CreateApiKeyInput = {
  /** Organization in which the viewer is OWNER or MANAGER. */
  organizationId: Scalars['ID']['input'];
  /** 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** Role with which the key acts in the organization; not OWNER. */
  role: Role;
  /** At least one of org:read, gate:scan and events:write. */
  scopes: Array<Scalars['String']['input']>;
  /** At most 50 events that a key for gate:scan is limited to. Without them: all events of the organization. */
  eventIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Expiry, at most two years from now; without it, a year from now. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Input of inviteMember. */
export type InviteMemberInput = {
  /** Organization in which the viewer is OWNER. */
  organizationId: Scalars['ID']['input'];
  /** Address of the invited person. Only an account with this address can accept. */
  email: Scalars['EmailAddress']['input'];
  /** Role. */
  role: Role;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Filter of users. A user must match every given field. */
export type UserFilter = {
  /** Part of the name or address. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Only users with this status. */
  status?: InputMaybe<UserStatus>;
};

/** An account with this e-mail address already exists. */
export type EmailTaken = Error & {
  __typename?: 'EmailTaken';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The password is shorter than 8 characters, longer than 1024 bytes, or easy to guess. */
export type PasswordTooWeak = Error & {
  __typename?: 'PasswordTooWeak';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Address or password is wrong. Answer and response time are the same for an unknown address and a wrong password. */
export type CredentialsRejected = Error & {
  __typename?: 'CredentialsRejected';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The viewer must verify the account's e-mail address first: see requestEmailCode. */
export type EmailNotVerified = Error & {
  __typename?: 'EmailNotVerified';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The code is wrong, used or expired, had too many attempts, or was requested in another session. */
export type CodeRejected = Error & {
  __typename?: 'CodeRejected';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The first factor is correct. The account has a second factor: pass it to secondFactor. */
export type SecondFactorRequired = Error & {
  __typename?: 'SecondFactorRequired';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Secret for secondFactor, for at most 5 attempts and one session. */
  challenge: Scalars['String']['output'];
  /** Expiry of the challenge. */
  expiresAt: Scalars['DateTime']['output'];
  /** Factors that the account has. */
  factors: Array<Factor>;
};

/** The second factor is wrong or was used before; or the challenge was used, has expired or had too many attempts. */
export type SecondFactorRejected = Error & {
  __typename?: 'SecondFactorRejected';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The passkey was rejected: its challenge was used or has expired; its origin, host or signature is wrong; or the account has 20 passkeys. */
export type PasskeyRejected = Error & {
  __typename?: 'PasskeyRejected';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The last way to sign in can't be removed: the account has neither a password, nor a verified address, nor another passkey or identity. */
export type LastWayIn = Error & {
  __typename?: 'LastWayIn';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The sign-in at another provider is not accepted. */
export type ExternalSignInRejected = Error & {
  __typename?: 'ExternalSignInRejected';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Reason. */
  reason: ExternalSignInProblem;
};

/** The identity is linked to an account already, or the account has 20 identities. */
export type IdentityTaken = Error & {
  __typename?: 'IdentityTaken';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The provider does not answer. Nothing was changed. */
export type ProviderUnavailable = Error & {
  __typename?: 'ProviderUnavailable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The viewer must first prove who they are, or enable a second factor. */
export type ElevationRequired = Error & {
  __typename?: 'ElevationRequired';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Step that is missing. */
  reason: ElevationReason;
};

/** The last owner can't leave while the organization has valid tickets for a future date or unsettled money. */
export type LastOwner = Error & {
  __typename?: 'LastOwner';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Organization that needs another owner first. */
  organization?: Maybe<Organization>;
};

/** The organization has the maximum number of apps. */
export type AppLimitReached = Error & {
  __typename?: 'AppLimitReached';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Maximum number of apps. */
  limit: Scalars['Int']['output'];
};

/** The user has reached a limit: 50 organizations that they created or joined, or 50 that added them without consent. */
export type MembershipLimitReached = Error & {
  __typename?: 'MembershipLimitReached';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Maximum number of memberships. */
  limit: Scalars['Int']['output'];
};

/** Result of signUp. */
export type SignUpResult = Session | EmailTaken | PasswordTooWeak;

/** Result of signIn and signInWithPasskey. */
export type SignInResult = Session | CredentialsRejected | SecondFactorRequired;

/** Result of secondFactor. */
export type SecondFactorResult = Session | SecondFactorRejected | PasskeyRejected;

/** Result of startExternalSignIn. */
export type StartExternalSignInResult = ExternalSignIn | NotFound | ProviderUnavailable;

/** Result of finishExternalSignIn. */
export type FinishExternalSignInResult = Session | SecondFactorRequired | ExternalSignInRejected | ProviderUnavailable;

/** Result of startIdentityLink. */
export type StartIdentityLinkResult = ExternalSignIn | NotFound | ProviderUnavailable | ElevationRequired;

/** Result of finishIdentityLink: the viewer. */
export type FinishIdentityLinkResult = User | ExternalSignInRejected | IdentityTaken | ProviderUnavailable;

/** Result of unlinkIdentity: the viewer. */
export type UnlinkIdentityResult = User | NotFound | LastWayIn | ElevationRequired;

/** Result of elevate. */
export type ElevateResult = User | CredentialsRejected | SecondFactorRejected | PasskeyRejected;

/** Result of passkeyOptions. */
export type PasskeyOptionsResult = PasskeyOptions | ElevationRequired;

/** Result of addPasskey. */
export type AddPasskeyResult = FactorEnabled | PasskeyRejected;

/** Result of removePasskey. */
export type RemovePasskeyResult = User | NotFound | LastWayIn | ElevationRequired;

/** Result of renamePasskey. */
export type RenamePasskeyResult = User | NotFound;

/** Result of enrollTotp. */
export type EnrollTotpResult = TotpEnrollment | ElevationRequired;

/** Result of confirmTotp. */
export type ConfirmTotpResult = FactorEnabled | CodeRejected;

/** Result of disableTotp. */
export type DisableTotpResult = User | ElevationRequired;

/** Result of renewRecoveryCodes. */
export type RenewRecoveryCodesResult = RecoveryCodes | NotFound | ElevationRequired;

/** Result of registerAccount. */
export type RegisterAccountResult = CodeSent | PasswordTooWeak;

/** Result of refreshSession. */
export type RefreshSessionResult = Session | CredentialsRejected;

/** Result of endSession: the viewer. */
export type EndSessionResult = User | NotFound;

/** Result of viewAs. */
export type ViewAsResult = SupportSession | NotFound | ElevationRequired;

/** Result of endViewAs: the viewed user. */
export type EndViewAsResult = User | NotFound;

/** Result of createApp. */
export type CreateAppResult = App | NotFound | ElevationRequired | IdempotencyKeyReused | AppLimitReached;

/** Result of removeApp. */
export type RemoveAppResult = Organization | NotFound | ElevationRequired;

/** Result of endAppAccess. */
export type EndAppAccessResult = User | NotFound;

/** Result of createOrganization. */
export type CreateOrganizationResult = Organization | IdempotencyKeyReused | MembershipLimitReached;

/** Result of setMember. */
export type SetMemberResult = Organization | NotFound | LastOwner | MembershipLimitReached | ElevationRequired;

/** Result of changePassword. */
export type ChangePasswordResult = User | CredentialsRejected | PasswordTooWeak | ElevationRequired;

/** Result of changeEmail. */
export type ChangeEmailResult = User | CredentialsRejected | EmailTaken | ElevationRequired;

/** Result of useCode. */
export type UseCodeResult = User | Session | CodeRejected | EmailTaken | PasswordTooWeak | IdempotencyKeyReused | SecondFactorRequired;

/** Result of requestGuestClaim. */
export type RequestGuestClaimResult = CodeSent | EmailNotVerified;

/** Result of claimGuestOrders: the viewer. */
export type ClaimGuestOrdersResult = User | CodeRejected | IdempotencyKeyReused;

/** Result of reportSignIn. */
export type ReportSignInResult = SecuredAccount | CodeRejected;

/** Result of undoEmailChange. */
export type UndoEmailChangeResult = SecuredAccount | CodeRejected;

/** Copy of a user's own data. */
export type DataExport = {
  __typename?: 'DataExport';
  /** Identifier of the export. */
  id: Scalars['ID']['output'];
  /** Time of the request. */
  requestedAt: Scalars['DateTime']['output'];
  /** Time at which it became ready; null while it is collected. */
  readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** Time at which it is deleted. */
  expiresAt: Scalars['DateTime']['output'];
  /** Path of the ZIP file at the gateway, for GET with a session of the user; null while it is collected. */
  path?: Maybe<Scalars['String']['output']>;
};

/** The user is erased. Only this result and the last mail to the user have the secret. */
export type ErasedAccount = {
  __typename?: 'ErasedAccount';
  /** Identifier of the erasure: pass it to Query.erasure. */
  erasureId: Scalars['ID']['output'];
  /** Secret of the erasure: pass it to Query.erasure. Keep it: it can't be requested again. */
  secret: Scalars['String']['output'];
};

/** Erasure of a user, for holders of its secret. */
export type Erasure = {
  __typename?: 'Erasure';
  /** Identifier of the erasure. */
  id: Scalars['ID']['output'];
  /** Time at which the account was erased. All other subgraphs erase soon after. */
  erasedAt: Scalars['DateTime']['output'];
  /** Whether each subgraph has signed a receipt. */
  isComplete: Scalars['Boolean']['output'];
  /** Signed receipts, by subgraph. */
  receipts: Array<ErasureReceipt>;
  /** Names of subgraphs without a receipt. */
  missing: Array<Scalars['String']['output']>;
};

/** A subgraph's signed statement that it has erased the user's data. */
export type ErasureReceipt = {
  __typename?: 'ErasureReceipt';
  /** Name of the subgraph. */
  subgraph: Scalars['String']['output'];
  /** Time at which it erased the data. */
  at: Scalars['DateTime']['output'];
  /** Numbers of erased rows, by table. */
  counts: Array<ErasedRows>;
  /** The receipt as signed: a JWS (RFC 7515) with Ed25519. */
  signed: Scalars['String']['output'];
  /** Public key that verifies `signed`: a JWK (RFC 7517). */
  publicKey: Scalars['String']['output'];
};

/** Number of rows that were erased in a table. */
export type ErasedRows = {
  __typename?: 'ErasedRows';
  /** Name of the table. */
  table: Scalars['String']['output'];
  /** Number of rows that were deleted or overwritten. */
  rows: Scalars['Int']['output'];
};

/** Result of eraseAccount. */
export type EraseAccountResult = ErasedAccount | CredentialsRejected | LastOwner;

/** Result of deleteAccount. */
export type DeleteAccountResult = User | CredentialsRejected | LastOwner;

/** Result of inviteMember. */
export type InviteMemberResult = Invitation | NotFound | IdempotencyKeyReused | ElevationRequired;

/** Result of acceptInvitation. */
export type AcceptInvitationResult = Organization | NotFound | EmailNotVerified | MembershipLimitReached;

/** Result of createApiKey. */
export type CreateApiKeyResult = ApiKey | NotFound | ElevationRequired;

/** Result of revokeApiKey. */
export type RevokeApiKeyResult = ApiKey | NotFound;

/** Result of revokeDevice. */
export type RevokeDeviceResult = Device | NotFound;

/** Result of revokeInvitation. */
export type RevokeInvitationResult = Organization | NotFound;

/** Result of suspendOrganization and resumeOrganization. */
export type SetOrganizationStatusResult = Organization | NotFound;

/** Result of suspendUser and restoreUser. */
export type SetUserStatusResult = User | NotFound;

/** A page of users. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The items, each with its cursor. */
  edges: Array<UserEdge>;
  /** The items without cursors. */
  nodes: Array<User>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: User;
};

/** A page of organizations. */
export type OrganizationConnection = {
  __typename?: 'OrganizationConnection';
  /** The items, each with its cursor. */
  edges: Array<OrganizationEdge>;
  /** The items without cursors. */
  nodes: Array<Organization>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type OrganizationEdge = {
  __typename?: 'OrganizationEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Organization;
};

/** Queries. */
export type Query = {
  __typename?: 'Query';
  /** The signed-in user; null without a session. */
  me?: Maybe<User>;
  /** One user. Only for the user, members of the same organization and platform staff; null for anyone else and for an unknown ID. */
  user?: Maybe<User>;
  /** One organization; null for an unknown ID. */
  organization?: Maybe<Organization>;
  /** For platform staff. All users, newest first. */
  users: UserConnection;
  /** For platform staff. Organizations with this status, newest first. Without a status: those that are PAUSED, SUSPENDED or CLOSED. */
  organizations: OrganizationConnection;
  /** For platform staff. Audit log of platform staff, newest first; by actor, by action, or both. */
  platformAudit: AuditEntryConnection;
  /** Providers that people can sign in with. */
  identityProviders: Array<IdentityProvider>;
  /** An erasure with its receipts. It needs no account. Null for an unknown ID or a wrong secret. See Mutation.eraseAccount. */
  erasure?: Maybe<Erasure>;
  /**
   * For the gateway. Viewers of these sessions, in the same order; null for a session that has ended. A gateway that enforces scopes asks for
   * `limited` viewers, too.
   */
  sessionViewers: Array<Maybe<SessionViewer>>;
  /** For the gateway. Users whose sessions or rights have changed since this cursor. Without a cursor, or with one that is too old: all users. */
  viewerChanges: ViewerChanges;
  /** For orders. Recipient data for mail to a user; null for a deleted user. */
  mailContact?: Maybe<MailContact>;
  /** For orders. Recipient data for mail to these users, in the same order; null for a deleted user. */
  mailContacts: Array<Maybe<MailContact>>;
  /** For orders. What letters to buyers say about an organization; null for an unknown ID. */
  letterhead?: Maybe<Letterhead>;
  /** For orders. IDs of the account with this address and of its guests, at most the last 100; empty for an unknown address. */
  peopleByEmail: Array<Scalars['ID']['output']>;
};


/** Queries. */
export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


/** Queries. */
export type QueryOrganizationArgs = {
  id: Scalars['ID']['input'];
};


/** Queries. */
export type QueryUsersArgs = {
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryOrganizationsArgs = {
  status?: InputMaybe<OrganizationStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryPlatformAuditArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  actor?: InputMaybe<Scalars['ID']['input']>;
  action?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryErasureArgs = {
  id: Scalars['ID']['input'];
  secret: Scalars['String']['input'];
};


/** Queries. */
export type QuerySessionViewersArgs = {
  sessionIds: Array<Scalars['ID']['input']>;
  limited?: Scalars['Boolean']['input'];
};


/** Queries. */
export type QueryViewerChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryMailContactArgs = {
  userId: Scalars['ID']['input'];
};


/** Queries. */
export type QueryMailContactsArgs = {
  userIds: Array<Scalars['ID']['input']>;
};


/** Queries. */
export type QueryLetterheadArgs = {
  organizationId: Scalars['ID']['input'];
};


/** Queries. */
export type QueryPeopleByEmailArgs = {
  email: Scalars['EmailAddress']['input'];
};

/** Mutations. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Creates an account and signs in. If mail is enabled, a code to verify the address is sent. The account is limited until the code is used. */
  signUp: SignUpResult;
  /**
   * Starts a session. Wrong passwords are counted for each account. From the ninth on, the answer is RATE_LIMITED with `retryAfterSeconds` of at
   * most 900.
   * A device or network that has signed in to the account before is exempt, unless it is limited itself.
   */
  signIn: SignInResult;
  /** Completes a sign-in whose result was SecondFactorRequired. Wrong factors are counted by challenge, and by account as in signIn. */
  secondFactor: SecondFactorResult;
  /**
   * Proves the viewer's identity again, for mutations that return ElevationRequired. The proof is valid for 10 minutes in this session.
   * The session ends after five wrong proofs.
   */
  elevate: ElevateResult;
  /** Creates options for the authenticator of a passkey. */
  passkeyOptions: PasskeyOptionsResult;
  /** Adds a passkey, and ends all other sessions of the viewer. From then on, every sign-in needs a second factor. */
  addPasskey: AddPasskeyResult;
  /** Starts a session with a passkey. With user verification it counts as both factors; without it the answer is SecondFactorRequired. */
  signInWithPasskey: SignInResult;
  /**
   * Begins a sign-in at another provider. The answer must come back within 10 minutes, once, in the same browser.
   * Limit: 5000 a day from one network.
   */
  startExternalSignIn: StartExternalSignInResult;
  /**
   * Completes a sign-in at another provider, with its answer. It signs in the account that has this identity. An identity without an account gets the one with
   * its address, or a new one, if the provider is trusted for the domain of the address and says that it is verified.
   */
  finishExternalSignIn: FinishExternalSignInResult;
  /** Begins a sign-in at another provider to link its identity to the viewer. Limit: 50 a day. */
  startIdentityLink: StartIdentityLinkResult;
  /** Links the identity to the viewer, in the session that began it. Ends all other sessions of the viewer. */
  finishIdentityLink: FinishIdentityLinkResult;
  /** Removes an identity, and ends all other sessions of the viewer. It signs nobody in until it is linked again. */
  unlinkIdentity: UnlinkIdentityResult;
  /** Removes a passkey, and ends all other sessions of the viewer. */
  removePasskey: RemovePasskeyResult;
  /**
   * For OWNER, with a recent proof of identity: see elevate. Adds an app that signs people in with OpenID Connect. Only this result has its
   * secret. Limit: 20 apps for each organization.
   */
  createApp: CreateAppResult;
  /** For OWNER, with a recent proof of identity: see elevate. Removes an app. What people have allowed to it ends within five seconds. */
  removeApp: RemoveAppResult;
  /** Ends what the viewer has allowed to an app. Its tokens are refused within five seconds. */
  endAppAccess: EndAppAccessResult;
  /** Changes the name of a passkey: 1 to 100 characters. */
  renamePasskey: RenamePasskeyResult;
  /**
   * Creates a secret for an authenticator app. It replaces one that was not confirmed. An enabled app stays enabled until the new one is
   * confirmed.
   */
  enrollTotp: EnrollTotpResult;
  /** Enables the authenticator app of enrollTotp by its current code. From then on, every sign-in needs a second factor. Ends all other sessions of the viewer. */
  confirmTotp: ConfirmTotpResult;
  /** Disables the authenticator app, and ends all other sessions of the viewer. Idempotent. */
  disableTotp: DisableTotpResult;
  /** Creates ten recovery codes, for an account with a second factor. The previous ones become invalid. */
  renewRecoveryCodes: RenewRecoveryCodesResult;
  /** Exchanges a refresh token for a new access token and a new refresh token. A session ends at most 90 days after sign-in, or after the operator's own limit. */
  refreshSession: RefreshSessionResult;
  /** Ends this session. Its access token stops working within 5 seconds. */
  signOut: Scalars['Boolean']['output'];
  /** Ends a session of the viewer: see User.sessions. Its access token stops working within 5 seconds. Idempotent. */
  endSession: EndSessionResult;
  /** Ends all other sessions of the viewer. Returns the viewer. */
  endOtherSessions: User;
  /** Creates an organization with the viewer as OWNER. Limit: 20 a day. */
  createOrganization: CreateOrganizationResult;
  /**
   * For OWNER. Adds a member or changes the role; without a role it removes the member. Members may remove themselves.
   * Giving or taking the role OWNER needs a recent proof of identity: see elevate.
   * Platform staff may set members of a PAUSED organization. It becomes ACTIVE when it has an OWNER.
   */
  setMember: SetMemberResult;
  /** For OWNER. Creates an invitation for the owner of this address. If mail is enabled, it is mailed. Limit: 50 a day, 10 for each address. An invitation as OWNER needs a recent proof of identity: see elevate. */
  inviteMember: InviteMemberResult;
  /** Joins the organization that invited the viewer's address. If mail is enabled, the address must be verified. */
  acceptInvitation: AcceptInvitationResult;
  /** For OWNER. Invalidates the token of an invitation. */
  revokeInvitation: RevokeInvitationResult;
  /**
   * For OWNER and MANAGER. Creates an API key of the organization, which acts with this role and these scopes. It needs a recent proof of identity: see
   * elevate. The key is returned once: if the answer is lost, revoke the key and create another. An organization has at most 100.
   */
  createApiKey: CreateApiKeyResult;
  /** For OWNER and MANAGER. The key stops working within 5 seconds. Idempotent. */
  revokeApiKey: RevokeApiKeyResult;
  /** For OWNER and MANAGER. The device is refused within 5 seconds. Idempotent. */
  revokeDevice: RevokeDeviceResult;
  /** Changes the viewer's public profile. */
  updateProfile: User;
  /** Changes the password and ends all other sessions of the viewer. A session ends after five wrong passwords, here and in other mutations. */
  changePassword: ChangePasswordResult;
  /**
   * Changes the address to sign in with, and ends all other sessions of the viewer.
   * If mail is enabled, the change takes effect when the user verifies the new address with a code (see User.pendingEmail).
   * A notice is mailed to the old address, with a code for undoEmailChange. For 72 hours no other account can use the old address.
   */
  changeEmail: ChangeEmailResult;
  /** Mails a code to verify the viewer's address, or the new address from changeEmail. The previous code stops working. Limit: 10 a day for each account and address. */
  requestEmailCode: CodeSent;
  /**
   * Mails a code to sign in. Neither the answer nor its time shows whether the address has an account.
   * Limit: 10 a day for each address, 5 of them from one network.
   */
  requestSignInCode: CodeSent;
  /** Mails a code to set a new password with useCode. The rules of requestSignInCode apply. */
  requestPasswordReset: CodeSent;
  /**
   * Starts a session of a new guest, who may hold seats, order, pay, and read the own orders. Accounts and guests with the same address
   * stay apart. After a purchase a code is mailed; useCode then proves the address, and the tickets are mailed.
   * Limit: 20 a day for each address, 10 of them from one network, and 2000 for each network.
   */
  startGuestSession: Session;
  /**
   * Mails a code to find the orders of guests with useCode: it starts the session of one guest, who gets the orders of all guests that used
   * the address in the last year. Neither the answer nor its time shows whether there are any. The rules of requestSignInCode apply.
   */
  requestGuestOrders: CodeSent;
  /**
   * Mails a code to the viewer's verified address, for claimGuestOrders. The answer does not show whether there are orders of guests.
   * The previous code stops working. Limit: 10 mails a day for each account and address.
   */
  requestGuestClaim: RequestGuestClaimResult;
  /**
   * The viewer gets the orders, tickets and holds of all guests that used the viewer's address in the last year. Other subgraphs follow soon
   * after the answer. Sessions of these guests end.
   */
  claimGuestOrders: ClaimGuestOrdersResult;
  /**
   * Mails a code to create an account with useCode. If the address has an account, the mail says so instead; the answer is the same.
   * The rules of requestSignInCode apply.
   */
  registerAccount: RegisterAccountResult;
  /**
   * Uses a mailed code. After requestEmailCode or changeEmail: verifies the address, and returns the viewer.
   * After requestSignInCode, requestPasswordReset, registerAccount or requestGuestOrders: returns a new session. A new password ends all other sessions.
   * A retry with the same key returns the same session.
   */
  useCode: UseCodeResult;
  /**
   * Reports a sign-in or a change by another person, with the code that was mailed after a sign-in from a new device or network, or after a way to sign in
   * was added, removed or tried. The code works once, for 72 hours. All sessions end, what was added since is removed, and the password is not valid until
   * requestPasswordReset sets a new one.
   */
  reportSignIn: ReportSignInResult;
  /**
   * Gives the account its previous address back, with the code that was mailed there after changeEmail. The code works once, for 72 hours. All
   * sessions end, and the password is not valid until requestPasswordReset sets a new one. Codes of later changes end.
   */
  undoEmailChange: UndoEmailChangeResult;
  /** Changes the viewer's preferences. */
  setPreferences: User;
  /**
   * Permanently erases the viewer's personal data and ends all sessions. Orders and payments stay, without personal data. Valid tickets still admit, but nobody
   * can open them: show User.deletionConsequences before.
   */
  deleteAccount: DeleteAccountResult;
  /**
   * Collects a copy of the viewer's own data from all subgraphs. A mail is sent when it is ready. Limit: one in 24 hours; further requests return
   * the same export. It is kept for 7 days.
   */
  requestDataExport: DataExport;
  /** Does the same as deleteAccount, and returns the secret that shows the receipts of all subgraphs: see Query.erasure. The secret is mailed, too. */
  eraseAccount: EraseAccountResult;
  /**
   * For platform staff. Begins a session in which the viewer reads the account of another user: every mutation is FORBIDDEN, ticket codes are hidden, and
   * addresses are masked. It ends with the viewer's own session, or when the viewer begins another one there. The user gets a mail. Accounts of platform
   * staff are FORBIDDEN. Needs a recent proof of identity: see elevate. Limit: 20 an hour.
   */
  viewAs: ViewAsResult;
  /** For platform staff. Ends a view, within 5 seconds. Idempotent. */
  endViewAs: EndViewAsResult;
  /** For platform staff. Blocks sign-in of a user, and ends all sessions within 5 seconds. */
  suspendUser: SetUserStatusResult;
  /** For platform staff. Allows a suspended user to sign in again. */
  restoreUser: SetUserStatusResult;
  /** For MANAGER and up. Sets how buyers reach the organization, and its terms. Each letter to them has both. Idempotent. */
  setOrganizationContact: SetOrganizationContactResult;
  /**
   * For MANAGER and up. Sets the time zone of the organization's reports. Within seconds their days are those of the new zone, also for past sales.
   * Idempotent.
   */
  setOrganizationTimeZone: SetOrganizationTimeZoneResult;
  /**
   * For platform staff. Soon after the answer, no seats at its events can be held or ordered, and no event can go on sale.
   * Existing orders can be paid, and tickets stay valid. `reason`: 1 to 500 characters, shown to owners. Idempotent: the first reason stays.
   */
  suspendOrganization: SetOrganizationStatusResult;
  /** For platform staff. Allows the organization to sell again. Its managers resume the sales of each event. Idempotent. */
  resumeOrganization: SetOrganizationStatusResult;
};


/** Mutations. */
export type MutationSignUpArgs = {
  input: SignUpInput;
};


/** Mutations. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** Mutations. */
export type MutationSecondFactorArgs = {
  input: SecondFactorInput;
};


/** Mutations. */
export type MutationElevateArgs = {
  input: ElevateInput;
};


/** Mutations. */
export type MutationPasskeyOptionsArgs = {
  purpose: PasskeyPurpose;
};


/** Mutations. */
export type MutationAddPasskeyArgs = {
  input: AddPasskeyInput;
};


/** Mutations. */
export type MutationSignInWithPasskeyArgs = {
  input: PasskeySignInInput;
};


/** Mutations. */
export type MutationStartExternalSignInArgs = {
  provider: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationFinishExternalSignInArgs = {
  input: ExternalAnswerInput;
};


/** Mutations. */
export type MutationStartIdentityLinkArgs = {
  provider: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationFinishIdentityLinkArgs = {
  input: ExternalAnswerInput;
};


/** Mutations. */
export type MutationUnlinkIdentityArgs = {
  id: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationRemovePasskeyArgs = {
  id: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationCreateAppArgs = {
  input: CreateAppInput;
};


/** Mutations. */
export type MutationRemoveAppArgs = {
  id: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationEndAppAccessArgs = {
  appId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationRenamePasskeyArgs = {
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


/** Mutations. */
export type MutationConfirmTotpArgs = {
  code: Scalars['String']['input'];
};


/** Mutations. */
export type MutationRefreshSessionArgs = {
  refreshToken: Scalars['String']['input'];
};


/** Mutations. */
export type MutationEndSessionArgs = {
  id: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationCreateOrganizationArgs = {
  input: CreateOrganizationInput;
};


/** Mutations. */
export type MutationSetMemberArgs = {
  organizationId: Scalars['ID']['input'];
  userId: Scalars['ID']['input'];
  role?: InputMaybe<Role>;
};


/** Mutations. */
export type MutationInviteMemberArgs = {
  input: InviteMemberInput;
};


/** Mutations. */
export type MutationAcceptInvitationArgs = {
  token: Scalars['String']['input'];
};


/** Mutations. */
export type MutationRevokeInvitationArgs = {
  invitationId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


/** Mutations. */
export type MutationRevokeApiKeyArgs = {
  id: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationRevokeDeviceArgs = {
  id: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


/** Mutations. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** Mutations. */
export type MutationChangeEmailArgs = {
  input: ChangeEmailInput;
};


/** Mutations. */
export type MutationRequestSignInCodeArgs = {
  email: Scalars['EmailAddress']['input'];
};


/** Mutations. */
export type MutationRequestPasswordResetArgs = {
  email: Scalars['EmailAddress']['input'];
};


/** Mutations. */
export type MutationStartGuestSessionArgs = {
  input: StartGuestSessionInput;
};


/** Mutations. */
export type MutationRequestGuestOrdersArgs = {
  email: Scalars['EmailAddress']['input'];
};


/** Mutations. */
export type MutationClaimGuestOrdersArgs = {
  input: ClaimGuestOrdersInput;
};


/** Mutations. */
export type MutationRegisterAccountArgs = {
  input: RegisterAccountInput;
};


/** Mutations. */
export type MutationUseCodeArgs = {
  input: UseCodeInput;
};


/** Mutations. */
export type MutationReportSignInArgs = {
  input: AlertCodeInput;
};


/** Mutations. */
export type MutationUndoEmailChangeArgs = {
  input: AlertCodeInput;
};


/** Mutations. */
export type MutationSetPreferencesArgs = {
  input: PreferencesInput;
};


/** Mutations. */
export type MutationDeleteAccountArgs = {
  password: Scalars['String']['input'];
};


/** Mutations. */
export type MutationEraseAccountArgs = {
  password: Scalars['String']['input'];
};


/** Mutations. */
export type MutationViewAsArgs = {
  input: ViewAsInput;
};


/** Mutations. */
export type MutationEndViewAsArgs = {
  id: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationSuspendUserArgs = {
  userId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Mutations. */
export type MutationRestoreUserArgs = {
  userId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationSetOrganizationContactArgs = {
  input: OrganizationContactInput;
};


/** Mutations. */
export type MutationSetOrganizationTimeZoneArgs = {
  input: OrganizationTimeZoneInput;
};


/** Mutations. */
export type MutationSuspendOrganizationArgs = {
  organizationId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Mutations. */
export type MutationResumeOrganizationArgs = {
  organizationId: Scalars['ID']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
  Organization: Organization;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  SetOrganizationContactResult:
    | ( OrganizationRow )
    | ( NotFound )
  ;
  SetOrganizationTimeZoneResult:
    | ( OrganizationRow )
    | ( NotFound )
  ;
  SignUpResult:
    | ( SessionRow )
    | ( EmailTaken )
    | ( PasswordTooWeak )
  ;
  SignInResult:
    | ( SessionRow )
    | ( CredentialsRejected )
    | ( SecondFactorRequired )
  ;
  SecondFactorResult:
    | ( SessionRow )
    | ( SecondFactorRejected )
    | ( PasskeyRejected )
  ;
  StartExternalSignInResult:
    | ( ExternalSignIn )
    | ( NotFound )
    | ( ProviderUnavailable )
  ;
  FinishExternalSignInResult:
    | ( SessionRow )
    | ( SecondFactorRequired )
    | ( ExternalSignInRejected )
    | ( ProviderUnavailable )
  ;
  StartIdentityLinkResult:
    | ( ExternalSignIn )
    | ( NotFound )
    | ( ProviderUnavailable )
    | ( ElevationRequired )
  ;
  FinishIdentityLinkResult:
    | ( UserRow )
    | ( ExternalSignInRejected )
    | ( IdentityTaken )
    | ( ProviderUnavailable )
  ;
  UnlinkIdentityResult:
    | ( UserRow )
    | ( NotFound )
    | ( LastWayIn )
    | ( ElevationRequired )
  ;
  ElevateResult:
    | ( UserRow )
    | ( CredentialsRejected )
    | ( SecondFactorRejected )
    | ( PasskeyRejected )
  ;
  PasskeyOptionsResult:
    | ( PasskeyOptions )
    | ( ElevationRequired )
  ;
  AddPasskeyResult:
    | ( Omit<FactorEnabled, 'user'> & { user: _RefType['User'] } )
    | ( PasskeyRejected )
  ;
  RemovePasskeyResult:
    | ( UserRow )
    | ( NotFound )
    | ( LastWayIn )
    | ( ElevationRequired )
  ;
  RenamePasskeyResult:
    | ( UserRow )
    | ( NotFound )
  ;
  EnrollTotpResult:
    | ( TotpEnrollment )
    | ( ElevationRequired )
  ;
  ConfirmTotpResult:
    | ( Omit<FactorEnabled, 'user'> & { user: _RefType['User'] } )
    | ( CodeRejected )
  ;
  DisableTotpResult:
    | ( UserRow )
    | ( ElevationRequired )
  ;
  RenewRecoveryCodesResult:
    | ( RecoveryCodes )
    | ( NotFound )
    | ( ElevationRequired )
  ;
  RegisterAccountResult:
    | ( CodeSent )
    | ( PasswordTooWeak )
  ;
  RefreshSessionResult:
    | ( SessionRow )
    | ( CredentialsRejected )
  ;
  EndSessionResult:
    | ( UserRow )
    | ( NotFound )
  ;
  ViewAsResult:
    | ( Omit<SupportSession, 'user'> & { user: _RefType['User'] } )
    | ( NotFound )
    | ( ElevationRequired )
  ;
  EndViewAsResult:
    | ( UserRow )
    | ( NotFound )
  ;
  CreateAppResult:
    | ( AppRow )
    | ( NotFound )
    | ( ElevationRequired )
    | ( IdempotencyKeyReused )
    | ( AppLimitReached )
  ;
  RemoveAppResult:
    | ( OrganizationRow )
    | ( NotFound )
    | ( ElevationRequired )
  ;
  EndAppAccessResult:
    | ( UserRow )
    | ( NotFound )
  ;
  CreateOrganizationResult:
    | ( OrganizationRow )
    | ( IdempotencyKeyReused )
    | ( MembershipLimitReached )
  ;
  SetMemberResult:
    | ( OrganizationRow )
    | ( NotFound )
    | ( Omit<LastOwner, 'organization'> & { organization?: Maybe<_RefType['Organization']> } )
    | ( MembershipLimitReached )
    | ( ElevationRequired )
  ;
  ChangePasswordResult:
    | ( UserRow )
    | ( CredentialsRejected )
    | ( PasswordTooWeak )
    | ( ElevationRequired )
  ;
  ChangeEmailResult:
    | ( UserRow )
    | ( CredentialsRejected )
    | ( EmailTaken )
    | ( ElevationRequired )
  ;
  UseCodeResult:
    | ( UserRow )
    | ( SessionRow )
    | ( CodeRejected )
    | ( EmailTaken )
    | ( PasswordTooWeak )
    | ( IdempotencyKeyReused )
    | ( SecondFactorRequired )
  ;
  RequestGuestClaimResult:
    | ( CodeSent )
    | ( EmailNotVerified )
  ;
  ClaimGuestOrdersResult:
    | ( UserRow )
    | ( CodeRejected )
    | ( IdempotencyKeyReused )
  ;
  ReportSignInResult:
    | ( SecuredAccount )
    | ( CodeRejected )
  ;
  UndoEmailChangeResult:
    | ( SecuredAccount )
    | ( CodeRejected )
  ;
  EraseAccountResult:
    | ( ErasedAccount )
    | ( CredentialsRejected )
    | ( Omit<LastOwner, 'organization'> & { organization?: Maybe<_RefType['Organization']> } )
  ;
  DeleteAccountResult:
    | ( UserRow )
    | ( CredentialsRejected )
    | ( Omit<LastOwner, 'organization'> & { organization?: Maybe<_RefType['Organization']> } )
  ;
  InviteMemberResult:
    | ( InvitationRow )
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( ElevationRequired )
  ;
  AcceptInvitationResult:
    | ( OrganizationRow )
    | ( NotFound )
    | ( EmailNotVerified )
    | ( MembershipLimitReached )
  ;
  CreateApiKeyResult:
    | ( ApiKeyRow )
    | ( NotFound )
    | ( ElevationRequired )
  ;
  RevokeApiKeyResult:
    | ( ApiKeyRow )
    | ( NotFound )
  ;
  RevokeDeviceResult:
    | ( DeviceRow )
    | ( NotFound )
  ;
  RevokeInvitationResult:
    | ( OrganizationRow )
    | ( NotFound )
  ;
  SetOrganizationStatusResult:
    | ( OrganizationRow )
    | ( NotFound )
  ;
  SetUserStatusResult:
    | ( UserRow )
    | ( NotFound )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Error:
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( EmailTaken )
    | ( PasswordTooWeak )
    | ( CredentialsRejected )
    | ( EmailNotVerified )
    | ( CodeRejected )
    | ( SecondFactorRequired )
    | ( SecondFactorRejected )
    | ( PasskeyRejected )
    | ( LastWayIn )
    | ( ExternalSignInRejected )
    | ( IdentityTaken )
    | ( ProviderUnavailable )
    | ( ElevationRequired )
    | ( Omit<LastOwner, 'organization'> & { organization?: Maybe<_RefType['Organization']> } )
    | ( AppLimitReached )
    | ( MembershipLimitReached )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  NotFound: ResolverTypeWrapper<NotFound>;
  IdempotencyKeyReused: ResolverTypeWrapper<IdempotencyKeyReused>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  User: ResolverTypeWrapper<UserRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CodeSent: ResolverTypeWrapper<CodeSent>;
  SecuredAccount: ResolverTypeWrapper<SecuredAccount>;
  UserKind: UserKind;
  UserStatus: UserStatus;
  SignedIn: ResolverTypeWrapper<SignedInRow>;
  UserPreferences: ResolverTypeWrapper<UserPreferences>;
  Organization: ResolverTypeWrapper<OrganizationRow>;
  AuditEntryConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["AuditEntry"]>>;
  AuditEntryEdge: ResolverTypeWrapper<Omit<AuditEntryEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  AuditEntry: ResolverTypeWrapper<AuditEntryRow>;
  ApiKey: ResolverTypeWrapper<ApiKeyRow>;
  Device: ResolverTypeWrapper<DeviceRow>;
  Intervention: ResolverTypeWrapper<Omit<Intervention, 'by'> & { by?: Maybe<ResolversTypes['User']> }>;
  OrganizationStatus: OrganizationStatus;
  Membership: ResolverTypeWrapper<MembershipRow>;
  Role: Role;
  Invitation: ResolverTypeWrapper<InvitationRow>;
  Session: ResolverTypeWrapper<SessionRow>;
  SupportView: ResolverTypeWrapper<SupportViewRow>;
  SupportSession: ResolverTypeWrapper<Omit<SupportSession, 'user'> & { user: ResolversTypes['User'] }>;
  Factor: Factor;
  TotpEnrollment: ResolverTypeWrapper<TotpEnrollment>;
  App: ResolverTypeWrapper<AppRow>;
  AppAccess: ResolverTypeWrapper<AppAccessRow>;
  Passkey: ResolverTypeWrapper<PasskeyRow>;
  IdentityProvider: ResolverTypeWrapper<IdentityProvider>;
  Identity: ResolverTypeWrapper<IdentityRow>;
  ExternalSignIn: ResolverTypeWrapper<ExternalSignIn>;
  ExternalSignInProblem: ExternalSignInProblem;
  PasskeyPurpose: PasskeyPurpose;
  PasskeyOptions: ResolverTypeWrapper<PasskeyOptions>;
  FactorEnabled: ResolverTypeWrapper<Omit<FactorEnabled, 'user'> & { user: ResolversTypes['User'] }>;
  RecoveryCodes: ResolverTypeWrapper<RecoveryCodes>;
  ElevationReason: ElevationReason;
  ViewerChanges: ResolverTypeWrapper<ViewerChanges>;
  SessionViewer: ResolverTypeWrapper<SessionViewer>;
  ViewerActor: ResolverTypeWrapper<ViewerActor>;
  ViewerMembership: ResolverTypeWrapper<ViewerMembership>;
  MailContact: ResolverTypeWrapper<MailContact>;
  Letterhead: ResolverTypeWrapper<Letterhead>;
  OrganizationContactInput: OrganizationContactInput;
  SetOrganizationContactResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetOrganizationContactResult']>;
  OrganizationTimeZoneInput: OrganizationTimeZoneInput;
  SetOrganizationTimeZoneResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetOrganizationTimeZoneResult']>;
  SignUpInput: SignUpInput;
  RegisterAccountInput: RegisterAccountInput;
  StartGuestSessionInput: StartGuestSessionInput;
  SignInInput: SignInInput;
  SecondFactorInput: SecondFactorInput;
  PasskeySignInInput: PasskeySignInInput;
  AddPasskeyInput: AddPasskeyInput;
  ExternalAnswerInput: ExternalAnswerInput;
  ElevateInput: ElevateInput;
  ViewAsInput: ViewAsInput;
  CreateAppInput: CreateAppInput;
  CreateOrganizationInput: CreateOrganizationInput;
  UpdateProfileInput: UpdateProfileInput;
  ChangePasswordInput: ChangePasswordInput;
  ChangeEmailInput: ChangeEmailInput;
  UseCodeInput: UseCodeInput;
  ClaimGuestOrdersInput: ClaimGuestOrdersInput;
  AlertCodeInput: AlertCodeInput;
  PreferencesInput: PreferencesInput;
  CreateApiKeyInput: CreateApiKeyInput;
  InviteMemberInput: InviteMemberInput;
  UserFilter: UserFilter;
  EmailTaken: ResolverTypeWrapper<EmailTaken>;
  PasswordTooWeak: ResolverTypeWrapper<PasswordTooWeak>;
  CredentialsRejected: ResolverTypeWrapper<CredentialsRejected>;
  EmailNotVerified: ResolverTypeWrapper<EmailNotVerified>;
  CodeRejected: ResolverTypeWrapper<CodeRejected>;
  SecondFactorRequired: ResolverTypeWrapper<SecondFactorRequired>;
  SecondFactorRejected: ResolverTypeWrapper<SecondFactorRejected>;
  PasskeyRejected: ResolverTypeWrapper<PasskeyRejected>;
  LastWayIn: ResolverTypeWrapper<LastWayIn>;
  ExternalSignInRejected: ResolverTypeWrapper<ExternalSignInRejected>;
  IdentityTaken: ResolverTypeWrapper<IdentityTaken>;
  ProviderUnavailable: ResolverTypeWrapper<ProviderUnavailable>;
  ElevationRequired: ResolverTypeWrapper<ElevationRequired>;
  LastOwner: ResolverTypeWrapper<Omit<LastOwner, 'organization'> & { organization?: Maybe<ResolversTypes['Organization']> }>;
  AppLimitReached: ResolverTypeWrapper<AppLimitReached>;
  MembershipLimitReached: ResolverTypeWrapper<MembershipLimitReached>;
  SignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignUpResult']>;
  SignInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignInResult']>;
  SecondFactorResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SecondFactorResult']>;
  StartExternalSignInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StartExternalSignInResult']>;
  FinishExternalSignInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FinishExternalSignInResult']>;
  StartIdentityLinkResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StartIdentityLinkResult']>;
  FinishIdentityLinkResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FinishIdentityLinkResult']>;
  UnlinkIdentityResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UnlinkIdentityResult']>;
  ElevateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ElevateResult']>;
  PasskeyOptionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PasskeyOptionsResult']>;
  AddPasskeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AddPasskeyResult']>;
  RemovePasskeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemovePasskeyResult']>;
  RenamePasskeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RenamePasskeyResult']>;
  EnrollTotpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EnrollTotpResult']>;
  ConfirmTotpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConfirmTotpResult']>;
  DisableTotpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DisableTotpResult']>;
  RenewRecoveryCodesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RenewRecoveryCodesResult']>;
  RegisterAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterAccountResult']>;
  RefreshSessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefreshSessionResult']>;
  EndSessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EndSessionResult']>;
  ViewAsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ViewAsResult']>;
  EndViewAsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EndViewAsResult']>;
  CreateAppResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateAppResult']>;
  RemoveAppResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveAppResult']>;
  EndAppAccessResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EndAppAccessResult']>;
  CreateOrganizationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateOrganizationResult']>;
  SetMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetMemberResult']>;
  ChangePasswordResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangePasswordResult']>;
  ChangeEmailResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeEmailResult']>;
  UseCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UseCodeResult']>;
  RequestGuestClaimResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestGuestClaimResult']>;
  ClaimGuestOrdersResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ClaimGuestOrdersResult']>;
  ReportSignInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportSignInResult']>;
  UndoEmailChangeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UndoEmailChangeResult']>;
  DataExport: ResolverTypeWrapper<DataExportRow>;
  ErasedAccount: ResolverTypeWrapper<ErasedAccount>;
  Erasure: ResolverTypeWrapper<Erasure>;
  ErasureReceipt: ResolverTypeWrapper<ErasureReceipt>;
  ErasedRows: ResolverTypeWrapper<ErasedRows>;
  EraseAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EraseAccountResult']>;
  DeleteAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteAccountResult']>;
  InviteMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InviteMemberResult']>;
  AcceptInvitationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcceptInvitationResult']>;
  CreateApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateApiKeyResult']>;
  RevokeApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeApiKeyResult']>;
  RevokeDeviceResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeDeviceResult']>;
  RevokeInvitationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeInvitationResult']>;
  SetOrganizationStatusResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetOrganizationStatusResult']>;
  SetUserStatusResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetUserStatusResult']>;
  UserConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["User"]>>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  OrganizationConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Organization"]>>;
  OrganizationEdge: ResolverTypeWrapper<Omit<OrganizationEdge, 'node'> & { node: ResolversTypes['Organization'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  TimeZone: Scalars['TimeZone']['output'];
  Error: ResolversInterfaceTypes<ResolversParentTypes>['Error'];
  String: Scalars['String']['output'];
  NotFound: NotFound;
  IdempotencyKeyReused: IdempotencyKeyReused;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  User: UserRow;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  CodeSent: CodeSent;
  SecuredAccount: SecuredAccount;
  SignedIn: SignedInRow;
  UserPreferences: UserPreferences;
  Organization: OrganizationRow;
  AuditEntryConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["AuditEntry"]>;
  AuditEntryEdge: Omit<AuditEntryEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  AuditEntry: AuditEntryRow;
  ApiKey: ApiKeyRow;
  Device: DeviceRow;
  Intervention: Omit<Intervention, 'by'> & { by?: Maybe<ResolversParentTypes['User']> };
  Membership: MembershipRow;
  Invitation: InvitationRow;
  Session: SessionRow;
  SupportView: SupportViewRow;
  SupportSession: Omit<SupportSession, 'user'> & { user: ResolversParentTypes['User'] };
  TotpEnrollment: TotpEnrollment;
  App: AppRow;
  AppAccess: AppAccessRow;
  Passkey: PasskeyRow;
  IdentityProvider: IdentityProvider;
  Identity: IdentityRow;
  ExternalSignIn: ExternalSignIn;
  PasskeyOptions: PasskeyOptions;
  FactorEnabled: Omit<FactorEnabled, 'user'> & { user: ResolversParentTypes['User'] };
  RecoveryCodes: RecoveryCodes;
  ViewerChanges: ViewerChanges;
  SessionViewer: SessionViewer;
  ViewerActor: ViewerActor;
  ViewerMembership: ViewerMembership;
  MailContact: MailContact;
  Letterhead: Letterhead;
  OrganizationContactInput: OrganizationContactInput;
  SetOrganizationContactResult: ResolversUnionTypes<ResolversParentTypes>['SetOrganizationContactResult'];
  OrganizationTimeZoneInput: OrganizationTimeZoneInput;
  SetOrganizationTimeZoneResult: ResolversUnionTypes<ResolversParentTypes>['SetOrganizationTimeZoneResult'];
  SignUpInput: SignUpInput;
  RegisterAccountInput: RegisterAccountInput;
  StartGuestSessionInput: StartGuestSessionInput;
  SignInInput: SignInInput;
  SecondFactorInput: SecondFactorInput;
  PasskeySignInInput: PasskeySignInInput;
  AddPasskeyInput: AddPasskeyInput;
  ExternalAnswerInput: ExternalAnswerInput;
  ElevateInput: ElevateInput;
  ViewAsInput: ViewAsInput;
  CreateAppInput: CreateAppInput;
  CreateOrganizationInput: CreateOrganizationInput;
  UpdateProfileInput: UpdateProfileInput;
  ChangePasswordInput: ChangePasswordInput;
  ChangeEmailInput: ChangeEmailInput;
  UseCodeInput: UseCodeInput;
  ClaimGuestOrdersInput: ClaimGuestOrdersInput;
  AlertCodeInput: AlertCodeInput;
  PreferencesInput: PreferencesInput;
  CreateApiKeyInput: CreateApiKeyInput;
  InviteMemberInput: InviteMemberInput;
  UserFilter: UserFilter;
  EmailTaken: EmailTaken;
  PasswordTooWeak: PasswordTooWeak;
  CredentialsRejected: CredentialsRejected;
  EmailNotVerified: EmailNotVerified;
  CodeRejected: CodeRejected;
  SecondFactorRequired: SecondFactorRequired;
  SecondFactorRejected: SecondFactorRejected;
  PasskeyRejected: PasskeyRejected;
  LastWayIn: LastWayIn;
  ExternalSignInRejected: ExternalSignInRejected;
  IdentityTaken: IdentityTaken;
  ProviderUnavailable: ProviderUnavailable;
  ElevationRequired: ElevationRequired;
  LastOwner: Omit<LastOwner, 'organization'> & { organization?: Maybe<ResolversParentTypes['Organization']> };
  AppLimitReached: AppLimitReached;
  MembershipLimitReached: MembershipLimitReached;
  SignUpResult: ResolversUnionTypes<ResolversParentTypes>['SignUpResult'];
  SignInResult: ResolversUnionTypes<ResolversParentTypes>['SignInResult'];
  SecondFactorResult: ResolversUnionTypes<ResolversParentTypes>['SecondFactorResult'];
  StartExternalSignInResult: ResolversUnionTypes<ResolversParentTypes>['StartExternalSignInResult'];
  FinishExternalSignInResult: ResolversUnionTypes<ResolversParentTypes>['FinishExternalSignInResult'];
  StartIdentityLinkResult: ResolversUnionTypes<ResolversParentTypes>['StartIdentityLinkResult'];
  FinishIdentityLinkResult: ResolversUnionTypes<ResolversParentTypes>['FinishIdentityLinkResult'];
  UnlinkIdentityResult: ResolversUnionTypes<ResolversParentTypes>['UnlinkIdentityResult'];
  ElevateResult: ResolversUnionTypes<ResolversParentTypes>['ElevateResult'];
  PasskeyOptionsResult: ResolversUnionTypes<ResolversParentTypes>['PasskeyOptionsResult'];
  AddPasskeyResult: ResolversUnionTypes<ResolversParentTypes>['AddPasskeyResult'];
  RemovePasskeyResult: ResolversUnionTypes<ResolversParentTypes>['RemovePasskeyResult'];
  RenamePasskeyResult: ResolversUnionTypes<ResolversParentTypes>['RenamePasskeyResult'];
  EnrollTotpResult: ResolversUnionTypes<ResolversParentTypes>['EnrollTotpResult'];
  ConfirmTotpResult: ResolversUnionTypes<ResolversParentTypes>['ConfirmTotpResult'];
  DisableTotpResult: ResolversUnionTypes<ResolversParentTypes>['DisableTotpResult'];
  RenewRecoveryCodesResult: ResolversUnionTypes<ResolversParentTypes>['RenewRecoveryCodesResult'];
  RegisterAccountResult: ResolversUnionTypes<ResolversParentTypes>['RegisterAccountResult'];
  RefreshSessionResult: ResolversUnionTypes<ResolversParentTypes>['RefreshSessionResult'];
  EndSessionResult: ResolversUnionTypes<ResolversParentTypes>['EndSessionResult'];
  ViewAsResult: ResolversUnionTypes<ResolversParentTypes>['ViewAsResult'];
  EndViewAsResult: ResolversUnionTypes<ResolversParentTypes>['EndViewAsResult'];
  CreateAppResult: ResolversUnionTypes<ResolversParentTypes>['CreateAppResult'];
  RemoveAppResult: ResolversUnionTypes<ResolversParentTypes>['RemoveAppResult'];
  EndAppAccessResult: ResolversUnionTypes<ResolversParentTypes>['EndAppAccessResult'];
  CreateOrganizationResult: ResolversUnionTypes<ResolversParentTypes>['CreateOrganizationResult'];
  SetMemberResult: ResolversUnionTypes<ResolversParentTypes>['SetMemberResult'];
  ChangePasswordResult: ResolversUnionTypes<ResolversParentTypes>['ChangePasswordResult'];
  ChangeEmailResult: ResolversUnionTypes<ResolversParentTypes>['ChangeEmailResult'];
  UseCodeResult: ResolversUnionTypes<ResolversParentTypes>['UseCodeResult'];
  RequestGuestClaimResult: ResolversUnionTypes<ResolversParentTypes>['RequestGuestClaimResult'];
  ClaimGuestOrdersResult: ResolversUnionTypes<ResolversParentTypes>['ClaimGuestOrdersResult'];
  ReportSignInResult: ResolversUnionTypes<ResolversParentTypes>['ReportSignInResult'];
  UndoEmailChangeResult: ResolversUnionTypes<ResolversParentTypes>['UndoEmailChangeResult'];
  DataExport: DataExportRow;
  ErasedAccount: ErasedAccount;
  Erasure: Erasure;
  ErasureReceipt: ErasureReceipt;
  ErasedRows: ErasedRows;
  EraseAccountResult: ResolversUnionTypes<ResolversParentTypes>['EraseAccountResult'];
  DeleteAccountResult: ResolversUnionTypes<ResolversParentTypes>['DeleteAccountResult'];
  InviteMemberResult: ResolversUnionTypes<ResolversParentTypes>['InviteMemberResult'];
  AcceptInvitationResult: ResolversUnionTypes<ResolversParentTypes>['AcceptInvitationResult'];
  CreateApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['CreateApiKeyResult'];
  RevokeApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokeApiKeyResult'];
  RevokeDeviceResult: ResolversUnionTypes<ResolversParentTypes>['RevokeDeviceResult'];
  RevokeInvitationResult: ResolversUnionTypes<ResolversParentTypes>['RevokeInvitationResult'];
  SetOrganizationStatusResult: ResolversUnionTypes<ResolversParentTypes>['SetOrganizationStatusResult'];
  SetUserStatusResult: ResolversUnionTypes<ResolversParentTypes>['SetUserStatusResult'];
  UserConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["User"]>;
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  OrganizationConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Organization"]>;
  OrganizationEdge: Omit<OrganizationEdge, 'node'> & { node: ResolversParentTypes['Organization'] };
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'EmailTaken' | 'PasswordTooWeak' | 'CredentialsRejected' | 'EmailNotVerified' | 'CodeRejected' | 'SecondFactorRequired' | 'SecondFactorRejected' | 'PasskeyRejected' | 'LastWayIn' | 'ExternalSignInRejected' | 'IdentityTaken' | 'ProviderUnavailable' | 'ElevationRequired' | 'LastOwner' | 'AppLimitReached' | 'MembershipLimitReached', ParentType, ContextType>;
};

export type NotFoundResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['NotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdempotencyKeyReusedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['IdempotencyKeyReused']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pendingEmail?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  emailCode?: Resolver<Maybe<ResolversTypes['CodeSent']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['UserKind'], ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['SignedIn']>, ParentType, ContextType>;
  supportViews?: Resolver<Array<ResolversTypes['SupportView']>, ParentType, ContextType>;
  dataExport?: Resolver<Maybe<ResolversTypes['DataExport']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['UserStatus'], ParentType, ContextType>;
  memberships?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  preferences?: Resolver<Maybe<ResolversTypes['UserPreferences']>, ParentType, ContextType>;
  hasTotp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  passkeys?: Resolver<Array<ResolversTypes['Passkey']>, ParentType, ContextType>;
  identities?: Resolver<Array<ResolversTypes['Identity']>, ParentType, ContextType>;
  appAccess?: Resolver<Array<ResolversTypes['AppAccess']>, ParentType, ContextType>;
  recoveryCodesLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  interventions?: Resolver<Maybe<Array<ResolversTypes['Intervention']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CodeSentResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CodeSent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  nonce?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SecuredAccountResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SecuredAccount']> = {
  email?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignedInResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SignedIn']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  support?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  amr?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserPreferencesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UserPreferences']> = {
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accessibleSeating?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  newsletter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contactEmail?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  contactPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  termsUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['OrganizationStatus']>, ParentType, ContextType>;
  suspensionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  apps?: Resolver<Array<ResolversTypes['App']>, ParentType, ContextType>;
  invitations?: Resolver<Array<ResolversTypes['Invitation']>, ParentType, ContextType>;
  apiKeys?: Resolver<Array<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  devices?: Resolver<Array<ResolversTypes['Device']>, ParentType, ContextType>;
  interventions?: Resolver<Maybe<Array<ResolversTypes['Intervention']>>, ParentType, ContextType>;
  audit?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<OrganizationAuditArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AuditEntry']> = {
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  actAs?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  previousHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ApiKey']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  eventIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeviceResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Device']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InterventionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Intervention']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Membership']> = {
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Invitation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Session']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SupportViewResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SupportView']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SupportSessionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SupportSession']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TotpEnrollmentResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TotpEnrollment']> = {
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['App']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redirectUris?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  postLogoutRedirectUris?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  backchannelLogoutUri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isPublic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppAccessResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AppAccess']> = {
  appId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  isOffline?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PasskeyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Passkey']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  backedUp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type IdentityProviderResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['IdentityProvider']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IdentityResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Identity']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['IdentityProvider']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ExternalSignInResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ExternalSignIn']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PasskeyOptionsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PasskeyOptions']> = {
  json?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FactorEnabledResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['FactorEnabled']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  recoveryCodes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecoveryCodesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RecoveryCodes']> = {
  codes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerChangesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ViewerChanges']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  everybody?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SessionViewerResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SessionViewer']> = {
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  staff?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  verified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  proven?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberships?: Resolver<Array<ResolversTypes['ViewerMembership']>, ParentType, ContextType>;
  scopes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['ViewerActor']>, ParentType, ContextType>;
  eventIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
};

export type ViewerActorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ViewerActor']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ViewerMembershipResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ViewerMembership']> = {
  organizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type MailContactResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['MailContact']> = {
  email?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LetterheadResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Letterhead']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contactEmail?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  contactPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  termsUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isSuspended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SetOrganizationContactResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetOrganizationContactResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'NotFound', ParentType, ContextType>;
};

export type SetOrganizationTimeZoneResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetOrganizationTimeZoneResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'NotFound', ParentType, ContextType>;
};

export type EmailTakenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EmailTaken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PasswordTooWeakResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PasswordTooWeak']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CredentialsRejectedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CredentialsRejected']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmailNotVerifiedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EmailNotVerified']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CodeRejectedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CodeRejected']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SecondFactorRequiredResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SecondFactorRequired']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  challenge?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  factors?: Resolver<Array<ResolversTypes['Factor']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SecondFactorRejectedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SecondFactorRejected']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PasskeyRejectedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PasskeyRejected']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LastWayInResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['LastWayIn']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExternalSignInRejectedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ExternalSignInRejected']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ExternalSignInProblem'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdentityTakenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['IdentityTaken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProviderUnavailableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ProviderUnavailable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ElevationRequiredResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ElevationRequired']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ElevationReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LastOwnerResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['LastOwner']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppLimitReachedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AppLimitReached']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MembershipLimitReachedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['MembershipLimitReached']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignUpResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SignUpResult']> = {
  __resolveType: TypeResolveFn<'Session' | 'EmailTaken' | 'PasswordTooWeak', ParentType, ContextType>;
};

export type SignInResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SignInResult']> = {
  __resolveType: TypeResolveFn<'Session' | 'CredentialsRejected' | 'SecondFactorRequired', ParentType, ContextType>;
};

export type SecondFactorResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SecondFactorResult']> = {
  __resolveType: TypeResolveFn<'Session' | 'SecondFactorRejected' | 'PasskeyRejected', ParentType, ContextType>;
};

export type StartExternalSignInResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['StartExternalSignInResult']> = {
  __resolveType: TypeResolveFn<'ExternalSignIn' | 'NotFound' | 'ProviderUnavailable', ParentType, ContextType>;
};

export type FinishExternalSignInResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['FinishExternalSignInResult']> = {
  __resolveType: TypeResolveFn<'Session' | 'SecondFactorRequired' | 'ExternalSignInRejected' | 'ProviderUnavailable', ParentType, ContextType>;
};

export type StartIdentityLinkResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['StartIdentityLinkResult']> = {
  __resolveType: TypeResolveFn<'ExternalSignIn' | 'NotFound' | 'ProviderUnavailable' | 'ElevationRequired', ParentType, ContextType>;
};

export type FinishIdentityLinkResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['FinishIdentityLinkResult']> = {
  __resolveType: TypeResolveFn<'User' | 'ExternalSignInRejected' | 'IdentityTaken' | 'ProviderUnavailable', ParentType, ContextType>;
};

export type UnlinkIdentityResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UnlinkIdentityResult']> = {
  __resolveType: TypeResolveFn<'User' | 'NotFound' | 'LastWayIn' | 'ElevationRequired', ParentType, ContextType>;
};

export type ElevateResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ElevateResult']> = {
  __resolveType: TypeResolveFn<'User' | 'CredentialsRejected' | 'SecondFactorRejected' | 'PasskeyRejected', ParentType, ContextType>;
};

export type PasskeyOptionsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PasskeyOptionsResult']> = {
  __resolveType: TypeResolveFn<'PasskeyOptions' | 'ElevationRequired', ParentType, ContextType>;
};

export type AddPasskeyResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AddPasskeyResult']> = {
  __resolveType: TypeResolveFn<'FactorEnabled' | 'PasskeyRejected', ParentType, ContextType>;
};

export type RemovePasskeyResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RemovePasskeyResult']> = {
  __resolveType: TypeResolveFn<'User' | 'NotFound' | 'LastWayIn' | 'ElevationRequired', ParentType, ContextType>;
};

export type RenamePasskeyResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RenamePasskeyResult']> = {
  __resolveType: TypeResolveFn<'User' | 'NotFound', ParentType, ContextType>;
};

export type EnrollTotpResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EnrollTotpResult']> = {
  __resolveType: TypeResolveFn<'TotpEnrollment' | 'ElevationRequired', ParentType, ContextType>;
};

export type ConfirmTotpResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ConfirmTotpResult']> = {
  __resolveType: TypeResolveFn<'FactorEnabled' | 'CodeRejected', ParentType, ContextType>;
};

export type DisableTotpResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DisableTotpResult']> = {
  __resolveType: TypeResolveFn<'User' | 'ElevationRequired', ParentType, ContextType>;
};

export type RenewRecoveryCodesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RenewRecoveryCodesResult']> = {
  __resolveType: TypeResolveFn<'RecoveryCodes' | 'NotFound' | 'ElevationRequired', ParentType, ContextType>;
};

export type RegisterAccountResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RegisterAccountResult']> = {
  __resolveType: TypeResolveFn<'CodeSent' | 'PasswordTooWeak', ParentType, ContextType>;
};

export type RefreshSessionResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RefreshSessionResult']> = {
  __resolveType: TypeResolveFn<'Session' | 'CredentialsRejected', ParentType, ContextType>;
};

export type EndSessionResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EndSessionResult']> = {
  __resolveType: TypeResolveFn<'User' | 'NotFound', ParentType, ContextType>;
};

export type ViewAsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ViewAsResult']> = {
  __resolveType: TypeResolveFn<'SupportSession' | 'NotFound' | 'ElevationRequired', ParentType, ContextType>;
};

export type EndViewAsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EndViewAsResult']> = {
  __resolveType: TypeResolveFn<'User' | 'NotFound', ParentType, ContextType>;
};

export type CreateAppResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreateAppResult']> = {
  __resolveType: TypeResolveFn<'App' | 'NotFound' | 'ElevationRequired' | 'IdempotencyKeyReused' | 'AppLimitReached', ParentType, ContextType>;
};

export type RemoveAppResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RemoveAppResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'NotFound' | 'ElevationRequired', ParentType, ContextType>;
};

export type EndAppAccessResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EndAppAccessResult']> = {
  __resolveType: TypeResolveFn<'User' | 'NotFound', ParentType, ContextType>;
};

export type CreateOrganizationResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreateOrganizationResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'IdempotencyKeyReused' | 'MembershipLimitReached', ParentType, ContextType>;
};

export type SetMemberResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetMemberResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'NotFound' | 'LastOwner' | 'MembershipLimitReached' | 'ElevationRequired', ParentType, ContextType>;
};

export type ChangePasswordResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ChangePasswordResult']> = {
  __resolveType: TypeResolveFn<'User' | 'CredentialsRejected' | 'PasswordTooWeak' | 'ElevationRequired', ParentType, ContextType>;
};

export type ChangeEmailResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ChangeEmailResult']> = {
  __resolveType: TypeResolveFn<'User' | 'CredentialsRejected' | 'EmailTaken' | 'ElevationRequired', ParentType, ContextType>;
};

export type UseCodeResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UseCodeResult']> = {
  __resolveType: TypeResolveFn<'User' | 'Session' | 'CodeRejected' | 'EmailTaken' | 'PasswordTooWeak' | 'IdempotencyKeyReused' | 'SecondFactorRequired', ParentType, ContextType>;
};

export type RequestGuestClaimResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RequestGuestClaimResult']> = {
  __resolveType: TypeResolveFn<'CodeSent' | 'EmailNotVerified', ParentType, ContextType>;
};

export type ClaimGuestOrdersResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ClaimGuestOrdersResult']> = {
  __resolveType: TypeResolveFn<'User' | 'CodeRejected' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type ReportSignInResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReportSignInResult']> = {
  __resolveType: TypeResolveFn<'SecuredAccount' | 'CodeRejected', ParentType, ContextType>;
};

export type UndoEmailChangeResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UndoEmailChangeResult']> = {
  __resolveType: TypeResolveFn<'SecuredAccount' | 'CodeRejected', ParentType, ContextType>;
};

export type DataExportResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DataExport']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ErasedAccountResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ErasedAccount']> = {
  erasureId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ErasureResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Erasure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  erasedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  receipts?: Resolver<Array<ResolversTypes['ErasureReceipt']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ErasureReceiptResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ErasureReceipt']> = {
  subgraph?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  counts?: Resolver<Array<ResolversTypes['ErasedRows']>, ParentType, ContextType>;
  signed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ErasedRowsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ErasedRows']> = {
  table?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EraseAccountResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EraseAccountResult']> = {
  __resolveType: TypeResolveFn<'ErasedAccount' | 'CredentialsRejected' | 'LastOwner', ParentType, ContextType>;
};

export type DeleteAccountResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DeleteAccountResult']> = {
  __resolveType: TypeResolveFn<'User' | 'CredentialsRejected' | 'LastOwner', ParentType, ContextType>;
};

export type InviteMemberResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['InviteMemberResult']> = {
  __resolveType: TypeResolveFn<'Invitation' | 'NotFound' | 'IdempotencyKeyReused' | 'ElevationRequired', ParentType, ContextType>;
};

export type AcceptInvitationResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AcceptInvitationResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'NotFound' | 'EmailNotVerified' | 'MembershipLimitReached', ParentType, ContextType>;
};

export type CreateApiKeyResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreateApiKeyResult']> = {
  __resolveType: TypeResolveFn<'ApiKey' | 'NotFound' | 'ElevationRequired', ParentType, ContextType>;
};

export type RevokeApiKeyResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RevokeApiKeyResult']> = {
  __resolveType: TypeResolveFn<'ApiKey' | 'NotFound', ParentType, ContextType>;
};

export type RevokeDeviceResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RevokeDeviceResult']> = {
  __resolveType: TypeResolveFn<'Device' | 'NotFound', ParentType, ContextType>;
};

export type RevokeInvitationResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RevokeInvitationResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'NotFound', ParentType, ContextType>;
};

export type SetOrganizationStatusResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetOrganizationStatusResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'NotFound', ParentType, ContextType>;
};

export type SetUserStatusResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetUserStatusResult']> = {
  __resolveType: TypeResolveFn<'User' | 'NotFound', ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type OrganizationConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrganizationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrganizationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Organization']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganizationEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrganizationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, RequireFields<QueryOrganizationArgs, 'id'>>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, Partial<QueryUsersArgs>>;
  organizations?: Resolver<ResolversTypes['OrganizationConnection'], ParentType, ContextType, Partial<QueryOrganizationsArgs>>;
  platformAudit?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, Partial<QueryPlatformAuditArgs>>;
  identityProviders?: Resolver<Array<ResolversTypes['IdentityProvider']>, ParentType, ContextType>;
  erasure?: Resolver<Maybe<ResolversTypes['Erasure']>, ParentType, ContextType, RequireFields<QueryErasureArgs, 'id' | 'secret'>>;
  sessionViewers?: Resolver<Array<Maybe<ResolversTypes['SessionViewer']>>, ParentType, ContextType, RequireFields<QuerySessionViewersArgs, 'sessionIds' | 'limited'>>;
  viewerChanges?: Resolver<ResolversTypes['ViewerChanges'], ParentType, ContextType, Partial<QueryViewerChangesArgs>>;
  mailContact?: Resolver<Maybe<ResolversTypes['MailContact']>, ParentType, ContextType, RequireFields<QueryMailContactArgs, 'userId'>>;
  mailContacts?: Resolver<Array<Maybe<ResolversTypes['MailContact']>>, ParentType, ContextType, RequireFields<QueryMailContactsArgs, 'userIds'>>;
  letterhead?: Resolver<Maybe<ResolversTypes['Letterhead']>, ParentType, ContextType, RequireFields<QueryLetterheadArgs, 'organizationId'>>;
  peopleByEmail?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType, RequireFields<QueryPeopleByEmailArgs, 'email'>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  signUp?: Resolver<ResolversTypes['SignUpResult'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInResult'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  secondFactor?: Resolver<ResolversTypes['SecondFactorResult'], ParentType, ContextType, RequireFields<MutationSecondFactorArgs, 'input'>>;
  elevate?: Resolver<ResolversTypes['ElevateResult'], ParentType, ContextType, RequireFields<MutationElevateArgs, 'input'>>;
  passkeyOptions?: Resolver<ResolversTypes['PasskeyOptionsResult'], ParentType, ContextType, RequireFields<MutationPasskeyOptionsArgs, 'purpose'>>;
  addPasskey?: Resolver<ResolversTypes['AddPasskeyResult'], ParentType, ContextType, RequireFields<MutationAddPasskeyArgs, 'input'>>;
  signInWithPasskey?: Resolver<ResolversTypes['SignInResult'], ParentType, ContextType, RequireFields<MutationSignInWithPasskeyArgs, 'input'>>;
  startExternalSignIn?: Resolver<ResolversTypes['StartExternalSignInResult'], ParentType, ContextType, RequireFields<MutationStartExternalSignInArgs, 'provider'>>;
  finishExternalSignIn?: Resolver<ResolversTypes['FinishExternalSignInResult'], ParentType, ContextType, RequireFields<MutationFinishExternalSignInArgs, 'input'>>;
  startIdentityLink?: Resolver<ResolversTypes['StartIdentityLinkResult'], ParentType, ContextType, RequireFields<MutationStartIdentityLinkArgs, 'provider'>>;
  finishIdentityLink?: Resolver<ResolversTypes['FinishIdentityLinkResult'], ParentType, ContextType, RequireFields<MutationFinishIdentityLinkArgs, 'input'>>;
  unlinkIdentity?: Resolver<ResolversTypes['UnlinkIdentityResult'], ParentType, ContextType, RequireFields<MutationUnlinkIdentityArgs, 'id'>>;
  removePasskey?: Resolver<ResolversTypes['RemovePasskeyResult'], ParentType, ContextType, RequireFields<MutationRemovePasskeyArgs, 'id'>>;
  createApp?: Resolver<ResolversTypes['CreateAppResult'], ParentType, ContextType, RequireFields<MutationCreateAppArgs, 'input'>>;
  removeApp?: Resolver<ResolversTypes['RemoveAppResult'], ParentType, ContextType, RequireFields<MutationRemoveAppArgs, 'id'>>;
  endAppAccess?: Resolver<ResolversTypes['EndAppAccessResult'], ParentType, ContextType, RequireFields<MutationEndAppAccessArgs, 'appId'>>;
  renamePasskey?: Resolver<ResolversTypes['RenamePasskeyResult'], ParentType, ContextType, RequireFields<MutationRenamePasskeyArgs, 'id' | 'name'>>;
  enrollTotp?: Resolver<ResolversTypes['EnrollTotpResult'], ParentType, ContextType>;
  confirmTotp?: Resolver<ResolversTypes['ConfirmTotpResult'], ParentType, ContextType, RequireFields<MutationConfirmTotpArgs, 'code'>>;
  disableTotp?: Resolver<ResolversTypes['DisableTotpResult'], ParentType, ContextType>;
  renewRecoveryCodes?: Resolver<ResolversTypes['RenewRecoveryCodesResult'], ParentType, ContextType>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionResult'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'refreshToken'>>;
  signOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endSession?: Resolver<ResolversTypes['EndSessionResult'], ParentType, ContextType, RequireFields<MutationEndSessionArgs, 'id'>>;
  endOtherSessions?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  createOrganization?: Resolver<ResolversTypes['CreateOrganizationResult'], ParentType, ContextType, RequireFields<MutationCreateOrganizationArgs, 'input'>>;
  setMember?: Resolver<ResolversTypes['SetMemberResult'], ParentType, ContextType, RequireFields<MutationSetMemberArgs, 'organizationId' | 'userId'>>;
  inviteMember?: Resolver<ResolversTypes['InviteMemberResult'], ParentType, ContextType, RequireFields<MutationInviteMemberArgs, 'input'>>;
  acceptInvitation?: Resolver<ResolversTypes['AcceptInvitationResult'], ParentType, ContextType, RequireFields<MutationAcceptInvitationArgs, 'token'>>;
  revokeInvitation?: Resolver<ResolversTypes['RevokeInvitationResult'], ParentType, ContextType, RequireFields<MutationRevokeInvitationArgs, 'invitationId'>>;
  createApiKey?: Resolver<ResolversTypes['CreateApiKeyResult'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyResult'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'id'>>;
  revokeDevice?: Resolver<ResolversTypes['RevokeDeviceResult'], ParentType, ContextType, RequireFields<MutationRevokeDeviceArgs, 'id'>>;
  updateProfile?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordResult'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  changeEmail?: Resolver<ResolversTypes['ChangeEmailResult'], ParentType, ContextType, RequireFields<MutationChangeEmailArgs, 'input'>>;
  requestEmailCode?: Resolver<ResolversTypes['CodeSent'], ParentType, ContextType>;
  requestSignInCode?: Resolver<ResolversTypes['CodeSent'], ParentType, ContextType, RequireFields<MutationRequestSignInCodeArgs, 'email'>>;
  requestPasswordReset?: Resolver<ResolversTypes['CodeSent'], ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'email'>>;
  startGuestSession?: Resolver<ResolversTypes['Session'], ParentType, ContextType, RequireFields<MutationStartGuestSessionArgs, 'input'>>;
  requestGuestOrders?: Resolver<ResolversTypes['CodeSent'], ParentType, ContextType, RequireFields<MutationRequestGuestOrdersArgs, 'email'>>;
  requestGuestClaim?: Resolver<ResolversTypes['RequestGuestClaimResult'], ParentType, ContextType>;
  claimGuestOrders?: Resolver<ResolversTypes['ClaimGuestOrdersResult'], ParentType, ContextType, RequireFields<MutationClaimGuestOrdersArgs, 'input'>>;
  registerAccount?: Resolver<ResolversTypes['RegisterAccountResult'], ParentType, ContextType, RequireFields<MutationRegisterAccountArgs, 'input'>>;
  useCode?: Resolver<ResolversTypes['UseCodeResult'], ParentType, ContextType, RequireFields<MutationUseCodeArgs, 'input'>>;
  reportSignIn?: Resolver<ResolversTypes['ReportSignInResult'], ParentType, ContextType, RequireFields<MutationReportSignInArgs, 'input'>>;
  undoEmailChange?: Resolver<ResolversTypes['UndoEmailChangeResult'], ParentType, ContextType, RequireFields<MutationUndoEmailChangeArgs, 'input'>>;
  setPreferences?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationSetPreferencesArgs, 'input'>>;
  deleteAccount?: Resolver<ResolversTypes['DeleteAccountResult'], ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'password'>>;
  requestDataExport?: Resolver<ResolversTypes['DataExport'], ParentType, ContextType>;
  eraseAccount?: Resolver<ResolversTypes['EraseAccountResult'], ParentType, ContextType, RequireFields<MutationEraseAccountArgs, 'password'>>;
  viewAs?: Resolver<ResolversTypes['ViewAsResult'], ParentType, ContextType, RequireFields<MutationViewAsArgs, 'input'>>;
  endViewAs?: Resolver<ResolversTypes['EndViewAsResult'], ParentType, ContextType, RequireFields<MutationEndViewAsArgs, 'id'>>;
  suspendUser?: Resolver<ResolversTypes['SetUserStatusResult'], ParentType, ContextType, RequireFields<MutationSuspendUserArgs, 'userId' | 'reason'>>;
  restoreUser?: Resolver<ResolversTypes['SetUserStatusResult'], ParentType, ContextType, RequireFields<MutationRestoreUserArgs, 'userId'>>;
  setOrganizationContact?: Resolver<ResolversTypes['SetOrganizationContactResult'], ParentType, ContextType, RequireFields<MutationSetOrganizationContactArgs, 'input'>>;
  setOrganizationTimeZone?: Resolver<ResolversTypes['SetOrganizationTimeZoneResult'], ParentType, ContextType, RequireFields<MutationSetOrganizationTimeZoneArgs, 'input'>>;
  suspendOrganization?: Resolver<ResolversTypes['SetOrganizationStatusResult'], ParentType, ContextType, RequireFields<MutationSuspendOrganizationArgs, 'organizationId' | 'reason'>>;
  resumeOrganization?: Resolver<ResolversTypes['SetOrganizationStatusResult'], ParentType, ContextType, RequireFields<MutationResumeOrganizationArgs, 'organizationId'>>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  TimeZone?: GraphQLScalarType;
  Error?: ErrorResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  IdempotencyKeyReused?: IdempotencyKeyReusedResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  CodeSent?: CodeSentResolvers<ContextType>;
  SecuredAccount?: SecuredAccountResolvers<ContextType>;
  SignedIn?: SignedInResolvers<ContextType>;
  UserPreferences?: UserPreferencesResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  Device?: DeviceResolvers<ContextType>;
  Intervention?: InterventionResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SupportView?: SupportViewResolvers<ContextType>;
  SupportSession?: SupportSessionResolvers<ContextType>;
  TotpEnrollment?: TotpEnrollmentResolvers<ContextType>;
  App?: AppResolvers<ContextType>;
  AppAccess?: AppAccessResolvers<ContextType>;
  Passkey?: PasskeyResolvers<ContextType>;
  IdentityProvider?: IdentityProviderResolvers<ContextType>;
  Identity?: IdentityResolvers<ContextType>;
  ExternalSignIn?: ExternalSignInResolvers<ContextType>;
  PasskeyOptions?: PasskeyOptionsResolvers<ContextType>;
  FactorEnabled?: FactorEnabledResolvers<ContextType>;
  RecoveryCodes?: RecoveryCodesResolvers<ContextType>;
  ViewerChanges?: ViewerChangesResolvers<ContextType>;
  SessionViewer?: SessionViewerResolvers<ContextType>;
  ViewerActor?: ViewerActorResolvers<ContextType>;
  ViewerMembership?: ViewerMembershipResolvers<ContextType>;
  MailContact?: MailContactResolvers<ContextType>;
  Letterhead?: LetterheadResolvers<ContextType>;
  SetOrganizationContactResult?: SetOrganizationContactResultResolvers<ContextType>;
  SetOrganizationTimeZoneResult?: SetOrganizationTimeZoneResultResolvers<ContextType>;
  EmailTaken?: EmailTakenResolvers<ContextType>;
  PasswordTooWeak?: PasswordTooWeakResolvers<ContextType>;
  CredentialsRejected?: CredentialsRejectedResolvers<ContextType>;
  EmailNotVerified?: EmailNotVerifiedResolvers<ContextType>;
  CodeRejected?: CodeRejectedResolvers<ContextType>;
  SecondFactorRequired?: SecondFactorRequiredResolvers<ContextType>;
  SecondFactorRejected?: SecondFactorRejectedResolvers<ContextType>;
  PasskeyRejected?: PasskeyRejectedResolvers<ContextType>;
  LastWayIn?: LastWayInResolvers<ContextType>;
  ExternalSignInRejected?: ExternalSignInRejectedResolvers<ContextType>;
  IdentityTaken?: IdentityTakenResolvers<ContextType>;
  ProviderUnavailable?: ProviderUnavailableResolvers<ContextType>;
  ElevationRequired?: ElevationRequiredResolvers<ContextType>;
  LastOwner?: LastOwnerResolvers<ContextType>;
  AppLimitReached?: AppLimitReachedResolvers<ContextType>;
  MembershipLimitReached?: MembershipLimitReachedResolvers<ContextType>;
  SignUpResult?: SignUpResultResolvers<ContextType>;
  SignInResult?: SignInResultResolvers<ContextType>;
  SecondFactorResult?: SecondFactorResultResolvers<ContextType>;
  StartExternalSignInResult?: StartExternalSignInResultResolvers<ContextType>;
  FinishExternalSignInResult?: FinishExternalSignInResultResolvers<ContextType>;
  StartIdentityLinkResult?: StartIdentityLinkResultResolvers<ContextType>;
  FinishIdentityLinkResult?: FinishIdentityLinkResultResolvers<ContextType>;
  UnlinkIdentityResult?: UnlinkIdentityResultResolvers<ContextType>;
  ElevateResult?: ElevateResultResolvers<ContextType>;
  PasskeyOptionsResult?: PasskeyOptionsResultResolvers<ContextType>;
  AddPasskeyResult?: AddPasskeyResultResolvers<ContextType>;
  RemovePasskeyResult?: RemovePasskeyResultResolvers<ContextType>;
  RenamePasskeyResult?: RenamePasskeyResultResolvers<ContextType>;
  EnrollTotpResult?: EnrollTotpResultResolvers<ContextType>;
  ConfirmTotpResult?: ConfirmTotpResultResolvers<ContextType>;
  DisableTotpResult?: DisableTotpResultResolvers<ContextType>;
  RenewRecoveryCodesResult?: RenewRecoveryCodesResultResolvers<ContextType>;
  RegisterAccountResult?: RegisterAccountResultResolvers<ContextType>;
  RefreshSessionResult?: RefreshSessionResultResolvers<ContextType>;
  EndSessionResult?: EndSessionResultResolvers<ContextType>;
  ViewAsResult?: ViewAsResultResolvers<ContextType>;
  EndViewAsResult?: EndViewAsResultResolvers<ContextType>;
  CreateAppResult?: CreateAppResultResolvers<ContextType>;
  RemoveAppResult?: RemoveAppResultResolvers<ContextType>;
  EndAppAccessResult?: EndAppAccessResultResolvers<ContextType>;
  CreateOrganizationResult?: CreateOrganizationResultResolvers<ContextType>;
  SetMemberResult?: SetMemberResultResolvers<ContextType>;
  ChangePasswordResult?: ChangePasswordResultResolvers<ContextType>;
  ChangeEmailResult?: ChangeEmailResultResolvers<ContextType>;
  UseCodeResult?: UseCodeResultResolvers<ContextType>;
  RequestGuestClaimResult?: RequestGuestClaimResultResolvers<ContextType>;
  ClaimGuestOrdersResult?: ClaimGuestOrdersResultResolvers<ContextType>;
  ReportSignInResult?: ReportSignInResultResolvers<ContextType>;
  UndoEmailChangeResult?: UndoEmailChangeResultResolvers<ContextType>;
  DataExport?: DataExportResolvers<ContextType>;
  ErasedAccount?: ErasedAccountResolvers<ContextType>;
  Erasure?: ErasureResolvers<ContextType>;
  ErasureReceipt?: ErasureReceiptResolvers<ContextType>;
  ErasedRows?: ErasedRowsResolvers<ContextType>;
  EraseAccountResult?: EraseAccountResultResolvers<ContextType>;
  DeleteAccountResult?: DeleteAccountResultResolvers<ContextType>;
  InviteMemberResult?: InviteMemberResultResolvers<ContextType>;
  AcceptInvitationResult?: AcceptInvitationResultResolvers<ContextType>;
  CreateApiKeyResult?: CreateApiKeyResultResolvers<ContextType>;
  RevokeApiKeyResult?: RevokeApiKeyResultResolvers<ContextType>;
  RevokeDeviceResult?: RevokeDeviceResultResolvers<ContextType>;
  RevokeInvitationResult?: RevokeInvitationResultResolvers<ContextType>;
  SetOrganizationStatusResult?: SetOrganizationStatusResultResolvers<ContextType>;
  SetUserStatusResult?: SetUserStatusResultResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  OrganizationConnection?: OrganizationConnectionResolvers<ContextType>;
  OrganizationEdge?: OrganizationEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};


