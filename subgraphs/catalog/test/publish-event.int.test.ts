// An event that seating refuses permanently does not go on sale, and is not retried.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";
import { listDeadJobs } from "../../../platform/messaging/dead-letters.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { CHANGE_SALE } from "../job-names.ts";
import { leaveSaleChange, type SaleChange } from "../workflows/change-sale.ts";

const organizationId = randomUUID();
const viewer = { userId: randomUUID(), verified: true, memberships: { [organizationId]: "MANAGER" } };
let catalog: Alone;
let refuses = true;
let asked = 0;
/** Seating answers after this promise. */
let held: Promise<unknown> = Promise.resolve();
const seating = createServer((request, response) => {
  request.resume().on("end", () => {
    asked++;
    const refusal = {
      errors: [{ message: "plan.salesEndAt: Invalid ISO datetime", extensions: { code: "BAD_USER_INPUT" } }],
    };
    const answer = JSON.stringify(refuses ? refusal : { data: {} });
    void held.then(() => response.setHeader("content-type", "application/json").end(answer));
  });
});

beforeAll(async () => {
  seating.listen(0, "127.0.0.1");
  await once(seating, "listening");
  catalog = await startAlone("catalog", {
    SEATING_URL: `http://127.0.0.1:${(seating.address() as AddressInfo).port}/graphql`,
  });
});
afterAll(async () => {
  await catalog.stop();
  seating.closeAllConnections();
  seating.close();
});
beforeEach(() => {
  [refuses, asked, held] = [true, 0, Promise.resolve()];
});

async function ask(query: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { data, errors } = await catalog.as(viewer, query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.result as never;
}

async function newDraft(): Promise<string> {
  const key = () => randomUUID();
  const venue = await ask(
    `mutation ($input: CreateVenueInput!) { result: createVenue(input: $input) { ... on Venue { id } } }`,
    {
      input: {
        organizationId,
        name: "Halle",
        city: "Erfurt",
        country: "DE",
        timeZone: "Europe/Berlin",
        sections: [{ name: "Floor", kind: "GENERAL_ADMISSION", capacity: 3 }],
        idempotencyKey: key(),
      },
    },
  );
  const event = await ask(
    `mutation ($input: CreateEventInput!) { result: createEvent(input: $input) { ... on Event { id } } }`,
    {
      input: {
        organizationId,
        venueId: venue.id,
        name: "Tosca",
        category: "THEATRE",
        startsAt: new Date(Date.now() + 9 * 86_400_000).toISOString(),
        priceTiers: [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Floor"] }],
        idempotencyKey: key(),
      },
    },
  );
  return event.id as string;
}

const workOf = (eventId: string) =>
  rows(catalog.running.database.read(), sql`select id from work_item where body ->> 'eventId' = ${eventId}`);
const statusOf = async (eventId: string) =>
  (await row<{ status: string }>(catalog.running.database.read(), sql`select status from event where id = ${eventId}`))!
    .status;
const publishEvent = (eventId: string) =>
  ask(
    `mutation ($id: ID!) { result: publishEvent(eventId: $id) { __typename ... on Event { status } ... on Error { message } } }`,
    { id: eventId },
  );
/** Begins a change without a waiting request. */
async function leave(change: SaleChange): Promise<void> {
  await catalog.running.database.transaction((tx) => leaveSaleChange(tx, change));
}

test("an event that seating refuses for good stays a draft, can be changed, and can be published again", async () => {
  const eventId = await newDraft();
  const refused = await publishEvent(eventId);
  expect(refused).toMatchObject({ __typename: "EventNotPublishable", message: expect.stringContaining("salesEndAt") });
  expect([await statusOf(eventId), await workOf(eventId)]).toEqual(["DRAFT", []]);
  const changed = await ask(
    `mutation ($input: UpdateEventInput!) { result: updateEvent(input: $input) { __typename ... on Event { name } } }`,
    { input: { eventId, expectedVersion: 1, name: "Tosca, mended" } },
  );
  expect(changed).toEqual({ __typename: "Event", name: "Tosca, mended" });
  refuses = false;
  expect(await publishEvent(eventId)).toEqual({ __typename: "Event", status: "ON_SALE" });
});

test("a change that no request waits for ends too when seating refuses it, and the event stays a draft", async () => {
  const eventId = await newDraft();
  await leave({ eventId, action: "publish", reason: null });
  await until(async () => (await workOf(eventId)).length === 0, "the work has ended");
  expect(await statusOf(eventId)).toBe("DRAFT");
  expect(asked).toBe(1);
});

test("a pause that seating refuses for good becomes a dead letter", async () => {
  const eventId = await newDraft();
  refuses = false;
  await publishEvent(eventId);
  [refuses, asked] = [true, 0];
  await leave({ eventId, action: "pause", reason: null });
  const dead = async () => (await listDeadJobs(catalog.running.database)).filter(({ kind }) => kind === CHANGE_SALE);
  await until(async () => (await dead()).length === 1, "it is given up");
  expect(await dead()).toMatchObject([
    { kind: CHANGE_SALE, attempts: 1, lastError: expect.stringContaining("refused") },
  ]);
  expect([asked, await statusOf(eventId)]).toEqual([1, "ON_SALE"]);
});

test("an event whose publication commits while its deletion waits for it is not deleted", async () => {
  const { database } = catalog.running;
  const eventId = await newDraft();
  let deleted: Promise<unknown> = Promise.resolve();
  await database.transaction(async (tx) => {
    await leaveSaleChange(tx, { eventId, action: "publish", reason: null });
    deleted = ask(
      `mutation ($id: ID!, $key: String!) { result: deleteEvent(eventId: $id, idempotencyKey: $key) { __typename } }`,
      { id: eventId, key: randomUUID() },
    );
    // After the refusal of seating, the draft can be deleted again.
    held = deleted.catch(() => {});
    const waits = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await until(async () => (await rows(database.read(), waits)).length > 0, "the deletion waits");
  });
  expect(await deleted).toEqual({ __typename: "EventNotDeletable" });
  await until(async () => (await workOf(eventId)).length === 0, "the work has ended");
  expect(await statusOf(eventId)).toBe("DRAFT");
});
