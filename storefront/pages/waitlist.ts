// The waiting list of an event: joining, one's entry, seats that are offered, declining them, and leaving.
import { randomUUID } from "node:crypto";
import { MOST_SEATS } from "../app/waitlist/wish.ts";
import { JoinWaitlist, LeaveWaitlist, WaitlistPage } from "../documents/waitlist.generated.ts";
import type { PageData } from "../page-data.ts";
import type { Problem } from "../page-data/problem.ts";
import type { WaitlistWish } from "../page-data/waitlist.ts";
import { continueSession, fieldOf, notFound, type Outcome, type Page, type Visit } from "./page.ts";

type Data = PageData["waitlist"];

/** Without a script. */
const REFRESH_SECONDS = 60;
/** Says that the page is shown to a visitor without a session. */
const NOBODY = "new";
/** Of the API. */
const MOST_NAMED = 20;

const countIn = (params: URLSearchParams, name: string, otherwise: number) => {
  const count = Number(params.get(name) || otherwise);
  return Number.isInteger(count) && count >= 0 && count <= MOST_SEATS ? count : otherwise;
};
const named = (params: URLSearchParams, name: string) => [...new Set(params.getAll(name).filter(Boolean))];

/** Fields of the form and of the address, named as those for seats: `quantity`, `least`, `apart`, `wheelchairs`, `tier` and `section` (repeated). */
export function wishIn(params: URLSearchParams): WaitlistWish {
  const quantity = Math.max(1, countIn(params, "quantity", 2));
  const wheelchairPlaces = Math.min(quantity, countIn(params, "wheelchairs", 0));
  return {
    quantity,
    atLeast: Math.max(1, wheelchairPlaces, Math.min(quantity, countIn(params, "least", quantity))),
    together: params.get("apart") === null,
    wheelchairPlaces,
    priceTierIds: named(params, "tier"),
    sectionIds: named(params, "section"),
  };
}

function selfOf({ url, params }: Visit): string {
  const search = new URLSearchParams(url.searchParams);
  search.delete(NOBODY);
  return `/e/${encodeURIComponent(params.id!)}/waitlist${search.size > 0 ? `?${search.toString()}` : ""}`;
}

async function show(visit: Visit, wish = wishIn(visit.url.searchParams), problem?: Problem): Promise<Outcome> {
  const { ask, params, url } = visit;
  const { me, event } = await ask(WaitlistPage, { id: params.id!, accessCode: url.searchParams.get("access") });
  if (!event?.waitlist) return notFound;
  if (!me && !url.searchParams.has(NOBODY)) {
    const search = new URLSearchParams(url.searchParams);
    search.set(NOBODY, "1");
    return continueSession(visit, `${url.pathname}?${search.toString()}`);
  }
  const { waitlist: list, ...rest } = event;
  const viewer = me && { displayName: me.displayName, isGuest: me.kind === "GUEST", isVerified: me.emailVerified };
  const data: Data = {
    ...{ event: rest, waitlist: list, viewer, wish, self: selfOf(visit), key: randomUUID() },
    ...(problem && { problem }),
  };
  const isOpen = list.entry?.state === "WAITING" || list.entry?.state === "OFFERED";
  return {
    ...{ view: "waitlist", data },
    ...(problem && { status: 409 }),
    // Not while a form is filled in.
    ...(isOpen && !problem && { refreshSeconds: REFRESH_SECONDS }),
  };
}

const refused = (reason: string, message: string, limit?: number): Problem => ({
  code: "WaitlistRefused",
  values: { reason, limit },
  message,
});

async function join(visit: Visit, form: URLSearchParams): Promise<Outcome> {
  const wish = wishIn(form);
  if (wish.priceTierIds.length > MOST_NAMED || wish.sectionIds.length > MOST_NAMED)
    return show(visit, wish, refused("TOO_MANY_NAMED", "", MOST_NAMED));
  const input = {
    eventId: visit.params.id!,
    ...wish,
    accessCode: visit.url.searchParams.get("access"),
    idempotencyKey: fieldOf(form, "key") ?? randomUUID(),
  };
  const { joinWaitlist: joined } = await visit.ask(JoinWaitlist, { input });
  if (joined.__typename === "WaitlistEntry") return { to: selfOf(visit) };
  const limit = joined.__typename === "SeatLimitReached" ? joined.limit : undefined;
  return show(visit, wish, refused(joined.__typename, joined.message, limit));
}

export const waitlist: Page = {
  path: "/e/:id/waitlist",
  load: (visit) => show(visit),
  submit: async (visit, form) => {
    const entryId = fieldOf(form, "leave");
    if (entryId === undefined) return join(visit, form);
    const { leaveWaitlist: left } = await visit.ask(LeaveWaitlist, { entryId });
    return left.__typename === "NotFound"
      ? show(visit, undefined, refused("NotFound", left.message))
      : { to: selfOf(visit) };
  },
};
