// What both APIs of the test provider share: what they may do to a payment, and how requests are answered.
import type { IncomingMessage } from "node:http";
import { readBody, type Handler } from "../../platform/http/http.ts";
import { Refused, type Books, type NewPayment, type ProviderPayment, type ProviderRefund } from "./provider-books.ts";

export interface Desk {
  books: Books;
  /** The payment of this key. If it is new, its id begins with `prefix`, and webhooks tell of it. */
  authorize(prefix: "pay" | "pi", key: string, asked: NewPayment): Promise<ProviderPayment>;
  /** Changes a payment, and tells of it. */
  change(payment: ProviderPayment, work: () => void): void;
  /** A new refund; tells of it, and of how it ends. */
  refund(payment: ProviderPayment, refundId: string, amount: number): ProviderRefund;
}

export interface Wrappers {
  /** For requests with our secret only. */
  guarded(handle: Handler): Handler;
  /** Guarded, and as slow, silent or broken as tests want it. */
  unreliable(handle: Handler): Handler;
}

export const BODY_LIMIT = 64 * 1024;

export async function jsonOf<Body>(request: IncomingMessage): Promise<Body> {
  try {
    return JSON.parse((await readBody(request, BODY_LIMIT)).toString("utf8")) as Body;
  } catch {
    throw new Refused(400, "invalid_json");
  }
}
