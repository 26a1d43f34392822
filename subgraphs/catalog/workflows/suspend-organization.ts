// Pauses the sales of an organization that is suspended or has lost its last owner.
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { leaveSaleChange } from "./change-sale.ts";

/**
 * An organization that may not sell has its sales paused; they stay so until a manager resumes them. An event that goes on sale at
 * the same moment waits for the organization's row, or is found here (`finishSaleChange`).
 */
export async function noteOrganizationStatus(
  tx: Tx,
  { organizationId, status, version }: { organizationId: string; status: string; version: number },
): Promise<void> {
  const isNews = await row(
    tx,
    sql`insert into organization (id, may_sell, status_version) values (${organizationId}, ${status === "ACTIVE"}, ${version})
        on conflict (id) do update set may_sell = excluded.may_sell, status_version = excluded.status_version
        where organization.status_version < excluded.status_version returning 1`,
  );
  if (!isNews || status === "ACTIVE") return;
  const onSale = await rows<{ id: string }>(
    tx,
    sql`select id from event where organization_id = ${organizationId} and status = 'ON_SALE'
          and event_over_at(starts_at, ends_at) > app_now() order by id`,
  );
  for (const { id } of onSale) {
    await leaveSaleChange(tx, { eventId: id, action: "pause", reason: null });
  }
}
