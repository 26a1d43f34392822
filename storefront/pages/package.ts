// A package of several events: which of them, how many seats, and holding them all.
import { randomUUID } from "node:crypto";
import { choiceIn, chosenParts, keyOf, parametersOf } from "../app/packages/choice.ts";
import { HoldPackage, PackagePage } from "../documents/package.generated.ts";
import type { HoldPackageMutation } from "../documents/package.generated.ts";
import { OperationFailed } from "../gateway-client.ts";
import type { PageData } from "../page-data.ts";
import type { PackageChoice, PackagePart } from "../page-data/package.ts";
import type { Problem } from "../page-data/problem.ts";
import { notFound, problemOf, type Outcome, type Page, type Visit } from "./page.ts";

type Data = PageData["package"];
type Found = Pick<Data, "package" | "parts" | "state">;

export const packagePath = (id: string) => `/packages/${encodeURIComponent(id)}`;

/** Whether a package is sold at this time. Its events may not be. */
export function stateOf({ startsAt, endsAt }: Pick<Data["package"], "startsAt" | "endsAt">, now = Date.now()) {
  if (endsAt !== null && Date.parse(endsAt) <= now) return "ENDED" as const;
  return startsAt !== null && Date.parse(startsAt) > now ? ("NOT_YET" as const) : ("OPEN" as const);
}

async function packageOf({ ask, params }: Visit): Promise<Found | undefined> {
  const { ticketPackage } = await ask(PackagePage, { id: params.id! });
  if (!ticketPackage) return undefined;
  const { parts, ...rest } = ticketPackage;
  const known = parts.flatMap(({ event, ...part }) => (event ? [{ ...part, event }] : []));
  return { package: rest, parts: known, state: stateOf(rest) };
}

const isWhole = ({ package: { eventsToChoose }, parts }: Found) => eventsToChoose === parts.length;

/** Only what the package has. Of a package without a choice of events it is all of them. */
function choiceOf(found: Found, params: URLSearchParams): PackageChoice {
  const { eventIds, seats, tiers } = choiceIn(params);
  const events = found.parts.map(({ event }) => event.id);
  const priced = found.parts.flatMap(({ event, prices }) => {
    const tier = prices.find(({ priceTier }) => priceTier?.id === tiers[event.id])?.priceTier;
    return tier ? [[event.id, tier.id] as const] : [];
  });
  return {
    eventIds: isWhole(found) ? events : events.filter((id) => eventIds.includes(id)),
    seats,
    tiers: Object.fromEntries(priced),
  };
}

/** What the form has shown as the price of a seat: `<event> <tier> <amount>`. */
const SHOWN = /^(\S{1,100}) (\S{1,100}) (\d{1,10})$/;

/** The total that the visitor was shown; null if it is not known. */
export function shownTotal(form: URLSearchParams, choice: PackageChoice): number | null {
  const [agreed, key] = (form.get("agreed") ?? "").split(" ", 2);
  if (agreed && /^\d{1,10}$/.test(agreed) && key === keyOf(choice)) return Number(agreed);
  const prices = new Map<string, number>();
  for (const field of form.getAll("shown").slice(0, 500)) {
    const [, event, tier, amount] = SHOWN.exec(field) ?? [];
    if (event !== undefined) prices.set(`${event} ${tier}`, Number(amount));
  }
  const total = choice.eventIds.reduce((sum, id) => sum + (prices.get(`${id} ${choice.tiers[id]}`) ?? NaN), 0);
  return Number.isFinite(total) ? total * choice.seats : null;
}

type Refusal = Exclude<HoldPackageMutation["holdPackage"], { __typename: "HeldPackage" }>;

/** A refusal names its event, at least in the message. */
export function explain(refusal: Refusal, parts: readonly PackagePart[]): Problem {
  if (refusal.__typename === "TotalChanged") return problemOf(refusal, refusal.total);
  const named = refusal.__typename === "PackageNotUsable" ? refusal.event?.id : undefined;
  const at = parts.find(({ event: { id } }) => id === named || refusal.message.includes(id))?.event;
  const reason = refusal.__typename === "PackageNotUsable" ? refusal.reason : refusal.__typename;
  const limit = refusal.__typename === "SeatLimitReached" ? refusal.limit : null;
  const values = { reason, event: at?.name, eventId: at?.id, limit };
  return { code: "PackageRefused", values, message: refusal.message };
}

/** Of a failed operation. The fields of BAD_USER_INPUT are those of the chosen events. */
export function explainFailure({ code, message, field }: OperationFailed, parts: readonly PackagePart[]): Problem {
  const [, index, name] = /^input\.events(?:\.(\d+)(?:\.(\w+))?)?$/.exec(field ?? "") ?? [];
  const at = index === undefined ? undefined : parts[Number(index)]?.event;
  const reason = code === "BAD_USER_INPUT" ? (name ?? "events") : code;
  return { code: "PackageRefused", values: { reason, event: at?.name, eventId: at?.id, failure: code }, message };
}

/** @throws OperationFailed */
async function request({ ask }: Visit, packageId: string, choice: PackageChoice, total: number | null) {
  const { seats: quantity, tiers } = choice;
  const events = choice.eventIds.map((eventId) => ({
    ...{ eventId, quantity },
    ...(tiers[eventId] !== undefined && { priceTierId: tiers[eventId] }),
  }));
  const input = { packageId, events, idempotencyKey: randomUUID(), ...(total !== null && { expectedTotal: total }) };
  return (await ask(HoldPackage, { input })).holdPackage;
}

type Note = NonNullable<Data["note"]>;

/** The page with the choice in its address, where it survives a sign-in. */
const pathWith = (id: string, choice: PackageChoice, rest: Record<string, string>) =>
  `${packagePath(id)}?${[parametersOf(choice), new URLSearchParams(rest)].map(String).join("&")}`;
const pathWithNote = (id: string, choice: PackageChoice, note: Note) => pathWith(id, choice, { note });

async function hold(
  visit: Visit,
  { package: { id }, parts }: Found,
  choice: PackageChoice,
  form: URLSearchParams,
): Promise<{ to: string } | Problem> {
  const shown = shownTotal(form, choice);
  try {
    let result = await request(visit, id, choice, shown);
    // A lower total is no reason to ask again.
    if (result.__typename === "TotalChanged" && result.total.amount < (shown ?? 0))
      result = await request(visit, id, choice, result.total.amount);
    if (result.__typename === "EmailNotVerified") return { to: pathWithNote(id, choice, "UNVERIFIED") };
    if (result.__typename !== "HeldPackage") return explain(result, chosenParts(parts, choice));
    const [first] = result.holds.toSorted((a, b) => startOf(a) - startOf(b));
    return { to: `/hold/${first!.id}` };
  } catch (error) {
    if (!(error instanceof OperationFailed)) throw error;
    if (error.code !== "UNAUTHENTICATED") return explainFailure(error, chosenParts(parts, choice));
    const [to, otherwise] = [pathWithNote(id, choice, "AGAIN"), pathWithNote(id, choice, "SIGN_IN")];
    return { to: `/session/continue?${new URLSearchParams({ to, else: otherwise }).toString()}` };
  }
}

const startOf = ({ event }: { event: { startsAt: string } | null }) => Date.parse(event?.startsAt ?? "") || 0;

const NOTES: readonly (string | null)[] = ["SIGN_IN", "AGAIN", "UNVERIFIED"] satisfies Note[];
const noteIn = ({ searchParams }: URL): Data["note"] => {
  const note = searchParams.get("note");
  return NOTES.includes(note) ? (note as Note) : null;
};

const STATUS: Record<string, number> = { RATE_LIMITED: 429, UNAVAILABLE: 503, TIMEOUT: 504 };

export const ticketPackage: Page = {
  path: "/packages/:id",
  isPublic: true,
  load: async (visit) => {
    const found = await packageOf(visit);
    if (!found) return notFound;
    const choice = choiceOf(found, visit.url.searchParams);
    const rest = { agreed: null, isTotalShown: visit.url.searchParams.has("total"), note: noteIn(visit.url) };
    return { view: "package", data: { ...found, choice, ...rest } };
  },
  submit: async (visit, form): Promise<Outcome> => {
    const found = await packageOf(visit);
    if (!found) return notFound;
    const choice = choiceOf(found, form);
    const { eventsToChoose, id } = found.package;
    if (form.get("then") === "total") return { to: `${pathWith(id, choice, { total: "1" })}#total` };
    const outcome: { to: string } | Problem =
      choice.eventIds.length === eventsToChoose
        ? await hold(visit, found, choice, form)
        : { code: "EVENTS_TO_CHOOSE", values: { events: eventsToChoose, chosen: choice.eventIds.length } };
    if ("to" in outcome) return outcome;
    // A form that is sent again accepts the total that the page has shown.
    const agreed = outcome.code === "TotalChanged" ? Number(outcome.values?.amount) : null;
    const status = STATUS[String(outcome.values?.failure)] ?? 409;
    const data = { ...found, choice, agreed, isTotalShown: true, note: null, problem: outcome };
    return { view: "package", status, data };
  },
};
