// A person learns of a sign-in from a new device, and of a change of the address, and can say "this was not me".
import { randomUUID } from "node:crypto";
import { DEVICE_HEADER, PLACE_HEADER } from "../../../platform/http/headers.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { until } from "../../../testkit/until.ts";
import type { Data } from "../../../local/client.ts";
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
  type Account,
} from "./accounts.ts";

beforeAll(startUsers);
afterAll(stopUsers);
afterEach(() => users.advance(0));

const NEW_DEVICE = /A new device|neuen Gerät|nouvel appareil|dispositivo nuevo/;
const CHANGED = /address of your account was changed/;
const address = () => `${randomUUID()}@mail.example`;
const em = () => users.running.database.read();

type From = Record<string, string>;
const from = (device: string, place = "192.0.2.0/24"): From => ({ [DEVICE_HEADER]: device, [PLACE_HEADER]: place });
const [LAPTOP, PHONE] = [from("Laptop/1.0"), from("Phone/1.0")];

async function asked(query: string, variables: Data, headers: From): Promise<Data> {
  const { data, errors } = await users.as(null, query, variables, { headers });
  if (errors) throw new Error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`);
  return data.result;
}
const SESSION = `__typename ... on Session { accessToken refreshToken user { id } }`;
const signIn = (email: string, headers = LAPTOP, password = PASSWORD): Promise<Data> =>
  asked(
    `mutation ($input: SignInInput!) { result: signIn(input: $input) { ${SESSION} } }`,
    { input: { email, password } },
    headers,
  );
async function verified(email = address(), more: Data = {}): Promise<Account> {
  const input = { email, displayName: "Ada", password: PASSWORD, ...more };
  const ada = accountOf(email, await asked(SIGN_UP, { input }, LAPTOP));
  await use(ada, (await ask(ada, ME)).emailCode.id, await codeTo(email));
  return ada;
}

/** Codes of the alerts that were mailed to the address, in the order of their arrival. */
async function alertCodes(email: string, subject: RegExp): Promise<string[]> {
  await noMailWaits();
  const letters = (await lettersTo(email)).filter((letter) => subject.test(letter.subject ?? ""));
  return letters.map(({ text }) => /^[\w-]{43}$/m.exec(text ?? "")![0]);
}

const SECURED = `__typename ... on SecuredAccount { email } ... on Error { message }`;
const answerTo =
  (mutation: "reportSignIn" | "undoEmailChange") =>
  (code: string, idempotencyKey: string = randomUUID()): Promise<Data> =>
    ask(null, `mutation ($input: AlertCodeInput!) { result: ${mutation}(input: $input) { ${SECURED} } }`, {
      input: { code, idempotencyKey },
    });
const report = answerTo("reportSignIn");
const undo = answerTo("undoEmailChange");

const REJECTED = { __typename: "CodeRejected", message: expect.stringContaining("wrong, used or older than 72 hours") };
const typeOf = ({ __typename }: Data) => __typename as string;

/** Sets a new password by a mailed code. */
async function reset(email: string, newPassword: string): Promise<Data> {
  const sent = (
    await ask(null, `mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) { id nonce } }`, { email })
  ).requestPasswordReset;
  await noMailWaits();
  const [code] = (await lettersTo(email)).flatMap(
    ({ subject }) => /^(\w{8}) is your code for a new password$/.exec(subject ?? "")?.[1] ?? [],
  );
  const input = { ...sent, code, newPassword, idempotencyKey: randomUUID() };
  return asked(`mutation ($input: UseCodeInput!) { result: useCode(input: $input) { ${SESSION} } }`, { input }, LAPTOP);
}

/** Changes the address and verifies the new one. */
async function moveTo(who: Account, email: string): Promise<void> {
  const { emailCode } = await changeEmail(who, email);
  expect(typeOf(await use(who, emailCode.id, await codeTo(email)))).toBe("User");
}

test("a sign-in from a new device or network is mailed once, neither the first one nor a known one", async () => {
  const ada = await verified();
  for (const [headers, count] of [
    [LAPTOP, 0],
    [PHONE, 1],
    [PHONE, 1],
    [LAPTOP, 1],
    [from("Phone/1.0", "198.51.100.0/24"), 2],
  ] as const) {
    expect(typeOf(await signIn(ada.email, headers))).toBe("Session");
    expect(await alertCodes(ada.email, NEW_DEVICE)).toHaveLength(count);
  }
  const tablet = from("Tablet/1.0");
  await Promise.all(Array.from({ length: 5 }, () => signIn(ada.email, tablet)));
  expect(await alertCodes(ada.email, NEW_DEVICE)).toHaveLength(3);
  await signIn(ada.email, from("Curl/1.0"), "a wrong guess");
  expect(await alertCodes(ada.email, NEW_DEVICE)).toHaveLength(3);
});

test("a sign-in by a mailed code is mailed, too, in the person's language, and names nothing that a client chose", async () => {
  const ada = await verified(address(), { locale: "de" });
  const { id, nonce } = (
    await ask(null, `mutation ($email: EmailAddress!) { requestSignInCode(email: $email) { id nonce } }`, {
      email: ada.email,
    })
  ).requestSignInCode;
  await noMailWaits();
  const [code] = (await lettersTo(ada.email)).flatMap(
    ({ subject }) => /^(\w{8}) ist Ihr Code zum Anmelden$/.exec(subject ?? "")?.[1] ?? [],
  );
  const input = { id, nonce, code, idempotencyKey: randomUUID() };
  await asked(
    `mutation ($input: UseCodeInput!) { result: useCode(input: $input) { ${SESSION} } }`,
    { input },
    from("http://evil.example"),
  );
  await noMailWaits();
  const told = (await lettersTo(ada.email)).find(({ subject }) => subject === "Anmeldung mit einem neuen Gerät");
  expect(`${told!.text} ${told!.html}`).not.toMatch(/evil|192\.0\.2/);
  expect(told!.text).toContain("72 Stunden");
});

test("an address that was never verified gets no alert: it may be that of a stranger", async () => {
  const email = address();
  await signUp(email);
  expect(typeOf(await signIn(email, PHONE))).toBe("Session");
  expect(await alertCodes(email, NEW_DEVICE)).toEqual([]);
});

test("a report ends all sessions and the password, until it is reset; a stranger's sign-in after that is mailed again", async () => {
  const ada = await verified();
  const thief = accountOf(ada.email, await signIn(ada.email, PHONE));
  await changeEmail(thief, address());
  const [code] = await alertCodes(ada.email, NEW_DEVICE);
  expect(await report(code!)).toEqual({ __typename: "SecuredAccount", email: ada.email });
  expect([await viewerOf(ada), await viewerOf(thief)]).toEqual([null, null]);
  expect(typeOf(await signIn(ada.email, LAPTOP))).toBe("CredentialsRejected");
  const session = await reset(ada.email, "another horse battery");
  expect(session).toMatchObject({ __typename: "Session", user: { id: ada.userId } });
  expect(await ask(accountOf(ada.email, session), ME)).toMatchObject({ email: ada.email, pendingEmail: null });
  expect(typeOf(await signIn(ada.email, LAPTOP, PASSWORD))).toBe("CredentialsRejected");
  expect(typeOf(await signIn(ada.email, PHONE, "another horse battery"))).toBe("Session");
  expect(await alertCodes(ada.email, NEW_DEVICE)).toHaveLength(2);
});

test("a report deletes the second factors that were set up since the sign-in, and no earlier ones", async () => {
  const ada = await verified();
  await signIn(ada.email, PHONE);
  for (const [name, age] of [
    ["own", "1 hour"],
    ["thief", "0 s"],
  ])
    await rows(
      em(),
      sql`insert into passkey (id, user_id, public_key, counter, device_type, backed_up, aaguid, name, created_at)
          values (${randomUUID()}, ${ada.userId}, 'key', 0, 'multiDevice', true, ${randomUUID()}, ${name!}, app_now() - ${age!}::interval)`,
    );
  const [code] = await alertCodes(ada.email, NEW_DEVICE);
  expect(typeOf(await report(code!))).toBe("SecuredAccount");
  expect(await rows(em(), sql`select name from passkey where user_id = ${ada.userId}`)).toEqual([{ name: "own" }]);
});

test("a code is valid once; a retry gets the same result, and other open reports end", async () => {
  const ada = await verified();
  await signIn(ada.email, PHONE);
  await signIn(ada.email, from("Tablet/1.0"));
  const [first, second] = await alertCodes(ada.email, NEW_DEVICE);
  const secured = { __typename: "SecuredAccount", email: ada.email };
  const answers = await Promise.all([report(first!, "same"), report(first!, "same"), report(first!, "same")]);
  expect(answers).toEqual([secured, secured, secured]);
  await reset(ada.email, "another horse battery");
  expect(await report(first!, "same")).toEqual(secured);
  expect(typeOf(await signIn(ada.email, LAPTOP, "another horse battery"))).toBe("Session");
  expect(await report(first!)).toEqual(REJECTED);
  expect(await report(second!)).toEqual(REJECTED);
  expect(await undo(first!)).toEqual(REJECTED);
});

test("of two concurrent uses of a code, one counts", async () => {
  const ada = await verified();
  await signIn(ada.email, PHONE);
  const [code] = await alertCodes(ada.email, NEW_DEVICE);
  const answers = await Promise.all(Array.from({ length: 6 }, () => report(code!)));
  expect(answers.map(typeOf).sort()).toEqual([...Array<string>(5).fill("CodeRejected"), "SecuredAccount"]);
});

test("unknown codes, those of the other kind, and those older than 72 hours are refused", async () => {
  const ada = await verified();
  await signIn(ada.email, PHONE);
  const [code] = await alertCodes(ada.email, NEW_DEVICE);
  for (const wrong of ["", "nonsense", code!.toLowerCase(), randomUUID()])
    expect(await report(wrong)).toEqual(REJECTED);
  await expect(report("x".repeat(65))).rejects.toThrow("BAD_USER_INPUT: input.code: must have at most 64 characters");
  expect(await undo(code!)).toEqual(REJECTED);
  await users.advance(72 * 3_600 + 60);
  expect(await report(code!)).toEqual(REJECTED);
  await users.advance(72 * 3_600 - 600);
  expect(await report(` ${code} `)).toMatchObject({ __typename: "SecuredAccount" });
});

test("alerts have a daily limit of their own, which the codes to an address do not use up", async () => {
  const ada = await verified();
  const ask10 = async () => {
    for (let index = 0; index < 12; index++)
      await ask(null, `mutation ($email: EmailAddress!) { requestSignInCode(email: $email) { id } }`, {
        email: ada.email,
      }).catch(() => {});
  };
  await ask10();
  for (let index = 0; index < 12; index++) await signIn(ada.email, from(`Phone/${index}`));
  expect(await alertCodes(ada.email, NEW_DEVICE)).toHaveLength(10);
});

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
  await until(async () => (await lettersTo(ada.email)).length === 2, "the owner is told");
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

test("codes and devices are nowhere in the database", async () => {
  const ada = await verified();
  await signIn(ada.email, PHONE);
  const [code] = await alertCodes(ada.email, NEW_DEVICE);
  const kept = await rows(em(), sql`select a::text, d::text from security_alert a, known_device d`);
  expect(JSON.stringify(kept)).toContain(ada.userId);
  for (const secret of [code!, "Phone/1.0"]) expect(JSON.stringify(kept)).not.toContain(secret);
});
