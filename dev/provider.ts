// The test payment provider: a real HTTP server with books of its own, which it keeps in an append-only file, so that
// what it has said outlives a kill. It takes money once per idempotency key, is slow, silent or unwilling where the
// card says so, and sends signed webhooks late, twice and in any order.
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { listen, readBody, sendJson, type Handler, type Route } from "../platform/http.ts";
import { createLogger } from "../platform/logger.ts";

interface ProviderPayment {
  id: string;
  key: string;
  status: "processing" | "authorized" | "declined" | "captured" | "voided";
  amount: number;
  currency: string;
  payment_method: string;
  captured: number;
  refunded: number;
  failure_code: string | null;
  card: { fingerprint: string; risk_level: "normal" | "elevated" | "highest" };
  metadata: { payment_id: string; order_id: string };
  /** Keys of what was done to it. */
  done: string[];
}

export interface ProviderOptions {
  host: string;
  port: number;
  secret: string;
  webhookUrl: string;
  /** Where the books are kept; in memory if left out. */
  dir?: string;
  logLevel: string;
  /** Whether webhooks are sent at all. */
  webhooks?: boolean;
}

export interface RunningProvider {
  url: string;
  /** The books: every payment, as the provider sees it. */
  payments(): ProviderPayment[];
  /** Sets how it behaves from now on. */
  behave(behaviour: { down?: boolean; webhooks?: boolean }): void;
  stop(): Promise<void>;
}

interface TestCard {
  declines?: string;
  slowMs?: number;
  /** The first call is taken and never answered. */
  silentOnce?: boolean;
  capturesNot?: boolean;
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
  pm_card_capture_fails: { capturesNot: true },
};

const BODY_LIMIT = 64 * 1024;
const SILENCE_MS = 8_000;
const WEBHOOK_TRIES = 8;

export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const { secret, dir } = options;
  const logger = createLogger("provider", options.logLevel);
  const file = dir && path.join(dir, "books.jsonl");
  const payments = new Map<string, ProviderPayment>();
  const byKey = new Map<string, ProviderPayment>();
  const stopping = new AbortController();
  let down = false;
  let webhooks = options.webhooks ?? true;

  if (dir) mkdirSync(dir, { recursive: true });
  if (file && existsSync(file)) {
    for (const line of readFileSync(file, "utf8").split("\n")) {
      if (line.trim() === "") continue;
      try {
        remember(JSON.parse(line) as ProviderPayment);
      } catch {
        logger.warn("the last line of the books was cut short and is left out");
      }
    }
  }

  function remember(payment: ProviderPayment): void {
    payments.set(payment.id, payment);
    byKey.set(payment.key, payment);
  }

  function write(payment: ProviderPayment): void {
    remember(payment);
    if (file) appendFileSync(file, `${JSON.stringify(payment)}\n`);
  }

  function announce(payment: ProviderPayment): void {
    if (!webhooks) return;
    const body = JSON.stringify({ id: `evt_${randomUUID()}`, type: `payment.${payment.status}`, payment });
    // Late, twice, and whichever comes first.
    for (const lateMs of [50 + Math.random() * 300, 300 + Math.random() * 600]) void send(body, lateMs).catch(() => {});
  }

  async function send(body: string, lateMs: number): Promise<void> {
    await delay(lateMs, undefined, { signal: stopping.signal });
    for (let attempt = 1; attempt <= WEBHOOK_TRIES; attempt++) {
      const at = Math.floor(Date.now() / 1_000);
      const signature = `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`;
      const response = await fetch(options.webhookUrl, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", "provider-signature": signature },
        signal: stopping.signal,
      }).catch(() => undefined);
      if (response?.ok) return;
      await delay(200 * 2 ** attempt, undefined, { signal: stopping.signal });
    }
  }

  function authorized(request: IncomingMessage): boolean {
    const given = Buffer.from(request.headers.authorization ?? "");
    const expected = Buffer.from(`Bearer ${secret}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  type Work = (payment: ProviderPayment, body: { amount?: number }) => string | undefined;

  /** Does something to a payment, once per key; `work` answers with why not. */
  const action =
    (work: Work): Handler =>
    async (request, response, url) => {
      const key = String(request.headers["idempotency-key"] ?? "");
      const payment = payments.get(url.pathname.split("/")[3] ?? "");
      const body = JSON.parse((await readBody(request, BODY_LIMIT)).toString("utf8")) as { amount?: number };
      if (!payment) return refuse(response, 404, "no_such_payment");
      if (!payment.done.includes(key)) {
        const refusal = work(payment, body);
        if (refusal) return refuse(response, 409, refusal);
        payment.done.push(key);
        write(payment);
        announce(payment);
      }
      sendJson(response, 200, payment);
    };

  const authorize: Handler = async (request, response) => {
    const key = String(request.headers["idempotency-key"] ?? "");
    const body = JSON.parse((await readBody(request, BODY_LIMIT)).toString("utf8")) as Pick<
      ProviderPayment,
      "amount" | "currency" | "payment_method" | "metadata"
    >;
    const known = byKey.get(key);
    if (known) return sendJson(response, 200, known);
    const card = CARDS[body.payment_method];
    if (!card) return refuse(response, 400, "invalid_payment_method");
    const payment: ProviderPayment = {
      ...body,
      id: `pay_${randomUUID()}`,
      key,
      status: card.slowMs ? "processing" : card.declines ? "declined" : "authorized",
      captured: 0,
      refunded: 0,
      failure_code: card.declines ?? null,
      card: { fingerprint: `card_${body.payment_method}`, risk_level: card.riskLevel ?? "normal" },
      done: [],
    };
    write(payment);
    if (card.slowMs) {
      void delay(card.slowMs, undefined, { signal: stopping.signal })
        .then(() => {
          payment.status = "authorized";
          write(payment);
          announce(payment);
        })
        .catch(() => {});
      await delay(card.slowMs, undefined, { signal: stopping.signal }).catch(() => {});
    } else announce(payment);
    if (card.silentOnce) await delay(SILENCE_MS, undefined, { signal: stopping.signal }).catch(() => {});
    sendJson(response, 200, payment);
  };

  const capture: Work = (payment) => {
    if (CARDS[payment.payment_method]?.capturesNot) return "capture_refused";
    if (payment.status !== "authorized") return "not_capturable";
    payment.status = "captured";
    payment.captured = payment.amount;
    return undefined;
  };
  const voided: Work = (payment) => {
    if (payment.status !== "authorized") return "not_voidable";
    payment.status = "voided";
    return undefined;
  };
  const refund: Work = (payment, { amount = 0 }) => {
    if (payment.status !== "captured" || payment.refunded + amount > payment.captured) return "not_refundable";
    payment.refunded += amount;
    return undefined;
  };
  const byAction: Record<string, Handler> = { capture: action(capture), void: action(voided), refunds: action(refund) };

  function guarded(handle: Handler): Handler {
    return (request, response, url) => {
      if (down) return void request.destroy();
      if (!authorized(request)) return refuse(response, 401, "unauthorized");
      return handle(request, response, url);
    };
  }

  const routes: Route[] = [
    { method: "POST", path: "/v1/payments", handle: guarded(authorize) },
    {
      method: "POST",
      path: "/v1/payments/*",
      handle: guarded((request, response, url) =>
        (byAction[url.pathname.split("/")[4] ?? ""] ?? ((_, r) => refuse(r, 404, "no_such_action")))(
          request,
          response,
          url,
        ),
      ),
    },
    {
      method: "GET",
      path: "/v1/payments",
      handle: guarded((_, response) => sendJson(response, 200, { payments: [...payments.values()] })),
    },
    { method: "GET", path: "/health", handle: (_, response) => sendJson(response, 200, { status: "ok" }) },
    { method: "GET", path: "/health/ready", handle: (_, response) => sendJson(response, 200, { status: "ok" }) },
  ];
  const http = await listen({ host: options.host, port: options.port, routes, logger });
  // What was being processed when the last run was killed is processed now.
  for (const payment of payments.values()) {
    if (payment.status !== "processing") continue;
    payment.status = "authorized";
    write(payment);
    announce(payment);
  }
  return {
    url: `http://${options.host}:${http.port}`,
    payments: () => [...payments.values()],
    behave: (behaviour) => {
      down = behaviour.down ?? down;
      webhooks = behaviour.webhooks ?? webhooks;
    },
    stop: async () => {
      stopping.abort();
      await http.stop();
    },
  };
}

function refuse(response: ServerResponse, status: number, code: string): void {
  sendJson(response, status, { error: { code } });
}
