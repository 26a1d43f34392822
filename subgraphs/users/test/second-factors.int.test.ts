// Second factors: an authenticator app, and recovery codes.
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Data } from "../../../local/client.ts";
import { createTokens } from "../credentials/tokens.ts";
import { useTotp } from "../commands/totp.ts";
import { FREE_TRIES, SESSION_TRIES } from "../commands/password-tries.ts";
import { accountOf, ask, PASSWORD, signIn, signUp, startUsers, stopUsers, users, viewerOf } from "./accounts.ts";
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
} from "./factors.ts";

beforeAll(startUsers);
afterAll(stopUsers);
afterEach(() => users.advance(0));

const read = () => users.running.database.read();
const wrong = (code: string) => (code.startsWith("1") ? "2" : "1") + code.slice(1);

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
