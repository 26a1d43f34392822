// Pairing of a scanner: the person chooses the organization, then names the device and limits it to events. It never acts as the person.
import { deviceName } from "./device-name.ts";
import { EventsToScan } from "./api.generated.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { html, type Html } from "./html.ts";
import { card, EMPTY, field, hidden, problemNote, type FormState, type Parts, type Visit } from "./page.ts";
import { time } from "./time.ts";
import type { Texts } from "./texts/en.ts";

export interface Scanner {
  kind: "scanner";
  app: string;
  place: string;
  device: string;
  askedAt: string;
  organizations: { id: string; name: string }[];
}

const EVENT = "event-";
const DAY_MS = 86_400_000;

/** What the person has chosen for the device. */
export const choiceIn = (fields: Fields) => {
  const eventIds = Object.keys(fields)
    .filter((name) => name.startsWith(EVENT))
    .map((name) => name.slice(EVENT.length));
  return {
    organizationId: fields.organizationId ?? "",
    name: fields.name ?? "",
    gate: fields.gate?.trim() ? fields.gate : null,
    eventIds: fields.events === "some" ? eventIds : null,
  };
};

/** The next step: to choose an organization, if there are several, or to name the device. */
export async function pairing(
  { ask }: Pick<Parts, "ask">,
  { visitor, texts }: Pick<Visit, "visitor" | "texts">,
  scanner: Scanner,
  code: string,
  state: FormState,
): Promise<Html> {
  const { organizations } = scanner;
  if (organizations.length === 0) return card(EMPTY, html`<p>${texts.apps.scanner.noOrganization}</p>`);
  const { organizationId } = state.values;
  const isOnly = organizations.length === 1 && !organizationId;
  const chosen = isOnly ? organizations[0] : organizations.find(({ id }) => id === organizationId);
  if (!chosen) return chooseOrganization(texts, scanner, code, state);
  const startsAfter = new Date(Date.now() - DAY_MS).toISOString();
  const { onSale, paused } = await ask(EventsToScan, { organizationId: chosen.id, startsAfter }, visitor);
  const events = [...onSale.nodes, ...paused.nodes].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return settings(texts, scanner, chosen, events, code, state);
}

function about(texts: Texts, { app, place, device, askedAt }: Scanner): Html {
  const { scanner, device: words } = texts.apps;
  const by = deviceName(texts, device || null);
  return html`<p>${scanner.asks(html`<strong>${app}</strong>`)}</p>
    <p class="quiet">${words.asked(time(texts, askedAt), place || words.unknownNetwork, by)}</p>
    <p>${scanner.careful}</p>`;
}

function chooseOrganization(texts: Texts, scanner: Scanner, code: string, { errors }: FormState): Html {
  return html`<div class="card">
    ${errors.organizationId !== undefined && problemNote(errors.organizationId)} ${about(texts, scanner)}
    <form method="post">
      ${hidden("code", code)}
      <fieldset>
        <legend>${texts.apps.scanner.organization}</legend>
        ${scanner.organizations.map(
          ({ id, name }) =>
            html`<label class="choice"
              ><input type="radio" name="organizationId" value="${id}" required /> ${name}</label
            >`,
        )}
      </fieldset>
      <button>${texts.frame.goOn}</button>
    </form>
  </div>`;
}

interface Shown {
  id: string;
  name: string;
  startsAt: string;
}

function settings(
  texts: Texts,
  scanner: Scanner,
  organization: { id: string; name: string },
  events: Shown[],
  code: string,
  state: FormState,
): Html {
  const words = texts.apps.scanner;
  const { values, errors } = state;
  const limited = values.events === "some";
  const checked = (is: boolean) => is && html`checked`;
  return card(
    state,
    html`${about(texts, scanner)}
      <form method="post">
        ${hidden("code", code)} ${hidden("organizationId", organization.id)}
        <p>${words.checks(html`<strong>${organization.name}</strong>`)}</p>
        ${field({ name: "name", label: words.name, autocomplete: "off", maxLength: 100, isKept: true, hasFocus: true }, state)}
        ${field({ name: "gate", label: words.gate, autocomplete: "off", maxLength: 100, isKept: true, isOptional: true }, state)}
        <fieldset>
          <legend>${words.events}</legend>
          <label class="choice"
            ><input type="radio" name="events" value="all" ${checked(!limited)} /> ${words.all}</label
          >
          ${
            events.length > 0 &&
            html`<label class="choice"
                ><input type="radio" name="events" value="some" ${checked(limited)} /> ${words.some}</label
              >
              <div class="choices">
                ${events.map(
                  ({ id, name, startsAt }) =>
                    html`<label class="choice"
                      ><input type="checkbox" name="${EVENT}${id}" ${checked(values[`${EVENT}${id}`] !== undefined)} />
                      <span>${name} <span class="quiet">${time(texts, startsAt)}</span></span></label
                    >`,
                )}
              </div>`
          }
          ${errors.eventIds !== undefined && html`<p class="wrong">${errors.eventIds}</p>`}
        </fieldset>
        <button name="answer" value="allow">${words.submit}</button>
        <button class="plain" name="answer" value="deny" formnovalidate>${words.deny}</button>
      </form>`,
  );
}
