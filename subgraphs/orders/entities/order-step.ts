import type { Order } from "./order.ts";

export interface OrderStep {
  orderId: string;
  at: Date;
  status: Order["status"];
  note: string | null;
  /** The note is for the organization alone. */
  isInternal: boolean;
}
