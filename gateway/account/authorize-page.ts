// A person who comes from an app: signs in, and allows what it asks for. The provider at users asks, in the browser that has begun it.
import { isAway, type ToUsers } from "../edge/openid.ts";
import { Refused } from "../core/refused.ts";
import { html, type Html } from "./html.ts";
import { goOn } from "./openid-pages.ts";
import { CONFIRM } from "./elevation.ts";
import { scopeList, type Scope } from "./scopes.ts";
import type { Texts } from "./texts/en.ts";
import { EMPTY, problemNote, type Outcome, type Page, type Visit } from "./page.ts";

const PATH = "/account/authorize/";

type Question =
  | { kind: "over" }
  | { kind: "go"; to: string }
  | { kind: "confirm" }
  | {
      kind: "consent";
      app: string;
      organization: string | null;
      site: string;
      scopes: Scope[];
    };

export function authorizePage(toUsers: ToUsers): Page {
  const page = { path: `${PATH}*`, title: ({ apps }: Texts) => apps.consent.title, isPrivate: true };

  async function ask({ request, url }: Visit, answer?: "allow" | "deny"): Promise<Question> {
    const path = `/openid-questions/${url.pathname.slice(PATH.length)}`;
    const body = answer === undefined ? undefined : { text: answer, type: "text/plain" };
    const response = await toUsers(request, path, body).catch((error: unknown) => {
      throw isAway(error) ? new Refused(503, []) : error;
    });
    if (!response.ok) throw new Refused(503, []);
    return (await response.json()) as Question;
  }

  return {
    ...page,
    show: async (visit) => {
      const question = await ask(visit);
      if (question.kind === "consent") return consent(visit.texts, question);
      return question.kind === "over" ? problemNote(visit.texts.apps.tookTooLong) : { to: whereTo(question, visit) };
    },
    submit: async (visit, { answer }): Promise<Outcome> => {
      const question = await ask(visit, answer === "allow" ? "allow" : "deny");
      // Not a redirect: browsers follow those of a form only to where the page may send forms.
      if (question.kind === "go") return { status: 200, state: EMPTY, page: moving(visit.texts, question.to) };
      return { status: 410, state: EMPTY, page: { ...page, show: () => problemNote(visit.texts.apps.tookTooLong) } };
    },
  };
}

const moving = (texts: Texts, to: string): Page => ({
  path: PATH,
  title: ({ frame }) => frame.moving,
  moveTo: to,
  show: () => goOn(texts, to),
});

function whereTo(question: { kind: "go"; to: string } | { kind: "confirm" }, { url }: Visit): string {
  return question.kind === "go" ? question.to : `${CONFIRM}?${new URLSearchParams({ to: url.pathname })}`;
}

function consent({ apps }: Texts, { app, organization, site, scopes }: Extract<Question, { kind: "consent" }>): Html {
  return html`<div class="card">
    <p>${apps.consent.asks(html`<strong>${app}</strong>`, organization ?? "Boxoffice", site)}</p>
    <p>${apps.consent.may}</p>
    ${scopeList(apps, scopes)}
    <form method="post">
      <button name="answer" value="allow">${apps.allow}</button>
      <button class="plain" name="answer" value="deny">${apps.deny}</button>
    </form>
  </div>`;
}
