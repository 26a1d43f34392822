// An event with a letter of the organizer, and a new date with a choice between tickets and money.
import { readFileSync } from "node:fs";
import { inDays, type Person } from "../../../local/fixtures.ts";
import { createTicketCodes } from "../../../subgraphs/orders/entities/ticket-codes.ts";
import type { TestSupergraph } from "../../../testkit/supergraph.ts";

export async function writeToBuyers({ client }: Person, eventId: string): Promise<void> {
  await client.ask(
    `mutation ($input: SendLetterInput!) { sendLetter(input: $input) { ... on OrganizerLetter { id } } }`,
    {
      input: { eventId, subject: "Doors", body: "They open at six.", idempotencyKey: "letter" },
    },
  );
  const { event } = await client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  await client.ask(`mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { ... on Event { id } } }`, {
    input: { eventId, expectedVersion: event.version, startsAt: inDays(31), refundUntil: inDays(30) },
  });
}

/** Code of the link in a letter. */
export function letterCodeOf({ env }: TestSupergraph, organizationId: string, userId: string): string {
  const key = readFileSync(env.ORDERS_TICKET_KEY_FILE!, "utf8");
  return createTicketCodes(key).unsubscribeCodeOf(organizationId, userId);
}
