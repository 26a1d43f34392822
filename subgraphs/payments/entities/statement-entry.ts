import type { StatementEntryKind } from "../enums.generated.ts";

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
