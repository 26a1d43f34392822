import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { decodeProtectedHeader, type JSONWebKeySet } from "jose";
import { connectClient, type Data } from "../local/client.ts";
import {
  buy,
  createOrganization,
  openShow,
  PASSWORD,
  readOrder,
  setMember,
  signInAsStaff,
  signUp,
} from "../local/fixtures.ts";
import { until } from "../testkit/until.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
const staffId = randomUUID();
beforeAll(async () => {
  supergraph = await startSupergraph({ PLATFORM_STAFF: staffId });
});
afterAll(() => supergraph.stop());

const SESSION = `__typename ... on Session { accessToken refreshToken user { id displayName email } } ... on Error { message }`;
const signIn = async (email: string, password: string): Promise<Data> =>
  (
    await supergraph
      .client()
      .ask(`mutation ($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`, { input: { email, password } })
  ).signIn;
const refresh = async (token: string): Promise<Data> =>
  (
    await supergraph
      .client()
      .ask(`mutation ($t: String!) { refreshSession(refreshToken: $t) { ${SESSION} } }`, { t: token })
  ).refreshSession;

/** Waits until a token is refused. */
async function untilRefused(token: string): Promise<number> {
  const begun = Date.now();
  for (;;) {
    const answer = await supergraph.client(token).send("{ me { id } }");
    if (answer.status === 401) return Date.now() - begun;
    if (Date.now() - begun > 6_000) throw new Error("The token still works after 6 seconds.");
  }
}

test("an address has one account, in whatever case it is written", async () => {
  const person = await signUp(supergraph.client, "Ada", `Ada-${randomUUID()}@example.org`);
  const again = await supergraph
    .client()
    .ask(`mutation ($input: SignUpInput!) { signUp(input: $input) { ${SESSION} } }`, {
      input: { email: person.email.toLowerCase(), password: PASSWORD, displayName: "Eve" },
    });
  expect(again.signUp.__typename).toBe("EmailTaken");
  expect(await signIn(person.email.toUpperCase().replace("@EXAMPLE.ORG", "@example.org"), PASSWORD)).toMatchObject({
    __typename: "Session",
    user: { displayName: "Ada" },
  });
});

test("a wrong password and an unknown address get the same answer", async () => {
  const person = await signUp(supergraph.client);
  const [wrong, unknown] = [
    await signIn(person.email, "not the password"),
    await signIn(`${randomUUID()}@example.org`, PASSWORD),
  ];
  expect(wrong).toEqual(unknown);
  expect(wrong.__typename).toBe("CredentialsRejected");
});

test.each(["short", "password123", "x".repeat(1_025)])("the password %p is too weak", async (password) => {
  const { signUp: refused } = await supergraph
    .client()
    .ask(`mutation ($input: SignUpInput!) { signUp(input: $input) { ${SESSION} } }`, {
      input: { email: `${randomUUID()}@example.org`, password, displayName: "A" },
    });
  expect(refused.__typename).toBe("PasswordTooWeak");
});

test("a refresh token is good for one use; a repeat in time gets the same session, a late one ends it", async () => {
  const person = await signUp(supergraph.client);
  const [first, repeat] = [await refresh(person.refreshToken), await refresh(person.refreshToken)];
  expect(first.__typename).toBe("Session");
  expect(repeat.refreshToken).toBe(first.refreshToken);
  await supergraph.query(
    "users",
    "update refresh_token set used_at = used_at - interval '11 s' where used_at is not null",
  );
  expect(await refresh(person.refreshToken)).toMatchObject({ __typename: "CredentialsRejected" });
  expect(await refresh(first.refreshToken)).toMatchObject({ __typename: "CredentialsRejected" });
  await untilRefused(first.accessToken);
});

test("a session ends so long after its sign-in, however often it was refreshed", async () => {
  const person = await signUp(supergraph.client);
  const age = (days: number) =>
    supergraph.query("users", "update session set created_at = now() - make_interval(days => $2) where user_id = $1", [
      person.id,
      days,
    ]);
  await age(89);
  const first = await refresh(person.refreshToken);
  expect(first.__typename).toBe("Session");
  await age(91);
  expect(await refresh(first.refreshToken)).toMatchObject({ __typename: "CredentialsRejected" });
  await untilRefused(first.accessToken);
});

test("signing out ends the session at both gateways within five seconds, and its subscriptions", async () => {
  const show = await openShow(supergraph.client);
  const person = await signUp(supergraph.client);
  const other = connectClient((await supergraph.startAnotherGateway()).url, person.client.token);
  await other.ask("{ me { id } }");
  const feed = person.client.subscribe(`subscription ($id: ID!) { seatsChanged(eventId: $id) { cursor } }`, {
    id: show.eventId,
  });
  await feed.until((messages) => messages.length > 0);
  expect(await person.client.ask("mutation { signOut }")).toEqual({ signOut: true });
  expect(await untilRefused(person.client.token!)).toBeLessThan(5_000);
  const begun = Date.now();
  while ((await other.send("{ me { id } }")).status !== 401) expect(Date.now() - begun).toBeLessThan(5_000);
  await expect(feed.until(() => false, 5_000)).rejects.toThrow(/ended/);
  await other.close();
});

test("a person sees the devices that are signed in, and one that is ended is refused within five seconds", async () => {
  const { email, client } = await signUp(supergraph.client);
  const answer = await supergraph
    .client()
    .send(
      `mutation ($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`,
      { input: { email, password: PASSWORD } },
      { "user-agent": "Phone/1.0 (lost)" },
    );
  const { me } = await client.ask(`{ me { sessions { id device place current } } }`);
  expect(me.sessions).toMatchObject([
    { device: "Phone/1.0 (lost)", place: "127.0.0.0/24", current: false },
    { current: true },
  ]);
  const { endSession } = await client.ask(`mutation ($id: ID!) { endSession(id: $id) { __typename } }`, {
    id: me.sessions[0].id,
  });
  expect(endSession).toEqual({ __typename: "User" });
  expect(await untilRefused(answer.data.signIn.accessToken)).toBeLessThan(5_000);
});

test("a session that ends without a hint is refused at both gateways within five seconds, however long they have known it", async () => {
  const person = await signUp(supergraph.client);
  const other = connectClient((await supergraph.startAnotherGateway()).url, person.client.token);
  const both = [person.client, other];
  // Until both gateways ask users what has changed, and not for each session.
  for (const known = Date.now() + 6_000; Date.now() < known; await delay(100))
    await Promise.all(both.map((client) => client.ask("{ me { id } }")));
  await supergraph.query("users", "update session set ended_at = now() where user_id = $1", [person.id]);
  const begun = Date.now();
  for (const client of both)
    while ((await client.send("{ me { id } }")).status !== 401) expect(Date.now() - begun).toBeLessThan(5_000);
  await other.close();
});

test("signing keys rotate: the next one is known beforehand, and what the old one signed stays good", async () => {
  const keyOf = (token: string) => decodeProtectedHeader(token).kid!;
  const known = async () => {
    const { keys } = (await (await fetch(new URL("/.well-known/jwks.json", supergraph.url))).json()) as JSONWebKeySet;
    return keys.map(({ kid }) => kid);
  };
  const email = `${randomUUID()}@example.org`;
  const before = await signUp(supergraph.client, "Olga", email);
  const used = keyOf((await signIn(email, PASSWORD)).accessToken);
  const [next, ...others] = (await known()).filter((kid) => kid !== used);
  expect(others).toEqual([]);

  await supergraph.pause("users");
  await supergraph.query(
    "users",
    "update signing_key set changed_at = now() - interval '1 year' where state = 'CURRENT'",
  );
  await supergraph.resume("users");
  const retired = () => supergraph.query("users", "select 1 from signing_key where state = 'RETIRED'");
  await until(async () => (await retired()).length > 0, "the old key is retired");
  const { accessToken: after } = await signIn(email, PASSWORD);
  expect(keyOf(after)).toBe(next);
  for (const client of [before.client, supergraph.client(after)])
    expect((await client.ask("{ me { id } }")).me).toEqual({ id: before.id });
});

test("an organization with tickets for a future date keeps one owner; without, its sales end with its last owner", async () => {
  const show = await openShow(supergraph.client);
  const [one, two, buyer] = [show.owner, await signUp(supergraph.client), await signUp(supergraph.client)];
  const { order } = await buy(buyer.client, show.eventId, [show.seats[0].id]);
  await supergraph.settle();
  await setMember(one.client, show.organizationId, two.id, "OWNER");
  const set = async (by: typeof one, who: string, role: string | null = null) =>
    (
      await by.client.ask(
        `mutation ($o: ID!, $u: ID!, $r: Role) { setMember(organizationId: $o, userId: $u, role: $r) { __typename ... on LastOwner { organization { id } } } }`,
        { o: show.organizationId, u: who, r: role },
      )
    ).setMember;
  await two.client.ask("{ me { id } }");
  expect((await set(two, two.id)).__typename).toBe("Organization");
  const refused = { __typename: "LastOwner", organization: { id: show.organizationId } };
  expect(await set(one, one.id)).toEqual(refused);
  expect(await set(one, one.id, "MANAGER")).toEqual(refused);
  await one.client.ask(`mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename } }`, {
    input: { orderId: order.id, reason: "moving away", idempotencyKey: randomUUID() },
  });
  await supergraph.settle();
  expect((await set(one, one.id)).__typename).toBe("Organization");
  await supergraph.advance(11);
  await supergraph.settle();
  expect(await buyer.client.ask(`query ($id: ID!) { event(id: $id) { status } }`, { id: show.eventId })).toEqual({
    event: { status: "SALES_PAUSED" },
  });
  const { setMember: unknown } = await one.client.ask(
    `mutation ($o: ID!, $u: ID!) { setMember(organizationId: $o, userId: $u, role: SCANNER) { __typename } }`,
    { o: randomUUID(), u: one.id },
  );
  expect(unknown.__typename).toBe("NotFound");
});

test("an invitation is for one address and one use", async () => {
  const [owner, guest, other] = [
    await signUp(supergraph.client),
    await signUp(supergraph.client, "Guest"),
    await signUp(supergraph.client),
  ];
  const organizationId = await createOrganization(owner.client);
  const input = { organizationId, email: guest.email, role: "SCANNER", idempotencyKey: randomUUID() };
  const invite = async (more = {}) =>
    (
      await owner.client.ask(
        `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename ... on Invitation { id token } } }`,
        { input: { ...input, ...more } },
      )
    ).inviteMember;
  const invitation = await invite();
  expect(await invite()).toEqual(invitation);
  expect((await invite({ role: "OWNER" })).__typename).toBe("IdempotencyKeyReused");
  const accept = async (person: typeof guest) =>
    (
      await person.client.ask(`mutation ($t: String!) { acceptInvitation(token: $t) { __typename } }`, {
        t: invitation.token,
      })
    ).acceptInvitation.__typename;
  expect(await accept(other)).toBe("NotFound");
  expect(await accept(guest)).toBe("Organization");
  expect(await accept(guest)).toBe("Organization");
  expect(await guest.client.ask("{ me { memberships { role organization { id } } } }")).toEqual({
    me: { memberships: [{ role: "SCANNER", organization: { id: organizationId } }] },
  });
});

test("profile, address, password and preferences can be changed by who knows the password", async () => {
  const person = await signUp(supergraph.client);
  const email = `${randomUUID()}@example.org`;
  const ask = person.client.ask;
  await ask(`mutation { updateProfile(input: { displayName: "عليّة 🎭" }) { id } }`);
  const change = `mutation ($input: ChangeEmailInput!) { changeEmail(input: $input) { __typename ... on User { email } } }`;
  expect((await ask(change, { input: { email, password: "wrong wrong" } })).changeEmail.__typename).toBe(
    "CredentialsRejected",
  );
  expect((await ask(change, { input: { email, password: PASSWORD } })).changeEmail).toEqual({
    __typename: "User",
    email,
  });
  await ask(`mutation { setPreferences(input: { locale: "de-AT", accessibleSeating: true }) { id } }`);
  const { changePassword } = await ask(
    `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`,
    { input: { currentPassword: PASSWORD, newPassword: "another good one" } },
  );
  expect(changePassword.__typename).toBe("User");
  expect(await ask("{ me { displayName email preferences { locale accessibleSeating newsletter } } }")).toEqual({
    me: { displayName: "عليّة 🎭", email, preferences: { locale: "de-AT", accessibleSeating: true, newsletter: false } },
  });
  expect((await signIn(email, "another good one")).__typename).toBe("Session");
});

test("deleting an account erases the person and keeps the money trail", async () => {
  const show = await openShow(supergraph.client);
  const person = await signUp(supergraph.client, "Forget Me");
  const { order } = await buy(person.client, show.eventId, [show.seats[3].id]);
  await supergraph.settle();
  const { deleteAccount } = await person.client.ask(
    `mutation ($p: String!) { deleteAccount(password: $p) { __typename ... on User { status displayName } } }`,
    { p: PASSWORD },
  );
  expect(deleteAccount).toEqual({ __typename: "User", status: "DELETED", displayName: "Deleted user" });
  await untilRefused(person.client.token!);
  await supergraph.settle();
  expect(await readOrder(show.owner.client, order.id)).toMatchObject({
    status: "CONFIRMED",
    buyer: { displayName: "Deleted user" },
    payments: [{ status: "SUCCEEDED" }],
  });
  expect((await signIn(person.email, PASSWORD)).__typename).toBe("CredentialsRejected");
});

test("platform staff find, suspend and restore users", async () => {
  const { client: chief } = await signInAsStaff(supergraph, staffId);
  const culprit = await signUp(supergraph.client, "Culprit Unique");
  const { users } = await chief.ask(
    `{ users(filter: { text: "culprit uni" }) { totalCount nodes { id email status } } }`,
  );
  expect(users).toEqual({ totalCount: 1, nodes: [{ id: culprit.id, email: culprit.email, status: "ACTIVE" }] });
  const set = async (mutation: string) =>
    (await chief.ask(`mutation ($id: ID!) { ${mutation} { __typename ... on User { status } } }`, { id: culprit.id }))[
      mutation.split("(")[0]!
    ];
  expect(await set(`suspendUser(userId: $id, reason: "fraud")`)).toEqual({ __typename: "User", status: "SUSPENDED" });
  await untilRefused(culprit.client.token!);
  expect((await signIn(culprit.email, PASSWORD)).__typename).toBe("CredentialsRejected");
  expect(await set("restoreUser(userId: $id)")).toEqual({ __typename: "User", status: "ACTIVE" });
  expect((await signIn(culprit.email, PASSWORD)).__typename).toBe("Session");
});
