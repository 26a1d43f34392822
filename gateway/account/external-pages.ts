// Sign-in with an account at another provider: "Continue with NAME", the page that the provider sends the browser to, and the list of linked
// accounts. A cookie binds the answer of the provider to the browser that began the sign-in.
import { isSession } from "./browser-sessions.ts";
import { elevation, SECURITY } from "./elevation.ts";
import { again, done } from "./fields.ts";
import { html, type Html } from "./html.ts";
import { OperationFailed, type Ask } from "./operations.ts";
import { Refused } from "../core/refused.ts";
import { action, card, hidden, type Outcome, type Page, type Parts, type Visit } from "./page.ts";
import { askForSecondFactor } from "./second-factor-page.ts";
import { localTarget, SIGN_IN } from "./targets.ts";
import { time } from "./time.ts";
import type { Texts } from "./texts/en.ts";
import { refusalText } from "./texts/refusals.ts";
import {
  FinishIdentityLink,
  IdentityProviders,
  StartExternalSignIn,
  StartIdentityLink,
  UnlinkIdentity,
  type ExternalAnswerInput,
  type IdentityProvidersQuery,
  type SecurityQuery,
} from "./users.generated.ts";

const BEGIN = "/account/external";
const CALLBACK = `${BEGIN}/callback/`;
const LINK = "/account/identities/link";
const UNLINK = "/account/identities/remove";

/** Buttons on the sign-in page; none while users is away. */
export async function externalWays(ask: Ask, { visitor, texts }: Visit, to: string): Promise<Html | false> {
  const providers = await providersFor(ask, visitor);
  return (
    providers.length > 0 &&
    html`<form class="ways" method="post" action="${BEGIN}">
      ${hidden("to", to)}
      ${providers.map(({ id, name }) => html`<button class="plain" name="provider" value="${id}">${texts.signIn.continueWith(name)}</button>`)}
    </form>`
  );
}

async function providersFor(ask: Ask, visitor: Visit["visitor"]): Promise<IdentityProvidersQuery["identityProviders"]> {
  try {
    return (await ask(IdentityProviders, {}, visitor)).identityProviders;
  } catch (error) {
    if (error instanceof OperationFailed || error instanceof Refused) return [];
    throw error;
  }
}

/** @param secondStep page that asks for a second factor */
export function externalPages(parts: Parts, secondStep: Page): Page[] {
  return [beginPage(parts), callbackPage(parts, secondStep)];
}

const beginPage = ({ ask, sessions }: Parts): Page => ({
  ...action(
    BEGIN,
    { path: SIGN_IN, title: ({ signIn }) => signIn.title },
    async ({ request, response, visitor, texts }, fields) => {
      const { startExternalSignIn: begun } = await ask(
        StartExternalSignIn,
        { provider: fields.provider ?? "" },
        visitor,
      );
      if (begun.__typename !== "ExternalSignIn") return again({}, 503, { problem: refusalText(texts, begun) });
      sessions.keepBegun(request, response, { purpose: "sign-in", secret: begun.secret, to: localTarget(fields.to) });
      return { away: begun.url };
    },
  ),
  isPrivate: false,
});

/** Each provider has an address of its own to send people back to. */
function callbackPage({ ask, sessions }: Parts, secondStep: Page): Page {
  return {
    path: `${CALLBACK}*`,
    title: ({ signIn }) => signIn.title,
    show: ({ texts }, state) => card(state, html`<a class="button" href="${SIGN_IN}">${texts.signIn.back}</a>`),
    arrive: async (visit) => {
      const { request, response, url, visitor, texts } = visit;
      const begun = sessions.begunElsewhere(request);
      if (!begun) return again({}, 400, { problem: texts.signIn.notBegun });
      const provider = url.pathname.slice(CALLBACK.length);
      const input = { provider, response: url.search.slice(1), secret: begun.secret };
      const to = localTarget(begun.to);
      if (begun.purpose === "link") return finishLink(visit, input);
      const result = await sessions.signIn({ external: input }, visitor);
      sessions.forgetBegun(request, response);
      if (result.__typename === "SecondFactorRequired") return askForSecondFactor(secondStep, result, to);
      if (!isSession(result)) return again({}, 401, { problem: refusalText(texts, result) });
      sessions.keep(request, response, result);
      return { to };
    },
  };

  async function finishLink(visit: Visit, input: ExternalAnswerInput): Promise<Outcome> {
    const { request, response, visitor, texts } = visit;
    const { finishIdentityLink: result } = await ask(FinishIdentityLink, { input }, visitor);
    sessions.forgetBegun(request, response);
    if (result.__typename === "User") return done("identity", SECURITY);
    return again({}, 400, { problem: refusalText(texts, result) });
  }
}

const BACK = { path: SECURITY, title: ({ security }: Texts) => security.title };

export const linkPages = [
  ({ ask, sessions }: Parts): Page =>
    action(LINK, BACK, async ({ request, response, visitor, texts }, fields) => {
      const { startIdentityLink: begun } = await ask(StartIdentityLink, { provider: fields.provider ?? "" }, visitor);
      if (begun.__typename !== "ExternalSignIn")
        return elevation(begun, SECURITY) ?? again({}, 503, { problem: refusalText(texts, begun) });
      sessions.keepBegun(request, response, { purpose: "link", secret: begun.secret, to: SECURITY });
      return { away: begun.url };
    }),
  ({ ask }: Parts): Page =>
    action(UNLINK, BACK, async ({ visitor, texts }, fields) => {
      const { unlinkIdentity: result } = await ask(UnlinkIdentity, { id: fields.id ?? "" }, visitor);
      if (result.__typename === "User") return done("identity-removed", SECURITY);
      return elevation(result, SECURITY) ?? again({}, 400, { problem: refusalText(texts, result) });
    }),
];

type Identities = NonNullable<SecurityQuery["me"]>["identities"];

export function linkedAccounts(
  texts: Texts,
  identities: Identities,
  providers: SecurityQuery["identityProviders"],
): Html | false {
  const { remove, elsewhere } = texts.security;
  if (identities.length === 0 && providers.length === 0) return false;
  return html`<section aria-labelledby="identities">
    <h2 id="identities">${elsewhere.title}</h2>
    <p class="quiet">${elsewhere.words}</p>
    ${identities.map(
      ({ id, label, provider, createdAt, lastUsedAt }) =>
        html`<div class="row">
          <div>
            <p>${provider?.name ?? elsewhere.gone} ${label !== null && html`<span class="quiet">${label}</span>`}</p>
            <p class="quiet">
              ${lastUsedAt === null ? elsewhere.linked(time(texts, createdAt)) : elsewhere.linkedAndUsed(time(texts, createdAt), time(texts, lastUsedAt))}
            </p>
          </div>
          <form method="post" action="${UNLINK}">
            ${hidden("id", id)}<button class="plain">${remove}<span class="sr"> ${label ?? ""}</span></button>
          </form>
        </div>`,
    )}
    ${
      providers.length > 0 &&
      html`<form class="add" method="post" action="${LINK}">
        ${providers.map(({ id, name }) => html`<button class="plain" name="provider" value="${id}">${elsewhere.link(name)}</button>`)}
      </form>`
    }
  </section>`;
}
