// The queue of an event: joining, one's place, leaving, and entering the sale.
import { admissionCookie, admissionIn, noAdmissionCookie } from "../admission-cookie.ts";
import { keptPath } from "../app/exchange/kept-path.ts";
import { isInForce } from "../app/queue/in-force.ts";
import { EnterSale, JoinQueue, LeaveQueue, QueuePage } from "../documents/queue.generated.ts";
import type { QueuePageQuery } from "../documents/queue.generated.ts";
import type { PageData } from "../page-data.ts";
import type { Problem } from "../page-data/problem.ts";
import type { Admission, QueueDocument, QueueState } from "../page-data/queue.ts";
import { continueSession, notFound, type Outcome, type Page, type Visit } from "./page.ts";
import { parametersOf, selectionIn } from "./selection.ts";

type Data = PageData["queue"];

/** Without a script. */
const REFRESH_SECONDS = 60;

interface WithQueue {
  id: string;
  queue: { state: QueueState; entry: { insideUntil: string | null } | null } | null;
}

/** Null for a visitor who needs none, is not inside, or is inside with another browser. */
export function admissionTo({ id, queue }: WithQueue, { caller }: Pick<Visit, "caller">): Admission | null {
  const until = queue && isInForce(queue) ? queue.entry?.insideUntil : undefined;
  return until && admissionIn(caller, id) !== undefined ? { until } : null;
}

/** Says that the page is shown to a visitor without a session. */
const NOBODY = "new";
const SENT_BACK = "needed";

/** Paths of the page and of the choice of seats, with what the visitor brought along. */
function pathsOf({ url, params }: Visit): Pick<Data, "self" | "choice"> {
  const search = new URLSearchParams(url.searchParams);
  for (const name of [NOBODY, SENT_BACK]) search.delete(name);
  const id = params.id!;
  const selection = selectionIn(search, id);
  const page = `/e/${encodeURIComponent(id)}`;
  const isChosen = ["seat", "quantity", "standard"].some((name) => search.has(name));
  const seats = selection.seatIds.length > 0 || search.has("section") ? "/seats" : "";
  return {
    self: `${page}/queue${search.size > 0 ? `?${search.toString()}` : ""}`,
    choice: isChosen ? `${page}${seats}?${parametersOf(selection).toString()}` : keptPath(page, selection),
  };
}

type Found = NonNullable<NonNullable<QueuePageQuery["event"]>["queue"]>;

/** What the gateway says to everybody is up to a second older than the queue. Without it the pace is not known. */
async function documentOf({ gateway, caller }: Visit, eventId: string, queue: Found): Promise<QueueDocument> {
  const found = (await gateway.file(`/queues/${eventId}.json`, caller)) as QueueDocument | undefined;
  const { perMinute = 0, seats = null, poll = 5 } = found ?? {};
  const { state, serving, entryCount, drawnCount, heldCount, note } = queue;
  const counts = { entries: entryCount, drawn: drawnCount, held: heldCount };
  return { state, serving, ...counts, note, perMinute, seats, poll };
}

async function show(visit: Visit, problem?: Problem, work?: Data["work"]): Promise<Outcome> {
  const { ask, params, url } = visit;
  const { me, event } = await ask(QueuePage, { id: params.id!, accessCode: url.searchParams.get("access") });
  if (!event?.queue) return notFound;
  const paths = pathsOf(visit);
  if (!me && !url.searchParams.has(NOBODY)) {
    const search = new URLSearchParams(url.searchParams);
    search.set(NOBODY, "1");
    return continueSession(visit, `${url.pathname}?${search.toString()}`);
  }
  const { queue, ...rest } = event;
  const viewer = me && { displayName: me.displayName, isGuest: me.kind === "GUEST", isVerified: me.emailVerified };
  const data: Data = {
    ...{ event: rest, queue, viewer, ...paths },
    document: await documentOf(visit, event.id, queue),
    admission: admissionTo({ id: event.id, queue }, visit),
    isSentBack: url.searchParams.has(SENT_BACK),
    ...(problem && { problem }),
    ...(work && { work }),
  };
  return {
    ...{ view: "queue", data },
    ...(problem && { status: 409 }),
    // Without a script the page stays, so that the person can read it and choose another way.
    ...(queue.state !== "CLOSED" && !work && { refreshSeconds: REFRESH_SECONDS }),
  };
}

const refused = (reason: string, message: string, seconds?: number): Problem => ({
  code: "QueueRefused",
  values: { reason, seconds },
  message,
});

async function enterSale(visit: Visit, eventId: string): Promise<Outcome> {
  const { enterSale: entered } = await visit.ask(EnterSale, { eventId });
  if (entered.__typename === "Admission") {
    const { token, extendableUntil } = entered;
    visit.setCookies.push(admissionCookie(eventId, token, extendableUntil, visit.origin));
    return { to: pathsOf(visit).choice };
  }
  const seconds = "retryAfterSeconds" in entered ? entered.retryAfterSeconds : undefined;
  return show(visit, refused(entered.__typename, entered.message, seconds));
}

async function join(visit: Visit, eventId: string, proofOfWork: string | null): Promise<Outcome> {
  const { joinQueue: joined } = await visit.ask(JoinQueue, { eventId, proofOfWork });
  if (joined.__typename === "QueueEntry") return { to: pathsOf(visit).self };
  const refusal = refused(joined.__typename, joined.message);
  if (joined.__typename !== "ProofOfWorkRequired") return show(visit, refusal);
  const isRepeated = proofOfWork !== null;
  return show(visit, isRepeated ? refusal : undefined, { challenge: joined.challenge, isRepeated });
}

export const queue: Page = {
  path: "/e/:id/queue",
  load: (visit) => show(visit),
  submit: async (visit, form) => {
    const eventId = visit.params.id!;
    const { self } = pathsOf(visit);
    switch (form.get("then")) {
      case "enter":
        return enterSale(visit, eventId);
      case "leave": {
        const { leaveQueue: left } = await visit.ask(LeaveQueue, { eventId });
        if (left.__typename === "NotFound") return show(visit, refused("NotFound", left.message));
        visit.setCookies.push(noAdmissionCookie(eventId, visit.origin));
        return { to: self };
      }
      default:
        return join(visit, eventId, form.get("proofOfWork"));
    }
  },
};
