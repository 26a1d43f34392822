// Exchanges of sold seats for free ones: decided once each, and counted right.
import { randomUUID } from "node:crypto";
import { silent } from "../../../testkit/notifier.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { NO_PRICING } from "../../../domain/pricing.ts";
import type { Offer } from "../../../domain/price-offers.ts";
import { setSeatsAside } from "../commands/block-seats.ts";
import { moveSeat } from "../commands/move-seat.ts";
import { ask, openEvent, openHall, planOf, runOut, seatsOf, type Hall } from "./hall.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall(2);
});
afterAll(() => hall.close());

/** Sells seats to a new order. */
async function sold(eventId: string, seatNos: number[], prices = new Map<number, string>()): Promise<string> {
  const orderId = randomUUID();
  const [engine] = hall.engines;
  const holdId = await ask(engine!, eventId, seatNos, prices.size > 0 ? { prices: { bySeat: prices } } : {});
  for (const verb of ["CONVERT", "SELL"] as const)
    await engine!.change({ eventId, holdId, verb, ...(verb === "CONVERT" && { orderId }) });
  return orderId;
}

const move = async (eventId: string, orderId: string, fromNo: number, toNo: number, moveId: string = randomUUID()) => {
  const database = hall.databases[toNo % 2]!;
  const { refusal, seat } = await moveSeat(database, silent, { moveId, eventId, orderId, fromNo, toNo });
  return refusal ?? seat.no;
};

/** Statuses of the seats by number. The counts of all tiers and the change log must agree with them. */
async function statuses(eventId: string): Promise<string[]> {
  const seats = await seatsOf(hall.database, eventId);
  const [counted] = await rows<Record<string, number>>(
    hall.database.read(),
    sql`select sum(available)::int as available, sum(held)::int as held, sum(sold)::int as sold, sum(blocked)::int as blocked
        from sale_tier where event_id = ${eventId}`,
  );
  const count = (status: string) => seats.filter((seat) => seat.status === status).length;
  expect(counted).toEqual({
    available: count("AVAILABLE"),
    held: count("HELD"),
    sold: count("SOLD"),
    blocked: count("BLOCKED"),
  });
  return seats.map(({ status }) => status);
}

test("a repeated exchange has its first answer, also after the seat went to others", async () => {
  const eventId = await openEvent(hall.database, planOf([4]));
  const orderId = await sold(eventId, [1]);
  const [first, back] = [randomUUID(), randomUUID()];
  expect(await move(eventId, orderId, 1, 2, first)).toBe(2);
  expect(await move(eventId, orderId, 2, 1, back)).toBe(1);
  await sold(eventId, [2]);
  expect(await move(eventId, orderId, 1, 2, first)).toBe(2);
  const refused = randomUUID();
  expect(await move(eventId, orderId, 1, 2, refused)).toBe("SEAT_TAKEN");
  expect(await statuses(eventId)).toEqual(["SOLD", "SOLD", "AVAILABLE", "AVAILABLE"]);
  const [log] = await rows<{ changes: number; seq: number }>(
    hall.database.read(),
    sql`select count(*)::int as changes, max(seq)::int as seq from seat_change where event_id = ${eventId}`,
  );
  expect(log!.changes).toBe(log!.seq);
});

test("of many exchanges for one seat at two processes one has it", async () => {
  const eventId = await openEvent(hall.database, planOf([30]));
  const orders = await Promise.all(Array.from({ length: 10 }, (_, index) => sold(eventId, [index + 1])));
  const decided = await Promise.all(
    orders.flatMap((orderId, index) => [20, 21].map((no) => move(eventId, orderId, index + 1, no))),
  );
  expect(decided.filter((one) => one === 20)).toHaveLength(1);
  expect(decided.filter((one) => one === 21)).toHaveLength(1);
  for (const one of decided) expect([20, 21, "SEAT_TAKEN", "SEAT_LOST"]).toContain(one);
  expect((await statuses(eventId)).filter((status) => status === "SOLD")).toHaveLength(10);
});

test("a released seat is not exchanged, and a release of the old seat takes nothing from its new owner", async () => {
  const eventId = await openEvent(hall.database, planOf([4]));
  const orderId = await sold(eventId, [1, 2]);
  const holdId = (await seatsOf(hall.database, eventId))[0]!.holdId!;
  expect(await move(eventId, orderId, 1, 3)).toBe(3);
  const other = await sold(eventId, [1]);
  await hall.engines[0]!.change({ eventId, holdId, verb: "RETURN", seatNos: [1, 2] });
  expect(await statuses(eventId)).toEqual(["SOLD", "AVAILABLE", "SOLD", "AVAILABLE"]);
  expect(await move(eventId, orderId, 2, 4)).toBe("SEAT_LOST");
  expect(await move(eventId, other, 3, 4)).toBe("SEAT_LOST");
  await hall.engines[0]!.change({ eventId, holdId, verb: "RETURN" });
  expect(await statuses(eventId)).toEqual(["SOLD", "AVAILABLE", "AVAILABLE", "AVAILABLE"]);
});

test("an expired hold loses the seat, an active one keeps it, and a seat of a channel goes back to it", async () => {
  const plan = planOf([6]);
  const eventId = await openEvent(hall.database, plan);
  const orderId = await sold(eventId, [1]);
  await ask(hall.engines[0]!, eventId, [3, 4]);
  expect(await move(eventId, orderId, 1, 3)).toBe("SEAT_TAKEN");
  await runOut(hall.database, eventId);
  expect(await move(eventId, orderId, 1, 3)).toBe(3);
  await hall.database.transaction((tx) => setSeatsAside(tx, silent, eventId, "Fans", [5, 6]));
  expect(await move(eventId, orderId, 3, 5)).toBe("SEAT_TAKEN");
  const [{ key }] = (await rows<{ key: string }>(
    hall.database.read(),
    sql`select key from sale_channel where event_id = ${eventId}`,
  )) as [{ key: string }];
  const holdId = await ask(hall.engines[0]!, eventId, [5], { channelKey: key });
  const ofChannel = randomUUID();
  await hall.engines[0]!.change({ eventId, holdId, verb: "CONVERT", orderId: ofChannel });
  await hall.engines[0]!.change({ eventId, holdId, verb: "SELL" });
  expect(await move(eventId, ofChannel, 5, 2)).toBe(2);
  const now = await statuses(eventId);
  expect([now[1], now[2], now[4]]).toEqual(["SOLD", "SOLD", "BLOCKED"]);
});

test("other tiers, unknown seats, places without numbers and events that are over are refused", async () => {
  const plan = planOf([2]);
  const [section] = plan.sections as [(typeof plan.sections)[number]];
  const other = { id: randomUUID(), name: "Box", price: 2_000 };
  const eventId = await openEvent(hall.database, {
    ...plan,
    tiers: [...plan.tiers, other],
    sections: [section, { ...section, id: randomUUID(), name: "Box", tierId: other.id }],
  });
  const orderId = await sold(eventId, [1]);
  expect(await move(eventId, orderId, 1, 3)).toBe("OTHER_PRICE");
  expect(await move(eventId, orderId, 1, 9)).toBe("NO_SUCH_SEAT");
  expect(await move(randomUUID(), orderId, 1, 2)).toBe("NO_SUCH_SEAT");
  await rows(
    hall.database.read(),
    sql`update sale set sales_end_at = date_trunc('milliseconds', app_now()) where event_id = ${eventId}`,
  );
  expect(await move(eventId, orderId, 1, 2)).toBe("EVENT_OVER");
});

const offer = (label: string, rest: Partial<Offer> = {}): Offer => ({
  label,
  isStandard: false,
  steps: [{ phase: null, endsAt: null, quantity: null, breakdown: { base: 500, lines: [], total: 500 } }],
  quantity: null,
  opensAt: null,
  closesAt: null,
  mostPerHold: null,
  onlyWith: [],
  mostForEach: null,
  needsCode: false,
  wheelchairPlacesOnly: false,
  ...rest,
});

test("a price for wheelchair places stays on them, and the price of a seat moves with it", async () => {
  const plan = planOf([6], {}, [[1, 2]]);
  const tierId = plan.tiers[0]!.id;
  const offers = [offer("Standard", { isStandard: true }), offer("Wheelchair", { wheelchairPlacesOnly: true })];
  const prices = { version: 1, pricing: NO_PRICING, tiers: [{ id: tierId, offers }] };
  const eventId = await openEvent(hall.database, { ...plan, prices });
  const orderId = await sold(eventId, [1, 4], new Map([[1, "Wheelchair"]]));
  expect(await move(eventId, orderId, 1, 5)).toBe("OTHER_PRICE");
  expect(await move(eventId, orderId, 1, 2)).toBe(2);
  expect(await move(eventId, orderId, 4, 1)).toBe(1);
  const priced = await rows<{ no: number; priceName: string | null }>(
    hall.database.read(),
    sql`select no, price_name from seats_of_holds(array(select id from hold where order_id = ${orderId}::uuid)) order by no`,
  );
  expect(priced).toEqual([
    { no: 1, priceName: null },
    { no: 2, priceName: "Wheelchair" },
  ]);
});
