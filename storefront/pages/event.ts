// The page of an event, with a form for the best available seats.
import { EventCalendar, EventPage, EventTransfers } from "../documents/event.generated.ts";
import type { PageData } from "../page-data.ts";
import type { EventInFull } from "../page-data/event.ts";
import { admissionIn } from "../admission-cookie.ts";
import { notFound, type Page, type Visit } from "./page.ts";
import { stateOf } from "./package.ts";
import { admissionTo } from "./queue.ts";
import { hold, inZone, selectionIn } from "./selection.ts";

/** With the packages that are sold now. */
async function eventOf({ ask, params, url }: Visit): Promise<EventInFull | null> {
  const accessCode = url.searchParams.get("access");
  const { event: found } = await ask(EventPage, { id: params.id!, accessCode });
  return found && { ...found, packages: (found.packages ?? []).filter((one) => stateOf(one) === "OPEN") };
}

type TicketRules = Pick<PageData["event"], "transferPolicy" | "codesShownFrom">;

/** It comes from another subgraph: without it the page is shown nevertheless. */
async function rulesOf({ ask, params, url }: Visit): Promise<TicketRules> {
  const asked = ask(EventTransfers, { id: params.id!, accessCode: url.searchParams.get("access") });
  const found = (await asked.catch(() => undefined))?.event;
  return { transferPolicy: found?.transferPolicy ?? null, codesShownFrom: found?.codesShownFrom ?? null };
}

export const event: Page = {
  path: "/e/:id",
  isPublic: ({ caller, params }) => admissionIn(caller, params.id!) === undefined,
  load: async (visit) => {
    const [found, rules] = await Promise.all([eventOf(visit), rulesOf(visit)]);
    if (!found) return notFound;
    const selection = selectionIn(visit.url.searchParams, found.id);
    return { view: "event", data: { event: found, ...rules, selection, admission: admissionTo(found, visit) } };
  },
  submit: async (visit, form) => {
    const selection = { ...selectionIn(form, visit.params.id!), seatIds: [] };
    const outcome = selection.quantity > 0 ? await hold(visit, selection) : { code: "NO_SEATS_CHOSEN" };
    if ("to" in outcome) return outcome;
    const [found, rules] = await Promise.all([eventOf(visit), rulesOf(visit)]);
    if (!found) return notFound;
    const rest = { ...rules, admission: admissionTo(found, visit), problem: inZone(outcome, found.timeZone) };
    return { view: "event", status: 409, data: { event: found, selection, ...rest } };
  },
};

const fileName = (name: string) => name.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "") || "event";

export const calendar: Page = {
  path: "/e/:id/calendar",
  load: async ({ ask, params, url }) => {
    const found = (await ask(EventCalendar, { id: params.id!, accessCode: url.searchParams.get("access") })).event;
    if (!found) return notFound;
    return {
      file: { name: `${fileName(found.name)}.ics`, type: "text/calendar; charset=utf-8", body: found.calendar },
    };
  },
};
