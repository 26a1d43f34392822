// A person who comes from an app: signs in, and allows what it asks for. The provider at users asks, in the browser that has begun it.
import { isAway, type ToUsers } from "../edge/openid.ts";
import { Refused } from "../core/refused.ts";
import { html, type Html } from "./html.ts";
import { goOn, TOOK_TOO_LONG } from "./openid-pages.ts";
import { CONFIRM } from "./elevation.ts";
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
      scopes: { name: string; words: string }[];
    };

export function authorizePage(toUsers: ToUsers): Page {
  const page = { path: `${PATH}*`, title: "Sign in to an app", isPrivate: true };

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
      if (question.kind === "consent") return consent(question);
      return question.kind === "over" ? problemNote(TOOK_TOO_LONG) : { to: whereTo(question, visit) };
    },
    submit: async (visit, { answer }): Promise<Outcome> => {
      const question = await ask(visit, answer === "allow" ? "allow" : "deny");
      // Not a redirect: browsers follow those of a form only to where the page may send forms.
      if (question.kind === "go") return { status: 200, state: EMPTY, page: moving(question.to) };
      return { status: 410, state: EMPTY, page: { ...page, show: () => problemNote(TOOK_TOO_LONG) } };
    },
  };
}

const moving = (to: string): Page => ({ path: PATH, title: "One moment", moveTo: to, show: () => goOn(to) });

function whereTo(question: { kind: "go"; to: string } | { kind: "confirm" }, { url }: Visit): string {
  return question.kind === "go" ? question.to : `${CONFIRM}?${new URLSearchParams({ to: url.pathname })}`;
}

function consent({ app, organization, site, scopes }: Extract<Question, { kind: "consent" }>): Html {
  return html`<div class="card">
    <p><strong>${app}</strong> of ${organization ?? "Boxoffice"} asks for access to your account. It is at ${site}.</p>
    <p>It will know which account is yours, and may:</p>
    <ul>
      ${scopes.map(({ words }) => html`<li>${words}</li>`)}
    </ul>
    <form method="post">
      <button name="answer" value="allow">Allow</button>
      <button class="plain" name="answer" value="deny">Do not allow</button>
    </form>
  </div>`;
}
