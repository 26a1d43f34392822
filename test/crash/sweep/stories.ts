// One purchase, one refund, one expiry, one verified address, one new password, one erasure, one claim, one end of sales, one new date, one order of two events, one sale at the counter, three reservations, moves of tickets, exchanges of tickets, two disputes, one order with answers, one queue, one change of time zone, one archive:
// each from its beginning to its end, by people who repeat what was not answered.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Data } from "../../../local/client.ts";
import { forgeMessage } from "../../../testkit/forgery.ts";
import { until } from "../../../testkit/until.ts";
import { HOLD_SEATS, PAY, PLACE, REFUND } from "../actors.ts";
import { createPromoCode, type Person } from "../../../local/fixtures.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { erase, reset, verify, withOlderSession } from "./account-stories.ts";
import { claim, purchasesOfGuests } from "./guest-stories.ts";
import { reschedule } from "./reschedule-story.ts";
import { ageMessages, archive, type OldMonth } from "./archiving.ts";
import { actorOf, type Cast, type Story } from "./cast.ts";
import { sellAtCounter } from "./counter-story.ts";
import { buyDisputed, decideDisputes, type Disputed } from "./dispute-story.ts";
import { endSales } from "./event-stories.ts";
import { allowExchanges, exchangeTickets, type ToExchange } from "./exchange-story.ts";
import { moveTickets } from "./move-story.ts";
import { reserve } from "./reservation-story.ts";
import { askBuyers, orderWithAnswers, type Asked } from "./questions-story.ts";
import { raisePrice } from "./price-story.ts";
import { buyPackages, openPackage, type Package } from "./package-story.ts";
import { peopleForQueue, queueUp, type QueuePeople } from "./queue-story.ts";
import { peopleForWaitlist, waitInLine, type WaitingPeople } from "./waitlist-story.ts";
import { changeTimeZone } from "./time-zone-story.ts";
import { payOut, sellAndOwe, type Owed } from "./payout-story.ts";
import { openMatinee, orderSeveralEvents } from "./several-events-story.ts";

function hold(cast: Cast, promoCode?: string, firstSeat = 3): Promise<Data | undefined> {
  const { show } = cast.world;
  const seatIds = show.seats.slice(firstSeat, firstSeat + 2).map(({ id }: Data) => String(id));
  return actorOf(cast, cast.buyer).certain({
    operation: "hold",
    query: HOLD_SEATS,
    field: "holdSeats",
    input: { eventId: show.eventId, seatIds, promoCode },
    key: randomUUID(),
  });
}

async function place(cast: Cast, promoCode?: string, firstSeat?: number): Promise<string | undefined> {
  const actor = actorOf(cast, cast.buyer);
  const held = await hold(cast, promoCode, firstSeat);
  if (held?.__typename !== "Hold") return undefined;
  const order = await actor.certain({
    operation: "place",
    query: PLACE,
    field: "placeOrder",
    input: { holdId: held.id },
    key: randomUUID(),
  });
  return order?.__typename === "Order" ? (order.id as string) : undefined;
}

async function purchase(cast: Cast, paymentMethod = "pm_card_visa", firstSeat?: number): Promise<string> {
  const actor = actorOf(cast, cast.buyer);
  const orderId = await place(cast, undefined, firstSeat);
  if (orderId === undefined) throw new Error("The order was never placed.");
  const input = { orderId, paymentMethod };
  await actor.certain({ operation: "pay", query: PAY, field: "payOrder", input, key: randomUUID() });
  await actor.untilSettled(orderId);
  return orderId;
}

async function refund(cast: Cast, orderId: string, tickets?: number): Promise<void> {
  const actor = actorOf(cast, cast.world.show.owner);
  let ticketIds: string[] = [];
  await until(
    async () => {
      const { data }: Data = await actor.client
        .send(`query ($id: ID!) { order(id: $id) { tickets { id } } }`, { id: orderId })
        .catch(() => ({}));
      ticketIds = ((data?.order?.tickets ?? []) as Data[]).slice(0, tickets).map(({ id }) => id as string);
      return ticketIds.length > 0;
    },
    "the order's tickets are read",
    REST_WITHIN_MS,
  );
  const input = { orderId, ticketIds, reason: "Changed plans" };
  await actor.certain({ operation: "refund", query: REFUND, field: "refundOrder", input, key: randomUUID() });
  await until(async () => {
    const answer = await actor.client
      .send(`query ($id: ID!) { order(id: $id) { payments { status } } }`, { id: orderId })
      .catch(() => undefined);
    return (answer?.data?.order?.payments as Data[] | null)?.some(({ status }) => status.endsWith("REFUNDED")) ?? false;
  }, "the money is back").catch(() => {});
}

const REPEATS_AT_ONCE = 20;

/** Places one order, and while that is under way another one by many requests of one key, as a client that does not wait for an answer. */
async function placeManyTimes(cast: Cast): Promise<void> {
  const [first, second] = [await hold(cast, undefined, 3), await hold(cast, undefined, 6)];
  const actor = actorOf(cast, cast.buyer);
  const place = ({ id: holdId }: Data, key: string) =>
    actor.once({ operation: "place", query: PLACE, field: "placeOrder", input: { holdId }, key });
  const key = randomUUID();
  await Promise.all([
    place(first!, randomUUID()),
    ...Array.from({ length: REPEATS_AT_ONCE }, () => place(second!, key)),
  ]);
}

const FORGED_EVERY_MS = 200;

/** An intruder in Redis forges a message that the order was paid for. */
async function forge(
  { system: { env } }: Cast,
  what: "Authorized" | "Captured",
  orderId: string,
  paymentId: string = randomUUID(),
): Promise<void> {
  await forgeMessage(env, `payments.Payment${what}`, orderId, {
    paymentId,
    orderId,
    amount: 1_000,
    currency: "EUR",
    card: { fingerprint: "forged", riskLevel: "normal" },
  });
}

/** Again and again, until the order is settled. */
async function forgePayment(cast: Cast, orderId: string, settled: Promise<unknown>): Promise<void> {
  const isSettled = () => Promise.race([settled.then(() => true), delay(FORGED_EVERY_MS, false)]);
  const paymentId = randomUUID();
  await forge(cast, "Authorized", orderId, paymentId);
  while (!(await isSettled())) await forge(cast, "Captured", orderId, paymentId);
}

export const SWEPT = [
  "purchase",
  "refund",
  "expiry",
  "verification",
  "reset",
  "erasure",
  "claim",
  "closing",
  "pricing",
  "reschedule",
  "several events",
  "package",
  "payout",
  "time zone",
  "queue",
  "waitlist",
  "counter",
  "reservation",
  "reseat",
  "exchange",
  "dispute",
  "answers",
  "archiving",
];

export const STORIES: Record<string, Story> = {
  purchase: { prepare: async () => undefined, tell: async (cast) => void (await purchase(cast)) },
  fraud: { prepare: async () => undefined, tell: async (cast) => void (await purchase(cast, "pm_card_fraud")) },
  twice: {
    prepare: async () => undefined,
    tell: async (cast) => void (await purchase({ ...cast, repeats: true })),
  },
  "many at once": { prepare: async () => undefined, tell: placeManyTimes },
  "partial refund": {
    prepare: (cast) => purchase(cast),
    tell: (cast, orderId: string) => refund(cast, orderId, 1),
  },
  refund: { prepare: (cast) => purchase(cast), tell: (cast, orderId: string) => refund(cast, orderId) },
  verification: {
    isUnverified: true,
    prepare: (cast) => purchase(cast),
    tell: (cast, orderId: string) => verify(cast, orderId),
  },
  reset: {
    prepare: withOlderSession,
    tell: (cast, older: Person) => reset(cast, older),
  },
  erasure: {
    prepare: (cast) => purchase(cast),
    tell: (cast, orderId: string) => erase(cast, orderId),
  },
  claim: {
    prepare: (cast) => purchasesOfGuests(cast, purchase),
    tell: (cast, orderIds: string[]) => claim(cast, orderIds),
  },
  closing: { prepare: async () => undefined, tell: endSales },
  pricing: {
    prepare: async () => undefined,
    tell: async (cast) => {
      await raisePrice(cast);
      await purchase(cast);
    },
  },
  reschedule: {
    prepare: (cast) => purchase(cast),
    tell: (cast, orderId: string) => reschedule(cast, orderId),
  },
  "several events": {
    prepare: openMatinee,
    tell: (cast, matineeId: string) => orderSeveralEvents(cast, matineeId),
  },
  package: { prepare: openPackage, tell: (cast, of: Package) => buyPackages(cast, of) },
  payout: {
    prepare: (cast) => sellAndOwe(cast, purchase),
    tell: (cast, owed: Owed) => payOut(cast, owed),
  },
  "time zone": {
    prepare: (cast) => purchase(cast),
    tell: (cast) => changeTimeZone(cast, () => purchase(cast, "pm_card_visa", 6)),
  },
  waitlist: {
    prepare: (cast) => peopleForWaitlist(cast, () => purchase(cast, "pm_card_visa", 12)),
    tell: (cast, people: WaitingPeople) => waitInLine(cast, people),
  },
  queue: { prepare: peopleForQueue, tell: (cast, people: QueuePeople) => queueUp(cast, people) },
  counter: { prepare: async () => undefined, tell: sellAtCounter },
  reservation: { prepare: async () => undefined, tell: reserve },
  reseat: {
    prepare: (cast) => purchase(cast),
    tell: (cast, orderId: string) => moveTickets(cast, orderId),
  },
  exchange: {
    prepare: (cast) => allowExchanges(cast, purchase),
    tell: (cast, toExchange: ToExchange) => exchangeTickets(cast, toExchange),
  },
  dispute: {
    prepare: (cast) => buyDisputed(cast, purchase),
    tell: (cast, disputed: Disputed) => decideDisputes(cast, disputed),
  },
  answers: {
    prepare: askBuyers,
    tell: (cast, asked: Asked) => orderWithAnswers(cast, asked),
  },
  // Its last message stays in a table, so there is a purchase in the new month.
  archiving: {
    prepare: async (cast) => {
      await purchase(cast);
      const month = await ageMessages(cast);
      await purchase(cast, "pm_card_visa", 6);
      return month;
    },
    tell: (cast, month: OldMonth) => archive(cast, month),
    aftermath: (cast) => purchase(cast, "pm_card_visa", 9),
  },
  // With a wrong promo code before, and a forged message meanwhile.
  expiry: {
    prepare: ({ world: { show } }) =>
      createPromoCode(show.owner.client, show.eventId, { code: "RIGHT", discountPercent: 10 }),
    tell: async (cast, code: string) => {
      await hold(cast, "WRONG");
      const orderId = await place(cast, code);
      if (orderId === undefined) return;
      await forge(cast, "Authorized", orderId);
      await actorOf(cast, cast.buyer).untilSettled(orderId);
    },
  },
  forgery: {
    prepare: async () => undefined,
    tell: async (cast) => {
      const orderId = await place(cast);
      if (orderId !== undefined) await forgePayment(cast, orderId, actorOf(cast, cast.buyer).untilSettled(orderId));
    },
  },
};
