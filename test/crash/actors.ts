// Those who use the system while it dies around them: buyers who want the same few seats, and the organizer's people who refund
// and decide reviews. An actor without an answer repeats the request with its key until there is one.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Client, type Data } from "../../local/client.ts";
import { PASSWORD, signUp, type Person, type Show } from "../../local/fixtures.ts";
import { WRONG_CODE, type Attempt, type History, type Operation } from "./history.ts";
import type { Random } from "../../testkit/random.ts";

/** Time after which an actor without an answer gives up. */
const PATIENCE_MS = 60_000;
const FOLLOW_MS = 40_000;
const SETTLED = ["CONFIRMED", "PARTIALLY_REFUNDED", "REFUNDED", "CANCELLED", "EXPIRED", "DECLINED"];
/** After so many orders a buyer would seem strange to risk, and makes way for another. */
const ORDERS_PER_BUYER = 4;

export interface World {
  url: string;
  show: Show;
  history: History;
  /** Set when it is time to finish what was begun and begin nothing more. */
  over: AbortSignal;
}

interface Request {
  operation: Operation;
  query: string;
  field: string;
  input: Record<string, unknown>;
  key: string;
  /** Of a request that takes no idempotency key: it can be repeated by its nature. */
  hasNoKey?: true;
}

const now = () => performance.now();

/** A person with a session, who repeats requests without an answer. */
export class Actor {
  readonly #world: World;
  readonly #random: Random;
  readonly person: Person;

  /** How often an answered request is sent once more. */
  readonly #repeats: number;

  constructor(world: World, person: Person, random: Random, repeats = 0.1) {
    this.#world = world;
    this.#repeats = repeats;
    this.person = person;
    this.#random = random;
  }

  get client(): Client {
    return this.person.client;
  }

  /** Undefined if there was no answer in all the time that one has. */
  async certain(request: Request): Promise<Data | undefined> {
    const giveUp = now() + PATIENCE_MS;
    while (now() < giveUp) {
      const { answer, code } = await this.#attempt(request);
      if (answer !== null) {
        if (this.#random.chance(this.#repeats)) await this.#attempt(request);
        if (this.#random.chance(0.03) && request.operation !== "cancel" && !request.hasNoKey)
          await this.#attempt({ ...request, input: otherInput(request.input) });
        return answer;
      }
      if (code === "UNAUTHENTICATED") await this.#signInAgain();
      await delay(50 + this.#random.below(250));
    }
    return undefined;
  }

  async #attempt({
    operation,
    query,
    field,
    input,
    key,
    hasNoKey,
  }: Request): Promise<Pick<Attempt, "answer" | "code">> {
    const begunAt = now();
    const outcome = await this.client
      .send(query, { input: { ...input, ...(!hasNoKey && { idempotencyKey: key }) } })
      .then(({ data, errors }) => {
        if (errors) this.#world.history.errors.push(JSON.stringify(errors));
        return { answer: (data?.[field] as Data) ?? null, code: errors?.[0]?.extensions?.code };
      })
      .catch(() => ({ answer: null, code: "no answer" }));
    const { history } = this.#world;
    history.attempts.push({ who: this.person.id, operation, key, input, begunAt, endedAt: now(), ...outcome });
    for (const { id, version, status } of (outcome.answer?.seats as Data[] | undefined) ?? [])
      if (version !== undefined) history.seen.push({ seatId: id, version, status });
    return outcome;
  }

  /** Whatever comes of it. */
  async once(request: Request): Promise<void> {
    await this.#attempt(request);
  }

  async #signInAgain(): Promise<void> {
    const answer = await connectClient(this.#world.url)
      .send(
        `mutation ($email: EmailAddress!, $password: String!) { signIn(input: { email: $email, password: $password }) { ... on Session { accessToken } } }`,
        { email: this.person.email, password: PASSWORD },
      )
      .catch(() => undefined);
    const token = answer?.data?.signIn?.accessToken as string | undefined;
    if (token) this.client.token = token;
  }

  /** What a client reads of its order; undefined where there was no answer. */
  async read(orderId: string): Promise<string | undefined> {
    const answer = await this.client
      .send(`query ($id: ID!) { order(id: $id) { status } }`, { id: orderId })
      .catch(() => undefined);
    if (!answer || answer.errors) return undefined;
    const status = (answer.data.order?.status as string | undefined) ?? null;
    this.#world.history.readings.push({ who: this.person.id, orderId, status, at: now() });
    return status ?? undefined;
  }

  async untilSettled(orderId: string): Promise<string | undefined> {
    const giveUp = now() + FOLLOW_MS;
    let status: string | undefined;
    while (now() < giveUp && !SETTLED.includes(status ?? "")) {
      await delay(100 + this.#random.below(200));
      status = await this.read(orderId);
    }
    return status;
  }
}

/** The same request for something else. */
function otherInput(input: Record<string, unknown>): Record<string, unknown> {
  if ("code" in input) return { ...input, code: WRONG_CODE };
  if ("reason" in input) return { ...input, reason: "Something else" };
  if ("paymentMethod" in input) return { ...input, paymentMethod: "pm_card_other" };
  if ("openingFloat" in input) return { ...input, openingFloat: 1 };
  if ("counted" in input) return { ...input, counted: 1 };
  if ("packageId" in input) return { ...input, packageId: randomUUID() };
  if ("quantity" in input) return { ...input, quantity: Number(input.quantity) + 1 };
  if ("reference" in input) return { ...input, reference: randomUUID() };
  if ("seatId" in input) return { ...input, seatId: randomUUID() };
  if ("holdId" in input) return { ...input, holdId: randomUUID() };
  if ("orderId" in input) return { ...input, orderId: randomUUID() };
  const [first = "", ...rest] = input.seatIds as string[];
  return { ...input, seatIds: rest.length > 0 ? rest : [first, first.replace(/\d+$/, (no) => String(Number(no) + 1))] };
}

const HOLD = `__typename ... on Hold { id total { amount } seats { id version status } } ... on Error { message }`;
export const HOLD_SEATS = `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { ${HOLD} } }`;
const HOLD_BEST = `mutation ($input: HoldBestAvailableInput!) { holdBestAvailable(input: $input) { ${HOLD} } }`;
const ORDER = `__typename ... on Order { id status total { amount } } ... on Error { message }`;
export const RESEND = `mutation ($input: ResendTicketsInput!) { resendTickets(input: $input) { ${ORDER} } }`;
export const CLAIM_ORDERS = `mutation ($input: ClaimGuestOrdersInput!) { claimGuestOrders(input: $input) { __typename ... on User { id } ... on Error { message } } }`;
export const USE_CODE = `mutation ($input: UseCodeInput!) { useCode(input: $input) { __typename ... on User { id emailVerified } ... on Error { message } } }`;
export const RESET = `mutation ($input: UseCodeInput!) { useCode(input: $input) { __typename ... on Session { refreshToken } ... on Error { message } } }`;
export const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ${ORDER} } }`;
export const PAY = `mutation ($input: PayOrderInput!) { payOrder(input: $input) { __typename ... on Payment { id status } ... on PaymentDeclined { payment { id } } ... on Error { message } } }`;
export const ANSWER = `mutation ($input: AnswerRefundOfferInput!) { answerRefundOffer(input: $input) { ${ORDER} } }`;
export const REFUND = `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { ${ORDER} } }`;

export function releaseOf(holdId: string): Request {
  const query = `mutation { releaseHold(holdId: "${holdId}") { __typename } }`;
  return { operation: "release", query, field: "releaseHold", input: { holdId }, key: holdId, hasNoKey: true };
}

const CARDS = [
  ["pm_card_visa", 60],
  ["pm_card_timeout", 10],
  ["pm_card_declined", 8],
  ["pm_card_slow", 6],
  ["pm_card_risky", 8],
  ["pm_card_fraud", 4],
  ["pm_card_capture_fails", 4],
] as const;

/** Wanted by more than there are. */
export const PROMO_CODE = { code: "CROWD", discountRate: 25_000, maxTickets: 3 };

/** Buys, changes its mind, double-clicks and gives up, until it is over. */
export async function buyer(world: World, random: Random): Promise<void> {
  let actor: Actor | undefined;
  let orders = 0;
  while (!world.over.aborted) {
    if (!actor || orders >= ORDERS_PER_BUYER) {
      const person = await signUp((token) => connectClient(world.url, token), "Buyer").catch(() => undefined);
      if (!person) {
        await delay(200);
        continue;
      }
      [actor, orders] = [new Actor(world, person, random), 0];
    }
    const orderId = await holdAndPlace(world, actor, random);
    if (!orderId) continue;
    orders += 1;
    await payOrNot(actor, orderId, random);
    await actor.untilSettled(orderId);
  }
}

async function holdAndPlace({ show }: World, actor: Actor, random: Random): Promise<string | undefined> {
  const quantity = 1 + random.below(3);
  const start = random.below(show.seats.length - quantity);
  const seatIds = show.seats.slice(start, start + quantity).map(({ id }: Data) => String(id));
  const input = { eventId: show.eventId, ...(random.chance(0.25) && { promoCode: PROMO_CODE.code }) };
  const ask = random.chance(0.6)
    ? { query: HOLD_SEATS, field: "holdSeats", input: { ...input, seatIds } }
    : { query: HOLD_BEST, field: "holdBestAvailable", input: { ...input, quantity } };
  const hold = await actor.certain({ operation: "hold", key: randomUUID(), ...ask });
  if (hold?.__typename !== "Hold") {
    await delay(100 + random.below(400));
    return undefined;
  }
  if (random.chance(0.05)) return undefined; // left to expire
  if (random.chance(0.1)) {
    await actor.once(releaseOf(String(hold.id)));
    return undefined;
  }
  const request = { operation: "place", query: PLACE, field: "placeOrder", input: { holdId: hold.id } } as const;
  const clicks = random.chance(0.1) ? 2 : 1;
  const answers = await Promise.all(
    Array.from({ length: clicks }, () => actor.certain({ ...request, key: randomUUID() })),
  );
  return answers.find((answer) => answer?.__typename === "Order")?.id as string | undefined;
}

async function payOrNot(actor: Actor, orderId: string, random: Random): Promise<void> {
  if (random.chance(0.05)) return; // left to expire
  const cancel = () =>
    actor.certain({
      operation: "cancel",
      query: `mutation { cancelOrder(orderId: "${orderId}") { ${ORDER} } }`,
      field: "cancelOrder",
      input: { orderId },
      key: orderId,
    });
  if (random.chance(0.08)) return void (await cancel());
  const pay = (paymentMethod: string) =>
    actor.certain({
      operation: "pay",
      query: PAY,
      field: "payOrder",
      input: { orderId, paymentMethod },
      key: randomUUID(),
    });
  const card = random.weighted(CARDS);
  const clicks = random.chance(0.1) ? 2 : 1;
  const paid = await Promise.all(Array.from({ length: clicks }, () => pay(card)));
  if (random.chance(0.05)) await cancel();
  if (paid.every((payment) => payment?.__typename === "PaymentDeclined") && random.chance(0.7))
    await pay("pm_card_visa");
}

/** Refunds what was sold, so that there is always something to buy, and decides most reviews. */
export async function organizer(world: World, owner: Person, random: Random): Promise<void> {
  const actor = new Actor(world, owner, random);
  while (!world.over.aborted) {
    await delay(200 + random.below(400));
    await decideReviews(world, actor, random);
    const answer = await owner.client
      .send(
        `query ($id: ID!) { organization(id: $id) { orders(first: 50) { nodes { id status tickets { id status } } } } }`,
        { id: world.show.organizationId },
      )
      .catch(() => undefined);
    const sold = ((answer?.data?.organization?.orders?.nodes as Data[] | undefined) ?? []).filter(({ status }) =>
      ["CONFIRMED", "PARTIALLY_REFUNDED"].includes(status),
    );
    if (sold.length < 3) continue;
    const order = random.pick(sold);
    const live = (order.tickets as Data[]).filter(({ status }) => status !== "CANCELLED");
    const ticketIds = random.chance(0.5) && live.length > 1 ? [random.pick(live).id as string] : undefined;
    const input = { orderId: order.id as string, reason: "Changed plans", ...(ticketIds ? { ticketIds } : {}) };
    await actor.certain({ operation: "refund", query: REFUND, field: "refundOrder", input, key: randomUUID() });
  }
}

async function decideReviews({ show, history }: World, { client, person }: Actor, random: Random): Promise<void> {
  const waiting = await client
    .send(`query ($id: ID!) { riskReviews(organizationId: $id, first: 20) { nodes { id order { id } } } }`, {
      id: show.organizationId,
    })
    .catch(() => undefined);
  for (const review of (waiting?.data?.riskReviews?.nodes as Data[] | undefined) ?? []) {
    if (random.chance(0.3)) continue; // its deadline decides
    const decision = random.chance(0.6) ? "ALLOW" : "BLOCK";
    const begunAt = now();
    const answer = await client
      .send(
        `mutation ($id: ID!, $decision: RiskDecision!) { decideReview(assessmentId: $id, decision: $decision) { __typename ... on RiskAssessment { id decision } } }`,
        { id: review.id, decision },
      )
      .catch(() => undefined);
    history.attempts.push({
      who: person.id,
      operation: "decide",
      key: `${review.id} ${decision}`,
      input: { assessmentId: review.id, decision },
      begunAt,
      endedAt: now(),
      answer: answer?.data?.decideReview ?? null,
      code: answer ? answer.errors?.[0]?.extensions.code : "no answer",
    });
  }
}
