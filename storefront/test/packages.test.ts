// What is chosen of a package, what it costs, why it is refused, and which holds are one order.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createFormat } from "../app/format.ts";
import { isComplete, togetherIn } from "../app/hold/packages-of-holds.ts";
import {
  choiceIn,
  isSold,
  keyOf,
  leftOf,
  mostSeats,
  parametersOf,
  priceOf,
  priceWithout,
  totalOf,
} from "../app/packages/choice.ts";
import { textOf } from "../app/problem-text.ts";
import { texts as de } from "../app/texts/de.ts";
import { texts as en, type Texts } from "../app/texts/en.ts";
import { texts as es } from "../app/texts/es.ts";
import { texts as fr } from "../app/texts/fr.ts";
import { texts as he } from "../app/texts/he.ts";
import { OperationFailed } from "../gateway-client.ts";
import type { HoldInFull } from "../page-data/hold.ts";
import type { PackagePart } from "../page-data/package.ts";
import { besides } from "../pages/basket.ts";
import { explain, explainFailure, shownTotal, stateOf } from "../pages/package.ts";
import { pageAt } from "../pages/routes.ts";

const euro = (amount: number) => ({ amount, currency: "EUR" });

/** Tiers with their price in the package and the free seats. */
function part(id: string, tiers: Record<string, [price: number, free: number]>, rest: Partial<PackagePart> = {}) {
  const entries = Object.entries(tiers);
  return {
    left: null,
    prices: entries.map(([tier, [price]]) => ({
      price: euro(price),
      priceTier: { id: tier, name: tier, price: euro(price * 2) },
    })),
    ...rest,
    event: {
      ...{ id, name: `Event ${id}`, status: "ON_SALE", maxSeatsPerBuyer: 8 },
      availability: {
        available: 99,
        tiers: entries.map(([tier, [price, available]]) => ({
          ...{ available, priceTier: { id: tier } },
          prices: [
            { standard: false, price: euro(1) },
            { standard: true, price: euro(price + 5) },
          ],
        })),
      },
    },
  } as unknown as PackagePart;
}

test("a choice survives the way through an address, and what makes no sense is left out", () => {
  const choice = choiceIn(new URLSearchParams("event=a&event=b&event=a&seats=3&tier.a=t&tier.b=&tier.c=u"));
  expect(choice).toEqual({ eventIds: ["a", "b"], seats: 3, tiers: { a: "t", c: "u" } });
  expect(choiceIn(parametersOf(choice))).toEqual(choice);
  for (const wrong of ["0", "-1", "51", "x", "1.5", ""])
    expect(choiceIn(new URLSearchParams({ seats: wrong })).seats).toBe(2);
  expect(pageAt("/packages/1")).toMatchObject({ page: { path: "/packages/:id" }, params: { id: "1" } });
});

test("the seats that are left are those of the covered tiers in the hall, and at most those of the package", () => {
  const one = part("a", { t: [100, 5], u: [50, 7] });
  expect([leftOf(one), leftOf(one, "t"), leftOf({ ...one, left: 6 }), leftOf({ ...one, left: 6 }, "t")]).toEqual([
    12, 5, 6, 5,
  ]);
  expect(isSold(one)).toBe(true);
  expect(isSold({ ...one, left: 0 })).toBe(false);
  expect(isSold({ ...one, event: { ...one.event, status: "SALES_PAUSED" } })).toBe(false);
});

test("an event costs what is chosen, or else its first tier with seats; a total is told for a whole choice only", () => {
  const parts = [part("a", { t: [100, 0], u: [50, 7] }), part("b", { v: [30, 1] })];
  const choice = { eventIds: ["a", "b"], seats: 2, tiers: {} };
  expect(priceOf(parts[0]!, choice)?.price).toEqual(euro(50));
  // The list price is 100, and the present one 55.
  expect(priceWithout(parts[0]!, priceOf(parts[0]!, choice)!)).toEqual(euro(55));
  expect(priceWithout(parts[0]!, { ...priceOf(parts[0]!, choice)!, price: euro(55) })).toBeUndefined();
  expect(totalOf(parts, choice, 2)).toEqual(euro(160));
  expect(totalOf(parts, { ...choice, tiers: { a: "t" } }, 2)).toEqual(euro(260));
  expect(totalOf(parts, { ...choice, eventIds: ["b"] }, 2)).toBeUndefined();
  expect([mostSeats(parts, 2, null), mostSeats(parts, 2, 3), mostSeats(parts, 1, 50)]).toEqual([8, 3, 8]);
});

test("the total that was shown follows from the fields of the form, and a new total holds for its choice only", () => {
  const choice = { eventIds: ["a", "b"], seats: 2, tiers: { a: "t", b: "v" } };
  const shown = new URLSearchParams("shown=a+t+100&shown=a+u+50&shown=b+v+30");
  expect(shownTotal(shown, choice)).toBe(260);
  expect(shownTotal(shown, { ...choice, tiers: { a: "u", b: "v" } })).toBe(160);
  expect(shownTotal(shown, { ...choice, tiers: { a: "t" } })).toBeNull();
  expect(shownTotal(new URLSearchParams("shown=a+t+x"), choice)).toBeNull();
  shown.set("agreed", `300 ${keyOf(choice)}`);
  expect(shownTotal(shown, choice)).toBe(300);
  expect(shownTotal(shown, { ...choice, seats: 1 })).toBe(130);
});

test("a package is sold from its start until its end", () => {
  const times = { startsAt: "2027-01-01T00:00:00Z", endsAt: "2027-02-01T00:00:00Z" };
  const at = (time: string) => stateOf(times, Date.parse(time));
  expect([at("2026-12-31T23:59:59Z"), at(times.startsAt), at("2027-01-31T00:00:00Z"), at(times.endsAt)]).toEqual([
    ...["NOT_YET", "OPEN", "OPEN", "ENDED"],
  ]);
  expect(stateOf({ startsAt: null, endsAt: null })).toBe("OPEN");
});

type Refusal = Parameters<typeof explain>[0];
const [FIRST, SECOND] = ["01a2278d-8699", "01a2278d-8700"];
const parts = [part(FIRST, { t: [1, 1] }), part(SECOND, { v: [1, 1] })];

test("a refusal says at which event, also if only its message names it", () => {
  const of = (refusal: object) => explain(refusal as Refusal, parts).values;
  expect(of({ __typename: "PackageNotUsable", reason: "SOLD_OUT", event: { id: SECOND }, message: "" })).toMatchObject({
    ...{ reason: "SOLD_OUT", event: `Event ${SECOND}`, eventId: SECOND },
  });
  expect(of({ __typename: "SeatLimitReached", limit: 4, message: `At the event ${SECOND}.` })).toMatchObject({
    ...{ reason: "SeatLimitReached", eventId: SECOND, limit: 4 },
  });
  const failed = (code: string, field?: string) =>
    explainFailure(new OperationFailed("No.", code, field === undefined ? {} : { field }), parts).values;
  expect(failed("BAD_USER_INPUT", "input.events.1.quantity")).toMatchObject({ reason: "quantity", eventId: SECOND });
  expect(failed("BAD_USER_INPUT", "input.events.0.priceTierId")).toMatchObject({
    reason: "priceTierId",
    eventId: FIRST,
  });
  for (const field of ["input.events", "input.expectedTotal", undefined])
    expect(failed("BAD_USER_INPUT", field)).toMatchObject({ reason: "events", failure: "BAD_USER_INPUT" });
  expect(failed("RATE_LIMITED")).toMatchObject({ reason: "RATE_LIMITED", failure: "RATE_LIMITED" });
});

/** Of an enum or a union in the schema. */
function namesIn(kind: "enum" | "union", name: string): string[] {
  const schema = readFileSync(path.join(import.meta.dirname, "../../schema/api.graphql"), "utf8");
  const text = new RegExp(`^${kind} ${name} (?:\\{([^}]*)\\}|= (.*))$`, "m").exec(schema)!;
  const found = text[1] === undefined ? text[2]!.split(" | ") : text[1].replaceAll(/"""[^"]*"""/g, "").split(/\s+/);
  return found.filter(Boolean);
}

const languages: [string, Texts][] = Object.entries({ en, de, fr, es, he });
/** The first is held, the second has a note of its own on the page, and the third is about the reasons. */
const NO_REFUSALS = ["HeldPackage", "EmailNotVerified", "PackageNotUsable"];

test.each(languages)(
  "in %s every refusal of a package has a text of its own, which names the event",
  (locale, texts) => {
    const app = { texts, format: createFormat(locale) };
    const message = `The message of the API. At the event ${SECOND}.`;
    const reasons = namesIn("enum", "PackageRefusal");
    expect(reasons).toContain("SOLD_OUT");
    const refusals = namesIn("union", "HoldPackageResult").filter((name) => !NO_REFUSALS.includes(name));
    expect(refusals).toContain("SeatsUnavailable");
    const problems = [
      ...reasons.map((reason) =>
        explain({ __typename: "PackageNotUsable", reason, event: null, message } as Refusal, parts),
      ),
      ...refusals.map((__typename) => explain({ __typename, limit: 4, total: euro(100), message } as never, parts)),
      ...["quantity", "priceTierId"].map((field) =>
        explainFailure(new OperationFailed(message, "BAD_USER_INPUT", { field: `input.events.1.${field}` }), parts),
      ),
      ...["BAD_USER_INPUT", "RATE_LIMITED", "UNAVAILABLE", "TIMEOUT", "INTERNAL_SERVER_ERROR"].map((code) =>
        explainFailure(new OperationFailed(message, code), parts),
      ),
    ];
    const said = problems.map((problem) => textOf(problem, app));
    expect(said).not.toContain(message);
    expect(new Set(said).size).toBe(said.length);
    const named = problems
      .filter((_, index) => said[index]!.includes(`Event ${SECOND}`))
      .map(({ values }) => values?.reason);
    for (const reason of ["SOLD_OUT", "LIMIT_PER_BUYER", "SeatsUnavailable", "EventNotOnSale", "SeatLimitReached"])
      expect(named).toContain(reason);
    expect(textOf({ code: "EVENTS_TO_CHOOSE", values: { events: 5, chosen: 7 } }, app)).toMatch(/5.*7/);
  },
);

function hold(id: string, start: number, packageHoldIds: string[] | null = null, organization = "o"): HoldInFull {
  const event = { id: `e${id}`, startsAt: new Date(start).toISOString(), organization: { id: organization } };
  return { id, status: "ACTIVE", event, packageHoldIds, total: euro(1) } as unknown as HoldInFull;
}
const idsOf = (holds: readonly HoldInFull[]) => holds.map(({ id }) => id);

test("holds of a package are one order with it, by time, and other packages are in an order as a whole", () => {
  const own = [hold("3", 30, ["1", "2", "3"]), hold("1", 10, ["1", "2", "3"]), hold("2", 20, ["1", "2", "3"])];
  const whole = [hold("4", 5, ["4", "5"]), hold("5", 6, ["4", "5"])];
  const half = hold("6", 7, ["6", "7"]);
  const [single, foreign] = [hold("8", 1), hold("9", 2, null, "other")];
  const all = [...own, ...whole, half, single, foreign];
  const found = besides(own[1]!, all);
  expect(idsOf(found.ownPackage)).toEqual(["2", "3"]);
  expect(idsOf(found.more)).toEqual(["4", "5", "8"]);
  expect(idsOf(found.others)).toEqual(["6", "9"]);
  expect(idsOf(besides(single, all).more)).toEqual(["3", "1", "2", "4", "5"]);
  // A part of a package is no order, with nothing.
  expect(besides(half, all)).toMatchObject({ ownPackage: [], more: [] });
  expect(besides({ ...single, status: "RELEASED" }, all).others).toHaveLength(7);
  expect(togetherIn(all).map((group) => [idsOf(group).join(), isComplete(group)])).toEqual([
    ...[["3,1,2", true] as const, ["4,5", true] as const, ["6", false] as const],
    ...[["8", true] as const, ["9", true] as const],
  ]);
});

test("an order has at most ten holds, and a package that would be too much stays for the next", () => {
  const ids = ["p1", "p2", "p3"];
  const many = Array.from({ length: 8 }, (_, index) => hold(String(index), index));
  const found = besides(many[0]!, [...many, ...ids.map((id) => hold(id, 99, ids))]);
  expect(found.more).toHaveLength(7);
  expect(idsOf(found.others)).toEqual(ids);
});
