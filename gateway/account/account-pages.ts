// Pages for a person who is signed in: an overview, and the forms behind it.
import type { BrowserSessions } from "./browser-sessions.ts";
import { alertPages } from "./alert-pages.ts";
import { deviceName } from "./device-name.ts";
import { deletionPage, erasurePage } from "./erasure-pages.ts";
import { CLAIM, GUEST_NOTICES, guestHome, guestPages, isGuest, ORDERS } from "./guest-pages.ts";
import { html, type Html } from "./html.ts";
import { LETTER_NOTICES, letterPages } from "./letter-pages.ts";
import type { Ask } from "./operations.ts";
import { action, hidden, type Page, type Parts } from "./page.ts";
import { emailPage, namePage, passwordPage, personOf, verifyPage, VERIFY, type Person } from "./profile-pages.ts";
import { again, done } from "./fields.ts";
import { SECURITY_NOTICES, securityPages } from "./security-pages.ts";
import { HOME } from "./targets.ts";
import { time } from "./time.ts";
import { EndAppAccess, EndOtherSessions, EndSession, RequestEmailCode } from "./users.generated.ts";

/** Notices by the parameter `done` of the address. */
export const NOTICES: Record<string, string> = {
  profile: "Your name is changed.",
  password: "Your password is changed. All other sessions have ended.",
  email: "Your address is changed. All other sessions have ended.",
  verified: "Your address is verified.",
  ...SECURITY_NOTICES,
  ...GUEST_NOTICES,
  ...LETTER_NOTICES,
  session: "The session has ended.",
  sessions: "All other sessions have ended.",
  app: "The app has no more access to your account.",
};

export function accountPages(ask: Ask, sessions: BrowserSessions): Page[] {
  const parts = { ask, sessions };
  const pages = [homePage, namePage, passwordPage, emailPage, verifyPage, requestCode, deletionPage, erasurePage];
  const more = [...securityPages, ...guestPages, ...alertPages, ...letterPages];
  const actions = [...more, endSession, endOtherSessions, endAccess, signOut];
  return [...pages, ...actions].map((page) => page(parts));
}

const HOME_PAGE = { path: HOME, title: "Your account" };

const homePage = ({ ask }: Parts): Page => ({
  ...HOME_PAGE,
  isWide: true,
  isPrivate: true,
  show: async (visit) => {
    if (isGuest(visit)) return guestHome;
    const person = await personOf(ask, visit);
    return html`${profile(person)} ${sessionList(person.sessions)} ${appList(person.appAccess)}
      <p class="quiet"><a href="/account/delete">Delete the account</a></p>`;
  },
});

const requestCode = ({ ask }: Parts) =>
  action("/account/verify/request", HOME_PAGE, async ({ visitor }) => {
    await ask(RequestEmailCode, {}, visitor);
    return { to: VERIFY };
  });

const endSession = ({ ask }: Parts) =>
  action("/account/sessions/end", HOME_PAGE, async ({ visitor }, fields) => {
    const { endSession: result } = await ask(EndSession, { id: fields.id ?? "" }, visitor);
    return result.__typename === "User" ? done("session") : again({}, 404, { problem: result.message });
  });

const endOtherSessions = ({ ask }: Parts) =>
  action("/account/sessions/end-others", HOME_PAGE, async ({ visitor }) => {
    await ask(EndOtherSessions, {}, visitor);
    return done("sessions");
  });

const endAccess = ({ ask }: Parts) =>
  action("/account/apps/end", HOME_PAGE, async ({ visitor }, fields) => {
    const { endAppAccess: result } = await ask(EndAppAccess, { appId: fields.id ?? "" }, visitor);
    return result.__typename === "User" ? done("app") : again({}, 404, { problem: result.message });
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

function profile({ displayName, email, emailVerified, pendingEmail }: Person): Html {
  const verification = emailVerified
    ? html`<span class="tag">verified</span>`
    : html`<span class="tag bad">not verified</span> <a href="${VERIFY}">Verify it</a>`;
  return html`<section aria-labelledby="profile">
    <h2 id="profile">Profile and sign-in</h2>
    <div class="row">
      <div>
        <p class="quiet">Name</p>
        <p>${displayName}</p>
      </div>
      <a href="/account/profile">Change the name</a>
    </div>
    <div class="row">
      <div>
        <p class="quiet">E-mail address</p>
        <p>${email ?? ""} ${verification}</p>
        ${pendingEmail && html`<p class="quiet">Changes to ${pendingEmail} when you <a href="${VERIFY}">enter the code</a>.</p>`}
      </div>
      <a href="/account/email">Change the address</a>
    </div>
    <div class="row">
      <div>
        <p class="quiet">Password</p>
        <p aria-hidden="true">••••••••</p>
      </div>
      <a href="/account/password">Change the password</a>
    </div>
    <div class="row">
      <div>
        <p class="quiet">Second factors</p>
        <p>Authenticator app, passkeys and recovery codes</p>
      </div>
      <a href="/account/security">Second factors</a>
    </div>
    <div class="row">
      <div>
        <p class="quiet">Orders</p>
        <p><a href="${ORDERS}">My orders</a></p>
      </div>
      <a href="${CLAIM}">Add orders that you placed without an account</a>
    </div>
  </section>`;
}

function sessionList(sessions: Person["sessions"]): Html {
  return html`<section aria-labelledby="sessions">
    <h2 id="sessions">Where you are signed in</h2>
    ${sessions.map(
      ({ id, device, place, createdAt, lastSeenAt, current }) =>
        html`<div class="row">
          <div>
            <p>${deviceName(device)} ${current && html`<span class="tag">this browser</span>`}</p>
            <p class="quiet">Signed in ${time(createdAt)}${place !== null && html` from ${place}`}</p>
            ${!current && html`<p class="quiet">Last seen ${time(lastSeenAt)}</p>`}
          </div>
          ${
            !current &&
            html`<form method="post" action="/account/sessions/end">
              ${hidden("id", id)}<button class="plain">
                End<span class="sr"> the session on ${deviceName(device)}</span>
              </button>
            </form>`
          }
        </div>`,
    )}
    ${
      sessions.length > 1 &&
      html`<form class="last" method="post" action="/account/sessions/end-others">
        <button class="plain">End all other sessions</button>
      </form>`
    }
  </section>`;
}

function appList(apps: Person["appAccess"]): Html | false {
  return (
    apps.length > 0 &&
    html`<section aria-labelledby="apps">
      <h2 id="apps">Apps with access to your account</h2>
      ${apps.map(
        ({ appId, name, organization, isOffline }) =>
          html`<div class="row">
            <div>
              <p>${name}</p>
              <p class="quiet">${organization?.name ?? "Boxoffice"}${isOffline && ", also after you sign out"}</p>
            </div>
            <form method="post" action="/account/apps/end">
              ${hidden("id", appId)}<button class="plain">End<span class="sr"> the access of ${name}</span></button>
            </form>
          </div>`,
      )}
    </section>`
  );
}
