import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";
import type { TicketOffer } from "../entities/ticket-offer.ts";

const offer = statement((db, { id }: { id: string }) => db.selectFrom("ticket_offer").selectAll().where("id", "=", id));

export function ticketOffer(database: Database, id: string): Promise<TicketOffer | undefined> {
  return offer.row(database.read(), { id });
}
