// Copies of events, and changes of all dates of a series.
import { NotFound } from "../../../platform/core/errors.ts";
import { idempotencyKey, parseInput, text, uuidOrNull } from "../../../platform/core/input.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { runOnce } from "../../../platform/postgres/idempotency.ts";
import { beginSeriesChange, type NewSeriesChange } from "../commands/begin-series-change.ts";
import { copyEvent } from "../commands/copy-event.ts";
import { mayReadSeriesChanges } from "../access.ts";
import { EventNotPublishable } from "../errors.ts";
import type { Event } from "../entities/event.ts";
import { copyEventInput, updateSeriesInput } from "../inputs.ts";
import type { SeriesChange } from "../entities/series-change.ts";
import { lastSeriesChange, seriesChange } from "../queries/series-changes.ts";
import { managedEvent, managerOf, type Context } from "./context.ts";

export async function copies(context: Context, input: { eventId: string }): Promise<{ events: Event[] }> {
  const { id } = await managedEvent(context, input.eventId);
  const { userId } = signedIn(context);
  const parsed = parseInput(copyEventInput, input);
  const ids = await runOnce(context.database, (tx) => copyEvent(tx, userId, id, parsed));
  const made = ids.split(" ").filter((one) => one !== "");
  const found = await Promise.all(made.map((one) => context.loaders.event.load(one)));
  return { events: found.filter((event) => event !== null) };
}

export async function publishSeries(context: Context, seriesId: string, key: string): Promise<SeriesChange> {
  return begin(context, seriesId, async () => {
    if (!signedIn(context).verified)
      throw new EventNotPublishable("Verify your e-mail address first: request a code with requestEmailCode.");
    return { action: "PUBLISH", change: {}, idempotencyKey: parseInput(idempotencyKey, key, "idempotencyKey") };
  });
}

export async function cancelSeries(
  context: Context,
  { seriesId, reason, idempotencyKey: key }: { seriesId: string; reason: string; idempotencyKey: string },
): Promise<SeriesChange> {
  return begin(context, seriesId, async () => ({
    action: "CANCEL",
    change: { reason: parseInput(text(500), reason, "reason") },
    idempotencyKey: parseInput(idempotencyKey, key, "idempotencyKey"),
  }));
}

export async function updateSeries(context: Context, input: { seriesId: string }): Promise<SeriesChange> {
  return begin(context, input.seriesId, async () => {
    const { idempotencyKey: key, ...change } = parseInput(updateSeriesInput, input);
    return { action: "UPDATE", change, idempotencyKey: key };
  });
}

/** @throws NotFound, FORBIDDEN, refusals of the command */
async function begin(
  context: Context,
  given: string,
  parse: () => Promise<Omit<NewSeriesChange, "seriesId">>,
): Promise<SeriesChange> {
  const id = uuidOrNull(given);
  const series = id && (await context.loaders.series.load(id));
  if (!series) throw new NotFound("series");
  const { userId } = await managerOf(context, series.organizationId);
  const change = { ...(await parse()), seriesId: series.id };
  const changeId = await runOnce(context.database, (tx) => beginSeriesChange(tx, userId, change));
  const begun = await seriesChange(context.database, changeId);
  if (!begun) throw new NotFound("change");
  return begun;
}

export async function lastChange(
  { id, organizationId }: { id: string; organizationId: string },
  { viewer, database }: Context,
): Promise<SeriesChange | null> {
  if (!mayReadSeriesChanges(viewer, organizationId)) return null;
  return (await lastSeriesChange(database, id)) ?? null;
}
