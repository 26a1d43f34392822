// Made by `npm run compose` from users.graphql. Do not edit.
import type { ServiceOperation } from "../../platform/http/service-client.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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
    | { __typename: 'SecondFactorRequired', message: string }
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
    | { __typename: 'SecondFactorRequired', message: string }
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


export type AccountQuery = { me: { id: string, displayName: string, email: string | null, emailVerified: boolean, pendingEmail: string | null, emailCode: { id: string } | null, sessions: Array<{ id: string, device: string | null, place: string | null, createdAt: string, lastSeenAt: string, current: boolean }> } | null };

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
    | { __typename: 'ElevationRequired', message: string }
   };

export type ChangeEmailMutationVariables = Exact<{
  input: ChangeEmailInput;
}>;


export type ChangeEmailMutation = { changeEmail:
    | { __typename: 'User', pendingEmail: string | null }
    | { __typename: 'CredentialsRejected', message: string }
    | { __typename: 'EmailTaken', message: string }
    | { __typename: 'ElevationRequired', message: string }
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

export type DeleteAccountMutationVariables = Exact<{
  password: string;
}>;


export type DeleteAccountMutation = { deleteAccount:
    | { __typename: 'User' }
    | { __typename: 'CredentialsRejected', message: string }
    | { __typename: 'LastOwner', message: string }
   };

export type ReportSignInMutationVariables = Exact<{
  input: AlertCodeInput;
}>;


export type ReportSignInMutation = { reportSignIn:
    | { __typename: 'SecuredAccount' }
    | { __typename: 'CodeRejected', message: string }
   };

export type UndoEmailChangeMutationVariables = Exact<{
  input: AlertCodeInput;
}>;


export type UndoEmailChangeMutation = { undoEmailChange:
    | { __typename: 'SecuredAccount' }
    | { __typename: 'CodeRejected', message: string }
   };

export const SignIn = "mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ...BrowserSession ... on Error { message } } } fragment BrowserSession on Session { accessToken accessTokenExpiresAt refreshToken user { id } }" as ServiceOperation<SignInMutation, SignInMutationVariables>;

export const UseCode = "mutation UseCode($input: UseCodeInput!) { useCode(input: $input) { __typename ...BrowserSession ... on Error { message } } } fragment BrowserSession on Session { accessToken accessTokenExpiresAt refreshToken user { id } }" as ServiceOperation<UseCodeMutation, UseCodeMutationVariables>;

export const RefreshSession = "mutation RefreshSession($refreshToken: String!) { refreshSession(refreshToken: $refreshToken) { __typename ...BrowserSession ... on Error { message } } } fragment BrowserSession on Session { accessToken accessTokenExpiresAt refreshToken user { id } }" as ServiceOperation<RefreshSessionMutation, RefreshSessionMutationVariables>;

export const SignOut = "mutation SignOut { signOut }" as ServiceOperation<SignOutMutation, SignOutMutationVariables>;

export const RequestSignInCode = "mutation RequestSignInCode($email: EmailAddress!) { requestSignInCode(email: $email) { id nonce } }" as ServiceOperation<RequestSignInCodeMutation, RequestSignInCodeMutationVariables>;

export const RequestPasswordReset = "mutation RequestPasswordReset($email: EmailAddress!) { requestPasswordReset(email: $email) { id nonce } }" as ServiceOperation<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;

export const RegisterAccount = "mutation RegisterAccount($input: RegisterAccountInput!) { registerAccount(input: $input) { __typename ... on CodeSent { id nonce } ... on Error { message } } }" as ServiceOperation<RegisterAccountMutation, RegisterAccountMutationVariables>;

export const Account = "query Account { me { id displayName email emailVerified pendingEmail emailCode { id } sessions { id device place createdAt lastSeenAt current } } }" as ServiceOperation<AccountQuery, AccountQueryVariables>;

export const UpdateProfile = "mutation UpdateProfile($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }" as ServiceOperation<UpdateProfileMutation, UpdateProfileMutationVariables>;

export const ChangePassword = "mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { __typename ... on Error { message } } }" as ServiceOperation<ChangePasswordMutation, ChangePasswordMutationVariables>;

export const ChangeEmail = "mutation ChangeEmail($input: ChangeEmailInput!) { changeEmail(input: $input) { __typename ... on User { pendingEmail } ... on Error { message } } }" as ServiceOperation<ChangeEmailMutation, ChangeEmailMutationVariables>;

export const RequestEmailCode = "mutation RequestEmailCode { requestEmailCode { id } }" as ServiceOperation<RequestEmailCodeMutation, RequestEmailCodeMutationVariables>;

export const EndSession = "mutation EndSession($id: ID!) { endSession(id: $id) { __typename ... on Error { message } } }" as ServiceOperation<EndSessionMutation, EndSessionMutationVariables>;

export const EndOtherSessions = "mutation EndOtherSessions { endOtherSessions { id } }" as ServiceOperation<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;

export const DeleteAccount = "mutation DeleteAccount($password: String!) { deleteAccount(password: $password) { __typename ... on Error { message } } }" as ServiceOperation<DeleteAccountMutation, DeleteAccountMutationVariables>;

export const ReportSignIn = "mutation ReportSignIn($input: AlertCodeInput!) { reportSignIn(input: $input) { __typename ... on Error { message } } }" as ServiceOperation<ReportSignInMutation, ReportSignInMutationVariables>;

export const UndoEmailChange = "mutation UndoEmailChange($input: AlertCodeInput!) { undoEmailChange(input: $input) { __typename ... on Error { message } } }" as ServiceOperation<UndoEmailChangeMutation, UndoEmailChangeMutationVariables>;
