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
import { audit } from "./audit-log.ts";
import { join, lockUser } from "./memberships.ts";

/** Creates the organization. Returns its id. Refusals: IdempotencyKeyReused, MembershipLimitReached. @throws RATE_LIMITED */
export async function createOrganization(
  tx: Tx,
  userId: string,
  { name, idempotencyKey }: { name: string; idempotencyKey: string },
): Promise<Outcome> {
  const request = { userId, mutation: "createOrganization", key: idempotencyKey, input: { name } };
  return once(tx, request, async () => {
    await lockUser(tx, userId);
    await checkDaysLimit(tx, userId);
    const id = uuid();
    await tx.insert(OrganizationEntity, { id, name, founderId: userId, salesKnown: true });
    await join(tx, id, userId, "OWNER", "FOUNDED");
    await publish(tx, OrganizationCreated, id, { organizationId: id });
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
