// Pauses the sales of an organization that is suspended or has no owner.
import type { Tx } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";
import { leaveSaleChange } from "./change-sale.ts";

const addStatus = statement((db, of: { id: string; maySell: boolean; statusVersion: number }) =>
  db
    .insertInto("organization")
    .values({ id: of.id, maySell: of.maySell, statusVersion: of.statusVersion })
    .onConflict((known) =>
      known
        .column("id")
        .doUpdateSet((news) => ({
          maySell: news.ref("excluded.maySell"),
          statusVersion: news.ref("excluded.statusVersion"),
        }))
        .whereRef("organization.statusVersion", "<", "excluded.statusVersion"),
    ),
);

const eventsOnSale = statement((db, { organizationId }: { organizationId: string }, { sql }) =>
  db
    .selectFrom("event")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("status", "=", "ON_SALE")
    .where((event) => sql<boolean>`event_over_at(${event.ref("startsAt")}, ${event.ref("endsAt")}) > app_now()`)
    .orderBy("id"),
);

/**
 * Records the status, and pauses the sales of an organization that may not sell, until a manager resumes them. An event that is published
 * concurrently waits for the row of the organization, or is found here (`finishSaleChange`).
 */
export async function noteOrganizationStatus(
  tx: Tx,
  { organizationId, status, version }: { organizationId: string; status: string; version: number },
): Promise<void> {
  const maySell = status === "ACTIVE";
  const isNews = await addStatus.change(tx, { id: organizationId, maySell, statusVersion: version });
  if (!isNews || maySell) return;
  for (const { id } of await eventsOnSale.rows(tx, { organizationId }))
    await leaveSaleChange(tx, { eventId: id, action: "pause", reason: null });
}
