// Resolver of moves of tickets to other seats.
import { toResult } from "../../../../platform/core/errors.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { requireBoxOffice } from "../../access.ts";
import type { Ticket } from "../../entities/ticket.ts";
import { moveTicketInput } from "../../inputs.ts";
import type { MoveTicketInput, Resolvers } from "../../schema.generated.ts";
import type { Moving } from "../../workflows/move-tickets.ts";
import { readableTicket, type Context } from "../context.ts";

export function moveResolvers(moving: Moving) {
  async function move(context: Context, { ticketId: given, ...rest }: MoveTicketInput): Promise<Ticket> {
    const viewer = signedIn(context);
    const { idempotencyKey, ...input } = parseInput(moveTicketInput, rest);
    const { id: ticketId, orderId, organizationId } = await readableTicket(context, given);
    requireBoxOffice(viewer, { organizationId });
    await moving.move(viewer.userId, context.acting, { ticketId, orderId, ...input }, idempotencyKey);
    context.loaders.ticket.clear(ticketId);
    context.loaders.itemsOfOrder.clear(orderId);
    return readableTicket(context, ticketId);
  }

  return {
    Mutation: { moveTicket: (_, { input }, context) => toResult("Ticket", move(context, input)) },
  } satisfies Resolvers<Context>;
}
