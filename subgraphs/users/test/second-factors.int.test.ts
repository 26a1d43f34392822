// Second factors: an authenticator app, and recovery codes. After every first factor, an account that has one is asked for it.
import { randomUUID } from "node:crypto";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { until } from "../../../testkit/until.ts";
import type { Data } from "../../../local/client.ts";
import { createTokens } from "../credentials/tokens.ts";
import { useTotp } from "../commands/totp.ts";
import { FREE_TRIES, SESSION_TRIES } from "../commands/password-tries.ts";
import {
  accountOf,
  ask,
  lettersTo,
  ME,
  PASSWORD,
  signIn,
  signUp,
  startUsers,
  stopUsers,
  use,
  users,
  viewerOf,
  codeTo,
} from "./accounts.ts";
import {
  begin,
  codeOf,
  complete,
  confirm,
  currentAmr,
  disable,
  elevate,
  enroll,
  protect,
  renew,
  signInWith,
  useNonce,
} from "./factors.ts";

beforeAll(startUsers);
afterAll(stopUsers);
afterEach(() => users.advance(0));

const read = () => users.running.database.read();
const wrong = (code: string) => (code.startsWith("1") ? "2" : "1") + code.slice(1);

/** The mailed code of a request without a session. */
async function requested(mutation: "requestSignInCode" | "requestPasswordReset", email: string, subject: RegExp) {
  const sent: Data = await ask(
    null,
    `mutation ($email: EmailAddress!) { result: ${mutation}(email: $email) { id nonce } }`,
    { email },
  );
  const codes = async () => (await lettersTo(email)).flatMap((mail) => subject.exec(mail.subject ?? "")?.[1] ?? []);
  await until(async () => (await codes()).length > 0, "the code is mailed");
  return { sent, code: (await codes()).at(-1)! };
}

describe("an authenticator app", () => {
  test("is enabled by its first code; from then on the password alone opens no session", async () => {
    const ada = await signUp();
    const other = accountOf(ada.email, await signIn(ada.email));
    const { secret, uri } = await enroll(ada);
    expect(new URL(uri)).toMatchObject({ protocol: "otpauth:", host: "totp" });
    expect(new URL(uri).searchParams.get("secret")).toBe(secret);
    // It is pending: nothing has changed.
    expect((await begin(ada.email)).__typename).toBe("Session");
    expect(await confirm(ada, wrong(await codeOf(secret)))).toEqual({ __typename: "CodeRejected" });
    const enabled = await confirm(ada, await codeOf(secret, -1));
    expect(enabled).toMatchObject({ __typename: "FactorEnabled", user: { hasTotp: true, recoveryCodesLeft: 10 } });
    expect(new Set(enabled.recoveryCodes).size).toBe(10);
    expect(await viewerOf(other)).toBeNull();
    expect(await currentAmr(ada)).toEqual(["pwd", "otp"]);

    const asked = await begin(ada.email);
    expect(asked).toMatchObject({ __typename: "SecondFactorRequired", factors: ["TOTP", "RECOVERY_CODE"] });
    expect(await complete(asked.challenge, { totp: wrong(await codeOf(secret)) })).toEqual({
      __typename: "SecondFactorRejected",
    });
    const session = accountOf(ada.email, await complete(asked.challenge, { totp: await codeOf(secret) }));
    expect(await currentAmr(session)).toEqual(["pwd", "otp"]);
  });

  test("is confirmed only in the session that asked for it, and within a quarter of an hour", async () => {
    const ada = await signUp();
    const other = accountOf(ada.email, await signIn(ada.email));
    const { secret } = await enroll(ada);
    expect((await confirm(other, await codeOf(secret))).__typename).toBe("CodeRejected");
    await users.advance(16 * 60);
    expect((await confirm(ada, await codeOf(secret))).__typename).toBe("CodeRejected");
  });

  test("stays enabled until another one is confirmed", async () => {
    const ada = await protect();
    const { secret } = await enroll(ada);
    expect((await complete((await begin(ada.email)).challenge, { totp: await codeOf(ada.secret) })).__typename).toBe(
      "Session",
    );
    expect(await confirm(ada, await codeOf(secret, -1))).toMatchObject({ recoveryCodes: null });
    const { challenge } = await begin(ada.email);
    expect((await complete(challenge, { totp: await codeOf(ada.secret, 1) })).__typename).toBe("SecondFactorRejected");
    expect((await complete(challenge, { totp: await codeOf(secret) })).__typename).toBe("Session");
  });

  test("its code counts once, by the clock of the database, and one step early or late", async () => {
    const ada = await protect();
    const used = await codeOf(ada.secret, -1);
    expect((await complete((await begin(ada.email)).challenge, { totp: used })).__typename).toBe(
      "SecondFactorRejected",
    );
    const now = await codeOf(ada.secret);
    await signInWith(ada, { totp: now });
    expect((await complete((await begin(ada.email)).challenge, { totp: now })).__typename).toBe("SecondFactorRejected");
    expect((await complete((await begin(ada.email)).challenge, { totp: await codeOf(ada.secret, 3) })).__typename).toBe(
      "SecondFactorRejected",
    );
    await users.advance(3_600);
    const { challenge } = await begin(ada.email);
    expect((await complete(challenge, { totp: await codeOf(ada.secret, -3) })).__typename).toBe("SecondFactorRejected");
    expect((await complete(challenge, { totp: await codeOf(ada.secret, 1) })).__typename).toBe("Session");
  });

  test("its code counts once, also fifty times at once", async () => {
    const ada = await protect();
    const code = await codeOf(ada.secret);
    const { database } = users.running;
    const tokens = createTokens(() => database, { secret: users.env.USERS_SECRET!, otherSecret: undefined });
    const uses = await Promise.all(
      Array.from({ length: 50 }, () => database.transaction((tx) => useTotp(tx, tokens, ada.userId, code))),
    );
    expect(uses.filter(Boolean)).toHaveLength(1);
  });

  test("opens one session with a code that is used in many challenges at once", async () => {
    const ada = await protect();
    const code = await codeOf(ada.secret);
    const asked = await Promise.all(Array.from({ length: 6 }, () => begin(ada.email)));
    const answers = await Promise.all(asked.map(({ challenge }) => complete(challenge, { totp: code })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      ...Array.from({ length: 5 }, () => "SecondFactorRejected"),
      "Session",
    ]);
    const open = await row<{ n: number }>(
      read(),
      sql`select count(*)::int as n from session where user_id = ${ada.userId} and ended_at is null`,
    );
    expect(open).toEqual({ n: 2 });
  });

  test("its secret is sealed, and recovery codes and challenges are hashed", async () => {
    const ada = await protect();
    const { challenge } = await begin(ada.email);
    const stored = await rows<{ text: string }>(
      read(),
      sql`select to_jsonb(t)::text as text from totp t union all select to_jsonb(r)::text from recovery_code r
          union all select to_jsonb(c)::text from sign_in_challenge c`,
    );
    const all = stored.map(({ text }) => text).join();
    for (const secret of [ada.secret, challenge, ...ada.recoveryCodes]) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(secret.replaceAll("-", ""));
    }
  });

  test("is disabled with its recovery codes, and every other session ends", async () => {
    const ada = await protect();
    const other = await signInWith(ada, { totp: await codeOf(ada.secret) });
    expect(await disable(ada)).toEqual({ __typename: "User", hasTotp: false, recoveryCodesLeft: 0 });
    expect((await disable(ada)).__typename).toBe("User");
    expect(await viewerOf(other)).toBeNull();
    expect((await begin(ada.email)).__typename).toBe("Session");
    expect((await renew(ada)).__typename).toBe("NotFound");
  });
});

describe("a recovery code", () => {
  test("is valid once, however it is typed, and also at once", async () => {
    const ada = await protect();
    const [code] = ada.recoveryCodes;
    const typed = ` ${code!.toLowerCase().replaceAll("-", " ")}`;
    const asked = await Promise.all(Array.from({ length: 5 }, () => begin(ada.email)));
    const answers = await Promise.all(asked.map(({ challenge }) => complete(challenge, { recoveryCode: typed })));
    expect(answers.filter(({ __typename }) => __typename === "Session")).toHaveLength(1);
    const session = accountOf(
      ada.email,
      answers.find(({ __typename }) => __typename === "Session"),
    );
    expect(await currentAmr(session)).toEqual(["pwd", "recovery"]);
    expect(await ask(session, `{ me { recoveryCodesLeft } }`)).toEqual({ recoveryCodesLeft: 9 });
  });

  test("of another account or of an earlier set is rejected", async () => {
    const [ada, eve] = [await protect(), await protect()];
    const { challenge } = await begin(ada.email);
    const [first, second] = ada.recoveryCodes;
    expect((await complete(challenge, { recoveryCode: eve.recoveryCodes[0] })).__typename).toBe("SecondFactorRejected");
    const { codes } = await renew(ada);
    expect(codes).not.toContain(first);
    expect((await complete(challenge, { recoveryCode: second })).__typename).toBe("SecondFactorRejected");
    expect((await complete(challenge, { recoveryCode: codes[0] })).__typename).toBe("Session");
  });
});

describe("a challenge", () => {
  test("opens one session, for five minutes and five tries", async () => {
    const ada = await protect();
    const [first, second, third] = await Promise.all([begin(ada.email), begin(ada.email), begin(ada.email)]);
    await complete(first.challenge, { totp: await codeOf(ada.secret) });
    expect((await complete(first.challenge, { recoveryCode: ada.recoveryCodes[0] })).__typename).toBe(
      "SecondFactorRejected",
    );
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => complete(second.challenge, { recoveryCode: "nothing" })),
    );
    expect(new Set(tries.map(({ __typename }) => __typename))).toEqual(new Set(["SecondFactorRejected"]));
    expect((await complete(second.challenge, { recoveryCode: ada.recoveryCodes[1] })).__typename).toBe(
      "SecondFactorRejected",
    );
    await users.advance(5 * 60 + 1);
    expect((await complete(third.challenge, { recoveryCode: ada.recoveryCodes[2] })).__typename).toBe(
      "SecondFactorRejected",
    );
    expect((await complete("made up", { recoveryCode: ada.recoveryCodes[2] })).__typename).toBe("SecondFactorRejected");
    expect(
      (await complete((await begin(ada.email)).challenge, { recoveryCode: ada.recoveryCodes[2] })).__typename,
    ).toBe("Session");
  });

  test("ends when the password changes", async () => {
    const ada = await protect();
    const { challenge } = await begin(ada.email);
    await ask(
      ada,
      `mutation ($p: String!) { result: changePassword(input: { currentPassword: $p, newPassword: "another good horse" }) { __typename } }`,
      { p: PASSWORD },
    );
    expect((await complete(challenge, { totp: await codeOf(ada.secret) })).__typename).toBe("SecondFactorRejected");
  });

  test("wrong factors of an account are counted over all challenges", async () => {
    const ada = await protect();
    let refused: unknown;
    for (let tries = 0; refused === undefined && tries < FREE_TRIES + 1; tries++) {
      const { challenge } = await begin(ada.email);
      refused = await complete(challenge, { recoveryCode: "nothing" }).then(
        () => undefined,
        (error: Error) => error.message,
      );
    }
    expect(refused).toMatch(/RATE_LIMITED/);
  });

  test("needs exactly one factor of the right form", async () => {
    const ada = await protect();
    const { challenge } = await begin(ada.email);
    await expect(complete(challenge, {})).rejects.toThrow(/BAD_USER_INPUT: input: must have exactly one/);
    await expect(complete(challenge, { totp: "123456", recoveryCode: "x" })).rejects.toThrow(/exactly one/);
    await expect(complete(challenge, { totp: "12345" })).rejects.toThrow(/BAD_USER_INPUT: input.totp: must have 6/);
  });
});

describe("after a mailed code", () => {
  const verified = async () => {
    const ada = await signUp();
    const { id } = (await ask(ada, ME)).emailCode;
    await use(ada, id, await codeTo(ada.email));
    return protect(ada);
  };

  test("a sign-in needs the second factor, and a repeat of the request gets the same challenge", async () => {
    const ada = await verified();
    const { sent, code } = await requested("requestSignInCode", ada.email, /^(\w{8}) is your code to sign in$/);
    const key = { idempotencyKey: randomUUID() };
    const asked = await useNonce(sent, code, key);
    expect(asked).toMatchObject({ __typename: "SecondFactorRequired" });
    expect(await useNonce(sent, code, key)).toEqual(asked);
    expect(await useNonce(sent, code)).toEqual({ __typename: "CodeRejected" });
    const session = accountOf(ada.email, await complete(asked.challenge, { totp: await codeOf(ada.secret) }));
    expect(await currentAmr(session)).toEqual(["email", "otp"]);
    expect(await useNonce(sent, code, key)).toEqual({ __typename: "CodeRejected" });
  });

  test("the factor of an account of a verified domain stays, though no code has verified its address", async () => {
    const ada = await protect(await signUp(`${randomUUID()}@counts.example`));
    const { sent, code } = await requested("requestSignInCode", ada.email, /^(\w{8}) is your code to sign in$/);
    expect((await useNonce(sent, code)).__typename).toBe("SecondFactorRequired");
  });

  test("a password reset keeps the factor", async () => {
    const ada = await verified();
    const { sent, code } = await requested(
      "requestPasswordReset",
      ada.email,
      /^(\w{8}) is your code for a new password$/,
    );
    const asked = await useNonce(sent, code, { newPassword: "another good horse" });
    expect(asked.__typename).toBe("SecondFactorRequired");
    expect((await begin(ada.email, "another good horse")).__typename).toBe("SecondFactorRequired");
    expect((await complete(asked.challenge, { totp: await codeOf(ada.secret) })).__typename).toBe("Session");
  });

  test.each(["requestSignInCode", "requestPasswordReset"] as const)(
    "a stranger's factor does not lock out the owner of the address: %s",
    async (mutation) => {
      const stranger = await protect();
      const subject =
        mutation === "requestSignInCode" ? /^(\w{8}) is your code to sign in$/ : /^(\w{8}) is your code for/;
      const { sent, code } = await requested(mutation, stranger.email, subject);
      const more = mutation === "requestSignInCode" ? {} : { newPassword: "another good horse" };
      expect((await useNonce(sent, code, more)).__typename).toBe("Session");
      expect(await viewerOf(stranger)).toBeNull();
    },
  );
});

test("five wrong codes of a session end it, and a right one is a proof of identity", async () => {
  const ada = await protect();
  const session = await signInWith(ada, { recoveryCode: ada.recoveryCodes[0] });
  expect((await elevate(session, { totp: wrong(await codeOf(ada.secret)) })).__typename).toBe("SecondFactorRejected");
  const { sessions } = await elevate(session, { totp: await codeOf(ada.secret) });
  expect(sessions.find(({ current }: Data) => current).amr).toEqual(["pwd", "recovery", "otp"]);
  for (let tries = 0; tries < SESSION_TRIES; tries++) await elevate(session, { recoveryCode: "nothing" });
  expect(await viewerOf(session)).toBeNull();
  expect(await viewerOf(ada)).not.toBeNull();
});

test("enrolling is limited", async () => {
  const ada = await signUp();
  for (let index = 0; index < FREE_TRIES; index++) expect((await enroll(ada)).__typename).toBe("TotpEnrollment");
  await expect(enroll(ada)).rejects.toThrow(/RATE_LIMITED/);
});

test("nothing of the factors of an erased person is left", async () => {
  const ada = await protect();
  await begin(ada.email);
  await ask(ada, `mutation ($p: String!) { result: deleteAccount(password: $p) { __typename } }`, { p: PASSWORD });
  const left = await rows(
    read(),
    sql`select user_id::text from totp where user_id = ${ada.userId} union all select user_id::text from recovery_code where user_id = ${ada.userId}
        union all select user_id::text from sign_in_challenge where user_id = ${ada.userId}`,
  );
  expect(left).toEqual([]);
});
