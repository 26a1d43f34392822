// Context of resolvers, and lookups of what the viewer may change.
import { NotFound } from "../../../platform/core/errors.ts";
import { signedIn, type Viewer } from "../../../platform/identity/identity.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { SubgraphContext } from "../../../platform/subgraph.ts";
import { opens } from "../../../domain/access-code.ts";
import { belongsTo, manages, mayPauseAnySale, requireManager } from "../access.ts";
import type { Event } from "../entities/event.ts";
import type { Venue } from "../entities/venue.ts";
import type { Loaders } from "../queries/loaders.ts";
import { organizationExists } from "../queries/organizations.ts";

export type Context = SubgraphContext<Loaders>;

/** @throws NotFound for an unknown organization, FORBIDDEN for viewers who are not managers of it */
export async function managerOf(context: Context, organizationId: string): Promise<Viewer> {
  const viewer = signedIn(context);
  if (manages(viewer, organizationId)) return viewer;
  if (!belongsTo(viewer, organizationId) && !(await organizationExists(context.database, organizationId)))
    throw new NotFound("organization");
  requireManager(viewer, organizationId);
  return viewer;
}

/** Event that the viewer may change. @throws NotFound if the viewer cannot see it, FORBIDDEN if the viewer can only see it */
export async function managedEvent(context: Context, eventId: string): Promise<Event> {
  const viewer = signedIn(context);
  const event = await eventById(context, eventId);
  if (!event) throw new NotFound("event");
  requireManager(viewer, event.organizationId);
  return event;
}

/** Event whose sales the viewer may pause, and the id of the viewer if they are platform staff. @throws as managedEvent */
export async function pausableEvent(context: Context, eventId: string): Promise<{ event: Event; staffId?: string }> {
  const viewer = signedIn(context);
  const event = mayPauseAnySale(viewer) ? await eventById(context, eventId) : null;
  return event ? { event, staffId: viewer.userId } : { event: await managedEvent(context, eventId) };
}

export async function eventById(context: Context, id: string): Promise<Event | null> {
  const known = uuidOrNull(id);
  return known ? context.loaders.event.load(known) : null;
}

/** Private event that this code shows. */
export async function eventByCode(context: Context, id: string, accessCode: string): Promise<Event | null> {
  const known = uuidOrNull(id);
  const event = known && (await context.loaders.referredEvent.load(known));
  const isShown =
    event && event.visibility === "PRIVATE" && event.accessCode !== null && opens(accessCode, event.accessCode);
  return isShown ? event : null;
}

export async function eventNow(context: Context, id: string): Promise<Event> {
  context.loaders.event.clear(id);
  const event = await context.loaders.event.load(id);
  if (!event) throw new NotFound("event"); // deleted in the meantime
  return event;
}

export async function venueById(context: Context, id: string): Promise<Venue | null> {
  const known = uuidOrNull(id);
  return known ? context.loaders.venue.load(known) : null;
}

/** Venue that the viewer may change. @throws NotFound; FORBIDDEN for viewers who are not managers of its owner */
export async function managedVenue(context: Context, venueId: string): Promise<Venue> {
  const viewer = signedIn(context);
  const venue = await venueById(context, venueId);
  if (!venue) throw new NotFound("venue");
  requireManager(viewer, venue.organizationId);
  return venue;
}

export async function venueNow(context: Context, id: string): Promise<Venue> {
  context.loaders.venue.clear(id);
  const venue = await context.loaders.venue.load(id);
  if (!venue) throw new NotFound("venue"); // deleted in the meantime
  return venue;
}
