// Mailed codes verify addresses.
import { randomUUID } from "node:crypto";
import { startAlone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";
import { rawSql, row, rows, sql } from "../../../platform/postgres/sql.ts";
import {
  accountOf,
  ask,
  changeEmail,
  codeTo,
  lettersTo,
  mail,
  ME,
  noMailWaits,
  PASSWORD,
  request,
  SIGN_UP,
  signIn,
  signUp,
  startUsers,
  stopUsers,
  use,
  users,
  viewerOf,
  type Account,
} from "./accounts.ts";

beforeAll(startUsers);
afterAll(stopUsers);
afterEach(() => mail.refuse(null));

const wrong = (code: string) => (code.startsWith("2") ? "3" : "2") + code.slice(1);

test("a new account's address is verified by the code that was mailed to it, however it is typed", async () => {
  const ada = await signUp();
  const before = await ask(ada, ME);
  expect(before).toMatchObject({ email: ada.email, emailVerified: false, pendingEmail: null });
  expect(await viewerOf(ada)).toMatchObject({ verified: false, proven: false });
  const code = await codeTo(ada.email);
  expect(await use(ada, before.emailCode.id, ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)).toEqual({
    __typename: "User",
  });
  expect(await ask(ada, ME)).toMatchObject({ emailVerified: true, emailCode: null });
  expect(await viewerOf(ada)).toMatchObject({ verified: true, proven: true });
});

test("the mail is in the person's language, and says nothing that somebody wrote", async () => {
  const ada = await signUp(undefined, { locale: "de-AT" });
  const code = await codeTo(ada.email);
  const [notification] = await lettersTo(ada.email);
  expect(notification).toMatchObject({ subject: `${code} ist Ihr Code`, to: [{ address: ada.email, name: "" }] });
  expect(`${notification!.text} ${notification!.html}`).not.toContain("evil");
});

test("a code is good once, and whoever repeats the request gets the same answer", async () => {
  const ada = await signUp();
  const { id } = (await ask(ada, ME)).emailCode;
  const code = await codeTo(ada.email);
  const answers = await Promise.all([use(ada, id, code, "same"), use(ada, id, code, "same"), use(ada, id, code)]);
  expect(answers.slice(0, 2).map(({ __typename }) => __typename)).toEqual(
    answers[2].__typename === "User" ? ["CodeRejected", "CodeRejected"] : ["User", "User"],
  );
  expect(await use(ada, id, code)).toEqual({ __typename: "CodeRejected" });
  const told = await rows(
    users.running.database.read(),
    sql`select 1 from outbox where name = 'users.EmailVerified' and key = ${ada.userId}`,
  );
  expect(told).toHaveLength(1);
});

test("five tries are all there are, however many are made at once", async () => {
  const ada = await signUp();
  const { id } = (await ask(ada, ME)).emailCode;
  const code = await codeTo(ada.email);
  const answers = await Promise.all(Array.from({ length: 12 }, () => use(ada, id, wrong(code))));
  expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(["CodeRejected"]));
  const tried = await row(users.running.database.read(), sql`select tries from email_code where id = ${id}`);
  expect(tried).toEqual({ tries: 5 });
  expect(await use(ada, id, code)).toEqual({ __typename: "CodeRejected" });
  const next = await request(ada);
  expect(await use(ada, next.id, await codeTo(ada.email, 2))).toEqual({ __typename: "User" });
});

test("a code stops working after ten minutes, and when another one is asked for", async () => {
  const ada = await signUp();
  const first = (await ask(ada, ME)).emailCode;
  const code = await codeTo(ada.email);
  const second = await request(ada);
  expect(await use(ada, first.id, code)).toEqual({ __typename: "CodeRejected" });
  const again = await codeTo(ada.email, 2);
  expect(again).not.toBe(code);
  expect(await use(ada, second.id, code)).toEqual({ __typename: "CodeRejected" });
  await users.advance(601);
  expect(await use(ada, second.id, again)).toEqual({ __typename: "CodeRejected" });
  await users.advance(0);
  expect(await use(ada, second.id, again)).toEqual({ __typename: "User" });
});

test("a code works only in the session that asked for it, and its id is shown to nobody else", async () => {
  const [ada, eve] = [await signUp(), await signUp()];
  const { id } = (await ask(ada, ME)).emailCode;
  const code = await codeTo(ada.email);
  const elsewhere = accountOf(ada.email, await signIn(ada.email));
  expect(await use(elsewhere, id, code)).toEqual({ __typename: "CodeRejected" });
  expect(await use(eve, id, code)).toEqual({ __typename: "CodeRejected" });
  expect((await ask(elsewhere, ME)).emailCode).toBeNull();
  const { user } = await ask(
    eve,
    `query ($id: ID!) { user(id: $id) { emailVerified pendingEmail emailCode { id } } }`,
    { id: ada.userId },
  );
  expect(user).toBeNull();
  expect(await use(ada, id, code)).toEqual({ __typename: "User" });
});

test("a code is nowhere in the database", async () => {
  const ada = await signUp();
  const code = await codeTo(ada.email);
  await noMailWaits();
  const em = users.running.database.read();
  for (const table of ["email_code", "letter", "job", "outbox", "idempotency_key", "mail_count"]) {
    const found = await rows(em, sql`select 1 from ${rawSql(table)} as t where t::text ilike ${`%${code}%`}`);
    expect([table, found]).toEqual([table, []]);
  }
});

test("ten mails a day for an account and for an address, and the next day more", async () => {
  const ada = await signUp();
  for (let count = 1; count < 10; count++) await request(ada);
  await expect(request(ada)).rejects.toThrow("RATE_LIMITED");
  // Another account for the same address.
  await ask(ada, `mutation { result: deleteAccount(password: "${PASSWORD}") { __typename } }`);
  const again = await signUp(ada.email);
  await expect(request(again)).rejects.toThrow("RATE_LIMITED");
  expect((await ask(again, ME)).emailCode).toBeNull();
  await users.advance(86_400);
  expect((await request(again)).id).toEqual(expect.any(String));
  // Its job is due tomorrow. If the clock went back before it has run, it would wait for a day.
  await noMailWaits();
  await users.advance(0);
});

test("an address of a domain that counts as verified is asked for nothing", async () => {
  const ada = await signUp(`${randomUUID()}@Counts.example`);
  expect(await ask(ada, ME)).toMatchObject({ emailVerified: true, emailCode: null });
  expect(await viewerOf(ada)).toMatchObject({ verified: true });
});

test("an account from before keeps its rights, and may verify its address", async () => {
  const ada = await signUp();
  const em = users.running.database.read();
  await rows(em, sql`update app_user set must_verify = false where id = ${ada.userId}`);
  expect(await viewerOf(ada)).toMatchObject({ verified: true });
  expect((await ask(ada, ME)).emailVerified).toBe(false);
  const { id } = await request(ada);
  expect(await use(ada, id, await codeTo(ada.email, 2))).toEqual({ __typename: "User" });
  expect((await ask(ada, ME)).emailVerified).toBe(true);
});

test("whoever is verified and asks again gets the same kind of answer, and no mail", async () => {
  const ada = await signUp();
  await use(ada, (await ask(ada, ME)).emailCode.id, await codeTo(ada.email));
  expect(await request(ada)).toEqual({ id: expect.any(String), expiresAt: expect.any(String) });
  await noMailWaits();
  expect(await lettersTo(ada.email)).toHaveLength(1);
});

test("while the mail server is busy the code waits", async () => {
  mail.refuse(450);
  const ada = await signUp();
  const em = users.running.database.read();
  const errors = () =>
    row<{ error: string }>(em, sql`select last_error as error from job where last_error is not null`);
  await until(async () => (await errors()) !== undefined, "it was tried");
  expect((await errors())!.error).toBe("Error: The mail server answered 450.");
  mail.refuse(null);
  expect(await codeTo(ada.email)).toHaveLength(8);
});

test("erasure takes codes and addresses with it", async () => {
  const ada = await signUp();
  await changeEmail(ada, `${randomUUID()}@mail.example`);
  await noMailWaits();
  await ask(ada, `mutation { result: deleteAccount(password: "${PASSWORD}") { __typename } }`);
  const em = users.running.database.read();
  for (const table of ["email_code", "letter"])
    expect(await rows(em, sql`select 1 from ${rawSql(table)} where user_id = ${ada.userId}`)).toEqual([]);
  const left = await row(
    em,
    sql`select email, pending_email, email_verified_at from app_user where id = ${ada.userId}`,
  );
  expect(left).toEqual({ email: null, pendingEmail: null, emailVerifiedAt: null });
});

test("an invitation is for whoever proves the address", async () => {
  const [owner, invited, stranger] = [await signUp(), await signUp(), await signUp()];
  const { id: organizationId } = await ask(
    owner,
    `mutation ($input: CreateOrganizationInput!) { result: createOrganization(input: $input) { ... on Organization { id } } }`,
    { input: { name: "Hall", idempotencyKey: "o" } },
  );
  const { data } = await users.as(
    { ...owner, memberships: { [organizationId]: "OWNER" } },
    `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on Invitation { token } } }`,
    { input: { organizationId, email: invited.email, role: "OWNER", idempotencyKey: "i" } },
  );
  const accept = (who: Account) =>
    ask(who, `mutation ($t: String!) { result: acceptInvitation(token: $t) { __typename ... on Error { message } } }`, {
      t: data.inviteMember.token,
    });
  expect((await accept(stranger)).__typename).toBe("NotFound");
  expect(await accept(invited)).toEqual({
    __typename: "EmailNotVerified",
    message: "Verify your e-mail address first, with a code that is mailed to it.",
  });
  // An account from before verification cannot accept it either.
  const em = users.running.database.read();
  await rows(em, sql`update app_user set must_verify = false where id = ${invited.userId}`);
  expect((await accept(invited)).__typename).toBe("EmailNotVerified");
  await use(invited, (await ask(invited, ME)).emailCode.id, await codeTo(invited.email));
  expect((await accept(invited)).__typename).toBe("Organization");
});

test("without mail nobody is asked, and an address is believed as it is given", async () => {
  const alone = await startAlone("users", { USERS_VERIFIED_DOMAINS: "" });
  try {
    const input = { email: "ada@mail.example", displayName: "Ada", password: PASSWORD };
    const { data } = await alone.as(null, SIGN_UP, { input });
    const ada = accountOf(input.email, data.result);
    const { sessionViewers } = await alone.asService(
      "gateway",
      `query ($ids: [ID!]!) { sessionViewers(sessionIds: $ids) { verified } }`,
      { ids: [ada.sessionId] },
    );
    expect(sessionViewers).toEqual([{ verified: true }]);
    const { errors } = await alone.as(ada, `mutation { requestEmailCode { id } }`);
    expect(errors).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
    const changed = await alone.as(
      ada,
      `mutation ($input: ChangeEmailInput!) { changeEmail(input: $input) { ... on User { email pendingEmail } } }`,
      { input: { email: "ada@other.example", password: PASSWORD } },
    );
    expect(changed.data.changeEmail).toEqual({ email: "ada@other.example", pendingEmail: null });
  } finally {
    await alone.stop();
  }
});
