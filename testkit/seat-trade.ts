// Random changes of an event's seats, as buyers and an organizer make them.
import type { Client } from "../local/client.ts";
import { holdSeats, type Show } from "../local/fixtures.ts";
import type { Random } from "./random.ts";

export interface SeatTrade {
  random: Random;
  /** Asked before each step. In the end all holds are released. */
  isOver(): boolean;
  /** @param seats number of seats that a buyer has got or given back */
  onChange?(seats: number): void;
}

/** Holds and releases, blocks and unblocks random seats until told to stop. @param buyer who holds */
export async function tradeSeats(
  show: Show,
  buyer: Client,
  { random, isOver, onChange = () => {} }: SeatTrade,
): Promise<void> {
  const ids = show.seats.map(({ id }) => id as string);
  const organize = (field: string, seatIds: string[]) =>
    show.owner.client.ask(`mutation ($e: ID!, $s: [ID!]!) { ${field}(eventId: $e, seatIds: $s) { __typename } }`, {
      e: show.eventId,
      s: seatIds,
    });
  const release = async ({ id, seats }: { id: string; seats: number }) => {
    await buyer.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id });
    onChange(seats);
  };
  const kept: { id: string; seats: number }[] = [];
  while (!isOver()) {
    const some = [...new Set([random.pick(ids), random.pick(ids)])];
    if (random.below(4) === 0) await organize(random.pick(["blockSeats", "unblockSeats"]), some);
    const hold = await holdSeats(buyer, show.eventId, some);
    if (hold.__typename === "Hold") {
      onChange(some.length);
      kept.push({ id: hold.id, seats: some.length });
    }
    // So that seats stay free to be taken.
    const isKept = hold.__typename === "Hold" && kept.length < 4 && random.below(5) === 0;
    const [ended] = isKept ? [] : kept.splice(0, 1);
    if (ended) await release(ended);
  }
  for (const hold of kept) await release(hold);
}
