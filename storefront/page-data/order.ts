// Data of the pages of an order.
import type { OrderPageQuery } from "../documents/order.generated.ts";
import type { Problem } from "./problem.ts";

export type OrderInFull = NonNullable<OrderPageQuery["order"]>;

export interface OrderPages {
  order: {
    order: OrderInFull;
    emailVerified: boolean;
    isGuest: boolean;
    /** IDs of events whose tickets the viewer can exchange. */
    exchangeable: string[];
    /** IDs of events whose tickets the viewer can give back. */
    returnable: string[];
    key: string;
    card: string;
    problem?: Problem;
  };
  refund: {
    orderId: string;
    number: string;
    offer: OrderInFull["refundOffers"][number] | null;
    /** The moved event. */
    event: OrderInFull["events"][number] | null;
    /** Valid ones of the viewer for this event. */
    tickets: OrderInFull["tickets"];
    /** Whether an answer is changed. */
    changes: boolean;
    key: string;
    problem?: Problem;
  };
}
