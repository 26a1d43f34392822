// A person learns of a sign-in from a new device, and can say "this was not me".
import { randomUUID } from "node:crypto";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import {
  accountOf,
  ask,
  changeEmail,
  lettersTo,
  ME,
  noMailWaits,
  PASSWORD,
  signUp,
  startUsers,
  stopUsers,
  users,
  viewerOf,
} from "./accounts.ts";
import {
  LAPTOP,
  NEW_DEVICE,
  PHONE,
  REJECTED,
  SESSION,
  address,
  alertCodes,
  asked,
  em,
  from,
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

test("codes and devices are nowhere in the database", async () => {
  const ada = await verified();
  await signIn(ada.email, PHONE);
  const [code] = await alertCodes(ada.email, NEW_DEVICE);
  const kept = await rows(em(), sql`select a::text, d::text from security_alert a, known_device d`);
  expect(JSON.stringify(kept)).toContain(ada.userId);
  for (const secret of [code!, "Phone/1.0"]) expect(JSON.stringify(kept)).not.toContain(secret);
});
