import { readsAs, type Member } from "../../../domain/roles.ts";
import type { Order } from "./order.ts";

export interface OrderStep {
  orderId: string;
  at: Date;
  status: Order["status"];
  note: string | null;
  /** The note is for the organization alone. */
  isInternal: boolean;
}

/** A buyer is told what was decided, not what a reviewer has written about it. */
export function noteFor(viewer: Member | null, order: Pick<Order, "organizationId">, step: OrderStep): string | null {
  return !step.isInternal || readsAs(viewer, "BOX_OFFICE", order.organizationId) ? step.note : null;
}
