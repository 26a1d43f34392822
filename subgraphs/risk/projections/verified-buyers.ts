// Which address of a buyer counts: the one that was verified last, in whatever order that is heard.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";

/** Until another address is verified, the one that the buyer signed up with counts. */
export async function noteRegistered(
  tx: Tx,
  { userId, emailDomain, registeredAt }: { userId: string; emailDomain: string; registeredAt: string },
): Promise<void> {
  await rows(
    tx,
    sql`insert into buyer (user_id, email_domain, registered_at) values (${userId}, '', ${registeredAt}) on conflict do nothing`,
  );
  await noteVerified(tx, { userId, emailDomain, verifiedAt: registeredAt });
}

export async function noteVerified(
  tx: Tx,
  { userId, emailDomain, verifiedAt }: { userId: string; emailDomain: string; verifiedAt: string },
): Promise<void> {
  await rows(
    tx,
    sql`insert into verified_email (user_id, email_domain, verified_at) values (${userId}, ${emailDomain}, ${verifiedAt})
        on conflict (user_id) do update set email_domain = excluded.email_domain, verified_at = excluded.verified_at
        where verified_email.verified_at < excluded.verified_at`,
  );
}

/** Nothing of the address is left, and nothing that is heard late brings it back. */
export async function forgetDomains(tx: Tx, userId: string): Promise<void> {
  await rows(tx, sql`update buyer set email_domain = '' where user_id = ${userId}`);
  await noteVerified(tx, { userId, emailDomain: "", verifiedAt: "infinity" });
}
