// Codes of tickets, as far as the viewer may see them now. Every answer with a code gets it from here.
import { mayReadCode } from "../access.ts";
import type { Ticket } from "../entities/ticket.ts";
import type { TicketCodes } from "../entities/ticket-codes.ts";
import type { Context } from "./context.ts";

/** Null for other viewers, and until the codes of the event are shown: then nobody gets them, the organization neither. */
export async function shownCode(
  { loaders, viewer }: Context,
  codes: Pick<TicketCodes, "codeOf">,
  ticket: Ticket,
): Promise<string | null> {
  if (!mayReadCode(viewer, ticket)) return null;
  const late = await loaders.lateCodes.load(ticket.eventId);
  return late && !late.isShown ? null : codes.codeOf(ticket);
}
