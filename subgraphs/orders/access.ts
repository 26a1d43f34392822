// Access rules.
import { forbidden, NotFound } from "../../platform/core/errors.ts";
import type { Viewer } from "../../platform/identity/identity.ts";
import { isGuest } from "../../domain/guests.ts";
import { actsAs, isMember, readsAs } from "../../domain/roles.ts";
import type { Order } from "./entities/order.ts";
import type { OrderStep } from "./entities/order-step.ts";
import type { Ticket } from "./entities/ticket.ts";

type OfBuyer = Pick<Order, "buyerId" | "organizationId">;
type OfEvent = Pick<Ticket, "organizationId" | "eventId">;
type OfHolder = Pick<Ticket, "holderId" | "organizationId" | "eventId">;

/** Whether the viewer is not limited to other events. */
function isOfEvent(viewer: Viewer | null, eventId: string): boolean {
  return !viewer?.eventIds || viewer.eventIds.includes(eventId);
}

/** The organization from BOX_OFFICE up, auditors and platform staff. */
export function mayReadSales(viewer: Viewer | null, organizationId: string): boolean {
  return readsAs(viewer, "BOX_OFFICE", organizationId);
}

/** For the buyer, and for readers of the organization's sales. */
export function mayReadOrder(viewer: Viewer | null, order: OfBuyer): boolean {
  return viewer !== null && (viewer.userId === order.buyerId || mayReadSales(viewer, order.organizationId));
}

/** Access to a user's orders and tickets: for that user and platform staff. */
export function mayReadPurchases(viewer: Viewer | null, userId: string): boolean {
  return viewer !== null && (viewer.userId === userId || viewer.staff);
}

/** Readers of the organization's sales, unless they are limited to other events. */
export function mayReadAttendees(viewer: Viewer | null, { organizationId, eventId }: OfEvent): boolean {
  return mayReadSales(viewer, organizationId) && isOfEvent(viewer, eventId);
}

/** For the person who answered, and for readers of the event's attendees. */
export function mayReadAnswer(viewer: Viewer | null, { personId, ...of }: OfEvent & { personId: string }): boolean {
  return viewer?.userId === personId || mayReadAttendees(viewer, of);
}

const mayExport = ({ scopes }: Viewer) => !scopes || scopes.includes("org:read");

/** Readers of the organization's sales, not limited to some events; limited viewers with the scope `org:read` only. */
export function mayExportSales(viewer: Viewer, organizationId: string): boolean {
  return mayReadSales(viewer, organizationId) && !viewer.eventIds && mayExport(viewer);
}

/** Readers of the attendees; limited viewers with the scope `org:read` only. */
export function mayExportAttendees(viewer: Viewer, event: OfEvent): boolean {
  return mayReadAttendees(viewer, event) && mayExport(viewer);
}

/** SCANNER and up of the organization, auditors and platform staff. */
export function mayReadCheckIns(viewer: Viewer | null, { organizationId, eventId }: OfEvent): boolean {
  return readsAs(viewer, "SCANNER", organizationId) && isOfEvent(viewer, eventId);
}

export function mayCheckIn(viewer: Viewer | null, { organizationId, eventId }: OfEvent): boolean {
  return actsAs(viewer, "SCANNER", organizationId) && isOfEvent(viewer, eventId);
}

/** For the holder, and for readers of the event's check-ins. */
export function mayReadTicket(viewer: Viewer | null, ticket: OfHolder): boolean {
  return viewer !== null && (viewer.userId === ticket.holderId || mayReadCheckIns(viewer, ticket));
}

/** A code admits anyone who shows it: auditors, platform staff and views of another account do not see it, nor a guest who has not proven the address yet. */
export function mayReadCode(viewer: Viewer | null, ticket: OfHolder): boolean {
  if (!viewer || viewer.actor?.kind === "staff") return false;
  const isHolder = viewer.userId === ticket.holderId && (viewer.verified || !isGuest(viewer.userId));
  return isHolder || mayCheckIn(viewer, ticket);
}

/** The code of an offer gives the ticket to anyone. */
export function mayReadOfferCode(viewer: Viewer | null, { fromUser }: { fromUser: string }): boolean {
  return viewer?.userId === fromUser && viewer.actor?.kind !== "staff";
}

/** Buyers see the decision of an internal step, but not the reviewer's note. */
export function mayReadNote(viewer: Viewer | null, order: OfBuyer, step: OrderStep): boolean {
  return !step.isInternal || mayReadSales(viewer, order.organizationId);
}

/** @throws GraphQLError FORBIDDEN */
export function requireBoxOffice(viewer: Viewer, { organizationId }: Pick<Order, "organizationId">): void {
  if (!actsAs(viewer, "BOX_OFFICE", organizationId)) throw forbidden("Only for BOX_OFFICE and up of the organization.");
}

/** Organizations are known to users: for anyone else than a member there is none. @throws NotFound, or GraphQLError FORBIDDEN */
export function requireClerk(viewer: Viewer, organizationId: string): void {
  if (!isMember(viewer, organizationId)) throw new NotFound("organization");
  if (!actsAs(viewer, "BOX_OFFICE", organizationId)) throw forbidden("Only for BOX_OFFICE and up of the organization.");
}

/** The clerk of a drawer, and MANAGER and up. @throws GraphQLError FORBIDDEN */
export function requireCloser(viewer: Viewer, drawer: { clerkId: string; organizationId: string }): void {
  if (drawer.clerkId !== viewer.userId) requireManager(viewer, drawer.organizationId);
}

/** @throws GraphQLError FORBIDDEN */
export function requireBuyerOrBoxOffice(viewer: Viewer, order: OfBuyer): void {
  if (viewer.userId !== order.buyerId && !actsAs(viewer, "BOX_OFFICE", order.organizationId))
    throw forbidden("Only for the buyer, and for BOX_OFFICE and up of the organization.");
}

/** Letters of the organizer, before they are sent: MANAGER and up. */
export function mayWriteLetters(viewer: Viewer | null, organizationId: string): boolean {
  return actsAs(viewer, "MANAGER", organizationId);
}

/** @throws GraphQLError FORBIDDEN */
export function requireBuyer(viewer: Viewer, order: OfBuyer): void {
  if (viewer.userId !== order.buyerId) throw forbidden("Only for the buyer.");
}

/** @throws GraphQLError FORBIDDEN */
export function requireHolder(viewer: Viewer, ticket: OfHolder): void {
  if (viewer.userId !== ticket.holderId) throw forbidden("Only for the holder of the ticket.");
}

/** @throws GraphQLError FORBIDDEN */
export function requireHolderOrBoxOffice(viewer: Viewer, ticket: OfHolder): void {
  if (viewer.userId !== ticket.holderId && !actsAs(viewer, "BOX_OFFICE", ticket.organizationId))
    throw forbidden("Only for the holder, and for BOX_OFFICE and up of the organization.");
}

/** Organizations are known to users: for anyone else than a member there is none. @throws NotFound, or GraphQLError FORBIDDEN */
export function requireManagerOf(viewer: Viewer, organizationId: string): void {
  if (!isMember(viewer, organizationId)) throw new NotFound("organization");
  requireManager(viewer, organizationId);
}

/** @throws GraphQLError FORBIDDEN */
export function requireManager(viewer: Viewer, organizationId: string): void {
  if (!actsAs(viewer, "MANAGER", organizationId)) throw forbidden("Only for MANAGER and up of the organization.");
}

/** @throws GraphQLError FORBIDDEN */
export function requireScanner(viewer: Viewer, event: OfEvent): void {
  if (!mayCheckIn(viewer, event)) throw forbidden("Only for SCANNER and up of the organization.");
}
