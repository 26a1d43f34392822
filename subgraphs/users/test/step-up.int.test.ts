// Dangerous mutations need a recent proof of identity, and owners and platform staff a second factor.
import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { buildSchema, isUnionType } from "graphql";
import type { Data } from "../../../local/client.ts";
import { change, sql } from "../../../platform/postgres/sql.ts";
import { missingFor, STEP_UPS, type Standing, type StepUp } from "../access.ts";
import { accountOf, ask, PASSWORD, signIn, signUp, startUsers, stopUsers, users, type Account } from "./accounts.ts";
import { codeOf, elevate, protect } from "./factors.ts";

beforeAll(startUsers);
afterAll(stopUsers);
afterEach(() => users.advance(0));

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const RESULT = "__typename ... on ElevationRequired { message reason }";

interface Owner extends Account {
  organizationId: string;
  memberships: Record<string, "OWNER">;
}

async function newOwner(account?: Account): Promise<Owner> {
  const owner = account ?? (await signUp(`${randomUUID()}@counts.example`));
  const { id } = await ask(
    owner,
    `mutation ($input: CreateOrganizationInput!) { result: createOrganization(input: $input) { ... on Organization { id } } }`,
    { input: { name: "Stadthalle", idempotencyKey: randomUUID() } },
  );
  return { ...owner, organizationId: id, memberships: { [id]: "OWNER" } };
}

const setRole = (owner: Owner, userId: string, role: string | null): Promise<Data> =>
  ask(
    owner,
    `mutation ($o: ID!, $u: ID!, $r: Role) { result: setMember(organizationId: $o, userId: $u, role: $r) { ${RESULT} } }`,
    { o: owner.organizationId, u: userId, r: role },
  );
const invite = (owner: Owner, role: string): Promise<Data> =>
  ask(owner, `mutation ($input: InviteMemberInput!) { result: inviteMember(input: $input) { ${RESULT} } }`, {
    input: {
      organizationId: owner.organizationId,
      email: `${randomUUID()}@counts.example`,
      role,
      idempotencyKey: randomUUID(),
    },
  });

/** Each dangerous mutation, asked so that it succeeds but for the proof. */
const ASKED: Record<StepUp, (owner: Owner) => Promise<Data>> = {
  changeEmail: (owner) =>
    ask(owner, `mutation ($input: ChangeEmailInput!) { result: changeEmail(input: $input) { ${RESULT} } }`, {
      input: { email: `${randomUUID()}@counts.example`, password: PASSWORD },
    }),
  changePassword: (owner) =>
    ask(owner, `mutation ($input: ChangePasswordInput!) { result: changePassword(input: $input) { ${RESULT} } }`, {
      input: { currentPassword: PASSWORD, newPassword: PASSWORD },
    }),
  enrollTotp: (owner) => ask(owner, `mutation { result: enrollTotp { ${RESULT} } }`),
  passkeyOptions: (owner) => ask(owner, `mutation { result: passkeyOptions(purpose: ADD) { ${RESULT} } }`),
  removePasskey: (owner) => ask(owner, `mutation { result: removePasskey(id: "unknown") { ${RESULT} } }`),
  disableTotp: (owner) => ask(owner, `mutation { result: disableTotp { ${RESULT} } }`),
  renewRecoveryCodes: (owner) => ask(owner, `mutation { result: renewRecoveryCodes { ${RESULT} } }`),
  setMember: async (owner) => setRole(owner, (await signUp()).userId, "OWNER"),
  inviteMember: (owner) => invite(owner, "OWNER"),
  createApiKey: (owner) =>
    ask(owner, `mutation ($input: CreateApiKeyInput!) { result: createApiKey(input: $input) { ${RESULT} } }`, {
      input: { organizationId: owner.organizationId, name: "Shop", role: "MANAGER", scopes: ["org:read"] },
    }),
};
const mutations = Object.keys(STEP_UPS) as StepUp[];
const takesPassword = (mutation: StepUp) => STEP_UPS[mutation] === "PASSWORD";

test("the table has every mutation that may return ElevationRequired, and no other", () => {
  const schema = buildSchema(readFileSync(new URL("../../../schema/api.graphql", import.meta.url), "utf8"));
  const answering = Object.values(schema.getMutationType()!.getFields()).filter(({ type }) => {
    const result = schema.getType(String(type).replace(/!/g, ""));
    return isUnionType(result) && result.getTypes().some(({ name }) => name === "ElevationRequired");
  });
  expect(answering.map(({ name }) => name).sort()).toEqual([...mutations].sort());
  expect(Object.keys(ASKED).sort()).toEqual([...mutations].sort());
});

const standings = (isRecent: boolean, hasFactor: boolean, mustHaveFactor: boolean): Standing => ({
  isRecent,
  hasFactor,
  mustHaveFactor,
});
test.each([
  ["PASSWORD", "changeEmail", standings(false, false, false), undefined],
  ["PASSWORD", "changeEmail", standings(true, false, true), "ENROLL_FACTOR"],
  ["PASSWORD", "changeEmail", standings(false, true, true), undefined],
  ["RECENT", "disableTotp", standings(true, true, true), undefined],
  ["RECENT", "disableTotp", standings(false, true, true), "CONFIRM_IDENTITY"],
  ["RECENT", "disableTotp", standings(false, false, true), "ENROLL_FACTOR"],
  ["ENROLL", "enrollTotp", standings(true, false, true), undefined],
  ["ENROLL", "enrollTotp", standings(false, false, true), "CONFIRM_IDENTITY"],
  ["OWNER", "setMember", standings(true, false, false), undefined],
  ["OWNER", "setMember", standings(false, false, false), "CONFIRM_IDENTITY"],
] as const)("a mutation of kind %s, such as %s, in standing %j misses %s", (kind, mutation, standing, missing) => {
  expect(STEP_UPS[mutation]).toBe(kind);
  expect(missingFor(mutation, standing)).toBe(missing);
});

test.each(mutations)("%s is done right after sign-in; later it needs a proof of identity", async (mutation) => {
  const owner = await newOwner(await protect(await signUp(`${randomUUID()}@counts.example`)));
  expect((await ASKED[mutation](owner)).__typename).not.toBe("ElevationRequired");
  const stale = await newOwner(await protect(await signUp(`${randomUUID()}@counts.example`)));
  await users.advance(10 * MINUTE + 1);
  const later = await ASKED[mutation](stale);
  if (takesPassword(mutation)) return expect(later.__typename).toBe("User");
  expect(later).toEqual({
    __typename: "ElevationRequired",
    reason: "CONFIRM_IDENTITY",
    message: expect.stringContaining("elevate"),
  });
  expect((await elevate(stale, { password: "wrong guess" })).__typename).toBe("CredentialsRejected");
  expect((await ASKED[mutation](stale)).__typename).toBe("ElevationRequired");
  expect((await elevate(stale, { password: PASSWORD })).__typename).toBe("User");
  expect((await ASKED[mutation](stale)).__typename).not.toBe("ElevationRequired");
});

test("a code of the authenticator app and a recovery code are proofs, in their own session, for ten minutes", async () => {
  const ada = await protect(await signUp(`${randomUUID()}@counts.example`));
  const owner = await newOwner(ada);
  await users.advance(11 * MINUTE);
  expect((await ASKED.inviteMember(owner)).reason).toBe("CONFIRM_IDENTITY");
  await elevate(owner, { totp: await codeOf(ada.secret) });
  expect((await ASKED.inviteMember(owner)).__typename).toBe("Invitation");
  await users.advance(22 * MINUTE);
  expect((await ASKED.inviteMember(owner)).reason).toBe("CONFIRM_IDENTITY");
  await elevate(owner, { recoveryCode: ada.recoveryCodes[0] });
  expect((await ASKED.inviteMember(owner)).__typename).toBe("Invitation");
});

test("other roles than OWNER need no proof", async () => {
  const owner = await newOwner();
  const member = await signUp();
  await users.advance(11 * MINUTE);
  for (const role of ["MANAGER", "AUDITOR", null])
    expect((await setRole(owner, member.userId, role)).__typename).toBe("Organization");
  expect((await invite(owner, "MANAGER")).__typename).toBe("Invitation");
});

test("taking the role from an owner, or leaving as one, needs a proof", async () => {
  const owner = await newOwner();
  const other = await signUp();
  expect((await setRole(owner, other.userId, "OWNER")).__typename).toBe("Organization");
  await users.advance(11 * MINUTE);
  expect((await setRole(owner, other.userId, "MANAGER")).reason).toBe("CONFIRM_IDENTITY");
  expect((await setRole(owner, other.userId, null)).reason).toBe("CONFIRM_IDENTITY");
  expect((await setRole(owner, owner.userId, null)).reason).toBe("CONFIRM_IDENTITY");
  // What is true already changes nothing.
  expect((await setRole(owner, other.userId, "OWNER")).__typename).toBe("Organization");
});

test("a session from before sign-ins were recorded counts from its beginning", async () => {
  const owner = await newOwner();
  await change(
    users.running.database.read(),
    sql`update session set amr = '{}', auth_time = null where id = ${owner.sessionId}`,
  );
  expect((await ASKED.inviteMember(owner)).__typename).toBe("Invitation");
  await users.advance(11 * MINUTE);
  expect((await ASKED.inviteMember(owner)).reason).toBe("CONFIRM_IDENTITY");
});

describe("an owner without a second factor", () => {
  test("is refused dangerous mutations after 14 days, until one is enabled; all others still work", async () => {
    const owner = await newOwner();
    await users.advance(13 * DAY);
    await elevate(owner, { password: PASSWORD });
    expect((await ASKED.inviteMember(owner)).__typename).toBe("Invitation");
    await users.advance(15 * DAY);
    const session = { ...owner, ...accountOf(owner.email, await signIn(owner.email)) };
    for (const mutation of mutations.filter((one) => STEP_UPS[one] !== "ENROLL"))
      expect(await ASKED[mutation](session)).toMatchObject({
        reason: "ENROLL_FACTOR",
        message: expect.stringContaining("enrollTotp"),
      });
    expect((await invite(session, "SCANNER")).__typename).toBe("Invitation");
    await protect(session);
    expect((await ASKED.inviteMember(session)).__typename).toBe("Invitation");
  });

  test("has 14 days from when they became owner", async () => {
    const [owner, other] = [await newOwner(), await signUp(`${randomUUID()}@counts.example`)];
    await setRole(owner, other.userId, "MANAGER");
    await users.advance(20 * DAY);
    const later = { ...owner, ...accountOf(owner.email, await signIn(owner.email)) };
    await protect(later);
    await setRole(later, other.userId, "OWNER");
    const promoted = { ...later, ...accountOf(other.email, await signIn(other.email)) };
    expect((await ASKED.inviteMember(promoted)).__typename).toBe("Invitation");
    await users.advance(35 * DAY);
    const again = { ...later, ...accountOf(other.email, await signIn(other.email)) };
    expect((await ASKED.inviteMember(again)).reason).toBe("ENROLL_FACTOR");
    await setRole({ ...later, ...(await elevated(later)) }, other.userId, "MANAGER");
    expect((await ASKED.changePassword(again)).__typename).toBe("User");
  });

  async function elevated(account: Account): Promise<Account> {
    await elevate(account, { password: PASSWORD });
    return account;
  }
});

test("platform staff need a second factor from 14 days after they were named", async () => {
  const chief = await signUp(`${randomUUID()}@counts.example`);
  const { url } = await users.replicate({ PLATFORM_STAFF: chief.userId });
  await users.replicate({ PLATFORM_STAFF: `${chief.userId}, nonsense` });
  const changePassword = async (session: Account) =>
    (
      await users.as(
        { ...session, staff: true },
        `mutation ($input: ChangePasswordInput!) { result: changePassword(input: $input) { ${RESULT} } }`,
        { input: { currentPassword: PASSWORD, newPassword: PASSWORD } },
        { url },
      )
    ).data.result;
  await users.advance(13 * DAY);
  expect((await changePassword(chief)).__typename).toBe("User");
  await users.advance(15 * DAY);
  expect((await changePassword(chief)).reason).toBe("ENROLL_FACTOR");
  // A new factor ends all other sessions.
  const session = accountOf(chief.email, await signIn(chief.email));
  await protect(session);
  expect((await changePassword(session)).__typename).toBe("User");
});
