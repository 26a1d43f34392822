// Whom requests for seats are for.
import { DomainError, NotFound } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { isGuest } from "../../../domain/guests.ts";
import { requireClerk } from "../access.ts";
import type { Buyer } from "../commands/hold-seats.ts";
import { organizationOf } from "../queries/sales.ts";
import type { Context } from "./context.ts";

export interface Asked {
  eventId: string;
  atCounter?: true | undefined;
}

/** At the counter the organization is the buyer. @throws NotFound for an unknown event, GraphQLError FORBIDDEN */
export async function buyerFor(context: Context, { eventId, atCounter }: Asked): Promise<Buyer> {
  if (!atCounter) return buyerOf(context);
  const viewer = signedIn(context);
  const organizationId = await organizationOf(context.database, eventId);
  if (!organizationId) throw new NotFound("event");
  requireClerk(viewer, organizationId);
  return { userId: organizationId, network: undefined, unverified: undefined };
}

function buyerOf(context: Context): Buyer {
  const { userId, verified } = signedIn(context);
  const { network } = context;
  const isProven = verified && isGuest(userId);
  return { userId, network, unverified: verified && !isProven ? undefined : { network: network ?? null, isProven } };
}

/** Counts reservations, and refusals by reason. */
export async function counted<T>(context: Context, work: Promise<T>): Promise<T> {
  try {
    const result = await work;
    context.metrics.count("seat_reservations_total");
    return result;
  } catch (error) {
    if (error instanceof DomainError) context.metrics.count("seat_reservations_failed", { reason: error.typename });
    throw error;
  }
}
