// Updates an event, except its seats and prices. Of two editors of the same version, the second is refused.
import { isDeepStrictEqual } from "node:util";
import type { InferEntity } from "@mikro-orm/core";
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { newAccessCode } from "../../../domain/access-code.ts";
import { EventRescheduled, HoldPolicyChanged, SaleTermsChanged } from "../../../schema/messages/catalog.ts";
import { currentEvent } from "../entities/current-event.ts";
import { EventEntity, holdPolicyOf, saleTermsOf } from "../entities/event.ts";
import { EventChanged } from "../errors.ts";
import type { UpdateEvent } from "../inputs.ts";
import { audit } from "./audit.ts";
import { checkTimes } from "./check-times.ts";
import { announceChange } from "./announce-change.ts";
import { describeEvent } from "./describe-event.ts";
import { hasVersion } from "./fix-hall.ts";

/** What is changed, besides the version that it is based on. */
export type EventChange = Partial<Omit<UpdateEvent, "expectedVersion">>;

/** What a caller has to know of a change. */
export interface Changed {
  /** Whether it is published, and sold at other times or to others than before. */
  hasNewTerms: boolean;
}

/** @throws NotFound, EventChanged; GraphQLError BAD_USER_INPUT for times that contradict each other */
export async function updateEvent(tx: Tx, eventId: string, change: UpdateEvent): Promise<Changed> {
  const event = await tx.findOne(EventEntity, { id: eventId }, LOCKED);
  if (!event) throw new NotFound("event");
  if (event.version !== change.expectedVersion) throw new EventChanged(eventId);
  const { expectedVersion: _, ...fields } = change;
  return changeEvent(tx, event, fields);
}

/**
 * An event that the transaction has locked. Its buyers are told of a new start.
 * @throws GraphQLError BAD_USER_INPUT for times that contradict each other, and for a choice of refunds without a new start
 */
export async function changeEvent(
  tx: Tx,
  event: InferEntity<typeof EventEntity>,
  { holdPolicy, refundUntil, renewAccessCode, ...fields }: EventChange,
): Promise<Changed> {
  const { id: eventId, startsAt: oldStartsAt } = event;
  if (fields.venueVersion !== undefined) await checkVersion(tx, event, fields.venueVersion);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const before = { ...timesOf(event), visibility: event.visibility, terms: saleTermsOf(event) };
  Object.assign(event, given, holdPolicy, { version: event.version + 1 });
  if (renewAccessCode && event.visibility !== "PRIVATE")
    throw badInput("input.renewAccessCode", "is only for a PRIVATE event");
  if (event.visibility === "PRIVATE" && (renewAccessCode || before.visibility !== "PRIVATE"))
    event.accessCode = newAccessCode();
  checkTimes(event);
  const isMoved = event.startsAt.getTime() !== oldStartsAt.getTime();
  const isSold = event.status === "ON_SALE" || event.status === "SALES_PAUSED";
  if (refundUntil && (!isMoved || !isSold || refundUntil > event.startsAt))
    throw badInput("input.refundUntil", "needs a published event with a new startsAt, and must not be later");
  const changed = [
    ...Object.keys(given),
    ...(holdPolicy ? ["holdPolicy"] : []),
    ...(refundUntil ? ["refundUntil"] : []),
  ];
  if (renewAccessCode) changed.push("accessCode");
  const times = TIMES.filter((name) => name in given);
  const detail = {
    fields: changed,
    version: event.version,
    ...(times.length > 0 && { times: times.map((name) => `${name}: ${before[name]} to ${timesOf(event)[name]}`) }),
  };
  await audit(tx, { organizationId: event.organizationId, action: "updateEvent", subject: eventId, detail });
  if (event.status === "DRAFT") return { hasNewTerms: false };
  const terms = saleTermsOf(event);
  const hasNewTerms = !isDeepStrictEqual(terms, before.terms);
  const { version } = event;
  if (hasNewTerms) await publish(tx, SaleTermsChanged, eventId, { eventId, version, ...terms });
  await describeEvent(tx, eventId);
  await tx.flush();
  const { overAt } = (await currentEvent.row(tx, { id: eventId }))!;
  if (isMoved) await announceChange(tx, event, { oldStartsAt, refundUntil });
  await publish(tx, EventRescheduled, eventId, { eventId, version, salesEndAt: overAt.toISOString() });
  if (!holdPolicy && given.verifiedBuyersOnly === undefined) return { hasNewTerms };
  const policy = { ...event, companionsPerWheelchairPlace: event.companionsPerWheelchairPlace ?? null };
  await publish(tx, HoldPolicyChanged, eventId, { eventId, version, ...holdPolicyOf(policy) });
  return { hasNewTerms };
}

const TIMES = ["startsAt", "endsAt", "doorsAt", "salesStartAt", "salesEndAt"] as const;

/** As text, for the audit log. */
const timesOf = (event: Pick<InferEntity<typeof EventEntity>, (typeof TIMES)[number]>) =>
  Object.fromEntries(TIMES.map((name) => [name, event[name]?.toISOString() ?? null])) as Record<
    (typeof TIMES)[number],
    string | null
  >;

type Sold = { venueId: string; published: boolean; pricing?: unknown };

/** @throws GraphQLError BAD_USER_INPUT unless the event may be published with this version of its venue */
async function checkVersion(tx: Tx, event: Sold, version: number | null): Promise<void> {
  if (event.published || event.pricing)
    throw badInput("input.venueVersion", "can't be changed after the first attempt to publish the event");
  if (version !== null && !(await hasVersion(tx, event.venueId, version)))
    throw badInput("input.venueVersion", "must be a version of the venue");
}
