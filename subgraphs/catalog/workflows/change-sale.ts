// Publishing, pausing, resuming and cancelling change two databases: those of catalog and seating. First the intent is written, then
// seating is called, which is idempotent, then the event is changed.
import { correlationId } from "../../../platform/telemetry/correlation.ts";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { NotFound, RefusedForGood } from "../../../platform/core/errors.ts";
import { idOf } from "../../../platform/core/ids.ts";
import type { Acting } from "../../../platform/audit/acting.ts";
import { recordIntervention } from "../../../platform/postgres/interventions.ts";
import { createIntents } from "../../../platform/jobs/intents.ts";
import { addWork, adoptWork, beginWork, type WorkItem, type WorkKind } from "../../../platform/jobs/work.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import {
  EventCancelled,
  EventPublished,
  EventRescheduled,
  SaleTermsChanged,
} from "../../../schema/messages/catalog.ts";
import { currentEvent } from "../entities/current-event.ts";
import { EventEntity, mayBecome, RESULT, saleTermsOf, type SaleAction } from "../entities/event.ts";
import { EventNotPublishable, SalesNotPausable } from "../errors.ts";
import { statement } from "../entities/tables.ts";
import { publishPrices } from "../commands/set-prices.ts";
import { audit } from "../commands/audit.ts";
import { describeEvent } from "../commands/describe-event.ts";
import { fixHall } from "../commands/fix-hall.ts";
import { freezePrices } from "../commands/freeze-prices.ts";
import { mayPublishIn } from "../commands/share-venue.ts";
import { CHANGE_SALE } from "../job-names.ts";
import { seatPlanOf } from "../queries/seat-plan.ts";
import { tellPrices, tellTerms } from "./tell-seating.ts";
import type { SeatingClient } from "../clients/seating.ts";

const NOT_SELLING = "The organization is suspended or has no owner, so it may not sell: contact platform staff.";
/** Names in the audit log. */
const MUTATIONS = {
  publish: "publishEvent",
  pause: "pauseSales",
  resume: "resumeSales",
  cancel: "cancelEvent",
} as const;
const PAUSED_BY_STAFF = "Platform staff paused these sales: ask them to resume the sales.";
const NOT_SHARED = "The owner of the venue no longer shares it: create the event in another venue.";

export interface SaleChange {
  eventId: string;
  action: SaleAction;
  reason: string | null;
  /** Member of platform staff who requests it; absent for a manager. */
  staffId?: string | undefined;
  /** For a resume: the member of platform staff whose pause it ends. */
  endsPauseOf?: string | null;
  /** For a publication: version of the event that seating gets at least. */
  version?: number;
  /** Absent for a consequence of a message. */
  by?: Acting;
}

/** Result at seating: accepted, or the reason of its refusal. */
type SeatingAnswer = { refusal: string | null };

export interface SaleChanges {
  /** Changes the sale. Idempotent. @throws the refusal if it is not possible; errors of the intent's `pursue` */
  change(change: SaleChange): Promise<void>;
  /**
   * Tells seating when and to whom the event is sold, so that it holds when the caller answers. It never fails: seating gets the same by
   * a message.
   */
  tellTerms(eventId: string): Promise<void>;
  /** The same for its prices. */
  tellPrices(eventId: string): Promise<void>;
  work: WorkKind;
}

export function createSaleChanges(database: () => Database, seating: SeatingClient): SaleChanges {
  const intents = createIntents<SaleChange, SeatingAnswer, SeatingAnswer>(database, {
    subgraph: "catalog",
    kind: CHANGE_SALE,
    ask: (all) =>
      Promise.all(all.map(({ body }) => askSeating(database(), seating, body).catch((error: Error) => error))),
    settle: async (tx, answered) => {
      for (const { intent, answer } of answered)
        await (answer.refusal === null ? finishSaleChange : endSaleChange)(tx, intent.body);
      return answered.map(({ answer }) => answer);
    },
    outcomeOf: async ({ body: { eventId, action } }) => {
      const event = await database().read().findOne(EventEntity, { id: eventId });
      const isRefused = action === "publish" && event?.status === "DRAFT";
      return {
        refusal: isRefused ? "Another request tried the same and was refused: try again to see the reason." : null,
      };
    },
    withdraw: (tx, { body }) => endSaleChange(tx, body),
  });
  return {
    change: async (change) => {
      const intent = await database().transaction((tx) => beginSaleChange(tx, change, new Date()));
      if (!intent) return;
      const { refusal } = await intents.pursue(intent);
      if (refusal !== null) throw refusedBySeating(change, refusal);
    },
    tellTerms: (eventId) => tellTerms(database(), seating, eventId),
    tellPrices: (eventId) => tellPrices(database(), seating, eventId),
    work: intents.work as WorkKind,
  };
}

const refusedBySeating = ({ action }: SaleChange, why: string) =>
  action === "publish" ? new EventNotPublishable(why) : new SalesNotPausable(why);

/** @throws RefusedForGood for a pause or a cancellation, which needs an operator; errors of `ServiceClient.ask` */
async function askSeating(database: Database, seating: SeatingClient, change: SaleChange): Promise<SeatingAnswer> {
  const { eventId, action } = change;
  try {
    if (action === "publish") await seating.openSales(await seatPlanOf(database.read(), eventId));
    else await seating.setSales(eventId, action);
    return { refusal: null };
  } catch (error) {
    // An event that seating refuses to sell stays a draft, or paused.
    if (error instanceof RefusedForGood && RESULT[action] === "ON_SALE") return { refusal: error.message };
    throw error;
  }
}

/** A pause by platform staff is a separate intent, so that it is not lost in a concurrent pause by a manager. */
export function intentOf(change: SaleChange): WorkItem<SaleChange> {
  const { eventId, action, staffId } = change;
  return {
    id: idOf(`${CHANGE_SALE} ${eventId} ${action}${staffId ? " by staff" : ""}`),
    body: change,
    correlationId: correlationId() ?? null,
    attempts: 1,
  };
}

/** Writes the intent; null if nothing has to change. @throws the refusal if it is not possible */
export async function beginSaleChange(tx: Tx, change: SaleChange, now: Date): Promise<WorkItem<SaleChange> | null> {
  const checked = await checkSaleChange(tx, change, now);
  return checked && beginWork(tx, CHANGE_SALE, intentOf(checked));
}

/** Writes the intent for background work, without a waiting request. */
export async function leaveSaleChange(tx: Tx, change: SaleChange): Promise<void> {
  const checked = await checkSaleChange(tx, change, new Date());
  if (checked) await addWork(tx, "catalog", CHANGE_SALE, [intentOf(checked)]);
}

/** Continues a change of the previous version as an intent. */
export async function adoptSaleChange(tx: Tx, change: SaleChange): Promise<void> {
  await tx.nativeUpdate(EventEntity, { id: change.eventId }, { saleAttempts: 0 });
  await adoptWork(tx, CHANGE_SALE, intentOf(change));
}

const lockedPause = statement((db, { eventId }: { eventId: string }) =>
  db.selectFrom("event").select("pausedByStaff").where("id", "=", eventId).forUpdate(),
);

/** Checks the change, and adds the pause that it ends; null if nothing has to change. */
async function checkSaleChange(tx: Tx, change: SaleChange, now: Date): Promise<SaleChange | null> {
  const { action, staffId } = change;
  const locked = await lockedPause.row(tx, change);
  const event = await currentEvent.row(tx, { id: change.eventId });
  if (!event) throw new NotFound("event");
  if (action === "resume" && event.status === "SALES_PAUSED" && locked?.pausedByStaff && !staffId)
    throw new SalesNotPausable(PAUSED_BY_STAFF);
  if (!mayBecome(event, action, now)) {
    // Sales that a manager has paused become paused by platform staff.
    if (action === "pause" && staffId) await noteStaffPause(tx, event.id, staffId, change.by);
    return null;
  }
  if (RESULT[change.action] === "ON_SALE" && !(await maySell(tx, event.organizationId)))
    throw change.action === "publish" ? new EventNotPublishable(NOT_SELLING) : new SalesNotPausable(NOT_SELLING);
  if (change.action === "publish" && !(await mayPublishIn(tx, event.venueId, event.organizationId)))
    throw new EventNotPublishable(NOT_SHARED);
  if (change.action === "publish" && (await freezePrices(tx, event.id))) await fixHall(tx, event);
  const endsPauseOf = action === "resume" ? (locked?.pausedByStaff ?? null) : null;
  // Ended here, and not after the answer of seating, so that a pause by platform staff in between stays.
  if (endsPauseOf) await tx.nativeUpdate(EventEntity, { id: event.id }, { pausedByStaff: null });
  return { ...change, endsPauseOf, version: event.version };
}

const notedPause = statement((db, { eventId, staffId }: { eventId: string; staffId: string }) =>
  db
    .updateTable("event")
    .set({ pausedByStaff: staffId })
    .where("id", "=", eventId)
    .where("pausedByStaff", "is", null)
    .returning("organizationId"),
);

/** Records the first pause by platform staff, which stays until it is ended. False if there is one. */
async function noteStaffPause(tx: Tx, eventId: string, staffId: string, by: Acting | undefined): Promise<boolean> {
  const noted = await notedPause.row(tx, { eventId, staffId });
  if (!noted) return false;
  await recordByStaff(tx, eventId, "pauseSales", staffId);
  await audit(tx, { organizationId: noted.organizationId, action: "pauseSales", subject: eventId }, by);
  return true;
}

function recordByStaff(tx: Tx, eventId: string, action: string, staffId: string): Promise<void> {
  return recordIntervention(tx, { subjectId: eventId, action, byUser: staffId, reason: null });
}

const lockedRight = statement((db, { organizationId }: { organizationId: string }) =>
  db.selectFrom("organization").select("maySell").where("id", "=", organizationId).forShare(),
);

/** Locks the row of the organization: either this or `noteOrganizationStatus` sees a concurrent change. */
async function maySell(tx: Tx, organizationId: string): Promise<boolean> {
  const found = await lockedRight.row(tx, { organizationId });
  return found?.maySell ?? true;
}

/** Restores the ended pause, unless platform staff have paused again. */
const heldAgain = statement((db, of: { eventId: string; endsPauseOf: string | null }) =>
  db
    .updateTable("event")
    .set((event) => ({ pausedByStaff: event.fn.coalesce("pausedByStaff", event.val(of.endsPauseOf)) }))
    .where("id", "=", of.eventId),
);

/** Ends a change that seating refused for good or did not receive. The event keeps its status. */
async function endSaleChange(tx: Tx, { eventId, endsPauseOf = null }: SaleChange): Promise<void> {
  // A resume that is not done restores the pause by platform staff that it ended.
  await heldAgain.change(tx, { eventId, endsPauseOf });
}

const becomes = statement((db, to: { eventId: string; status: (typeof RESULT)[SaleAction]; reason: string | null }) =>
  db
    .updateTable("event")
    .set((event) => ({ status: to.status, version: event("version", "+", 1), cancelReason: to.reason }))
    .where("id", "=", to.eventId)
    .where("status", "<>", to.status)
    .where("status", "<>", "CANCELLED")
    .returning(["organizationId", "startsAt", "pausedByStaff", "version"]),
);

/** Changes the event after seating has accepted. Idempotent. */
export async function finishSaleChange(tx: Tx, change: SaleChange): Promise<void> {
  const { eventId, action, reason, staffId, by } = change;
  const isNoted = action === "pause" && staffId !== undefined && (await noteStaffPause(tx, eventId, staffId, by));
  const event = await becomes.row(tx, { eventId, status: RESULT[action], reason });
  if (!event) return;
  if (action === "resume" && staffId) await recordByStaff(tx, eventId, "resumeSales", staffId);
  const { organizationId } = event;
  if (!isNoted) await audit(tx, { organizationId, action: MUTATIONS[action], subject: eventId, reason }, by);
  // In the meantime, platform staff may have paused the sales, or the organization may have been suspended.
  if (RESULT[action] === "ON_SALE" && (event.pausedByStaff || !(await maySell(tx, organizationId))))
    await leaveSaleChange(tx, { eventId, action: "pause", reason: null });
  if (action === "publish") {
    await describeEvent(tx, eventId);
    if (event.version !== (change.version ?? 0) + 1) await repeatTerms(tx, eventId);
    await publish(tx, EventPublished, eventId, { eventId, organizationId, startsAt: event.startsAt.toISOString() });
  }
  if (action === "cancel")
    await publish(tx, EventCancelled, eventId, { eventId, organizationId, reason: reason ?? "" });
}

/** The draft was changed while seating opened the sale, perhaps by what it was before. */
async function repeatTerms(tx: Tx, eventId: string): Promise<void> {
  const { version, overAt, ...event } = (await currentEvent.row(tx, { id: eventId }))!;
  await publish(tx, EventRescheduled, eventId, { eventId, version, salesEndAt: overAt.toISOString() });
  const { questionnaire = null } = await tx.findOneOrFail(EventEntity, { id: eventId });
  await publish(tx, SaleTermsChanged, eventId, { eventId, version, ...saleTermsOf({ ...event, questionnaire }) });
  await publishPrices(tx, eventId);
}
