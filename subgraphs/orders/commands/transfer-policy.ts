// Whether and how tickets of an event are handed on.
import type { Tx } from "../../../platform/postgres/database.ts";
import type { TransferPolicy } from "../entities/transfer-policy.ts";
import { statement } from "../entities/tables.ts";
import { audit } from "./audit.ts";

const setPolicy = statement((db, of: TransferPolicy, { sql }) =>
  db
    .insertInto("transfer_policy")
    .values({
      eventId: of.eventId,
      mode: of.mode,
      notBefore: of.notBefore,
      until: of.until,
      coolOffSeconds: of.coolOffSeconds,
      mostPerHolder: of.mostPerHolder,
    })
    .onConflict((known) =>
      known
        .column("eventId")
        .doUpdateSet((news) => ({
          mode: news.ref("excluded.mode"),
          notBefore: news.ref("excluded.notBefore"),
          until: news.ref("excluded.until"),
          coolOffSeconds: news.ref("excluded.coolOffSeconds"),
          mostPerHolder: news.ref("excluded.mostPerHolder"),
        }))
        .where(
          () => sql<boolean>`(transfer_policy.mode, transfer_policy.not_before, transfer_policy.until, transfer_policy.cool_off_seconds, transfer_policy.most_per_holder)
            is distinct from (excluded.mode, excluded.not_before, excluded.until, excluded.cool_off_seconds, excluded.most_per_holder)`,
        ),
    ),
);

/** Idempotent. */
export async function setTransferPolicy(tx: Tx, organizationId: string, policy: TransferPolicy): Promise<void> {
  const { eventId: subject, notBefore, until, ...rest } = policy;
  const detail = { ...rest, notBefore: notBefore?.toISOString() ?? null, until: until?.toISOString() ?? null };
  if ((await setPolicy.change(tx, policy)) > 0)
    await audit(tx, { organizationId, action: "setTransferPolicy", subject, detail });
}
