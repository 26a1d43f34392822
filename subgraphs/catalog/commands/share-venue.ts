// The owner of a venue lets another organization hold events there, or ends that. What is published stays on sale.
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { LOCKED, SHARED } from "../../../platform/postgres/session.ts";
import { OrganizationEntity } from "../entities/organization.ts";
import { VenueEntity } from "../entities/venue.ts";
import { VenueShareEntity } from "../entities/venue-share.ts";
import { audit } from "./audit.ts";

const MOST_SHARES = 100;

/** Idempotent. @throws NotFound; GraphQLError BAD_USER_INPUT for the owner, or for too many */
export async function shareVenue(tx: Tx, venueId: string, organizationId: string): Promise<void> {
  const venue = await tx.findOne(VenueEntity, { id: venueId }, LOCKED);
  if (!venue) throw new NotFound("venue");
  if (venue.organizationId === organizationId) throw badInput("organizationId", "is the owner of the venue");
  if (!(await tx.findOne(OrganizationEntity, { id: organizationId }))) throw new NotFound("organization");
  if (await tx.findOne(VenueShareEntity, { venueId, organizationId })) return;
  if ((await tx.count(VenueShareEntity, { venueId })) >= MOST_SHARES)
    throw badInput("venueId", `is shared with ${MOST_SHARES} organizations`);
  await tx.insert(VenueShareEntity, { venueId, organizationId });
  await auditShare(tx, "shareVenue", venue.organizationId, { venueId, organizationId });
}

/** Idempotent. @throws NotFound for an unknown organization */
export async function unshareVenue(tx: Tx, venueId: string, organizationId: string): Promise<void> {
  if (!(await tx.findOne(OrganizationEntity, { id: organizationId }))) throw new NotFound("organization");
  if ((await tx.nativeDelete(VenueShareEntity, { venueId, organizationId })) === 0) return;
  const { organizationId: owner } = await tx.findOneOrFail(VenueEntity, { id: venueId });
  await auditShare(tx, "unshareVenue", owner, { venueId, organizationId });
}

async function auditShare(
  tx: Tx,
  action: "shareVenue" | "unshareVenue",
  owner: string,
  { venueId, organizationId }: { venueId: string; organizationId: string },
): Promise<void> {
  await audit(tx, { organizationId: owner, action, subject: venueId, detail: { organizationId } });
}

/** Venue that the organization owns or may use, locked until the end of `tx`; null if there is none. */
export async function usableVenue(tx: Tx, venueId: string, organizationId: string) {
  const venue = await tx.findOne(VenueEntity, { id: venueId }, SHARED);
  if (!venue || venue.organizationId === organizationId) return venue;
  return (await isShared(tx, venueId, organizationId)) ? venue : null;
}

/** Whether the organization may publish events in the venue. A concurrent `unshareVenue` waits for `tx`. */
export async function mayPublishIn(tx: Tx, venueId: string, organizationId: string): Promise<boolean> {
  const venue = await tx.findOneOrFail(VenueEntity, { id: venueId });
  return venue.organizationId === organizationId || isShared(tx, venueId, organizationId);
}

async function isShared(tx: Tx, venueId: string, organizationId: string): Promise<boolean> {
  return (await tx.findOne(VenueShareEntity, { venueId, organizationId }, SHARED)) !== null;
}
