// Waiting lists against a model: random histories of people who join, leave, decline and buy, of seats that come back, and of strangers who try to
// take them.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { often } from "../../../testkit/repetitions.ts";
import { seedOfRun } from "../../../testkit/random.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { noteBought } from "../commands/end-offers.ts";
import { ask, openEvent, planOf, seatsOf } from "./hall.ts";
import { countsOf, makeListDue, openWaitedHall, refused, type WaitedHall } from "./waitlist-hall.ts";

const HISTORIES = often(60, 2_000);
const ROWS = [3, 2];
const SEATS = 5;

type Step =
  | { kind: "join"; quantity: number; fewer: number; together: boolean }
  | { kind: "leave" | "decline" | "buy" | "runOut"; which: number }
  | { kind: "take" | "give"; seat: number }
  | { kind: "set"; state: "OPEN" | "CLOSED" }
  | { kind: "look" };

const seat = fc.integer({ min: 1, max: SEATS });
const which = fc.nat({ max: 7 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("join" as const),
      quantity: fc.integer({ min: 1, max: 3 }),
      fewer: fc.nat({ max: 2 }),
      together: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom("take" as const, "give" as const), seat }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("leave" as const, "decline" as const, "buy" as const, "runOut" as const),
      which,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("set" as const),
      state: fc.constantFrom("OPEN" as const, "CLOSED" as const),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: "look" as const }) },
);

interface Entry {
  id: string;
  userId: string;
  no: number;
  state: string;
  quantity: number;
  atLeast: number;
  holdId: string | null;
  heldBackSince: Date | null;
}

let scene: WaitedHall;
beforeAll(async () => {
  scene = await openWaitedHall();
});
afterAll(() => scene.hall.close());

const entriesOf = (eventId: string): Promise<Entry[]> =>
  rows(
    scene.database.read(),
    sql`select id, user_id, no::int, state, quantity, at_least, hold_id, held_back_since from waitlist_entry where event_id = ${eventId} order by no`,
  );

/** What must hold after each step. */
async function checkAlways(eventId: string): Promise<void> {
  const { stored, counted } = await countsOf(scene.database, eventId);
  expect(stored).toEqual(counted);
  expect(Object.values(stored).reduce((sum, n) => sum + n, 0)).toBe(SEATS);
  const open = await rows<{ n: number }>(
    scene.database.read(),
    sql`select count(*)::int as n from waitlist_entry e join hold h on h.id = e.hold_id join seat on seat.hold_id = h.id
        where e.event_id = ${eventId} and e.state = 'OFFERED' and seat.status = 'HELD' group by seat.no having count(*) > 1`,
  );
  expect(open).toEqual([]);
}

/** What must hold once the list has been looked after. @param before entries before that */
async function checkLooked(eventId: string, isOpen: boolean, holdBack: boolean, before: Entry[]): Promise<void> {
  const seats = await seatsOf(scene.database, eventId);
  const pool = seats.filter(({ status }) => status === "BLOCKED");
  const now = await entriesOf(eventId);
  const waiting = now.filter(({ state }) => state === "WAITING");
  const singles = waiting.filter(({ atLeast }) => atLeast === 1);
  if (!isOpen || !holdBack || waiting.every(({ atLeast }) => atLeast === 1)) expect(pool).toEqual([]);
  // Seats are kept for a group that joined before, and for no other.
  if (pool.length > 0 && singles.length > 0) expect(waiting[0]!.atLeast).toBeGreaterThan(1);
  const waited = before.filter(
    ({ state, atLeast, quantity }) => state === "WAITING" && atLeast === 1 && quantity === 1,
  );
  const stateNow = new Map(now.map(({ id, state }) => [id, state]));
  const got = waited.map(({ id }) => stateNow.get(id) === "OFFERED");
  // Of those who want the same, nobody is served before another.
  expect(got).toEqual(got.toSorted((a, b) => Number(b) - Number(a)));
  for (const { state, holdId, quantity, atLeast } of now) {
    if (state !== "OFFERED") continue;
    const held = seats.filter((one) => one.holdId === holdId);
    expect(held.length).toBeGreaterThanOrEqual(atLeast);
    expect(held.length).toBeLessThanOrEqual(quantity);
  }
}

async function play(steps: Step[], holdBackSeconds: number): Promise<void> {
  const { database, engine, list } = scene;
  const eventId = await openEvent(database, planOf(ROWS));
  const holds = new Map<number, string>();
  for (let no = 1; no <= SEATS; no++) holds.set(no, await ask(engine, eventId, [no]));
  await list.set(eventId, { holdBackSeconds });
  let isOpen = true;
  const pick = <Of>(all: Of[], index: number): Of | undefined => all[index % Math.max(1, all.length)];
  const offers = async () => (await entriesOf(eventId)).filter(({ state }) => state === "OFFERED");
  for (const one of steps) {
    switch (one.kind) {
      case "join": {
        const atLeast = Math.max(1, one.quantity - one.fewer);
        const joining = list.join(eventId, { quantity: one.quantity, atLeast, together: one.together });
        expect(await refused(joining)).toBe(isOpen ? "none" : "WaitlistNotOpen");
        break;
      }
      case "leave": {
        const entry = pick(await entriesOf(eventId), one.which);
        if (entry) await list.leave(entry.id, entry.userId);
        break;
      }
      case "decline": {
        const offer = pick(await offers(), one.which);
        if (offer) await engine.change({ eventId, holdId: offer.holdId!, verb: "RELEASE" });
        break;
      }
      case "runOut": {
        const offer = pick(await offers(), one.which);
        if (!offer) break;
        await rows(
          database.read(),
          sql`update hold set expires_at = app_now() - interval '1 s' where id = ${offer.holdId} and status = 'ACTIVE'`,
        );
        await rows(
          database.read(),
          sql`update seat set held_until = app_now() - interval '1 s' where hold_id = ${offer.holdId} and held_until is not null`,
        );
        await makeListDue(database, eventId);
        break;
      }
      case "buy": {
        const offer = pick(await offers(), one.which);
        const orderId = randomUUID();
        if (
          !offer ||
          (await engine.change({ eventId, holdId: offer.holdId!, verb: "CONVERT", orderId })) !== "CONVERTED"
        )
          break;
        await engine.change({ eventId, holdId: offer.holdId!, verb: "SELL" });
        await database.transaction((tx) => noteBought(tx, [orderId]));
        expect((await entriesOf(eventId)).find(({ id }) => id === offer.id)!.state).toBe("BOUGHT");
        break;
      }
      case "take": {
        const now = (await seatsOf(database, eventId))[one.seat - 1]!;
        const taken = await ask(engine, eventId, [one.seat]);
        // Only what is on sale can be taken: never a seat of the list, also one whose hold has run out.
        if (now.status === "AVAILABLE") holds.set(one.seat, taken);
        if (now.status === "BLOCKED" || now.channelNo !== null) expect(taken).toBe("SeatsUnavailable");
        break;
      }
      case "give":
        await engine.change({ eventId, holdId: holds.get(one.seat)!, verb: "RELEASE" });
        break;
      case "set":
        await list.set(eventId, { state: one.state });
        isOpen = one.state === "OPEN";
        break;
      case "look": {
        const before = await entriesOf(eventId);
        await list.look();
        await checkLooked(eventId, isOpen, holdBackSeconds > 0, before);
        break;
      }
    }
    await checkAlways(eventId);
  }
}

test(`${HISTORIES} histories of waiting lists are as the model says`, async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.constantFrom(0, 3_600), play);
  await fc.assert(property, { seed: seedOfRun(), numRuns: HISTORIES });
}, 3_600_000);
