// Random histories of packages, plain holds and orders that compete for the same seats.
import { randomUUID } from "node:crypto";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Data } from "../../../local/client.ts";
import { createRandom, seedOfRun } from "../../../testkit/random.ts";
import { counts, hold, openEvent, seating, startSeating, stopSeating } from "./front-door.ts";
import { change, convert, convertOne, create, holdPackage, idsOf } from "./packages.ts";

beforeAll(startSeating);
afterAll(stopSeating);

test("random histories: holds of a package share their fate, and no limit is passed", async () => {
  const random = createRandom(seedOfRun());
  const events = await Promise.all(Array.from({ length: 4 }, () => openEvent(12)));
  const { id } = await create(events, { eventsToChoose: 3, maxSeats: 6 });
  const buyers = Array.from({ length: 8 }, () => randomUUID());
  const groups: { buyerId: string; ids: string[] }[] = [];
  const steps: (() => Promise<unknown>)[] = [
    async () => {
      const buyerId = random.pick(buyers);
      const chosen = [...events].sort(() => random.below(3) - 1).slice(0, 3);
      const count = 1 + random.below(2);
      const seats = chosen.map(({ eventId }) =>
        random.below(2) === 0
          ? { eventId, quantity: count }
          : {
              eventId,
              seatIds: Array.from({ length: count }, (_, n) => `${eventId}.${1 + ((random.below(11) + n) % 12)}`),
            },
      );
      const unique = seats.map((part) => ("seatIds" in part ? { ...part, seatIds: [...new Set(part.seatIds)] } : part));
      const sizes = new Set(unique.map((part) => ("seatIds" in part ? part.seatIds!.length : part.quantity)));
      if (sizes.size > 1) return;
      const held = await holdPackage(buyerId, id, unique);
      if (held.__typename === "HeldPackage") groups.push({ buyerId, ids: idsOf(held) });
    },
    async () => {
      const { eventId, seatIds } = random.pick(events);
      await hold(random.pick(buyers), eventId, [random.pick(seatIds)]);
    },
    ...(["releaseHold", "extendHold"] as const).map((verb) => async () => {
      if (groups.length === 0) return;
      const { buyerId, ids } = random.pick(groups);
      await change(buyerId, verb, random.pick(ids));
    }),
    async () => {
      if (groups.length === 0) return;
      const { buyerId, ids } = random.pick(groups);
      await convert(buyerId, random.below(2) === 0 ? ids : ids.slice(1));
    },
    async () => {
      if (groups.length === 0) return;
      const { buyerId, ids } = random.pick(groups);
      await convertOne(buyerId, random.pick(ids));
    },
  ];
  for (let round = 0; round < 25; round++) await Promise.all(Array.from({ length: 8 }, () => random.pick(steps)()));
  const broken = await rows(
    seating.running.database.read(),
    sql`select package_group from hold where package_group is not null group by package_group
        having count(distinct status) > 1 or count(distinct order_id) > 1 or count(order_id) not in (0, 3) or count(*) <> 3
          or count(distinct expires_at) filter (where status = 'ACTIVE') > 1 or count(distinct cardinality(seat_nos)) > 1`,
  );
  expect(broken).toEqual([]);
  const used = await row<{ most: number; groups: number; priced: boolean }>(
    seating.running.database.read(),
    sql`with of as (select h.event_id, h.id, h.package_group, h.total, h.seat_nos from hold h where h.package_group is not null and h.status in ('ACTIVE', 'CONVERTED') and h.event_id = any(${events.map(({ eventId }) => eventId)}::uuid[]))
        select coalesce(max(n), 0)::int as most, (select count(distinct package_group)::int from of) as groups, (select bool_and(total = 800 * cardinality(seat_nos)) from of) as priced
        from (select event_id, sum(cardinality(seat_nos)) as n from of group by event_id) sums`,
  );
  expect(used!.most).toBeLessThanOrEqual(6);
  expect(used!.groups).toBeGreaterThan(0);
  expect(used!.priced).toBe(true);
  for (const { eventId } of events) {
    const { availability, seats } = await counts(eventId);
    expect(seats.nodes.filter(({ status }: Data) => status === "HELD")).toHaveLength(availability.held);
  }
});
