// Pairing of a scanner: the person chooses the organization, then names the device and limits it to events. It never acts as the person.
import { deviceName } from "./device-name.ts";
import { EventsToScan } from "./api.generated.ts";
import type { Fields } from "../../platform/http/forms.ts";
import { html, type Html } from "./html.ts";
import { card, EMPTY, field, hidden, problemNote, type FormState, type Parts, type Visit } from "./page.ts";
import { time } from "./time.ts";

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
  { visitor }: Pick<Visit, "visitor">,
  scanner: Scanner,
  code: string,
  state: FormState,
): Promise<Html> {
  const { organizations } = scanner;
  if (organizations.length === 0)
    return card(
      EMPTY,
      html`<p>
        You manage no organization, so you can't connect a scanner. Ask a manager of your organization to enter the
        code.
      </p>`,
    );
  const { organizationId } = state.values;
  const isOnly = organizations.length === 1 && !organizationId;
  const chosen = isOnly ? organizations[0] : organizations.find(({ id }) => id === organizationId);
  if (!chosen) return chooseOrganization(scanner, code, state);
  const startsAfter = new Date(Date.now() - DAY_MS).toISOString();
  const { onSale, paused } = await ask(EventsToScan, { organizationId: chosen.id, startsAfter }, visitor);
  const events = [...onSale.nodes, ...paused.nodes].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return settings(scanner, chosen, events, code, state);
}

const about = ({ app, place, device, askedAt }: Scanner): Html =>
  html`<p><strong>${app}</strong> wants to check tickets as a scanner.</p>
    <p class="quiet">Asked ${time(askedAt)} from ${place || "an unknown network"} by ${deviceName(device || null)}.</p>
    <p>Only continue if you have the device in front of you.</p>`;

function chooseOrganization(scanner: Scanner, code: string, { errors }: FormState): Html {
  return html`<div class="card">
    ${errors.organizationId !== undefined && problemNote(errors.organizationId)} ${about(scanner)}
    <form method="post">
      ${hidden("code", code)}
      <fieldset>
        <legend>Organization</legend>
        ${scanner.organizations.map(
          ({ id, name }) =>
            html`<label class="choice"
              ><input type="radio" name="organizationId" value="${id}" required /> ${name}</label
            >`,
        )}
      </fieldset>
      <button>Continue</button>
    </form>
  </div>`;
}

interface Shown {
  id: string;
  name: string;
  startsAt: string;
}

function settings(
  scanner: Scanner,
  organization: { id: string; name: string },
  events: Shown[],
  code: string,
  state: FormState,
): Html {
  const { values, errors } = state;
  const limited = values.events === "some";
  const checked = (is: boolean) => is && html`checked`;
  return card(
    state,
    html`${about(scanner)}
      <form method="post">
        ${hidden("code", code)} ${hidden("organizationId", organization.id)}
        <p>It checks tickets for <strong>${organization.name}</strong>, until a manager disconnects it.</p>
        ${field({ name: "name", label: "Name of the device", autocomplete: "off", maxLength: 100, isKept: true, hasFocus: true }, state)}
        ${field({ name: "gate", label: "Gate (optional)", autocomplete: "off", maxLength: 100, isKept: true, isOptional: true }, state)}
        <fieldset>
          <legend>Events</legend>
          <label class="choice"
            ><input type="radio" name="events" value="all" ${checked(!limited)} /> All events of the organization</label
          >
          ${
            events.length > 0 &&
            html`<label class="choice"
                ><input type="radio" name="events" value="some" ${checked(limited)} /> Only these:</label
              >
              <div class="choices">
                ${events.map(
                  ({ id, name, startsAt }) =>
                    html`<label class="choice"
                      ><input type="checkbox" name="${EVENT}${id}" ${checked(values[`${EVENT}${id}`] !== undefined)} />
                      <span>${name} <span class="quiet">${time(startsAt)}</span></span></label
                    >`,
                )}
              </div>`
          }
          ${errors.eventIds !== undefined && html`<p class="wrong">Choose at least one event, or all events.</p>`}
        </fieldset>
        <button name="answer" value="allow">Connect the scanner</button>
        <button class="plain" name="answer" value="deny" formnovalidate>Do not connect it</button>
      </form>`,
  );
}
