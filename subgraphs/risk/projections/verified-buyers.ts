// Domain of each buyer's last verified address. Messages may arrive in any order.
import type { Tx } from "../../../platform/postgres/database.ts";
import { BuyerEntity } from "../entities/signals.ts";
import { statement } from "../entities/tables.ts";

const addBuyer = statement((db, { userId, registeredAt }: { userId: string; registeredAt: Date }) =>
  db
    .insertInto("buyer")
    .values({ userId, emailDomain: "", registeredAt })
    .onConflict((known) => known.doNothing()),
);

const addVerified = statement((db, of: { userId: string; emailDomain: string; verifiedAt: string }, { sql }) =>
  db
    .insertInto("verified_email")
    .values({ userId: of.userId, emailDomain: of.emailDomain, verifiedAt: sql`${of.verifiedAt}::timestamptz` })
    .onConflict((known) =>
      known
        .column("userId")
        .doUpdateSet((later) => ({
          emailDomain: later.ref("excluded.emailDomain"),
          verifiedAt: later.ref("excluded.verifiedAt"),
        }))
        .whereRef("verified_email.verifiedAt", "<", "excluded.verifiedAt"),
    ),
);

/** The address at registration counts until another one is verified. */
export async function noteRegistered(
  tx: Tx,
  { userId, emailDomain, registeredAt }: { userId: string; emailDomain: string; registeredAt: string },
): Promise<void> {
  await addBuyer.change(tx, { userId, registeredAt: new Date(registeredAt) });
  await noteVerified(tx, { userId, emailDomain, verifiedAt: registeredAt });
}

export async function noteVerified(
  tx: Tx,
  { userId, emailDomain, verifiedAt }: { userId: string; emailDomain: string; verifiedAt: string },
): Promise<void> {
  await addVerified.change(tx, { userId, emailDomain, verifiedAt });
}

/** Erases the domains of a buyer. The time `infinity` keeps late messages from restoring them. */
export async function forgetDomains(tx: Tx, userId: string): Promise<void> {
  await tx.nativeUpdate(BuyerEntity, { userId }, { emailDomain: "" });
  await noteVerified(tx, { userId, emailDomain: "", verifiedAt: "infinity" });
}
