// Deletion of an account, and the receipts of its erasure.
import { again, missing, passwordField } from "./fields.ts";
import { DeletionPage, type DeletionPageQuery } from "./api.generated.ts";
import { html, type Html } from "./html.ts";
import { OperationFailed, type Ask } from "./operations.ts";
import { card, EMPTY, type Page, type Parts, type Visit } from "./page.ts";
import type { Texts } from "./texts/en.ts";
import { HOME } from "./targets.ts";
import { time } from "./time.ts";
import { refusalText } from "./texts/refusals.ts";
import { EraseAccount, Erasure } from "./users.generated.ts";

const RECEIPTS = "/account/erasure";
const AWAY = new Set(["UNAVAILABLE", "TIMEOUT"]);

type Consequences = NonNullable<NonNullable<DeletionPageQuery["me"]>["deletionConsequences"]>;

/** Null while they can't be looked up: an account can be deleted nevertheless. */
async function consequencesFor(ask: Ask, visitor: Visit["visitor"]): Promise<Consequences | null> {
  try {
    return (await ask(DeletionPage, {}, visitor)).me?.deletionConsequences ?? null;
  } catch (error) {
    if (error instanceof OperationFailed && AWAY.has(error.code)) return null;
    throw error;
  }
}

const note = (text: Html) => html`<div class="note bad">${text}</div>`;

function warning({ account: { deletion: words } }: Texts, consequences: Consequences | null): Html | "" {
  if (!consequences) return note(html`<p>${words.unknown}</p>`);
  const { validTickets, openOrders } = consequences;
  const tickets =
    validTickets > 0 &&
    html`<p>${words.tickets(validTickets)}</p>
      <p>${words.ticketsFirst}</p>`;
  const orders = openOrders > 0 && html`<p>${words.openOrders(openOrders)}</p>`;
  return tickets || orders ? note(html`${tickets} ${orders}`) : "";
}

export const deletionPage = ({ ask, sessions }: Parts): Page => ({
  path: "/account/delete",
  title: ({ account }) => account.deletion.title,
  isPrivate: true,
  show: async ({ texts, visitor }, state) => {
    const words = texts.account.deletion;
    return card(
      state,
      html`<p>${words.words}</p>
        ${warning(texts, await consequencesFor(ask, visitor))}
        <form method="post">${passwordField(texts, state)}<button class="bad">${words.submit}</button></form>`,
      html`<p><a href="${HOME}">${words.keep}</a></p>`,
    );
  },
  submit: async ({ request, response, visitor, texts }, fields) => {
    const errors = missing(texts, fields, { password: texts.fields.passwordMissing });
    if (errors) return again(fields, 400, { errors });
    const { eraseAccount: result } = await ask(EraseAccount, { password: fields.password! }, visitor);
    if (result.__typename !== "ErasedAccount")
      return again(fields, 400, { errors: { password: refusalText(texts, result) } });
    sessions.forget(request, response);
    return { to: `${RECEIPTS}?${new URLSearchParams({ id: result.erasureId, secret: result.secret })}` };
  },
});

export const erasurePage = ({ ask }: Parts): Page => ({
  path: RECEIPTS,
  title: ({ account }) => account.erasure.title,
  show: async ({ url, visitor, texts }) => {
    const words = texts.account.erasure;
    const [id = "", secret = ""] = ["id", "secret"].map((name) => url.searchParams.get(name) ?? "");
    const erasure = id && secret ? (await ask(Erasure, { id, secret }, visitor)).erasure : null;
    if (!erasure)
      return card(
        EMPTY,
        html`<p>${words.none}</p>
          <p dir="ltr">${RECEIPTS}?id=${words.number}&amp;secret=${words.key}</p>`,
      );
    const { erasedAt, isComplete, receipts, missing: owed } = erasure;
    return card(
      EMPTY,
      html`<p>${words.erased(time(texts, erasedAt))}</p>
        <p>${isComplete ? words.complete : words.missing(owed.join(", "))}</p>
        <ul>
          ${receipts.map(({ subgraph, at }) => html`<li>${subgraph}, ${time(texts, at)}</li>`)}
        </ul>
        <p class="quiet">${words.keepAddress}</p>`,
    );
  },
});
