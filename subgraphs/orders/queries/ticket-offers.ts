import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { TicketOffer } from "../entities/ticket-offer.ts";

export function ticketOffer(database: Database, id: string): Promise<TicketOffer | undefined> {
  return row(database.read(), sql`select * from ticket_offer where id = ${id}`);
}
