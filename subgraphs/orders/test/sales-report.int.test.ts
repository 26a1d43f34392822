// Sales of an event and of an organization, compared with sums that are worked out from the same tickets here.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { SalesDimension } from "../enums.generated.ts";
import { organizationReportInput, salesReportInput } from "../inputs.ts";
import { organizationReport, salesReport, type SalesReportRow } from "../queries/sales-report.ts";

let orders: Alone;
const [organizationId, eventId, otherId] = [randomUUID(), randomUUID(), randomUUID()];

interface Sold {
  eventId: string;
  at: string;
  /** In Berlin. */
  day: string;
  section: string;
  tier: string;
  price: string | null;
  promoCode: string | null;
  tender: "CASH" | null;
  channel: string | null;
  amount: number;
  fees: number;
  taxes: number;
  isReturned: boolean;
}

const sold = (at: string, day: string, more: Partial<Sold> = {}): Sold => ({
  ...{ eventId, at, day, section: "Parkett", tier: "A", price: "Adult", promoCode: null, tender: null, amount: 4_500 },
  ...{ channel: null, isReturned: false, fees: 250, taxes: 318 },
  ...more,
});

/** Two fees; one tax included, one added. */
function breakdownOf({ amount, fees, taxes }: Sold) {
  const line = (kind: "FEE" | "TAX", of: number, isIncluded: boolean) => ({ kind, name: kind, amount: of, isIncluded });
  const lines = [
    line("FEE", fees - 50, false),
    line("FEE", 50, true),
    line("TAX", 18, true),
    line("TAX", taxes - 18, false),
  ];
  return { base: amount - (fees - 50) - (taxes - 18), lines, total: amount };
}

/** Midnight in Berlin is 23:00 UTC in winter, and 22:00 in summer. */
const SOLD: Sold[] = [
  sold("2027-01-10T22:59:59Z", "2027-01-10"),
  sold("2027-01-10T23:00:00Z", "2027-01-11", { price: "Child", amount: 2_000, promoCode: "WINTER", fees: 0, taxes: 0 }),
  sold("2027-01-11T12:00:00Z", "2027-01-11", { tier: "B", amount: 3_000, tender: "CASH" }),
  sold("2027-01-11T12:00:00Z", "2027-01-11", { isReturned: true }),
  sold("2027-07-01T21:59:59Z", "2027-07-01", { section: "Rang", promoCode: "WINTER", channel: "Club" }),
  sold("2027-07-01T22:00:00Z", "2027-07-02", { section: "Rang", price: null, tender: "CASH", isReturned: true }),
];
/** Of another event of the organization. */
const SOLD_OTHERS: Sold[] = SOLD.slice(0, 2).map((one) => ({ ...one, eventId: otherId }));

beforeAll(async () => {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
  const database = orders.running.database.read();
  await rows(
    database,
    sql`insert into event_facts (event_id, version, name, place, starts_at, time_zone)
        values (${eventId}, 1, 'Hamlet', 'Theater', '2027-08-01', 'Europe/Berlin')`,
  );
  for (const one of [...SOLD, ...SOLD_OTHERS]) {
    const orderId = randomUUID();
    await rows(
      database,
      sql`insert into purchase (id, number, buyer_id, hold_id, status, event_id, organization_id, currency, total, promo_code, tender)
            values (${orderId}, ${orderId}, ${randomUUID()}, ${randomUUID()}, 'CONFIRMED', ${one.eventId}, ${organizationId}, 'EUR', ${one.amount},
              ${one.promoCode}, ${one.tender})`,
    );
    await rows(
      database,
      sql`insert into order_item (order_id, position, seat_id, section_id, section_name, tier_name, price_name, price, channel, breakdown)
            values (${orderId}, 0, ${orderId}, ${randomUUID()}, ${one.section}, ${one.tier}, ${one.price}, ${one.amount}, ${one.channel},
              ${one.fees + one.taxes === 0 ? null : JSON.stringify(breakdownOf(one))}::jsonb)`,
    );
    await rows(
      database,
      sql`insert into ticket (id, order_id, position, event_id, organization_id, holder_id, status, price, created_at)
            values (${randomUUID()}, ${orderId}, 0, ${one.eventId}, ${organizationId}, ${randomUUID()},
              ${one.isReturned ? "CANCELLED" : "VALID"}, ${one.amount}, ${one.at}::timestamptz)`,
    );
    await rows(
      database,
      sql`insert into sales_by_day (organization_id, event_id, day, currency)
            values (${organizationId}, ${one.eventId}, (${one.at}::timestamptz at time zone 'UTC')::date, 'EUR') on conflict do nothing`,
    );
  }
});
afterAll(() => orders.stop());

const FIELDS = {
  DAY: "day",
  EVENT: "eventId",
  SECTION: "section",
  TIER: "tier",
  PRICE: "price",
  PROMO_CODE: "promoCode",
  TENDER: "tender",
  CHANNEL: "channel",
} as const satisfies Record<SalesDimension, keyof Sold>;
const DIMENSIONS = Object.keys(FIELDS) as SalesDimension[];

const keyOf = (row: Pick<SalesReportRow, (typeof FIELDS)[SalesDimension]>) =>
  JSON.stringify(DIMENSIONS.map((dimension) => row[FIELDS[dimension]]));

type Sums = Pick<SalesReportRow, "tickets" | "gross" | "ticketsReturned" | "returned" | "fees" | "taxes" | "net">;

/** The same report, worked out without a database. */
function expected(by: readonly SalesDimension[], tickets: readonly Sold[]): Map<string, object> {
  const found = new Map<string, Sums>();
  for (const one of tickets) {
    const key = JSON.stringify(DIMENSIONS.map((dimension) => (by.includes(dimension) ? one[FIELDS[dimension]] : null)));
    const row = found.get(key) ?? { tickets: 0, gross: 0, ticketsReturned: 0, returned: 0, fees: 0, taxes: 0, net: 0 };
    row.tickets += 1;
    row.gross += one.amount;
    if (one.isReturned) [row.ticketsReturned, row.returned] = [row.ticketsReturned + 1, row.returned + one.amount];
    else [row.fees, row.taxes] = [row.fees + one.fees, row.taxes + one.taxes];
    row.net = row.gross - row.returned - row.fees - row.taxes;
    found.set(key, row);
  }
  return found;
}

const reportBy = (by: readonly SalesDimension[], more: object = {}, limit = 1_000) =>
  salesReport(orders.running.database, eventId, salesReportInput.parse({ by, ...more }), limit);
const asMap = (found: readonly SalesReportRow[]) =>
  new Map(
    found.map((row) => {
      const { tickets, gross, ticketsReturned, returned, fees, taxes, net } = row;
      return [keyOf(row), { tickets, gross, ticketsReturned, returned, fees, taxes, net }];
    }),
  );

test("every choice of dimensions gives the sums of the tickets, with days of the event's time zone", async () => {
  for (let chosen = 0; chosen < 2 ** DIMENSIONS.length; chosen++) {
    const by = DIMENSIONS.filter((_, index) => chosen & (2 ** index));
    const found = await reportBy(by);
    expect([by, asMap(found)]).toEqual([by, expected(by, SOLD)]);
    expect(new Set(found.map(({ currency }) => currency))).toEqual(new Set(["EUR"]));
  }
});

test("a period has the tickets from its start to before its end", async () => {
  const period = { from: new Date("2027-01-10T23:00:00Z"), to: new Date("2027-07-01T22:00:00Z") };
  expect(asMap(await reportBy(["DAY"], period))).toEqual(expected(["DAY"], SOLD.slice(1, 5)));
});

test("rows are in the order of their days, and as many as wanted", async () => {
  const days = (await reportBy(["DAY"])).map(({ day }) => day);
  expect(days).toEqual(["2027-01-10", "2027-01-11", "2027-07-01", "2027-07-02"]);
  expect((await reportBy(["DAY"], {}, 2)).map(({ day }) => day)).toEqual(days.slice(0, 2));
});

test.each([
  [{ by: ["DAY", "DAY"] }, "names a dimension twice"],
  [{ by: ["SEAT"] }, "must be of DAY, EVENT, SECTION, TIER, PRICE, PROMO_CODE, TENDER, CHANNEL"],
  [{ by: [], from: new Date(1), to: new Date(1) }, "must be after from"],
])("%j is refused: %s", (input, message) => {
  expect(salesReportInput.safeParse(input).error?.issues[0]?.message).toBe(message);
});

const BERLIN = "Europe/Berlin";
const reportOfAll = (by: readonly SalesDimension[], from: string, to: string, timeZone: string | null) => {
  const asked = organizationReportInput.parse({ by, from: new Date(from), to: new Date(to), timeZone });
  return organizationReport(orders.running.database, organizationId, asked, 1_000);
};

test("the report of an organization has all its events in the period, with days of the zone that is asked for", async () => {
  const all = [...SOLD, ...SOLD_OTHERS];
  const [from, to] = ["2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z"];
  for (const by of [[], ["EVENT"], ["DAY", "EVENT"], ["DAY", "EVENT", "TIER"]] as const)
    expect([by, asMap(await reportOfAll(by, from, to, BERLIN))]).toEqual([by, expected(by, all)]);
  const inJuly = await reportOfAll(["EVENT", "DAY"], "2027-07-01T22:00:00Z", to, BERLIN);
  expect(asMap(inJuly)).toEqual(expected(["EVENT", "DAY"], [SOLD[5]!]));
  const inUtc = await reportOfAll(["DAY"], from, to, null);
  expect(inUtc.map(({ day, tickets }) => [day, tickets])).toEqual([
    ["2027-01-10", 4],
    ["2027-01-11", 2],
    ["2027-07-01", 2],
  ]);
});

test("a report of an organization over more than 366 days is refused", () => {
  const asked = { by: [], from: new Date("2027-01-01T00:00:00Z"), timeZone: null };
  const to = (at: string) => organizationReportInput.safeParse({ ...asked, to: new Date(at) });
  expect(to("2028-01-02T00:00:00Z").success).toBe(true);
  expect(to("2028-01-03T00:00:00Z").error?.issues[0]).toMatchObject({
    path: ["to"],
    message: "must be at most 366 days after from",
  });
});
