// Apps of organizations: who adds and removes them, and what is refused.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { hashToken } from "../credentials/tokens.ts";
import { ask, signUp, startUsers, stopUsers, users, type Account } from "./accounts.ts";

beforeAll(startUsers);
afterAll(stopUsers);

const APP = `__typename ... on App { id name redirectUris isPublic secret } ... on Error { message }`;
const CALLBACK = "https://app.example/callback";

interface Owner extends Account {
  organizationId: string;
  memberships: Record<string, "OWNER">;
}

async function newOwner(): Promise<Owner> {
  const owner = await signUp(`${randomUUID()}@counts.example`);
  const { id } = await ask(
    owner,
    `mutation ($input: CreateOrganizationInput!) { result: createOrganization(input: $input) { ... on Organization { id } } }`,
    { input: { name: "Hall", idempotencyKey: randomUUID() } },
  );
  return { ...owner, organizationId: id, memberships: { [id]: "OWNER" } };
}

const inputOf = (owner: Owner, rest: object = {}) => ({
  organizationId: owner.organizationId,
  name: "Calendar",
  redirectUris: [CALLBACK],
  idempotencyKey: randomUUID(),
  ...rest,
});
const CREATE = `mutation ($input: CreateAppInput!) { result: createApp(input: $input) { ${APP} } }`;
const create = (owner: Owner, rest: object = {}): Promise<Data> => ask(owner, CREATE, { input: inputOf(owner, rest) });

const appsOf = async (viewer: Owner, organizationId = viewer.organizationId): Promise<Data[]> =>
  (
    await ask(viewer, `query ($id: ID!) { result: organization(id: $id) { apps { id name secret isPublic } } }`, {
      id: organizationId,
    })
  ).apps;

test("an owner gets the secret of an app once, and a retry the same; only its hash is stored", async () => {
  const owner = await newOwner();
  const input = inputOf(owner);
  const first = await ask(owner, CREATE, { input });
  expect(first).toMatchObject({ __typename: "App", name: "Calendar", redirectUris: [CALLBACK], isPublic: false });
  expect(await ask(owner, CREATE, { input })).toEqual(first);
  expect(await appsOf(owner)).toEqual([{ id: first.id, name: "Calendar", secret: null, isPublic: false }]);
  const [stored] = await rows<{ secretHash: string }>(
    users.running.database.read(),
    sql`select secret_hash from oauth_client where id = ${first.id}`,
  );
  expect(stored!.secretHash).toBe(hashToken(first.secret));
  expect(await ask(owner, CREATE, { input: { ...input, name: "Other" } })).toMatchObject({
    __typename: "IdempotencyKeyReused",
  });
});

test("an app that can't keep a secret has none", async () => {
  const owner = await newOwner();
  expect(await create(owner, { isPublic: true })).toMatchObject({ isPublic: true, secret: null });
});

test.each([
  "http://app.example/callback",
  "https://app.example/callback#part",
  "https://*.example/callback",
  "https://app.example/callback*",
  "https://user@app.example/callback",
  "https://user:pass@app.example/callback",
  "https://app.example/a/../callback",
  "https://APP.example/callback",
  "https://app.example:443/callback",
  "https://app.example\\@evil.example/callback",
  "javascript:alert(1)",
  "data:text/html,x",
  "com.example.app:/callback",
  "//app.example/callback",
  "callback",
  "",
  `https://app.example/${"x".repeat(500)}`,
])("refuses %j as an address of an app", async (uri) => {
  const owner = await newOwner();
  for (const field of [
    { redirectUris: [CALLBACK, uri] },
    { postLogoutRedirectUris: [uri] },
    { backchannelLogoutUri: uri },
  ]) {
    const { errors } = await users.as(owner, CREATE, { input: inputOf(owner, field) });
    expect(errors![0]!.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      field: expect.stringContaining(`input.${Object.keys(field)[0]}`),
    });
  }
});

test.each([
  "http://localhost:3000/callback",
  "http://127.0.0.1:3000/callback",
  "http://[::1]:3000/callback",
  "https://app.example/?a=b",
])("accepts %s", async (uri) =>
  expect((await create(await newOwner(), { redirectUris: [uri] })).__typename).toBe("App"),
);

test("an organization has at most 20 apps, however many are added at once; a removed one makes room", async () => {
  const owner = await newOwner();
  const all = await Promise.all(Array.from({ length: 23 }, () => create(owner)));
  expect(all.filter(({ __typename }) => __typename === "App")).toHaveLength(20);
  expect(all.filter(({ __typename }) => __typename === "AppLimitReached")).toHaveLength(3);
  const { id } = all.find(({ __typename }) => __typename === "App")!;
  const remove = () => ask(owner, `mutation ($id: ID!) { result: removeApp(id: $id) { __typename } }`, { id });
  expect(await remove()).toEqual({ __typename: "Organization" });
  expect(await remove()).toEqual({ __typename: "NotFound" });
  expect((await create(owner)).__typename).toBe("App");
});

test("only owners see, add and remove apps of their organization", async () => {
  const [owner, other] = [await newOwner(), await newOwner()];
  const { id } = await create(owner);
  expect(await appsOf(other, owner.organizationId)).toEqual([]);
  const manager = { ...other, memberships: { [owner.organizationId]: "MANAGER" } };
  const removed = `mutation ($id: ID!) { result: removeApp(id: $id) { __typename } }`;
  expect((await users.as(other, removed, { id })).data.result.__typename).toBe("NotFound");
  expect((await users.as(manager, removed, { id })).errors![0]!.extensions.code).toBe("FORBIDDEN");
  const added = await users.as(manager, CREATE, { input: inputOf(owner) });
  expect(added.errors![0]!.extensions.code).toBe("FORBIDDEN");
});
