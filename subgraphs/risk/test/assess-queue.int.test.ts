// Entries of queues: which are suspicious, whatever the order in which messages arrive.
import { randomBytes, randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";
import { consumeBatch } from "../../../platform/messaging/inbox.ts";
import type { MessageType } from "../../../platform/core/contracts.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { QueueEntriesClosed, QueueJoined } from "../../../schema/messages/seating.ts";
import { UserRegistered } from "../../../schema/messages/users.ts";

let risk: Alone;
beforeAll(async () => {
  risk = await startAlone("risk", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => risk.stop());

async function tell<Body>(message: MessageType<Body>, body: Body): Promise<void> {
  const messageId = randomUUID();
  const envelope = { messageId, name: message.name, key: messageId, body, correlationId: null, seq: 1 };
  await consumeBatch(risk.running.database, risk.running.handlers, [envelope]);
}

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

interface Entrant {
  entryId: string;
  userId: string;
  network?: string;
  joinedAt: string;
}

const entrant = (network?: string): Entrant => ({
  entryId: randomBytes(16).toString("hex"),
  userId: randomUUID(),
  joinedAt: new Date().toISOString(),
  ...(network !== undefined && { network }),
});
const register = ({ userId }: Entrant, emailDomain: string, registeredAt: string) =>
  tell(UserRegistered, { userId, emailDomain, registeredAt });

interface Part {
  part: number;
  parts: number;
  suspicious: { entryId: string; reasons: { code: string; detail: string }[] }[];
}

const assessments = async (eventId: string): Promise<Part[]> => {
  const found = await rows<{ body: Part }>(
    risk.running.database.read(),
    sql`select body from outbox where name = 'risk.QueueAssessed' and key = ${eventId} order by id`,
  );
  return found.map(({ body }) => body);
};

async function untilAssessed(eventId: string): Promise<Part[]> {
  await until(async () => (await assessments(eventId)).length > 0, "the queue is assessed");
  return assessments(eventId);
}

test("entries from one network with new accounts, and with disposable addresses, are suspicious; others are not", async () => {
  const eventId = randomUUID();
  const burst = Array.from({ length: 10 }, () => entrant("a network"));
  const sameNetwork = entrant("a network");
  const disposable = entrant("another network");
  const unknown = entrant();
  const entries = [...burst, sameNetwork, disposable, unknown];
  for (const one of burst) await register(one, "example.com", daysAgo(3));
  await register(sameNetwork, "example.com", daysAgo(400));
  await register(disposable, "mailinator.com", new Date().toISOString());
  await tell(QueueJoined, { eventId, entries });
  await tell(QueueEntriesClosed, { eventId, entries: entries.length });
  const [assessed, ...more] = await untilAssessed(eventId);
  expect(more).toEqual([]);
  const codes = new Map(assessed!.suspicious.map(({ entryId, reasons }) => [entryId, reasons.map(({ code }) => code)]));
  expect(codes.size).toBe(11);
  for (const { entryId } of burst) expect(codes.get(entryId)).toEqual(["ACCOUNTS_OF_NETWORK_IN_BURST"]);
  expect(codes.get(disposable.entryId)).toEqual(["DISPOSABLE_EMAIL", "NEW_ACCOUNT"]);
});

test("an assessment waits until all entries were heard of, and is made once, however often messages come", async () => {
  const eventId = randomUUID();
  const entries = [entrant(), entrant(), entrant()];
  const closed = () => tell(QueueEntriesClosed, { eventId, entries: entries.length });
  await closed();
  for (let time = 0; time < 3; time++) await tell(QueueJoined, { eventId, entries: entries.slice(0, 2) });
  await closed();
  const jobs = () => rows(risk.running.database.read(), sql`select 1 from job where key = ${eventId}`);
  expect(await jobs()).toEqual([]);
  expect(await assessments(eventId)).toEqual([]);
  await tell(QueueJoined, { eventId, entries: entries.slice(1) });
  expect(await untilAssessed(eventId)).toEqual([{ eventId, part: 1, parts: 1, suspicious: [] }]);
  await closed();
  await tell(QueueJoined, { eventId, entries });
  await until(async () => (await jobs()).length === 0, "no assessment is under way");
  expect(await assessments(eventId)).toHaveLength(1);
});

test("an assessment of many entries comes in parts", async () => {
  const eventId = randomUUID();
  const entries = Array.from({ length: 501 }, () => entrant("a farm of devices"));
  const users = entries.map(({ userId }) => userId);
  await rows(
    risk.running.database.read(),
    sql`insert into buyer (user_id, email_domain, registered_at) select id, '', now() - interval '1 day' from unnest(${users}::uuid[]) as id`,
  );
  await tell(QueueJoined, { eventId, entries });
  await tell(QueueEntriesClosed, { eventId, entries: entries.length });
  const parts = await untilAssessed(eventId);
  expect(parts.map(({ part, parts: of, suspicious }) => [part, of, suspicious.length])).toEqual([
    [1, 2, 500],
    [2, 2, 1],
  ]);
});
