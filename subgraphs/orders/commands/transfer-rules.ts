// Whether a locked ticket may be handed on, by the policy of its event. SQL: a lock, and the clock of the database.
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { freePolicy, transferRefusal, type TransferFacts, type TransferPolicy } from "../entities/transfer-policy.ts";
import { TransferNotAllowed } from "../errors.ts";

interface Rules extends TransferFacts {
  eventId: string;
  policy: TransferPolicy | null;
}

async function rulesOf(tx: Tx, ticketId: string): Promise<Rules> {
  const found = await row<TransferFacts & TransferPolicy & { mode: TransferPolicy["mode"] | null }>(
    tx,
    sql`select t.event_id, p.mode, p.not_before, p.until, p.cool_off_seconds, p.most_per_holder, app_now() as now, t.created_at as issued_at,
          (select count(*) from ticket_offer o where o.ticket_id = t.id and o.status = 'TAKEN')::int as transfers
        from ticket t left join transfer_policy p on p.event_id = t.event_id where t.id = ${ticketId}::uuid`,
  );
  const { eventId, now, issuedAt, transfers, ...policy } = found!;
  return { eventId, now, issuedAt, transfers, policy: policy.mode === null ? null : { eventId, ...policy } };
}

/** For an offer. @throws TransferNotAllowed */
export async function checkTransfer(tx: Tx, ticketId: string): Promise<TransferPolicy> {
  const { eventId, policy, ...facts } = await rulesOf(tx, ticketId);
  const of = policy ?? freePolicy(eventId);
  const refusal = transferRefusal(of, facts);
  if (refusal) throw new TransferNotAllowed(refusal);
  return of;
}

/** Namespace of these advisory locks. */
const HOLDER_LOCKS = 31;

/** For its acceptance: the new holder has room for another ticket. Acceptances of one person are counted one after the other. @throws TransferNotAllowed */
export async function checkTaking(tx: Tx, ticketId: string, userId: string): Promise<void> {
  const { eventId, mostPerHolder } = await checkTransfer(tx, ticketId);
  if (mostPerHolder === null) return;
  await rows(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`${eventId} ${userId}`}, ${HOLDER_LOCKS}))`);
  const held = await row<{ n: number }>(
    tx,
    sql`select count(*)::int as n from ticket where holder_id = ${userId}::uuid and event_id = ${eventId}::uuid and status <> 'CANCELLED'`,
  );
  if (held!.n >= mostPerHolder) throw new TransferNotAllowed({ reason: "HOLDER_LIMIT", allowedFrom: null });
}
