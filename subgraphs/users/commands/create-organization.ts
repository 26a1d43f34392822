// Makes an organization with its first owner.
import type { Tx } from "../../../platform/database.ts";
import { once, type Outcome } from "../../../platform/idempotency.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { publish } from "../../../platform/outbox.ts";
import { rows, sql } from "../../../platform/sql.ts";
import { OrganizationCreated } from "../../../schema/messages/users.ts";

/** Makes the organization; answers with its id. Refusals: IdempotencyKeyReused */
export async function createOrganization(
  tx: Tx,
  userId: string,
  { name, idempotencyKey }: { name: string; idempotencyKey: string },
): Promise<Outcome> {
  const request = { userId, mutation: "createOrganization", key: idempotencyKey, input: { name } };
  return once(tx, request, async () => {
    const id = uuid();
    await rows(tx, sql`insert into organization (id, name) values (${id}, ${name})`);
    await rows(tx, sql`insert into membership values (${id}, ${userId}, 'OWNER')`);
    await publish(tx, OrganizationCreated, id, { organizationId: id });
    return id;
  });
}
