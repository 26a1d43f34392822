// Every mutation, asked so that it succeeds.
import type { Client } from "../../local/client.ts";
import { createOrganization, createPromoCode, inDays, PASSWORD, type Person } from "../../local/fixtures.ts";
import { createAuthenticator } from "../../testkit/authenticator.ts";
import { totpCode } from "../../testkit/totp.ts";
import { key, known, type Stage } from "./stage.ts";

export interface Asked {
  by: Client;
  variables: Record<string, unknown>;
}
const asks = ({ client }: Person, variables: Record<string, unknown>): Asked => ({ by: client, variables });
const gives = (person: Person, input: Record<string, unknown>) => asks(person, { input });

/** A request for each mutation that succeeds, with new data each time. */
export const MUTATIONS: Record<string, (stage: Stage) => Promise<Asked>> = {
  acceptInvitation: async ({ invited }) => {
    const { guest, token } = await invited();
    return asks(guest, { token });
  },
  addPasskey: async ({ somebody, passkeyOptions, publicUrl }) => {
    const person = await somebody();
    const response = createAuthenticator(publicUrl).create(await passkeyOptions(person, "ADD"));
    return gives(person, { response, name: "Phone" });
  },
  applyPromoCode: async ({ owner, eventId, held }) => {
    const { buyer, holdId } = await held();
    return asks(buyer, { holdId, code: await createPromoCode(owner.client, eventId, { discountRate: 10_000 }) });
  },
  blockSeats: async ({ owner, eventId, seat }) => asks(owner, { eventId, seatIds: [seat()] }),
  cancelEvent: async ({ owner, onSale }) => asks(owner, { eventId: await onSale(), reason: "ill" }),
  cancelSeries: async ({ owner, series }) =>
    asks(owner, { seriesId: await series(), reason: "ill", idempotencyKey: key() }),
  cancelOrder: async ({ placed }) => {
    const { buyer, orderId } = await placed();
    return asks(buyer, { orderId });
  },
  changeEmail: async ({ somebody }) => gives(await somebody(), { email: `${key()}@example.org`, password: PASSWORD }),
  changePassword: async ({ somebody }) =>
    gives(await somebody(), { currentPassword: PASSWORD, newPassword: "another horse battery" }),
  checkBooks: async ({ staff }) => asks(staff, {}),
  reconcile: async ({ staff }) => asks(staff, {}),
  checkIn: async ({ owner, paid }) =>
    asks(owner, { code: (await paid()).order.tickets[0].code, idempotencyKey: key() }),
  checkOut: async ({ owner, eventId, paid }) => {
    const { code } = (await paid()).order.tickets[0];
    const enter = `mutation ($c: String!, $e: ID!) { checkIn(code: $c, eventId: $e) { __typename } }`;
    await owner.client.ask(enter, { c: code, e: eventId });
    return gives(owner, { code, eventId, idempotencyKey: key() });
  },
  confirmTotp: async ({ enrolled }) => {
    const { person, secret } = await enrolled();
    return asks(person, { code: totpCode(secret) });
  },
  createApiKey: async ({ owner, organizationId }) =>
    gives(owner, { organizationId, name: "Shop", role: "SCANNER", scopes: ["gate:scan"] }),
  copyVenue: async ({ owner, organizationId, venueId }) =>
    gives(owner, { organizationId, venueId, idempotencyKey: key() }),
  copyEvent: async ({ owner, draft }) =>
    gives(owner, { eventId: await draft(), startsAt: [inDays(40)], newSeries: "Opera", idempotencyKey: key() }),
  createGate: async ({ owner, eventId }) => gives(owner, { eventId, name: key(), idempotencyKey: key() }),
  createEvent: async ({ owner, organizationId, venueId }) =>
    gives(owner, {
      organizationId,
      venueId,
      name: "Tosca",
      category: "THEATRE",
      startsAt: inDays(30),
      priceTiers: [{ name: "All", price: { amount: 4_500, currency: "EUR" }, sections: ["Hall"] }],
      idempotencyKey: key(),
    }),
  createApp: async ({ owner, organizationId }) =>
    gives(owner, {
      organizationId,
      name: "Calendar",
      redirectUris: ["https://app.example/callback"],
      idempotencyKey: key(),
    }),
  createOrganization: async ({ somebody }) => gives(await somebody(), { name: "Stadthalle", idempotencyKey: key() }),
  createPromoCode: async ({ owner, eventId }) => gives(owner, { eventId, discountRate: 10_000, idempotencyKey: key() }),
  createSeries: async ({ owner, organizationId }) =>
    gives(owner, { organizationId, name: "Opera", idempotencyKey: key() }),
  createVenue: async ({ owner, organizationId }) =>
    gives(owner, {
      organizationId,
      name: "Halle",
      city: "Erfurt",
      country: "DE",
      timeZone: "Europe/Berlin",
      sections: [{ name: "Floor", kind: "GENERAL_ADMISSION", capacity: 5 }],
      idempotencyKey: key(),
    }),
  decideReview: async ({ owner, paid }) => {
    const { orderId } = await paid("pm_card_risky");
    const { order } = await owner.client.ask(`query ($id: ID!) { order(id: $id) { risk { id } } }`, { id: orderId });
    return asks(owner, { assessmentId: order.risk.id, decision: "ALLOW" });
  },
  deleteAccount: async ({ somebody }) => asks(await somebody(), { password: PASSWORD }),
  deleteEvent: async ({ owner, draft }) => asks(owner, { eventId: await draft(), idempotencyKey: key() }),
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
  deleteVenue: async ({ owner, emptyVenue }) => asks(owner, { venueId: await emptyVenue(), idempotencyKey: key() }),
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
  endPromoCode: async ({ owner, eventId }) =>
    asks(owner, { eventId, code: await createPromoCode(owner.client, eventId, { discountRate: 10_000 }) }),
  eraseAccount: async ({ somebody }) => asks(await somebody(), { password: PASSWORD }),
  extendHold: async ({ held }) => {
    const { buyer, holdId } = await held();
    return asks(buyer, { holdId });
  },
  holdBestAvailable: async ({ eventId, somebody }) =>
    gives(await somebody(), { eventId, quantity: 1, idempotencyKey: key() }),
  holdSeats: async ({ eventId, seat, somebody }) =>
    gives(await somebody(), { eventId, seatIds: [seat()], idempotencyKey: key() }),
  importVenue: async ({ owner, organizationId }) =>
    gives(owner, {
      organizationId,
      format: "CSV",
      text: "section,capacity\nFloor,5\n",
      name: "Halle",
      city: "Erfurt",
      country: "DE",
      timeZone: "Europe/Berlin",
      idempotencyKey: key(),
    }),
  inviteMember: async ({ owner, organizationId }) =>
    gives(owner, { organizationId, email: `${key()}@example.org`, role: "SCANNER", idempotencyKey: key() }),
  nameTicket: async ({ paid }) => {
    const { buyer, order } = await paid();
    return asks(buyer, { ticketId: order.tickets[0].id, name: "Ada" });
  },
  nudgeOrder: async ({ staff, placed }) => {
    const { buyer, orderId } = await placed();
    await buyer.client.ask(`mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename } }`, { id: orderId });
    return gives(staff, { orderId, note: "again", idempotencyKey: key() });
  },
  retryOrder: async ({ staff, placed }) => {
    const { buyer, orderId } = await placed();
    await buyer.client.ask(`mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename } }`, { id: orderId });
    return gives(staff, { orderId, note: "again", idempotencyKey: key() });
  },
  offerTicket: async ({ paid }) => {
    const { buyer, order } = await paid();
    return gives(buyer, { ticketId: order.tickets[0].id, idempotencyKey: key() });
  },
  passkeyOptions: async ({ somebody }) => asks(await somebody(), { purpose: "ADD" }),
  pauseSales: async ({ owner, onSale }) => asks(owner, { eventId: await onSale() }),
  payOrder: async ({ placed }) => {
    const { buyer, orderId } = await placed();
    return gives(buyer, { orderId, paymentMethod: "pm_card_visa", idempotencyKey: key() });
  },
  placeOrder: async ({ held }) => {
    const { buyer, holdId } = await held();
    return gives(buyer, { holdId, idempotencyKey: key() });
  },
  publishSeries: async ({ owner, series }) => asks(owner, { seriesId: await series(), idempotencyKey: key() }),
  publishEvent: async ({ owner, draft }) => asks(owner, { eventId: await draft() }),
  refreshSession: async ({ somebody }) => {
    const person = await somebody();
    return asks(person, { refreshToken: person.refreshToken });
  },
  refundOrder: async ({ owner, paid }) =>
    gives(owner, { orderId: (await paid()).orderId, reason: "ill", idempotencyKey: key() }),
  releaseHold: async ({ held }) => {
    const { buyer, holdId } = await held();
    return asks(buyer, { holdId });
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
  resendTickets: async ({ paid }) => {
    const { buyer, orderId } = await paid();
    return gives(buyer, { orderId, idempotencyKey: key() });
  },
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
  resumeSales: async ({ owner, onSale }) => {
    const id = await onSale();
    await owner.client.ask(`mutation ($id: ID!) { pauseSales(eventId: $id) { __typename } }`, { id });
    return asks(owner, { eventId: id });
  },
  retryRefund: async ({ settle, owner, paid }) => {
    const { buyer, orderId } = await paid("pm_card_refund_fails");
    await owner.client.ask(`mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename } }`, {
      input: { orderId, reason: "ill", idempotencyKey: key() },
    });
    await settle();
    const { order } = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { payments { refunds { id } } } }`, {
      id: orderId,
    });
    return asks(owner, { refundId: order.payments[0].refunds[0].id });
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
  removeGate: async ({ owner, gate }) => asks(owner, { gateId: await gate() }),
  setEntryRule: async ({ owner, onSale }) => asks(owner, { eventId: await onSale(), rule: "DAILY" }),
  setMember: async ({ owner, organizationId, somebody }) =>
    asks(owner, { organizationId, userId: (await somebody()).id, role: "SCANNER" }),
  setPreferences: async ({ somebody }) => gives(await somebody(), { newsletter: true }),
  setImages: async ({ owner, draft }) => gives(owner, { eventId: await draft(), images: [] }),
  setPricing: async ({ owner }) => {
    const other = await createOrganization(owner.client);
    await known(owner);
    return gives(owner, { organizationId: other, expectedVersion: 0, fees: [], taxes: [] });
  },
  setSeatsAside: async ({ owner, eventId, seat }) => gives(owner, { eventId, channel: "Fans", seatIds: [seat()] }),
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
  takeTicket: async ({ somebody, offered }) =>
    gives(await somebody(), { code: (await offered()).code, idempotencyKey: key() }),
  acceptTicketOffer: async ({ somebody, offered }) =>
    gives(await somebody(), { code: (await offered()).code, idempotencyKey: key() }),
  unblockSeats: async ({ owner, eventId, seat }) => {
    const seatIds = [seat()];
    await owner.client.ask(`mutation ($e: ID!, $s: [ID!]!) { blockSeats(eventId: $e, seatIds: $s) { __typename } }`, {
      e: eventId,
      s: seatIds,
    });
    return asks(owner, { eventId, seatIds });
  },
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
  undoCheckIn: async ({ owner, eventId, paid }) => {
    const { id, code } = (await paid()).order.tickets[0];
    const enter = `mutation ($c: String!, $e: ID!) { checkIn(code: $c, eventId: $e) { __typename } }`;
    await owner.client.ask(enter, { c: code, e: eventId });
    return gives(owner, { ticketId: id, reason: "by mistake", idempotencyKey: key() });
  },
  undoEmailChange: async ({ owner, changeAlert }) => gives(owner, { code: await changeAlert(), idempotencyKey: key() }),
  requestDataExport: async ({ somebody }) => asks(await somebody(), {}),
  requestEmailCode: async ({ somebody }) => asks(await somebody(), {}),
  requestSignInCode: async ({ owner, somebody }) => asks(owner, { email: (await somebody()).email }),
  requestPasswordReset: async ({ owner, somebody }) => asks(owner, { email: (await somebody()).email }),
  registerAccount: async ({ owner }) =>
    gives(owner, { email: `${key()}@example.org`, password: PASSWORD, displayName: "Ada" }),
  shareVenue: async ({ owner, emptyVenue, otherOrganization }) =>
    asks(owner, { venueId: await emptyVenue(), organizationId: await otherOrganization() }),
  unshareVenue: async ({ owner, sharedVenue }) => asks(owner, await sharedVenue()),
  updateVenue: async ({ owner, emptyVenue }) =>
    gives(owner, { venueId: await emptyVenue(), expectedVersion: 1, name: "Neue Halle" }),
  updateSeries: async ({ owner, series }) =>
    gives(owner, { seriesId: await series(), name: "Aida", idempotencyKey: key() }),
  updateEvent: async ({ owner, draft }) => gives(owner, { eventId: await draft(), expectedVersion: 1, name: "Aida" }),
  updateGate: async ({ owner, gate }) => gives(owner, { gateId: await gate(), name: key() }),
  updateProfile: async ({ somebody }) => gives(await somebody(), { displayName: "Ada" }),
  uploadScans: async ({ owner, eventId, paid }) => {
    const { code } = (await paid()).order.tickets[0];
    return gives(owner, { eventId, scans: [{ id: key(), code, scannedAt: new Date().toISOString() }] });
  },
  withdrawTicketOffer: async ({ offered }) => {
    const { buyer, ticketId } = await offered();
    return asks(buyer, { ticketId });
  },
};
