// Mutations of accounts, sessions, apps, organizations and their machines.
import { createOrganization, PASSWORD } from "../../../local/fixtures.ts";
import { createAuthenticator } from "../../../testkit/authenticator.ts";
import { totpCode } from "../../../testkit/totp.ts";
import { key } from "../stage.ts";
import { asks, gives, type Mutations } from "./asked.ts";

export const ACCOUNTS: Mutations = {
  acceptInvitation: async ({ invited }) => {
    const { guest, token } = await invited();
    return asks(guest, { token });
  },
  addPasskey: async ({ somebody, passkeyOptions, publicUrl }) => {
    const person = await somebody();
    const response = createAuthenticator(publicUrl).create(await passkeyOptions(person, "ADD"));
    return gives(person, { response, name: "Phone" });
  },
  changeEmail: async ({ somebody }) => gives(await somebody(), { email: `${key()}@example.org`, password: PASSWORD }),
  changePassword: async ({ somebody }) =>
    gives(await somebody(), { currentPassword: PASSWORD, newPassword: "another horse battery" }),
  confirmTotp: async ({ enrolled }) => {
    const { person, secret } = await enrolled();
    return asks(person, { code: totpCode(secret) });
  },
  createApiKey: async ({ owner, organizationId }) =>
    gives(owner, { organizationId, name: "Shop", role: "SCANNER", scopes: ["gate:scan"] }),
  setOrganizationContact: async ({ owner, organizationId }) =>
    gives(owner, { organizationId, termsUrl: `https://tickets.example/${key()}` }),
  setOrganizationTimeZone: async ({ owner, organizationId }) =>
    gives(owner, { organizationId, timeZone: "Asia/Kathmandu" }),
  createApp: async ({ owner, organizationId }) =>
    gives(owner, {
      organizationId,
      name: "Calendar",
      redirectUris: ["https://app.example/callback"],
      idempotencyKey: key(),
    }),
  createOrganization: async ({ somebody }) => gives(await somebody(), { name: "Stadthalle", idempotencyKey: key() }),
  deleteAccount: async ({ somebody }) => asks(await somebody(), { password: PASSWORD }),
  finishExternalSignIn: async ({ visitor, answered }) => ({ by: visitor(), variables: { input: await answered() } }),
  finishIdentityLink: async ({ somebody, answered }) => {
    const person = await somebody();
    return gives(person, await answered(person));
  },
  startExternalSignIn: async ({ visitor }) => ({ by: visitor(), variables: { provider: "one" } }),
  startIdentityLink: async ({ somebody }) => asks(await somebody(), { provider: "one" }),
  unlinkIdentity: async ({ linked }) => {
    const { person, id } = await linked();
    return asks(person, { id });
  },
  disableTotp: async ({ guarded }) => asks((await guarded()).person, {}),
  elevate: async ({ guarded }) => {
    const { person, code } = await guarded();
    return gives(person, { totp: code });
  },
  enrollTotp: async ({ somebody }) => asks(await somebody(), {}),
  endAppAccess: async ({ allowed }) => {
    const { person, appId } = await allowed();
    return asks(person, { appId });
  },
  endOtherSessions: async ({ somebody }) => asks(await somebody(), {}),
  endSession: async ({ somebody }) => {
    const person = await somebody();
    const { me } = await person.client.ask("{ me { sessions { id } } }");
    return asks(person, { id: me.sessions[0].id });
  },
  endViewAs: async ({ staff, somebody }) => {
    const { viewAs } = await staff.client.ask(
      `mutation ($input: ViewAsInput!) { viewAs(input: $input) { ... on SupportSession { id } } }`,
      { input: { userId: (await somebody()).id, reason: "why" } },
    );
    return asks(staff, { id: viewAs.id });
  },
  eraseAccount: async ({ somebody }) => asks(await somebody(), { password: PASSWORD }),
  inviteMember: async ({ owner, organizationId }) =>
    gives(owner, { organizationId, email: `${key()}@example.org`, role: "SCANNER", idempotencyKey: key() }),
  passkeyOptions: async ({ somebody }) => asks(await somebody(), { purpose: "ADD" }),
  refreshSession: async ({ somebody }) => {
    const person = await somebody();
    return asks(person, { refreshToken: person.refreshToken });
  },
  removeApp: async ({ owner, app }) => asks(owner, { id: await app() }),
  removePasskey: async ({ keyed }) => {
    const { person, id } = await keyed();
    return asks(person, { id });
  },
  renamePasskey: async ({ keyed }) => {
    const { person, id } = await keyed();
    return asks(person, { id, name: "Laptop" });
  },
  renewRecoveryCodes: async ({ guarded }) => asks((await guarded()).person, {}),
  restoreUser: async ({ staff, somebody }) => {
    const { id } = await somebody();
    await staff.client.ask(`mutation ($id: ID!) { suspendUser(userId: $id, reason: "why") { __typename } }`, { id });
    return asks(staff, { userId: id });
  },
  resumeOrganization: async ({ staff, somebody }) => {
    const id = await createOrganization((await somebody()).client);
    await staff.client.ask(
      `mutation ($id: ID!) { suspendOrganization(organizationId: $id, reason: "why") { __typename } }`,
      { id },
    );
    return asks(staff, { organizationId: id });
  },
  revokeApiKey: async ({ owner, organizationId }) => {
    const { createApiKey } = await owner.client.ask(
      `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on ApiKey { id } } }`,
      { input: { organizationId, name: "Shop", role: "SCANNER", scopes: ["gate:scan"] } },
    );
    return asks(owner, { id: createApiKey.id });
  },
  revokeDevice: async ({ owner, device }) => asks(owner, { id: await device() }),
  revokeInvitation: async ({ owner, invited }) => asks(owner, { invitationId: (await invited()).id }),
  secondFactor: async ({ guarded }) => {
    const { person, code } = await guarded();
    const { signIn } = await person.client.ask(
      `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SecondFactorRequired { challenge } } }`,
      { input: { email: person.email, password: PASSWORD } },
    );
    return gives(person, { challenge: signIn.challenge, totp: code });
  },
  setMember: async ({ owner, organizationId, somebody }) =>
    asks(owner, { organizationId, userId: (await somebody()).id, role: "SCANNER" }),
  setPreferences: async ({ somebody }) => gives(await somebody(), { newsletter: true }),
  signIn: async ({ somebody }) => {
    const person = await somebody();
    return gives(person, { email: person.email, password: PASSWORD });
  },
  signInWithPasskey: async ({ keyed, passkeyOptions }) => {
    const { person, authenticator } = await keyed();
    return gives(person, { response: authenticator.sign(await passkeyOptions(person, "SIGN_IN")) });
  },
  signOut: async ({ somebody }) => asks(await somebody(), {}),
  signUp: async ({ owner }) => gives(owner, { email: `${key()}@example.org`, password: PASSWORD, displayName: "Ada" }),
  suspendOrganization: async ({ staff, somebody }) =>
    asks(staff, { organizationId: await createOrganization((await somebody()).client), reason: "why" }),
  viewAs: async ({ staff, somebody }) => gives(staff, { userId: (await somebody()).id, reason: "why" }),
  suspendUser: async ({ staff, somebody }) => asks(staff, { userId: (await somebody()).id, reason: "why" }),
  useCode: async ({ somebody, mailedCode }) => {
    const person = await somebody();
    return gives(person, { ...(await mailedCode(person)), idempotencyKey: key() });
  },
  startGuestSession: async ({ owner }) => gives(owner, { email: `${key()}@mail.example`, name: "Ada" }),
  requestGuestOrders: async ({ owner, somebody }) => asks(owner, { email: (await somebody()).email }),
  requestGuestClaim: async ({ somebody }) => asks(await somebody(), {}),
  claimGuestOrders: async ({ somebody, claimCode }) => {
    const person = await somebody();
    return gives(person, { ...(await claimCode(person)), idempotencyKey: key() });
  },
  reportSignIn: async ({ owner, signInAlert }) => gives(owner, { code: await signInAlert(), idempotencyKey: key() }),
  undoEmailChange: async ({ owner, changeAlert }) => gives(owner, { code: await changeAlert(), idempotencyKey: key() }),
  requestDataExport: async ({ somebody }) => asks(await somebody(), {}),
  requestEmailCode: async ({ somebody }) => asks(await somebody(), {}),
  requestSignInCode: async ({ owner, somebody }) => asks(owner, { email: (await somebody()).email }),
  requestPasswordReset: async ({ owner, somebody }) => asks(owner, { email: (await somebody()).email }),
  registerAccount: async ({ owner }) =>
    gives(owner, { email: `${key()}@example.org`, password: PASSWORD, displayName: "Ada" }),
  updateProfile: async ({ somebody }) => gives(await somebody(), { displayName: "Ada" }),
};
