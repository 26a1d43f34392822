// A ticket's ID derives from its order and seat, so issuing is idempotent.
import { idOf } from "../../../platform/core/ids.ts";

export function ticketIdOf(orderId: string, position: number): string {
  return idOf(`ticket ${orderId} ${position}`);
}
