// When an event is sold, when its doors open, and who sees it.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { accessHash } from "../../../domain/access-code.ts";
import {
  ask,
  catalog,
  closeCatalog,
  FLOOR,
  mutate,
  newDraft,
  newVenue,
  openCatalog,
  organizationId,
  plans,
  publish,
  seatingNow,
  toldTerms,
  viewer,
} from "./catalog-alone.ts";

let venueId: string;
beforeAll(async () => {
  await openCatalog();
  venueId = await newVenue([FLOOR]);
});
afterAll(closeCatalog);
afterEach(async () => {
  seatingNow.isAway = false;
  seatingNow.beforePlan = async () => {};
  await catalog.advance(0);
});

const [HOUR, DAY] = [3_600, 86_400];
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
const draft = (rest: Record<string, unknown> = {}) => newDraft(venueId, ["Floor"], rest);
const TIMES = "status doorsAt salesStartAt salesEndAt visibility accessCode version";
const read = (id: string, by: Partial<Viewer> | null = viewer, rest = "", fields = TIMES): Promise<Data | null> =>
  catalog
    .as(by, `query ($id: ID!) { event(id: $id ${rest}) { ${fields} } }`, { id })
    .then(({ data, errors }) => (errors ? Promise.reject(new Error(errors[0]!.message)) : (data.event as Data | null)));
const update = (eventId: string, expectedVersion: number, change: Record<string, unknown>) =>
  mutate("updateEvent", "UpdateEventInput", { eventId, expectedVersion, ...change }, `... on Event { ${TIMES} }`);
const messages = (name: string, eventId: string) =>
  rows<{ body: Data }>(
    catalog.running.database.read(),
    sql`select body from outbox where name = ${`catalog.${name}`} and ${eventId} in (key, body ->> 'subject') order by id`,
  ).then((found) => found.map(({ body }) => body));

test("the status follows from the times in every process, without a job: announced, on sale, sales ended", async () => {
  const other = await catalog.replicate();
  const id = await draft({
    doorsAt: inSeconds(9 * DAY - HOUR),
    salesStartAt: inSeconds(DAY),
    salesEndAt: inSeconds(8 * DAY),
  });
  expect(await publish(id)).toEqual({ __typename: "Event" });
  const statuses: unknown[] = [];
  for (const days of [0, 0.9, 1.1, 7.9, 8.1, 9.1, 9.9]) {
    await catalog.advance(days * DAY);
    const query = `query ($id: ID!) { event(id: $id) { status } }`;
    const seen = await Promise.all(
      [catalog.running.url, other.url].map(
        async (url) => (await catalog.as(null, query, { id }, { url })).data.event.status,
      ),
    );
    expect(seen[0]).toBe(seen[1]);
    statuses.push(seen[0]);
  }
  expect(statuses).toEqual(["ANNOUNCED", "ANNOUNCED", "ON_SALE", "ON_SALE", "SALES_ENDED", "SALES_ENDED", "ENDED"]);
});

test("an event without times is on sale when it is published, and seating gets nothing more than before", async () => {
  const id = await draft();
  await publish(id);
  expect(await read(id)).toMatchObject({
    status: "ON_SALE",
    doorsAt: null,
    salesStartAt: null,
    salesEndAt: null,
    visibility: "PUBLIC",
    accessCode: null,
  });
  expect(plans.get(id)).not.toHaveProperty("terms");
  expect(await messages("SaleTermsChanged", id)).toEqual([]);
});

test("an announced event is published once, is paused and resumed, and is announced again", async () => {
  const id = await draft({ salesStartAt: inSeconds(DAY) });
  for (let times = 0; times < 2; times++) expect(await publish(id)).toEqual({ __typename: "Event" });
  expect(await messages("EventPublished", id)).toHaveLength(1);
  const sales = (field: string) =>
    ask(`mutation ($id: ID!) { result: ${field}(eventId: $id) { __typename ... on Event { status } } }`, { id });
  expect(await sales("pauseSales")).toEqual({ __typename: "Event", status: "SALES_PAUSED" });
  expect(await sales("resumeSales")).toEqual({ __typename: "Event", status: "ANNOUNCED" });
  const over = await draft({ salesEndAt: inSeconds(-HOUR) });
  expect(await publish(over)).toMatchObject({
    __typename: "EventNotPublishable",
    message: expect.stringContaining("salesEndAt"),
  });
});

test.each([
  ["doorsAt", { doorsAt: inSeconds(10 * DAY) }],
  ["salesStartAt", { salesStartAt: inSeconds(10 * DAY) }],
  ["salesEndAt", { salesStartAt: inSeconds(DAY), salesEndAt: inSeconds(DAY) }],
  ["endsAt", { endsAt: inSeconds(DAY) }],
  ["doorsAt", { doorsAt: "3000-01-01T00:00:00Z" }],
])("times that contradict each other are refused by the name of the field: %s", async (field, times) => {
  await expect(draft(times)).rejects.toThrow(new RegExp(`input.${field}: `));
  const id = await draft();
  await expect(update(id, 1, times)).rejects.toThrow(new RegExp(`input.${field}: `));
});

test("a change of times reaches seating before the answer or by a message, and is in the audit log", async () => {
  const id = await draft({ salesStartAt: inSeconds(DAY) });
  await publish(id);
  expect(plans.get(id)).toMatchObject({ terms: { opensAt: expect.any(String), closesAt: null, accessHash: null } });
  const salesEndAt = inSeconds(2 * DAY);
  expect(await update(id, 2, { salesStartAt: null, salesEndAt })).toMatchObject({ status: "ON_SALE", version: 3 });
  const terms = { opensAt: null, closesAt: salesEndAt, accessHash: null };
  expect(toldTerms.at(-1)).toEqual({ eventId: id, version: 3, terms });
  expect(await messages("SaleTermsChanged", id)).toEqual([{ eventId: id, version: 3, ...terms }]);
  expect(await update(id, 2, { salesEndAt: null })).toMatchObject({ __typename: "EventChanged" });

  seatingNow.isAway = true;
  expect(await update(id, 3, { salesEndAt: null })).toMatchObject({ __typename: "Event", salesEndAt: null });
  expect((await messages("SaleTermsChanged", id)).at(-1)).toMatchObject({ version: 4, closesAt: null });
  seatingNow.isAway = false;
  const before = toldTerms.length;
  await update(id, 4, { name: "Aida", doorsAt: inSeconds(8 * DAY) });
  expect([toldTerms.length, (await messages("SaleTermsChanged", id)).length]).toEqual([before, 2]);
  const audited = (await messages("Audited", id)).filter(({ action }) => action === "updateEvent");
  expect(JSON.stringify(audited[0])).toContain(`salesEndAt: null to ${salesEndAt}`);
  expect((await messages("EventDescribed", id)).at(-1)).toMatchObject({ doorsAt: expect.any(String) });
});

test("a draft that is changed while seating opens its sale is sold as it was changed", async () => {
  const id = await draft({ salesStartAt: inSeconds(DAY) });
  seatingNow.beforePlan = async () => void (await update(id, 1, { salesStartAt: null, visibility: "PRIVATE" }));
  await publish(id);
  const { accessCode, version } = (await read(id))!;
  expect(plans.get(id)).toMatchObject({ terms: { opensAt: expect.any(String), accessHash: null } });
  expect(await messages("SaleTermsChanged", id)).toEqual([
    { eventId: id, version, opensAt: null, closesAt: null, accessHash: accessHash(accessCode) },
  ]);
  expect(await messages("EventRescheduled", id)).toHaveLength(1);
});

test("an unlisted event is found by its id, a private one by its code alone, which can be renewed", async () => {
  const stranger = { userId: randomUUID() };
  const seller = { userId: randomUUID(), memberships: { [organizationId]: "BOX_OFFICE" as const } };
  const scanner = { userId: randomUUID(), memberships: { [organizationId]: "SCANNER" as const } };
  const unlisted = await draft({ visibility: "UNLISTED" });
  const id = await draft({ visibility: "PRIVATE" });
  for (const one of [unlisted, id]) await publish(one);
  expect(await read(unlisted, stranger)).toMatchObject({ visibility: "UNLISTED", accessCode: null });
  const { accessCode, version } = (await read(id, seller))!;
  expect(accessCode).toMatch(/^[\w-]{24}$/);
  expect(await read(id, scanner)).toMatchObject({ visibility: "PRIVATE", accessCode: null });
  for (const by of [stranger, null]) {
    expect(await read(id, by)).toBeNull();
    for (const wrong of ["", accessHash(accessCode).slice(0, 60), `${accessCode}x`].filter(Boolean))
      expect(await read(id, by, `accessCode: "${wrong}"`)).toBeNull();
    const shown = await read(id, by, `accessCode: "${accessCode}"`, "visibility accessCode calendar");
    expect(shown).toMatchObject({ visibility: "PRIVATE", accessCode: null });
    expect(shown!.calendar).toContain("SUMMARY:Tosca");
  }
  const code = (await update(id, version, { renewAccessCode: true })).accessCode;
  expect(code).not.toBe(accessCode);
  expect(await read(id, stranger, `accessCode: "${accessCode}"`)).toBeNull();
  expect(await read(id, stranger, `accessCode: "${code}"`)).not.toBeNull();
  expect(toldTerms.at(-1)).toMatchObject({ eventId: id, terms: { accessHash: accessHash(code) } });
  await expect(update(unlisted, 2, { renewAccessCode: true })).rejects.toThrow(/input.renewAccessCode/);
  // A draft stays a draft, with or without the code.
  const hidden = await draft({ visibility: "PRIVATE" });
  expect(await read(hidden, stranger, `accessCode: "${(await read(hidden))!.accessCode}"`)).toBeNull();
});

test("a copy keeps the times relative to its start, and has a code of its own", async () => {
  const startsAt = inSeconds(9 * DAY);
  const id = await draft({
    startsAt,
    doorsAt: inSeconds(9 * DAY - HOUR),
    salesStartAt: inSeconds(DAY),
    salesEndAt: inSeconds(8 * DAY),
    visibility: "PRIVATE",
  });
  const later = (at: string) => new Date(Date.parse(at) + 7 * DAY * 1_000).toISOString();
  const input = { eventId: id, startsAt: [later(startsAt)], idempotencyKey: randomUUID() };
  const { events } = await mutate(
    "copyEvent",
    "CopyEventInput",
    input,
    "... on CopiedEvents { events { doorsAt salesStartAt salesEndAt visibility accessCode } }",
  );
  const original = (await read(id))!;
  expect(events).toEqual([
    {
      doorsAt: later(original.doorsAt),
      salesStartAt: later(original.salesStartAt),
      salesEndAt: later(original.salesEndAt),
      visibility: "PRIVATE",
      accessCode: expect.stringMatching(/^[\w-]{24}$/),
    },
  ]);
  expect(events[0].accessCode).not.toBe(original.accessCode);
});
