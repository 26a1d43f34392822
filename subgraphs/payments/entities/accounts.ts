// Chart of accounts, and the direction of each movement.
import type { Tender } from "../enums.generated.ts";

/** Net amount at the provider: captures minus refunds and chargebacks. */
export const CLEARING = "provider:clearing";

/** Net amount that clerks of the organization took by a tender. The organization has the money: nothing of it is payable to it. */
export function takenBy(tender: Tender, organizationId: string): string {
  return `counter:${organizationId}:${tender.toLowerCase()}`;
}

/** Net sales at the counter of the organization. */
export function soldAtCounter(organizationId: string): string {
  return `counter:${organizationId}:sales`;
}

/** Credits of exchanged tickets between the orders of an organization. All of its entries add up to zero. */
export function exchangedAt(organizationId: string): string {
  return `exchange:${organizationId}`;
}

/** Net amount that was transferred to organizations. */
export const PAID_OUT = "platform:payouts";

export function payableTo(organizationId: string): string {
  return `organization:${organizationId}`;
}

/** Organization that owns the account; undefined for the provider's account. */
export function organizationOf(account: string): string | undefined {
  return /^organization:(.+)$/.exec(account)?.[1];
}

/** Sign of the entry in the clearing account, or in that of the tender or of exchanges. CREDIT_GIVEN, CREDIT_TAKEN: by the first and the new order. */
export const DIRECTIONS = {
  CAPTURE: 1,
  REFUND: -1,
  REFUND_RETURNED: 1,
  CHARGEBACK: -1,
  CREDIT_GIVEN: -1,
  CREDIT_TAKEN: 1,
} as const;

export type Movement = keyof typeof DIRECTIONS;

/** Entries that belong to a payout, and to no order. */
export type Settlement = "PAYOUT" | "PAYOUT_RETURNED";
