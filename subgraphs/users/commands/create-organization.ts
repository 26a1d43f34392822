// Creates an organization with its first owner. The row of the founder is locked, so limits also hold for concurrent requests.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rateLimited } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { OrganizationCreated } from "../../../schema/messages/users.ts";
import { MAX_ORGANIZATIONS_PER_DAY } from "../entities/membership.ts";
import { OrganizationEntity } from "../entities/organization.ts";
import { statement } from "../entities/tables.ts";
import type { CreateOrganization } from "../inputs.ts";
import { audit } from "./audit-log.ts";
import { join, lockUser } from "./memberships.ts";
import { publishTimeZone } from "./set-organization-time-zone.ts";

/** Creates the organization. Returns its id. Refusals: IdempotencyKeyReused, MembershipLimitReached. @throws RATE_LIMITED */
export async function createOrganization(
  tx: Tx,
  userId: string,
  { name, timeZone, idempotencyKey }: CreateOrganization,
): Promise<Outcome> {
  // As the previous version stores it, if no time zone is given.
  const input = { name, ...(timeZone != null && { timeZone }) };
  const request = { userId, mutation: "createOrganization", key: idempotencyKey, input };
  return once(tx, request, async () => {
    await lockUser(tx, userId);
    await checkDaysLimit(tx, userId);
    const id = uuid();
    const organization = { id, name, founderId: userId, salesKnown: true, timeZone: timeZone ?? "UTC" };
    await tx.insert(OrganizationEntity, organization);
    await join(tx, id, userId, "OWNER", "FOUNDED");
    await publish(tx, OrganizationCreated, id, { organizationId: id });
    if (timeZone != null) await publishTimeZone(tx, { ...organization, timeZoneChanges: 0 });
    await audit(tx, { organizationId: id, action: "createOrganization", subject: id });
    return id;
  });
}

const foundedToday = statement((db, { founderId }: { founderId: string }, { sql }) =>
  db
    .selectFrom("organization")
    .select((of) => [
      of.fn.countAll<number>().as("n"),
      sql<number>`ceil(extract(epoch from min(${of.ref("createdAt")}) + interval '24 hours' - now()))::int`.as(
        "waitSeconds",
      ),
    ])
    .where("founderId", "=", founderId)
    .where("createdAt", ">", sql<Date>`now() - interval '24 hours'`),
);

/** @throws RATE_LIMITED until the first organization of the last 24 hours is a day old */
async function checkDaysLimit(tx: Tx, founderId: string): Promise<void> {
  const today = await foundedToday.row(tx, { founderId });
  if (today!.n >= MAX_ORGANIZATIONS_PER_DAY) throw rateLimited(Math.max(1, today!.waitSeconds));
}
