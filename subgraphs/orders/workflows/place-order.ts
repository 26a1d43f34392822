// Converts a hold into an order. It changes two databases: orders stores the intent under the order's ID, asks seating, which is idempotent
// by that ID, and then stores the order.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { type DomainError, NotFound } from "../../../platform/core/errors.ts";
import {
  forgetKey,
  resourceOf,
  settleKeys,
  type IdempotentRequest,
  type RequestKey,
} from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { createIntents, type Answered } from "../../../platform/jobs/intents.ts";
import {
  beginKeyedIntent,
  createKeyedIntents,
  outcomeOfKey,
  type Begun,
} from "../../../platform/jobs/keyed-intents.ts";
import type { WorkKind } from "../../../platform/jobs/work.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Order } from "../entities/order.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import {
  AnswersRefused,
  DrawerNotOpen,
  HoldNotActive,
  HoldsNotCombinable,
  ReservationNotOpen,
  SaleTotalChanged,
  TicketsNotExchangeable,
  VerifiedBuyersOnly,
} from "../errors.ts";
import type { SeatingClient } from "../clients/seating.ts";
import { PLACE_WORK } from "../job-names.ts";
import { exchangeable } from "../commands/exchange-rules.ts";
import { openExchanges, type NewExchange } from "../commands/open-exchanges.ts";
import { readOrder, type SagaContext } from "../commands/order-rows.ts";
import { storeAddresses, storeAnswers } from "../commands/store-answers.ts";
import { convertChecked, type Converted } from "./convert-holds.ts";
import { makeOrders, type Granted } from "./make-orders.ts";
import { atCounterPrice, payAtCounter } from "../commands/sell-at-counter.ts";
import type { ExchangeOfTickets } from "../entities/exchange.ts";
import type { Placement } from "./placement.ts";

/** What a buyer asks for. */
export type PlaceOrder = Pick<Placement, "holdId" | "moreHoldIds" | "names" | "answers" | "invoiceAddress"> & {
  idempotencyKey: string;
};

export type ExchangePlacement = Omit<Placement, "request"> & { exchange: ExchangeOfTickets };

/** The new order, or the ID of a known one. */
type KnownOrder = { order: Order } | { orderId: string };

const idOf = (known: KnownOrder) => ("order" in known ? known.order.id : known.orderId);

type Placed = KnownOrder | { refusal: DomainError };

export type Buyer = Pick<Viewer, "userId" | "verified">;

export interface Placing {
  /**
   * Places an order. Returns it, or the ID of the order that the same request placed before.
   * Refusals: NotFound, HoldNotActive, VerifiedBuyersOnly, AnswersRefused, IdempotencyKeyReused
   */
  place(buyer: Buyer, order: PlaceOrder): Promise<KnownOrder>;
  /**
   * Places an order that is paid at the counter. Returns its ID.
   * Refusals: those of `place`, DrawerNotOpen, SaleTotalChanged
   */
  sell(clerkId: string, input: unknown, sale: Omit<Placement, "request">, idempotencyKey: string): Promise<string>;
  /**
   * Places an order that tickets pay for, in full or in part. Returns its ID.
   * Refusals: those of `place`, TicketsNotExchangeable, ExchangeTotalChanged
   */
  exchange(input: unknown, placement: ExchangePlacement, idempotencyKey: string): Promise<string>;
  work: WorkKind;
}

export function createPlacing(options: {
  database: () => Database;
  saga: () => SagaContext;
  seating: SeatingClient;
  paymentSeconds: number;
}): Placing {
  const { database, saga, seating, paymentSeconds } = options;
  const begin = createKeyedIntents<Placement>({
    database,
    kind: PLACE_WORK,
    check: async (all) => all.map(({ body }) => refusedAtCounter(body)),
  });
  const intents = createIntents<Placement, Converted, Placed>(database, {
    subgraph: "orders",
    kind: PLACE_WORK,
    ask: (all) => convertChecked(database(), seating, all),
    settle: (tx, answered) => settlePlacements(tx, saga(), answered, paymentSeconds),
    outcomeOf: async ({ body }) => {
      const outcome = await outcomeOfKey(database(), body.request);
      return "refusal" in outcome ? outcome : { orderId: outcome.resourceId };
    },
    withdraw: (tx, { body }) => forgetKey(tx, body.request),
  });
  /** @throws the refusal of the request */
  const finish = async (begun: Begun<Placement>): Promise<KnownOrder> => {
    if ("outcome" in begun) return { orderId: resourceOf(begun.outcome) };
    const placed = await intents.pursue(begun.intent);
    if ("refusal" in placed) throw placed.refusal;
    return placed;
  };
  return {
    place: async ({ userId: buyerId, verified }, { idempotencyKey, ...input }) => {
      const request: IdempotentRequest = { userId: buyerId, mutation: "placeOrder", key: idempotencyKey, input };
      const { input: _, ...key } = request;
      const begun = await begin({
        request,
        id: uuid(),
        body: { ...input, buyerId, request: key, ...(!verified && { isUnverified: true as const }) },
      });
      return finish(begun);
    },
    sell: async (userId, input, sale, idempotencyKey) => {
      const key: RequestKey = { userId, mutation: "sellAtCounter", key: idempotencyKey };
      const begun = await begin({ request: { ...key, input }, id: uuid(), body: { ...sale, request: key } });
      reach("counter sale begun, seating not asked");
      return idOf(await finish(begun));
    },
    exchange: async (input, placement, key) => {
      const begun = await database().transaction((tx) => beginExchange(tx, input, placement, key));
      reach("exchange begun, seating not asked");
      return idOf(await finish(begun));
    },
    work: intents.work as WorkKind,
  };
}

/** Before the holds become an order, so that they stay as they are. A request that was answered before has its answer all the same. */
function refusedAtCounter({ counter, reserved }: Placement): DomainError | undefined {
  if (counter?.drawerId === null) return new DrawerNotOpen();
  if (!reserved) return undefined;
  const { reservationId, isOpen, otherTotal } = reserved;
  if (!isOpen) return new ReservationNotOpen(reservationId);
  return otherTotal ? new SaleTotalChanged(otherTotal, true) : undefined;
}

function beginExchange(tx: Tx, input: unknown, placement: ExchangePlacement, key: string): Promise<Begun<Placement>> {
  const { exchange } = placement;
  const request: RequestKey = { userId: exchange.askedBy, mutation: "exchangeTickets", key };
  const asked = { id: uuid(), request: { ...request, input }, body: { ...placement, request } };
  return beginKeyedIntent<Placement>(tx, PLACE_WORK, asked, () => mayExchange(tx, exchange));
}

/** Before the hold becomes an order, so that a refusal leaves it to the buyer. It is checked again, under a lock, when the order is stored. */
async function mayExchange(tx: Tx, { fromOrderId, ticketIds, isByClerk }: ExchangeOfTickets): Promise<void> {
  const order = await readOrder(tx, fromOrderId);
  if (!order) throw new NotFound("order");
  await exchangeable(tx, order, { ticketIds, isByClerk });
}

/** Stores or refuses each order by seating's answer. */
async function settlePlacements(
  tx: Tx,
  saga: SagaContext,
  answered: Answered<Placement, Converted>[],
  paymentSeconds: number,
): Promise<Placed[]> {
  const granted = answered
    .filter(({ answer }) => answer.refusal === null)
    .map(({ intent, answer }) => ({
      intent,
      answer: { ...answer, seats: atCounterPrice(answer.seats, intent.body.counter) },
    }));
  const made = await makeOrders(tx, saga, granted, paymentSeconds);
  await storeGiven(tx, granted);
  const sold = await payAtCounter(
    tx,
    saga,
    granted.map(({ intent: { id, body }, answer }) => ({
      orderId: id,
      sale: body.counter,
      tickets: answer.seats.length,
    })),
    made,
  );
  const exchanged = await openExchanges(tx, saga, newExchanges(granted, made));
  const placed = answered.map(({ intent: { id, body }, answer }): Placed => {
    if (answer.refusal !== null) return { refusal: refusalOf(answer, body) };
    const settled = sold.get(id) ?? exchanged.get(id);
    if (settled) return settled;
    const order = made.get(id);
    return order ? { order } : { orderId: id };
  });
  await settleKeys(
    tx,
    answered.map(({ intent: { id, body } }, index) => {
      const outcome = placed[index]!;
      return { request: body.request, outcome: "refusal" in outcome ? outcome : { resourceId: id } };
    }),
  );
  return placed;
}

function newExchanges(granted: Granted[], made: Map<string, Order>): NewExchange[] {
  return granted.flatMap(({ intent: { id, body } }) => {
    const order = made.get(id);
    return order && body.exchange ? [{ order, exchange: body.exchange, by: body.by! }] : [];
  });
}

/** Orders without answers cost no statement. */
async function storeGiven(tx: Tx, granted: Granted[]): Promise<void> {
  const given = granted.map(({ intent: { id: orderId, body }, answer: { answers = [] } }) => {
    const buyerId = body.counter?.guestId ?? body.exchange?.buyerId ?? body.buyerId;
    return { orderId, personId: buyerId, buyerId, answers, address: body.invoiceAddress };
  });
  await storeAnswers(tx, given);
  await storeAddresses(
    tx,
    given.flatMap(({ address, ...of }) => (address ? [{ ...of, address }] : [])),
  );
}

/** Of several holds it names the one. */
function refusalOf({ refusal, refusedHoldId, problems = [] }: Converted, { holdId, exchange }: Placement): DomainError {
  switch (refusal!) {
    case "NOT_FOUND":
      return new NotFound(refusedHoldId ? `hold as ${refusedHoldId}` : "hold");
    case "VERIFIED_BUYERS_ONLY":
      return new VerifiedBuyersOnly(refusedHoldId ?? undefined);
    case "NOT_ACTIVE":
      return new HoldNotActive(refusedHoldId ?? holdId);
    case "ANSWERS_UNCHECKED":
      return new AnswersRefused(problems);
    case "OTHER_ORGANIZATION":
    case "OTHER_CURRENCY":
    case "TOTAL_TOO_HIGH":
    case "PACKAGE_IN_PART":
      if (exchange) return new TicketsNotExchangeable("SEATS_OF_PACKAGE");
      return new HoldsNotCombinable(refusal!, refusedHoldId ?? holdId);
  }
}

/** Turns a placement of the previous version into an intent. */
export async function adoptPlacement(
  tx: Tx,
  placement: { orderId: string; holdId: string; buyerId: string; request: IdempotentRequest },
): Promise<void> {
  const { orderId, holdId, buyerId, request } = placement;
  const { userId, mutation, key, input } = request;
  const { names } = input as { names: string[] };
  const body: Placement = { holdId, buyerId, names, request: { userId, mutation, key } };
  await rows(
    tx,
    sql`insert into work_item (id, kind, body, attempts, due_at)
        select id, ${PLACE_WORK}, ${JSON.stringify(body)}, 2, app_now() from purchase where id = ${orderId} and status = 'PLACING'
        on conflict do nothing`,
  );
}
