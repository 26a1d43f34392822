// Assessments that wait for a person of the organization, oldest first.
import { z } from "zod";
import { uuidOrNull } from "../../../platform/core/input.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { RiskAssessment } from "../entities/risk-assessment.ts";

const cursorSchema = z.object({ assessedAt: cursorKey.time, id: cursorKey.id });

export async function openReviews(
  database: Database,
  organizationId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<RiskAssessment>> {
  const request = pageRequest(args, cursorSchema);
  const waiting = sql`organization_id = ${uuidOrNull(organizationId)}::uuid and decision = 'REVIEW' and reviewed_at is null`;
  const beyond = request.after
    ? sql`(assessed_at, id) > (${request.after.assessedAt}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<RiskAssessment>(
    em,
    sql`select * from assessment where ${waiting} and ${beyond} order by assessed_at, id limit ${request.first + 1}`,
  );
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`assessment where ${waiting}`),
    ({ assessedAt, id }) => ({ assessedAt: assessedAt.toISOString(), id }),
  );
}
