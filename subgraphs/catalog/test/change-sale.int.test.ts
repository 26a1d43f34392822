// A change of a sale that seating has not heard of is taken back only by who was alone with it.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startAlone, type Alone } from "../../../dev/alone.ts";
import { until } from "../../../dev/until.ts";
import { rows, sql } from "../../../platform/sql.ts";
import { abandonSaleChange, beginSaleChange, countAttempt, finishSaleChange } from "../commands/change-sale.ts";
import { noteOrganizationStatus } from "../commands/note-organization.ts";

let catalog: Alone;
let seating: Server;
beforeAll(async () => {
  // Refuses whatever it is asked for.
  seating = createServer((_, response) => {
    const refusal = { message: "There is no such sale.", extensions: { code: "NOT_FOUND" } };
    response.setHeader("content-type", "application/json").end(JSON.stringify({ errors: [refusal] }));
  });
  await once(seating.listen(0, "127.0.0.1"), "listening");
  const { port } = seating.address() as AddressInfo;
  catalog = await startAlone("catalog", { SEATING_URL: `http://127.0.0.1:${port}/graphql` });
});
afterAll(async () => {
  await catalog.stop();
  await once(seating.close(), "close");
});

async function newEvent(): Promise<string> {
  const [eventId, venueId] = [randomUUID(), randomUUID()];
  const em = catalog.running.database.read();
  await rows(
    em,
    sql`insert into venue (id, organization_id, name, city, country, time_zone, capacity) values (${venueId}, ${randomUUID()}, 'Halle', 'Erfurt', 'DE', 'Europe/Berlin', 1)`,
  );
  await rows(
    em,
    sql`insert into event (id, organization_id, venue_id, name, category, status, starts_at, max_seats_per_buyer, hold_seconds, search)
        values (${eventId}, ${randomUUID()}, ${venueId}, 'Tosca', 'THEATRE', 'ON_SALE', now() + interval '9 days', 9, 60, '')`,
  );
  return eventId;
}

const tx = <T>(work: Parameters<typeof catalog.running.database.transaction<T>>[0]) =>
  catalog.running.database.transaction(work);
const cancel = (eventId: string) => ({ eventId, action: "cancel" as const, reason: "ill" });
const jobsOf = (eventId: string) =>
  rows(catalog.running.database.read(), sql`select key from job where key = ${`${eventId} cancel`}`);

test("who was not heard by seating does not take a change back from somebody who may have been", async () => {
  const eventId = await newEvent();
  const change = cancel(eventId);
  for (const _ of ["one", "another"]) expect(await tx((one) => beginSaleChange(one, change, new Date()))).toBe(true);
  expect(await tx((one) => abandonSaleChange(one, change))).toBe(false);
  expect(await jobsOf(eventId)).toHaveLength(1);
  await tx((one) => finishSaleChange(one, change));
  expect(await jobsOf(eventId)).toEqual([]);
});

test("nor from the job, and whoever was alone knows that nothing happened", async () => {
  const [asked, alone] = [await newEvent(), await newEvent()];
  for (const eventId of [asked, alone]) await tx((one) => beginSaleChange(one, cancel(eventId), new Date()));
  await countAttempt(catalog.running.database.read(), asked);
  expect(await tx((one) => abandonSaleChange(one, cancel(asked)))).toBe(false);
  expect(await tx((one) => abandonSaleChange(one, cancel(alone)))).toBe(true);
  expect([await jobsOf(asked), await jobsOf(alone)].map(({ length }) => length)).toEqual([1, 0]);
  // What is meant again is meant anew.
  await tx((one) => beginSaleChange(one, cancel(alone), new Date()));
  expect(await tx((one) => abandonSaleChange(one, cancel(alone)))).toBe(true);
});

test("managers can't resume sales that platform staff have paused, in whichever order their changes come", async () => {
  const [onSale, paused, resuming] = [await newEvent(), await newEvent(), await newEvent()];
  const em = catalog.running.database.read();
  await rows(em, sql`update event set status = 'SALES_PAUSED' where id = any(${[paused, resuming]}::uuid[])`);
  const staffId = randomUUID();
  const change = (eventId: string, action: "pause" | "resume", by?: string) => ({
    eventId,
    action,
    reason: null,
    staffId: by,
  });
  const begin = (...of: Parameters<typeof change>) => tx((one) => beginSaleChange(one, change(...of), new Date()));
  const finish = (...of: Parameters<typeof change>) => tx((one) => finishSaleChange(one, change(...of)));
  const pauses = (eventId: string) =>
    rows(em, sql`select key from job where key like ${`${eventId} pause%`} order by key`);
  // A manager pauses at the same time: each job stays until its own pause is written.
  await begin(onSale, "pause");
  await begin(onSale, "pause", staffId);
  await finish(onSale, "pause");
  expect(await pauses(onSale)).toEqual([{ key: `${onSale} pause by staff` }]);
  await finish(onSale, "pause", staffId);
  expect(await pauses(onSale)).toEqual([]);
  // A manager had paused already.
  expect(await begin(paused, "pause", staffId)).toBe(false);
  // A manager's resume is under way: it is paused again at once.
  await begin(resuming, "resume");
  expect(await begin(resuming, "pause", staffId)).toBe(false);
  await finish(resuming, "resume");
  expect(await pauses(resuming)).toHaveLength(1);
  await finish(resuming, "pause");
  for (const eventId of [onSale, paused, resuming]) {
    await expect(begin(eventId, "resume")).rejects.toThrow("Platform staff");
    expect(await begin(eventId, "resume", staffId)).toBe(true);
    await finish(eventId, "resume", staffId);
    expect(await begin(eventId, "pause")).toBe(true);
    await finish(eventId, "pause");
    expect(await begin(eventId, "resume")).toBe(true);
  }
});

test("a pause by platform staff outlives another's resume that was under way, and a resume that was taken back", async () => {
  const em = catalog.running.database.read();
  const [contested, silent] = [await newEvent(), await newEvent()];
  const staffId = randomUUID();
  await rows(
    em,
    sql`update event set status = 'SALES_PAUSED', paused_by_staff = ${staffId} where id = any(${[contested, silent]}::uuid[])`,
  );
  const change = (eventId: string, action: "pause" | "resume") => ({ eventId, action, reason: null, staffId });
  const begin = (...of: Parameters<typeof change>) => tx((one) => beginSaleChange(one, change(...of), new Date()));
  expect(await begin(contested, "resume")).toBe(true);
  expect(await begin(contested, "pause")).toBe(false);
  await tx((one) => finishSaleChange(one, change(contested, "resume")));
  expect(await rows(em, sql`select key from job where key = ${`${contested} pause`}`)).toHaveLength(1);
  await tx((one) => finishSaleChange(one, { eventId: contested, action: "pause", reason: null }));
  expect(await begin(silent, "resume")).toBe(true);
  expect(await tx((one) => abandonSaleChange(one, change(silent, "resume")))).toBe(true);
  for (const eventId of [contested, silent])
    await expect(
      tx((one) => beginSaleChange(one, { eventId, action: "resume", reason: null }, new Date())),
    ).rejects.toThrow("Platform staff");
});

test("a pause by platform staff holds again once seating has refused to resume the sales, when asked by the job too", async () => {
  const em = catalog.running.database.read();
  const [eventId, staffId] = [await newEvent(), randomUUID()];
  await rows(em, sql`update event set status = 'SALES_PAUSED', paused_by_staff = ${staffId} where id = ${eventId}`);
  const resume = { eventId, action: "resume" as const, reason: null };
  // The process dies before it asks: the job does.
  expect(await tx((one) => beginSaleChange(one, { ...resume, staffId }, new Date(), { inSeconds: 0 }))).toBe(true);
  await until(
    async () => (await rows(em, sql`select 1 from job where key like ${`${eventId}%`}`)).length === 0,
    "the job is done",
  );
  expect(await rows(em, sql`select status, paused_by_staff from event where id = ${eventId}`)).toEqual([
    { status: "SALES_PAUSED", pausedByStaff: staffId },
  ]);
  await expect(tx((one) => beginSaleChange(one, resume, new Date()))).rejects.toThrow("Platform staff");
});

test("what platform staff do to sales is recorded once with their name, and only they read it; the record never changes", async () => {
  const em = catalog.running.database.read();
  const [eventId, staffId, another] = [await newEvent(), randomUUID(), randomUUID()];
  await rows(em, sql`update event set published = true where id = ${eventId}`);
  const change = (action: "pause" | "resume", by?: string) => ({ eventId, action, reason: null, staffId: by });
  const doTwice = async (...of: Parameters<typeof change>) => {
    await tx((one) => beginSaleChange(one, change(...of), new Date()));
    for (const _ of ["request", "job"]) await tx((one) => finishSaleChange(one, change(...of)));
  };
  const query = `{ event(id: "${eventId}") { interventions { action by { id } reason } } }`;
  const recorded = async () => (await catalog.as({ userId: staffId, staff: true }, query)).data.event.interventions;
  await doTwice("pause", staffId);
  await tx((one) => beginSaleChange(one, change("pause", another), new Date()));
  await doTwice("resume", another);
  for (const action of ["pause", "resume"] as const) await doTwice(action);
  const expected = [
    { action: "pauseSales", by: { id: staffId }, reason: null },
    { action: "resumeSales", by: { id: another }, reason: null },
  ];
  expect(await recorded()).toEqual(expected);
  // Sales that a manager has paused already.
  await doTwice("pause");
  await tx((one) => beginSaleChange(one, change("pause", another), new Date()));
  expect(await recorded()).toEqual([...expected, { action: "pauseSales", by: { id: another }, reason: null }]);
  for (const viewer of [null, { userId: staffId }])
    expect((await catalog.as(viewer, query)).data.event.interventions).toBeNull();
  for (const statement of [
    sql`update intervention set reason = 'another'`,
    sql`delete from intervention`,
    sql`truncate intervention`,
  ])
    await expect(rows(em, statement)).rejects.toThrow("interventions never change");
});

test("sales of an organization without an owner are paused, whether they were on or are just beginning, and stay so", async () => {
  const [onSale, beginning, over] = [await newEvent(), await newEvent(), await newEvent()];
  const organizationId = randomUUID();
  const em = catalog.running.database.read();
  const ids = [onSale, beginning, over];
  await rows(em, sql`insert into organization (id) values (${organizationId})`);
  await rows(em, sql`update event set organization_id = ${organizationId} where id = any(${ids}::uuid[])`);
  await rows(em, sql`update event set status = 'SALES_PAUSED' where id = ${beginning}`);
  await rows(em, sql`update event set starts_at = now() - interval '9 days' where id = ${over}`);
  const resume = { eventId: beginning, action: "resume" as const, reason: null };
  await tx((one) => beginSaleChange(one, resume, new Date()));
  const told = (status: string, version: number) =>
    tx((one) => noteOrganizationStatus(one, { organizationId, status, version }));
  const pausing = async () =>
    (
      await rows<{ key: string }>(
        em,
        sql`select key from job where key = any(${ids.map((id) => `${id} pause`)}::text[]) order by key`,
      )
    ).map(({ key }) => key.split(" ")[0]);
  await told("PAUSED", 3);
  expect(await pausing()).toEqual([onSale]);
  await tx((one) => finishSaleChange(one, resume));
  expect(await pausing()).toEqual([onSale, beginning].sort());
  const pause = { eventId: onSale, action: "pause" as const, reason: null };
  await tx((one) => finishSaleChange(one, pause));
  const resuming = () => tx((one) => beginSaleChange(one, { ...resume, eventId: onSale }, new Date()));
  await expect(resuming()).rejects.toThrow("no owner");
  // What was said before is heard late.
  await told("ACTIVE", 2);
  await expect(resuming()).rejects.toThrow("no owner");
  await told("ACTIVE", 4);
  expect(await resuming()).toBe(true);
});
