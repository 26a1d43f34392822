import type { System } from "../local/system.ts";
import { query } from "./inspect.ts";

/** A payout, as payments has it; amounts are in minor units. */
export interface PayoutState {
  id: string;
  amount: number;
  isReturned: boolean;
}

/** Entries in an organization's account. */
export interface PayableState {
  /** Booked as PAYOUT. */
  paidOut: number;
  /** Booked as PAYOUT_RETURNED. */
  returned: number;
  /** What the organization is owed after all entries. */
  owed: number;
}

export function payoutsOf(system: System, organizationId: string): Promise<PayoutState[]> {
  return query(
    system,
    "payments",
    `select id, amount, returned_at is not null as "isReturned" from payout where organization_id = '${organizationId}' order by recorded_at, id`,
  );
}

export async function payableOf(system: System, organizationId: string): Promise<PayableState> {
  const [found] = await query<PayableState>(
    system,
    "payments",
    `select coalesce(sum(amount) filter (where what = 'PAYOUT'), 0)::float8 as "paidOut",
            coalesce(-sum(amount) filter (where what = 'PAYOUT_RETURNED'), 0)::float8 as returned,
            coalesce(-sum(amount), 0)::float8 as owed
     from ledger_entry where account = 'organization:${organizationId}'`,
  );
  return found!;
}
