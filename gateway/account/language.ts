// Choice of the language: a form at the foot of each page, which needs no script. The storefront reads the same cookie.
import { isForm, isOwnForm, readForm } from "../../platform/http/forms.ts";
import { BodyTooLarge, sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import { isLocale, languageCookie, LANGUAGES } from "../../platform/http/locale.ts";
import { html, type Html } from "./html.ts";
import { localTarget } from "./targets.ts";
import type { Texts } from "./texts/en.ts";

const PATH = "/account/language";

/** @param to local page to return to */
export const languageForm = ({ locale, frame }: Texts, to: string): Html =>
  html`<form class="language" method="post" action="${PATH}">
    <input type="hidden" name="to" value="${to}" />
    <label for="language">${frame.language}</label>
    <select id="language" name="language">
      ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value="${code}" lang="${code}" ${code === locale && html`selected`}>${name}</option>`)}
    </select>
    <button class="plain">${frame.change}</button>
  </form>`;

/** Remembers the language, and returns to the page. */
const choose: Handler = async (request, response) => {
  response.setHeader("cache-control", "no-store");
  if (!isForm(request) || !isOwnForm(request)) return sendJson(response, 403, { error: "Send the form of the page." });
  try {
    const { language, to } = await readForm(request);
    if (isLocale(language)) response.setHeader("set-cookie", languageCookie(language));
    response.writeHead(303, { location: localTarget(to) }).end();
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    sendJson(response, 413, { error: "The form is too large." });
  }
};

export const languageRoute: Route = { method: "POST", path: PATH, handle: choose };
