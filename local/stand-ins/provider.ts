// The test payment provider: a real HTTP server with its own records. It has its own API, and the part of Stripe's that a payment needs. It
// charges once per idempotency key. Cards and tests make it slow, unresponsive or failing. It sends signed webhooks late, several times and
// in any order.
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { healthRoutes } from "../../platform/http/health.ts";
import { listen, readBody, sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { BODY_LIMIT, jsonOf, type Desk } from "./desk.ts";
import { Books, cardNamed, Refused, type ProviderDispute, type ProviderPayment, type Said } from "./provider-books.ts";
import { messageOf, providerRoutes, SIGNATURE_HEADER } from "./provider-protocol.ts";
import { createStripeApi, isOfStripe, stripeKeys } from "./stripe.ts";

const behaviourSchema = z.strictObject({
  /** Every connection is closed. */
  down: z.boolean().optional(),
  /** Additional delay of every response. */
  slowMs: z.number().min(0).optional(),
  /** This many next requests fail without an effect. */
  failBefore: z.int().min(0).optional(),
  /** This many next requests take effect, and their responses are lost. */
  failAfter: z.int().min(0).optional(),
  /** How often each webhook is sent; 0 for never. */
  webhookTimes: z.int().min(0).optional(),
  /** How late at most; which one comes first is a matter of chance. */
  webhookLateMs: z.number().min(0).optional(),
});
export type Behaviour = z.infer<typeof behaviourSchema>;

export interface ProviderOptions {
  host: string;
  port: number;
  /** The first one signs webhooks; each authenticates requests. */
  secrets: [string, ...string[]];
  webhookUrl: string;
  /** File of the records; default: in memory. */
  dir?: string;
  logLevel: string;
  /** Takes webhooks instead of sending them. */
  deliver?: (body: string, headers: Record<string, string>) => void;
}

export interface RunningProvider {
  url: string;
  /** The records: every payment, from the provider's view. */
  payments(): ProviderPayment[];
  /** Creates a payment without a request. */
  add(payment: ProviderPayment): void;
  /** Loses a payment from its books. */
  forget(id: string): void;
  /** Sets how it behaves from now on. */
  behave(behaviour: Behaviour): void;
  /** The buyer's bank wants the money back, or has decided; by the same id it is the same dispute. */
  dispute(dispute: ProviderDispute): void;
  /** The buyer's bank calls it fraud. */
  warn(payment: string, kind: string): void;
  /** Stripe keeps idempotency keys for at least a day; this deletes all keys so far. */
  forgetKeys(): void;
  stop(): Promise<void>;
}

const SILENCE_MS = 8_000;
const WEBHOOK_TRIES = 8;
/** A refund that takes long, and one that comes back, are over after this. */
const REFUND_MS = 300;

export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const { secrets } = options;
  const logger = createLogger("provider", options.logLevel);
  const books = new Books(options.dir, () => logger.warn("an incomplete line of the provider's records is ignored"));
  const stopping = new AbortController();
  const behaviour = { down: false, slowMs: 0, failBefore: 0, failAfter: 0, webhookTimes: 2, webhookLateMs: 600 };
  const later = (ms: number) => delay(ms, undefined, { signal: stopping.signal });

  const stripe = createStripeApi();

  /** Late, several times, and whichever comes first. An event is immutable: later changes are other events. */
  function tell(said: Said): void {
    const message = isOfStripe(said.payment) ? stripe.eventOf(said) : { id: `evt_${randomUUID()}`, ...messageOf(said) };
    const body = JSON.stringify(message);
    for (let time = 0; time < behaviour.webhookTimes; time++)
      void send(said.payment, body, 50 + Math.random() * behaviour.webhookLateMs).catch(() => {});
  }

  async function send(about: ProviderPayment, body: string, lateMs: number): Promise<void> {
    const [header, secret] = isOfStripe(about)
      ? (["stripe-signature", stripeKeys(secrets[0]).webhookSecret] as const)
      : ([SIGNATURE_HEADER, secrets[0]] as const);
    await later(lateMs);
    for (let attempt = 1; attempt <= WEBHOOK_TRIES; attempt++) {
      const at = Math.floor(Date.now() / 1_000);
      const signature = `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`;
      const headers = { "content-type": "application/json", [header]: signature };
      if (options.deliver) return options.deliver(body, headers);
      const response = await fetch(options.webhookUrl, {
        method: "POST",
        body,
        headers,
        signal: stopping.signal,
      }).catch(() => undefined);
      if (response?.ok) return;
      await later(200 * 2 ** attempt);
    }
  }

  function endProcessing(payment: ProviderPayment): void {
    if (payment.status !== "processing" || cardNamed(payment.payment_method)?.neverEnds) return;
    payment.status = "authorized";
    books.write(payment);
    tell({ payment });
  }

  const desk: Desk = {
    books,
    authorize: async (prefix, key, asked) => {
      const { payment, isNew } = books.authorize(prefix, key, asked, (id) => `${self}/authenticate/${id}`);
      if (!isNew) return payment;
      const { slowMs, silentOnce } = cardNamed(payment.payment_method)!;
      if (slowMs)
        await later(slowMs).then(
          () => endProcessing(payment),
          () => {},
        );
      else tell({ payment });
      if (silentOnce) await later(SILENCE_MS).catch(() => {});
      return payment;
    },
    change: (payment, work) => {
      work();
      books.write(payment);
      tell({ payment });
    },
    refund: (payment, refundId, amount) => {
      const refund = books.refund(payment, refundId, amount);
      books.write(payment);
      tell({ payment, refund });
      const how = cardNamed(payment.payment_method)?.refunds;
      const end = (status: "succeeded" | "failed") => () => {
        books.endRefund(payment, refund, status);
        tell({ payment, refund });
      };
      // A refund is returned once: the retry is another refund.
      if (how === "takes long") void later(REFUND_MS).then(end("succeeded"), () => {});
      if (how === "comes back" && payment.refunds.length === 1) void later(REFUND_MS).then(end("failed"), () => {});
      return refund;
    },
  };

  /** The page on which the buyer confirms or refuses. Its URL is sufficient for access. */
  const page: Handler = (_, response, url) => {
    const payment = books.find(url.pathname.split("/")[2] ?? "");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(
      `<!doctype html><title>Is it you?</title><p>Pay ${payment.amount} ${payment.currency} (minor units)?</p>` +
        `<form method="post"><button name="answer" value="yes">Yes</button> <button name="answer" value="no">No</button></form>`,
    );
  };
  const answer: Handler = async (request, response, url) => {
    const payment = books.find(url.pathname.split("/")[2] ?? "");
    const said = new URLSearchParams((await readBody(request, BODY_LIMIT)).toString("utf8")).get("answer");
    desk.change(payment, () => books.answer(payment, said === "yes"));
    if (payment.return_url) return void response.writeHead(303, { location: payment.return_url }).end();
    sendJson(response, 200, { status: payment.status });
  };

  function authorized(request: IncomingMessage): boolean {
    const given = Buffer.from(request.headers.authorization ?? "");
    return secrets
      .flatMap((secret) => [secret, stripeKeys(secret).secretKey].map((key) => Buffer.from(`Bearer ${key}`)))
      .some((expected) => given.length === expected.length && timingSafeEqual(given, expected));
  }

  function open(handle: Handler): Handler {
    return async (request, response, url) => {
      try {
        await handle(request, response, url);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        sendJson(response, error.status, error.body);
      }
    };
  }

  function guarded(handle: Handler): Handler {
    return open((request, response, url) => {
      if (!authorized(request)) throw new Refused(401, "unauthorized");
      return handle(request, response, url);
    });
  }

  /** As configured by tests. */
  function unreliable(handle: Handler): Handler {
    return guarded(async (request, response, url) => {
      if (behaviour.down) return void request.destroy();
      if (behaviour.slowMs > 0) await later(behaviour.slowMs);
      if (behaviour.failBefore > 0) {
        behaviour.failBefore--;
        throw new Refused(503, "try_again");
      }
      if (behaviour.failAfter === 0) return handle(request, response, url);
      behaviour.failAfter--;
      response.end = () => response.destroy();
      await handle(request, response, url);
    });
  }

  const behave = (wanted: Behaviour) => void Object.assign(behaviour, behaviourSchema.parse(wanted));
  const dispute = (said: ProviderDispute) => {
    const payment = books.find(said.payment);
    payment.disputed = said.status !== "won";
    if (said.status === "lost") payment.charged_back = said.amount;
    books.write(payment);
    tell({ payment, dispute: said });
  };
  const warn = (payment: string, warning: string) => tell({ payment: books.find(payment), warning });

  const routes: Route[] = [
    ...providerRoutes(desk, { guarded, unreliable }),
    ...stripe.routes(desk, { guarded, unreliable }),
    {
      method: "POST",
      path: "/v1/test/behaviour",
      handle: guarded(async (request, response) => {
        behave(await jsonOf<Behaviour>(request));
        sendJson(response, 200, behaviour);
      }),
    },
    {
      method: "POST",
      path: "/v1/test/disputes",
      handle: guarded(async (request, response) => {
        dispute(await jsonOf<ProviderDispute>(request));
        sendJson(response, 200, {});
      }),
    },
    { method: "GET", path: "/authenticate/*", handle: open(page) },
    { method: "POST", path: "/authenticate/*", handle: open(answer) },
    ...healthRoutes(),
  ];
  const http = await listen({ host: options.host, port: options.port, routes, logger });
  const self = `http://${options.host}:${http.port}`;
  // Operations in progress at the last crash are completed now.
  for (const payment of books.payments.values()) endProcessing(payment);
  return {
    url: self,
    payments: () => [...books.payments.values()],
    add: (payment) => books.write(payment),
    forget: (id) => void books.payments.delete(id),
    behave,
    dispute,
    warn,
    forgetKeys: () => {
      books.forgetKeys();
      stripe.forgetKeys();
    },
    stop: async () => {
      stopping.abort();
      await http.stop();
    },
  };
}
