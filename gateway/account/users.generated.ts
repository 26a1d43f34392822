// Made by `npm run compose` from users.graphql. Do not edit.
import type { ServiceOperation } from "../../platform/http/service-client.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Kinds of users. */
export type UserKind =
  /** A person with an account. */
  | 'PERSON'
  /** A person who buys with a name and an address, without an account. */
  | 'GUEST';

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

/** Reasons for ElevationRequired. */
export type ElevationReason =
  /** The last proof of identity in this session is older than 10 minutes: see elevate. */
  | 'CONFIRM_IDENTITY'
  /** An OWNER or a member of platform staff must have a second factor after 14 days: see enrollTotp and addPasskey. */
  | 'ENROLL_FACTOR';

/** Input of registerAccount. */
export type RegisterAccountInput = {
  /** Address of the account, once its owner uses the mailed code. */
  email: string;
  /** The rules of signUp apply. */
  password: string;
  /** 1 to 100 characters. */
  displayName: string;
  /** Language for mail: BCP 47 language tag. It is stored in the preferences. */
  locale?: string | null;
};

/** Input of signIn. */
export type SignInInput = {
  /** Address of the account; case does not matter. */
  email: string;
  /** Password. */
  password: string;
};

/** Input of secondFactor: the challenge, and exactly one factor. */
export type SecondFactorInput = {
  /** SecondFactorRequired.challenge. */
  challenge: string;
  /** Code of the authenticator app: 6 digits. Each code works once. */
  totp?: string | null;
  /** Recovery code. Case, blanks and hyphens are ignored. */
  recoveryCode?: string | null;
  /** JSON of the PublicKeyCredential that the authenticator returned for options of the purpose SIGN_IN. */
  passkey?: string | null;
};

/** Input of signInWithPasskey. */
export type PasskeySignInInput = {
  /** JSON of the PublicKeyCredential that the authenticator returned for options of the purpose SIGN_IN. */
  response: string;
};

/** Input of finishExternalSignIn and finishIdentityLink. */
export type ExternalAnswerInput = {
  /** IdentityProvider.id, as in the address that the provider sent the browser to. */
  provider: string;
  /** Query string of that address. */
  response: string;
  /** ExternalSignIn.secret. */
  secret: string;
};

/** Input of elevate: exactly one proof. */
export type ElevateInput = {
  /** Password. */
  password?: string | null;
  /** Code of the authenticator app: 6 digits. Each code works once. */
  totp?: string | null;
  /** Recovery code. Case, blanks and hyphens are ignored. */
  recoveryCode?: string | null;
  /** JSON of the PublicKeyCredential that the authenticator returned for options of the purpose ELEVATE, with user verification. */
  passkey?: string | null;
};

/** Input of updateProfile. */
export type UpdateProfileInput = {
  /** 1 to 100 characters. */
  displayName: string;
};

/** Input of changePassword. */
export type ChangePasswordInput = {
  /** Current password. */
  currentPassword: string;
  /** New password; the rules of signUp apply. */
  newPassword: string;
};

/** Input of changeEmail. */
export type ChangeEmailInput = {
  /** Current password. */
  password: string;
  /** New address; unique among all accounts. */
  email: string;
};

/** Input of useCode. */
export type UseCodeInput = {
  /** CodeSent.id. */
  id: string;
  /** Code from the mail. Case, blanks and hyphens are ignored. */
  code: string;
  /** CodeSent.nonce. Required for a code that was requested without a session. */
  nonce?: string | null;
  /** Required for a code of requestPasswordReset; the rules of signUp apply. */
  newPassword?: string | null;
  /** For a code of registerAccount: whether the new account also gets the purchases of guests with its address. Default: false. */
  claimGuestOrders?: boolean | null;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
};

/** Input of claimGuestOrders. */
export type ClaimGuestOrdersInput = {
  /** CodeSent.id. */
  id: string;
  /** Code from the mail. Case, blanks and hyphens are ignored. */
  code: string;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
};

/** Input of reportSignIn and undoEmailChange. */
export type AlertCodeInput = {
  /** Code from the mail; case matters. */
  code: string;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
};

export type BrowserSessionFragment = { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'Session', accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string } }
    | { __typename: 'CredentialsRejected', message: string }
    | { __typename: 'SecondFactorRequired', challenge: string, factors: Array<Factor>, message: string }
   };

export type UseCodeMutationVariables = Exact<{
  input: UseCodeInput;
}>;


export type UseCodeMutation = { useCode:
    | { __typename: 'User' }
    | { __typename: 'Session', accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string } }
    | { __typename: 'CodeRejected', message: string }
    | { __typename: 'EmailTaken', message: string }
    | { __typename: 'PasswordTooWeak', message: string }
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'SecondFactorRequired', challenge: string, factors: Array<Factor>, message: string }
   };

export type RefreshSessionMutationVariables = Exact<{
  refreshToken: string;
}>;


export type RefreshSessionMutation = { refreshSession:
    | { __typename: 'Session', accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string } }
    | { __typename: 'CredentialsRejected', message: string }
   };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type RequestSignInCodeMutationVariables = Exact<{
  email: string;
}>;


export type RequestSignInCodeMutation = { requestSignInCode: { id: string, nonce: string | null } };

export type RequestPasswordResetMutationVariables = Exact<{
  email: string;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { id: string, nonce: string | null } };

export type RegisterAccountMutationVariables = Exact<{
  input: RegisterAccountInput;
}>;


export type RegisterAccountMutation = { registerAccount:
    | { __typename: 'CodeSent', id: string, nonce: string | null }
    | { __typename: 'PasswordTooWeak', message: string }
   };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { me: { id: string, displayName: string, email: string | null, emailVerified: boolean, pendingEmail: string | null, emailCode: { id: string } | null, sessions: Array<{ id: string, device: string | null, place: string | null, createdAt: string, lastSeenAt: string, current: boolean }>, appAccess: Array<{ appId: string, name: string, scopes: Array<string>, isOffline: boolean, organization: { name: string } | null }> } | null };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { id: string } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword:
    | { __typename: 'User' }
    | { __typename: 'CredentialsRejected', message: string }
    | { __typename: 'PasswordTooWeak', message: string }
    | { __typename: 'ElevationRequired', reason: ElevationReason, message: string }
   };

export type ChangeEmailMutationVariables = Exact<{
  input: ChangeEmailInput;
}>;


export type ChangeEmailMutation = { changeEmail:
    | { __typename: 'User', pendingEmail: string | null }
    | { __typename: 'CredentialsRejected', message: string }
    | { __typename: 'EmailTaken', message: string }
    | { __typename: 'ElevationRequired', reason: ElevationReason, message: string }
   };

export type RequestEmailCodeMutationVariables = Exact<{ [key: string]: never; }>;


export type RequestEmailCodeMutation = { requestEmailCode: { id: string } };

export type EndSessionMutationVariables = Exact<{
  id: string;
}>;


export type EndSessionMutation = { endSession:
    | { __typename: 'User' }
    | { __typename: 'NotFound', message: string }
   };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: { id: string } };

export type EraseAccountMutationVariables = Exact<{
  password: string;
}>;


export type EraseAccountMutation = { eraseAccount:
    | { __typename: 'ErasedAccount', erasureId: string, secret: string }
    | { __typename: 'CredentialsRejected', message: string }
    | { __typename: 'LastOwner', message: string }
   };

export type ErasureQueryVariables = Exact<{
  id: string;
  secret: string;
}>;


export type ErasureQuery = { erasure: { erasedAt: string, isComplete: boolean, missing: Array<string>, receipts: Array<{ subgraph: string, at: string }> } | null };

export type SecondFactorMutationVariables = Exact<{
  input: SecondFactorInput;
}>;


export type SecondFactorMutation = { secondFactor:
    | { __typename: 'Session', accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string } }
    | { __typename: 'SecondFactorRejected', message: string }
    | { __typename: 'PasskeyRejected', message: string }
   };

export type SignInWithPasskeyMutationVariables = Exact<{
  input: PasskeySignInInput;
}>;


export type SignInWithPasskeyMutation = { signInWithPasskey:
    | { __typename: 'Session', accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string } }
    | { __typename: 'CredentialsRejected', message: string }
    | { __typename: 'SecondFactorRequired', challenge: string, factors: Array<Factor>, message: string }
   };

export type SecurityQueryVariables = Exact<{ [key: string]: never; }>;


export type SecurityQuery = { me: { hasTotp: boolean, recoveryCodesLeft: number | null, passkeys: Array<{ id: string, name: string, backedUp: boolean, createdAt: string, lastUsedAt: string | null }>, identities: Array<{ id: string, label: string | null, createdAt: string, lastUsedAt: string | null, provider: { name: string } | null }> } | null, identityProviders: Array<{ id: string, name: string }> };

export type ElevateMutationVariables = Exact<{
  input: ElevateInput;
}>;


export type ElevateMutation = { elevate:
    | { __typename: 'User' }
    | { __typename: 'CredentialsRejected', message: string }
    | { __typename: 'SecondFactorRejected', message: string }
    | { __typename: 'PasskeyRejected', message: string }
   };

export type EnrollTotpMutationVariables = Exact<{ [key: string]: never; }>;


export type EnrollTotpMutation = { enrollTotp:
    | { __typename: 'TotpEnrollment', secret: string, uri: string }
    | { __typename: 'ElevationRequired', message: string, reason: ElevationReason }
   };

export type ConfirmTotpMutationVariables = Exact<{
  code: string;
}>;


export type ConfirmTotpMutation = { confirmTotp:
    | { __typename: 'FactorEnabled', recoveryCodes: Array<string> | null }
    | { __typename: 'CodeRejected', message: string }
   };

export type DisableTotpMutationVariables = Exact<{ [key: string]: never; }>;


export type DisableTotpMutation = { disableTotp:
    | { __typename: 'User' }
    | { __typename: 'ElevationRequired', message: string, reason: ElevationReason }
   };

export type RenewRecoveryCodesMutationVariables = Exact<{ [key: string]: never; }>;


export type RenewRecoveryCodesMutation = { renewRecoveryCodes:
    | { __typename: 'RecoveryCodes', codes: Array<string> }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ElevationRequired', message: string, reason: ElevationReason }
   };

export type RemovePasskeyMutationVariables = Exact<{
  id: string;
}>;


export type RemovePasskeyMutation = { removePasskey:
    | { __typename: 'User' }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'LastWayIn', message: string }
    | { __typename: 'ElevationRequired', message: string, reason: ElevationReason }
   };

export type ReportSignInMutationVariables = Exact<{
  input: AlertCodeInput;
}>;


export type ReportSignInMutation = { reportSignIn:
    | { __typename: 'SecuredAccount', email: string }
    | { __typename: 'CodeRejected', message: string }
   };

export type UndoEmailChangeMutationVariables = Exact<{
  input: AlertCodeInput;
}>;


export type UndoEmailChangeMutation = { undoEmailChange:
    | { __typename: 'SecuredAccount', email: string }
    | { __typename: 'CodeRejected', message: string }
   };

export type IdentityProvidersQueryVariables = Exact<{ [key: string]: never; }>;


export type IdentityProvidersQuery = { identityProviders: Array<{ id: string, name: string }> };

export type StartExternalSignInMutationVariables = Exact<{
  provider: string;
}>;


export type StartExternalSignInMutation = { startExternalSignIn:
    | { __typename: 'ExternalSignIn', url: string, secret: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ProviderUnavailable', message: string }
   };

export type FinishExternalSignInMutationVariables = Exact<{
  input: ExternalAnswerInput;
}>;


export type FinishExternalSignInMutation = { finishExternalSignIn:
    | { __typename: 'Session', accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string } }
    | { __typename: 'SecondFactorRequired', challenge: string, factors: Array<Factor>, message: string }
    | { __typename: 'ExternalSignInRejected', reason: ExternalSignInProblem, message: string }
    | { __typename: 'ProviderUnavailable', message: string }
   };

export type StartIdentityLinkMutationVariables = Exact<{
  provider: string;
}>;


export type StartIdentityLinkMutation = { startIdentityLink:
    | { __typename: 'ExternalSignIn', url: string, secret: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ProviderUnavailable', message: string }
    | { __typename: 'ElevationRequired', reason: ElevationReason, message: string }
   };

export type FinishIdentityLinkMutationVariables = Exact<{
  input: ExternalAnswerInput;
}>;


export type FinishIdentityLinkMutation = { finishIdentityLink:
    | { __typename: 'User' }
    | { __typename: 'ExternalSignInRejected', reason: ExternalSignInProblem, message: string }
    | { __typename: 'IdentityTaken', message: string }
    | { __typename: 'ProviderUnavailable', message: string }
   };

export type UnlinkIdentityMutationVariables = Exact<{
  id: string;
}>;


export type UnlinkIdentityMutation = { unlinkIdentity:
    | { __typename: 'User' }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'LastWayIn', message: string }
    | { __typename: 'ElevationRequired', reason: ElevationReason, message: string }
   };

export type EndAppAccessMutationVariables = Exact<{
  appId: string;
}>;


export type EndAppAccessMutation = { endAppAccess:
    | { __typename: 'User' }
    | { __typename: 'NotFound', message: string }
   };

export type GuestPageQueryVariables = Exact<{ [key: string]: never; }>;


export type GuestPageQuery = { me: { email: string | null, emailVerified: boolean, kind: UserKind, emailCode: { id: string } | null } | null };

export type RequestGuestOrdersMutationVariables = Exact<{
  email: string;
}>;


export type RequestGuestOrdersMutation = { requestGuestOrders: { id: string, nonce: string | null } };

export type RequestGuestClaimMutationVariables = Exact<{ [key: string]: never; }>;


export type RequestGuestClaimMutation = { requestGuestClaim:
    | { __typename: 'CodeSent', id: string }
    | { __typename: 'EmailNotVerified', message: string }
   };

export type ClaimGuestOrdersMutationVariables = Exact<{
  input: ClaimGuestOrdersInput;
}>;


export type ClaimGuestOrdersMutation = { claimGuestOrders:
    | { __typename: 'User' }
    | { __typename: 'CodeRejected', message: string }
    | { __typename: 'IdempotencyKeyReused', message: string }
   };

export const SignIn = "mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ...BrowserSession ... on SecondFactorRequired { challenge factors } ... on Error { message } } } fragment BrowserSession on Session { accessToken accessTokenExpiresAt refreshToken user { id } }" as ServiceOperation<SignInMutation, SignInMutationVariables>;

export const UseCode = "mutation UseCode($input: UseCodeInput!) { useCode(input: $input) { __typename ...BrowserSession ... on SecondFactorRequired { challenge factors } ... on Error { message } } } fragment BrowserSession on Session { accessToken accessTokenExpiresAt refreshToken user { id } }" as ServiceOperation<UseCodeMutation, UseCodeMutationVariables>;

export const RefreshSession = "mutation RefreshSession($refreshToken: String!) { refreshSession(refreshToken: $refreshToken) { __typename ...BrowserSession ... on Error { message } } } fragment BrowserSession on Session { accessToken accessTokenExpiresAt refreshToken user { id } }" as ServiceOperation<RefreshSessionMutation, RefreshSessionMutationVariables>;

export const SignOut = "mutation SignOut { signOut }" as ServiceOperation<SignOutMutation, SignOutMutationVariables>;

export const RequestSignInCode = "mutation RequestSignInCode($email: EmailAddress!) { requestSignInCode(email: $email) { id nonce } }" as ServiceOperation<RequestSignInCodeMutation, RequestSignInCodeMutationVariables>;

export const RequestPasswordReset = "mutation RequestPasswordReset($email: EmailAddress!) { requestPasswordReset(email: $email) { id nonce } }" as ServiceOperation<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;

export const RegisterAccount = "mutation RegisterAccount($input: RegisterAccountInput!) { registerAccount(input: $input) { __typename ... on CodeSent { id nonce } ... on Error { message } } }" as ServiceOperation<RegisterAccountMutation, RegisterAccountMutationVariables>;

export const Account = "query Account { me { id displayName email emailVerified pendingEmail emailCode { id } sessions { id device place createdAt lastSeenAt current } appAccess { appId name organization { name } scopes isOffline } } }" as ServiceOperation<AccountQuery, AccountQueryVariables>;

export const UpdateProfile = "mutation UpdateProfile($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }" as ServiceOperation<UpdateProfileMutation, UpdateProfileMutationVariables>;

export const ChangePassword = "mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { __typename ... on ElevationRequired { reason } ... on Error { message } } }" as ServiceOperation<ChangePasswordMutation, ChangePasswordMutationVariables>;

export const ChangeEmail = "mutation ChangeEmail($input: ChangeEmailInput!) { changeEmail(input: $input) { __typename ... on ElevationRequired { reason } ... on User { pendingEmail } ... on Error { message } } }" as ServiceOperation<ChangeEmailMutation, ChangeEmailMutationVariables>;

export const RequestEmailCode = "mutation RequestEmailCode { requestEmailCode { id } }" as ServiceOperation<RequestEmailCodeMutation, RequestEmailCodeMutationVariables>;

export const EndSession = "mutation EndSession($id: ID!) { endSession(id: $id) { __typename ... on Error { message } } }" as ServiceOperation<EndSessionMutation, EndSessionMutationVariables>;

export const EndOtherSessions = "mutation EndOtherSessions { endOtherSessions { id } }" as ServiceOperation<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;

export const EraseAccount = "mutation EraseAccount($password: String!) { eraseAccount(password: $password) { __typename ... on ErasedAccount { erasureId secret } ... on Error { message } } }" as ServiceOperation<EraseAccountMutation, EraseAccountMutationVariables>;

export const Erasure = "query Erasure($id: ID!, $secret: String!) { erasure(id: $id, secret: $secret) { erasedAt isComplete receipts { subgraph at } missing } }" as ServiceOperation<ErasureQuery, ErasureQueryVariables>;

export const SecondFactor = "mutation SecondFactor($input: SecondFactorInput!) { secondFactor(input: $input) { __typename ...BrowserSession ... on Error { message } } } fragment BrowserSession on Session { accessToken accessTokenExpiresAt refreshToken user { id } }" as ServiceOperation<SecondFactorMutation, SecondFactorMutationVariables>;

export const SignInWithPasskey = "mutation SignInWithPasskey($input: PasskeySignInInput!) { signInWithPasskey(input: $input) { __typename ...BrowserSession ... on SecondFactorRequired { challenge factors } ... on Error { message } } } fragment BrowserSession on Session { accessToken accessTokenExpiresAt refreshToken user { id } }" as ServiceOperation<SignInWithPasskeyMutation, SignInWithPasskeyMutationVariables>;

export const Security = "query Security { me { hasTotp recoveryCodesLeft passkeys { id name backedUp createdAt lastUsedAt } identities { id label createdAt lastUsedAt provider { name } } } identityProviders { id name } }" as ServiceOperation<SecurityQuery, SecurityQueryVariables>;

export const Elevate = "mutation Elevate($input: ElevateInput!) { elevate(input: $input) { __typename ... on Error { message } } }" as ServiceOperation<ElevateMutation, ElevateMutationVariables>;

export const EnrollTotp = "mutation EnrollTotp { enrollTotp { __typename ... on TotpEnrollment { secret uri } ... on Error { message } ... on ElevationRequired { reason } } }" as ServiceOperation<EnrollTotpMutation, EnrollTotpMutationVariables>;

export const ConfirmTotp = "mutation ConfirmTotp($code: String!) { confirmTotp(code: $code) { __typename ... on FactorEnabled { recoveryCodes } ... on Error { message } } }" as ServiceOperation<ConfirmTotpMutation, ConfirmTotpMutationVariables>;

export const DisableTotp = "mutation DisableTotp { disableTotp { __typename ... on Error { message } ... on ElevationRequired { reason } } }" as ServiceOperation<DisableTotpMutation, DisableTotpMutationVariables>;

export const RenewRecoveryCodes = "mutation RenewRecoveryCodes { renewRecoveryCodes { __typename ... on RecoveryCodes { codes } ... on Error { message } ... on ElevationRequired { reason } } }" as ServiceOperation<RenewRecoveryCodesMutation, RenewRecoveryCodesMutationVariables>;

export const RemovePasskey = "mutation RemovePasskey($id: ID!) { removePasskey(id: $id) { __typename ... on Error { message } ... on ElevationRequired { reason } } }" as ServiceOperation<RemovePasskeyMutation, RemovePasskeyMutationVariables>;

export const ReportSignIn = "mutation ReportSignIn($input: AlertCodeInput!) { reportSignIn(input: $input) { __typename ... on SecuredAccount { email } ... on Error { message } } }" as ServiceOperation<ReportSignInMutation, ReportSignInMutationVariables>;

export const UndoEmailChange = "mutation UndoEmailChange($input: AlertCodeInput!) { undoEmailChange(input: $input) { __typename ... on SecuredAccount { email } ... on Error { message } } }" as ServiceOperation<UndoEmailChangeMutation, UndoEmailChangeMutationVariables>;

export const IdentityProviders = "query IdentityProviders { identityProviders { id name } }" as ServiceOperation<IdentityProvidersQuery, IdentityProvidersQueryVariables>;

export const StartExternalSignIn = "mutation StartExternalSignIn($provider: ID!) { startExternalSignIn(provider: $provider) { __typename ... on ExternalSignIn { url secret } ... on Error { message } } }" as ServiceOperation<StartExternalSignInMutation, StartExternalSignInMutationVariables>;

export const FinishExternalSignIn = "mutation FinishExternalSignIn($input: ExternalAnswerInput!) { finishExternalSignIn(input: $input) { __typename ...BrowserSession ... on SecondFactorRequired { challenge factors } ... on ExternalSignInRejected { reason } ... on Error { message } } } fragment BrowserSession on Session { accessToken accessTokenExpiresAt refreshToken user { id } }" as ServiceOperation<FinishExternalSignInMutation, FinishExternalSignInMutationVariables>;

export const StartIdentityLink = "mutation StartIdentityLink($provider: ID!) { startIdentityLink(provider: $provider) { __typename ... on ExternalSignIn { url secret } ... on ElevationRequired { reason } ... on Error { message } } }" as ServiceOperation<StartIdentityLinkMutation, StartIdentityLinkMutationVariables>;

export const FinishIdentityLink = "mutation FinishIdentityLink($input: ExternalAnswerInput!) { finishIdentityLink(input: $input) { __typename ... on ExternalSignInRejected { reason } ... on Error { message } } }" as ServiceOperation<FinishIdentityLinkMutation, FinishIdentityLinkMutationVariables>;

export const UnlinkIdentity = "mutation UnlinkIdentity($id: ID!) { unlinkIdentity(id: $id) { __typename ... on ElevationRequired { reason } ... on Error { message } } }" as ServiceOperation<UnlinkIdentityMutation, UnlinkIdentityMutationVariables>;

export const EndAppAccess = "mutation EndAppAccess($appId: ID!) { endAppAccess(appId: $appId) { __typename ... on Error { message } } }" as ServiceOperation<EndAppAccessMutation, EndAppAccessMutationVariables>;

export const GuestPage = "query GuestPage { me { email emailVerified kind emailCode { id } } }" as ServiceOperation<GuestPageQuery, GuestPageQueryVariables>;

export const RequestGuestOrders = "mutation RequestGuestOrders($email: EmailAddress!) { requestGuestOrders(email: $email) { id nonce } }" as ServiceOperation<RequestGuestOrdersMutation, RequestGuestOrdersMutationVariables>;

export const RequestGuestClaim = "mutation RequestGuestClaim { requestGuestClaim { __typename ... on CodeSent { id } ... on Error { message } } }" as ServiceOperation<RequestGuestClaimMutation, RequestGuestClaimMutationVariables>;

export const ClaimGuestOrders = "mutation ClaimGuestOrders($input: ClaimGuestOrdersInput!) { claimGuestOrders(input: $input) { __typename ... on Error { message } } }" as ServiceOperation<ClaimGuestOrdersMutation, ClaimGuestOrdersMutationVariables>;
