// Guests: they start with a name and an address, prove the address by a mailed code, and become part of an account.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { guestIdOf, isGuest } from "../../../domain/guests.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import {
  accountOf,
  ask,
  codeTo,
  lettersTo,
  ME,
  noMailWaits,
  PASSWORD,
  request,
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

const address = () => `${randomUUID()}@mail.example`;
const START = `mutation ($input: StartGuestSessionInput!) { result: startGuestSession(input: $input) {
  accessToken refreshToken user { id kind displayName email emailVerified } } }`;
const start = (email: string, more: Data = {}, network?: string): Promise<Data> =>
  users.as(null, START, { input: { email, name: "Grace", ...more } }, network === undefined ? {} : { network });

async function guest(email: string): Promise<Account> {
  const { data } = await start(email);
  return accountOf(email, data.result);
}

const USE = `mutation ($input: UseCodeInput!) { result: useCode(input: $input) { __typename ... on Session { accessToken user { id kind } } } }`;
const find = async (email: string): Promise<Data> =>
  (
    await ask(null, `mutation ($email: EmailAddress!) { requestGuestOrders(email: $email) { id nonce expiresAt } }`, {
      email,
    })
  ).requestGuestOrders;
const useNonce = ({ id, nonce }: Data, code: string, key: string = randomUUID(), more: Data = {}): Promise<Data> =>
  ask(null, USE, { input: { id, nonce, code, idempotencyKey: key, ...more } });
const requestClaim = (who: Account): Promise<Data> =>
  ask(who, `mutation { result: requestGuestClaim { __typename ... on CodeSent { id nonce expiresAt } } }`);
const claim = (who: Account, id: string, code: string, key: string = randomUUID()): Promise<Data> =>
  ask(
    who,
    `mutation ($input: ClaimGuestOrdersInput!) { result: claimGuestOrders(input: $input) { __typename ... on User { id } } }`,
    {
      input: { id, code, idempotencyKey: key },
    },
  );

async function account(email: string): Promise<Account> {
  const ada = await signUp(email);
  const { id } = await request(ada);
  await use(ada, id, await lastCode(email));
  return ada;
}

/** Code of the newest mail, once no mail waits. */
async function lastCode(email: string): Promise<string> {
  await noMailWaits();
  return codeTo(email, (await lettersTo(email)).length);
}

const merges = (): Promise<{ from: string; to: string }[]> =>
  rows(
    users.running.database.read(),
    sql`select body ->> 'from' as from, body ->> 'to' as to from outbox where name = 'users.AccountsMerged' order by id`,
  );
const mergedInto = async (to: string): Promise<string[]> =>
  (await merges()).flatMap((merge) => (merge.to === to ? [merge.from] : [])).sort();
const scopesOf = async ({ sessionId }: Account): Promise<string[]> =>
  (await row<{ scopes: string[] }>(
    users.running.database.read(),
    sql`select scopes from session where id = ${sessionId}`,
  ))!.scopes;
const entity = async (id: string): Promise<Data> =>
  (
    await users.as(
      null,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { id displayName kind status } } }`,
      {
        of: [{ __typename: "User", id }],
      },
    )
  ).data._entities[0];

test("each start makes another guest, who has no account, whatever exists for the address", async () => {
  const email = address();
  await signUp(email);
  const answers = [await start(email), await start(email.toUpperCase()), await start(address())];
  const ids = answers.map(({ data }) => data.result.user.id as string);
  expect(new Set(ids).size).toBe(3);
  expect(ids.every(isGuest)).toBe(true);
  for (const { data } of answers)
    expect(data.result.user).toMatchObject({ kind: "GUEST", displayName: "Grace", emailVerified: false });
  expect(await signIn(email)).toMatchObject({ __typename: "Session" });
});

test("an account is created for an address that guests have, and the guests stay apart", async () => {
  const email = address();
  const grace = await guest(email);
  const ada = await account(email);
  expect(isGuest(ada.userId)).toBe(false);
  expect(await mergedInto(ada.userId)).toEqual([]);
  expect(await viewerOf(grace)).toMatchObject({ userId: grace.userId, verified: false });
});

test("an address of a domain that counts as verified is not proven by a guest who types it", async () => {
  expect(await viewerOf(await guest(`${randomUUID()}@counts.example`))).toMatchObject({ verified: false });
});

test("a code proves the address of a guest: the session may read codes of tickets, and other guests of the address become this one", async () => {
  const email = address();
  const [first, second, stranger] = [await guest(email), await guest(email), await guest(address())];
  expect(await scopesOf(second)).not.toContain("tickets:codes");
  const { id } = await request(second);
  const code = await lastCode(email);
  expect(await use(first, id, code)).toEqual({ __typename: "CodeRejected" });
  expect(await use(second, id, code)).toEqual({ __typename: "User" });
  expect(await viewerOf(second)).toMatchObject({ userId: second.userId, verified: true });
  expect(await viewerOf(first)).toBeNull();
  expect(await viewerOf(stranger)).not.toBeNull();
  expect(await mergedInto(second.userId)).toEqual([first.userId]);
  expect(await scopesOf(second)).toContain("tickets:codes");
  expect(await entity(first.userId)).toMatchObject({ id: second.userId, status: "ACTIVE" });
});

test("the mail to a guest has no word that a person wrote", async () => {
  const email = address();
  const { data } = await start(email, { name: "Buy at evil.example", locale: "de" });
  await request(accountOf(email, data.result));
  await lastCode(email);
  const [{ subject, text, html } = {}] = await lettersTo(email);
  expect(subject).toMatch(/^\w{8} ist Ihr Code$/);
  expect(`${subject} ${text} ${html}`).not.toContain("evil.example");
});

test("orders of an address are found with a code; the answer for an unknown address is the same", async () => {
  const [email, unknown] = [address(), address()];
  const [first, second] = [await guest(email), await guest(email)];
  const [sent, other] = [await find(email), await find(unknown)];
  expect(Object.keys(sent)).toEqual(Object.keys(other));
  const code = await lastCode(email);
  const session = await useNonce(sent, code, "once");
  expect(session).toMatchObject({ __typename: "Session", user: { id: second.userId, kind: "GUEST" } });
  expect(await useNonce(sent, code, "once")).toMatchObject({ __typename: "Session", user: { id: second.userId } });
  expect(await useNonce(sent, code)).toEqual({ __typename: "CodeRejected" });
  expect(await mergedInto(second.userId)).toEqual([first.userId]);
  const found = accountOf(email, session);
  expect(await viewerOf(found)).toMatchObject({ userId: second.userId, verified: true });
  expect(await scopesOf(found)).toContain("tickets:codes");
  await noMailWaits();
  expect((await lettersTo(unknown)).map(({ subject }) => subject)).toEqual([
    "There are no orders with your e-mail address",
  ]);
});

test("an account claims the guests of its address with a code, once; their old ids lead to the account", async () => {
  const email = address();
  const [first, second] = [await guest(email), await guest(email)];
  const ada = await account(email);
  const { id } = await requestClaim(ada);
  const code = await lastCode(email);
  const key = randomUUID();
  const answers = await Promise.all([claim(ada, id, code, key), claim(ada, id, code, key), claim(ada, id, code)]);
  expect(answers.filter(({ __typename }) => __typename === "User").length).toBeGreaterThanOrEqual(1);
  const repeated = await claim(ada, id, code, key);
  expect(["User", "CodeRejected"]).toContain(repeated.__typename);
  expect(await mergedInto(ada.userId)).toEqual([first.userId, second.userId].sort());
  for (const old of [first, second]) {
    expect(await viewerOf(old)).toBeNull();
    expect(await entity(old.userId)).toMatchObject({ id: ada.userId, kind: "PERSON" });
    const contact = await users.asService(
      "orders",
      `query ($id: ID!) { mailContact(userId: $id) { email verified } }`,
      { id: old.userId },
    );
    expect(contact.mailContact).toEqual({ email, verified: true });
  }
});

test("a claim needs a verified address, its own code, and the address that the code was mailed to", async () => {
  const email = address();
  await guest(email);
  const ada = await signUp(email);
  expect(await requestClaim(ada)).toEqual({ __typename: "EmailNotVerified" });
  const verifying = await request(ada);
  const code = await lastCode(email);
  expect(await claim(ada, verifying.id, code)).toEqual({ __typename: "CodeRejected" });
  await use(ada, verifying.id, code);
  const claiming = await requestClaim(ada);
  const claimCode = await lastCode(email);
  expect(await use(ada, claiming.id, claimCode)).toEqual({ __typename: "CodeRejected" });
  expect(await claim(await account(address()), claiming.id, claimCode)).toEqual({ __typename: "CodeRejected" });
  expect(await mergedInto(ada.userId)).toEqual([]);
});

test("a guest is merged once, also if its code and a claim are used at once", async () => {
  for (let round = 0; round < 5; round++) {
    const email = address();
    const guests = [await guest(email), await guest(email), await guest(email)];
    const ada = await account(email);
    const proving = await request(guests[1]!);
    const proof = await lastCode(email);
    const finding = await find(email);
    const found = await lastCode(email);
    const claiming = await requestClaim(ada);
    const code = await lastCode(email);
    const both = await Promise.all([
      use(guests[1]!, proving.id, proof).catch(() => undefined),
      useNonce(finding, found),
      claim(ada, claiming.id, code),
    ]);
    expect(both[2]).toMatchObject({ __typename: "User" });
    const ids = guests.map(({ userId }) => userId);
    const done = (await merges()).filter(({ from }) => ids.includes(from));
    expect(done.map(({ from }) => from).sort()).toEqual([...ids].sort());
    for (const id of ids) expect(await entity(id)).toMatchObject({ id: ada.userId });
  }
});

test("a new account gets the purchases of guests with the code that creates it, if it asks", async () => {
  const email = address();
  const grace = await guest(email);
  const input = { email, password: PASSWORD, displayName: "Ada" };
  const sent = await ask(
    null,
    `mutation ($input: RegisterAccountInput!) { result: registerAccount(input: $input) { ... on CodeSent { id nonce } } }`,
    { input },
  );
  const session = await useNonce(sent, await lastCode(email), randomUUID(), { claimGuestOrders: true });
  expect(session).toMatchObject({ __typename: "Session", user: { kind: "PERSON" } });
  expect(await mergedInto(session.user.id)).toEqual([grace.userId]);
});

test("new guests are counted by address and network, whether or not the address has an account", async () => {
  const [known, unknown] = [address(), address()];
  await signUp(known);
  for (const email of [known, unknown]) {
    const network = randomUUID();
    for (let count = 0; count < 10; count++) expect((await start(email, {}, network)).errors).toBeUndefined();
    const { errors } = await start(email, {}, network);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) });
    for (let count = 0; count < 10; count++) expect((await start(email, {}, randomUUID())).errors).toBeUndefined();
    expect((await start(email, {}, randomUUID())).errors?.[0]?.extensions.code).toBe("RATE_LIMITED");
  }
});

test("mails to the address of guests are limited by the day", async () => {
  const email = address();
  for (let mails = 0; mails < 10; mails++) await request(await guest(email));
  await expect(request(await guest(email))).rejects.toThrow(/RATE_LIMITED/);
});

test("a name that is empty, or too long, is refused by the name of its field", async () => {
  for (const name of ["", "x".repeat(101)])
    expect((await start(address(), { name })).errors?.[0]).toMatchObject({
      message: expect.stringContaining("input.name"),
      extensions: { code: "BAD_USER_INPUT" },
    });
});

test("the database refuses a guest with a password, a membership, or the id of a person", async () => {
  const grace = await guest(address());
  const { database } = users.running;
  const change = (statement: ReturnType<typeof sql>) => database.transaction((tx) => rows(tx, statement));
  await expect(change(sql`update app_user set password_hash = 'x' where id = ${grace.userId}`)).rejects.toThrow(
    /guest/,
  );
  await expect(change(sql`update app_user set email_key = 'x' where id = ${grace.userId}`)).rejects.toThrow(/guest/);
  await expect(
    change(
      sql`insert into app_user (id, display_name, email, status, kind) values (${guestIdOf(randomUUID())}, 'x', 'x@mail.example', 'ACTIVE', 'PERSON')`,
    ),
  ).rejects.toThrow(/guest/);
  const ada = await signUp();
  const { id: organizationId } = await ask(
    ada,
    `mutation ($input: CreateOrganizationInput!) { result: createOrganization(input: $input) { ... on Organization { id } } }`,
    {
      input: { name: "Opera", idempotencyKey: randomUUID() },
    },
  );
  const owner = { ...ada, memberships: { [organizationId]: "OWNER" } };
  expect(
    await ask(
      owner,
      `mutation ($o: ID!, $u: ID!) { result: setMember(organizationId: $o, userId: $u, role: SCANNER) { __typename } }`,
      {
        o: organizationId,
        u: grace.userId,
      },
    ),
  ).toEqual({ __typename: "NotFound" });
});

test("after a claim only the account has the address, and its erasure leaves none", async () => {
  const email = address();
  const grace = await guest(email);
  const ada = await account(email);
  const { id } = await requestClaim(ada);
  await claim(ada, id, await lastCode(email));
  const of = () =>
    rows<{ id: string; displayName: string; email: string | null; guestKey: string | null }>(
      users.running.database.read(),
      sql`select id, display_name, email, guest_key from app_user where id in (${grace.userId}, ${ada.userId})`,
    );
  expect((await of()).find((user) => user.id === grace.userId)).toMatchObject({
    displayName: "Deleted user",
    email: null,
    guestKey: null,
  });
  expect(
    await ask(ada, `mutation ($p: String!) { result: eraseAccount(password: $p) { __typename } }`, { p: PASSWORD }),
  ).toEqual({
    __typename: "ErasedAccount",
  });
  expect((await of()).every((user) => user.email === null && user.displayName === "Deleted user")).toBe(true);
  expect(await entity(grace.userId)).toMatchObject({ id: ada.userId, status: "DELETED" });
});

test("guests who were last seen more than a year ago stay apart", async () => {
  const email = address();
  const old = await guest(email);
  await users.advance(366 * 86_400);
  const grace = await guest(email);
  const session = await useNonce(await find(email), await lastCode(email));
  expect(session).toMatchObject({ user: { id: grace.userId } });
  expect(await mergedInto(grace.userId)).toEqual([]);
  expect(await entity(old.userId)).toMatchObject({ id: old.userId, status: "ACTIVE" });
  expect(await ask(accountOf(email, session), ME)).toMatchObject({ email });
});
