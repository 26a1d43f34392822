// How to buy: with an account, or as a guest. The chosen seats stay in the address of the page.
import { StartGuestSession, Viewer } from "../documents/account.generated.ts";
import { SeatsPage } from "../documents/seats.generated.ts";
import { OperationFailed, withCookies } from "../gateway-client.ts";
import type { PageData } from "../page-data.ts";
import type { Problem } from "../page-data/problem.ts";
import type { Selection } from "../page-data/seats.ts";
import { fieldOf, notFound, problemOfFailure, type Outcome, type Page, type Visit } from "./page.ts";
import { hold, inZone, selectionIn } from "./selection.ts";

type Data = PageData["enter"];

async function show(
  { ask, url }: Visit,
  selection: Selection,
  form: Partial<Pick<Data, "name" | "email" | "problem">> = {},
): Promise<Outcome> {
  const isNew = url.searchParams.get("new") !== null;
  const [{ event }, { me }] = await Promise.all([
    ask(SeatsPage, { id: selection.eventId, accessCode: selection.accessCode }),
    isNew ? { me: null } : ask(Viewer, {}),
  ]);
  if (!event) return notFound;
  const viewer = me && { displayName: me.displayName };
  const problem = form.problem && inZone(form.problem, event.timeZone);
  // A form that is sent again accepts the total that the page has shown.
  const amount = form.problem?.code === "TotalChanged" ? Number(form.problem.values?.amount) : selection.total;
  const currency = event.priceTiers[0]?.price.currency ?? "EUR";
  const total = amount === null ? null : { amount, currency };
  const rest = { name: "", email: "", ...form, ...(problem && { problem }) };
  const data = { selection, eventName: event.name, viewer, total, ...rest };
  return { view: "enter", path: `${url.pathname}${url.search}`, data, ...(form.problem && { status: 409 }) };
}

/** The guest has a session now, and a second one would be refused. */
function asKnown(guest: Visit): Visit {
  const url = new URL(guest.url);
  url.searchParams.delete("new");
  return { ...guest, url };
}

function selectionOf({ url }: Visit, form?: URLSearchParams): Selection {
  const params = new URLSearchParams(url.searchParams);
  const total = form?.get("total");
  if (total) params.set("total", total);
  return selectionIn(params, params.get("event") ?? "");
}

/** Starts a session of a guest. @returns the visit with it, or the problem @throws OperationFailed */
async function asGuest(visit: Visit, name: string, email: string): Promise<Visit | Problem> {
  const { ask, gateway, caller, setCookies, locale } = visit;
  try {
    const { startGuestSession } = await ask(StartGuestSession, { input: { name, email, locale } });
    const cookies = await gateway.startSession(startGuestSession.refreshToken, caller);
    setCookies.push(...cookies);
    const guest = withCookies(caller, cookies);
    return { ...visit, caller: guest, ask: (document, variables) => gateway.ask(document, variables, guest) };
  } catch (error) {
    if (error instanceof OperationFailed) return problemOfFailure(error);
    throw error;
  }
}

export const enter: Page = {
  path: "/enter",
  load: (visit) => show(visit, selectionOf(visit)),
  submit: async (visit, form) => {
    const selection = selectionOf(visit, form);
    if (form.get("as") === "me") {
      const outcome = await hold(visit, selection);
      return "to" in outcome ? outcome : show(visit, selection, { problem: outcome });
    }
    const [name, email] = [fieldOf(form, "name") ?? "", fieldOf(form, "email") ?? ""];
    const missing = name === "" ? "NAME_MISSING" : !/^[^@\s]+@[^@\s]+$/.test(email) ? "EMAIL_INVALID" : undefined;
    if (missing) return show(visit, selection, { name, email, problem: { code: missing } });
    const guest = await asGuest(visit, name, email);
    if ("code" in guest) return show(visit, selection, { name, email, problem: guest });
    const outcome = await hold(guest, selection);
    return "to" in outcome ? outcome : show(asKnown(guest), selection, { problem: outcome });
  },
};
