// State of the test payment provider in an append-only file, so that acknowledged changes survive a crash, and its test cards.
import { createHash, randomUUID } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface ProviderRefund {
  refund_id: string;
  amount: number;
  status: "pending" | "succeeded" | "failed";
  failure_code: string | null;
}

export interface ProviderPayment {
  id: string;
  key: string;
  created_at: string;
  status: "requires_action" | "processing" | "authorized" | "declined" | "captured" | "voided";
  amount: number;
  currency: string;
  payment_method: string;
  captured: number;
  captured_at: string | null;
  refunded: number;
  /** Amount reclaimed by the buyer's bank. */
  charged_back: number;
  /** The buyer's bank wants it back, or has got it: it can't be refunded. */
  disputed: boolean;
  failure_code: string | null;
  next_action: { url: string } | null;
  return_url: string | null;
  card: { fingerprint: string; risk_level: "normal" | "elevated" | "highest" };
  metadata: { payment_id: string; order_id: string; buyer_id: string };
  refunds: ProviderRefund[];
  /** Idempotency keys of its operations. */
  done: string[];
}

export type NewPayment = Pick<ProviderPayment, "amount" | "currency" | "payment_method" | "metadata" | "return_url">;

export interface ProviderDispute {
  id: string;
  payment: string;
  amount: number;
  reason: string;
  status: "open" | "won" | "lost";
}

/** Event of a payment or refund. */
export interface Said {
  payment: ProviderPayment;
  refund?: ProviderRefund;
  dispute?: ProviderDispute;
  warning?: string;
}

export interface TestCard {
  declines?: string;
  slowMs?: number;
  /** Stays in processing until it is voided. */
  neverEnds?: boolean;
  /** The first call takes effect and is never answered. */
  silentOnce?: boolean;
  /** The buyer has to confirm on a page of the provider, as with 3-D Secure. */
  asksBuyer?: boolean;
  capturesNot?: boolean;
  refunds?: "fails" | "takes long" | "comes back";
  riskLevel?: "elevated" | "highest";
}

const CARDS: Record<string, TestCard> = {
  pm_card_visa: {},
  pm_card_declined: { declines: "card_declined" },
  pm_card_insufficient_funds: { declines: "insufficient_funds" },
  pm_card_slow: { slowMs: 5_000 },
  pm_card_timeout: { silentOnce: true },
  pm_card_risky: { riskLevel: "elevated" },
  pm_card_fraud: { riskLevel: "highest" },
  pm_card_never: { neverEnds: true },
  pm_card_authentication_required: { asksBuyer: true },
  pm_card_capture_fails: { capturesNot: true },
  pm_card_refund_fails: { refunds: "fails" },
  pm_card_refund_pending: { refunds: "takes long" },
  pm_card_refund_returned: { refunds: "comes back" },
  // Names of https://docs.stripe.com/testing.
  pm_card_visa_chargeDeclined: { declines: "generic_decline" },
  pm_card_visa_chargeDeclinedInsufficientFunds: { declines: "insufficient_funds" },
  pm_card_authenticationRequired: { asksBuyer: true },
  pm_card_pendingRefund: { refunds: "takes long" },
  pm_card_refundFail: { refunds: "fails" },
};

/** Undefined if it is not a test card, also for names such as `constructor`. */
export function cardNamed(method: string): TestCard | undefined {
  return Object.hasOwn(CARDS, method) ? CARDS[method] : undefined;
}

/** Why not. */
export class Refused extends Error {
  readonly status: number;
  /** In the shape of Stripe's errors; the test provider's own client reads `code`. */
  readonly body: object;

  constructor(status: number, code: string, more: object = {}) {
    super(code);
    this.status = status;
    const type = status < 500 ? "invalid_request_error" : "api_error";
    this.body = { error: { type, code, message: "See code.", ...more } };
  }
}

export class Books {
  readonly payments = new Map<string, ProviderPayment>();
  readonly #byKey = new Map<string, ProviderPayment>();
  readonly #file: string | undefined;

  constructor(dir: string | undefined, cutShort: () => void) {
    if (!dir) return;
    mkdirSync(dir, { recursive: true });
    this.#file = path.join(dir, "books.jsonl");
    if (!existsSync(this.#file)) return;
    for (const line of readFileSync(this.#file, "utf8").split("\n")) {
      if (line.trim() === "") continue;
      try {
        const blank = {
          refunds: [],
          charged_back: 0,
          disputed: false,
          next_action: null,
          return_url: null,
          captured_at: null,
          created_at: "",
        };
        this.#remember({ ...blank, ...(JSON.parse(line) as ProviderPayment) });
      } catch {
        cutShort();
      }
    }
  }

  #remember(payment: ProviderPayment): void {
    this.payments.set(payment.id, payment);
    this.#byKey.set(payment.key, payment);
  }

  write(payment: ProviderPayment): void {
    this.#remember(payment);
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify(payment)}\n`);
  }

  find(id: string): ProviderPayment {
    const payment = this.payments.get(id);
    if (!payment) throw new Refused(404, "no_such_payment");
    return payment;
  }

  /** Forgets idempotency keys: from now on repeated requests run again. */
  forgetKeys(): void {
    this.#byKey.clear();
  }

  /** The payment with this key, created if missing. */
  authorize(
    prefix: string,
    key: string,
    asked: NewPayment,
    pageUrl: (id: string) => string,
  ): { payment: ProviderPayment; isNew: boolean } {
    const known = this.#byKey.get(key);
    if (known) return { payment: known, isNew: false };
    const card = cardNamed(asked.payment_method);
    if (!card) throw new Refused(400, "invalid_payment_method");
    const id = `${prefix}_${randomUUID()}`;
    const { amount, currency, payment_method: method, metadata, return_url: returnUrl } = asked;
    const payment: ProviderPayment = {
      id,
      key,
      created_at: new Date().toISOString(),
      status: statusOf(card),
      amount,
      currency,
      payment_method: method,
      captured: 0,
      captured_at: null,
      refunded: 0,
      charged_back: 0,
      disputed: false,
      failure_code: card.declines ?? null,
      next_action: card.asksBuyer ? { url: pageUrl(id) } : null,
      return_url: returnUrl ?? null,
      // Each user's test card has its own fingerprint.
      card: { fingerprint: `card_${digest(`${method} ${metadata.buyer_id}`)}`, risk_level: card.riskLevel ?? "normal" },
      metadata,
      refunds: [],
      done: [],
    };
    this.write(payment);
    return { payment, isNew: true };
  }

  /** The buyer's decision on the provider's page. */
  answer(payment: ProviderPayment, isYes: boolean): void {
    if (payment.status !== "requires_action") throw new Refused(409, "not_awaited");
    payment.status = isYes ? "authorized" : "declined";
    payment.failure_code = isYes ? null : "authentication_failed";
    payment.next_action = null;
  }

  capture(payment: ProviderPayment): void {
    if (cardNamed(payment.payment_method)?.capturesNot) throw new Refused(409, "capture_refused");
    if (payment.status !== "authorized") throw new Refused(409, "not_capturable");
    payment.status = "captured";
    payment.captured = payment.amount;
    payment.captured_at = new Date().toISOString();
  }

  void(payment: ProviderPayment): void {
    if (!["requires_action", "processing", "authorized"].includes(payment.status))
      throw new Refused(409, "not_voidable");
    payment.status = "voided";
    payment.next_action = null;
  }

  /** As at Stripe: also a declined payment, which the buyer could retry with another card. */
  cancel(payment: ProviderPayment): void {
    if (payment.status === "declined") payment.status = "voided";
    else this.void(payment);
  }

  refund(payment: ProviderPayment, refundId: string, amount: number): ProviderRefund {
    if (payment.disputed) throw new Refused(409, "charge_disputed");
    const promised = payment.refunds
      .filter(({ status }) => status !== "failed")
      .reduce((sum, each) => sum + each.amount, 0);
    if (payment.status !== "captured" || promised + payment.charged_back + amount > payment.captured)
      throw new Refused(409, "not_refundable");
    const how = cardNamed(payment.payment_method)?.refunds;
    const refund: ProviderRefund = { refund_id: refundId, amount, status: "pending", failure_code: null };
    payment.refunds.push(refund);
    // A refund fails once: the retry is another refund.
    const fails = how === "fails" && payment.refunds.length === 1;
    if (how !== "takes long") this.endRefund(payment, refund, fails ? "failed" : "succeeded");
    return refund;
  }

  endRefund(payment: ProviderPayment, refund: ProviderRefund, status: "succeeded" | "failed"): void {
    if (refund.status === "succeeded") payment.refunded -= refund.amount;
    if (status === "succeeded") payment.refunded += refund.amount;
    refund.status = status;
    refund.failure_code = status === "failed" ? "expired_or_canceled_card" : null;
    this.write(payment);
  }
}

export function digest(value: string): string {
  return createHash("sha256").update(value).digest("hex").slice(0, 16);
}

function statusOf(card: TestCard): ProviderPayment["status"] {
  if (card.declines) return "declined";
  if (card.asksBuyer) return "requires_action";
  return card.slowMs || card.neverEnds ? "processing" : "authorized";
}
