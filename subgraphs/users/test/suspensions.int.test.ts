// Suspensions by platform staff last until staff end them, and are recorded.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import {
  lockOrganization,
  resumeOrganization,
  setOrganizationStatus,
  suspendOrganization,
} from "../commands/organization-status.ts";
import { ask, found, newPerson, startUsers, stopUsers, users } from "./organizations.ts";

beforeAll(startUsers);
afterAll(stopUsers);

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

test("the time zone of an organization is UTC, or the one it was created with, until a manager sets another, and each is published", async () => {
  const founder = await newPerson();
  const create = (timeZone?: string) =>
    ask(
      founder,
      `mutation ($i: CreateOrganizationInput!) { result: createOrganization(input: $i) { ... on Organization { id timeZone } } }`,
      { i: { name: "Stadthalle", timeZone, idempotencyKey: randomUUID() } },
    );
  const set = (id: string, role: string, timeZone: string) =>
    ask(
      { ...founder, memberships: { [id]: role } } as never,
      `mutation ($i: OrganizationTimeZoneInput!) { result: setOrganizationTimeZone(input: $i) { __typename ... on Organization { timeZone } } }`,
      { i: { organizationId: id, timeZone } },
    );
  const published = async (id: string) =>
    (
      await rows<{ body: Data }>(
        users.running.database.read(),
        sql`select body from outbox where name = 'users.OrganizationTimeZoneSet' and key = ${id} order by id`,
      )
    ).map(({ body }) => [body.timeZone, body.version]);
  const plain = await create();
  expect([plain.timeZone, await published(plain.id)]).toEqual(["UTC", []]);
  const { id, timeZone } = await create("Asia/Kathmandu");
  expect([timeZone, await published(id)]).toEqual(["Asia/Kathmandu", [["Asia/Kathmandu", 0]]]);
  await expect(set(id, "BOX_OFFICE", "Europe/Berlin")).rejects.toThrow("FORBIDDEN");
  await expect(set(id, "MANAGER", "Europe/Erfurt")).rejects.toThrow("BAD_USER_INPUT");
  for (let time = 0; time < 2; time++)
    expect(await set(id, "MANAGER", "Europe/Berlin")).toEqual({
      __typename: "Organization",
      timeZone: "Europe/Berlin",
    });
  expect(await published(id)).toEqual([
    ["Asia/Kathmandu", 0],
    ["Europe/Berlin", 1],
    ["Europe/Berlin", 2],
  ]);
  const entries = await rows(
    users.running.database.read(),
    sql`select action from audit_entry where subject = ${id} and action = 'setOrganizationTimeZone'`,
  );
  expect(entries).toHaveLength(1);
});
