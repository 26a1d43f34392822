// Page of the device authorization grant (RFC 8628): a person enters the code of a device, sees its app and its network, and allows or denies the access.
import { isAway, type ToUsers } from "../edge/openid.ts";
import { Refused } from "../core/refused.ts";
import { deviceName } from "./device-name.ts";
import { elevationPage } from "./elevation.ts";
import { again, missing } from "./fields.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { html, type Html } from "./html.ts";
import { card, EMPTY, field, hidden, type FormState, type Outcome, type Page, type Parts, type Visit } from "./page.ts";
import { choiceIn, pairing, type Scanner } from "./scanner-pairing.ts";
import { time } from "./time.ts";
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
      scopes: { words: string }[];
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

const UNKNOWN = "This code is wrong, was used, or is older than ten minutes. Check it on the device.";

export function devicePage(parts: Pick<Parts, "ask">, toUsers: ToUsers): Page {
  const page = { path: PATH, title: "Connect a device", isPrivate: true };

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
    const body = await pairing(parts, visit, scanner, code, state);
    return { status, state, page: { ...page, title: "Connect a scanner", show: () => body } };
  }

  async function chooseAgain(visit: Visit, fields: Fields, code: string, { field: name, message }: Invalid) {
    const question = await ask(visit.request, code);
    if (question.kind !== "scanner") return again(fields, 400, { errors: { code: UNKNOWN } });
    return choose(visit, question, code, { values: fields, errors: { [name]: message } }, 400);
  }

  return {
    ...page,
    show: ({ url }, state) => {
      const values = { code: url.searchParams.get("code") ?? "", ...state.values };
      return card(
        state,
        html`<p>Enter the code that the device shows. Only continue if you have the device in front of you.</p>
          <form method="post">
            ${field({ name: "code", label: "Code on the device", autocomplete: "off", maxLength: 20, isKept: true, hasFocus: true }, { ...state, values })}
            <button>Continue</button>
          </form>`,
      );
    },
    submit: async (visit, fields): Promise<Outcome> => {
      const errors = missing(fields, { code: "Enter the code that the device shows." });
      if (errors) return again(fields, 400, { errors });
      const code = fields.code!.trim().slice(0, 20);
      const { answer } = fields;
      const question = await ask(visit.request, code, answer ? answerIn(fields) : undefined);
      if (question.kind === "unknown") return again(fields, 400, { errors: { code: UNKNOWN } });
      if (question.kind === "later")
        return again(fields, 429, { problem: `Too many codes. Please try again in ${question.seconds} seconds.` });
      if (question.kind === "elevate")
        return { to: elevationPage(question.reason, `${PATH}?code=${encodeURIComponent(code)}`) };
      if (question.kind === "invalid") return chooseAgain(visit, fields, code, question);
      if (question.kind === "scanner") return choose(visit, question, code, { ...EMPTY, values: fields });
      const body = question.kind === "done" ? done(answer === "allow") : confirmation(question, code);
      return { status: 200, state: EMPTY, page: { ...page, show: () => body } };
    },
  };
}

const done = (isAllowed: boolean): Html =>
  html`<div class="card">
    <p>${isAllowed ? "The device is connected. You can go back to it." : "The device was not connected."}</p>
  </div>`;

function confirmation(
  { app, organization, place, device, askedAt, scopes }: Extract<Question, { kind: "device" }>,
  code: string,
): Html {
  return html`<div class="card">
    <p><strong>${app}</strong> of ${organization ?? "Boxoffice"} asks for access to your account on a device.</p>
    <p class="quiet">Asked ${time(askedAt)} from ${place || "an unknown network"} by ${deviceName(device || null)}.</p>
    <p>If this is not your device, somebody may want to get into your account: do not allow it. The app may:</p>
    <ul>
      ${scopes.map(({ words }) => html`<li>${words}</li>`)}
    </ul>
    <form method="post" action="${PATH}">
      ${hidden("code", code)}
      <button name="answer" value="allow">Allow</button>
      <button class="plain" name="answer" value="deny">Do not allow</button>
    </form>
  </div>`;
}
