// Updates an event, except its seats and prices. Of two editors of the same version, the second is refused.
import type { InferEntity } from "@mikro-orm/core";
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { EventRescheduled, HoldPolicyChanged } from "../../../schema/messages/catalog.ts";
import { currentEvent } from "../entities/current-event.ts";
import { EventEntity, holdPolicyOf } from "../entities/event.ts";
import { EventChanged } from "../errors.ts";
import type { UpdateEvent } from "../inputs.ts";
import { describeEvent } from "./describe-event.ts";

/** What is changed, besides the version that it is based on. */
export type EventChange = Partial<Omit<UpdateEvent, "expectedVersion">>;

/** @throws NotFound, EventChanged; GraphQLError BAD_USER_INPUT for an end before the start. */
export async function updateEvent(tx: Tx, eventId: string, change: UpdateEvent): Promise<void> {
  const event = await tx.findOne(EventEntity, { id: eventId }, LOCKED);
  if (!event) throw new NotFound("event");
  if (event.version !== change.expectedVersion) throw new EventChanged(eventId);
  const { expectedVersion: _, ...fields } = change;
  await changeEvent(tx, event, fields);
}

/** An event that the transaction has locked. @throws GraphQLError BAD_USER_INPUT for an end before the start */
export async function changeEvent(
  tx: Tx,
  event: InferEntity<typeof EventEntity>,
  { holdPolicy, ...fields }: EventChange,
): Promise<void> {
  const { id: eventId } = event;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  Object.assign(event, given, holdPolicy, { version: event.version + 1 });
  if (event.endsAt && event.endsAt <= event.startsAt) throw badInput("input.endsAt", "must be later than startsAt");
  if (event.status === "DRAFT") return;
  const { version } = event;
  await describeEvent(tx, eventId);
  await tx.flush();
  const { overAt } = (await currentEvent.row(tx, { id: eventId }))!;
  await publish(tx, EventRescheduled, eventId, { eventId, version, salesEndAt: overAt.toISOString() });
  if (holdPolicy) await publish(tx, HoldPolicyChanged, eventId, { eventId, version, ...holdPolicyOf(holdPolicy) });
}
