// Signals about buyers, cards and networks, and their effect on the next assessment.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { consumeBatch } from "../../../platform/messaging/inbox.ts";
import type { MessageType } from "../../../platform/core/contracts.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { OrderEnded, OrderPaid } from "../../../schema/messages/orders.ts";
import { FraudWarned, PaymentDisputed, PaymentFailed } from "../../../schema/messages/payments.ts";
import { PromoCodesGuessed, PromoCodesGuessedFromNetwork } from "../../../schema/messages/seating.ts";
import { EmailVerified, UserErased, UserRegistered } from "../../../schema/messages/users.ts";
import { forgetFailures } from "../projections/failures.ts";

let risk: Alone;
beforeAll(async () => {
  risk = await startAlone("risk", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => risk.stop());

type Told = () => Promise<void>;

/** Each call creates a new message with the same body: the inbox accepts both, so the handler must be idempotent. */
function told<Body>(message: MessageType<Body>, body: Body): Told {
  return () => {
    const messageId = randomUUID();
    const envelope = { messageId, name: message.name, key: messageId, body, correlationId: null, seq: 1 };
    return consumeBatch(risk.running.database, risk.running.handlers, [envelope]);
  };
}

async function tellTwice(...messages: Told[]): Promise<void> {
  for (const tell of [...messages, ...messages]) await tell();
}

function paid(rest: { buyerId?: string; fingerprint?: string; network?: string; amount?: number } = {}) {
  const { buyerId = randomUUID(), fingerprint = randomUUID(), network, amount = 1_000 } = rest;
  const [orderId, paymentId] = [randomUUID(), randomUUID()];
  const of = { organizationId: randomUUID(), eventId: randomUUID(), currency: "EUR", seatCount: 1 };
  const card = { fingerprint, riskLevel: "normal" as const };
  return { orderId, tell: told(OrderPaid, { ...of, orderId, buyerId, paymentId, amount, card, network }) };
}

function declined(rest: { buyerId?: string; cardFingerprint?: string; network?: string }): Told {
  const ids = { paymentId: randomUUID(), orderId: randomUUID() };
  return told(PaymentFailed, { ...ids, failureCode: "card_declined", buyerId: randomUUID(), ...rest });
}

async function assessed(orderId: string) {
  const found = await row<{ score: number; reasons: { code: string }[]; reviewedAt: Date | null }>(
    risk.running.database.read(),
    sql`select score, reasons, reviewed_at from assessment where order_id = ${orderId}`,
  );
  return found!;
}

async function reasonsOf(order: ReturnType<typeof paid>): Promise<string[]> {
  await order.tell();
  return (await assessed(order.orderId)).reasons.map(({ code }) => code);
}

const repeat = async (times: number, make: () => Told) => {
  for (let time = 0; time < times; time++) await make()();
};

test("an order is assessed once, however often its payment is reported", async () => {
  const order = paid();
  await tellTwice(order.tell);
  const said = await rows(
    risk.running.database.read(),
    sql`select 1 from outbox where name = 'risk.OrderAssessed' and body ->> 'orderId' = ${order.orderId}`,
  );
  expect(said).toHaveLength(1);
});

test("an order of which one batch tells twice is assessed once, as its first message has it", async () => {
  const orderId = randomUUID();
  const of = { organizationId: randomUUID(), eventId: randomUUID(), buyerId: randomUUID(), currency: "EUR" };
  const heard = [1_000, 2_000].map((amount) => {
    const messageId = randomUUID();
    const card = { fingerprint: randomUUID(), riskLevel: "normal" };
    const body = { ...of, orderId, paymentId: randomUUID(), amount, seatCount: 1, card };
    return { messageId, name: OrderPaid.name, key: orderId, body, correlationId: null, seq: 1 };
  });
  await consumeBatch(risk.running.database, risk.running.handlers, heard);
  const read = risk.running.database.read();
  expect(await rows(read, sql`select amount from paid_order where order_id = ${orderId}`)).toEqual([{ amount: 1_000 }]);
  expect(await rows(read, sql`select 1 from assessment where order_id = ${orderId}`)).toHaveLength(1);
  expect(await rows(read, sql`select 1 from outbox where key = ${orderId}`)).toHaveLength(1);
});

test("nobody has to decide about an order that ended, be that heard before it was paid for", async () => {
  const [before, after] = [paid(), paid()];
  const ended = (orderId: string) => told(OrderEnded, { orderId, status: "EXPIRED" });
  await tellTwice(ended(before.orderId), before.tell);
  await tellTwice(after.tell, ended(after.orderId));
  for (const { orderId } of [before, after]) expect((await assessed(orderId)).reviewedAt).toBeInstanceOf(Date);
});

test("a dispute and a fraud warning count once each for the buyer's and the card's next order, also if heard before the order was", async () => {
  const [buyerId, fingerprint] = [randomUUID(), randomUUID()];
  const first = paid({ buyerId, fingerprint });
  const of = { paymentId: randomUUID(), orderId: first.orderId };
  await tellTwice(told(PaymentDisputed, { ...of, disputeId: randomUUID(), amount: 1_000 }), told(FraudWarned, of));
  await first.tell();
  for (const next of [paid({ buyerId }), paid({ fingerprint })]) {
    expect(await reasonsOf(next)).toEqual(["FRAUD_BEFORE", "DISPUTED_BEFORE"]);
    expect((await assessed(next.orderId)).score).toBe(100);
  }
});

test("whatever comes late or twice, the address that was verified last counts, and of an erased account none is kept", async () => {
  const permutations = <T>(of: T[]): T[][] =>
    of.length < 2
      ? [of]
      : of.flatMap((one, index) => permutations(of.toSpliced(index, 1)).map((rest) => [one, ...rest]));
  const domains = (userId: string) =>
    row(
      risk.running.database.read(),
      sql`select b.email_domain as registered, v.email_domain as counts from buyer b join verified_email v using (user_id) where user_id = ${userId}`,
    );
  for (const order of permutations([0, 1, 2, 3])) {
    const userId = randomUUID();
    const at = (day: number) => `2027-03-0${day}T12:00:00.000Z`;
    const messages = [
      told(UserRegistered, { userId, emailDomain: "first.example", registeredAt: at(1) }),
      told(EmailVerified, { userId, emailDomain: "second.example", verifiedAt: at(2) }),
      told(EmailVerified, { userId, emailDomain: "third.example", verifiedAt: at(3) }),
      told(UserErased, { userId }),
    ];
    const inOrder = order.map((index) => messages[index]!);
    await tellTwice(...inOrder.filter((tell) => tell !== messages[3]));
    expect(await domains(userId)).toMatchObject({ counts: "third.example" });
    await tellTwice(...inOrder);
    expect(await domains(userId)).toEqual({ registered: "", counts: "" });
  }
});

test("guessed promo codes are a reason for the buyer's next order, and one for each order from a network that guessed", async () => {
  const [buyerId, network] = [randomUUID(), randomUUID()];
  const of = { eventId: randomUUID(), wrongCodes: 10 };
  await tellTwice(
    told(PromoCodesGuessed, { ...of, guessId: randomUUID(), buyerId }),
    told(PromoCodesGuessedFromNetwork, { ...of, guessId: randomUUID(), network }),
  );
  const [ofBuyer, ofNetwork] = [paid({ buyerId }), paid({ network })];
  expect(await reasonsOf(ofBuyer)).toEqual(["CODES_GUESSED"]);
  expect((await assessed(ofBuyer.orderId)).score).toBe(25);
  expect(await reasonsOf(ofNetwork)).toEqual(["CODES_GUESSED_FROM_NETWORK"]);
  expect(await reasonsOf(paid({ network: randomUUID() }))).toEqual([]);
});

test("payments that were declined count once each, by buyer and by card", async () => {
  const [buyerId, cardFingerprint] = [randomUUID(), randomUUID()];
  await tellTwice(...Array.from({ length: 3 }, () => declined({ buyerId, cardFingerprint })));
  expect(await reasonsOf(paid({ buyerId }))).toEqual([]);
  await declined({ buyerId, cardFingerprint })();
  expect(await reasonsOf(paid({ buyerId }))).toEqual(["MANY_DECLINED"]);
  expect(await reasonsOf(paid({ fingerprint: cardFingerprint }))).toEqual(["MANY_DECLINED"]);
});

test("stolen cards that are tried with one account each are seen by their network, unless most payments from there succeed", async () => {
  const [network, other] = [randomUUID(), randomUUID()];
  await repeat(20, () => declined({ network }));
  expect(await reasonsOf(paid({ network }))).toEqual(["MANY_DECLINED_FROM_NETWORK"]);
  expect(await reasonsOf(paid({ network: other }))).toEqual([]);
  expect(await reasonsOf(paid())).toEqual([]);
  await repeat(25, () => paid({ network, amount: 0 }).tell);
  expect(await reasonsOf(paid({ network }))).toEqual(["MANY_DECLINED_FROM_NETWORK"]);
  await repeat(20, () => paid({ network }).tell);
  expect(await reasonsOf(paid({ network }))).toEqual([]);
});

test("declined payments and guesses count for a day, and then are deleted", async () => {
  const { database } = risk.running;
  const [buyerId, network] = [randomUUID(), randomUUID()];
  const guessed = { eventId: randomUUID(), wrongCodes: 10, guessId: randomUUID() };
  await repeat(20, () => declined({ buyerId, network }));
  await told(PromoCodesGuessed, { ...guessed, buyerId })();
  await told(PromoCodesGuessedFromNetwork, { ...guessed, network })();
  const left = async () => {
    const found = await row<{ n: number }>(
      database.read(),
      sql`select (select count(*) from declined_payment where buyer_id = ${buyerId})::int + (select count(*) from guessed_codes where buyer_id = ${buyerId})::int
                 + (select count(*) from guessing_network where network = ${network})::int as n`,
    );
    return found!.n;
  };
  await database.transaction(forgetFailures);
  expect(await left()).toBe(22);
  for (const table of [
    sql`update declined_payment set declined_at = declined_at - interval '1 day'`,
    sql`update guessed_codes set guessed_at = guessed_at - interval '1 day'`,
    sql`update guessing_network set guessed_at = guessed_at - interval '1 day'`,
  ])
    await rows(database.read(), table);
  expect(await reasonsOf(paid({ buyerId, network }))).toEqual([]);
  expect(await database.transaction(forgetFailures)).toBeGreaterThanOrEqual(22);
  expect(await left()).toBe(0);
});
