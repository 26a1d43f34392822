import type { BooksFindingKind } from "../schema.generated.ts";

export interface BooksFinding {
  id: string;
  kind: BooksFindingKind;
  subject: string;
  paymentId: string | null;
  orderId: string | null;
  detail: string;
  foundAt: Date;
  resolvedAt: Date | null;
}

/** What a check has seen, before it is written down. */
export type Found = Pick<BooksFinding, "kind" | "subject" | "paymentId" | "orderId" | "detail">;
