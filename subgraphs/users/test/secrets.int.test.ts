import { hkdfSync, randomUUID } from "node:crypto";
import { CompactEncrypt } from "jose";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { Data } from "../../../local/client.ts";
import { unseal } from "../credentials/sealing.ts";

const [OLD, NEXT] = ["an-old-secret-of-the-users-subgraph", "the-next-secret-of-the-users-subgraph"];
const PASSWORD = "correct horse battery";

let users: Alone;
let changed: string;
let userId: string;
let refreshToken: string;
beforeAll(async () => {
  users = await startAlone("users", { USERS_SECRET: OLD, USERS_SECRET_ALSO: NEXT });
  const input = { displayName: "Ada", email: `${randomUUID()}@example.org`, password: PASSWORD };
  const session = await ask(
    `mutation ($input: SignUpInput!) { result: signUp(input: $input) { ... on Session { refreshToken user { id } } } }`,
    { input },
  );
  refreshToken = session.refreshToken;
  userId = session.user.id;
  // The running process derives and seals with the old secret; this one with the next.
  changed = (await users.replicate({ USERS_SECRET: NEXT, USERS_SECRET_ALSO: OLD })).url;
});
afterAll(() => users.stop());

async function ask(query: string, variables: Record<string, unknown>, url?: string): Promise<Data> {
  const { data, errors } = await users.as(
    userId ? { userId } : null,
    query,
    variables,
    url === undefined ? {} : { url },
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.result;
}

const refresh = async (token: string, url?: string): Promise<string> =>
  (
    await ask(
      `mutation ($t: String!) { result: refreshSession(refreshToken: $t) { ... on Session { refreshToken accessToken } } }`,
      { t: token },
      url,
    )
  ).refreshToken;

test("a repeat gets the same token from either, whichever was asked first", async () => {
  const second = await refresh(refreshToken);
  expect(await refresh(refreshToken, changed)).toBe(second);
  const third = await refresh(second, changed);
  expect(await refresh(second)).toBe(third);
  expect(await refresh(third)).toEqual(expect.any(String));
});

test("an invitation keeps its token", async () => {
  const { id: organizationId } = await ask(
    `mutation ($input: CreateOrganizationInput!) { result: createOrganization(input: $input) { ... on Organization { id } } }`,
    { input: { name: "Hall", idempotencyKey: randomUUID() } },
  );
  const input = { organizationId, email: "bob@example.org", role: "MANAGER", idempotencyKey: randomUUID() };
  const invite = (url?: string) =>
    users.as(
      { userId, memberships: { [organizationId]: "OWNER" } },
      `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on Invitation { token } ... on Error { message } } }`,
      { input },
      url === undefined ? {} : { url },
    );
  const { data } = await invite();
  expect(data.inviteMember.token).toEqual(expect.any(String));
  expect((await invite(changed)).data).toEqual(data);
});

async function signUp(url: string): Promise<Data> {
  const input = { displayName: "Bob", email: `${randomUUID()}@example.org`, password: PASSWORD };
  return ask(
    `mutation ($input: SignUpInput!) { result: signUp(input: $input) { ... on Session { accessToken } } }`,
    { input },
    url,
  );
}

test("once every process has the next secret, the old one is needed no more", async () => {
  const { url } = await users.replicate({ USERS_SECRET: NEXT, USERS_SECRET_ALSO: "" });
  expect((await signUp(url)).accessToken).toMatch(/^ey/);
});

test("with another secret than what is sealed was sealed with, it does not start, and says what to set", async () => {
  await expect(users.replicate({ USERS_SECRET: "x".repeat(32), USERS_SECRET_ALSO: "" })).rejects.toThrow(
    /USERS_SECRET: set that secret, or pass it as USERS_SECRET_ALSO during a change/,
  );
});

test("signing keys that a later version has sealed as JWE are used, and follow the secret", async () => {
  const { database } = users.running;
  const keyOf = (secret: string) => Buffer.from(hkdfSync("sha256", secret, "", "seal signing keys", 32));
  const stored = () =>
    rows<{ kid: string; sealed: string }>(
      database.read(),
      sql`select kid, sealed_private_key as sealed from signing_key`,
    );
  const plain: Record<string, string> = {};
  for (const { kid, sealed } of await stored()) {
    plain[kid] = await unseal(sealed, [keyOf(NEXT)]);
    const header = { alg: "dir", enc: "A256GCM" };
    const jwe = await new CompactEncrypt(Buffer.from(plain[kid])).setProtectedHeader(header).encrypt(keyOf(NEXT));
    await database.transaction((tx) =>
      rows(tx, sql`update signing_key set sealed_private_key = ${jwe} where kid = ${kid}`),
    );
  }
  const { url } = await users.replicate({ USERS_SECRET: NEXT, USERS_SECRET_ALSO: "" });
  expect((await signUp(url)).accessToken).toMatch(/^ey/);
  expect((await stored()).every(({ sealed }) => sealed.startsWith("ey"))).toBe(true);

  await users.replicate({ USERS_SECRET: OLD, USERS_SECRET_ALSO: NEXT });
  for (const { kid, sealed } of await stored()) expect(await unseal(sealed, [keyOf(OLD)])).toBe(plain[kid]);
});
