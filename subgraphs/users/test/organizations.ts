// People and organizations, with the users subgraph alone, and messages about sales.
import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { Data } from "../../../local/client.ts";
import { consumeBatch } from "../../../platform/messaging/inbox.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";

const PASSWORD = "correct horse battery";

export let users: Alone;
export async function startUsers(): Promise<void> {
  users = await startAlone("users");
}
export const stopUsers = () => users.stop();

export interface Person extends Record<string, unknown> {
  userId: string;
  sessionId: string;
  email: string;
}

export async function ask(viewer: Record<string, unknown> | null, query: string, variables = {}): Promise<Data> {
  const { data, errors } = await users.as(viewer, query, variables);
  if (errors) throw new Error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`);
  return data.result;
}

export async function newPerson(): Promise<Person> {
  const email = `${randomUUID()}@example.org`;
  const { user, accessToken } = await ask(
    null,
    `mutation ($input: SignUpInput!) { result: signUp(input: $input) { ... on Session { accessToken user { id } } } }`,
    { input: { displayName: "Somebody", email, password: PASSWORD } },
  );
  return { userId: user.id, sessionId: String(decodeJwt(accessToken).sid), email };
}

export const NAME = `__typename
  ... on Organization { id }
  ... on Error { ... on LastOwner { organization { id name } } ... on MembershipLimitReached { limit } }`;

export const found = (viewer: Person, name = "Stadthalle"): Promise<Data> =>
  ask(viewer, `mutation ($input: CreateOrganizationInput!) { result: createOrganization(input: $input) { ${NAME} } }`, {
    input: { name, idempotencyKey: randomUUID() },
  });

export const set = (
  viewer: Person & { staff?: boolean },
  organizationId: string,
  userId: string,
  role: string | null,
) =>
  ask(
    { memberships: { [organizationId]: "OWNER" }, ...viewer },
    `mutation ($o: ID!, $u: ID!, $r: Role) { result: setMember(organizationId: $o, userId: $u, role: $r) { ${NAME} } }`,
    { o: organizationId, u: userId, r: role },
  );
export const leave = (viewer: Person, organizationId: string) =>
  // As with a token that lacks the membership: the database decides.
  set({ ...viewer, memberships: {} } as never, organizationId, viewer.userId, null);

export const erase = (viewer: Person) =>
  ask(
    viewer,
    `mutation ($p: String!) { result: deleteAccount(password: $p) { __typename ... on User { status } ... on LastOwner { organization { id name } } } }`,
    {
      p: PASSWORD,
    },
  );

/** Delivers a message of another subgraph twice, as its stream may do. */
export async function hear(name: string, body: Record<string, unknown>): Promise<void> {
  for (const _ of ["once", "again"]) {
    const envelope = { messageId: randomUUID(), name, key: "", body, correlationId: null, seq: 1 };
    await consumeBatch(users.running.database, users.running.handlers, [envelope as never]);
  }
}

interface Sale {
  orderId: string;
  eventId: string;
  organizationId: string;
}

export async function sell(organizationId: string, days: number, tickets = 2): Promise<Sale> {
  const sale = { orderId: randomUUID(), eventId: randomUUID(), organizationId };
  const startsAt = new Date(Date.now() + days * 86_400_000).toISOString();
  const described = { name: "Tosca", place: "Erfurt", endsAt: null, timeZone: "Europe/Berlin" };
  await hear("catalog.EventDescribed", { eventId: sale.eventId, version: 1, startsAt, ...described });
  await hear("orders.OrderConfirmed", { ...sale, buyerId: randomUUID(), total: 1, currency: "EUR", tickets });
  return sale;
}

export const agree = (organizationId: string) =>
  change(
    users.running.database.read(),
    sql`update membership set origin = 'ACCEPTED' where organization_id = ${organizationId}`,
  );
export const statusOf = async (organizationId: string) =>
  (
    await rows<Data>(users.running.database.read(), sql`select status from organization where id = ${organizationId}`)
  )[0]!.status;
