// A new address of an account takes effect when it is verified.
import { randomUUID } from "node:crypto";
import { until } from "../../../testkit/until.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import {
  accountOf,
  ask,
  changeEmail,
  codeTo,
  lettersTo,
  ME,
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

async function verified(): Promise<Account> {
  const ada = await signUp();
  await use(ada, (await ask(ada, ME)).emailCode.id, await codeTo(ada.email));
  return ada;
}

test("a new address takes effect when it is verified: the old one gets a mail, and other sessions end", async () => {
  const ada = await verified();
  const elsewhere = accountOf(ada.email, await signIn(ada.email));
  const next = `${randomUUID()}@mail.example`;
  const changed = await changeEmail(ada, next);
  expect(changed).toMatchObject({ __typename: "User", email: ada.email, pendingEmail: next });
  expect((await signIn(next)).__typename).toBe("CredentialsRejected");
  expect(await viewerOf(ada)).toMatchObject({ verified: true });
  expect(await use(ada, changed.emailCode.id, await codeTo(next))).toEqual({ __typename: "User" });
  expect(await ask(ada, ME)).toMatchObject({ email: next, emailVerified: true, pendingEmail: null });
  expect([await viewerOf(ada), await viewerOf(elsewhere)]).toEqual([expect.anything(), null]);
  expect([(await signIn(next)).__typename, (await signIn(ada.email)).__typename]).toEqual([
    "Session",
    "CredentialsRejected",
  ]);
  await until(async () => (await lettersTo(ada.email)).length === 2, "the previous address gets a mail");
  const [, told] = await lettersTo(ada.email);
  expect(told!.subject).toBe("The e-mail address of your account was changed");
  expect(`${told!.text} ${told!.html}`).not.toContain(next);
});

test("somebody who mistyped the address at signUp verifies the right one", async () => {
  const ada = await signUp();
  const right = `${randomUUID()}@mail.example`;
  const { emailCode } = await changeEmail(ada, right);
  await use(ada, emailCode.id, await codeTo(right));
  expect(await ask(ada, ME)).toMatchObject({ email: right, emailVerified: true });
});

test("an address that somebody has answers as any other, and its owner gets a mail", async () => {
  const [ada, bob] = [await verified(), await verified()];
  const free = await changeEmail(ada, `${randomUUID()}@mail.example`);
  const taken = await changeEmail(ada, bob.email.toUpperCase());
  expect(Object.keys(taken)).toEqual(Object.keys(free));
  expect(taken).toMatchObject({ __typename: "User", email: ada.email, emailCode: { id: expect.any(String) } });
  await until(async () => (await lettersTo(bob.email)).length === 2, "the owner gets a mail");
  const [, told] = await lettersTo(bob.email);
  expect(told!.subject).toBe("You already have an account");
});

test("of two who verify one address at once one gets it", async () => {
  const [ada, bob] = [await verified(), await verified()];
  const wanted = `${randomUUID()}@mail.example`;
  const [one, other] = [await changeEmail(ada, wanted), await changeEmail(bob, wanted)];
  await until(async () => (await lettersTo(wanted)).length === 2, "both codes have come");
  const codes = [await codeTo(wanted, 1), await codeTo(wanted, 2)];
  const answers = await Promise.all(
    codes.flatMap((code) => [use(ada, one.emailCode.id, code), use(bob, other.emailCode.id, code)]),
  );
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
    "CodeRejected",
    "CodeRejected",
    "EmailTaken",
    "User",
  ]);
  const owners = await rows(users.running.database.read(), sql`select id from app_user where email = ${wanted}`);
  expect(owners).toHaveLength(1);
});

test("an address of a domain that counts as verified takes effect at once, and the answer says if somebody has it", async () => {
  const [ada, bob] = [await signUp(), await signUp()];
  const next = `${randomUUID()}@counts.example`;
  expect(await changeEmail(ada, next)).toMatchObject({ email: next, pendingEmail: null, emailCode: null });
  expect(await viewerOf(ada)).toMatchObject({ verified: true });
  expect(await changeEmail(bob, next)).toEqual({ __typename: "EmailTaken" });
});

test("another spelling of an address that is not verified does not verify it", async () => {
  const ada = await signUp();
  await changeEmail(ada, ada.email.toUpperCase());
  expect(await viewerOf(ada)).toMatchObject({ verified: false });
  const told = await rows(
    users.running.database.read(),
    sql`select 1 from outbox where name = 'users.EmailVerified' and key = ${ada.userId}`,
  );
  expect(told).toEqual([]);
});
