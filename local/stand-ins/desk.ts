// Shared part of both APIs of the test provider: operations on payments, and responses.
import type { IncomingMessage } from "node:http";
import { readBody, type Handler } from "../../platform/http/http.ts";
import { Refused, type Books, type NewPayment, type ProviderPayment, type ProviderRefund } from "./provider-books.ts";

export interface Desk {
  books: Books;
  /** The payment of this key. If it is new, its ID begins with `prefix`, and webhooks report it. */
  authorize(prefix: "pay" | "pi", key: string, asked: NewPayment): Promise<ProviderPayment>;
  /** Changes a payment, and sends a webhook. */
  change(payment: ProviderPayment, work: () => void): void;
  /** A new refund; webhooks report it and its outcome. */
  refund(payment: ProviderPayment, refundId: string, amount: number): ProviderRefund;
}

export interface Wrappers {
  /** Only for requests with our secret. */
  guarded(handle: Handler): Handler;
  /** Authenticated, and slow, unresponsive or failing as configured by tests. */
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
