// Who may change holds, orders, tickets, gates and what is for sale.
import { key, type Scene } from "../scene.ts";
import { newPayout } from "../../payouts.ts";
import {
  BOX_OFFICE,
  BOX_OFFICE_READERS,
  JOINED,
  MANAGERS,
  MEMBERS,
  SCANNER_READERS,
  SCANNERS,
  STAFF,
  without,
} from "../viewers.ts";
import { BLANK, event, forEverybody, forRole, forSignedIn, forThose, input, keyed, type Changes } from "./change.ts";

const seats = ({ ids }: Scene) => ({ eventId: ids.event, seatIds: [ids.seat] });

export const SALES: Changes = {
  acceptTicketOffer: forSignedIn(input(({ values }) => keyed({ code: values.offered }))),
  answerRefundOffer: forThose(
    ["buyer"],
    BOX_OFFICE_READERS,
    input(({ ids }) => keyed({ orderId: ids.order, answer: "KEEP" })),
  ),
  applyPromoCode: forThose(["buyer"], [], ({ ids, values }) => ({ holdId: ids.hold, code: values.promoCode })),
  blockSeats: forRole(MANAGERS, seats),
  cancelOrder: forThose(["buyer", ...BOX_OFFICE], ["auditor", "staff"], ({ ids }) => ({ orderId: ids.order })),
  checkBooks: forRole(STAFF, () => ({})),
  checkIn: forThose(SCANNERS, ["buyer", "auditor", "staff"], ({ values }) => keyed({ code: values.code })),
  checkOut: forThose(
    SCANNERS,
    ["buyer", "auditor", "staff"],
    input((scene) => keyed({ ...event(scene), code: scene.values.code })),
  ),
  chooseHoldPrices: forThose(
    ["buyer"],
    [],
    input(({ ids }) => ({ holdId: ids.hold, prices: [] })),
  ),
  closeDrawer: forThose(
    BOX_OFFICE,
    ["auditor", "staff"],
    input(({ ids }) => keyed({ drawerId: ids.drawer, counted: 0 })),
    { counted: -1 },
  ),
  createGate: forThose(
    MANAGERS,
    without(SCANNER_READERS, ...MANAGERS),
    input((scene) => keyed({ ...event(scene), name: key() })),
    BLANK,
  ),
  createPackage: forRole(
    MANAGERS,
    input((scene) => keyed({ name: "Season", events: [event(scene)], discountPercent: 10 })),
  ),
  closePackage: forRole(MANAGERS, ({ ids }) => ({ packageId: ids.package }), null),
  createAccessCodes: forRole(
    MANAGERS,
    input((scene) => keyed({ ...event(scene), name: "Fans", count: 1, discountPercent: 10 })),
  ),
  endAccessCodes: forRole(MANAGERS, ({ ids }) => ({ batchId: ids.accessCodes }), null),
  createPromoCode: forRole(
    MANAGERS,
    input((scene) => keyed({ ...event(scene), code: scene.values.promoCode, discountRate: 50_000 })),
  ),
  decideReview: forThose(MANAGERS, ["buyer", "boxOffice", "auditor", "staff"], ({ ids }) => ({
    assessmentId: ids.assessment,
    decision: "ALLOW",
  })),
  endPromoCode: forRole(MANAGERS, (scene) => ({ ...event(scene), code: scene.values.promoCode })),
  exchangeTickets: forThose(
    ["buyer", ...BOX_OFFICE],
    ["auditor", "staff"],
    input(({ ids }) => keyed({ ticketIds: [ids.kept], holdId: key(), expectedDifference: 0 })),
    { ticketIds: [] },
  ),
  extendHold: forThose(["buyer"], [], ({ ids }) => ({ holdId: ids.hold })),
  holdBestAvailable: forSignedIn(input((scene) => keyed({ ...event(scene), quantity: 0 }))),
  holdPackage: forSignedIn(input(({ ids }) => keyed({ packageId: ids.package, events: [] }))),
  holdSeats: forSignedIn(input((scene) => keyed({ ...event(scene), seatIds: [] }))),
  joinQueue: forSignedIn(({ ids }) => ({ eventId: ids.queue })),
  leaveQueue: forThose(JOINED, [], ({ ids }) => ({ eventId: ids.leftQueue })),
  enterSale: forThose(JOINED, [], ({ ids }) => ({ eventId: ids.queue })),
  openQueue: forRole(
    MANAGERS,
    input((scene) => keyed({ ...event(scene), drawAt: "2001-01-01T00:00:00.000Z" })),
  ),
  steerQueue: forRole(
    MANAGERS,
    input(({ ids }) => ({ eventId: ids.queue })),
  ),
  reviewQueueEntry: forRole(
    MANAGERS,
    input(({ ids }) => ({ eventId: ids.queue, entryId: ids.heldEntry, decision: "RELEASED" })),
    null,
  ),
  joinWaitlist: forSignedIn(input(({ ids }) => keyed({ eventId: ids.waitlist, quantity: 0 }))),
  leaveWaitlist: forThose(["buyer"], [], ({ ids }) => ({ entryId: ids.leftEntry })),
  setWaitlist: forRole(
    MANAGERS,
    input(({ ids }) => ({ eventId: ids.waitlist, state: "OPEN" })),
  ),
  moveTicket: forThose(
    BOX_OFFICE,
    ["buyer", "scanner", "auditor", "staff"],
    input(({ ids }) => keyed({ ticketId: ids.kept, seatId: ids.seat, reason: "broken seat" })),
    { reason: " " },
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
  openDrawer: forThose(
    BOX_OFFICE,
    ["scanner", "auditor"],
    input(({ organizationId }) => keyed({ organizationId, currency: "EUR", openingFloat: 0 })),
    { openingFloat: -1 },
  ),
  payOutRefund: forThose(
    BOX_OFFICE,
    ["auditor", "staff"],
    input(({ ids }) => keyed({ orderId: ids.toPayOut, refundId: ids.dueRefund })),
    { reference: " " },
  ),
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
  refundOrder: forThose(
    BOX_OFFICE,
    ["buyer", "auditor", "staff"],
    input(({ ids }) => keyed({ orderId: ids.order, reason: "ill" })),
  ),
  returnTickets: forThose(
    ["buyer"],
    BOX_OFFICE_READERS,
    input(({ ids }) => keyed({ orderId: ids.order, ticketIds: [ids.kept], expectedRefund: 0 })),
    { ticketIds: [] },
  ),
  recordPayout: forRole(
    STAFF,
    input(({ organizationId }) => newPayout(organizationId)),
  ),
  returnPayout: forRole(STAFF, ({ ids }) => ({ payoutId: ids.payout, reason: "wrong account" })),
  reconcile: forRole(STAFF, () => ({})),
  releaseHold: forThose(["buyer"], [], ({ ids }) => ({ holdId: ids.hold })),
  resendTickets: forThose(
    ["buyer", ...BOX_OFFICE],
    ["auditor", "staff"],
    input(({ ids }) => keyed({ orderId: ids.order })),
  ),
  // Nobody else sees that there is a reservation.
  reserveAtCounter: forThose(
    BOX_OFFICE,
    [],
    input(({ ids }) => keyed({ holdIds: [ids.reservedHold], name: "Ada" })),
    BLANK,
  ),
  changeReservation: forThose(
    BOX_OFFICE,
    [],
    input(({ ids }) => ({ reservationId: ids.reservation, name: "Ada" })),
    BLANK,
  ),
  cancelReservation: forThose(
    BOX_OFFICE,
    [],
    input(({ ids }) => ({ reservationId: ids.reservation })),
    { seatIds: [] },
  ),
  retryRefund: forThose([...BOX_OFFICE, "staff"], ["otherBuyer", "auditor"], ({ ids }) => ({ refundId: ids.refund })),
  retryOrder: forRole(
    STAFF,
    input(({ ids }) => keyed({ orderId: ids.order, note: "slow" })),
  ),
  removeGate: forThose(MANAGERS, without(SCANNER_READERS, ...MANAGERS), ({ ids }) => ({ gateId: ids.gate }), null),
  sellAtCounter: forThose(
    BOX_OFFICE,
    ["scanner", "auditor"],
    input(({ organizationId, ids }) => keyed({ organizationId, holdId: ids.hold, tender: "CASH", expectedTotal: 0 })),
    { expectedTotal: -1 },
  ),
  sendLetter: forThose(
    MANAGERS,
    without(SCANNER_READERS, ...MANAGERS),
    input((scene) => keyed({ ...event(scene), subject: "Doors", body: "They open at six." })),
    { subject: " " },
  ),
  answerQuestions: forThose(
    ["buyer", ...BOX_OFFICE],
    ["auditor", "staff"],
    input(({ ids }) => ({ orderId: ids.order, answers: [{ questionId: ids.question, text: "Radio" }] })),
  ),
  answerTicketQuestions: forThose(
    ["holder", ...BOX_OFFICE],
    ["scanner", "auditor", "staff"],
    input(({ ids }) => ({ ticketId: ids.handedOn, answers: [{ questionId: ids.ticketQuestion, text: "Nuts" }] })),
  ),
  setInvoiceAddress: forThose(
    ["buyer", ...BOX_OFFICE],
    ["auditor", "staff"],
    input(({ ids }) => ({ orderId: ids.order, name: "Ada", address: "Elm Street 1" })),
  ),
  setInvoicing: forThose(
    MANAGERS,
    MEMBERS,
    input(({ organizationId }) => ({
      organizationId,
      isOn: true,
      prefix: "A",
      issuerName: "Opera",
      issuerAddress: "Elm Street 1",
    })),
    { prefix: "a" },
  ),
  setLetterSubscription: forEverybody(input(({ ids }) => ({ code: ids.letterCode, isSubscribed: true }))),
  setEntryRule: forThose(MANAGERS, without(SCANNER_READERS, ...MANAGERS), (scene) => ({
    ...event(scene),
    rule: "ONCE",
  })),
  setExchangePolicy: forThose(
    MANAGERS,
    without(SCANNER_READERS, ...MANAGERS),
    input((scene) => ({ ...event(scene), isAllowed: false })),
    { fee: -1 },
  ),
  setReturnPolicy: forThose(
    MANAGERS,
    without(SCANNER_READERS, ...MANAGERS),
    input((scene) => ({ ...event(scene), mode: "NONE" })),
    { fee: -1 },
  ),
  setCodeRule: forThose(
    MANAGERS,
    without(SCANNER_READERS, ...MANAGERS),
    input((scene) => ({ ...event(scene), minutesBefore: null })),
    { minutesBefore: 0 },
  ),
  setTransferPolicy: forThose(
    MANAGERS,
    without(SCANNER_READERS, ...MANAGERS),
    input((scene) => ({ ...event(scene), mode: "FREE" })),
    { mostPerHolder: 0 },
  ),
  setSalesChannel: forRole(
    MANAGERS,
    input((scene) => ({ ...event(scene), channel: "Fans" })),
  ),
  setSeatsAside: forRole(
    MANAGERS,
    input((scene) => ({ ...seats(scene), channel: "Fans" })),
  ),
  takeTicket: forSignedIn(input(({ values }) => keyed({ code: values.offered }))),
  unblockSeats: forRole(MANAGERS, seats),
  undoCheckIn: forThose(
    SCANNERS,
    ["buyer", "auditor", "staff"],
    input(({ ids }) => keyed({ ticketId: ids.kept, reason: "by mistake" })),
  ),
  updateGate: forThose(
    MANAGERS,
    without(SCANNER_READERS, ...MANAGERS),
    input(({ ids }) => ({ gateId: ids.gate, opensAt: null })),
  ),
  uploadScans: forThose(
    SCANNERS,
    ["auditor", "staff"],
    input((scene) => ({
      ...event(scene),
      scans: [{ id: key(), code: scene.values.code, scannedAt: new Date().toISOString() }],
    })),
  ),
  withdrawTicketOffer: forThose(["buyer"], SCANNER_READERS, ({ ids }) => ({ ticketId: ids.kept })),
};
