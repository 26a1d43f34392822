// Chart of accounts, and the direction of each movement.

/** Net amount at the provider: captures minus refunds and chargebacks. */
export const CLEARING = "provider:clearing";

export function payableTo(organizationId: string): string {
  return `organization:${organizationId}`;
}

/** Organization that owns the account; undefined for the provider's account. */
export function organizationOf(account: string): string | undefined {
  return /^organization:(.+)$/.exec(account)?.[1];
}

/** Sign of the entry in the clearing account. */
export const DIRECTIONS = { CAPTURE: 1, REFUND: -1, REFUND_RETURNED: 1, CHARGEBACK: -1 } as const;

export type Movement = keyof typeof DIRECTIONS;
