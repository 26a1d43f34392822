// Made by `npm run compose` from schema.graphql. Do not edit.
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

/** Second factors. */
export type Factor =
  /** Code of an authenticator app: see enrollTotp. */
  | 'TOTP'
  /** Passkey: see addPasskey. */
  | 'PASSKEY'
  /** Recovery code: see renewRecoveryCodes. */
  | 'RECOVERY_CODE';

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

/** Reasons for ElevationRequired. */
export type ElevationReason =
  /** The last proof of identity in this session is older than 10 minutes: see elevate. */
  | 'CONFIRM_IDENTITY'
  /** An OWNER or a member of platform staff must have a second factor after 14 days: see enrollTotp and addPasskey. */
  | 'ENROLL_FACTOR';

