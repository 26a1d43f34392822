// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Invitation as InvitationRow } from './entities/invitation.ts';
import type { Membership as MembershipRow } from './entities/membership.ts';
import type { Organization as OrganizationRow } from './entities/organization.ts';
import type { Session as SessionRow } from './entities/session.ts';
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
  /** A moment as RFC 3339 has it, from 1970 to 9999, in UTC when we tell it. */
  DateTime: { input: Date; output: Date; }
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A refusal that a client can act on. */
export type Error = {
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** Unknown, or not for you to know. */
export type NotFound = Error & {
  __typename?: 'NotFound';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The key was used before, with another input. Nothing happened. */
export type IdempotencyKeyReused = Error & {
  __typename?: 'IdempotencyKeyReused';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page began after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge: pass it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** A person with an account. */
export type User = {
  __typename?: 'User';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** As others see the person. */
  displayName: Scalars['String']['output'];
  /** Only the user and platform staff see it; null for anyone else. */
  email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Whether the address is known to be the person's: a code that was mailed there was used, or its domain counts as verified. Only the user and platform staff see it; false for anyone else. */
  emailVerified: Scalars['Boolean']['output'];
  /** The address that changeEmail asked for, until a code that was mailed there is used. Only for the user; null for anyone else. */
  pendingEmail?: Maybe<Scalars['EmailAddress']['output']>;
  /** The code that this session has asked for, while it is open; signUp and changeEmail ask for one where mail is sent. Only for the user; null for anyone else. */
  emailCode?: Maybe<CodeSent>;
  /** Whether the person may sign in. Only the user and platform staff see SUSPENDED; anyone else sees ACTIVE, or DELETED for a deleted user. */
  status: UserStatus;
  /** The organizations the person works for. Only for the user, members of the same organization and platform staff; empty for anyone else. */
  memberships: Array<Membership>;
  /** Only for the user; null for anyone else. */
  preferences?: Maybe<UserPreferences>;
  /** What platform staff have done to the account, oldest first. Only for platform staff; null for anyone else. */
  interventions?: Maybe<Array<Intervention>>;
};

/**
 * That a code of 8 characters was asked for. It is good for one use and 5 tries, only in the session that asked, and only until another one is asked for.
 * The answer is the same whether or not a mail goes out.
 */
export type CodeSent = {
  __typename?: 'CodeSent';
  /** What useCode needs besides the code from the mail. */
  id: Scalars['ID']['output'];
  /** When the code stops working. */
  expiresAt: Scalars['DateTime']['output'];
};

/** SUSPENDED users can't sign in; a DELETED one's personal data is erased, what they bought stays in the books. */
export type UserStatus =
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'DELETED';

/** How a person wants to be served. */
export type UserPreferences = {
  __typename?: 'UserPreferences';
  /** BCP 47 language tag, such as de-AT. */
  locale: Scalars['String']['output'];
  /**
   * ISO 4217 code.
   * @deprecated Has no effect: prices are in the currency of their event.
   */
  currency?: Maybe<Scalars['String']['output']>;
  /**
   * Whether wheelchair places are wanted first.
   * @deprecated Has no effect: hold seats whose `wheelchair` is true, or set `wheelchairPlaces` of holdBestAvailable.
   */
  accessibleSeating: Scalars['Boolean']['output'];
  /**
   * Whether news of coming events may be sent.
   * @deprecated Has no effect: no news is sent.
   */
  newsletter: Scalars['Boolean']['output'];
};

/** A group of people that sells tickets. */
export type Organization = {
  __typename?: 'Organization';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** As buyers see it. */
  name: Scalars['String']['output'];
  /** Who works for it. Only for members and platform staff; empty for anyone else. */
  members: Array<Membership>;
  /** Whether it can sell. Only for members and platform staff; null for anyone else. */
  status?: Maybe<OrganizationStatus>;
  /** Why platform staff have suspended it. For OWNER and platform staff; null for anyone else, and while it is not SUSPENDED. */
  suspensionReason?: Maybe<Scalars['String']['output']>;
  /** Invitations that wait for an answer. For OWNER; empty for anyone else. */
  invitations: Array<Invitation>;
  /** What platform staff have done to it, oldest first. Only for platform staff; null for anyone else. */
  interventions?: Maybe<Array<Intervention>>;
};

/** Something that platform staff have done to what is others'. */
export type Intervention = {
  __typename?: 'Intervention';
  /** The mutation that did it, such as `pauseSales`. */
  action: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who; one of the platform's staff. */
  by?: Maybe<User>;
  /** Why; null where the mutation asks for no reason. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** PAUSED: its last owner had been added without being asked, and left; its sales are paused until platform staff appoint an owner. SUSPENDED: by platform staff; its sales are paused. CLOSED: its last owner left when nothing was owed; nobody works for it. */
export type OrganizationStatus =
  | 'ACTIVE'
  | 'PAUSED'
  | 'SUSPENDED'
  | 'CLOSED';

/** That a user works for an organization. */
export type Membership = {
  __typename?: 'Membership';
  /** Where. */
  organization: Organization;
  /** Who. */
  user: User;
  /** As what. */
  role: Role;
};

/** What a member may do in an organization; each role includes the ones after it, AUDITOR apart. MANAGER: venues, events, reviews. BOX_OFFICE: orders, refunds. SCANNER: check-in, ticket codes. AUDITOR reads what a MANAGER reads, ticket codes apart, and changes nothing. */
export type Role =
  | 'OWNER'
  | 'MANAGER'
  | 'BOX_OFFICE'
  | 'SCANNER'
  | 'AUDITOR';

/** An offer to join an organization, good for 7 days and for one person. */
export type Invitation = {
  __typename?: 'Invitation';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Where. */
  organization: Organization;
  /** Who is meant. */
  email: Scalars['EmailAddress']['output'];
  /** As what. */
  role: Role;
  /** When the offer ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** What the invited person passes to acceptInvitation. Told once, to whoever invited; null ever after. */
  token?: Maybe<Scalars['String']['output']>;
};

/** An access token is a JWT (EdDSA, `kid` in the JWKS that the gateway serves at /.well-known/jwks.json). */
export type Session = {
  __typename?: 'Session';
  /** Who signed in. */
  user: User;
  /** For the header `authorization: Bearer …`; lives 10 minutes. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** Good for one use: a repeat within 10 seconds (its answer was lost) gets the same session, a later one ends every session that came from it. */
  refreshToken: Scalars['String']['output'];
};

/** Whose sessions or rights have changed. */
export type ViewerChanges = {
  __typename?: 'ViewerChanges';
  /** To ask with the next time. */
  number: Scalars['String']['output'];
  /** Whether anybody's may have changed; then nobody is named. */
  everybody: Scalars['Boolean']['output'];
  /** The users whose sessions or rights have changed; some may be named again. */
  userIds: Array<Scalars['ID']['output']>;
};

/** Who a session's access token stands for, now. */
export type SessionViewer = {
  __typename?: 'SessionViewer';
  /** The user's id. */
  userId: Scalars['ID']['output'];
  /** Whether the user is platform staff. */
  staff: Scalars['Boolean']['output'];
  /** Whether the user may do what needs a verified address. */
  verified: Scalars['Boolean']['output'];
  /** The roles the user has. */
  memberships: Array<ViewerMembership>;
};

/** A role by the organization's id. */
export type ViewerMembership = {
  __typename?: 'ViewerMembership';
  /** The organization's id. */
  organizationId: Scalars['ID']['output'];
  /** The role. */
  role: Role;
};

/** Where and how somebody is written to. */
export type MailContact = {
  __typename?: 'MailContact';
  /** The address. */
  email: Scalars['EmailAddress']['output'];
  /** What to call them. */
  displayName: Scalars['String']['output'];
  /** BCP 47 language tag. */
  locale: Scalars['String']['output'];
  /** Whether mail may go there: a code was used, or none is asked for. */
  verified: Scalars['Boolean']['output'];
};

/** For signUp. */
export type SignUpInput = {
  /** Signs the person in; nobody else may have it. */
  email: Scalars['EmailAddress']['input'];
  /** 8 characters to 1024 bytes; not one that is easily guessed: a most used one, the person's own address or name, or one of these with a few digits. */
  password: Scalars['String']['input'];
  /** 1 to 100 characters. */
  displayName: Scalars['String']['input'];
  /** BCP 47 language tag to be written to in; the account's preferences keep it. */
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** For signIn. */
export type SignInInput = {
  /** As at signUp, in any case. */
  email: Scalars['EmailAddress']['input'];
  /** As at signUp. */
  password: Scalars['String']['input'];
};

/** For createOrganization. */
export type CreateOrganizationInput = {
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** For updateProfile. */
export type UpdateProfileInput = {
  /** 1 to 100 characters. */
  displayName: Scalars['String']['input'];
};

/** For changePassword. */
export type ChangePasswordInput = {
  /** The one in force. */
  currentPassword: Scalars['String']['input'];
  /** As at signUp. */
  newPassword: Scalars['String']['input'];
};

/** For changeEmail. */
export type ChangeEmailInput = {
  /** The one in force. */
  password: Scalars['String']['input'];
  /** Nobody else may have it. */
  email: Scalars['EmailAddress']['input'];
};

/** For useCode. */
export type UseCodeInput = {
  /** As requestEmailCode or User.emailCode told it. */
  id: Scalars['ID']['input'];
  /** From the mail, in any case; blanks and hyphens do not count. */
  code: Scalars['String']['input'];
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** For setPreferences: what is left out stays as it is. */
export type PreferencesInput = {
  /** BCP 47 language tag. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /**
   * ISO 4217 code; null for none.
   * @deprecated Has no effect: prices are in the currency of their event.
   */
  currency?: InputMaybe<Scalars['String']['input']>;
  /**
   * Whether wheelchair places are wanted first.
   * @deprecated Has no effect: hold seats whose `wheelchair` is true, or set `wheelchairPlaces` of holdBestAvailable.
   */
  accessibleSeating?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Whether news may be sent.
   * @deprecated Has no effect: no news is sent.
   */
  newsletter?: InputMaybe<Scalars['Boolean']['input']>;
};

/** For inviteMember. */
export type InviteMemberInput = {
  /** For OWNER of it. */
  organizationId: Scalars['ID']['input'];
  /** Who is meant: only an account with this address can accept. */
  email: Scalars['EmailAddress']['input'];
  /** As what. */
  role: Role;
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** What the users have in common. All that is given must be so. */
export type UserFilter = {
  /** Part of the name or the address. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** In this state. */
  status?: InputMaybe<UserStatus>;
};

/** Somebody has an account with this address already. */
export type EmailTaken = Error & {
  __typename?: 'EmailTaken';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** Shorter than 8 characters, longer than 1024 bytes, or easily guessed. */
export type PasswordTooWeak = Error & {
  __typename?: 'PasswordTooWeak';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The same answer, after the same time, for an unknown address and a wrong password. */
export type CredentialsRejected = Error & {
  __typename?: 'CredentialsRejected';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The account's address has to be verified first: see requestEmailCode. */
export type EmailNotVerified = Error & {
  __typename?: 'EmailNotVerified';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The code is wrong, was used, has run out, was tried too often, or was asked for in another session. */
export type CodeRejected = Error & {
  __typename?: 'CodeRejected';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** An organization keeps one owner, while it has valid tickets for a future date or money that is not settled. */
export type LastOwner = Error & {
  __typename?: 'LastOwner';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** The organization that needs another owner first. */
  organization?: Maybe<Organization>;
};

/** The person works for as many organizations as one may: 50 that they founded or accepted, and 50 that added them without asking. */
export type MembershipLimitReached = Error & {
  __typename?: 'MembershipLimitReached';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** How many there may be. */
  limit: Scalars['Int']['output'];
};

/** What signUp answers. */
export type SignUpResult = Session | EmailTaken | PasswordTooWeak;

/** What signIn answers. */
export type SignInResult = Session | CredentialsRejected;

/** What refreshSession answers. */
export type RefreshSessionResult = Session | CredentialsRejected;

/** What createOrganization answers. */
export type CreateOrganizationResult = Organization | IdempotencyKeyReused | MembershipLimitReached;

/** What setMember answers. */
export type SetMemberResult = Organization | NotFound | LastOwner | MembershipLimitReached;

/** What changePassword answers. */
export type ChangePasswordResult = User | CredentialsRejected | PasswordTooWeak;

/** What changeEmail answers. */
export type ChangeEmailResult = User | CredentialsRejected | EmailTaken;

/** What useCode answers. */
export type UseCodeResult = User | CodeRejected | EmailTaken | IdempotencyKeyReused;

/** What deleteAccount answers. */
export type DeleteAccountResult = User | CredentialsRejected | LastOwner;

/** What inviteMember answers. */
export type InviteMemberResult = Invitation | NotFound | IdempotencyKeyReused;

/** What acceptInvitation answers. */
export type AcceptInvitationResult = Organization | NotFound | EmailNotVerified | MembershipLimitReached;

/** What revokeInvitation answers. */
export type RevokeInvitationResult = Organization | NotFound;

/** What suspendOrganization and resumeOrganization answer. */
export type SetOrganizationStatusResult = Organization | NotFound;

/** What suspendUser and restoreUser answer. */
export type SetUserStatusResult = User | NotFound;

/** A page of users. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The items, each with its cursor. */
  edges: Array<UserEdge>;
  /** The items alone. */
  nodes: Array<User>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: User;
};

/** A page of organizations. */
export type OrganizationConnection = {
  __typename?: 'OrganizationConnection';
  /** The items, each with its cursor. */
  edges: Array<OrganizationEdge>;
  /** The items alone. */
  nodes: Array<Organization>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type OrganizationEdge = {
  __typename?: 'OrganizationEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Organization;
};

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /** Null when nobody is signed in. */
  me?: Maybe<User>;
  /** Only the user, members of the same organization and platform staff; null for anyone else, as for an unknown id. */
  user?: Maybe<User>;
  /** Null for an unknown id. */
  organization?: Maybe<Organization>;
  /** For platform staff: all users, newest first. */
  users: UserConnection;
  /** For platform staff: organizations with this status, newest first; without a status, those that are PAUSED, SUSPENDED or CLOSED. */
  organizations: OrganizationConnection;
  /** For the gateway: whom access tokens of these sessions stand for, in this order; null for a session that has ended. */
  sessionViewers: Array<Maybe<SessionViewer>>;
  /** For the gateway: whose sessions or rights have changed since the answer that had this number. Without a number, or with one that is too old: everybody's. */
  viewerChanges: ViewerChanges;
  /** For orders: where somebody is written to; null for somebody who is not there any more. */
  mailContact?: Maybe<MailContact>;
};


/** What can be asked. */
export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryOrganizationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryUsersArgs = {
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryOrganizationsArgs = {
  status?: InputMaybe<OrganizationStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QuerySessionViewersArgs = {
  sessionIds: Array<Scalars['ID']['input']>;
};


/** What can be asked. */
export type QueryViewerChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryMailContactArgs = {
  userId: Scalars['ID']['input'];
};

/** What can be done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Makes an account and signs in. Where mail is sent a code to verify the address goes out, and the account may do less until it is used. */
  signUp: SignUpResult;
  /** Begins a session. Wrong passwords are counted by account: from the ninth on, RATE_LIMITED with `retryAfterSeconds` of at most 900, unless the network has signed in to the account before and is not limited itself. */
  signIn: SignInResult;
  /** A new access token and a new refresh token for a refresh token. A session ends 90 days after its sign-in at the latest, or after as long as the operator says. */
  refreshSession: RefreshSessionResult;
  /** Ends this session: its access token stops working within 5 seconds everywhere. */
  signOut: Scalars['Boolean']['output'];
  /** Makes an organization with the viewer as its OWNER: 20 a day at most. */
  createOrganization: CreateOrganizationResult;
  /** For OWNER. Adds the user or changes the role; without a role: removes. Every member may remove themselves. Of a PAUSED organization, platform staff set members too; it is ACTIVE again once it has an OWNER. */
  setMember: SetMemberResult;
  /** For OWNER. Makes an invitation for whoever has this address. */
  inviteMember: InviteMemberResult;
  /** Joins the organization that invited the viewer's address, which must be verified where mail is sent. */
  acceptInvitation: AcceptInvitationResult;
  /** For OWNER. The token of the invitation stops working. */
  revokeInvitation: RevokeInvitationResult;
  /** Changes what others see of the viewer. */
  updateProfile: User;
  /** Sets another password and ends all other sessions of the viewer. Five wrong passwords of a session end it, here as everywhere. */
  changePassword: ChangePasswordResult;
  /** Sets another address to sign in with, and ends all other sessions of the viewer. Where mail is sent it takes effect when a code that was mailed to the new address is used (see User.pendingEmail), and the address before is told. */
  changeEmail: ChangeEmailResult;
  /** Mails a code that verifies the viewer's address, or the one that changeEmail asked for; the code before stops working. At most 10 a day for an account and for an address. */
  requestEmailCode: CodeSent;
  /** Uses a mailed code: the address that it went to is verified, and becomes the viewer's. */
  useCode: UseCodeResult;
  /** Changes how the viewer wants to be served. */
  setPreferences: User;
  /** Erases the viewer's personal data for good and ends all sessions; orders and payments stay, without a name. */
  deleteAccount: DeleteAccountResult;
  /** For platform staff. The user can't sign in, and all sessions end within 5 seconds. */
  suspendUser: SetUserStatusResult;
  /** For platform staff. The user can sign in again. */
  restoreUser: SetUserStatusResult;
  /** For platform staff. Soon after the answer no seats at its events can be held or ordered, and no event goes on sale. What is ordered can be paid for, and tickets stay valid. `reason`: 1 to 500 characters, shown to owners. May be repeated: the first reason stays. */
  suspendOrganization: SetOrganizationStatusResult;
  /** For platform staff. The organization may sell again; its managers resume the sales of each event. May be repeated. */
  resumeOrganization: SetOrganizationStatusResult;
};


/** What can be done. */
export type MutationSignUpArgs = {
  input: SignUpInput;
};


/** What can be done. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** What can be done. */
export type MutationRefreshSessionArgs = {
  refreshToken: Scalars['String']['input'];
};


/** What can be done. */
export type MutationCreateOrganizationArgs = {
  input: CreateOrganizationInput;
};


/** What can be done. */
export type MutationSetMemberArgs = {
  organizationId: Scalars['ID']['input'];
  userId: Scalars['ID']['input'];
  role?: InputMaybe<Role>;
};


/** What can be done. */
export type MutationInviteMemberArgs = {
  input: InviteMemberInput;
};


/** What can be done. */
export type MutationAcceptInvitationArgs = {
  token: Scalars['String']['input'];
};


/** What can be done. */
export type MutationRevokeInvitationArgs = {
  invitationId: Scalars['ID']['input'];
};


/** What can be done. */
export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


/** What can be done. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** What can be done. */
export type MutationChangeEmailArgs = {
  input: ChangeEmailInput;
};


/** What can be done. */
export type MutationUseCodeArgs = {
  input: UseCodeInput;
};


/** What can be done. */
export type MutationSetPreferencesArgs = {
  input: PreferencesInput;
};


/** What can be done. */
export type MutationDeleteAccountArgs = {
  password: Scalars['String']['input'];
};


/** What can be done. */
export type MutationSuspendUserArgs = {
  userId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** What can be done. */
export type MutationRestoreUserArgs = {
  userId: Scalars['ID']['input'];
};


/** What can be done. */
export type MutationSuspendOrganizationArgs = {
  organizationId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** What can be done. */
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
  SignUpResult:
    | ( SessionRow )
    | ( EmailTaken )
    | ( PasswordTooWeak )
  ;
  SignInResult:
    | ( SessionRow )
    | ( CredentialsRejected )
  ;
  RefreshSessionResult:
    | ( SessionRow )
    | ( CredentialsRejected )
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
  ;
  ChangePasswordResult:
    | ( UserRow )
    | ( CredentialsRejected )
    | ( PasswordTooWeak )
  ;
  ChangeEmailResult:
    | ( UserRow )
    | ( CredentialsRejected )
    | ( EmailTaken )
  ;
  UseCodeResult:
    | ( UserRow )
    | ( CodeRejected )
    | ( EmailTaken )
    | ( IdempotencyKeyReused )
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
  ;
  AcceptInvitationResult:
    | ( OrganizationRow )
    | ( NotFound )
    | ( EmailNotVerified )
    | ( MembershipLimitReached )
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
    | ( Omit<LastOwner, 'organization'> & { organization?: Maybe<_RefType['Organization']> } )
    | ( MembershipLimitReached )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  NotFound: ResolverTypeWrapper<NotFound>;
  IdempotencyKeyReused: ResolverTypeWrapper<IdempotencyKeyReused>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  User: ResolverTypeWrapper<UserRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CodeSent: ResolverTypeWrapper<CodeSent>;
  UserStatus: UserStatus;
  UserPreferences: ResolverTypeWrapper<UserPreferences>;
  Organization: ResolverTypeWrapper<OrganizationRow>;
  Intervention: ResolverTypeWrapper<Omit<Intervention, 'by'> & { by?: Maybe<ResolversTypes['User']> }>;
  OrganizationStatus: OrganizationStatus;
  Membership: ResolverTypeWrapper<MembershipRow>;
  Role: Role;
  Invitation: ResolverTypeWrapper<InvitationRow>;
  Session: ResolverTypeWrapper<SessionRow>;
  ViewerChanges: ResolverTypeWrapper<ViewerChanges>;
  SessionViewer: ResolverTypeWrapper<SessionViewer>;
  ViewerMembership: ResolverTypeWrapper<ViewerMembership>;
  MailContact: ResolverTypeWrapper<MailContact>;
  SignUpInput: SignUpInput;
  SignInInput: SignInInput;
  CreateOrganizationInput: CreateOrganizationInput;
  UpdateProfileInput: UpdateProfileInput;
  ChangePasswordInput: ChangePasswordInput;
  ChangeEmailInput: ChangeEmailInput;
  UseCodeInput: UseCodeInput;
  PreferencesInput: PreferencesInput;
  InviteMemberInput: InviteMemberInput;
  UserFilter: UserFilter;
  EmailTaken: ResolverTypeWrapper<EmailTaken>;
  PasswordTooWeak: ResolverTypeWrapper<PasswordTooWeak>;
  CredentialsRejected: ResolverTypeWrapper<CredentialsRejected>;
  EmailNotVerified: ResolverTypeWrapper<EmailNotVerified>;
  CodeRejected: ResolverTypeWrapper<CodeRejected>;
  LastOwner: ResolverTypeWrapper<Omit<LastOwner, 'organization'> & { organization?: Maybe<ResolversTypes['Organization']> }>;
  MembershipLimitReached: ResolverTypeWrapper<MembershipLimitReached>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  SignUpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignUpResult']>;
  SignInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignInResult']>;
  RefreshSessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefreshSessionResult']>;
  CreateOrganizationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateOrganizationResult']>;
  SetMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetMemberResult']>;
  ChangePasswordResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangePasswordResult']>;
  ChangeEmailResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeEmailResult']>;
  UseCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UseCodeResult']>;
  DeleteAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteAccountResult']>;
  InviteMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InviteMemberResult']>;
  AcceptInvitationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcceptInvitationResult']>;
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
  Error: ResolversInterfaceTypes<ResolversParentTypes>['Error'];
  String: Scalars['String']['output'];
  NotFound: NotFound;
  IdempotencyKeyReused: IdempotencyKeyReused;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  User: UserRow;
  ID: Scalars['ID']['output'];
  CodeSent: CodeSent;
  UserPreferences: UserPreferences;
  Organization: OrganizationRow;
  Intervention: Omit<Intervention, 'by'> & { by?: Maybe<ResolversParentTypes['User']> };
  Membership: MembershipRow;
  Invitation: InvitationRow;
  Session: SessionRow;
  ViewerChanges: ViewerChanges;
  SessionViewer: SessionViewer;
  ViewerMembership: ViewerMembership;
  MailContact: MailContact;
  SignUpInput: SignUpInput;
  SignInInput: SignInInput;
  CreateOrganizationInput: CreateOrganizationInput;
  UpdateProfileInput: UpdateProfileInput;
  ChangePasswordInput: ChangePasswordInput;
  ChangeEmailInput: ChangeEmailInput;
  UseCodeInput: UseCodeInput;
  PreferencesInput: PreferencesInput;
  InviteMemberInput: InviteMemberInput;
  UserFilter: UserFilter;
  EmailTaken: EmailTaken;
  PasswordTooWeak: PasswordTooWeak;
  CredentialsRejected: CredentialsRejected;
  EmailNotVerified: EmailNotVerified;
  CodeRejected: CodeRejected;
  LastOwner: Omit<LastOwner, 'organization'> & { organization?: Maybe<ResolversParentTypes['Organization']> };
  MembershipLimitReached: MembershipLimitReached;
  Int: Scalars['Int']['output'];
  SignUpResult: ResolversUnionTypes<ResolversParentTypes>['SignUpResult'];
  SignInResult: ResolversUnionTypes<ResolversParentTypes>['SignInResult'];
  RefreshSessionResult: ResolversUnionTypes<ResolversParentTypes>['RefreshSessionResult'];
  CreateOrganizationResult: ResolversUnionTypes<ResolversParentTypes>['CreateOrganizationResult'];
  SetMemberResult: ResolversUnionTypes<ResolversParentTypes>['SetMemberResult'];
  ChangePasswordResult: ResolversUnionTypes<ResolversParentTypes>['ChangePasswordResult'];
  ChangeEmailResult: ResolversUnionTypes<ResolversParentTypes>['ChangeEmailResult'];
  UseCodeResult: ResolversUnionTypes<ResolversParentTypes>['UseCodeResult'];
  DeleteAccountResult: ResolversUnionTypes<ResolversParentTypes>['DeleteAccountResult'];
  InviteMemberResult: ResolversUnionTypes<ResolversParentTypes>['InviteMemberResult'];
  AcceptInvitationResult: ResolversUnionTypes<ResolversParentTypes>['AcceptInvitationResult'];
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

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'EmailTaken' | 'PasswordTooWeak' | 'CredentialsRejected' | 'EmailNotVerified' | 'CodeRejected' | 'LastOwner' | 'MembershipLimitReached', ParentType, ContextType>;
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
  status?: Resolver<ResolversTypes['UserStatus'], ParentType, ContextType>;
  memberships?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  preferences?: Resolver<Maybe<ResolversTypes['UserPreferences']>, ParentType, ContextType>;
  interventions?: Resolver<Maybe<Array<ResolversTypes['Intervention']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CodeSentResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CodeSent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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
  members?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['OrganizationStatus']>, ParentType, ContextType>;
  suspensionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  invitations?: Resolver<Array<ResolversTypes['Invitation']>, ParentType, ContextType>;
  interventions?: Resolver<Maybe<Array<ResolversTypes['Intervention']>>, ParentType, ContextType>;
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

export type ViewerChangesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ViewerChanges']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  everybody?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SessionViewerResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SessionViewer']> = {
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  staff?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  verified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberships?: Resolver<Array<ResolversTypes['ViewerMembership']>, ParentType, ContextType>;
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

export type LastOwnerResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['LastOwner']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'Session' | 'CredentialsRejected', ParentType, ContextType>;
};

export type RefreshSessionResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RefreshSessionResult']> = {
  __resolveType: TypeResolveFn<'Session' | 'CredentialsRejected', ParentType, ContextType>;
};

export type CreateOrganizationResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreateOrganizationResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'IdempotencyKeyReused' | 'MembershipLimitReached', ParentType, ContextType>;
};

export type SetMemberResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetMemberResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'NotFound' | 'LastOwner' | 'MembershipLimitReached', ParentType, ContextType>;
};

export type ChangePasswordResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ChangePasswordResult']> = {
  __resolveType: TypeResolveFn<'User' | 'CredentialsRejected' | 'PasswordTooWeak', ParentType, ContextType>;
};

export type ChangeEmailResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ChangeEmailResult']> = {
  __resolveType: TypeResolveFn<'User' | 'CredentialsRejected' | 'EmailTaken', ParentType, ContextType>;
};

export type UseCodeResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UseCodeResult']> = {
  __resolveType: TypeResolveFn<'User' | 'CodeRejected' | 'EmailTaken' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type DeleteAccountResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DeleteAccountResult']> = {
  __resolveType: TypeResolveFn<'User' | 'CredentialsRejected' | 'LastOwner', ParentType, ContextType>;
};

export type InviteMemberResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['InviteMemberResult']> = {
  __resolveType: TypeResolveFn<'Invitation' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type AcceptInvitationResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AcceptInvitationResult']> = {
  __resolveType: TypeResolveFn<'Organization' | 'NotFound' | 'EmailNotVerified' | 'MembershipLimitReached', ParentType, ContextType>;
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
  sessionViewers?: Resolver<Array<Maybe<ResolversTypes['SessionViewer']>>, ParentType, ContextType, RequireFields<QuerySessionViewersArgs, 'sessionIds'>>;
  viewerChanges?: Resolver<ResolversTypes['ViewerChanges'], ParentType, ContextType, Partial<QueryViewerChangesArgs>>;
  mailContact?: Resolver<Maybe<ResolversTypes['MailContact']>, ParentType, ContextType, RequireFields<QueryMailContactArgs, 'userId'>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  signUp?: Resolver<ResolversTypes['SignUpResult'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInResult'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionResult'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'refreshToken'>>;
  signOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createOrganization?: Resolver<ResolversTypes['CreateOrganizationResult'], ParentType, ContextType, RequireFields<MutationCreateOrganizationArgs, 'input'>>;
  setMember?: Resolver<ResolversTypes['SetMemberResult'], ParentType, ContextType, RequireFields<MutationSetMemberArgs, 'organizationId' | 'userId'>>;
  inviteMember?: Resolver<ResolversTypes['InviteMemberResult'], ParentType, ContextType, RequireFields<MutationInviteMemberArgs, 'input'>>;
  acceptInvitation?: Resolver<ResolversTypes['AcceptInvitationResult'], ParentType, ContextType, RequireFields<MutationAcceptInvitationArgs, 'token'>>;
  revokeInvitation?: Resolver<ResolversTypes['RevokeInvitationResult'], ParentType, ContextType, RequireFields<MutationRevokeInvitationArgs, 'invitationId'>>;
  updateProfile?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordResult'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  changeEmail?: Resolver<ResolversTypes['ChangeEmailResult'], ParentType, ContextType, RequireFields<MutationChangeEmailArgs, 'input'>>;
  requestEmailCode?: Resolver<ResolversTypes['CodeSent'], ParentType, ContextType>;
  useCode?: Resolver<ResolversTypes['UseCodeResult'], ParentType, ContextType, RequireFields<MutationUseCodeArgs, 'input'>>;
  setPreferences?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationSetPreferencesArgs, 'input'>>;
  deleteAccount?: Resolver<ResolversTypes['DeleteAccountResult'], ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'password'>>;
  suspendUser?: Resolver<ResolversTypes['SetUserStatusResult'], ParentType, ContextType, RequireFields<MutationSuspendUserArgs, 'userId' | 'reason'>>;
  restoreUser?: Resolver<ResolversTypes['SetUserStatusResult'], ParentType, ContextType, RequireFields<MutationRestoreUserArgs, 'userId'>>;
  suspendOrganization?: Resolver<ResolversTypes['SetOrganizationStatusResult'], ParentType, ContextType, RequireFields<MutationSuspendOrganizationArgs, 'organizationId' | 'reason'>>;
  resumeOrganization?: Resolver<ResolversTypes['SetOrganizationStatusResult'], ParentType, ContextType, RequireFields<MutationResumeOrganizationArgs, 'organizationId'>>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  Error?: ErrorResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  IdempotencyKeyReused?: IdempotencyKeyReusedResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  CodeSent?: CodeSentResolvers<ContextType>;
  UserPreferences?: UserPreferencesResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Intervention?: InterventionResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  ViewerChanges?: ViewerChangesResolvers<ContextType>;
  SessionViewer?: SessionViewerResolvers<ContextType>;
  ViewerMembership?: ViewerMembershipResolvers<ContextType>;
  MailContact?: MailContactResolvers<ContextType>;
  EmailTaken?: EmailTakenResolvers<ContextType>;
  PasswordTooWeak?: PasswordTooWeakResolvers<ContextType>;
  CredentialsRejected?: CredentialsRejectedResolvers<ContextType>;
  EmailNotVerified?: EmailNotVerifiedResolvers<ContextType>;
  CodeRejected?: CodeRejectedResolvers<ContextType>;
  LastOwner?: LastOwnerResolvers<ContextType>;
  MembershipLimitReached?: MembershipLimitReachedResolvers<ContextType>;
  SignUpResult?: SignUpResultResolvers<ContextType>;
  SignInResult?: SignInResultResolvers<ContextType>;
  RefreshSessionResult?: RefreshSessionResultResolvers<ContextType>;
  CreateOrganizationResult?: CreateOrganizationResultResolvers<ContextType>;
  SetMemberResult?: SetMemberResultResolvers<ContextType>;
  ChangePasswordResult?: ChangePasswordResultResolvers<ContextType>;
  ChangeEmailResult?: ChangeEmailResultResolvers<ContextType>;
  UseCodeResult?: UseCodeResultResolvers<ContextType>;
  DeleteAccountResult?: DeleteAccountResultResolvers<ContextType>;
  InviteMemberResult?: InviteMemberResultResolvers<ContextType>;
  AcceptInvitationResult?: AcceptInvitationResultResolvers<ContextType>;
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


