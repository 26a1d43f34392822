// Mutations of holds, orders, tickets, gates and what is for sale.
import { allSeats, createPromoCode, holdSeats, inDays, type Person } from "../../../local/fixtures.ts";
import { askQuestions } from "../../authorization/scene/questions.ts";
import { ISSUER, switchInvoicesOn } from "../../invoicing.ts";
import { holdAtCounter, openDrawer, refundOf, reserveOne, sellOne } from "../../authorization/scene/counter.ts";
import { createAccessCodes } from "../../authorization/scene/access-codes.ts";
import { createPackage } from "../../authorization/scene/packages.ts";
import { newPayout, recordPayout } from "../../payouts.ts";
import { key } from "../stage.ts";
import { asks, gives, type Mutations } from "./asked.ts";

const SET_EXCHANGES = "setExchangePolicy(input: $input) { __typename }";
const SET_RETURNS = "setReturnPolicy(input: $input) { __typename }";

export const SALES: Mutations = {
  applyPromoCode: async ({ owner, eventId, held }) => {
    const { buyer, holdId } = await held();
    return asks(buyer, { holdId, code: await createPromoCode(owner.client, eventId, { discountRate: 10_000 }) });
  },
  chooseHoldPrices: async ({ held }) => {
    const { buyer, holdId } = await held();
    return gives(buyer, { holdId, prices: [] });
  },
  blockSeats: async ({ owner, eventId, seat }) => asks(owner, { eventId, seatIds: [seat()] }),
  cancelOrder: async ({ placed }) => {
    const { buyer, orderId } = await placed();
    return asks(buyer, { orderId });
  },
  checkBooks: async ({ staff }) => asks(staff, {}),
  recordPayout: async ({ staff, paid, organizationId }) => {
    await paid();
    return gives(staff, newPayout(organizationId));
  },
  returnPayout: async ({ staff, paid, organizationId }) => {
    await paid();
    return asks(staff, { payoutId: await recordPayout(staff, organizationId), reason: "wrong account" });
  },
  reconcile: async ({ staff }) => asks(staff, {}),
  checkIn: async ({ owner, paid }) =>
    asks(owner, { code: (await paid()).order.tickets[0].code, idempotencyKey: key() }),
  checkOut: async ({ owner, eventId, paid }) => {
    const { code } = (await paid()).order.tickets[0];
    const enter = `mutation ($c: String!, $e: ID!) { checkIn(code: $c, eventId: $e) { __typename } }`;
    await owner.client.ask(enter, { c: code, e: eventId });
    return gives(owner, { code, eventId, idempotencyKey: key() });
  },
  openDrawer: async ({ clerk, organizationId }) =>
    gives(await clerk(), { organizationId, currency: "EUR", openingFloat: 0, idempotencyKey: key() }),
  closeDrawer: async ({ clerk, organizationId }) => {
    const by = await clerk();
    return gives(by, { drawerId: await openDrawer(by, organizationId), counted: 0, idempotencyKey: key() });
  },
  sellAtCounter: async ({ clerk, organizationId, eventId, seat }) => {
    const by = await clerk();
    await openDrawer(by, organizationId);
    const { id: holdId, total } = await holdAtCounter(by, eventId, seat());
    const expectedTotal = total.amount as number;
    return gives(by, { organizationId, holdId, tender: "CASH", expectedTotal, idempotencyKey: key() });
  },
  reserveAtCounter: async ({ clerk, eventId, seat }) => {
    const by = await clerk();
    const { id } = await holdAtCounter(by, eventId, seat());
    return gives(by, { holdIds: [id], name: "Ada", until: inDays(1), idempotencyKey: key() });
  },
  changeReservation: async ({ clerk, eventId, seat }) => {
    const by = await clerk();
    const { id } = await holdAtCounter(by, eventId, seat());
    return gives(by, { reservationId: await reserveOne(by, id as string), name: "Grace" });
  },
  cancelReservation: async ({ clerk, eventId, seat }) => {
    const by = await clerk();
    const { id } = await holdAtCounter(by, eventId, seat());
    return gives(by, { reservationId: await reserveOne(by, id as string) });
  },
  payOutRefund: async ({ clerk, owner, organizationId, onSale, settle }) => {
    const [by, eventId] = [await clerk(), await onSale()];
    await openDrawer(by, organizationId);
    const { id: orderId } = await sellOne(
      by,
      organizationId,
      eventId,
      (await allSeats(by.client, eventId))[0]!.id as string,
    );
    await owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "ill") { __typename } }`, {
      id: eventId,
    });
    await settle();
    return gives(by, { orderId, refundId: await refundOf(by, orderId as string), idempotencyKey: key() });
  },
  createGate: async ({ owner, eventId }) => gives(owner, { eventId, name: key(), idempotencyKey: key() }),
  createPackage: async ({ owner, eventId, onSale }) => {
    const events = [{ eventId }, { eventId: await onSale() }];
    return gives(owner, { name: "Season", events, discountPercent: 10, idempotencyKey: key() });
  },
  closePackage: async ({ owner, eventId, onSale }) =>
    asks(owner, { packageId: await createPackage(owner, [eventId, await onSale()]) }),
  holdPackage: async ({ owner, eventId, onSale, somebody }) => {
    const eventIds = [eventId, await onSale()];
    const packageId = await createPackage(owner, eventIds);
    const events = eventIds.map((id) => ({ eventId: id, quantity: 1 }));
    return gives(await somebody(), { packageId, events, idempotencyKey: key() });
  },
  createAccessCodes: async ({ owner, eventId }) =>
    gives(owner, { eventId, name: "Fans", count: 2, discountPercent: 10, idempotencyKey: key() }),
  endAccessCodes: async ({ owner, eventId }) => asks(owner, { batchId: await createAccessCodes(owner, eventId) }),
  createPromoCode: async ({ owner, eventId }) => gives(owner, { eventId, discountRate: 10_000, idempotencyKey: key() }),
  decideReview: async ({ owner, paid }) => {
    const { orderId } = await paid("pm_card_risky");
    const { order } = await owner.client.ask(`query ($id: ID!) { order(id: $id) { risk { id } } }`, { id: orderId });
    return asks(owner, { assessmentId: order.risk.id, decision: "ALLOW" });
  },
  endPromoCode: async ({ owner, eventId }) =>
    asks(owner, { eventId, code: await createPromoCode(owner.client, eventId, { discountRate: 10_000 }) }),
  exchangeTickets: async ({ owner, eventId, paid, seat }) => {
    const policy = { eventId, isAllowed: true };
    await owner.client.ask(`mutation ($input: SetExchangePolicyInput!) { ${SET_EXCHANGES} }`, { input: policy });
    const { buyer, order } = await paid();
    const { id: holdId } = await holdSeats(buyer.client, eventId, [seat()]);
    const ticketIds = [order.tickets[0].id];
    return gives(buyer, { ticketIds, holdId, expectedDifference: 0, idempotencyKey: key() });
  },
  returnTickets: async ({ owner, eventId, paid }) => {
    const policy = { eventId, mode: "ALWAYS" };
    await owner.client.ask(`mutation ($input: SetReturnPolicyInput!) { ${SET_RETURNS} }`, { input: policy });
    const { buyer, orderId, order } = await paid();
    return gives(buyer, { orderId, ticketIds: [order.tickets[0].id], expectedRefund: 4_500, idempotencyKey: key() });
  },
  setReturnPolicy: async ({ owner, eventId }) => gives(owner, { eventId, mode: "ALWAYS" }),
  setExchangePolicy: async ({ owner, eventId }) => gives(owner, { eventId, isAllowed: true }),
  setCodeRule: async ({ owner, eventId }) => gives(owner, { eventId, minutesBefore: 525_600 }),
  setTransferPolicy: async ({ owner, eventId }) => gives(owner, { eventId, mode: "FREE" }),
  extendHold: async ({ held }) => {
    const { buyer, holdId } = await held();
    return asks(buyer, { holdId });
  },
  holdBestAvailable: async ({ eventId, somebody }) =>
    gives(await somebody(), { eventId, quantity: 1, idempotencyKey: key() }),
  holdSeats: async ({ eventId, seat, somebody }) =>
    gives(await somebody(), { eventId, seatIds: [seat()], idempotencyKey: key() }),
  moveTicket: async ({ owner, paid, seat }) => {
    const { order } = await paid();
    return gives(owner, {
      ticketId: order.tickets[0].id,
      seatId: seat(),
      reason: "broken seat",
      idempotencyKey: key(),
    });
  },
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
  payOrder: async ({ placed }) => {
    const { buyer, orderId } = await placed();
    return gives(buyer, { orderId, paymentMethod: "pm_card_visa", idempotencyKey: key() });
  },
  placeOrder: async ({ held }) => {
    const { buyer, holdId } = await held();
    return gives(buyer, { holdId, idempotencyKey: key() });
  },
  refundOrder: async ({ owner, paid }) =>
    gives(owner, { orderId: (await paid()).orderId, reason: "ill", idempotencyKey: key() }),
  releaseHold: async ({ held }) => {
    const { buyer, holdId } = await held();
    return asks(buyer, { holdId });
  },
  resendTickets: async ({ paid }) => {
    const { buyer, orderId } = await paid();
    return gives(buyer, { orderId, idempotencyKey: key() });
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
  removeGate: async ({ owner, gate }) => asks(owner, { gateId: await gate() }),
  answerRefundOffer: async ({ settle, owner, eventId, paid }) => {
    const { buyer, orderId } = await paid();
    await reschedule(owner, eventId);
    await settle();
    return gives(buyer, { orderId, answer: "KEEP", idempotencyKey: key() });
  },
  sendLetter: async ({ owner, soldOnce }) => gives(owner, letterTo((await soldOnce()).eventId)),
  setLetterSubscription: async ({ settle, owner, visitor, soldOnce, letterCode }) => {
    const { eventId, buyer } = await soldOnce();
    await owner.client.ask(`mutation ($input: SendLetterInput!) { sendLetter(input: $input) { __typename } }`, {
      input: letterTo(eventId),
    });
    await settle();
    return { by: visitor(), variables: { input: { code: letterCode(buyer), isSubscribed: false } } };
  },
  setInvoicing: async ({ owner, organizationId }) =>
    gives(owner, { organizationId, ...ISSUER, isOn: true, issuerName: key() }),
  answerQuestions: async ({ owner, soldOnce, settle }) => {
    const { eventId, buyer, orderId } = await soldOnce();
    const [questionId] = await askQuestions(owner, eventId);
    await settle();
    return gives(buyer, { orderId, answers: [{ questionId, text: key() }] });
  },
  answerTicketQuestions: async ({ owner, soldOnce, settle }) => {
    const { eventId, buyer, orderId } = await soldOnce();
    const [, questionId] = await askQuestions(owner, eventId);
    await settle();
    const { order } = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { tickets { id } } }`, { id: orderId });
    return gives(buyer, { ticketId: order.tickets[0].id, answers: [{ questionId, text: key() }] });
  },
  setInvoiceAddress: async ({ owner, organizationId, placed }) => {
    await switchInvoicesOn(owner.client, organizationId);
    const { buyer, orderId } = await placed();
    return gives(buyer, { orderId, name: key(), address: "Elm Street 1" });
  },
  setEntryRule: async ({ owner, onSale }) => asks(owner, { eventId: await onSale(), rule: "DAILY" }),
  setSalesChannel: async ({ owner, eventId }) =>
    gives(owner, { eventId, channel: "Fans", salesTimes: { startAt: null } }),
  setSeatsAside: async ({ owner, eventId, seat }) => gives(owner, { eventId, channel: "Fans", seatIds: [seat()] }),
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
  undoCheckIn: async ({ owner, eventId, paid }) => {
    const { id, code } = (await paid()).order.tickets[0];
    const enter = `mutation ($c: String!, $e: ID!) { checkIn(code: $c, eventId: $e) { __typename } }`;
    await owner.client.ask(enter, { c: code, e: eventId });
    return gives(owner, { ticketId: id, reason: "by mistake", idempotencyKey: key() });
  },
  updateGate: async ({ owner, gate }) => gives(owner, { gateId: await gate(), name: key() }),
  uploadScans: async ({ owner, eventId, paid }) => {
    const { code } = (await paid()).order.tickets[0];
    return gives(owner, { eventId, scans: [{ id: key(), code, scannedAt: new Date().toISOString() }] });
  },
  withdrawTicketOffer: async ({ offered }) => {
    const { buyer, ticketId } = await offered();
    return asks(buyer, { ticketId });
  },
};

const letterTo = (eventId: string) => ({
  eventId,
  subject: "Doors",
  body: "They open at six.",
  idempotencyKey: key(),
});

/** Each time to another hour. */
async function reschedule({ client }: Person, eventId: string): Promise<void> {
  const { event } = await client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  const times = { startsAt: inDays(30 + event.version / 24), refundUntil: inDays(20) };
  await client.ask(`mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename } }`, {
    input: { eventId, expectedVersion: event.version, ...times },
  });
}
