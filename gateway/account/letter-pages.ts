// Pages that links of letters open. Opening one changes nothing, because mail scanners open links, too: a button does.
import { randomUUID } from "node:crypto";
import { FIND_ORDERS } from "./code-page.ts";
import { again } from "./fields.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { html, type Html } from "./html.ts";
import { card, EMPTY, hidden, type FormState, type Page, type Parts } from "./page.ts";
import { time } from "./time.ts";
import {
  AnswerRefundOffer,
  LetterSubscriptionPage,
  RefundOfferPage,
  SetLetterSubscription,
  type RefundOfferPageQuery,
} from "./api.generated.ts";

const REFUND = "/account/refund";
const LETTERS = "/account/letters";

export const LETTER_NOTICES = {
  kept: "You keep your tickets.",
  refunded: "Your tickets are cancelled, and the money is on its way to you.",
};

type Order = NonNullable<RefundOfferPageQuery["order"]>;

const ANSWERED = { KEEP: "You answered that you keep your tickets.", REFUND: "You chose your money back." };

const choiceForm = (orderId: string, answer: "KEEP" | "REFUND", label: string, state: FormState): Html =>
  html`<form method="post">
    ${hidden("order", orderId)} ${hidden("answer", answer)}
    ${hidden("idempotencyKey", state.values.idempotencyKey ?? randomUUID())}
    <button${answer === "REFUND" ? html` class="bad"` : ""}>${label}</button>
  </form>`;

function choice({ id, number, event, tickets, refundOffer }: Order, state: FormState): Html {
  const valid = tickets.filter(({ status }) => status === "VALID").length;
  const about = html`<p>${event?.name ?? "Event"}${event && html`, now on ${time(event.startsAt)}`}</p>
    <p class="quiet">Order ${number}: ${valid} ${valid === 1 ? "ticket" : "tickets"}</p>`;
  if (!refundOffer)
    return card(
      state,
      html`${about}
        <p>There is no offer of a refund for this order.</p>`,
    );
  const answered = refundOffer.answer && html`<p>${ANSWERED[refundOffer.answer]}</p>`;
  if (!refundOffer.isOpen)
    return card(state, html`${about} ${answered ?? html`<p>The offer has ended. You keep your tickets.</p>`}`);
  return card(
    state,
    html`${about} ${answered}
      <p>Until ${time(refundOffer.until)} you can choose. If you do nothing, you keep your tickets.</p>
      ${choiceForm(id, "KEEP", "Keep the tickets", state)}
      ${choiceForm(id, "REFUND", "Cancel the tickets, money back", state)}`,
    html`<p class="quiet">Tickets that somebody else accepted from you stay valid.</p>`,
  );
}

const refundPage = ({ ask }: Parts): Page => ({
  path: REFUND,
  title: "Keep your tickets, or get your money back",
  isPrivate: true,
  show: async ({ url, visitor }, state) => {
    const orderId = state.values.order ?? url.searchParams.get("order") ?? "";
    const { order } = await ask(RefundOfferPage, { id: orderId }, visitor);
    if (order) return choice(order, state);
    return card(
      EMPTY,
      html`<p>This order belongs to another account. Sign in as the person who bought the tickets.</p>
        <a class="button" href="${FIND_ORDERS}">I bought without an account</a>`,
    );
  },
  submit: async ({ visitor }, fields) => {
    const orderId = fields.order ?? "";
    const answer = fields.answer === "REFUND" ? "REFUND" : "KEEP";
    const input = { orderId, answer, idempotencyKey: fields.idempotencyKey || randomUUID() } as const;
    const { answerRefundOffer: result } = await ask(AnswerRefundOffer, { input }, visitor);
    if (result.__typename !== "Order") return again({}, 400, { problem: result.message });
    return {
      to: `${REFUND}?${new URLSearchParams({ order: orderId, done: answer === "KEEP" ? "kept" : "refunded" })}`,
    };
  },
});

const codeOf = (url: URL, fields: Fields) => fields.code ?? url.searchParams.get("code") ?? "";

const UNKNOWN_CODE = html`<p>The link is not complete. Open it from the letter again.</p>`;

/** The mail program of a recipient sends the form by itself (RFC 8058): it has no origin, and gets no redirect. */
const lettersPage = ({ ask }: Parts): Page => ({
  path: LETTERS,
  title: "Letters of an organizer",
  isForAnySite: true,
  show: async ({ url, visitor }, state) => {
    const code = codeOf(url, state.values);
    const { letterSubscription: known } = await ask(LetterSubscriptionPage, { code }, visitor);
    if (!known) return card(state, UNKNOWN_CODE);
    const { organization, isSubscribed } = known;
    return card(
      state,
      html`<p>
          ${isSubscribed ? `You get letters that ${organization.name} writes to people with tickets.` : `You get no more letters that ${organization.name} writes.`}
        </p>
        <form method="post">
          ${hidden("code", code)} ${hidden("isSubscribed", String(!isSubscribed))}
          <button>${isSubscribed ? "No more letters" : "Get letters again"}</button>
        </form>`,
      html`<p class="quiet">Letters about your own orders, such as a new date, are always sent.</p>`,
    );
  },
  submit: async ({ url, visitor }, fields) => {
    const input = { code: codeOf(url, fields), isSubscribed: fields.isSubscribed === "true" };
    const { setLetterSubscription: result } = await ask(SetLetterSubscription, { input }, visitor);
    if (result.__typename === "LetterSubscription") return { status: 200, state: { ...EMPTY, values: fields } };
    return again(fields, 404, { problem: result.message });
  },
});

export const letterPages = [refundPage, lettersPage];
