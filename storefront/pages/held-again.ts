// After a hold has ended: the same seats, or free ones near them, are offered with what was typed, and held again.
import { isNameField } from "../app/hold/name-field.ts";
import { EndedHold, FreeSeats } from "../documents/hold.generated.ts";
import type { EndedHoldQuery, FreeSeatsQuery } from "../documents/hold.generated.ts";
import type { HeldAgain } from "../page-data/hold.ts";
import type { Problem } from "../page-data/problem.ts";
import type { Visit } from "./page.ts";
import { hold, selectionIn } from "./selection.ts";

type Ended = NonNullable<EndedHoldQuery["hold"]>;
type Seat = Ended["items"][number]["seat"];

/** People of one row are together, so another row counts as farther away. */
const ROW = 3;

/** Fields that were typed or chosen, and are sent along. */
const isTyped = (field: string) => isNameField(field) || field === "card" || /^(answer|invoice) /.test(field);

async function freeSeats({ ask }: Visit, eventId: string, section: string): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (let after: string | null = null; ;) {
    const answer: FreeSeatsQuery = await ask(FreeSeats, { id: eventId, section, after });
    const page = answer.event?.seats;
    seats.push(...(page?.nodes ?? []));
    if (!page?.pageInfo.hasNextPage) return seats;
    after = page.pageInfo.endCursor;
  }
}

/** Of the same section, tier and kind; the one that is nearest comes first. */
function nearestTo(seat: Seat, free: readonly Seat[]): Seat | undefined {
  const isAlike = (other: Seat) =>
    other.priceTier?.id === seat.priceTier?.id &&
    other.wheelchair === seat.wheelchair &&
    other.companion === seat.companion;
  const distanceTo = ({ position }: Seat) =>
    position && seat.position ? Math.hypot(position.x - seat.position.x, ROW * (position.y - seat.position.y)) : 0;
  let nearest: Seat | undefined;
  for (const other of free)
    if (isAlike(other) && (!nearest || distanceTo(other) < distanceTo(nearest))) nearest = other;
  return nearest;
}

/** For each seat itself if it is free, else a free one near it. @returns undefined if there are not enough */
async function seatsInstead(visit: Visit, eventId: string, seats: readonly Seat[]): Promise<Seat[] | undefined> {
  const taken = new Set(seats.filter(({ status }) => status === "AVAILABLE").map(({ id }) => id));
  const free = new Map<string, Seat[]>();
  const found: Seat[] = [];
  for (const seat of seats) {
    if (seat.status === "AVAILABLE") {
      found.push(seat);
      continue;
    }
    const section = seat.section?.id ?? "";
    if (!free.has(section)) free.set(section, await freeSeats(visit, eventId, section));
    const nearest = nearestTo(
      seat,
      free.get(section)!.filter(({ id }) => !taken.has(id)),
    );
    if (!nearest) return undefined;
    taken.add(nearest.id);
    found.push(nearest);
  }
  return found;
}

/** Name of a price that is not the standard one of its tier; undefined for the standard one. */
function furtherPrice({ event }: Ended, { priceName, seat }: Ended["items"][number]): string | undefined {
  const prices = event?.priceTiers.find(({ id }) => id === seat.priceTier?.id)?.prices ?? [];
  const price = prices.find(({ name }) => name === priceName);
  return price && !price.standard ? price.name : undefined;
}

/** A field of an answer or a name that ends with the ID of its seat, for the seat instead. */
function renamed(field: string, instead: ReadonlyMap<string, string>): string {
  const words = field.split(" ");
  return [...words.slice(0, -1), instead.get(words.at(-1)!) ?? words.at(-1)].join(" ");
}

/** @returns null if nothing can be offered: the event is private or not on sale, the seats are of a package, or all are taken */
export async function offerAgain(visit: Visit, holdId: string, form: URLSearchParams): Promise<HeldAgain | null> {
  const { hold: ended } = await visit.ask(EndedHold, { id: holdId });
  if (!ended?.event || ended.event.status !== "ON_SALE" || ended.package || ended.items.length === 0) return null;
  const before = ended.items.map(({ seat }) => seat);
  const seats = await seatsInstead(visit, ended.event.id, before);
  if (!seats) return null;
  const instead = new Map(before.map(({ id }, index) => [id, seats[index]!.id]));
  const prices = ended.items.flatMap((item, index): [string, string][] => {
    const price = furtherPrice(ended, item);
    return price === undefined ? [] : [[`price.${seats[index]!.id}`, price]];
  });
  const amount = ended.items.reduce((sum, { price }) => sum + price.amount, 0);
  return {
    eventId: ended.event.id,
    items: ended.items.map(({ price, priceName }, index) => ({ seat: seats[index]!, price, priceName })),
    gone: before.filter(({ id }, index) => id !== seats[index]!.id),
    total: { amount, currency: ended.items[0]!.price.currency },
    fields: [
      ...seats.map(({ id }): [string, string] => ["seat", id]),
      ...prices,
      ...(ended.promoCode === null ? [] : [["code", ended.promoCode] as [string, string]]),
      ...[...form]
        .filter(([field]) => isTyped(field))
        .map(([field, value]): [string, string] => [renamed(field, instead), value]),
    ],
  };
}

/** @returns the ID of the new hold, where a visitor without a session goes, or the problem @throws OperationFailed */
export async function holdAgain(
  visit: Visit,
  endedId: string,
  form: URLSearchParams,
): Promise<{ holdId: string } | { to: string } | Problem> {
  const selection = selectionIn(form, form.get("again") ?? "");
  // Sent again, as by a reload, it is the same hold.
  const outcome = await hold(visit, selection, `again ${endedId} ${selection.seatIds.join(" ")} ${selection.total}`);
  const [, holdId] = "to" in outcome ? (/^\/hold\/([\w-]+)$/.exec(outcome.to) ?? []) : [];
  return holdId === undefined ? outcome : { holdId };
}
