// What catalog has changed of an event that is on sale. Messages may come in any order: an older version changes nothing.
import type { z } from "zod";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { EventRescheduled, HoldPolicyChanged } from "../../../schema/messages/catalog.ts";

export async function noteHoldPolicy(tx: Tx, change: z.infer<typeof HoldPolicyChanged.body>): Promise<void> {
  const { eventId, version, ...policy } = change;
  await rows(
    tx,
    sql`update sale set hold_seconds = ${policy.holdSeconds}, max_hold_seconds = ${policy.maxHoldSeconds}, avoid_single_seats = ${policy.avoidSingleSeats},
          companions_per_wheelchair_place = ${policy.companionsPerWheelchairPlace}, policy_version = ${version}
        where event_id = ${eventId} and policy_version < ${version}`,
  );
}

export async function noteSchedule(tx: Tx, change: z.infer<typeof EventRescheduled.body>): Promise<void> {
  const { eventId, version, salesEndAt } = change;
  await rows(
    tx,
    sql`update sale set sales_end_at = ${salesEndAt}, schedule_version = ${version} where event_id = ${eventId} and schedule_version < ${version}`,
  );
}
