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
import { audit } from "./audit.ts";
import { announceChange } from "./announce-change.ts";
import { describeEvent } from "./describe-event.ts";
import { hasVersion } from "./fix-hall.ts";

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

/**
 * An event that the transaction has locked. Its buyers are told of a new start.
 * @throws GraphQLError BAD_USER_INPUT for an end before the start, and for a choice of refunds without a new start
 */
export async function changeEvent(
  tx: Tx,
  event: InferEntity<typeof EventEntity>,
  { holdPolicy, refundUntil, ...fields }: EventChange,
): Promise<void> {
  const { id: eventId, startsAt: oldStartsAt } = event;
  if (fields.venueVersion !== undefined) await checkVersion(tx, event, fields.venueVersion);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  Object.assign(event, given, holdPolicy, { version: event.version + 1 });
  if (event.endsAt && event.endsAt <= event.startsAt) throw badInput("input.endsAt", "must be later than startsAt");
  const isMoved = event.startsAt.getTime() !== oldStartsAt.getTime();
  const isSold = event.status === "ON_SALE" || event.status === "SALES_PAUSED";
  if (refundUntil && (!isMoved || !isSold || refundUntil > event.startsAt))
    throw badInput("input.refundUntil", "needs a published event with a new startsAt, and must not be later");
  const changed = [
    ...Object.keys(given),
    ...(holdPolicy ? ["holdPolicy"] : []),
    ...(refundUntil ? ["refundUntil"] : []),
  ];
  const detail = { fields: changed, version: event.version };
  await audit(tx, { organizationId: event.organizationId, action: "updateEvent", subject: eventId, detail });
  if (event.status === "DRAFT") return;
  const { version } = event;
  await describeEvent(tx, eventId);
  await tx.flush();
  const { overAt } = (await currentEvent.row(tx, { id: eventId }))!;
  if (isMoved) await announceChange(tx, event, { oldStartsAt, refundUntil });
  await publish(tx, EventRescheduled, eventId, { eventId, version, salesEndAt: overAt.toISOString() });
  if (!holdPolicy && given.verifiedBuyersOnly === undefined) return;
  const policy = { ...event, companionsPerWheelchairPlace: event.companionsPerWheelchairPlace ?? null };
  await publish(tx, HoldPolicyChanged, eventId, { eventId, version, ...holdPolicyOf(policy) });
}

type Sold = { venueId: string; published: boolean; pricing?: unknown };

/** @throws GraphQLError BAD_USER_INPUT unless the event may be published with this version of its venue */
async function checkVersion(tx: Tx, event: Sold, version: number | null): Promise<void> {
  if (event.published || event.pricing)
    throw badInput("input.venueVersion", "can't be changed after the first attempt to publish the event");
  if (version !== null && !(await hasVersion(tx, event.venueId, version)))
    throw badInput("input.venueVersion", "must be a version of the venue");
}
