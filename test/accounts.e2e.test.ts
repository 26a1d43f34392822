import { randomUUID } from "node:crypto";
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
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { SESSION, signIn, untilRefused } from "./signed-in.ts";

let supergraph: TestSupergraph;
const staffId = randomUUID();
beforeAll(async () => {
  supergraph = await startSupergraph({ PLATFORM_STAFF: staffId });
});
afterAll(() => supergraph.stop());

test("an address has one account, in whatever case it is written", async () => {
  const person = await signUp(supergraph.client, "Ada", `Ada-${randomUUID()}@example.org`);
  const again = await supergraph
    .client()
    .ask(`mutation ($input: SignUpInput!) { signUp(input: $input) { ${SESSION} } }`, {
      input: { email: person.email.toLowerCase(), password: PASSWORD, displayName: "Eve" },
    });
  expect(again.signUp.__typename).toBe("EmailTaken");
  expect(
    await signIn(supergraph, person.email.toUpperCase().replace("@EXAMPLE.ORG", "@example.org"), PASSWORD),
  ).toMatchObject({
    __typename: "Session",
    user: { displayName: "Ada" },
  });
});

test("a wrong password and an unknown address get the same answer", async () => {
  const person = await signUp(supergraph.client);
  const [wrong, unknown] = [
    await signIn(supergraph, person.email, "not the password"),
    await signIn(supergraph, `${randomUUID()}@example.org`, PASSWORD),
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
  expect((await signIn(supergraph, email, "another good one")).__typename).toBe("Session");
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
  await untilRefused(supergraph, person.client.token!);
  await supergraph.settle();
  expect(await readOrder(show.owner.client, order.id)).toMatchObject({
    status: "CONFIRMED",
    buyer: { displayName: "Deleted user" },
    payments: [{ status: "SUCCEEDED" }],
  });
  expect((await signIn(supergraph, person.email, PASSWORD)).__typename).toBe("CredentialsRejected");
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
  await untilRefused(supergraph, culprit.client.token!);
  expect((await signIn(supergraph, culprit.email, PASSWORD)).__typename).toBe("CredentialsRejected");
  expect(await set("restoreUser(userId: $id)")).toEqual({ __typename: "User", status: "ACTIVE" });
  expect((await signIn(supergraph, culprit.email, PASSWORD)).__typename).toBe("Session");
});
