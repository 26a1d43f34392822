// Added memberships harm no one, and an organization with open obligations keeps an owner.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";
import { MAX_ADDED_MEMBERSHIPS, MAX_CHOSEN_MEMBERSHIPS, MAX_ORGANIZATIONS_PER_DAY } from "../entities/membership.ts";
import {
  agree,
  ask,
  erase,
  found,
  hear,
  leave,
  NAME,
  newPerson,
  sell,
  set,
  startUsers,
  statusOf,
  stopUsers,
  users,
} from "./organizations.ts";

beforeAll(startUsers);
afterAll(stopUsers);

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

test("a founder keeps an organization that has valid tickets for a future date, and the answer names them", async () => {
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
  // A late message changes nothing.
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
  // Both orders are valid: an owner remains, or the organization is closed without members.
  expect([await statusOf(id), members.length]).toEqual(members.length > 0 ? ["ACTIVE", 1] : ["CLOSED", 0]);
  if (members.length === 0) expect(await accept()).toMatchObject({ __typename: "NotFound" });
  expect(await set(one, id, two.userId, "OWNER")).toMatchObject(
    members.length > 0 ? { __typename: "Organization" } : { __typename: "NotFound" },
  );
});
