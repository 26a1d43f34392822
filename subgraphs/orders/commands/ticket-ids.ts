// A ticket's id follows from its order and its seat, so issuing twice makes one.
import { idOf } from "../../../platform/core/ids.ts";

export function ticketIdOf(orderId: string, position: number): string {
  return idOf(`ticket ${orderId} ${position}`);
}
