// Who works for an organization. The organization's row is locked first, so that two owners who remove each other
// at once can't leave it without one.
import type { Tx } from "../../../platform/database.ts";
import { NotFound } from "../../../platform/errors.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import { keepsOwner, type Membership } from "../entities/membership.ts";
import { LastOwner } from "../errors.ts";
import type { Role } from "../schema.generated.ts";

/** @throws NotFound for an unknown or deleted user; LastOwner */
export async function setMember(tx: Tx, organizationId: string, userId: string, role: Role | undefined): Promise<void> {
  await row(tx, sql`select 1 from organization where id = ${organizationId} for update`);
  const user = await row(tx, sql`select 1 from app_user where id = ${userId} and status <> 'DELETED'`);
  if (!user) throw new NotFound("user");
  const members = await rows<Membership>(
    tx,
    sql`select organization_id, user_id, role from membership where organization_id = ${organizationId}`,
  );
  if (!keepsOwner(members, userId, role)) throw new LastOwner();
  if (role === undefined)
    await rows(tx, sql`delete from membership where organization_id = ${organizationId} and user_id = ${userId}`);
  else {
    await rows(
      tx,
      sql`insert into membership values (${organizationId}, ${userId}, ${role}) on conflict (organization_id, user_id) do update set role = excluded.role`,
    );
  }
}
