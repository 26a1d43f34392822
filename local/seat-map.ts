// A live seat map in the terminal, drawn from nothing but the subscription and one query.
import type { Client, Data, Feed } from "./client.ts";
import { allSeats } from "./fixtures.ts";

const LIVE = `subscription ($id: ID!) {
  seatsChanged(eventId: $id) { seats { id row number status version section { id name } } availability { available held sold } cursor reset }
}`;

const SYMBOL: Record<string, string> = { AVAILABLE: "·", HELD: "▒", SOLD: "█", BLOCKED: "x" };

export interface SeatMap {
  /** Waits until the map shows this seat in this state. */
  until(seatId: string, status: string): Promise<void>;
  stop(): void;
}

/** Subscribes first, then queries the seats: of duplicates the higher version counts. */
export async function followSeatMap(client: Client, eventId: string, say: (line: string) => void): Promise<SeatMap> {
  const feed: Feed = client.subscribe(LIVE, { id: eventId });
  await feed.until((messages) => messages.length > 0);
  const seats = new Map<string, Data>((await allSeats(client, eventId)).map((seat) => [seat.id, seat]));
  let drawn = 1;

  function drawRow(changed: Data): void {
    const row = [...seats.values()].filter(
      (seat) => seat.section.id === changed.section.id && seat.row === changed.row,
    );
    const place = `${changed.section.name}, row ${changed.row}`.padEnd(22);
    say(`    ${place} ${row.map((seat) => SYMBOL[seat.status]).join("")}`);
  }

  function draw(): void {
    for (; drawn < feed.messages.length; drawn++) {
      const { seats: changed, availability } = feed.messages[drawn].seatsChanged;
      for (const seat of changed)
        if (seat.version > (seats.get(seat.id)?.version ?? 0)) seats.set(seat.id, { ...seats.get(seat.id), ...seat });
      say(`  live: ${availability.available} free, ${availability.held} held, ${availability.sold} sold`);
      const rows = new Map(changed.map((seat: Data) => [`${seat.section.id} ${seat.row}`, seat]));
      for (const seat of rows.values()) drawRow(seat);
    }
  }

  return {
    until: async (seatId, status) => {
      await feed.until(() => {
        draw();
        return seats.get(seatId)?.status === status;
      });
    },
    stop: () => feed.stop(),
  };
}
