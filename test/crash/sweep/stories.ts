// One purchase, one refund, one expiry, one verified address, one erasure, one claim: each from its beginning to its end, by people who repeat what was not answered.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Data } from "../../../local/client.ts";
import { forgeMessage } from "../../../testkit/forgery.ts";
import { until } from "../../../testkit/until.ts";
import { Actor, CLAIM_ORDERS, HOLD_SEATS, PAY, PLACE, REFUND, RESEND, USE_CODE, type World } from "../actors.ts";
import { createRandom } from "../../../testkit/random.ts";
import { createPromoCode, PASSWORD, type Person } from "../../../local/fixtures.ts";
import type { System } from "../../../local/system.ts";
import { WRONG_CODE, type Operation } from "../history.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { mailsIn, type CaughtMail } from "../snapshot.ts";

const CODE = /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m;

export interface Cast {
  world: World;
  system: System;
  buyer: Person;
  /** Whether every request is sent once more when it was answered. */
  repeats?: boolean;
}

/** What happens before the message that is to be stopped, and what then. */
export interface Story {
  /** Whether the buyer's address is not verified when the story begins. */
  isUnverified?: true;
  prepare(cast: Cast): Promise<unknown>;
  tell(cast: Cast, prepared: never): Promise<void>;
}

const actorOf = ({ world, repeats }: Cast, person: Person) =>
  new Actor(world, person, createRandom(1), repeats ? 1 : 0);

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

/** Has the tickets mailed once more, and verifies the address with a code from a mail, after a wrong one. */
async function verify(cast: Cast, orderId: string): Promise<void> {
  const { system, world, buyer } = cast;
  const actor = actorOf(cast, buyer);
  const certain = (operation: Operation, query: string, field: string, input: Record<string, unknown>) =>
    actor.certain({ operation, query, field, input, key: randomUUID() });
  await certain("resend", RESEND, "resendTickets", { orderId });
  const codes = async () => (await mailsIn(system)).filter(({ to, text }) => to === buyer.email && CODE.test(text));
  // An unanswered request may have mailed a code, which the next request makes useless.
  for (let requests = 0; requests < 3; requests++) {
    const before = new Set((await codes()).map(({ letterId }) => letterId));
    let id = "";
    await until(
      async () => {
        const { data }: Data = await actor.client.send("mutation { requestEmailCode { id } }").catch(() => ({}));
        id = data?.requestEmailCode?.id ?? "";
        return id !== "";
      },
      "a code is requested",
      REST_WITHIN_MS,
    );
    const isNew = ({ letterId }: CaughtMail) => !before.has(letterId);
    await until(async () => (await codes()).some(isNew), "the code is mailed", REST_WITHIN_MS);
    const guessed = await certain("verify", USE_CODE, "useCode", { id, code: WRONG_CODE });
    if (guessed?.emailVerified) return;
    const [code] = CODE.exec((await codes()).findLast(isNew)!.text)!;
    const mailed = (await mailsIn(system)).filter(({ to }) => to === buyer.email);
    world.history.mailedBefore.push(...mailed.map(({ letterId }) => letterId));
    const used = await certain("verify", USE_CODE, "useCode", { id, code });
    if (used?.emailVerified) return void world.history.unverified.delete(buyer.email);
  }
}

const START_GUEST = `mutation ($input: StartGuestSessionInput!) { startGuestSession(input: $input) { accessToken refreshToken user { id } } }`;

/** Two guests with the buyer's address buy tickets. */
async function purchasesOfGuests(cast: Cast): Promise<string[]> {
  const { buyer, world } = cast;
  const orderIds: string[] = [];
  for (const firstSeat of [3, 6]) {
    const input = { email: buyer.email, name: "Guest" };
    const { startGuestSession: session } = await connectClient(world.url).ask(START_GUEST, { input });
    const client = connectClient(world.url, session.accessToken as string);
    const guest = {
      id: session.user.id as string,
      email: buyer.email,
      client,
      refreshToken: session.refreshToken as string,
    };
    orderIds.push(await purchase({ ...cast, buyer: guest }, "pm_card_visa", firstSeat));
  }
  return orderIds;
}

const CLAIM = /^Use this code to add orders/m;

/** Claims the orders of the guests with a mailed code, after a wrong one. */
async function claim(cast: Cast, orderIds: string[]): Promise<void> {
  const { system, world, buyer } = cast;
  const actor = actorOf(cast, buyer);
  const certain = (input: Record<string, unknown>) =>
    actor.certain({ operation: "claim", query: CLAIM_ORDERS, field: "claimGuestOrders", input, key: randomUUID() });
  const codes = async () => (await mailsIn(system)).filter(({ to, text }) => to === buyer.email && CLAIM.test(text));
  // An unanswered request may have mailed a code, which the next request makes useless.
  for (let requests = 0; requests < 3; requests++) {
    const before = new Set((await codes()).map(({ letterId }) => letterId));
    let id = "";
    await until(
      async () => {
        const asked = "mutation { requestGuestClaim { ... on CodeSent { id } } }";
        const { data }: Data = await actor.client.send(asked).catch(() => ({}));
        id = data?.requestGuestClaim?.id ?? "";
        return id !== "";
      },
      "a code is requested",
      REST_WITHIN_MS,
    );
    const isNew = ({ letterId }: CaughtMail) => !before.has(letterId);
    await until(async () => (await codes()).some(isNew), "the code is mailed", REST_WITHIN_MS);
    await certain({ id, code: WRONG_CODE });
    const [code] = CODE.exec((await codes()).findLast(isNew)!.text)!;
    if ((await certain({ id, code }))?.__typename !== "User") continue;
    world.history.claims.push(...orderIds.map((orderId) => ({ orderId, userId: buyer.id })));
    return;
  }
  throw new Error("The orders were never claimed.");
}

/** Asks for a copy of the data, and deletes the account: until an answer, or the end of the session, says that it is done. */
async function erase({ buyer }: Cast, orderId: string): Promise<void> {
  const { client } = buyer;
  const ask = (query: string, variables: Data = {}): Promise<Data> => client.send(query, variables).catch(() => ({}));
  const { data } = await ask(`query ($id: ID!) { order(id: $id) { tickets { id } } }`, { id: orderId });
  const named = `mutation ($id: ID!) { nameTicket(ticketId: $id, name: "Gone Tomorrow") { __typename } }`;
  for (const { id } of (data?.order?.tickets ?? []) as Data[]) await ask(named, { id });
  await until(
    async () => {
      await ask("mutation { requestDataExport { id } }");
      return (await ask("{ me { dataExport { path } } }")).data?.me?.dataExport?.path != null;
    },
    "the export is ready",
    REST_WITHIN_MS,
  );
  await until(
    async () => {
      const answer = await ask(`mutation ($p: String!) { erased: eraseAccount(password: $p) { __typename } }`, {
        p: PASSWORD,
      });
      return answer.data?.erased != null || answer.errors?.[0]?.extensions.code === "UNAUTHENTICATED";
    },
    "the account is erased",
    REST_WITHIN_MS,
  );
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

export const SWEPT = ["purchase", "refund", "expiry", "verification", "erasure", "claim"];

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
  erasure: {
    prepare: (cast) => purchase(cast),
    tell: (cast, orderId: string) => erase(cast, orderId),
  },
  claim: {
    prepare: (cast) => purchasesOfGuests(cast),
    tell: (cast, orderIds: string[]) => claim(cast, orderIds),
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
