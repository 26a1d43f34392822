// Pages that links of letters open. Opening one changes nothing, because mail scanners open links, too: a button does.
import { randomUUID } from "node:crypto";
import { FIND_ORDERS } from "./code-page.ts";
import { again } from "./fields.ts";
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

const choiceForm = (answer: "KEEP" | "REFUND", label: string, state: FormState): Html =>
  html`<form method="post">
    ${hidden("answer", answer)} ${hidden("idempotencyKey", state.values.idempotencyKey ?? randomUUID())}
    <button${answer === "REFUND" ? html` class="bad"` : ""}>${label}</button>
  </form>`;

function choice({ number, event, tickets, refundOffer }: Order, state: FormState): Html {
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
      ${choiceForm("KEEP", "Keep the tickets", state)} ${choiceForm("REFUND", "Cancel the tickets, money back", state)}`,
    html`<p class="quiet">Tickets that somebody else accepted from you stay valid.</p>`,
  );
}

const refundPage = ({ ask }: Parts): Page => ({
  path: REFUND,
  title: "Keep your tickets, or get your money back",
  isPrivate: true,
  show: async ({ url, visitor }, state) => {
    const { order } = await ask(RefundOfferPage, { id: url.searchParams.get("order") ?? "" }, visitor);
    if (order) return choice(order, state);
    return card(
      EMPTY,
      html`<p>This order belongs to another account. Sign in as the person who bought the tickets.</p>
        <a class="button" href="${FIND_ORDERS}">I bought without an account</a>`,
    );
  },
  submit: async ({ url, visitor }, fields) => {
    const orderId = url.searchParams.get("order") ?? "";
    const answer = fields.answer === "REFUND" ? "REFUND" : "KEEP";
    const input = { orderId, answer, idempotencyKey: fields.idempotencyKey || randomUUID() } as const;
    const { answerRefundOffer: result } = await ask(AnswerRefundOffer, { input }, visitor);
    if (result.__typename !== "Order") return again({}, 400, { problem: result.message });
    return {
      to: `${REFUND}?${new URLSearchParams({ order: orderId, done: answer === "KEEP" ? "kept" : "refunded" })}`,
    };
  },
});

const UNKNOWN_CODE = html`<p>The link is not complete. Open it from the letter again.</p>`;

/** The mail program of a recipient sends the form by itself (RFC 8058): it has no origin, and gets no redirect. */
const lettersPage = ({ ask }: Parts): Page => ({
  path: LETTERS,
  title: "Letters of an organizer",
  isForAnySite: true,
  show: async ({ url, visitor }, state) => {
    const code = url.searchParams.get("code") ?? "";
    const { letterSubscription: known } = await ask(LetterSubscriptionPage, { code }, visitor);
    if (!known) return card(state, UNKNOWN_CODE);
    const { organization, isSubscribed } = known;
    return card(
      state,
      html`<p>
          ${isSubscribed ? `You get letters that ${organization.name} writes to people with tickets.` : `You get no more letters that ${organization.name} writes.`}
        </p>
        <form method="post">
          ${hidden("isSubscribed", String(!isSubscribed))}
          <button>${isSubscribed ? "No more letters" : "Get letters again"}</button>
        </form>`,
      html`<p class="quiet">Letters about your own orders, such as a new date, are always sent.</p>`,
    );
  },
  submit: async ({ url, visitor }, fields) => {
    const input = { code: url.searchParams.get("code") ?? "", isSubscribed: fields.isSubscribed === "true" };
    const { setLetterSubscription: result } = await ask(SetLetterSubscription, { input }, visitor);
    if (result.__typename === "LetterSubscription") return { status: 200, state: EMPTY };
    return again({}, 404, { problem: result.message });
  },
});

export const letterPages = [refundPage, lettersPage];
