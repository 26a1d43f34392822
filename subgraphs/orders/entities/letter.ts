import type { LetterKind, LetterStatus } from "../schema.generated.ts";

/** A mail to somebody about an order. */
export interface Letter {
  id: string;
  orderId: string;
  recipientId: string;
  kind: LetterKind;
  /** What it is about; of ORDER_CONFIRMED and ORDER_ENDED none are named. */
  ticketIds: string[];
  /** What goes back to the recipient, in minor units of the order's currency. */
  amount: number;
  reason: string | null;
  status: LetterStatus;
  writtenAt: Date;
  settledAt: Date | null;
}
