// Pages of guests, who buy without an account: prove the address, see the orders, and claim them for an account.
import { randomUUID } from "node:crypto";
import { unauthenticated } from "../../platform/core/errors.ts";
import { FIND_ORDERS } from "./code-page.ts";
import { again, done, mailedCodeField, missing } from "./fields.ts";
import { html, type Html } from "./html.ts";
import { OperationFailed } from "./operations.ts";
import { action, card, EMPTY, hidden, type Page, type Parts, type Visit } from "./page.ts";
import { time } from "./time.ts";
import { GuestOrders, type GuestOrdersQuery } from "./api.generated.ts";
import { ClaimGuestOrders, GuestPage, RequestEmailCode, RequestGuestClaim, UseCode } from "./users.generated.ts";

export const ORDERS = "/account/orders";
export const CLAIM = "/account/claim";
const PROVE = "/account/guest";

export const GUEST_NOTICES = {
  proven: "Your address is confirmed. The tickets are on their way to it.",
  claimed: "The orders are being added to your account. This takes a few seconds.",
};

export const isGuest = ({ visitor }: Visit): boolean => visitor.viewer?.actor?.kind === "guest";

/** What a guest sees instead of an account. */
export const guestHome = html`<p>You are buying without an account.</p>
  <ul class="ways">
    <li><a href="${ORDERS}">My orders</a></li>
    <li><a href="${PROVE}">Enter the code from the mail</a></li>
  </ul>`;

const NO_GUEST = card(
  EMPTY,
  html`<p>This browser is not the one where you bought. Request another code to see your orders here.</p>
    <a class="button" href="${FIND_ORDERS}">Find my orders</a>`,
);

/** The link of the mail after a purchase leads here. */
const provePage = ({ ask }: Parts): Page => ({
  path: PROVE,
  title: "Confirm your e-mail address",
  show: async (visit, state) => {
    if (!isGuest(visit)) return NO_GUEST;
    const { me } = await ask(GuestPage, {}, visit.visitor);
    if (!me) throw new OperationFailed(unauthenticated().toJSON());
    if (me.emailVerified)
      return card(
        EMPTY,
        html`<p>Your address is confirmed.</p>
          <a class="button" href="${ORDERS}">My orders</a>`,
      );
    const request = html`<form method="post" action="${PROVE}/request">
      <button${me.emailCode ? html` class="plain"` : ""}>${me.emailCode ? "Mail another code" : "Mail me a code"}</button>
    </form>`;
    if (!me.emailCode)
      return card(
        state,
        html`<p>We mail a code to ${me.email ?? ""}.</p>
          ${request}`,
      );
    return card(
      state,
      html`<p>A mail with a code is on its way to ${me.email ?? ""}. When you enter it, we mail you the tickets.</p>
        <form method="post">
          ${hidden("id", me.emailCode.id)} ${mailedCodeField(visit, state)}
          <button>Confirm</button>
        </form>`,
      request,
    );
  },
  submit: async ({ visitor }, fields) => {
    const errors = missing(fields, { code: "Enter the code from the mail." });
    if (errors) return again(fields, 400, { errors });
    const input = { id: fields.id ?? "", code: fields.code!, idempotencyKey: fields.idempotencyKey || randomUUID() };
    const { useCode: result } = await ask(UseCode, { input }, visitor);
    if (result.__typename === "User") return done("proven", ORDERS);
    return again(fields, 400, { errors: { code: "message" in result ? result.message : "" } });
  },
});

const requestProof = ({ ask }: Parts) =>
  action(`${PROVE}/request`, { path: PROVE, title: "Confirm your e-mail address" }, async ({ visitor }) => {
    await ask(RequestEmailCode, {}, visitor);
    return { to: PROVE };
  });

type Order = NonNullable<NonNullable<GuestOrdersQuery["me"]>["orders"]>["nodes"][number];

const STATUS: Record<string, string> = {
  AWAITING_PAYMENT: "awaiting payment",
  PROCESSING: "being processed",
  IN_REVIEW: "being checked",
  CONFIRMED: "confirmed",
  PARTIALLY_REFUNDED: "partly refunded",
  REFUNDED: "refunded",
  CANCELLED: "cancelled",
  EXPIRED: "expired",
  DECLINED: "declined",
};

function orderRow({ number, status, total, createdAt, event, tickets }: Order): Html {
  const valid = tickets.filter((ticket) => ticket.status !== "CANCELLED").length;
  const price = new Intl.NumberFormat("en-GB", { style: "currency", currency: total.currency });
  const digits = price.resolvedOptions().maximumFractionDigits ?? 2;
  return html`<div class="row">
    <div>
      <p>
        ${event?.name ?? "Event"}
        <span class="tag${status === "CONFIRMED" ? "" : " off"}">${STATUS[status] ?? status}</span>
      </p>
      ${event && html`<p class="quiet">${time(event.startsAt)}</p>`}
      <p class="quiet">Order ${number} of ${time(createdAt)}: ${price.format(total.amount / 10 ** digits)}</p>
      <p class="quiet">${valid} ${valid === 1 ? "ticket" : "tickets"}</p>
    </div>
  </div>`;
}

const ordersPage = ({ ask }: Parts): Page => ({
  path: ORDERS,
  title: "My orders",
  isWide: true,
  isPrivate: true,
  show: async (visit) => {
    const after = visit.url.searchParams.get("after");
    const { me } = await ask(GuestOrders, { after }, visit.visitor);
    if (!me) throw new OperationFailed(unauthenticated().toJSON());
    const { nodes = [], pageInfo } = me.orders ?? {};
    const more = pageInfo?.hasNextPage
      ? `${ORDERS}?${new URLSearchParams({ after: pageInfo.endCursor ?? "" })}`
      : undefined;
    return html`<section aria-label="Orders">
        ${nodes.length === 0 ? html`<p>No orders are here yet. Orders of the last seconds may take a moment.</p>` : nodes.map(orderRow)}
      </section>
      ${more !== undefined && html`<p><a href="${more}">Earlier orders</a></p>`}
      ${isGuest(visit) && html`<p class="quiet">Tickets are mailed to your address <a href="${PROVE}">when it is confirmed</a>.</p>`}`;
  },
});

const claimPage = ({ ask }: Parts): Page => ({
  path: CLAIM,
  title: "Add orders to your account",
  isPrivate: true,
  show: async (visit, state) => {
    if (isGuest(visit)) return card(EMPTY, html`<p>Sign in to an account first.</p>`);
    const { me } = await ask(GuestPage, {}, visit.visitor);
    if (!me) throw new OperationFailed(unauthenticated().toJSON());
    const { email } = me;
    const code = state.values.id ?? visit.url.searchParams.get("id");
    const request = html`<form method="post" action="${CLAIM}/request">
      <button${code ? html` class="plain"` : ""}>${code ? "Mail another code" : "Mail me a code"}</button>
    </form>`;
    if (!code)
      return card(
        state,
        html`<p>Orders that you placed with ${email ?? ""}, without an account, become orders of your account.</p>
          ${request}`,
      );
    return card(
      state,
      html`<p>
          A mail is on its way to ${email ?? ""}. If there are such orders, it has a code. The code works for ten
          minutes.
        </p>
        <form method="post">
          ${hidden("id", code)} ${mailedCodeField(visit, state)}
          <button>Add the orders</button>
        </form>`,
      request,
    );
  },
  submit: async ({ visitor }, fields) => {
    const errors = missing(fields, { code: "Enter the code from the mail." });
    if (errors) return again(fields, 400, { errors });
    const input = { id: fields.id ?? "", code: fields.code!, idempotencyKey: fields.idempotencyKey || randomUUID() };
    const { claimGuestOrders: result } = await ask(ClaimGuestOrders, { input }, visitor);
    if (result.__typename === "User") return done("claimed", ORDERS);
    return again(fields, 400, { errors: { code: result.message } });
  },
});

const requestClaim = ({ ask }: Parts) =>
  action(`${CLAIM}/request`, { path: CLAIM, title: "Add orders to your account" }, async ({ visitor }) => {
    const { requestGuestClaim: result } = await ask(RequestGuestClaim, {}, visitor);
    if (result.__typename === "EmailNotVerified") return again({}, 400, { problem: result.message });
    return { to: `${CLAIM}?${new URLSearchParams({ id: result.id })}` };
  });

export const guestPages = [provePage, requestProof, ordersPage, claimPage, requestClaim];
