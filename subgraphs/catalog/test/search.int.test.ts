// Search for events and venues does not depend on the Unicode composition of letters.
import { randomUUID } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { openDatabase, type Database } from "../../../platform/postgres/database.ts";
import { createLogger } from "../../../platform/telemetry/logger.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { findEvents } from "../queries/events.ts";
import { findVenues } from "../queries/venues.ts";
import { createCatalog } from "../subgraph.ts";

const { migrations, entities } = createCatalog({} as never);
const beforehand = migrations.slice(
  0,
  migrations.findIndex(({ name }) => name === "008-normalized-search"),
);
const of = { name: "catalog", entities };

let testDatabase: TestDatabase;
let database: Database;
/** Written by the previous release. */
let older: string;
let olderJourney: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase(serversOfThisRun().adminUrl, { ...of, migrations: beforehand });
  const connection = { ...of, url: testDatabase.url, logger: createLogger("test", "silent") };
  const old = await openDatabase({ ...connection, migrations: beforehand });
  older = await newEvent(old, "Sigur Rós".normalize("NFD"), "Kraków".normalize("NFD"), "to_tsvector");
  olderJourney = await newEvent(old, "To the west", "Halle", "to_tsvector");
  await makeJourney(old, olderJourney, "Nightjet");
  await old.close();
  database = await openDatabase({ ...connection, migrations });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

async function newEvent(to: Database, name: string, city: string, search = ""): Promise<string> {
  const [eventId, venueId, organizationId] = [randomUUID(), randomUUID(), randomUUID()];
  const em = to.read();
  await rows(
    em,
    sql`insert into venue (id, organization_id, name, city, country, time_zone, capacity) values (${venueId}, ${organizationId}, 'Hall', ${city}, 'DE', 'Europe/Berlin', 1)`,
  );
  const vector = search === "" ? sql`''` : sql`to_tsvector('simple', ${name})`;
  await rows(
    em,
    sql`insert into event (id, organization_id, venue_id, name, category, status, starts_at, max_seats_per_buyer, hold_seconds, search)
        values (${eventId}, ${organizationId}, ${venueId}, ${name}, 'CONCERT', 'ON_SALE', now() + interval '9 days', 9, 60, ${vector})`,
  );
  return eventId;
}

async function makeJourney(on: Database, eventId: string, route: string): Promise<void> {
  const journey = JSON.stringify({ route, origin: "Erfurt", destination: "Köln".normalize("NFD") });
  await rows(on.read(), sql`update event set category = 'JOURNEY', journey = ${journey}::jsonb where id = ${eventId}`);
}

const found = async (filter: { text?: string; city?: string }) =>
  (await findEvents(database, null, filter, {})).nodes.map(({ id }) => id);
const both = (text: string) => [text.normalize("NFC"), text.normalize("NFD")];

test.each(both("Beyoncé in Zürich"))("%j is found in either Unicode form", async (written) => {
  const [name, city] = written.split(" in ") as [string, string];
  const eventId = await newEvent(database, name, city);
  for (const text of both("beyoncé")) expect(await found({ text })).toContain(eventId);
  for (const asked of both("ZÜRICH")) {
    expect(await found({ city: asked })).toContain(eventId);
    expect(await found({ text: asked })).toContain(eventId);
    for (const args of [{ city: asked }, { text: asked }])
      expect((await findVenues(database, args)).nodes.map(({ city: where }) => where)).toContain(city);
  }
  expect(await found({ text: "Ｂｅｙｏｎｃé" })).toContain(eventId);
  expect(await found({ text: "beyonce" })).not.toContain(eventId);
});

test("events of the previous release are found too", async () => {
  for (const text of both("rós")) expect(await found({ text })).toEqual([older]);
  for (const city of both("kraków")) expect(await found({ city })).toEqual([older]);
});

test("a journey is found by its route, its origin and its destination, also one from before", async () => {
  const eventId = await newEvent(database, "Sunday trip", "Weimar");
  await makeJourney(database, eventId, "Rennsteig express");
  for (const text of ["rennsteig", "erfurt köln rennsteig", "Rennsteig Express trip"])
    expect(await found({ text })).toEqual([eventId]);
  await makeJourney(database, eventId, "Regional 7");
  expect(await found({ text: "rennsteig" })).toEqual([]);
  expect(await found({ text: "regional" })).toEqual([eventId]);
  expect(await found({ text: "nightjet köln" })).toEqual([olderJourney]);
});

test("a renamed event is found by its new name only", async () => {
  const eventId = await newEvent(database, "Before", "Ulm");
  await rows(database.read(), sql`update event set name = ${"Später".normalize("NFD")} where id = ${eventId}`);
  expect(await found({ text: "später" })).toEqual([eventId]);
  expect(await found({ text: "before" })).toEqual([]);
});

test("a blank text finds everything, a text without words nothing", async () => {
  const everything = await found({});
  for (const text of ["", "  "]) expect(await found({ text })).toEqual(everything);
  const venues = await findVenues(database, {});
  expect(await (await findVenues(database, { text: "" })).totalCount()).toBe(await venues.totalCount());
  for (const text of ["\u0000", "--"]) expect(await found({ text })).toEqual([]);
});

test("cities and search texts are looked up in an index", async () => {
  const plan = (query: string) =>
    database.transaction(async (tx) => {
      await rows(tx, sql`set local enable_seqscan = off`);
      return JSON.stringify(await row(tx, { text: `explain (format json) ${query}`, values: [] } as never));
    });
  expect(await plan("select 1 from venue where city_key(city) = city_key('Ulm')")).toContain("venue_by_city");
  expect(await plan("select 1 from venue where search @@ search_query('Ulm')")).toContain("venue_search");
  expect(await plan("select 1 from event where search @@ search_query('Ulm')")).toContain("event_search");
});
