// Deletion of an account, and the receipts of its erasure.
import { again, missing, passwordField } from "./fields.ts";
import { html } from "./html.ts";
import { card, EMPTY, type Page, type Parts } from "./page.ts";
import { HOME } from "./targets.ts";
import { time } from "./time.ts";
import { EraseAccount, Erasure } from "./users.generated.ts";

const RECEIPTS = "/account/erasure";

export const deletionPage = ({ ask, sessions }: Parts): Page => ({
  path: "/account/delete",
  title: "Delete your account",
  isPrivate: true,
  show: (_, state) =>
    card(
      state,
      html`<p>
          Your name, address and sessions are erased for good. Orders and payments stay in the financial records,
          without your name.
        </p>
        <form method="post">${passwordField(state)}<button class="bad">Delete the account</button></form>`,
      html`<p><a href="${HOME}">Keep the account</a></p>`,
    ),
  submit: async ({ request, response, visitor }, fields) => {
    const errors = missing(fields, { password: "Enter your password." });
    if (errors) return again(fields, 400, { errors });
    const { eraseAccount: result } = await ask(EraseAccount, { password: fields.password! }, visitor);
    if (result.__typename !== "ErasedAccount") return again(fields, 400, { errors: { password: result.message } });
    sessions.forget(request, response);
    return { to: `${RECEIPTS}?${new URLSearchParams({ id: result.erasureId, secret: result.secret })}` };
  },
});

export const erasurePage = ({ ask }: Parts): Page => ({
  path: RECEIPTS,
  title: "Your account is deleted",
  show: async ({ url, visitor }) => {
    const [id = "", secret = ""] = ["id", "secret"].map((name) => url.searchParams.get(name) ?? "");
    const erasure = id && secret ? (await ask(Erasure, { id, secret }, visitor)).erasure : null;
    if (!erasure)
      return card(
        EMPTY,
        html`<p>No receipts have this number and key. Both are in your last mail. The address of their page is:</p>
          <p>${RECEIPTS}?id=NUMBER&amp;secret=KEY</p>`,
      );
    const { erasedAt, isComplete, receipts, missing: owed } = erasure;
    return card(
      EMPTY,
      html`<p>Your personal data was erased ${time(erasedAt)}.</p>
        <p>
          ${isComplete ? "Every part of the system has signed a receipt." : `Not yet confirmed by: ${owed.join(", ")}. Open this page again later.`}
        </p>
        <ul>
          ${receipts.map(({ subgraph, at }) => html`<li>${subgraph}, ${time(at)}</li>`)}
        </ul>
        <p class="quiet">Keep the address of this page: it shows the receipts without an account.</p>`,
    );
  },
});
