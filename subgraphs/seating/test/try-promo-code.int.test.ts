// Promo codes can't be guessed by trying.
import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import { DomainError } from "../../../platform/core/errors.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { PromoCodesGuessed, PromoCodesGuessedFromNetwork } from "../../../schema/messages/seating.ts";
import { holdSeats, type Buyer } from "../commands/hold-seats.ts";
import { createPromoCode } from "../commands/promo-codes.ts";
import { forgetTries, MOST_WRONG, tryPromoCode } from "../commands/try-promo-code.ts";
import { createPromoCodeInput } from "../inputs.ts";
import { lockSale } from "../engine/sale.ts";
import { seatId } from "../entities/seat.ts";
import { openEvent, openHall, planOf, type Hall } from "./hall.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall(2);
});
afterAll(() => hall.close());

async function newEvent(): Promise<string> {
  const eventId = await openEvent(hall.database, planOf([20]));
  const input = createPromoCodeInput.parse({ eventId, code: "FANS", discountRate: 10_000, idempotencyKey: "k" });
  await hall.database.transaction((tx) => createPromoCode(tx, randomUUID(), input));
  return eventId;
}

async function answerOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "taken";
  } catch (error) {
    if (error instanceof DomainError) return `${error.typename} ${String(error.details.reason)}`;
    if (error instanceof GraphQLError) return String(error.extensions.code);
    throw error;
  }
}

interface Given {
  eventId: string;
  buyerId?: string;
  network?: string | undefined;
}

const give = ({ eventId, buyerId = randomUUID(), network }: Given, code: string, process = 0) =>
  answerOf(tryPromoCode(hall.databases[process]!, { eventId, buyerId, network, code }));
const guesses = (given: () => Given, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => give(given(), `GUESS${index}`, index % 2)));
const WRONG = "PromoCodeNotUsable UNKNOWN";
const wrongOnes = (answers: string[]) => answers.filter((answer) => answer === WRONG).length;
const told = (eventId: string, name = PromoCodesGuessed.name) =>
  rows<{ body: object }>(
    hall.database.read(),
    sql`select body from outbox where name = ${name} and body ->> 'eventId' = ${eventId}`,
  );

test("of a hundred concurrent wrong codes at two processes ten are judged; then the right code is refused too, and risk gets one message", async () => {
  const [eventId, buyerId] = [await newEvent(), randomUUID()];
  const answers = await guesses(() => ({ eventId, buyerId }), 100);
  expect(wrongOnes(answers)).toBe(MOST_WRONG.buyer);
  expect(answers.filter((answer) => answer === "RATE_LIMITED")).toHaveLength(100 - MOST_WRONG.buyer);
  expect(await give({ eventId, buyerId }, "FANS")).toBe("RATE_LIMITED");
  expect((await told(eventId)).map(({ body }) => body)).toEqual([
    expect.objectContaining({ buyerId, wrongCodes: MOST_WRONG.buyer }),
  ]);
});

test("other buyers and other events are not limited, and an hour later nobody is", async () => {
  const [eventId, other, buyerId] = [await newEvent(), await newEvent(), randomUUID()];
  await guesses(() => ({ eventId, buyerId }), MOST_WRONG.buyer);
  expect(await give({ eventId }, "FANS")).toBe("taken");
  expect(await give({ eventId: other, buyerId }, "FANS")).toBe("taken");
  const limited = tryPromoCode(hall.database, { eventId, buyerId, network: undefined, code: "FANS" });
  const error = await limited.catch((thrown: unknown) => thrown as GraphQLError);
  expect((error as GraphQLError).extensions.retryAfterSeconds).toBeGreaterThan(3_500);
  expect((error as GraphQLError).extensions.retryAfterSeconds).toBeLessThanOrEqual(3_600);
  await rows(
    hall.database.read(),
    sql`update code_try set since = since - interval '1 hour' where event_id = ${eventId}`,
  );
  expect(wrongOnes(await guesses(() => ({ eventId, buyerId }), 20))).toBe(MOST_WRONG.buyer);
});

test("accounts of one network share its limit, and risk gets one message; without a known network each buyer counts alone", async () => {
  const [eventId, network] = [await newEvent(), randomUUID()];
  expect(wrongOnes(await guesses(() => ({ eventId, network }), 100))).toBe(MOST_WRONG.network);
  expect(await told(eventId, PromoCodesGuessedFromNetwork.name)).toEqual([
    { body: { guessId: expect.any(String), network, eventId, wrongCodes: MOST_WRONG.network } },
  ]);
  expect(await give({ eventId, network }, "FANS")).toBe("RATE_LIMITED");
  expect(await give({ eventId, network: randomUUID() }, "FANS")).toBe("taken");
  expect(wrongOnes(await guesses(() => ({ eventId }), 100))).toBe(100);
});

test("right codes are never counted, and tries are deleted after an hour", async () => {
  const [eventId, buyerId] = [await newEvent(), randomUUID()];
  for (let time = 0; time < 2 * MOST_WRONG.buyer; time++)
    expect(await give({ eventId, buyerId }, "FANS")).toBe("taken");
  expect(await told(eventId)).toEqual([]);
  const own = () => rows(hall.database.read(), sql`select 1 from code_try where event_id = ${eventId}`);
  await hall.database.transaction((tx) => forgetTries(tx));
  expect(await own()).toHaveLength(1);
  await rows(
    hall.database.read(),
    sql`update code_try set since = since - interval '1 hour' where event_id = ${eventId}`,
  );
  await hall.database.transaction((tx) => forgetTries(tx));
  expect(await own()).toEqual([]);
});

test("a wrong code in a request for seats counts once for each idempotency key, and does not wait for the lock of the sale", async () => {
  const [eventId, buyerId] = [await newEvent(), randomUUID()];
  const buyer: Buyer = { userId: buyerId, network: undefined, unverified: undefined };
  const hold = (no: number, promoCode: string, idempotencyKey: string) =>
    answerOf(
      holdSeats(hall.database, hall.engines[0]!, buyer, {
        eventId,
        seatIds: [seatId({ eventId, no })],
        promoCode,
        idempotencyKey,
      }),
    );
  expect(await hold(1, "FANS", "right")).toBe("taken");
  await hall.databases[1]!.transaction(async (tx) => {
    await lockSale(tx, eventId);
    for (let no = 1; no <= MOST_WRONG.buyer; no++) expect(await hold(no, `GUESS${no}`, `key ${no}`)).toBe(WRONG);
    expect(await hold(11, "ANOTHER", "key 11")).toBe("RATE_LIMITED");
  });
  expect(await hold(1, "GUESS1", "key 1")).toBe(WRONG);
  expect(await hold(1, "FANS", "right")).toBe("taken");
  expect(await hold(2, "FANS", "new")).toBe("RATE_LIMITED");
});

test("while sales are paused, wrong codes for a hold count, and a request for seats reveals nothing about a code", async () => {
  const [eventId, buyerId] = [await newEvent(), randomUUID()];
  await rows(hall.database.read(), sql`update sale set state = 'PAUSED' where event_id = ${eventId}`);
  expect(wrongOnes(await guesses(() => ({ eventId, buyerId }), 20))).toBe(MOST_WRONG.buyer);
  const buyer: Buyer = { userId: randomUUID(), network: undefined, unverified: undefined };
  const asked = { eventId, seatIds: [seatId({ eventId, no: 1 })], promoCode: "GUESS", idempotencyKey: "k" };
  expect(await answerOf(holdSeats(hall.database, hall.engines[0]!, buyer, asked))).toBe("EventNotOnSale undefined");
});
