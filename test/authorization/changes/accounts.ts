// Who may change accounts, sessions, apps, organizations and their machines.
import { PASSWORD } from "../../../local/fixtures.ts";
import { key } from "../scene.ts";
import { MANAGERS, MEMBERS, OWNER, STAFF, type Viewers } from "../viewers.ts";
import {
  BLANK,
  forEverybody,
  forRole,
  forSignedIn,
  forThose,
  input,
  keyed,
  organization,
  type Changes,
} from "./change.ts";

/** Five wrong passwords end a session; each session here tries fewer. */
const WRONG_PASSWORD = "not the password";
/** What no authenticator has signed. */
const NO_PASSKEY = JSON.stringify({
  id: "AA",
  rawId: "AA",
  type: "public-key",
  response: {
    clientDataJSON: Buffer.from(JSON.stringify({ challenge: "AA" })).toString("base64url"),
    attestationObject: "",
    authenticatorData: "",
    signature: "",
  },
});
const OTHER_MEMBERS: Viewers = ["boxOffice", "scanner", "auditor"];
/** What no provider has answered. */
const NO_ANSWER = { provider: "elsewhere", response: "state=a&code=b", secret: "a" };

export const ACCOUNTS: Changes = {
  acceptInvitation: forThose(["holder"], [], ({ values }) => ({ token: values.invitation }), null),
  addPasskey: forSignedIn(input(() => ({ response: NO_PASSKEY, name: "Phone" }))),
  changeEmail: forSignedIn(input(() => ({ email: `${key()}@example.org`, password: WRONG_PASSWORD }))),
  changePassword: forSignedIn(input(() => ({ currentPassword: WRONG_PASSWORD, newPassword: WRONG_PASSWORD }))),
  claimGuestOrders: forSignedIn(input(() => keyed({ id: key(), code: "BCDFGHJK" }))),
  confirmTotp: forSignedIn(() => ({ code: "123456" })),
  createApiKey: forRole(
    MANAGERS,
    input((scene) => ({ ...organization(scene), name: "Shop", role: "SCANNER", scopes: ["org:read"] })),
    BLANK,
  ),
  createApp: forRole(
    OWNER,
    input((scene) =>
      keyed({ ...organization(scene), name: "Calendar", redirectUris: ["https://app.example/callback"] }),
    ),
    { redirectUris: [] },
  ),
  createOrganization: forSignedIn(input(() => keyed(BLANK))),
  deleteAccount: forSignedIn(() => ({ password: WRONG_PASSWORD })),
  finishExternalSignIn: forEverybody(input(() => NO_ANSWER)),
  finishIdentityLink: forSignedIn(input(() => NO_ANSWER)),
  setOrganizationContact: forRole(
    MANAGERS,
    input((scene) => ({ ...organization(scene), contactPhone: "+49 361 1" })),
    { contactPhone: "call us" },
  ),
  setOrganizationTimeZone: forRole(
    MANAGERS,
    input((scene) => ({ ...organization(scene), timeZone: "Europe/Berlin" })),
    { timeZone: "Europe/Erfurt" },
  ),
  startExternalSignIn: forEverybody(() => ({ provider: "elsewhere" })),
  startIdentityLink: forSignedIn(() => ({ provider: "elsewhere" })),
  unlinkIdentity: forThose(["buyer"], [], ({ ids }) => ({ id: ids.identity }), null),
  disableTotp: { ...forSignedIn(() => ({})), tried: null },
  // The right password: the fifth wrong one would end the session.
  elevate: forSignedIn(input(() => ({ password: PASSWORD }))),
  enrollTotp: forSignedIn(() => ({})),
  endAppAccess: forThose(["buyer"], [], ({ ids }) => ({ appId: ids.app }), null),
  endOtherSessions: forSignedIn(() => ({})),
  endViewAs: forRole(STAFF, ({ ids }) => ({ id: ids.view })),
  endSession: forThose(["buyer"], [], ({ ids }) => ({ id: ids.session })),
  eraseAccount: forSignedIn(() => ({ password: WRONG_PASSWORD })),
  inviteMember: forRole(
    OWNER,
    input((scene) => keyed({ ...organization(scene), email: `${key()}@example.org`, role: "SCANNER" })),
    { idempotencyKey: "" },
  ),
  passkeyOptions: [forSignedIn(() => ({ purpose: "ADD" })), forEverybody(() => ({ purpose: "SIGN_IN" }))],
  refreshSession: forEverybody(() => ({ refreshToken: "none" })),
  registerAccount: forEverybody(
    input(() => ({ email: `${key()}@example.org`, password: "short", displayName: "Ada" })),
  ),
  reportSignIn: forEverybody(input(() => keyed({ code: key() }))),
  requestDataExport: forSignedIn(() => ({})),
  requestEmailCode: forSignedIn(() => ({})),
  requestPasswordReset: forEverybody(() => ({ email: `${key()}@mail.example` })),
  requestGuestClaim: forSignedIn(() => ({})),
  requestGuestOrders: forEverybody(() => ({ email: `${key()}@mail.example` })),
  requestSignInCode: forEverybody(() => ({ email: `${key()}@mail.example` })),
  restoreUser: forRole(STAFF, ({ ids }) => ({ userId: ids.stranger })),
  resumeOrganization: forRole(STAFF, organization),
  removeApp: forThose(OWNER, MEMBERS, ({ ids }) => ({ id: ids.app }), null),
  removePasskey: forThose(["buyer"], [], ({ ids }) => ({ id: ids.passkey }), null),
  renamePasskey: forThose(["buyer"], [], ({ ids }) => ({ id: ids.passkey, name: "Phone" })),
  renewRecoveryCodes: forThose(["buyer"], [], () => ({})),
  revokeApiKey: forThose(MANAGERS, OTHER_MEMBERS, ({ ids }) => ({ id: ids.apiKey }), null),
  revokeDevice: forThose(MANAGERS, OTHER_MEMBERS, ({ ids }) => ({ id: ids.device }), null),
  revokeInvitation: forThose(OWNER, MEMBERS, ({ ids }) => ({ invitationId: ids.invitation })),
  secondFactor: forEverybody(input(() => ({ challenge: key(), totp: "123456" }))),
  setMember: forRole(OWNER, ({ ids, organizationId }) => ({ organizationId, userId: ids.manager, role: "MANAGER" })),
  setPreferences: forSignedIn(input(() => ({ locale: "de-AT" }))),
  signIn: forEverybody(input(() => ({ email: `${key()}@example.org`, password: WRONG_PASSWORD }))),
  signInWithPasskey: forEverybody(input(() => ({ response: NO_PASSKEY }))),
  signOut: forSignedIn(() => ({})),
  signUp: forEverybody(input(() => ({ email: `${key()}@example.org`, password: "short", displayName: "Ada" }))),
  startGuestSession: forEverybody(input(() => ({ email: `${key()}@mail.example`, name: "Ada" }))),
  suspendOrganization: forRole(STAFF, (scene) => ({ ...organization(scene), reason: "fraud" }), { reason: " " }),
  suspendUser: forRole(STAFF, ({ ids }) => ({ userId: ids.stranger, reason: "fraud" }), { reason: " " }),
  undoEmailChange: forEverybody(input(() => keyed({ code: key() }))),
  updateProfile: forSignedIn(input(() => ({ displayName: " " }))),
  useCode: forSignedIn(input(() => keyed({ id: key(), code: "BCDFGHJK" }))),
  viewAs: forRole(
    STAFF,
    input(({ ids }) => ({ userId: ids.buyer, reason: "asked by phone", minutes: 5 })),
    { reason: " " },
  ),
};
