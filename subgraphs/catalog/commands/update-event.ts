// Changes what is not sold. Of two editors who saw the same version the second is told.
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { EventRescheduled, HoldPolicyChanged } from "../../../schema/messages/catalog.ts";
import { holdPolicyOf, selectEvents, type Event } from "../entities/event.ts";
import { EventChanged } from "../errors.ts";
import type { UpdateEvent } from "../inputs.ts";
import { describeEvent } from "./describe-event.ts";

/** @throws NotFound, EventChanged; GraphQLError BAD_USER_INPUT for an end before the start. */
export async function updateEvent(tx: Tx, eventId: string, change: UpdateEvent): Promise<void> {
  await row(tx, sql`select 1 from event where id = ${eventId} for update`);
  const event = await row<Event>(tx, selectEvents(sql`e.id = ${eventId}`));
  if (!event) throw new NotFound("event");
  if (event.version !== change.expectedVersion) throw new EventChanged(eventId);
  const next = {
    name: change.name ?? event.name,
    description: change.description === undefined ? event.description : change.description,
    startsAt: change.startsAt ?? event.startsAt,
    endsAt: change.endsAt === undefined ? event.endsAt : change.endsAt,
  };
  if (next.endsAt !== null && next.endsAt <= next.startsAt)
    throw badInput("input.endsAt", "must be later than startsAt");
  const policy = change.holdPolicy ?? holdPolicyOf(event);
  const updated = await row<{ version: number; overAt: Date }>(
    tx,
    sql`update event set name = ${next.name}, description = ${next.description}, starts_at = ${next.startsAt}, ends_at = ${next.endsAt},
               hold_seconds = ${policy.holdSeconds}, max_hold_seconds = ${policy.maxHoldSeconds}, avoid_single_seats = ${policy.avoidSingleSeats},
               companions_per_wheelchair_place = ${policy.companionsPerWheelchairPlace},
               version = version + 1
        where id = ${eventId} returning version, event_over_at(starts_at, ends_at) as over_at`,
  );
  if (updated && event.status !== "DRAFT") {
    await describeEvent(tx, eventId);
    await publish(tx, EventRescheduled, eventId, {
      eventId,
      version: updated.version,
      salesEndAt: updated.overAt.toISOString(),
    });
    if (change.holdPolicy)
      await publish(tx, HoldPolicyChanged, eventId, { eventId, version: updated.version, ...policy });
  }
}
