// A change of a sale that did not reach seating is withdrawn only if no other request shares it.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";
import { unavailable } from "../../../platform/core/errors.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import {
  beginSaleChange,
  createSaleChanges,
  finishSaleChange,
  intentOf,
  leaveSaleChange,
  type SaleChange,
  type SaleChanges,
} from "../workflows/change-sale.ts";
import { CHANGE_SALE } from "../job-names.ts";
import { noteOrganizationStatus } from "../workflows/suspend-organization.ts";

let catalog: Alone;
let seating: Server;
let refuses: boolean;
beforeEach(() => {
  refuses = true;
});
beforeAll(async () => {
  seating = createServer((_, response) => {
    const refusal = { message: "There is no such sale.", extensions: { code: "NOT_FOUND" } };
    const answer = refuses ? { errors: [refusal] } : { data: {} };
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
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

/** Sale changes with a seating that answers, or is unreachable. */
function through(answer: () => Promise<void>): SaleChanges {
  const seating = { openSales: answer, setSales: answer, setTerms: answer, setPrices: answer };
  return createSaleChanges(() => catalog.running.database, seating);
}
const willing = through(async () => {});
const unreachable = through(async () => {
  throw unavailable("seating");
});

/** Writes an intent that no process takes over. */
const begin = (change: SaleChange) =>
  tx(async (one) => {
    const intent = await beginSaleChange(one, change, new Date());
    await rows(one, sql`update work_item set due_at = 'infinity'`);
    return intent;
  });
/** Settles the change, with a seating that accepts it. */
const finish = async (change: SaleChange) => {
  const intent = intentOf(change);
  const found = await row<{ body: SaleChange }>(
    catalog.running.database.read(),
    sql`select body from work_item where id = ${intent.id}`,
  );
  expect(await willing.work.run([{ ...intent, ...found }])).toEqual([undefined]);
};
const isMeant = async (change: SaleChange) =>
  (await rows(catalog.running.database.read(), sql`select 1 from work_item where id = ${intentOf(change).id}`)).length >
  0;

test("a request that seating did not receive keeps the change of a request that seating may have received", async () => {
  const eventId = await newEvent();
  const change = cancel(eventId);
  expect(await begin(change)).not.toBeNull();
  await expect(unreachable.change(change)).rejects.toMatchObject({ extensions: { code: "TIMEOUT" } });
  expect(await isMeant(change)).toBe(true);
  await finish(change);
  expect(await isMeant(change)).toBe(false);
});

test("a lone request knows that nothing happened, and its repeat is a new change", async () => {
  const eventId = await newEvent();
  for (let times = 0; times < 2; times++) {
    await expect(unreachable.change(cancel(eventId))).rejects.toMatchObject({ extensions: { code: "UNAVAILABLE" } });
    expect(await isMeant(cancel(eventId))).toBe(false);
  }
});

test("a change that the version before has begun is done", async () => {
  const eventId = await newEvent();
  const pause = { eventId, action: "pause", reason: null };
  refuses = false;
  await rows(
    catalog.running.database.read(),
    sql`insert into job (id, kind, key, body, run_at) values (gen_random_uuid(), ${CHANGE_SALE}, ${`${eventId} pause`}, ${JSON.stringify(pause)}, app_now())`,
  );
  await until(async () => {
    const event = await row<{ status: string }>(
      catalog.running.database.read(),
      sql`select status from event where id = ${eventId}`,
    );
    return event?.status === "SALES_PAUSED";
  }, "the sales are paused");
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
  const pauses = async (eventId: string) =>
    (await Promise.all([undefined, staffId].map((by) => isMeant(change(eventId, "pause", by))))).map(Number).join("");
  // A manager pauses concurrently: each intent stays until its own pause is written.
  await begin(change(onSale, "pause"));
  await begin(change(onSale, "pause", staffId));
  await finish(change(onSale, "pause"));
  expect(await pauses(onSale)).toBe("01");
  await finish(change(onSale, "pause", staffId));
  expect(await pauses(onSale)).toBe("00");
  // A manager has paused already.
  expect(await begin(change(paused, "pause", staffId))).toBeNull();
  // A manager's resume is in progress: the sales are paused again at once.
  await begin(change(resuming, "resume"));
  expect(await begin(change(resuming, "pause", staffId))).toBeNull();
  await finish(change(resuming, "resume"));
  expect(await pauses(resuming)).toBe("10");
  await finish(change(resuming, "pause"));
  for (const eventId of [onSale, paused, resuming]) {
    await expect(begin(change(eventId, "resume"))).rejects.toThrow("Platform staff");
    expect(await begin(change(eventId, "resume", staffId))).not.toBeNull();
    await finish(change(eventId, "resume", staffId));
    expect(await begin(change(eventId, "pause"))).not.toBeNull();
    await finish(change(eventId, "pause"));
    expect(await begin(change(eventId, "resume"))).not.toBeNull();
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
  expect(await begin(change(contested, "resume"))).not.toBeNull();
  expect(await begin(change(contested, "pause"))).toBeNull();
  await finish(change(contested, "resume"));
  const pause = { eventId: contested, action: "pause" as const, reason: null };
  expect(await isMeant(pause)).toBe(true);
  await finish(pause);
  await expect(unreachable.change(change(silent, "resume"))).rejects.toMatchObject({
    extensions: { code: "UNAVAILABLE" },
  });
  for (const eventId of [contested, silent])
    await expect(begin({ eventId, action: "resume", reason: null })).rejects.toThrow("Platform staff");
});

test("a pause by platform staff holds again once seating has refused to resume the sales, where no request waits for it too", async () => {
  const em = catalog.running.database.read();
  const [eventId, staffId] = [await newEvent(), randomUUID()];
  await rows(em, sql`update event set status = 'SALES_PAUSED', paused_by_staff = ${staffId} where id = ${eventId}`);
  const resume = { eventId, action: "resume" as const, reason: null };
  await tx((one) => leaveSaleChange(one, { ...resume, staffId }));
  await until(async () => !(await isMeant({ ...resume, staffId })), "it has ended");
  expect(await rows(em, sql`select status, paused_by_staff from event where id = ${eventId}`)).toEqual([
    { status: "SALES_PAUSED", pausedByStaff: staffId },
  ]);
  await expect(begin(resume)).rejects.toThrow("Platform staff");
});

test("what platform staff do to sales is recorded once with their name, and only they read it; the record never changes", async () => {
  const em = catalog.running.database.read();
  const [eventId, staffId, another] = [await newEvent(), randomUUID(), randomUUID()];
  await rows(em, sql`update event set published = true where id = ${eventId}`);
  const change = (action: "pause" | "resume", by?: string) => ({ eventId, action, reason: null, staffId: by });
  const doTwice = async (...of: Parameters<typeof change>) => {
    await begin(change(...of));
    for (const _ of ["request", "repetition"]) await tx((one) => finishSaleChange(one, change(...of)));
    await finish(change(...of));
  };
  const query = `{ event(id: "${eventId}") { interventions { action by { id } reason } } }`;
  const recorded = async () => (await catalog.as({ userId: staffId, staff: true }, query)).data.event.interventions;
  await doTwice("pause", staffId);
  await begin(change("pause", another));
  await doTwice("resume", another);
  for (const action of ["pause", "resume"] as const) await doTwice(action);
  const expected = [
    { action: "pauseSales", by: { id: staffId }, reason: null },
    { action: "resumeSales", by: { id: another }, reason: null },
  ];
  expect(await recorded()).toEqual(expected);
  // Sales that a manager has paused already.
  await doTwice("pause");
  await begin(change("pause", another));
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
  await begin(resume);
  const told = (status: string, version: number) =>
    tx((one) => noteOrganizationStatus(one, { organizationId, status, version }));
  const pause = (eventId: string) => ({ eventId, action: "pause" as const, reason: null });
  const pausing = async () => {
    const meant = await Promise.all(ids.map((id) => isMeant(pause(id))));
    return ids.filter((_, index) => meant[index]);
  };
  await told("PAUSED", 3);
  expect(await pausing()).toEqual([onSale]);
  await finish(resume);
  expect(await pausing()).toEqual([onSale, beginning]);
  await finish(pause(onSale));
  const resuming = () => begin({ ...resume, eventId: onSale });
  await expect(resuming()).rejects.toThrow("no owner");
  // An older message arrives late.
  await told("ACTIVE", 2);
  await expect(resuming()).rejects.toThrow("no owner");
  await told("ACTIVE", 4);
  expect(await resuming()).not.toBeNull();
});
