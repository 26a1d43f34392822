// The hall of an event: the map, and the rows of one section as a form.
import { SeatsPage, SectionSeats } from "../documents/seats.generated.ts";
import type { SectionSeatsQuery } from "../documents/seats.generated.ts";
import type { PageData } from "../page-data.ts";
import type { SeatInSection, Selection } from "../page-data/seats.ts";
import { notFound, type Page, type Visit } from "./page.ts";
import { hasSeveralPrices } from "../app/prices/offers.ts";
import { admissionTo } from "./queue.ts";
import { hold, inZone, selectionIn } from "./selection.ts";

type Data = PageData["seats"];

async function seatsOf({ ask, params, url }: Visit, section: string): Promise<SeatInSection[]> {
  const accessCode = url.searchParams.get("access");
  const seats: SeatInSection[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: SectionSeatsQuery = await ask(SectionSeats, { id: params.id!, accessCode, section, after });
    const page = answer.event?.seats;
    seats.push(...(page?.nodes ?? []));
    if (!page?.pageInfo.hasNextPage) return seats;
    after = page.pageInfo.endCursor;
  }
}

async function dataOf(visit: Visit, selection: Selection): Promise<Data | undefined> {
  const { ask, params, url } = visit;
  const { event } = await ask(SeatsPage, { id: params.id!, accessCode: url.searchParams.get("access") });
  if (!event) return undefined;
  const listed = event.venueVersion.sections.find(({ id }) => id === selection.section);
  const section = listed && { id: listed.id, name: listed.name, seats: await seatsOf(visit, listed.id) };
  return { event, selection, admission: admissionTo(event, visit), section: section ?? null };
}

export const seats: Page = {
  path: "/e/:id/seats",
  load: async (visit) => {
    const data = await dataOf(visit, selectionIn(visit.url.searchParams, visit.params.id!));
    return data ? { view: "seats", data } : notFound;
  },
  submit: async (visit, form) => {
    const selection = selectionIn(form, visit.params.id!);
    if (selection.seatIds.length > 0 && form.get("then") === "prices") {
      const data = await dataOf(visit, selection);
      if (data && hasSeveralPrices(data.event)) return { view: "seats", data: { ...data, asksPrices: true } };
    }
    const outcome = selection.seatIds.length > 0 ? await hold(visit, selection) : { code: "NO_SEATS_CHOSEN" };
    if ("to" in outcome) return outcome;
    const data = await dataOf(visit, selection);
    return data
      ? {
          view: "seats",
          status: 409,
          data: {
            ...data,
            asksPrices: selection.seatIds.length > 0 && form.has("tier"),
            problem: inZone(outcome, data.event.timeZone),
          },
        }
      : notFound;
  },
};
