// Pages of guests, who buy without an account: prove the address, see the orders, and claim them for an account.
import { randomUUID } from "node:crypto";
import { unauthenticated } from "../../platform/core/errors.ts";
import { FIND_ORDERS } from "./code-page.ts";
import { again, done, mailedCodeField, missing, targetOf, withTarget } from "./fields.ts";
import { html, withLink, type Html } from "./html.ts";
import { OperationFailed } from "./operations.ts";
import { action, card, EMPTY, hidden, type Page, type Parts, type Visit } from "./page.ts";
import { price, time } from "./time.ts";
import { HOME, localTarget } from "./targets.ts";
import type { Texts } from "./texts/en.ts";
import { refusalText } from "./texts/refusals.ts";
import { GuestOrders, type GuestOrdersQuery } from "./api.generated.ts";
import { ClaimGuestOrders, GuestPage, RequestEmailCode, RequestGuestClaim, UseCode } from "./users.generated.ts";

export const ORDERS = "/account/orders";
export const CLAIM = "/account/claim";
const PROVE = "/account/guest";

export const isGuest = ({ visitor }: Visit): boolean => visitor.viewer?.actor?.kind === "guest";

/** What a guest sees instead of an account. */
export const guestHome = ({ orders }: Texts) =>
  html`<p>${orders.guest.home}</p>
    <ul class="ways">
      <li><a href="${ORDERS}">${orders.title}</a></li>
      <li><a href="${PROVE}">${orders.guest.enterCode}</a></li>
    </ul>`;

const noGuest = ({ orders: { guest } }: Texts) =>
  card(
    EMPTY,
    html`<p>${guest.otherBrowser}</p>
      <a class="button" href="${FIND_ORDERS}">${guest.find}</a>`,
  );

/** The link of the mail after a purchase leads here. */
const PROVE_PAGE = { path: PROVE, title: ({ orders }: Texts) => orders.prove.title };
const CLAIM_PAGE = { path: CLAIM, title: ({ orders }: Texts) => orders.claim.title };

/** Asks for a code, or for another one. */
const requestForm = ({ codes }: Texts, page: string, isRepeated: boolean, back: Html | "" = ""): Html =>
  html`<form method="post" action="${page}/request">
    ${back}
    <button${isRepeated ? html` class="plain"` : ""}>${isRepeated ? codes.mailAnother : codes.mailMe}</button>
  </form>`;

const provePage = ({ ask }: Parts): Page => ({
  ...PROVE_PAGE,
  show: async (visit, state) => {
    const { texts } = visit;
    const words = texts.orders.prove;
    if (!isGuest(visit)) return noGuest(texts);
    const { me } = await ask(GuestPage, {}, visit.visitor);
    if (!me) throw new OperationFailed(unauthenticated().toJSON());
    // Who was sent here has to use a code now, whatever was proven before.
    if (me.emailVerified && targetOf(visit, state) === HOME)
      return card(
        EMPTY,
        html`<p>${words.proven}</p>
          <a class="button" href="${ORDERS}">${texts.orders.title}</a>`,
      );
    const back = hidden("to", targetOf(visit, state));
    const request = requestForm(texts, PROVE, me.emailCode !== null, back);
    if (!me.emailCode)
      return card(
        state,
        html`<p>${texts.account.verify.willMail(me.email ?? "")}</p>
          ${request}`,
      );
    return card(
      state,
      html`<p>${words.mailed(me.email ?? "")}</p>
        <form method="post">
          ${hidden("id", me.emailCode.id)} ${back} ${mailedCodeField(visit, state)}
          <button>${words.submit}</button>
        </form>`,
      request,
    );
  },
  submit: async ({ visitor, texts }, fields) => {
    const errors = missing(texts, fields, { code: texts.fields.codeMissing });
    if (errors) return again(fields, 400, { errors });
    const input = { id: fields.id ?? "", code: fields.code!, idempotencyKey: fields.idempotencyKey || randomUUID() };
    const { useCode: result } = await ask(UseCode, { input }, visitor);
    const back = localTarget(fields.to);
    if (result.__typename === "User") return back === HOME ? done("proven", ORDERS) : { to: back };
    return again(fields, 400, { errors: { code: refusalText(texts, result) } });
  },
});

const requestProof = ({ ask }: Parts) =>
  action(`${PROVE}/request`, PROVE_PAGE, async ({ visitor }, fields) => {
    await ask(RequestEmailCode, {}, visitor);
    return { to: withTarget(PROVE, localTarget(fields.to)) };
  });

type Order = NonNullable<NonNullable<GuestOrdersQuery["me"]>["orders"]>["nodes"][number];

function orderRow(texts: Texts, { number, status, total, createdAt, event, tickets }: Order): Html {
  const words = texts.orders;
  const statuses: Record<string, string> = words.statuses;
  const valid = tickets.filter((ticket) => ticket.status !== "CANCELLED").length;
  return html`<div class="row">
    <div>
      <p>
        ${event?.name ?? words.event}
        <span class="tag${status === "CONFIRMED" ? "" : " off"}">${statuses[status] ?? status}</span>
      </p>
      ${event && html`<p class="quiet">${time(texts, event.startsAt)}</p>`}
      <p class="quiet">${words.placed(number, time(texts, createdAt), price(texts, total))}</p>
      <p class="quiet">${words.tickets(valid)}</p>
    </div>
  </div>`;
}

const ordersPage = ({ ask }: Parts): Page => ({
  path: ORDERS,
  title: ({ orders }) => orders.title,
  isWide: true,
  isPrivate: true,
  show: async (visit) => {
    const { texts } = visit;
    const words = texts.orders;
    const after = visit.url.searchParams.get("after");
    const { me } = await ask(GuestOrders, { after }, visit.visitor);
    if (!me) throw new OperationFailed(unauthenticated().toJSON());
    const { nodes = [], pageInfo } = me.orders ?? {};
    const more = pageInfo?.hasNextPage
      ? `${ORDERS}?${new URLSearchParams({ after: pageInfo.endCursor ?? "" })}`
      : undefined;
    return html`<section aria-label="${words.list}">
        ${nodes.length === 0 ? html`<p>${words.none}</p>` : nodes.map((order) => orderRow(texts, order))}
      </section>
      ${more !== undefined && html`<p><a href="${more}">${words.earlier}</a></p>`}
      ${isGuest(visit) && html`<p class="quiet">${withLink(words.mailedLater, PROVE)}</p>`}`;
  },
});

const claimPage = ({ ask }: Parts): Page => ({
  ...CLAIM_PAGE,
  isPrivate: true,
  show: async (visit, state) => {
    const { texts } = visit;
    const words = texts.orders.claim;
    if (isGuest(visit)) return card(EMPTY, html`<p>${words.signInFirst}</p>`);
    const { me } = await ask(GuestPage, {}, visit.visitor);
    if (!me) throw new OperationFailed(unauthenticated().toJSON());
    const { email } = me;
    const code = state.values.id ?? visit.url.searchParams.get("id");
    const request = requestForm(texts, CLAIM, Boolean(code));
    if (!code)
      return card(
        state,
        html`<p>${words.words(email ?? "")}</p>
          ${request}`,
      );
    return card(
      state,
      html`<p>${words.mailed(email ?? "")}</p>
        <form method="post">
          ${hidden("id", code)} ${mailedCodeField(visit, state)}
          <button>${words.submit}</button>
        </form>`,
      request,
    );
  },
  submit: async ({ visitor, texts }, fields) => {
    const errors = missing(texts, fields, { code: texts.fields.codeMissing });
    if (errors) return again(fields, 400, { errors });
    const input = { id: fields.id ?? "", code: fields.code!, idempotencyKey: fields.idempotencyKey || randomUUID() };
    const { claimGuestOrders: result } = await ask(ClaimGuestOrders, { input }, visitor);
    if (result.__typename === "User") return done("claimed", ORDERS);
    return again(fields, 400, { errors: { code: refusalText(texts, result) } });
  },
});

const requestClaim = ({ ask }: Parts) =>
  action(`${CLAIM}/request`, CLAIM_PAGE, async ({ visitor, texts }) => {
    const { requestGuestClaim: result } = await ask(RequestGuestClaim, {}, visitor);
    if (result.__typename === "EmailNotVerified") return again({}, 400, { problem: refusalText(texts, result) });
    return { to: `${CLAIM}?${new URLSearchParams({ id: result.id })}` };
  });

export const guestPages = [provePage, requestProof, ordersPage, claimPage, requestClaim];
