// Geometry of halls at seating: what is known of each seat, and the best seats near the focal point.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { SaleHall, SeatPlan } from "../../../domain/seat-plan.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { planOf } from "./hall.ts";

let seating: Alone;
beforeAll(async () => {
  seating = await startAlone("seating");
});
afterAll(() => seating.stop());

const SECTION = { rank: null, points: null, companion: [], obstructed: [], notes: [] };

/** Ten rows of twenty seats as a grid of a metre, its first row at y = 300. */
function grid(hall: Partial<SaleHall["sections"][number]>, focalPoint: SaleHall["focalPoint"]): SeatPlan {
  const plan = planOf(Array.from({ length: 10 }, () => 20));
  const seats = Array.from({ length: 200 }, (_, index) => index);
  const points = {
    x: seats.map((index) => (index % 20) * 100 - 950),
    y: seats.map((index) => 300 + Math.floor(index / 20) * 100),
  };
  return { ...plan, hall: { focalPoint, sections: [{ ...SECTION, points, ...hall }] } };
}

async function open(plan: SeatPlan): Promise<string> {
  await seating.asService("catalog", `mutation ($plan: SeatPlanInput!) { openSale(plan: $plan) }`, { plan });
  return plan.eventId;
}

const FIELDS = "id row number block position { x y isComputed } companion obstructed viewNote";

async function seatsOf(eventId: string, args = "first: 500"): Promise<Data[]> {
  const { data, errors } = await seating.as(
    null,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Event { seats(${args}) { nodes { ${FIELDS} } } } } }`,
    { r: [{ __typename: "Event", id: eventId }] },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data._entities[0].seats.nodes as Data[];
}

async function best(eventId: string, quantity: number, rest: Record<string, unknown> = {}): Promise<number[]> {
  const input = { eventId, quantity, idempotencyKey: randomUUID(), ...rest };
  const { data, errors } = await seating.as(
    { userId: randomUUID(), verified: true },
    `mutation ($input: HoldBestAvailableInput!) { hold: holdBestAvailable(input: $input) { __typename ... on Hold { seats { id } } } }`,
    { input },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return ((data.hold.seats ?? []) as Data[]).map(({ id }) => Number(String(id).split(".")[1]));
}

test("a seat says where it stands and what is seen from it, in lists, by reference and in holds", async () => {
  const plan = grid({ companion: [2], obstructed: [3, 200], notes: [{ seats: [200], text: "Behind a pillar" }] }, null);
  const eventId = await open(plan);
  const seats = await seatsOf(eventId);
  expect(seats[0]).toMatchObject({
    position: { x: -950, y: 300, isComputed: false },
    block: 0,
    companion: false,
    obstructed: false,
    viewNote: null,
  });
  expect(seats[1]).toMatchObject({ companion: true, obstructed: false });
  expect(seats[2]).toMatchObject({ companion: false, obstructed: true, viewNote: null });
  expect(seats[199]).toMatchObject({ position: { x: 950, y: 1_200 }, obstructed: true, viewNote: "Behind a pillar" });
  const { data } = await seating.as(
    null,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Seat { ${FIELDS} } } }`,
    {
      r: [{ __typename: "Seat", id: `${eventId}.200` }],
    },
  );
  expect(data._entities).toEqual([seats[199]]);
  expect(await seatsOf(eventId, `section: "${plan.sections[0]!.id}", first: 500`)).toEqual(seats);
});

test("seats of a hall without geometry get computed positions, and places on a floor none", async () => {
  const plan = planOf([3, 2]);
  plan.sections[0]!.rows![0]!.aislesAfter = [2];
  const floor = { id: randomUUID(), name: "Floor", tierId: plan.tiers[0]!.id, capacity: 1 };
  const eventId = await open({ ...plan, sections: [floor, ...plan.sections] });
  const seats = await seatsOf(eventId);
  expect(
    seats.map(({ position, block }) => [position && [position.x, position.y, position.isComputed], block]),
  ).toEqual([
    [null, null],
    [[-85, 200, true], 0],
    [[-35, 200, true], 0],
    [[85, 200, true], 1],
    [[-25, 290, true], 0],
    [[25, 290, true], 0],
  ]);
});

test("the best seats are near the focal point, for one buyer after the other and for all at once", async () => {
  const eventId = await open(grid({}, { x: 0, y: 800 }));
  // Row 6 is at y = 800, its middle seats are 110 and 111.
  expect(await best(eventId, 2)).toEqual([110, 111]);
  const others = await Promise.all(Array.from({ length: 12 }, () => best(eventId, 2)));
  const taken = others.flat();
  expect(new Set(taken).size).toBe(24);
  const away = (no: number) => Math.hypot(((no - 1) % 20) * 100 - 950, 300 + Math.floor((no - 1) / 20) * 100 - 800);
  expect(Math.max(...taken.map(away))).toBeLessThan(500);
});

test("an obstructed seat is offered last, and the section with the better rank first", async () => {
  const plan = grid({ rank: 2 }, { x: 0, y: 0 });
  const second = { ...plan.sections[0]!, id: randomUUID(), name: "Circle", rows: plan.sections[0]!.rows!.slice(0, 1) };
  const circle = { ...SECTION, rank: 1, obstructed: Array.from({ length: 18 }, (_, index) => index + 1) };
  const hall = { ...plan.hall!, sections: [...plan.hall!.sections, circle] };
  const eventId = await open({ ...plan, sections: [...plan.sections, second], hall });
  expect(await best(eventId, 2)).toEqual([219, 220]);
  expect(await best(eventId, 2)).toEqual([10, 11]);
});

test("without ranks, geometry and views the middle of the front row is best, as ever", async () => {
  const eventId = await open(planOf(Array.from({ length: 10 }, () => 20)));
  expect(await best(eventId, 2)).toEqual([10, 11]);
  expect(await best(eventId, 4)).toEqual([6, 7, 8, 9]);
  const stored = await row(seating.running.database.read(), sql`select 1 from sale_hall where event_id = ${eventId}`);
  expect(stored).toBeUndefined();
});

test("a plan whose hall does not have each of its seats is refused", async () => {
  const plan = grid({}, null);
  plan.hall!.sections[0]!.points!.x.pop();
  await expect(open(plan)).rejects.toThrow("must have each seat of the plan");
});
