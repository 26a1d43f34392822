// Changes one date of a series after the other. Each ends with its own outcome, whatever becomes of the others.
import { GraphQLError } from "graphql";
import { DomainError } from "../../../platform/core/errors.ts";
import type { JobContext, JobKind } from "../../../platform/jobs/jobs.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { movedBy } from "../../../domain/local-time.ts";
import { changeQuestions, withKnownIds, type QuestionsChange } from "../commands/set-event-questions.ts";
import { changePrices } from "../commands/set-prices.ts";
import type { TierChange } from "../content/prices/inputs.ts";
import { changeEvent, type EventChange } from "../commands/update-event.ts";
import { currentEvent } from "../entities/current-event.ts";
import { EventEntity } from "../entities/event.ts";
import { SeriesChangeEntity } from "../entities/series-change.ts";
import { SeriesChangeDateEntity } from "../entities/series-change-date.ts";
import { VenueEntity } from "../entities/venue.ts";
import { CHANGE_SERIES } from "../job-names.ts";
import type { SaleChanges } from "./change-sale.ts";

export interface DateChange
  extends Omit<EventChange, "startsAt" | "endsAt" | "doorsAt" | "refundUntil">, QuestionsChange {
  /** Stored as JSON. */
  refundUntil?: string | null | undefined;
  /** New prices of tiers, by their names. */
  tiers?: TierChange[] | null | undefined;
  /** By the clock of the venue. */
  moveBy?: { days?: number | null | undefined; minutes?: number | null | undefined } | null | undefined;
}

interface Step {
  changeId: string;
  eventId: string;
}

const OVER = "The event is over or cancelled.";
const [DAY_MS, MINUTE_MS] = [86_400_000, 60_000];

class NotChangeable extends DomainError {}

export function seriesChanges(saleChanges: Pick<SaleChanges, "change">): JobKind {
  async function run(context: JobContext, { body: step }: { body: Step }): Promise<void> {
    const read = context.database.read();
    const change = await read.findOne(SeriesChangeEntity, { id: step.changeId });
    const pending = await read.findOne(SeriesChangeDateEntity, { ...step, outcome: null });
    if (!change || !pending) return context.database.transaction((tx) => context.complete(tx));
    try {
      // One transaction with the job's end: a move must not happen twice.
      if (change.action === "UPDATE")
        return await context.database.transaction(async (tx) => {
          await context.complete(tx);
          await changeDate(tx, step.eventId, change.change);
          await settle(tx, step, null);
        });
      const { reason = null } = change.change as { reason?: string | null };
      const action = change.action === "PUBLISH" ? "publish" : "cancel";
      await saleChanges.change({ eventId: step.eventId, action, reason });
    } catch (error) {
      return context.database.transaction(async (tx) => {
        await context.complete(tx);
        await settle(tx, step, problemOf(error));
      });
    }
    await context.database.transaction(async (tx) => {
      await context.complete(tx);
      await settle(tx, step, null);
    });
  }
  return { kind: CHANGE_SERIES, run } as JobKind;
}

/** @throws the error, if the job is to be run again */
function problemOf(error: unknown): string {
  const isForPeople =
    error instanceof DomainError || (error instanceof GraphQLError && error.extensions.code === "BAD_USER_INPUT");
  if (!isForPeople) throw error;
  return error.message;
}

async function settle(tx: Tx, step: Step, problem: string | null): Promise<void> {
  const outcome = problem === null ? "DONE" : "REFUSED";
  await tx.nativeUpdate(SeriesChangeDateEntity, { ...step, outcome: null }, { outcome, problem });
}

/** @throws NotChangeable, GraphQLError BAD_USER_INPUT */
async function changeDate(tx: Tx, id: string, stored: object): Promise<void> {
  const { moveBy, refundUntil, tiers, questions, invoiceAddress, ...fields } = dated(stored);
  const event = await tx.findOne(EventEntity, { id }, LOCKED);
  const status = (await currentEvent.row(tx, { id }))?.status;
  if (!event || status === "CANCELLED" || status === "ENDED") throw new NotChangeable(OVER);
  if (tiers) await changePrices(tx, event, tiers);
  if (questions || invoiceAddress) {
    const known = questions && withKnownIds(questions, event.questionnaire);
    await changeQuestions(tx, event, { questions: known, invoiceAddress });
  }
  if (!moveBy) {
    await changeEvent(tx, event, fields);
    return;
  }
  const { timeZone } = await tx.findOneOrFail(VenueEntity, { id: event.venueId });
  const ms = (moveBy.days ?? 0) * DAY_MS + (moveBy.minutes ?? 0) * MINUTE_MS;
  const startsAt = movedBy(event.startsAt, timeZone, ms);
  const later = startsAt.getTime() - event.startsAt.getTime();
  const moved = (at: Date | null | undefined) => (at ? new Date(at.getTime() + later) : null);
  if (startsAt.getUTCFullYear() >= 3_000 || startsAt.getUTCFullYear() < 1970)
    throw new NotChangeable("The date is out of range.");
  // The start of sales stays: it has been announced, or has passed.
  const { endsAt, doorsAt, salesEndAt } = event;
  const until = refundUntil && status !== "DRAFT" ? new Date(refundUntil) : undefined;
  if (until && until > startsAt) throw new NotChangeable("The date starts before refundUntil.");
  const times = { startsAt, endsAt: moved(endsAt), doorsAt: moved(doorsAt), salesEndAt: moved(salesEndAt) };
  await changeEvent(tx, event, { ...times, ...fields, refundUntil: until });
}

/** Times are stored as JSON. */
function dated(stored: object): DateChange {
  const change = { ...stored } as DateChange;
  for (const name of ["salesStartAt", "salesEndAt"] as const) if (change[name]) change[name] = new Date(change[name]);
  return change;
}
