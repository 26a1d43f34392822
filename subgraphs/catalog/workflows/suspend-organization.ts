// Pauses the sales of an organization that is suspended or has lost its last owner.
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
 * An organization that may not sell has its sales paused; they stay so until a manager resumes them. An event that goes on sale at
 * the same moment waits for the organization's row, or is found here (`finishSaleChange`).
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
