// Pages for a person who is signed in: an overview, and the forms behind it.
import type { BrowserSessions } from "./browser-sessions.ts";
import { alertPages } from "./alert-pages.ts";
import { deviceName } from "./device-name.ts";
import { deletionPage, erasurePage } from "./erasure-pages.ts";
import { CLAIM, guestHome, guestPages, isGuest, ORDERS } from "./guest-pages.ts";
import { html, withLink, type Html } from "./html.ts";
import { letterPages } from "./letter-pages.ts";
import type { Ask } from "./operations.ts";
import { action, hidden, type Page, type Parts } from "./page.ts";
import { emailPage, namePage, passwordPage, personOf, verifyPage, VERIFY, type Person } from "./profile-pages.ts";
import { again, done, withTarget } from "./fields.ts";
import { securityPages } from "./security-pages.ts";
import { HOME, localTarget } from "./targets.ts";
import type { Texts } from "./texts/en.ts";
import { refusalText } from "./texts/refusals.ts";
import { time } from "./time.ts";
import { EndAppAccess, EndOtherSessions, EndSession, RequestEmailCode } from "./users.generated.ts";

export function accountPages(ask: Ask, sessions: BrowserSessions): Page[] {
  const parts = { ask, sessions };
  const pages = [homePage, namePage, passwordPage, emailPage, verifyPage, requestCode, deletionPage, erasurePage];
  const more = [...securityPages, ...guestPages, ...alertPages, ...letterPages];
  const actions = [...more, endSession, endOtherSessions, endAccess, signOut];
  return [...pages, ...actions].map((page) => page(parts));
}

const HOME_PAGE = { path: HOME, title: ({ account }: Texts) => account.title };

const homePage = ({ ask }: Parts): Page => ({
  ...HOME_PAGE,
  isWide: true,
  isPrivate: true,
  show: async (visit) => {
    const { texts } = visit;
    if (isGuest(visit)) return guestHome(texts);
    const person = await personOf(ask, visit);
    return html`${profile(texts, person)} ${sessionList(texts, person.sessions)} ${appList(texts, person.appAccess)}
      <p class="quiet"><a href="/account/delete">${texts.account.home.delete}</a></p>`;
  },
});

const requestCode = ({ ask }: Parts) =>
  action("/account/verify/request", HOME_PAGE, async ({ visitor }, fields) => {
    await ask(RequestEmailCode, {}, visitor);
    return { to: withTarget(VERIFY, localTarget(fields.to)) };
  });

const endSession = ({ ask }: Parts) =>
  action("/account/sessions/end", HOME_PAGE, async ({ visitor, texts }, fields) => {
    const { endSession: result } = await ask(EndSession, { id: fields.id ?? "" }, visitor);
    return result.__typename === "User" ? done("session") : again({}, 404, { problem: refusalText(texts, result) });
  });

const endOtherSessions = ({ ask }: Parts) =>
  action("/account/sessions/end-others", HOME_PAGE, async ({ visitor }) => {
    await ask(EndOtherSessions, {}, visitor);
    return done("sessions");
  });

const endAccess = ({ ask }: Parts) =>
  action("/account/apps/end", HOME_PAGE, async ({ visitor, texts }, fields) => {
    const { endAppAccess: result } = await ask(EndAppAccess, { appId: fields.id ?? "" }, visitor);
    return result.__typename === "User" ? done("app") : again({}, 404, { problem: refusalText(texts, result) });
  });

/** Its path is under /session: only there browsers send the cookie with the refresh token. */
const signOut = ({ sessions }: Parts): Page => ({
  ...action("/session/end", HOME_PAGE, async ({ request, response, visitor }) => {
    await sessions.end(request, visitor);
    sessions.forget(request, response);
    return { to: "/account/sign-in?done=signed-out" };
  }),
  isPrivate: false,
});

function profile(texts: Texts, { displayName, email, emailVerified, pendingEmail }: Person): Html {
  const { home } = texts.account;
  const verification = emailVerified
    ? html`<span class="tag">${home.verified}</span>`
    : html`<span class="tag bad">${home.notVerified}</span> <a href="${VERIFY}">${home.verify}</a>`;
  return html`<section aria-labelledby="profile">
    <h2 id="profile">${home.profile}</h2>
    <div class="row">
      <div>
        <p class="quiet">${texts.fields.name}</p>
        <p>${displayName}</p>
      </div>
      <a href="/account/profile">${home.changeName}</a>
    </div>
    <div class="row">
      <div>
        <p class="quiet">${texts.fields.email}</p>
        <p>${email ?? ""} ${verification}</p>
        ${pendingEmail && html`<p class="quiet">${withLink(home.pending(pendingEmail), VERIFY)}</p>`}
      </div>
      <a href="/account/email">${home.changeAddress}</a>
    </div>
    <div class="row">
      <div>
        <p class="quiet">${texts.fields.password}</p>
        <p aria-hidden="true">••••••••</p>
      </div>
      <a href="/account/password">${home.changePassword}</a>
    </div>
    <div class="row">
      <div>
        <p class="quiet">${home.factors}</p>
        <p>${home.factorsText}</p>
      </div>
      <a href="/account/security">${home.factors}</a>
    </div>
    <div class="row">
      <div>
        <p class="quiet">${home.orders}</p>
        <p><a href="${ORDERS}">${home.myOrders}</a></p>
      </div>
      <a href="${CLAIM}">${home.claim}</a>
    </div>
  </section>`;
}

function sessionList(texts: Texts, sessions: Person["sessions"]): Html {
  const words = texts.account.sessions;
  return html`<section aria-labelledby="sessions">
    <h2 id="sessions">${words.title}</h2>
    ${sessions.map(
      ({ id, device, place, createdAt, lastSeenAt, current }) =>
        html`<div class="row">
          <div>
            <p>${deviceName(texts, device)} ${current && html`<span class="tag">${words.current}</span>`}</p>
            <p class="quiet">${words.since(time(texts, createdAt), place)}</p>
            ${!current && html`<p class="quiet">${words.lastSeen(time(texts, lastSeenAt))}</p>`}
          </div>
          ${
            !current &&
            html`<form method="post" action="/account/sessions/end">
              ${hidden("id", id)}<button class="plain">
                ${words.end}<span class="sr"> ${words.endOf(deviceName(texts, device))}</span>
              </button>
            </form>`
          }
        </div>`,
    )}
    ${
      sessions.length > 1 &&
      html`<form class="last" method="post" action="/account/sessions/end-others">
        <button class="plain">${words.endOthers}</button>
      </form>`
    }
  </section>`;
}

function appList({ account: { apps: words } }: Texts, apps: Person["appAccess"]): Html | false {
  return (
    apps.length > 0 &&
    html`<section aria-labelledby="apps">
      <h2 id="apps">${words.title}</h2>
      ${apps.map(
        ({ appId, name, organization, isOffline }) =>
          html`<div class="row">
            <div>
              <p>${name}</p>
              <p class="quiet">
                ${isOffline ? words.offline(organization?.name ?? "Boxoffice") : (organization?.name ?? "Boxoffice")}
              </p>
            </div>
            <form method="post" action="/account/apps/end">
              ${hidden("id", appId)}<button class="plain">
                ${words.end}<span class="sr"> ${words.endOf(name)}</span>
              </button>
            </form>
          </div>`,
      )}
    </section>`
  );
}
