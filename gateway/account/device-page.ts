// Page of the device authorization grant (RFC 8628): a person enters the code of a device, sees its app and its network, and allows or denies the access.
import { isAway, type ToUsers } from "../edge/openid.ts";
import { Refused } from "../core/refused.ts";
import { deviceName } from "./device-name.ts";
import { elevationPage } from "./elevation.ts";
import { again, missing } from "./fields.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { html, type Html } from "./html.ts";
import {
  card,
  EMPTY,
  field,
  hidden,
  withProblem,
  type FormState,
  type Outcome,
  type Page,
  type Parts,
  type Visit,
} from "./page.ts";
import { choiceIn, pairing, type Scanner } from "./scanner-pairing.ts";
import { scopeList, type Scope } from "./scopes.ts";
import { time } from "./time.ts";
import type { Texts } from "./texts/en.ts";
import type { ElevationReason } from "./users.generated.ts";

const PATH = "/account/device";

type Question =
  | { kind: "unknown" }
  | { kind: "later"; seconds: number }
  | { kind: "done" }
  | {
      kind: "device";
      app: string;
      organization: string | null;
      place: string;
      device: string;
      askedAt: string;
      scopes: Scope[];
    }
  | Scanner
  | { kind: "elevate"; reason: ElevationReason }
  | Invalid;

interface Invalid {
  kind: "invalid";
  field: string;
  message: string;
}

interface Answer {
  allows: boolean;
  scanner?: ReturnType<typeof choiceIn>;
}

const answerIn = (fields: Fields): Answer => ({ allows: fields.answer === "allow", scanner: choiceIn(fields) });

export function devicePage(parts: Pick<Parts, "ask">, toUsers: ToUsers): Page {
  const page = { path: PATH, title: ({ apps }: Texts) => apps.device.title, isPrivate: true };

  async function ask(request: Visit["request"], code: string, answer?: Answer): Promise<Question> {
    const body = answer === undefined ? undefined : { text: JSON.stringify(answer), type: "application/json" };
    const path = `/openid-devices/${encodeURIComponent(code)}`;
    const response = await toUsers(request, path, body ?? "GET").catch((error: unknown) => {
      throw isAway(error) ? new Refused(503, []) : error;
    });
    if (!response.ok) throw new Refused(503, []);
    return (await response.json()) as Question;
  }

  async function choose(
    visit: Visit,
    scanner: Scanner,
    code: string,
    state: FormState,
    status = 200,
  ): Promise<Outcome> {
    const body = await pairing(parts, visit, scanner, code, withProblem(state, visit.texts));
    return { status, state, page: { ...page, title: ({ apps }) => apps.scanner.title, show: () => body } };
  }

  async function chooseAgain(visit: Visit, fields: Fields, code: string, { field: name, message }: Invalid) {
    const { apps } = visit.texts;
    const question = await ask(visit.request, code);
    if (question.kind !== "scanner") return again(fields, 400, { errors: { code: apps.device.unknown } });
    const wrong: Record<string, string> = apps.scanner.wrong;
    return choose(visit, question, code, { values: fields, errors: { [name]: wrong[name] ?? message } }, 400);
  }

  return {
    ...page,
    show: ({ url, texts }, state) => {
      const words = texts.apps.device;
      const values = { code: url.searchParams.get("code") ?? "", ...state.values };
      return card(
        state,
        html`<p>${words.words}</p>
          <form method="post">
            ${field({ name: "code", label: words.code, autocomplete: "off", maxLength: 20, isKept: true, hasFocus: true }, { ...state, values })}
            <button>${texts.frame.goOn}</button>
          </form>`,
      );
    },
    submit: async (visit, fields): Promise<Outcome> => {
      const words = visit.texts.apps.device;
      const errors = missing(visit.texts, fields, { code: words.missing });
      if (errors) return again(fields, 400, { errors });
      const code = fields.code!.trim().slice(0, 20);
      const { answer } = fields;
      const question = await ask(visit.request, code, answer ? answerIn(fields) : undefined);
      if (question.kind === "unknown") return again(fields, 400, { errors: { code: words.unknown } });
      if (question.kind === "later") return again(fields, 429, { problem: words.tooOften(question.seconds) });
      if (question.kind === "elevate")
        return { to: elevationPage(question.reason, `${PATH}?code=${encodeURIComponent(code)}`) };
      if (question.kind === "invalid") return chooseAgain(visit, fields, code, question);
      if (question.kind === "scanner") return choose(visit, question, code, { ...EMPTY, values: fields });
      const body =
        question.kind === "done" ? done(visit.texts, answer === "allow") : confirmation(visit.texts, question, code);
      return { status: 200, state: EMPTY, page: { ...page, show: () => body } };
    },
  };
}

const done = ({ apps: { device } }: Texts, isAllowed: boolean): Html =>
  html`<div class="card">
    <p>${isAllowed ? device.connected : device.denied}</p>
  </div>`;

function confirmation(
  texts: Texts,
  { app, organization, place, device, askedAt, scopes }: Extract<Question, { kind: "device" }>,
  code: string,
): Html {
  const { apps } = texts;
  const words = apps.device;
  return html`<div class="card">
    <p>${words.asks(html`<strong>${app}</strong>`, organization ?? "Boxoffice")}</p>
    <p class="quiet">
      ${words.asked(time(texts, askedAt), place || words.unknownNetwork, deviceName(texts, device || null))}
    </p>
    <p>${words.warning}</p>
    ${scopeList(apps, scopes)}
    <form method="post" action="${PATH}">
      ${hidden("code", code)}
      <button name="answer" value="allow">${apps.allow}</button>
      <button class="plain" name="answer" value="deny">${apps.deny}</button>
    </form>
  </div>`;
}
