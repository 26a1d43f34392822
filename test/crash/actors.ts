// Those who use the system while it dies around them. An actor without an answer repeats the request with its key until there is one.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Client, type Data } from "../../local/client.ts";
import { PASSWORD, type Person, type Show } from "../../local/fixtures.ts";
import { WRONG_CODE, type Attempt, type History, type Operation } from "./history.ts";
import type { Random } from "../../testkit/random.ts";

/** Time after which an actor without an answer gives up. */
const PATIENCE_MS = 60_000;
const FOLLOW_MS = 40_000;
const SETTLED = ["CONFIRMED", "PARTIALLY_REFUNDED", "REFUNDED", "CANCELLED", "EXPIRED", "DECLINED"];
/** Operations whose key is not tried with another input. */
const OF_ONE_INPUT: readonly Operation[] = ["cancel", "offer"];

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
        if (this.#random.chance(0.03) && !OF_ONE_INPUT.includes(request.operation) && !request.hasNoKey)
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

  /** Of a query; undefined where there was no answer without errors. */
  async ask(query: string, variables: Record<string, unknown>): Promise<Data | undefined> {
    const answer = await this.client.send(query, variables).catch(() => undefined);
    return answer && !answer.errors ? answer.data : undefined;
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
export const HOLD_BEST = `mutation ($input: HoldBestAvailableInput!) { holdBestAvailable(input: $input) { ${HOLD} } }`;
export const ORDER = `__typename ... on Order { id status total { amount } } ... on Error { message }`;
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
