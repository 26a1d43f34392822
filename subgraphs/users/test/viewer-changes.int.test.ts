// Gateways poll changes of sessions and rights: no committed change is missed, in whatever order transactions commit.
import { randomUUID } from "node:crypto";
import { until } from "../../../testkit/until.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";
import { findViewerChanges, keptViewerChanges } from "../queries/viewer-changes.ts";
import { ask, signUp, startUsers, stopUsers, users } from "./accounts.ts";

beforeAll(startUsers);
afterAll(stopUsers);

const database = () => users.running.database;
const now = async () => (await findViewerChanges(database(), null)).number;
const changed = async (after: string) => (await findViewerChanges(database(), after)).userIds;

test("names whose session has ended, whose rights have changed, and nobody else", async () => {
  const [ended, member, suspended, quiet] = [await signUp(), await signUp(), await signUp(), await signUp()];
  const before = await now();
  await ask(ended, `mutation { signOut }`);
  expect(await changed(before)).toContain(ended.userId);
  await ask(member, `mutation ($i: CreateOrganizationInput!) { createOrganization(input: $i) { __typename } }`, {
    i: { name: "Haus", idempotencyKey: randomUUID() },
  });
  expect(await changed(before)).toContain(member.userId);
  await rows(database().read(), sql`update app_user set status = 'SUSPENDED' where id = ${suspended.userId}`);
  expect(await changed(before)).toContain(suspended.userId);
  await rows(database().read(), sql`update app_user set display_name = 'Else' where id = ${quiet.userId}`);
  expect(await changed(before)).not.toContain(quiet.userId);
});

test("names people only while a transaction of the server is under way that began before", async () => {
  const { userId } = await signUp();
  const end = sql`update session set ended_at = now() where user_id = ${userId}`;
  const before = await now();
  await rows(database().read(), end);
  expect(await changed(before)).toContain(userId);
  await until(async () => !(await changed(await now())).includes(userId), "not named any more");
  expect(await changed(before)).toContain(userId);
});

test("what commits later than what began after it is not left out", async () => {
  const [slow, fast] = [await signUp(), await signUp()];
  const endSession = (userId: string) => sql`update session set ended_at = now() where user_id = ${userId}`;
  const before = await now();
  let between = "";
  await database().transaction(async (tx) => {
    await rows(tx, endSession(slow.userId));
    await rows(database().read(), endSession(fast.userId));
    expect(await changed(before)).toContain(fast.userId);
    expect(await changed(before)).not.toContain(slow.userId);
    between = await now();
  });
  expect(await changed(between)).toContain(slow.userId);
});

test("everybody may have changed for who has no number, one of another database, or too many to be named", async () => {
  for (const after of [null, "9000000000000000000", "nonsense", "-1", "99999999999999999999"])
    expect(await findViewerChanges(database(), after)).toMatchObject({ everybody: true, userIds: [] });
  const before = await now();
  await rows(
    database().read(),
    sql`insert into viewer_change (user_id) select gen_random_uuid() from generate_series(1, 1001)`,
  );
  expect(await findViewerChanges(database(), before)).toMatchObject({ everybody: true, userIds: [] });
  await until(async () => !(await findViewerChanges(database(), await now())).everybody, "named again");
});

test("only gateways may ask", async () => {
  const query = `{ viewerChanges { number everybody userIds } }`;
  expect((await users.asService("gateway", query)).viewerChanges).toMatchObject({ everybody: true });
  await expect(users.asService("orders", query)).rejects.toThrow();
  expect((await users.as(null, query)).errors).toBeDefined();
});

test("is forgotten after an hour", async () => {
  await change(database().read(), sql`update viewer_change set changed_at = now() - interval '2 hours'`);
  const count = async () => (await rows(database().read(), sql`select 1 from viewer_change`)).length;
  const before = await count();
  expect(await keptViewerChanges.forget(database(), 10_000)).toBeGreaterThan(0);
  expect(await count()).toBeLessThan(before);
});
