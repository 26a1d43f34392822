// Who may change what: the expectations of the authorization tests for every mutation. An anonymous viewer gets UNAUTHENTICATED, unless a line
// says otherwise. The input is right in everything but the viewer, so that a refusal is about the viewer. Viewers with permission send `tried`
// too, which makes the mutation fail later where possible: its answer shows that they passed the check and changed nothing.
import { inDays, PASSWORD } from "../../local/fixtures.ts";
import { key, type Scene } from "./scene.ts";
import {
  BOX_OFFICE,
  EVERYBODY,
  MANAGERS,
  MEMBERS,
  OWNER,
  SCANNER_READERS,
  SCANNERS,
  SIGNED_IN,
  STAFF,
  without,
  type Viewers,
} from "./viewers.ts";

type Values = Record<string, unknown>;

export interface Change {
  /** Who may do it. */
  by: Viewers;
  /** Who gets NotFound, as for a thing that does not exist. Others without permission get FORBIDDEN. */
  unknownTo: Viewers;
  given(scene: Scene): Values;
  /** Replaces parts of `given` for viewers with permission; null: not tried, because it would spoil the scene. */
  tried?: Values | null;
}

const forEverybody = (given: Change["given"]): Change => ({ by: EVERYBODY, unknownTo: [], given });
const forSignedIn = (given: Change["given"]): Change => ({ by: SIGNED_IN, unknownTo: [], given });
/** Others see that the thing exists, and get FORBIDDEN. */
const forRole = (by: Viewers, given: Change["given"], tried?: Values | null): Change => ({
  by,
  unknownTo: [],
  given,
  ...(tried !== undefined && { tried }),
});
/** Of the viewers without permission, `seenBy` get FORBIDDEN, because they see that the thing exists. */
const forThose = (by: Viewers, seenBy: Viewers, given: Change["given"], tried?: Values | null): Change => ({
  ...forRole(by, given, tried),
  unknownTo: without(SIGNED_IN, ...by, ...seenBy),
});

const input = (values: (scene: Scene) => Values) => (scene: Scene) => ({ input: values(scene) });
const BLANK = { name: " " };
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
/** Who sees a draft and may not change it. */
const DRAFT_READERS: Viewers = ["boxOffice", "scanner", "auditor", "staff"];

const event = ({ ids }: Scene) => ({ eventId: ids.event });
const draft = ({ ids }: Scene) => ({ eventId: ids.draft });
const cancelled = ({ ids }: Scene) => ({ eventId: ids.cancelled });
const seats = ({ ids }: Scene) => ({ eventId: ids.event, seatIds: [ids.seat] });
const organization = ({ organizationId }: Scene) => ({ organizationId });
const keyed = (values: Values) => ({ ...values, idempotencyKey: key() });

export const CHANGES: Record<string, Change | readonly Change[]> = {
  acceptTicketOffer: forSignedIn(input(({ values }) => keyed({ code: values.offered }))),
  acceptInvitation: forThose(["holder"], [], ({ values }) => ({ token: values.invitation }), null),
  addPasskey: forSignedIn(input(() => ({ response: NO_PASSKEY, name: "Phone" }))),
  applyPromoCode: forThose(["buyer"], [], ({ ids, values }) => ({ holdId: ids.hold, code: values.promoCode })),
  blockSeats: forRole(MANAGERS, seats),
  cancelEvent: [
    forRole(MANAGERS, (scene) => ({ ...cancelled(scene), reason: "ill" })),
    forThose(MANAGERS, DRAFT_READERS, (scene) => ({ ...draft(scene), reason: "ill" }), null),
  ],
  cancelSeries: forRole(MANAGERS, ({ ids }) => keyed({ seriesId: ids.series, reason: "ill" }), { reason: " " }),
  cancelOrder: forThose(["buyer", ...BOX_OFFICE], ["auditor", "staff"], ({ ids }) => ({ orderId: ids.order })),
  changeEmail: forSignedIn(input(() => ({ email: `${key()}@example.org`, password: WRONG_PASSWORD }))),
  changePassword: forSignedIn(input(() => ({ currentPassword: WRONG_PASSWORD, newPassword: WRONG_PASSWORD }))),
  checkBooks: forRole(STAFF, () => ({})),
  checkIn: forThose(SCANNERS, ["buyer", "auditor", "staff"], ({ values }) => keyed({ code: values.code })),
  claimGuestOrders: forSignedIn(input(() => keyed({ id: key(), code: "BCDFGHJK" }))),
  checkOut: forThose(
    SCANNERS,
    ["buyer", "auditor", "staff"],
    input((scene) => keyed({ ...event(scene), code: scene.values.code })),
  ),
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
  copyVenue: forRole(
    MANAGERS,
    input((scene) => keyed({ ...organization(scene), venueId: scene.ids.venue })),
    BLANK,
  ),
  copyEvent: forRole(
    MANAGERS,
    input((scene) => keyed({ ...event(scene), startsAt: [inDays(40)] })),
    { rule: "x", startsAt: null },
  ),
  createEvent: forRole(
    MANAGERS,
    input((scene) =>
      keyed({
        ...organization(scene),
        venueId: scene.ids.venue,
        name: "Tosca",
        category: "THEATRE",
        startsAt: inDays(30),
        priceTiers: [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }],
      }),
    ),
    BLANK,
  ),
  createGate: forThose(
    MANAGERS,
    without(SCANNER_READERS, ...MANAGERS),
    input((scene) => keyed({ ...event(scene), name: key() })),
    BLANK,
  ),
  createOrganization: forSignedIn(input(() => keyed(BLANK))),
  createPromoCode: forRole(
    MANAGERS,
    input((scene) => keyed({ ...event(scene), code: scene.values.promoCode, discountRate: 50_000 })),
  ),
  createSeries: forRole(
    MANAGERS,
    input((scene) => keyed({ ...organization(scene), name: "Opera" })),
    BLANK,
  ),
  createVenue: forRole(
    MANAGERS,
    input((scene) =>
      keyed({
        ...organization(scene),
        name: "Halle",
        city: "Erfurt",
        country: "DE",
        timeZone: "Europe/Berlin",
        sections: [{ name: "Floor", kind: "GENERAL_ADMISSION", capacity: 5 }],
      }),
    ),
    BLANK,
  ),
  decideReview: forThose(MANAGERS, ["buyer", "boxOffice", "auditor", "staff"], ({ ids }) => ({
    assessmentId: ids.assessment,
    decision: "ALLOW",
  })),
  deleteAccount: forSignedIn(() => ({ password: WRONG_PASSWORD })),
  deleteEvent: [
    forRole(MANAGERS, (scene) => keyed(event(scene))),
    forThose(MANAGERS, DRAFT_READERS, (scene) => keyed(draft(scene)), null),
  ],
  finishExternalSignIn: forEverybody(input(() => NO_ANSWER)),
  finishIdentityLink: forSignedIn(input(() => NO_ANSWER)),
  startExternalSignIn: forEverybody(() => ({ provider: "elsewhere" })),
  startIdentityLink: forSignedIn(() => ({ provider: "elsewhere" })),
  unlinkIdentity: forThose(["buyer"], [], ({ ids }) => ({ id: ids.identity }), null),
  disableTotp: { ...forSignedIn(() => ({})), tried: null },
  deleteVenue: forRole(MANAGERS, ({ ids }) => keyed({ venueId: ids.venue })),
  // The right password: the fifth wrong one would end the session.
  elevate: forSignedIn(input(() => ({ password: PASSWORD }))),
  enrollTotp: forSignedIn(() => ({})),
  endAppAccess: forThose(["buyer"], [], ({ ids }) => ({ appId: ids.app }), null),
  endOtherSessions: forSignedIn(() => ({})),
  endViewAs: forRole(STAFF, ({ ids }) => ({ id: ids.view })),
  endSession: forThose(["buyer"], [], ({ ids }) => ({ id: ids.session })),
  endPromoCode: forRole(MANAGERS, (scene) => ({ ...event(scene), code: scene.values.promoCode })),
  eraseAccount: forSignedIn(() => ({ password: WRONG_PASSWORD })),
  extendHold: forThose(["buyer"], [], ({ ids }) => ({ holdId: ids.hold })),
  holdBestAvailable: forSignedIn(input((scene) => keyed({ ...event(scene), quantity: 0 }))),
  holdSeats: forSignedIn(input((scene) => keyed({ ...event(scene), seatIds: [] }))),
  importVenue: forRole(
    MANAGERS,
    input((scene) =>
      keyed({
        ...organization(scene),
        format: "CSV",
        text: "section,capacity\nFloor,5\n",
        name: "Halle",
        city: "Erfurt",
        country: "DE",
        timeZone: "Europe/Berlin",
      }),
    ),
    { text: "section\n" },
  ),
  inviteMember: forRole(
    OWNER,
    input((scene) => keyed({ ...organization(scene), email: `${key()}@example.org`, role: "SCANNER" })),
    { idempotencyKey: "" },
  ),
  nameTicket: forThose(["buyer", ...BOX_OFFICE], ["scanner", "auditor", "staff"], ({ ids }) => ({
    ticketId: ids.kept,
    name: "Ada",
  })),
  nudgeOrder: forRole(
    STAFF,
    input(({ ids }) => keyed({ orderId: ids.order, note: "slow" })),
  ),
  offerTicket: forThose(
    ["buyer"],
    SCANNER_READERS,
    input(({ ids }) => keyed({ ticketId: ids.kept })),
  ),
  passkeyOptions: [forSignedIn(() => ({ purpose: "ADD" })), forEverybody(() => ({ purpose: "SIGN_IN" }))],
  pauseSales: forRole([...MANAGERS, "staff"], cancelled),
  payOrder: forThose(
    ["buyer"],
    [],
    input(({ ids }) => keyed({ orderId: ids.open, paymentMethod: "pm_card_visa" })),
  ),
  placeOrder: forThose(
    ["buyer"],
    [],
    input(({ ids }) => keyed({ holdId: ids.hold })),
    { names: [" "] },
  ),
  publishSeries: forRole(MANAGERS, ({ ids }) => keyed({ seriesId: ids.series }), { idempotencyKey: "" }),
  publishEvent: [forRole(MANAGERS, event), forThose(MANAGERS, DRAFT_READERS, draft, null)],
  refreshSession: forEverybody(() => ({ refreshToken: "none" })),
  refundOrder: forThose(
    BOX_OFFICE,
    ["buyer", "auditor", "staff"],
    input(({ ids }) => keyed({ orderId: ids.order, reason: "ill" })),
  ),
  reconcile: forRole(STAFF, () => ({})),
  registerAccount: forEverybody(
    input(() => ({ email: `${key()}@example.org`, password: "short", displayName: "Ada" })),
  ),
  releaseHold: forThose(["buyer"], [], ({ ids }) => ({ holdId: ids.hold })),
  reportSignIn: forEverybody(input(() => keyed({ code: key() }))),
  requestDataExport: forSignedIn(() => ({})),
  requestEmailCode: forSignedIn(() => ({})),
  requestPasswordReset: forEverybody(() => ({ email: `${key()}@mail.example` })),
  requestGuestClaim: forSignedIn(() => ({})),
  requestGuestOrders: forEverybody(() => ({ email: `${key()}@mail.example` })),
  requestSignInCode: forEverybody(() => ({ email: `${key()}@mail.example` })),
  resendTickets: forThose(
    ["buyer", ...BOX_OFFICE],
    ["auditor", "staff"],
    input(({ ids }) => keyed({ orderId: ids.order })),
  ),
  restoreUser: forRole(STAFF, ({ ids }) => ({ userId: ids.stranger })),
  resumeOrganization: forRole(STAFF, organization),
  resumeSales: forRole([...MANAGERS, "staff"], cancelled),
  retryRefund: forThose([...BOX_OFFICE, "staff"], ["otherBuyer", "auditor"], ({ ids }) => ({ refundId: ids.refund })),
  retryOrder: forRole(
    STAFF,
    input(({ ids }) => keyed({ orderId: ids.order, note: "slow" })),
  ),
  removeApp: forThose(OWNER, MEMBERS, ({ ids }) => ({ id: ids.app }), null),
  removeGate: forThose(MANAGERS, without(SCANNER_READERS, ...MANAGERS), ({ ids }) => ({ gateId: ids.gate }), null),
  removePasskey: forThose(["buyer"], [], ({ ids }) => ({ id: ids.passkey }), null),
  renamePasskey: forThose(["buyer"], [], ({ ids }) => ({ id: ids.passkey, name: "Phone" })),
  renewRecoveryCodes: forThose(["buyer"], [], () => ({})),
  revokeApiKey: forThose(MANAGERS, OTHER_MEMBERS, ({ ids }) => ({ id: ids.apiKey }), null),
  revokeDevice: forThose(MANAGERS, OTHER_MEMBERS, ({ ids }) => ({ id: ids.device }), null),
  revokeInvitation: forThose(OWNER, MEMBERS, ({ ids }) => ({ invitationId: ids.invitation })),
  secondFactor: forEverybody(input(() => ({ challenge: key(), totp: "123456" }))),
  setEntryRule: forThose(MANAGERS, without(SCANNER_READERS, ...MANAGERS), (scene) => ({
    ...event(scene),
    rule: "ONCE",
  })),
  setMember: forRole(OWNER, ({ ids, organizationId }) => ({ organizationId, userId: ids.manager, role: "MANAGER" })),
  setPreferences: forSignedIn(input(() => ({ locale: "de-AT" }))),
  setImages: forRole(
    MANAGERS,
    input(({ ids }) => ({ eventId: ids.event, images: [] })),
  ),
  setPricing: forRole(
    MANAGERS,
    input((scene) => ({ ...organization(scene), expectedVersion: 99, fees: [], taxes: [] })),
  ),
  setSeatsAside: forRole(
    MANAGERS,
    input((scene) => ({ ...seats(scene), channel: "Fans" })),
  ),
  signIn: forEverybody(input(() => ({ email: `${key()}@example.org`, password: WRONG_PASSWORD }))),
  signInWithPasskey: forEverybody(input(() => ({ response: NO_PASSKEY }))),
  signOut: forSignedIn(() => ({})),
  signUp: forEverybody(input(() => ({ email: `${key()}@example.org`, password: "short", displayName: "Ada" }))),
  startGuestSession: forEverybody(input(() => ({ email: `${key()}@mail.example`, name: "Ada" }))),
  shareVenue: forRole(MANAGERS, ({ ids }) => ({ venueId: ids.venue, organizationId: ids.suspended })),
  suspendOrganization: forRole(STAFF, (scene) => ({ ...organization(scene), reason: "fraud" }), { reason: " " }),
  suspendUser: forRole(STAFF, ({ ids }) => ({ userId: ids.stranger, reason: "fraud" }), { reason: " " }),
  takeTicket: forSignedIn(input(({ values }) => keyed({ code: values.offered }))),
  unblockSeats: forRole(MANAGERS, seats),
  unshareVenue: forRole(MANAGERS, ({ ids }) => ({ venueId: ids.venue, organizationId: ids.suspended }), null),
  updateSeries: forRole(
    MANAGERS,
    input(({ ids }) => keyed({ seriesId: ids.series, name: "Opera" })),
    BLANK,
  ),
  updateEvent: forRole(
    MANAGERS,
    input((scene) => ({ ...event(scene), expectedVersion: 99, name: "Tosca" })),
  ),
  updateVenue: forRole(
    MANAGERS,
    input(({ ids }) => ({ venueId: ids.venue, expectedVersion: 99, name: "Halle" })),
  ),
  undoCheckIn: forThose(
    SCANNERS,
    ["buyer", "auditor", "staff"],
    input(({ ids }) => keyed({ ticketId: ids.kept, reason: "by mistake" })),
  ),
  undoEmailChange: forEverybody(input(() => keyed({ code: key() }))),
  updateGate: forThose(
    MANAGERS,
    without(SCANNER_READERS, ...MANAGERS),
    input(({ ids }) => ({ gateId: ids.gate, opensAt: null })),
  ),
  updateProfile: forSignedIn(input(() => ({ displayName: " " }))),
  uploadScans: forThose(
    SCANNERS,
    ["auditor", "staff"],
    input((scene) => ({
      ...event(scene),
      scans: [{ id: key(), code: scene.values.code, scannedAt: new Date().toISOString() }],
    })),
  ),
  useCode: forSignedIn(input(() => keyed({ id: key(), code: "BCDFGHJK" }))),
  withdrawTicketOffer: forThose(["buyer"], SCANNER_READERS, ({ ids }) => ({ ticketId: ids.kept })),
  viewAs: forRole(
    STAFF,
    input(({ ids }) => ({ userId: ids.buyer, reason: "asked by phone", minutes: 5 })),
    { reason: " " },
  ),
};
