// Lists of events: contents, order, and number of rows read.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { rowsRead } from "../../../testkit/rows-read.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { endPastEvents } from "../commands/end-past-events.ts";
import { eventsOfOrganization, eventsOfSeries, findEvents } from "../queries/events.ts";
import type { EventFilter, EventStatus } from "../schema.generated.ts";

let catalog: Alone;
beforeAll(async () => {
  catalog = await startAlone("catalog", { SEATING_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => catalog.stop());

const [ours, theirs, seriesId, venueId, otherVenueId] = Array.from({ length: 5 }, () => randomUUID());
const STORED = ["DRAFT", "ON_SALE", "SALES_PAUSED", "CANCELLED"];
const DAYS = 40;
const CATEGORIES = ["CONCERT", "SPORT"] as const;

const nobody = null;
const viewer = (of: Partial<Viewer>): Viewer => ({
  userId: randomUUID(),
  sessionId: randomUUID(),
  staff: false,
  verified: true,
  memberships: {},
  ...of,
});
const member = viewer({ memberships: { [ours!]: "SCANNER" } });
const staff = viewer({ staff: true });

interface Made {
  id: string;
  organizationId: string;
  status: EventStatus;
  category: string;
  city: string;
  startsAt: Date;
  published: boolean;
  seriesId: string | null;
  visibility: string;
  salesStartAt: Date | null;
}

let made: Made[];
beforeAll(async () => {
  const em = catalog.running.database.read();
  await rows(
    em,
    sql`insert into venue (id, organization_id, name, city, country, time_zone, capacity)
        values (${venueId}, ${ours}, 'Halle', 'Erfurt', 'DE', 'Europe/Berlin', 1), (${otherVenueId}, ${ours}, 'Oper', 'Gera', 'DE', 'Europe/Berlin', 1)`,
  );
  await rows(em, sql`insert into series (id, organization_id, name) values (${seriesId}, ${ours}, 'Serie')`);
  // For each status one event a day before and after today, one in progress, and one that lasts for months.
  await rows(
    em,
    sql`insert into event (id, organization_id, venue_id, series_id, name, category, status, starts_at, ends_at, max_seats_per_buyer, hold_seconds, search)
        select gen_random_uuid(), case when n % 3 = 0 then ${theirs}::uuid else ${ours}::uuid end, case when n % 2 = 0 then ${venueId}::uuid else ${otherVenueId}::uuid end,
          case when n % 5 = 0 and n % 3 <> 0 then ${seriesId}::uuid end, 'Tosca', (${CATEGORIES}::text[])[1 + abs(n) % 2], status, date_trunc('milliseconds', now()) + n * interval '1 day' - interval '1 hour',
          case when n = -20 then now() + interval '60 days' end, 9, 60, ''
        from generate_series(${-DAYS}::int, ${DAYS}) n, unnest(${STORED}::text[]) status`,
  );
  await rows(
    em,
    sql`update event set published = true where status = 'CANCELLED' and extract(day from starts_at)::int % 2 = 0`,
  );
  // Some are sold at certain times only, and some are not for everybody.
  await rows(
    em,
    sql`update event set sales_start_at = case n % 4 when 1 then now() + interval '100 days' when 2 then now() - interval '90 days' end,
          sales_end_at = case n % 4 when 2 then now() + interval '90 days' when 3 then now() - interval '80 days' end,
          visibility = case n % 7 when 1 then 'UNLISTED' when 2 then 'PRIVATE' else 'PUBLIC' end, access_code = case n % 7 when 2 then 'x' end
        from (select id, row_number() over (order by starts_at, id) as n from event) numbered where numbered.id = event.id`,
  );
  await endPastEvents(catalog.running.database);
  made = await rows<Made>(
    em,
    sql`select e.id, e.organization_id, e.category, v.city, e.starts_at, e.published, e.series_id, e.visibility, e.sales_start_at,
          case when e.status in ('ON_SALE', 'SALES_PAUSED') and coalesce(e.ends_at, e.starts_at + interval '6 hours') <= now() then 'ENDED'
            when e.status <> 'ON_SALE' then e.status when e.sales_end_at <= now() then 'SALES_ENDED' when e.sales_start_at > now() then 'ANNOUNCED' else 'ON_SALE' end as status
        from event e join venue v on v.id = e.venue_id order by e.starts_at, e.id`,
  );
});

const sees = (who: Viewer | null) => (event: Made) =>
  who?.staff || event.published || (who !== null && event.organizationId in who.memberships);
/** Lists of all organizations have public events only. */
const isListed = (who: Viewer | null) => (event: Made) =>
  who?.staff || event.visibility === "PUBLIC" || !event.published;
/** Those of one organization have all, for its members. */
const isListedOf = (who: Viewer | null) => (event: Made) =>
  isListed(who)(event) || (who !== null && event.organizationId in who.memberships);
const idsOf = (events: { id: string }[]) => events.map(({ id }) => id);

/** Reads all pages in sequence. */
async function all(page: (after: string | null) => ReturnType<typeof findEvents>): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo, totalCount } = await page(after);
    found.push(...idsOf(nodes));
    if (!pageInfo.hasNextPage) {
      expect(await totalCount()).toBe(found.length);
      return found;
    }
    after = pageInfo.endCursor;
  }
}

describe.each([
  ["nobody", nobody],
  ["a member", member],
  ["platform staff", staff],
])("to %s", (_, who) => {
  test.each<[string, EventFilter, (event: Made) => boolean]>([
    ["on sale", {}, () => true],
    ...(["SALES_PAUSED", "ENDED", "CANCELLED", "DRAFT", "ANNOUNCED", "SALES_ENDED"] as const).map(
      (status): [string, EventFilter, () => boolean] => [status, { status }, () => true],
    ),
    ["in a city", { city: "ERFURT" }, ({ city }) => city === "Erfurt"],
    ["of a category", { category: "SPORT" }, ({ category }) => category === "SPORT"],
    [
      "of both",
      { city: "gera", category: "SPORT", status: "CANCELLED" },
      ({ city, category }) => city === "Gera" && category === "SPORT",
    ],
    ["of an organization", { organizationId: theirs!, status: "DRAFT" }, (event) => event.organizationId === theirs],
    [
      "within a time",
      { startsAfter: new Date(Date.now() - 9 * 86_400_000), startsBefore: new Date(Date.now() + 9 * 86_400_000) },
      ({ startsAt }) => Math.abs(startsAt.getTime() - Date.now()) < 9 * 86_400_000,
    ],
    ["with a text", { text: "tosca" }, () => true],
    [
      "whose sales start within a time",
      { status: "ANNOUNCED", salesStartAfter: new Date(), salesStartBefore: new Date(Date.now() + 200 * 86_400_000) },
      ({ salesStartAt }) => salesStartAt !== null && salesStartAt.getTime() > Date.now(),
    ],
  ])("events %s are told once each, soonest first", async (_name, filter, isMeant) => {
    const status = filter.status ?? "ON_SALE";
    const meant = made
      .filter((event) => event.status === status && isMeant(event))
      .filter(sees(who))
      .filter(isListed(who));
    const { database } = catalog.running;
    expect(await all((after) => findEvents(database, who, filter, { first: 7, after }))).toEqual(idsOf(meant));
  });

  test("events of an organization and of a series are those that may be seen, whatever their status", async () => {
    const { database } = catalog.running;
    const seen = made.filter(sees(who)).filter(isListedOf(who));
    for (const organizationId of [ours!, theirs!])
      expect(await all((after) => eventsOfOrganization(database, who, organizationId, { first: 50, after }))).toEqual(
        idsOf(seen.filter((event) => event.organizationId === organizationId)),
      );
    const series = { id: seriesId!, organizationId: ours!, name: "", description: null };
    const ofSeries = seen.filter((event) => event.seriesId === seriesId && (event.published || sees(who)(event)));
    expect(await all((after) => eventsOfSeries(database, who, series, { first: 50, after }))).toEqual(idsOf(ofSeries));
  });
});

test("a venue that is in another city takes its events with it", async () => {
  const em = catalog.running.database.read();
  const found = async (city: string) => (await findEvents(catalog.running.database, nobody, { city }, {})).nodes.length;
  const before = await found("Gera");
  await rows(em, sql`update venue set city = 'Jena' where id = ${otherVenueId}`);
  expect([await found("Gera"), await found("Jena")]).toEqual([0, before]);
  await rows(em, sql`update venue set city = 'Gera' where id = ${otherVenueId}`);
});

test("an event that is put off until later is found by its words again", async () => {
  const { database } = catalog.running;
  const past = made.find(({ status, visibility }) => status === "ENDED" && visibility === "PUBLIC")!;
  const isFound = async () =>
    (await findEvents(database, nobody, { text: "tosca" }, { first: 100 })).nodes.some(({ id }) => id === past.id);
  expect(await isFound()).toBe(false);
  await rows(
    database.read(),
    sql`update event set status = 'ON_SALE', starts_at = now() + interval '1 day', ends_at = null,
          sales_start_at = null, sales_end_at = null where id = ${past.id}`,
  );
  expect(await isFound()).toBe(true);
});

describe("with a long history", () => {
  const MANY = 6_000;
  const PAGE = 20;
  beforeAll(async () => {
    const em = catalog.running.database.read();
    await rows(
      em,
      sql`insert into event (id, organization_id, venue_id, name, category, status, starts_at, max_seats_per_buyer, hold_seconds, search)
          select gen_random_uuid(), ${ours}, ${venueId}, 'Carmen ' || n, 'CONCERT', (${STORED}::text[])[1 + n % 4], now() + (n - ${MANY - 500}) * interval '1 hour', 9, 60, ''
          from generate_series(1, ${MANY}) n`,
    );
    // A tenth is announced, or no longer sold.
    await rows(
      em,
      sql`update event set sales_start_at = now() + interval '900 days' where name like 'Carmen %1' and status = 'ON_SALE'`,
    );
    await rows(
      em,
      sql`update event set sales_end_at = now() - interval '1 day' where name like 'Carmen %5' and status = 'ON_SALE'`,
    );
    await endPastEvents(catalog.running.database);
    await rows(em, sql`analyze event`);
  });

  test.each<[string, Viewer | null, EventFilter]>([
    ["on sale", nobody, {}],
    ["in a city", nobody, { city: "Erfurt" }],
    ["of a category", nobody, { category: "CONCERT" }],
    ["of a category that is rare", nobody, { category: "SPORT" }],
    ["of an organization", nobody, { organizationId: ours! }],
    ["whose sales are paused", nobody, { status: "SALES_PAUSED" }],
    ["that are announced", nobody, { status: "ANNOUNCED" }],
    ["that are announced, by start of sales", nobody, { status: "ANNOUNCED", salesStartAfter: new Date() }],
    ["whose sales have ended", nobody, { status: "SALES_ENDED" }],
    ["that are over", nobody, { status: "ENDED" }],
    ["that were cancelled", nobody, { status: "CANCELLED" }],
    ["in preparation, for nobody", nobody, { status: "DRAFT" }],
    ["in preparation", member, { status: "DRAFT" }],
    ["by a rare word", nobody, { text: `"carmen ${MANY - 1}"` }],
  ])("a page of events %s reads about as many rows as it has", async (_, who, filter) => {
    const { event = 0 } = await rowsRead(catalog.running.database, (counted) =>
      findEvents(counted, who, filter, { first: PAGE }),
    );
    expect(event).toBeLessThan(15 * PAGE);
  });

  test("a text reads no past event", async () => {
    const { event = 0 } = await rowsRead(catalog.running.database, (counted) =>
      findEvents(counted, nobody, { text: "carmen" }, { first: PAGE }),
    );
    expect(event).toBeLessThan(500);
  });

  test("the page after another reads no more", async () => {
    const { database } = catalog.running;
    const { pageInfo } = await eventsOfOrganization(database, nobody, ours!, { first: 100 });
    const { event = 0 } = await rowsRead(database, (counted) =>
      eventsOfOrganization(counted, nobody, ours!, { first: PAGE, after: pageInfo.endCursor }),
    );
    expect(event).toBeLessThan(3 * PAGE);
  });
});

test("of more events than 2,000 that a text matches, the soonest are ranked", async () => {
  const { database } = catalog.running;
  await rows(
    database.read(),
    sql`insert into event (id, organization_id, venue_id, name, description, category, status, starts_at, max_seats_per_buyer, hold_seconds, search)
        select gen_random_uuid(), ${ours}, ${venueId}, case when n in (1999, 2001) then 'Rusalka' else 'Opera ' || n end, 'with a Rusalka', 'CONCERT', 'ON_SALE', now() + interval '1 year' + n * interval '1 minute', 9, 60, ''
        from generate_series(1, 2100) n`,
  );
  const found = await findEvents(database, nobody, { text: "rusalka" }, { first: 3 });
  expect(found.nodes.map(({ name }) => name)).toEqual(["Rusalka", "Opera 1", "Opera 2"]);
  expect(await found.totalCount()).toBe(2_100);
});
