// Random histories of prices and quotas, with requests at two processes at once, equal a sequential model.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { seedOfRun } from "../../../testkit/random.ts";
import { often } from "../../../testkit/repetitions.ts";
import { DomainError } from "../../../platform/core/errors.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { NO_PRICING } from "../../../domain/pricing.ts";
import type { Offer } from "../../../domain/price-offers.ts";
import { choosePrices } from "../commands/choose-prices.ts";
import { applyPromoCode, createPromoCode } from "../commands/promo-codes.ts";
import { createPromoCodeInput } from "../inputs.ts";
import { notePrices } from "../projections/prices.ts";
import { pricesOfHolds } from "../queries/prices.ts";
import { openEvent, openHall, planOf, seatsOf, type Hall } from "./hall.ts";
import { copyOf, decide, shown, totalOf, type PriceModel, type PriceRequest } from "./price-model.ts";
import { priceHistory, SEATS, type PriceStep } from "./price-steps.ts";

const HISTORIES = often(400, 10_000);
const WITHIN_MS = often(1_200_000, 7_200_000);
const seed = seedOfRun();
const CODE = "MEMBERS";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall(2);
});
afterAll(() => hall.close());

interface Sale {
  eventId: string;
  tierId: string;
  version: number;
}

const pricesOf = ({ tierId, version }: Sale, offers: Offer[]) => ({
  version,
  pricing: NO_PRICING,
  tiers: [{ id: tierId, offers }],
});

async function open(offers: Offer[], maxWithCode: number): Promise<Sale> {
  const plan = planOf([SEATS], { maxSeatsPerBuyer: 50 }, [[1]]);
  const sale = { eventId: plan.eventId, tierId: plan.tiers[0]!.id, version: 1 };
  await openEvent(hall.database, { ...plan, prices: pricesOf(sale, offers) });
  const input = createPromoCodeInput.parse({
    ...{ eventId: plan.eventId, code: CODE, discountPercent: 10, opensPrices: ["Member"], maxTickets: maxWithCode },
    idempotencyKey: randomUUID(),
  });
  await hall.database.transaction((tx) => createPromoCode(tx, randomUUID(), input));
  return sale;
}

/** Sends a request to one of two engines. @returns the verdict, and the hold with its total */
async function ask(
  sale: Sale,
  request: PriceRequest,
  process: number,
): Promise<{ verdict: string; holdId?: string; total?: number }> {
  const { eventId } = sale;
  const engine = hall.engines[process]!;
  try {
    switch (request.kind) {
      case "hold": {
        const { seatNos, labels, hasCode, expected } = request;
        const chosen = seatNos.flatMap((no, index) =>
          labels[index] == null ? [] : [[no, labels[index]] as [number, string]],
        );
        const { holdId, made } = await engine.hold({
          ...{ eventId, buyerId: randomUUID(), mutation: "holdSeats", key: randomUUID(), input: request },
          ...{ selection: { seatNos }, prices: { bySeat: new Map(chosen) }, expectedTotal: expected },
          promoCode: hasCode ? CODE : null,
        });
        return { verdict: "HELD", holdId, total: made!.total };
      }
      case "change": {
        await hall.database.transaction((tx) => notePrices(tx, { eventId, ...pricesOf(sale, request.offers) }));
        return { verdict: "DONE" };
      }
      case "code": {
        const code = request.hasCode ? CODE : null;
        await hall.database.transaction((tx) => applyPromoCode(tx, { eventId, holdId: request.holdId, code }));
        return { verdict: "DONE" };
      }
      case "choose": {
        const { holdId, seatNos, labels, expected: expectedTotal } = request;
        const prices = new Map(seatNos.flatMap((no, index) => (labels[index] == null ? [] : [[no, labels[index]]])));
        await hall.database.transaction((tx) => choosePrices(tx, { eventId, holdId, prices, expectedTotal }));
        return { verdict: "DONE" };
      }
      default: {
        const verb = { release: "RELEASE", convert: "CONVERT", return: "RETURN" } as const;
        const orderId = request.kind === "convert" ? { orderId: request.holdId } : {};
        return {
          verdict: await engine.change({ eventId, holdId: request.holdId, verb: verb[request.kind], ...orderId }),
        };
      }
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const reason = error.details.reason ?? error.details.refusal;
    return { verdict: typeof reason === "string" ? `${error.typename} ${reason}` : error.typename };
  }
}

/** Requests of a wave. Returns of what is no order, and changes after the first, are left out. */
function requestsOf(steps: PriceStep[], model: PriceModel): PriceRequest[] {
  const ids = Object.keys(model.holds);
  let changes = 0;
  return steps.flatMap((step): PriceRequest[] => {
    if (step.kind === "run out") return [];
    if (step.kind === "change") return changes++ > 0 ? [] : [step];
    if (step.kind === "hold") {
      const seats = step.seats.toSorted((a, b) => a.no - b.no);
      const [seatNos, labels] = [seats.map(({ no }) => no), seats.map((seat) => seat.label)];
      const expected = step.expects ? (shown(model, seatNos, labels, step.hasCode) ?? null) : null;
      return [{ kind: "hold", holdId: "", seatNos, labels, hasCode: step.hasCode, expected }];
    }
    const holdId = ids[step.hold % ids.length];
    if (holdId === undefined || (step.kind === "return" && model.holds[holdId]!.status !== "CONVERTED")) return [];
    if (step.kind === "choose") {
      const { seatNos, ...hold } = model.holds[holdId]!;
      return [{ kind: "choose", holdId, seatNos, labels: step.labels, expected: step.expects ? totalOf(hold) : null }];
    }
    return [step.kind === "code" ? { kind: "code", holdId, hasCode: step.hasCode } : { kind: step.kind, holdId }];
  });
}

async function runOut({ eventId }: Sale, models: PriceModel[], holdId: string): Promise<void> {
  const active = models.map(({ holds }) => holds[holdId]).filter((hold) => hold?.status === "ACTIVE");
  if (active.length === 0) return;
  for (const hold of active) hold!.runOut = true;
  const em = hall.database.read();
  await rows(em, sql`update hold set expires_at = app_now() - interval '1 s' where id = ${holdId}`);
  await rows(
    em,
    sql`update seat set held_until = app_now() - interval '1 s' where event_id = ${eventId} and hold_id = ${holdId}`,
  );
}

/** On a busy machine a count may seem slow, and the next one would wait. */
async function countAtOnce({ eventId }: Sale): Promise<void> {
  const em = hall.database.read();
  await rows(em, sql`update sale_price_bound set count_ms = 0 where event_id = ${eventId}`);
  await rows(em, sql`update promo_code set count_ms = 0 where event_id = ${eventId}`);
}

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

interface Found {
  holders: (string | null)[];
  /** Total and seats of each hold, as its buyer is charged. */
  charges: Record<string, { total: number; seats: { label: string; amount: number }[] }>;
}

async function look({ eventId }: Sale): Promise<Found> {
  const em = hall.database.read();
  const holds = await rows<{ id: string; total: number }>(
    em,
    sql`select id, total from hold where event_id = ${eventId}`,
  );
  const paid = await pricesOfHolds(
    hall.database,
    holds.map(({ id }) => id),
  );
  const seatsAt = (id: string) =>
    paid
      .filter(({ holdId }) => holdId === id)
      .map((seat) => ({ label: seat.priceName!, amount: seat.breakdown.total }));
  return {
    holders: (await seatsOf(hall.database, eventId)).map(({ holdId }) => holdId),
    charges: Object.fromEntries(holds.map(({ id, total }) => [id, { total, seats: seatsAt(id) }])),
  };
}

const chargesOf = (model: PriceModel): Found["charges"] =>
  Object.fromEntries(
    Object.entries(model.holds).map(([id, hold]) => {
      const seats = hold.prices.map((price) => ({
        label: price.label,
        amount: totalOf({ prices: [price], hasCode: hold.hasCode }),
      }));
      return [id, { total: totalOf(hold), seats }];
    }),
  );

type Answer = Awaited<ReturnType<typeof ask>>;

/** The models after the wave, of the orders that explain the answers. */
function explain(model: PriceModel, asked: PriceRequest[], answers: Answer[], found: Found): PriceModel[] {
  return permutations(asked.map((_, index) => index))
    .map((order) => {
      const trial = copyOf(model);
      const fits = order.every((index) => {
        const { verdict, holdId } = answers[index]!;
        const request = asked[index]!;
        const named = request.kind === "hold" ? { ...request, holdId: holdId ?? "refused" } : request;
        return decide(trial, named) === verdict;
      });
      return { trial, fits };
    })
    .filter(
      ({ trial, fits }) =>
        fits &&
        JSON.stringify(sorted(chargesOf(trial))) === JSON.stringify(sorted(found.charges)) &&
        trial.seats.every((holder, index) => holder === found.holders[index]),
    )
    .map(({ trial }) => trial);
}

/** Two orders may charge the same and differ in the phase of a ticket, which later prices tell. So all that are possible are kept. */
const different = (models: PriceModel[]) => [...new Map(models.map((model) => [keyOf(model), model])).values()];
const keyOf = ({ holds, ...rest }: PriceModel) => JSON.stringify([rest, sorted(holds)]);

const sorted = (byHold: Record<string, unknown>) => Object.entries(byHold).sort(([a], [b]) => (a < b ? -1 : 1));

async function follow({ offers, maxWithCode, waves }: typeof priceHistory extends fc.Arbitrary<infer Of> ? Of : never) {
  const sale = await open(offers, maxWithCode);
  const seats = Array.from({ length: SEATS }, () => null);
  let models: PriceModel[] = [{ offers, maxWithCode, seats, holds: {}, now: new Date().toISOString() }];
  for (const steps of waves) {
    const [first] = models as [PriceModel];
    const ids = Object.keys(first.holds);
    for (const step of steps)
      if (step.kind === "run out" && ids.length > 0) await runOut(sale, models, ids[step.hold % ids.length]!);
    const asked = requestsOf(steps, first);
    sale.version++;
    await countAtOnce(sale);
    const answers = await Promise.all(asked.map((request, index) => ask(sale, request, index % 2)));
    const found = await look(sale);
    const explained = different(models.flatMap((model) => explain(model, asked, answers, found)));
    if (explained.length === 0)
      throw new Error(`No order explains ${JSON.stringify({ models, asked, answers, found })}`);
    for (const model of explained)
      for (const { total, holdId } of answers) if (holdId) expect(total).toBe(totalOf(model.holds[holdId]!));
    models = explained;
  }
}

test(
  "whatever prices and quotas there are and become, buyers pay what the model says, and no quota is passed",
  async () => {
    const property = fc.asyncProperty(priceHistory, follow);
    await Promise.all(
      Array.from({ length: 4 }, (_, part) => fc.assert(property, { seed: seed + part, numRuns: HISTORIES / 4 })),
    );
  },
  WITHIN_MS,
);
