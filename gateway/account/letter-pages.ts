// Pages that links of letters open. Opening one changes nothing, because mail scanners open links, too: a button does.
import { randomUUID } from "node:crypto";
import { FIND_ORDERS } from "./code-page.ts";
import { again } from "./fields.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { html, type Html } from "./html.ts";
import { card, EMPTY, hidden, type FormState, type Page, type Parts } from "./page.ts";
import { time } from "./time.ts";
import type { Texts } from "./texts/en.ts";
import { refusalText } from "./texts/refusals.ts";
import {
  AnswerRefundOffer,
  LetterSubscriptionPage,
  RefundOfferPage,
  SetLetterSubscription,
  type RefundOfferPageQuery,
} from "./api.generated.ts";

const REFUND = "/account/refund";
const LETTERS = "/account/letters";

type Order = NonNullable<RefundOfferPageQuery["order"]>;

const choiceForm = (orderId: string, answer: "KEEP" | "REFUND", label: string, state: FormState): Html =>
  html`<form method="post">
    ${hidden("order", orderId)} ${hidden("answer", answer)}
    ${hidden("idempotencyKey", state.values.idempotencyKey ?? randomUUID())}
    <button${answer === "REFUND" ? html` class="bad"` : ""}>${label}</button>
  </form>`;

function choice(texts: Texts, { id, number, event, tickets, refundOffer }: Order, state: FormState): Html {
  const words = texts.orders.refund;
  const valid = tickets.filter(({ status }) => status === "VALID").length;
  const about = html`<p>${event ? words.nowOn(event.name, time(texts, event.startsAt)) : texts.orders.event}</p>
    <p class="quiet">${words.order(number, texts.orders.tickets(valid))}</p>`;
  if (!refundOffer)
    return card(
      state,
      html`${about}
        <p>${words.none}</p>`,
    );
  const answered = refundOffer.answer && html`<p>${words.answered[refundOffer.answer]}</p>`;
  if (!refundOffer.isOpen) return card(state, html`${about} ${answered ?? html`<p>${words.ended}</p>`}`);
  return card(
    state,
    html`${about} ${answered}
      <p>${words.until(time(texts, refundOffer.until))}</p>
      ${choiceForm(id, "KEEP", words.keep, state)} ${choiceForm(id, "REFUND", words.refund, state)}`,
    html`<p class="quiet">${words.accepted}</p>`,
  );
}

const refundPage = ({ ask }: Parts): Page => ({
  path: REFUND,
  title: ({ orders }) => orders.refund.title,
  isPrivate: true,
  show: async ({ url, visitor, texts }, state) => {
    const words = texts.orders.refund;
    const orderId = state.values.order ?? url.searchParams.get("order") ?? "";
    const { order } = await ask(RefundOfferPage, { id: orderId }, visitor);
    if (order) return choice(texts, order, state);
    return card(
      EMPTY,
      html`<p>${words.otherAccount}</p>
        <a class="button" href="${FIND_ORDERS}">${words.asGuest}</a>`,
    );
  },
  submit: async ({ visitor, texts }, fields) => {
    const orderId = fields.order ?? "";
    const answer = fields.answer === "REFUND" ? "REFUND" : "KEEP";
    const input = { orderId, answer, idempotencyKey: fields.idempotencyKey || randomUUID() } as const;
    const { answerRefundOffer: result } = await ask(AnswerRefundOffer, { input }, visitor);
    if (result.__typename !== "Order") return again({}, 400, { problem: refusalText(texts, result) });
    return {
      to: `${REFUND}?${new URLSearchParams({ order: orderId, done: answer === "KEEP" ? "kept" : "refunded" })}`,
    };
  },
});

const codeOf = (url: URL, fields: Fields) => fields.code ?? url.searchParams.get("code") ?? "";

/** The mail program of a recipient sends the form by itself (RFC 8058): it has no origin, and gets no redirect. */
const lettersPage = ({ ask }: Parts): Page => ({
  path: LETTERS,
  title: ({ orders }) => orders.letters.title,
  isForAnySite: true,
  show: async ({ url, visitor, texts }, state) => {
    const words = texts.orders.letters;
    const code = codeOf(url, state.values);
    const { letterSubscription: known } = await ask(LetterSubscriptionPage, { code }, visitor);
    if (!known) return card(state, html`<p>${words.broken}</p>`);
    const { organization, isSubscribed } = known;
    return card(
      state,
      html`<p>${isSubscribed ? words.subscribed(organization.name) : words.unsubscribed(organization.name)}</p>
        <form method="post">
          ${hidden("code", code)} ${hidden("isSubscribed", String(!isSubscribed))}
          <button>${isSubscribed ? words.stop : words.start}</button>
        </form>`,
      html`<p class="quiet">${words.always}</p>`,
    );
  },
  submit: async ({ url, visitor, texts }, fields) => {
    const input = { code: codeOf(url, fields), isSubscribed: fields.isSubscribed === "true" };
    const { setLetterSubscription: result } = await ask(SetLetterSubscription, { input }, visitor);
    if (result.__typename === "LetterSubscription") return { status: 200, state: { ...EMPTY, values: fields } };
    return again(fields, 404, { problem: refusalText(texts, result) });
  },
});

export const letterPages = [refundPage, lettersPage];
