// The live map with a transient failure of the database.
import { silent } from "../../../testkit/notifier.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { createLiveSeats } from "../subscriptions/availability.ts";
import { ask, openEvent, openHall, planOf, type Hall } from "./hall.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

/** A database whose nth read fails. */
function failingAt(nth: number): Pick<Database, "read"> {
  let readings = 0;
  return {
    read: () => {
      if (++readings === nth) throw new Error("The database was away.");
      return hall.database.read();
    },
  };
}

test("whichever read fails when a subscriber begins to follow, it gets an error, or misses nothing", async () => {
  const whenAway: string[] = [];
  for (const nth of [1, 2, 3, 4, 5]) {
    const eventId = await openEvent(hall.database, planOf([10]));
    const live = createLiveSeats(failingAt(nth), silent);
    const following = await live.follow(eventId, null).catch((error: Error) => {
      whenAway.push(`${nth}: ${error.message}`);
      return live.follow(eventId, null);
    });
    expect((await following.next()).value).toMatchObject({ seats: [] });
    await ask(hall.engines[0]!, eventId, [1, 2]);
    expect((await following.next()).value.seats.map(({ no }: { no: number }) => no)).toEqual([1, 2]);
    await following.return!();
    live.stop();
  }
  expect(whenAway).toEqual([1, 2, 3].map((nth) => `${nth}: The database was away.`));
});
