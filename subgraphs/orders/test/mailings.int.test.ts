// Letters to all people with tickets for an event: each once, whatever is repeated, late or refused.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";
import { startMailCatcher, type RunningMailCatcher } from "../../../local/stand-ins/mail-catcher.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { setCodeRule } from "../commands/code-rule.ts";
import { beginChangeLetters, beginReminder, scheduleReminder } from "../commands/begin-mailing.ts";
import { countNotifications } from "../commands/write-notifications.ts";
import { filled, filledLine, filledParagraphs, unknownPlaceholder } from "../notifications/template.ts";
import { noteEventFacts } from "../projections/event-facts.ts";

let orders: Alone;
let mail: RunningMailCatcher;
/** People whose address is not verified, and people who are gone. */
const [unverified, gone] = [new Set<string>(), new Set<string>()];
let isSuspended = false;

const contactOf = (id: string) =>
  gone.has(id) ? null : { email: `${id}@example.org`, displayName: "Ada", locale: "en", verified: !unverified.has(id) };

/** Stands for users. */
const users = createServer((request, response) => {
  let text = "";
  request.on("data", (part) => (text += part));
  request.on("end", () => {
    const { userIds } = (JSON.parse(text) as { variables: { userIds: string[] } }).variables;
    const letterhead = { name: "Opera", contactEmail: null, contactPhone: null, termsUrl: null, isSuspended };
    const data = { mailContacts: userIds.map(contactOf), letterhead };
    response.setHeader("content-type", "application/json").end(JSON.stringify({ data }));
  });
});

beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  users.listen(0, "127.0.0.1");
  await once(users, "listening");
  orders = await startAlone("orders", {
    SEATING_URL: "http://127.0.0.1:9/graphql",
    USERS_URL: `http://127.0.0.1:${(users.address() as AddressInfo).port}/graphql`,
    SMTP_URL: mail.smtpUrl,
    ORDERS_CHANGE_LETTER_SECONDS: "1",
  });
});
afterAll(async () => {
  await orders.stop();
  users.closeAllConnections();
  users.close();
  await mail.stop();
});
afterEach(() => mail.refuse(null));

const read = () => orders.running.database.read();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

interface Event {
  eventId: string;
  organizationId: string;
}

async function describeEvent(event: Event, version: number, startsAt: string): Promise<void> {
  const facts = { ...event, version, name: "Aida", place: "Opera, Erfurt", startsAt, endsAt: null, timeZone: "UTC" };
  await orders.running.database.transaction(async (tx) => {
    if (await noteEventFacts(tx, facts)) await scheduleReminder(tx, event.eventId, new Date(startsAt));
  });
}

/** An event with orders of two tickets each, of one person each; `people`: fewer persons than orders. */
async function sold(count: number, people = count): Promise<Event> {
  const event = { eventId: randomUUID(), organizationId: randomUUID() };
  await describeEvent(event, 1, inDays(30));
  await rows(
    read(),
    sql`with person as (select n - 1 as n, gen_random_uuid() as id from generate_series(1, ${people}) n),
        made as (
          insert into purchase (id, number, buyer_id, hold_id, status, event_id, organization_id, currency, total, created_at)
          select gen_random_uuid(), gen_random_uuid()::text, p.id, gen_random_uuid(), 'CONFIRMED', ${event.eventId}::uuid, ${event.organizationId}::uuid,
            'EUR', 200, now() - interval '1 day'
          from generate_series(1, ${count}) o join person p on p.n = o % ${people}
          returning id, buyer_id
        ), items as (
          insert into order_item (order_id, position, seat_id, section_id, section_name, tier_name, price)
          select m.id, position, m.id::text || position, gen_random_uuid(), 'Floor', case position when 0 then 'Adult' else 'Child' end, 100
          from made m, generate_series(0, 1) position
        )
        insert into ticket (id, order_id, position, event_id, organization_id, holder_id, status, price, created_at)
        select gen_random_uuid(), m.id, position, ${event.eventId}::uuid, ${event.organizationId}::uuid, m.buyer_id, 'VALID', 100, now()
        from made m, generate_series(0, 1) position`,
  );
  return event;
}

const changed = (
  { eventId, organizationId }: Event,
  version: number,
  old: string | null,
  refundUntil: string | null = null,
) =>
  orders.running.database.transaction((tx) =>
    beginChangeLetters(tx, { eventId, organizationId, version, oldStartsAt: old, oldPlace: null, refundUntil }, 1),
  );

interface Counts {
  letters: number;
  sent: number;
  pending: number;
  skipped: number;
}

const countsOf = async ({ eventId }: Event): Promise<Counts> =>
  (await row<Counts>(
    read(),
    sql`select count(l.id)::int as letters, count(*) filter (where l.status = 'SENT')::int as sent,
          count(*) filter (where l.status = 'PENDING')::int as pending, count(*) filter (where l.status = 'NEEDLESS')::int as skipped
        from mailing m left join letter l on l.mailing_id = m.id where m.event_id = ${eventId}`,
  ))!;

const isDone = async ({ eventId }: Event) => {
  const open = await rows(read(), sql`select 1 from mailing where event_id = ${eventId} and status <> 'DONE'`);
  return open.length === 0;
};

const settled = (event: Event, pending = 0) =>
  until(
    async () => (await isDone(event)) && (await countsOf(event)).pending === pending,
    "the letters are sent",
    240_000,
  );

/** Mails by Message-ID. */
async function mailsOf({ eventId }: Event): Promise<string[]> {
  const letters = await rows<{ id: string }>(
    read(),
    sql`select l.id from letter l join mailing m on m.id = l.mailing_id where m.event_id = ${eventId}`,
  );
  const ids = new Set(letters.map(({ id }) => id));
  return mail
    .mails()
    .flatMap(({ raw }) => /^Message-ID: <([^@]+)@/im.exec(raw.toString())?.[1] ?? [])
    .filter((id) => ids.has(id));
}

test("450 orders of a moved event get one letter each, though its messages are repeated, late and in the wrong order", async () => {
  const event = await sold(450);
  const [first, second, third] = [inDays(30), inDays(40), inDays(50)];
  await describeEvent(event, 3, third);
  await changed(event, 3, second);
  await changed(event, 2, first);
  await changed(event, 3, second);
  const mailings = await rows<{ oldStartsAt: Date; eventVersion: number }>(
    read(),
    sql`select old_starts_at, event_version from mailing where event_id = ${event.eventId}`,
  );
  expect(mailings).toEqual([{ oldStartsAt: new Date(first), eventVersion: 3 }]);
  await settled(event);
  expect(await countsOf(event)).toMatchObject({ letters: 450, sent: 450 });
  const mails = await mailsOf(event);
  expect([mails.length, new Set(mails).size]).toEqual([450, 450]);
});

test("letters wait for the new date, and for what the mail server refuses for the moment", async () => {
  const event = await sold(30);
  await changed(event, 2, inDays(30));
  await until(
    async () => (await rows(read(), sql`select 1 from job where kind = 'write-letters' and attempts > 1`)).length > 0,
    "it has waited",
  );
  expect((await countsOf(event)).letters).toBe(0);
  mail.refuse(450);
  await describeEvent(event, 2, inDays(35));
  await until(
    async () => (await rows(read(), sql`select 1 from job where kind = 'send-letter'`)).length === 30,
    "each letter has a job of its own",
  );
  mail.refuse(null);
  await settled(event);
  const mails = await mailsOf(event);
  expect([mails.length, new Set(mails).size]).toEqual([30, 30]);
});

test("a change that is taken back, or of an event that nobody has tickets for, is no letter", async () => {
  const event = await sold(3);
  const nobody = await sold(0, 1);
  const [facts] = await rows<{ startsAt: Date }>(
    read(),
    sql`select starts_at from event_facts where event_id = ${event.eventId}`,
  );
  await changed(event, 1, facts!.startsAt.toISOString());
  await changed(nobody, 1, inDays(3));
  await settled(event);
  await settled(nobody);
  expect([(await countsOf(event)).letters, (await countsOf(nobody)).letters]).toEqual([0, 0]);
});

test("people who are gone get nothing, and unverified addresses wait", async () => {
  const event = await sold(3);
  const people = await rows<{ buyerId: string }>(
    read(),
    sql`select buyer_id from purchase where event_id = ${event.eventId} order by id`,
  );
  gone.add(people[0]!.buyerId);
  unverified.add(people[1]!.buyerId);
  await changed(event, 1, inDays(3));
  await settled(event, 1);
  expect(await countsOf(event)).toEqual({ letters: 3, sent: 1, pending: 1, skipped: 1 });
});

test("of a person's letters beyond fifty a day the rest wait for the next day", async () => {
  const event = await sold(60, 1);
  await changed(event, 1, inDays(3));
  await settled(event, 10);
  expect(await mailsOf(event)).toHaveLength(50);
  await until(
    async () =>
      (await rows(read(), sql`select 1 from job where kind = 'send-letter' and run_at > app_now()`)).length === 10,
    "the others wait",
  );
  await orders.advance(86_400);
  await settled(event);
  const mails = await mailsOf(event);
  expect([mails.length, new Set(mails).size]).toEqual([60, 60]);
  await orders.advance(0);
});

test("letters are counted once over all attempts", async () => {
  const event = await sold(2, 1);
  await changed(event, 1, inDays(3));
  await settled(event);
  const letters = await rows<{ id: string; recipientId: string }>(
    read(),
    sql`select l.id, l.recipient_id from letter l join mailing m on m.id = l.mailing_id where m.event_id = ${event.eventId}`,
  );
  const again = await orders.running.database.transaction((tx) => countNotifications(tx, letters));
  expect(again.size).toBe(2);
  const counted = await row<{ count: number }>(
    read(),
    sql`select count from letter_count where recipient_id = ${letters[0]!.recipientId}`,
  );
  expect(counted!.count).toBe(2);
});

test("a letter of the organizer reaches each person once, of the chosen tier, and none of a suspended organization", async () => {
  const event = await sold(6, 2);
  const viewer = { userId: randomUUID(), memberships: { [event.organizationId]: "MANAGER" } };
  const send = (input: Record<string, unknown>) =>
    orders.as(
      viewer,
      `mutation ($input: SendLetterInput!) { sendLetter(input: $input) { __typename ... on OrganizerLetter { recipients } } }`,
      { input: { eventId: event.eventId, subject: "Doors", body: "At six", idempotencyKey: randomUUID(), ...input } },
    );
  expect((await send({ tierName: "Senior" })).errors).toMatchObject([{ extensions: { field: "input" } }]);
  expect((await send({ tierName: "Child" })).data.sendLetter.__typename).toBe("OrganizerLetter");
  await settled(event);
  expect(await countsOf(event)).toMatchObject({ letters: 2, sent: 2 });
  isSuspended = true;
  await send({});
  await settled(event);
  expect(await countsOf(event)).toMatchObject({ letters: 4, sent: 2, skipped: 2 });
  isSuspended = false;
});

const due = async ({ eventId }: Event) =>
  (
    await rows<{ runAt: Date }>(read(), sql`select run_at from job where kind = 'remind-of-event' and key = ${eventId}`)
  ).map(({ runAt }) => runAt.toISOString());

test("a reminder waits until the codes of the tickets are shown", async () => {
  const event = await sold(1);
  const startsAt = inDays(0.5);
  await describeEvent(event, 2, startsAt);
  const rule = (minutesBefore: number) =>
    orders.running.database.transaction((tx) => setCodeRule(tx, event.organizationId, { ...event, minutesBefore }));
  const remind = () => orders.running.database.transaction((tx) => beginReminder(tx, event.eventId));
  await rule(60);
  await remind();
  expect(await due(event)).toEqual([new Date(Date.parse(startsAt) - 3_600_000).toISOString()]);
  const mailings = await rows(read(), sql`select 1 from mailing where event_id = ${event.eventId}`);
  expect(mailings).toEqual([]);
  await rule(2_880);
  await remind();
  await settled(event);
  expect(await countsOf(event)).toMatchObject({ letters: 1, sent: 1 });
});

test("a reminder follows the last date, and none is written for a date that is near", async () => {
  const event = await sold(1);
  const later = inDays(60);
  await describeEvent(event, 2, later);
  expect(await due(event)).toEqual([new Date(Date.parse(later) - 86_400_000).toISOString()]);
  // An older description changes nothing.
  await describeEvent(event, 1, inDays(10));
  expect(await due(event)).toHaveLength(1);
  await describeEvent(event, 3, inDays(0.5));
  expect(await due(event)).toEqual([]);
  await orders.running.database.transaction((tx) => beginReminder(tx, event.eventId));
  await settled(event);
  expect(await countsOf(event)).toMatchObject({ letters: 1, sent: 1 });
});

const VALUES = {
  name: "{event}",
  event: "Aida\r\nBcc: x@example.org",
  date: "d",
  place: "p",
  order: "o",
  organizer: "$&",
};

test("placeholders are a closed set, values are not searched for more, and a subject is one line", () => {
  expect(unknownPlaceholder("{name} {event} {date} {place} {order} {organizer}")).toBeUndefined();
  expect(unknownPlaceholder("{name} {email}")).toBe("email");
  expect(unknownPlaceholder("{constructor}")).toBe("constructor");
  expect(filled("{name}, {organizer}, {x}", VALUES)).toBe("{event}, $&, {x}");
  expect(filledLine(" To {event} ", VALUES)).toBe("To Aida Bcc: x@example.org");
  expect(filledParagraphs("a\r\n\r\n\r\nb\nc\n \n", VALUES)).toEqual(["a", "b\nc"]);
});
