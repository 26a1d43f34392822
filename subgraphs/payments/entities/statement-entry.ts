import type { StatementEntryKind } from "../schema.generated.ts";

export interface StatementEntry {
  id: number;
  at: Date;
  what: StatementEntryKind;
  amount: number;
  currency: string;
  balance: number;
  orderId: string;
  paymentId: string;
}
