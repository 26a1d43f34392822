// The list of events: search by words, city, category and time.
import { FindEvents } from "../documents/find.generated.ts";
import type { EventCategory, EventFilter } from "../documents/find.generated.ts";
import type { Search } from "../page-data/find.ts";
import type { Page } from "./page.ts";

export const CATEGORIES: readonly EventCategory[] = [
  "CONCERT",
  "THEATRE",
  "SPORT",
  "FESTIVAL",
  "CONFERENCE",
  "JOURNEY",
  "OTHER",
];
export const PERIODS = ["today", "weekend", "week", "month"] as const;
const DAY_MS = 86_400_000;
const PAGE = 24;
const MOST_CHARACTERS = 200;

const isCategory = (text: string): text is EventCategory => CATEGORIES.some((one) => one === text);
const textIn = (params: URLSearchParams, name: string) => (params.get(name) ?? "").trim().slice(0, MOST_CHARACTERS);

export function searchIn(params: URLSearchParams): Search {
  const category = textIn(params, "category");
  const when = textIn(params, "when");
  return {
    text: textIn(params, "q"),
    city: textIn(params, "city"),
    category: isCategory(category) ? category : "",
    when: PERIODS.some((period) => period === when) ? when : "",
    after: params.get("after"),
  };
}

/** Start and end of a period, in UTC. A weekend is from Friday evening to Sunday. */
export function periodOf(when: string, now: Date): { startsAfter?: string; startsBefore?: string } {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const until = (days: number) => new Date(midnight + days * DAY_MS).toISOString();
  if (when === "today") return { startsBefore: until(1) };
  if (when === "week") return { startsBefore: until(7) };
  if (when === "month") return { startsBefore: until(31) };
  if (when !== "weekend") return {};
  // 0 is Sunday: then the weekend has begun.
  const day = now.getUTCDay();
  const friday = midnight + (day === 0 ? -2 : 5 - day) * DAY_MS + 16 * 3_600_000;
  const startsAfter = new Date(Math.max(friday, now.getTime())).toISOString();
  return { startsAfter, startsBefore: until(day === 0 ? 1 : 8 - day) };
}

export const find: Page = {
  path: "/",
  isPublic: true,
  load: async ({ url, ask }) => {
    const search = searchIn(url.searchParams);
    const { text, city, category, when, after } = search;
    const filter: EventFilter = {
      ...(text && { text }),
      ...(city && { city }),
      ...(isCategory(category) && { category }),
      ...periodOf(when, new Date()),
    };
    const found = await ask(FindEvents, { filter, announced: { ...filter, status: "ANNOUNCED" }, first: PAGE, after });
    return { view: "find", data: { search, found } };
  },
};
