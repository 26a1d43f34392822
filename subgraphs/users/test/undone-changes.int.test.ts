// A person learns at the previous address of a change of the address, and can undo it.
import { randomUUID } from "node:crypto";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { until } from "../../../testkit/until.ts";
import {
  accountOf,
  ask,
  changeEmail,
  codeTo,
  lettersTo,
  ME,
  noMailWaits,
  PASSWORD,
  SIGN_UP,
  signUp,
  startUsers,
  stopUsers,
  use,
  users,
  viewerOf,
} from "./accounts.ts";
import {
  CHANGED,
  NEW_DEVICE,
  PHONE,
  REJECTED,
  address,
  alertCodes,
  em,
  moveTo,
  report,
  reset,
  signIn,
  typeOf,
  undo,
  verified,
} from "./alerts.ts";

beforeAll(startUsers);
afterAll(stopUsers);
afterEach(() => users.advance(0));

test("a change of the address is undone from the old one: it is back and verified, and the password is not valid", async () => {
  const ada = await verified();
  const thief = accountOf(ada.email, await signIn(ada.email));
  const next = address();
  await moveTo(thief, next);
  const [code] = await alertCodes(ada.email, CHANGED);
  const answers = await Promise.all([undo(code!, "same"), undo(code!, "same"), undo(code!)]);
  expect(answers.map(typeOf).sort()).not.toEqual(["CodeRejected", "CodeRejected", "CodeRejected"]);
  expect(answers.filter((one) => typeOf(one) === "SecuredAccount")[0]).toEqual({
    __typename: "SecuredAccount",
    email: ada.email,
  });
  expect(await viewerOf(thief)).toBeNull();
  for (const email of [ada.email, next]) expect(typeOf(await signIn(email))).toBe("CredentialsRejected");
  const session = await reset(ada.email, "another horse battery");
  expect(await ask(accountOf(ada.email, session), ME)).toMatchObject({ email: ada.email, emailVerified: true });
  expect(await undo(code!)).toEqual(REJECTED);
  // The address of the intruder is free.
  expect(typeOf(await ask(null, SIGN_UP, { input: { email: next, password: PASSWORD, displayName: "Eve" } }))).toBe(
    "Session",
  );
});

test("in a chain of changes the first address wins: it can be given back at any time, and the later codes end then", async () => {
  const ada = await verified();
  const [second, third] = [address(), address()];
  await moveTo(ada, second);
  await moveTo(ada, third);
  const [[first], [later]] = [await alertCodes(ada.email, CHANGED), await alertCodes(second, CHANGED)];
  expect(await undo(later!)).toEqual({ __typename: "SecuredAccount", email: second });
  expect(await undo(first!)).toEqual({ __typename: "SecuredAccount", email: ada.email });
  expect(await undo(later!)).toEqual(REJECTED);

  const bob = await verified();
  const [fourth, fifth] = [address(), address()];
  await moveTo(bob, fourth);
  await moveTo(bob, fifth);
  const [[own], [foreign]] = [await alertCodes(bob.email, CHANGED), await alertCodes(fourth, CHANGED)];
  const [one, other] = await Promise.all([undo(own!), undo(foreign!)]);
  expect(one).toEqual({ __typename: "SecuredAccount", email: bob.email });
  expect(["SecuredAccount", "CodeRejected"]).toContain(typeOf(other!));
  expect(await row(em(), sql`select email from app_user where id = ${bob.userId}`)).toEqual({ email: bob.email });
});

test("the old address is reserved for 72 hours: no one registers it or changes to it, concurrently or later", async () => {
  const [ada, eve] = [await verified(), await verified()];
  const wanted = ada.email.toUpperCase();
  const toWanted = await changeEmail(eve, wanted);
  await until(async () => (await lettersTo(ada.email)).length === 2, "the owner gets a mail");
  await moveTo(ada, address());
  const input = { email: wanted, password: PASSWORD, displayName: "Eve" };
  expect(await ask(null, SIGN_UP, { input })).toEqual({ __typename: "EmailTaken" });
  const again = await changeEmail(eve, wanted);
  await until(async () => (await lettersTo(ada.email)).length === 4, "a code has come");
  const code = (await lettersTo(ada.email)).flatMap(
    ({ subject }) => /^(\w{8}) is your code$/.exec(subject ?? "")?.[1] ?? [],
  );
  expect(toWanted.emailCode.id).not.toBe(again.emailCode.id);
  expect(typeOf(await use(eve, again.emailCode.id, code.at(-1)!))).toBe("EmailTaken");
  await users.advance(72 * 3_600 + 60);
  expect(typeOf(await ask(null, SIGN_UP, { input }))).toBe("Session");
});

test("during a change away from an address, no concurrent registration gets it", async () => {
  const ada = await verified();
  const next = address();
  const { emailCode } = await changeEmail(ada, next);
  const code = await codeTo(next);
  const input = { email: ada.email, password: PASSWORD, displayName: "Eve" };
  const [moved, ...others] = await Promise.all([
    use(ada, emailCode.id, code),
    ...Array.from({ length: 6 }, () => ask(null, SIGN_UP, { input })),
  ]);
  expect(typeOf(moved!)).toBe("User");
  expect(new Set(others.map(typeOf))).toEqual(new Set(["EmailTaken"]));
  const [undoCode] = await alertCodes(ada.email, CHANGED);
  expect(await undo(undoCode!)).toEqual({ __typename: "SecuredAccount", email: ada.email });
});

test("the owner changes back to the old address, and it stays with the account", async () => {
  const ada = await verified();
  const second = `${randomUUID()}@counts.example`;
  expect(await changeEmail(ada, second)).toMatchObject({ email: second });
  await moveTo(ada, address());
  const back = await changeEmail(ada, second);
  expect(back).toMatchObject({ email: second });
});

test("an address that was never verified gets no code", async () => {
  const email = address();
  const ada = await signUp(email);
  await moveTo(ada, address());
  await noMailWaits();
  const told = (await lettersTo(email)).find(({ subject }) => CHANGED.test(subject ?? ""));
  expect(told!.text).not.toMatch(/^[\w-]{43}$/m);
  // The mistyped address is of its own owner.
  expect(typeOf(await ask(null, SIGN_UP, { input: { email, password: PASSWORD, displayName: "Bob" } }))).toBe(
    "Session",
  );
});

test("nothing of an erased person is left: codes are refused, and the address is free", async () => {
  const ada = await verified();
  await signIn(ada.email, PHONE);
  await moveTo(ada, address());
  const [[reported], [undone]] = [await alertCodes(ada.email, NEW_DEVICE), await alertCodes(ada.email, CHANGED)];
  const erased = await ask(ada, `mutation ($p: String!) { result: deleteAccount(password: $p) { __typename } }`, {
    p: PASSWORD,
  });
  expect(typeOf(erased)).toBe("User");
  expect([await report(reported!), await undo(undone!)]).toEqual([REJECTED, REJECTED]);
  for (const table of ["security_alert", "known_device"] as const)
    expect(
      await rows(
        em(),
        table === "security_alert"
          ? sql`select 1 from security_alert where user_id = ${ada.userId}`
          : sql`select 1 from known_device where user_id = ${ada.userId}`,
      ),
    ).toEqual([]);
  const input = { email: ada.email, password: PASSWORD, displayName: "Ada" };
  expect(typeOf(await ask(null, SIGN_UP, { input }))).toBe("Session");
});

test("a suspended person gives the address back, too", async () => {
  const ada = await verified();
  await moveTo(ada, address());
  const [code] = await alertCodes(ada.email, CHANGED);
  await users.as(
    { userId: randomUUID(), sessionId: randomUUID(), staff: true },
    `mutation ($id: ID!) { suspendUser(userId: $id, reason: "taken over") { __typename } }`,
    { id: ada.userId },
  );
  expect(await undo(code!)).toEqual({ __typename: "SecuredAccount", email: ada.email });
  expect(typeOf(await signIn(ada.email))).toBe("CredentialsRejected");
});
