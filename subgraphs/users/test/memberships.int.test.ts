// Nobody can harm somebody else by making them a member, and an organization that owes something keeps an owner.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { Data } from "../../../local/client.ts";
import { consumeBatch } from "../../../platform/messaging/inbox.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";
import {
  lockOrganization,
  resumeOrganization,
  setOrganizationStatus,
  suspendOrganization,
} from "../commands/organization-status.ts";
import { MAX_ADDED_MEMBERSHIPS, MAX_CHOSEN_MEMBERSHIPS, MAX_ORGANIZATIONS_PER_DAY } from "../entities/membership.ts";
import { handlers } from "../handlers.ts";

const PASSWORD = "correct horse battery";
let users: Alone;
beforeAll(async () => {
  users = await startAlone("users");
});
afterAll(() => users.stop());

interface Person extends Record<string, unknown> {
  userId: string;
  email: string;
}

async function ask(viewer: Record<string, unknown> | null, query: string, variables = {}): Promise<Data> {
  const { data, errors } = await users.as(viewer, query, variables);
  if (errors) throw new Error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`);
  return data.result;
}

async function newPerson(): Promise<Person> {
  const email = `${randomUUID()}@example.org`;
  const { user } = await ask(
    null,
    `mutation ($input: SignUpInput!) { result: signUp(input: $input) { ... on Session { user { id } } } }`,
    { input: { displayName: "Somebody", email, password: PASSWORD } },
  );
  return { userId: user.id, email };
}

const NAME = `__typename
  ... on Organization { id }
  ... on Error { ... on LastOwner { organization { id name } } ... on MembershipLimitReached { limit } }`;

const found = (viewer: Person, name = "Stadthalle"): Promise<Data> =>
  ask(viewer, `mutation ($input: CreateOrganizationInput!) { result: createOrganization(input: $input) { ${NAME} } }`, {
    input: { name, idempotencyKey: randomUUID() },
  });

const set = (viewer: Person & { staff?: boolean }, organizationId: string, userId: string, role: string | null) =>
  ask(
    { memberships: { [organizationId]: "OWNER" }, ...viewer },
    `mutation ($o: ID!, $u: ID!, $r: Role) { result: setMember(organizationId: $o, userId: $u, role: $r) { ${NAME} } }`,
    { o: organizationId, u: userId, r: role },
  );
const leave = (viewer: Person, organizationId: string) =>
  // As a token without the membership says it: it is the database that knows.
  set({ ...viewer, memberships: {} } as never, organizationId, viewer.userId, null);

const erase = (viewer: Person) =>
  ask(
    viewer,
    `mutation ($p: String!) { result: deleteAccount(password: $p) { __typename ... on User { status } ... on LastOwner { organization { id name } } } }`,
    {
      p: PASSWORD,
    },
  );

/** A message of another subgraph, as it comes from its stream; twice, for that may happen. */
async function hear(name: string, body: Record<string, unknown>): Promise<void> {
  for (const _ of ["once", "again"]) {
    const envelope = { messageId: randomUUID(), name, key: "", body, correlationId: null, seq: 1 };
    await consumeBatch(users.running.database, handlers, [envelope as never]);
  }
}

interface Sale {
  orderId: string;
  eventId: string;
  organizationId: string;
}

async function sell(organizationId: string, days: number, tickets = 2): Promise<Sale> {
  const sale = { orderId: randomUUID(), eventId: randomUUID(), organizationId };
  const startsAt = new Date(Date.now() + days * 86_400_000).toISOString();
  const described = { name: "Tosca", place: "Erfurt", endsAt: null, timeZone: "Europe/Berlin" };
  await hear("catalog.EventDescribed", { eventId: sale.eventId, version: 1, startsAt, ...described });
  await hear("orders.OrderConfirmed", { ...sale, buyerId: randomUUID(), total: 1, currency: "EUR", tickets });
  return sale;
}

const agree = (organizationId: string) =>
  change(
    users.running.database.read(),
    sql`update membership set origin = 'ACCEPTED' where organization_id = ${organizationId}`,
  );
const statusOf = async (organizationId: string) =>
  (
    await rows<Data>(users.running.database.read(), sql`select status from organization where id = ${organizationId}`)
  )[0]!.status;

test("being added again and again, also at once, has an end, and takes no place from what a person chooses", async () => {
  const victim = await newPerson();
  const attackers = await Promise.all(Array.from({ length: 4 }, newPerson));
  const organizations = await Promise.all(
    attackers.map(async (attacker) => {
      const made = [];
      for (let index = 0; index < 15; index++) made.push((await found(attacker)).id as string);
      return made.map((id) => ({ id, attacker }));
    }),
  );
  const outcomes = await Promise.all(
    organizations.flat().map(({ id, attacker }) => set(attacker, id, victim.userId, "OWNER")),
  );
  expect(outcomes.filter(({ __typename }) => __typename === "Organization")).toHaveLength(MAX_ADDED_MEMBERSHIPS);
  expect(outcomes.find(({ __typename }) => __typename === "MembershipLimitReached")).toEqual({
    __typename: "MembershipLimitReached",
    limit: MAX_ADDED_MEMBERSHIPS,
  });
  expect(await found(victim)).toMatchObject({ __typename: "Organization" });
  const { id } = organizations[0]![0]!;
  const wasAdded = outcomes[0]!.__typename === "Organization";
  if (wasAdded) expect(await leave(victim, id)).toMatchObject({ __typename: "Organization" });
  expect(await erase(victim)).toEqual({ __typename: "User", status: "DELETED" });
});

test("one founder makes so many organizations a day, and so many in all, also at once", async () => {
  const founder = await newPerson();
  const attempts = await Promise.allSettled(
    Array.from({ length: MAX_ORGANIZATIONS_PER_DAY + 5 }, () => found(founder)),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(MAX_ORGANIZATIONS_PER_DAY);
  expect(attempts.filter(({ status }) => status === "rejected")).toMatchObject(
    Array.from({ length: 5 }, () => ({ reason: { message: expect.stringContaining("RATE_LIMITED") } })),
  );
  const em = users.running.database.read();
  await change(
    em,
    sql`update organization set created_at = created_at - interval '2 days' where founder_id = ${founder.userId}`,
  );
  await change(
    em,
    sql`with made as (insert into organization (id, name) select gen_random_uuid(), 'Old' from generate_series(1, ${MAX_CHOSEN_MEMBERSHIPS - MAX_ORGANIZATIONS_PER_DAY}) returning id)
        insert into membership (organization_id, user_id, role, origin) select id, ${founder.userId}, 'OWNER', 'FOUNDED' from made`,
  );
  expect(await found(founder)).toEqual({ __typename: "MembershipLimitReached", limit: MAX_CHOSEN_MEMBERSHIPS });
});

test("whoever was made the only owner can leave, and staff see the paused organization and appoint another", async () => {
  const [founder, victim, staff, successor] = await Promise.all(Array.from({ length: 4 }, newPerson));
  const { id } = await found(founder!);
  await sell(id, 30);
  await set(founder!, id, victim!.userId, "OWNER");
  expect(await leave(founder!, id)).toMatchObject({ __typename: "Organization" });
  expect(await erase(victim!)).toEqual({ __typename: "User", status: "DELETED" });
  const viewer = { ...staff!, staff: true };
  const paused = async () =>
    (
      await ask(
        viewer,
        `{ result: organizations(status: PAUSED, first: 100) { nodes { id status members { role } } } }`,
      )
    ).nodes.filter((one: Data) => one.id === id);
  expect(await paused()).toEqual([{ id, status: "PAUSED", members: [] }]);
  const appointing = set({ ...viewer, memberships: {} } as never, id, successor!.userId, "OWNER");
  expect(await appointing).toMatchObject({ __typename: "Organization" });
  expect(await paused()).toEqual([]);
  const told = await rows<{ body: Data }>(
    users.running.database.read(),
    sql`select body from outbox where name = 'users.OrganizationStatusChanged' and key = ${id} order by id`,
  );
  expect(told.map(({ body }) => [body.status, body.version])).toEqual([
    ["PAUSED", 1],
    ["ACTIVE", 2],
  ]);
  await expect(set({ ...viewer, memberships: {} } as never, id, staff!.userId, "OWNER")).rejects.toThrow("FORBIDDEN");
});

test("platform staff suspend and resume an organization, owners see the reason, and other subgraphs hear that it may not sell", async () => {
  const [founder, stranger, staff] = await Promise.all(Array.from({ length: 3 }, newPerson));
  const { id } = await found(founder!);
  const viewer = { ...staff!, staff: true };
  const fields = `{ __typename ... on Organization { status suspensionReason } }`;
  const suspend = (by: object, reason = "fraud") =>
    ask(
      by as never,
      `mutation ($id: ID!, $reason: String!) { result: suspendOrganization(organizationId: $id, reason: $reason) ${fields} }`,
      { id, reason },
    );
  const resume = (by: object) =>
    ask(by as never, `mutation ($id: ID!) { result: resumeOrganization(organizationId: $id) ${fields} }`, { id });
  const suspended = { __typename: "Organization", status: "SUSPENDED", suspensionReason: "fraud" };
  for (const by of [founder!, stranger!]) await expect(suspend(by)).rejects.toThrow("FORBIDDEN");
  for (const reason of ["fraud", "another"]) expect(await suspend(viewer, reason)).toEqual(suspended);
  for (const by of [founder!, stranger!]) await expect(resume(by)).rejects.toThrow("FORBIDDEN");
  const listed = (status: string) =>
    ask(viewer, `{ result: organizations(status: ${status}, first: 100) { nodes { id } } }`);
  expect((await listed("SUSPENDED")).nodes).toContainEqual({ id });
  expect((await listed("ACTIVE")).nodes).not.toContainEqual({ id });
  const seenBy = async (role: string, userId: string) =>
    ask(
      { userId, memberships: { [id]: role } } as never,
      `query ($id: ID!) { result: organization(id: $id) { status suspensionReason } }`,
      { id },
    );
  expect(await seenBy("OWNER", founder!.userId)).toEqual({ status: "SUSPENDED", suspensionReason: "fraud" });
  expect(await seenBy("SCANNER", stranger!.userId)).toEqual({ status: "SUSPENDED", suspensionReason: null });
  for (let time = 0; time < 2; time++)
    expect(await resume(viewer)).toEqual({ __typename: "Organization", status: "ACTIVE", suspensionReason: null });
  const told = await rows<{ body: Data }>(
    users.running.database.read(),
    sql`select body from outbox where name = 'users.OrganizationStatusChanged' and key = ${id} order by id`,
  );
  expect(told.map(({ body }) => [body.status, body.version])).toEqual([
    ["PAUSED", 1],
    ["ACTIVE", 2],
  ]);
});

test("what platform staff do to an organization or an account is recorded once with name and reason, and only they read it", async () => {
  const [founder, somebody, staff] = await Promise.all(Array.from({ length: 3 }, newPerson));
  const { id } = await found(founder!);
  const viewer = { ...staff!, staff: true };
  const twice = async (mutation: string) => {
    for (let time = 0; time < 2; time++) await ask(viewer, `mutation { result: ${mutation} { __typename } }`);
  };
  await twice(`suspendOrganization(organizationId: "${id}", reason: "fraud")`);
  await twice(`resumeOrganization(organizationId: "${id}")`);
  await twice(`suspendUser(userId: "${somebody!.userId}", reason: "spam")`);
  await twice(`restoreUser(userId: "${somebody!.userId}")`);
  const recorded = (by: object, thing: string) =>
    ask(by as never, `{ result: ${thing} { interventions { action reason by { id } } } }`);
  const by = { id: staff!.userId };
  const [organization, user] = [`organization(id: "${id}")`, `user(id: "${somebody!.userId}")`];
  expect(await recorded(viewer, organization)).toEqual({
    interventions: [
      { action: "suspendOrganization", reason: "fraud", by },
      { action: "resumeOrganization", reason: null, by },
    ],
  });
  expect(await recorded(viewer, user)).toEqual({
    interventions: [
      { action: "suspendUser", reason: "spam", by },
      { action: "restoreUser", reason: null, by },
    ],
  });
  const owner = { ...founder!, memberships: { [id]: "OWNER" } };
  expect(await recorded(owner, organization)).toEqual({ interventions: null });
  expect(await recorded(somebody!, user)).toEqual({ interventions: null });
});

test("a suspended organization without an owner may not sell until it has an owner and is resumed", async () => {
  const id = randomUUID();
  const { database } = users.running;
  await rows(database.read(), sql`insert into organization (id, name) values (${id}, 'Old')`);
  const by = randomUUID();
  const become = (status: "ACTIVE" | "PAUSED" | "CLOSED") => async (one: Tx) =>
    setOrganizationStatus(one, await lockOrganization(one, id), status);
  const changes = [
    become("PAUSED"),
    (one: Tx) => suspendOrganization(one, { organizationId: id, reason: "fraud", by }),
    become("ACTIVE"),
    (one: Tx) => resumeOrganization(one, { organizationId: id, by }),
    (one: Tx) => suspendOrganization(one, { organizationId: id, reason: "fraud", by }),
    become("CLOSED"),
  ];
  for (const change of changes) await database.transaction(change);
  const told = await rows<{ body: Data }>(
    database.read(),
    sql`select body from outbox where name = 'users.OrganizationStatusChanged' and key = ${id} order by id`,
  );
  expect(told.map(({ body }) => body.status)).toEqual(["PAUSED", "PAUSED", "PAUSED", "ACTIVE", "PAUSED", "CLOSED"]);
  await expect(database.transaction((one) => resumeOrganization(one, { organizationId: id, by }))).rejects.toThrow(
    "organization",
  );
});

test("a founder keeps an organization that has valid tickets for a future date, and is told which", async () => {
  const founder = await newPerson();
  const { id } = await found(founder, "Oper Erfurt");
  const sale = await sell(id, 30);
  const refused = { __typename: "LastOwner", organization: { id, name: "Oper Erfurt" } };
  expect(await leave(founder, id)).toEqual(refused);
  expect(await erase(founder)).toEqual(refused);
  const cancellationId = randomUUID();
  const returned = { cancellationId, ...sale, tickets: 2, amount: 1, currency: "EUR", at: new Date().toISOString() };
  await hear("orders.TicketsCancelled", returned);
  expect(await leave(founder, id)).toMatchObject({ __typename: "Organization" });
  expect(await statusOf(id)).toBe("CLOSED");
});

test("tickets for a date that is over keep nobody; an order, a refund or a dispute under way does", async () => {
  const founder = await newPerson();
  const { id } = await found(founder);
  const sale = await sell(id, -2);
  const { orderId } = sale;
  const [paymentId, refundId, disputeId, pending] = Array.from({ length: 4 }, () => randomUUID());
  const stays = async () => expect(await leave(founder, id)).toMatchObject({ __typename: "LastOwner" });
  await hear("orders.RefundRequested", { refundId, orderId, paymentId, amount: 1, reason: "ill" });
  await stays();
  await hear("payments.PaymentRefunded", { refundId, orderId, paymentId, amount: 1 });
  await hear("payments.PaymentDisputed", { disputeId, orderId, paymentId, amount: 1 });
  await stays();
  await hear("payments.DisputeEnded", { disputeId, orderId, paymentId, isLost: false, amount: 0 });
  const card = { fingerprint: "x", riskLevel: "normal" };
  const paid = {
    ...sale,
    orderId: pending,
    buyerId: randomUUID(),
    paymentId,
    amount: 1,
    currency: "EUR",
    seatCount: 1,
  };
  await hear("orders.OrderPaid", { ...paid, card });
  await stays();
  await hear("orders.OrderEnded", { orderId: pending, status: "DECLINED" });
  // What comes late changes nothing.
  await hear("orders.OrderPaid", { ...paid, card });
  expect(await erase(founder)).toEqual({ __typename: "User", status: "DELETED" });
  expect(await statusOf(id)).toBe("CLOSED");
});

test("an organization from before its sales were counted, or an event without known times, is taken to owe something", async () => {
  const founder = await newPerson();
  const [old, unknown] = [(await found(founder)).id, (await found(founder)).id];
  await change(users.running.database.read(), sql`update organization set sales_known = false where id = ${old}`);
  const order = { orderId: randomUUID(), eventId: randomUUID(), organizationId: unknown, buyerId: randomUUID() };
  await hear("orders.OrderConfirmed", { ...order, total: 1, currency: "EUR" });
  for (const id of [old, unknown]) expect(await leave(founder, id)).toMatchObject({ __typename: "LastOwner" });
});

test("of two owners who leave at once one stays while something is owed; nobody joins what is closed", async () => {
  const [one, two] = [await newPerson(), await newPerson()];
  const { id } = await found(one);
  await set(one, id, two.userId, "OWNER");
  await agree(id);
  const sale = await sell(id, 30);
  const outcomes = await Promise.all([leave(one, id), leave(two, id)]);
  expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(["LastOwner", "Organization"]);
  const last = outcomes[0]!.__typename === "LastOwner" ? one : two;
  const input = { organizationId: id, email: two.email, role: "OWNER", idempotencyKey: randomUUID() };
  const { token } = await ask(
    { ...last, memberships: { [id]: "OWNER" } },
    `mutation ($input: InviteMemberInput!) { result: inviteMember(input: $input) { ... on Invitation { token } } }`,
    { input },
  );
  const at = new Date().toISOString();
  const returned = { cancellationId: randomUUID(), ...sale, tickets: 2, amount: 1, currency: "EUR", at };
  await hear("orders.TicketsCancelled", returned);
  const accept = () =>
    ask(two, `mutation ($t: String!) { result: acceptInvitation(token: $t) { ${NAME} } }`, { t: token });
  await Promise.all([leave(last, id), accept()]);
  const members = await rows<Data>(
    users.running.database.read(),
    sql`select role from membership where organization_id = ${id}`,
  );
  // Whichever came first: an owner who is there, or nobody in what is closed.
  expect([await statusOf(id), members.length]).toEqual(members.length > 0 ? ["ACTIVE", 1] : ["CLOSED", 0]);
  if (members.length === 0) expect(await accept()).toMatchObject({ __typename: "NotFound" });
  expect(await set(one, id, two.userId, "OWNER")).toMatchObject(
    members.length > 0 ? { __typename: "Organization" } : { __typename: "NotFound" },
  );
});
