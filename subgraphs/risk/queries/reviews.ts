// Open reviews of an organization, oldest first.
import { z } from "zod";
import { uuidOrNull } from "../../../platform/core/input.ts";
import {
  cursorKey,
  connectionOf,
  pageOf,
  pageRequest,
  type Connection,
  type Page,
} from "../../../platform/graphql/pagination.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { RiskAssessment } from "../entities/risk-assessment.ts";
import { statement } from "../entities/tables.ts";

const cursorSchema = z.object({ assessedAt: cursorKey.time, id: cursorKey.id });

type Waiting = { organizationId: string | null } & Page<z.infer<typeof cursorSchema>>;

const reviews = statement((db, given: Waiting, { sql, has }) =>
  db
    .selectFrom("assessment")
    .selectAll()
    .where("organizationId", "=", given.organizationId)
    .where("decision", "=", "REVIEW")
    .where("reviewedAt", "is", null)
    .$if(has("id"), (waiting) =>
      waiting.where((of) =>
        of(
          of.refTuple("assessedAt", "id"),
          ">",
          sql<[Date, string]>`(${given.assessedAt}::timestamptz, ${given.id}::uuid)`,
        ),
      ),
    )
    .$if(has("limit"), (waiting) => waiting.orderBy("assessedAt").orderBy("id").limit(given.limit!)),
);

export async function openReviews(
  database: Database,
  organizationId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<RiskAssessment>> {
  const request = pageRequest(args, cursorSchema);
  const of = { organizationId: uuidOrNull(organizationId) };
  const em = database.read();
  return connectionOf(
    await reviews.rows(em, { ...of, ...pageOf(request) }),
    request,
    () => reviews.count(em, of),
    ({ assessedAt, id }) => ({ assessedAt: assessedAt.toISOString(), id }),
  );
}
