// Puts seats of a reservation back on sale. The caller has locked the sales. Raw SQL: functions of the engine.
import { notifyRelay } from "../../../platform/messaging/outbox.ts";
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { changeTopic } from "../engine/sale.ts";
import type { HeldForCounter } from "./reserved-holds.ts";
import { changeTogether } from "./several-holds.ts";

/** Releases the active holds, or the named seats of them. Seats that they no longer have are skipped. @returns how many seats */
export async function releaseReserved(
  tx: Tx,
  notifier: ChangeNotifier,
  holds: HeldForCounter[],
  seats: { eventId: string; no: number }[] | null,
): Promise<number> {
  const leaving = holds.map((hold) => ({ hold, nos: namedOf(hold, seats) }));
  const whole = leaving.filter(({ hold, nos }) => nos.length === hold.seatNos.length);
  if (whole.length > 0)
    await changeTogether(
      tx,
      notifier,
      whole.map(({ hold }) => hold),
      "RELEASE",
      null,
    );
  for (const { hold, nos } of leaving) {
    if (nos.length === 0 || nos.length === hold.seatNos.length) continue;
    await rows(tx, sql`select free_held_seats(${hold.eventId}::uuid, ${hold.id}::uuid, ${nos}::int[])`);
    afterCommit(tx, () => notifier.notify(changeTopic(hold.eventId)));
    afterCommit(tx, () => notifyRelay("seating"));
  }
  return leaving.reduce((sum, { nos }) => sum + nos.length, 0);
}

function namedOf({ eventId, seatNos }: HeldForCounter, seats: { eventId: string; no: number }[] | null): number[] {
  return seats ? seatNos.filter((no) => seats.some((seat) => seat.eventId === eventId && seat.no === no)) : seatNos;
}
