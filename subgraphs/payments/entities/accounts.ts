// The chart of accounts, and which way each movement goes.

/** What the provider has taken for us and not paid out. */
export const CLEARING = "provider:clearing";

export function payableTo(organizationId: string): string {
  return `organization:${organizationId}`;
}

/** Whom an account belongs to; undefined for the provider's. */
export function organizationOf(account: string): string | undefined {
  return /^organization:(.+)$/.exec(account)?.[1];
}

/** Which way the money goes: into the clearing account, or out of it. */
export const DIRECTIONS = { CAPTURE: 1, REFUND: -1, REFUND_RETURNED: 1, CHARGEBACK: -1 } as const;

export type Movement = keyof typeof DIRECTIONS;
