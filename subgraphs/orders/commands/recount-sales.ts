// Schedules the recount of an organization's sales by day, after a change of its time zone.
import { schedule } from "../../../platform/jobs/jobs.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { JOBS } from "../job-names.ts";
import { noteZone, type Zone } from "../projections/organization-zones.ts";

/** Stores the time zone; a job counts the days. Older versions are ignored. */
export async function noteTimeZone(tx: Tx, zone: Zone): Promise<void> {
  const { organizationId, version } = zone;
  if (await noteZone(tx, zone))
    await schedule(tx, "orders", JOBS.recountSales, `${organizationId} ${version}`, { organizationId });
}
