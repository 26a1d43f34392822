// Deletion of an account, and the receipts of its erasure.
import { again, missing, passwordField } from "./fields.ts";
import { html } from "./html.ts";
import { card, EMPTY, type Page, type Parts } from "./page.ts";
import { HOME } from "./targets.ts";
import { time } from "./time.ts";
import { refusalText } from "./texts/refusals.ts";
import { EraseAccount, Erasure } from "./users.generated.ts";

const RECEIPTS = "/account/erasure";

export const deletionPage = ({ ask, sessions }: Parts): Page => ({
  path: "/account/delete",
  title: ({ account }) => account.deletion.title,
  isPrivate: true,
  show: ({ texts }, state) => {
    const words = texts.account.deletion;
    return card(
      state,
      html`<p>${words.words}</p>
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
