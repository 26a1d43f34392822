// After every first factor, an account that has a second one is asked for it.
import { randomUUID } from "node:crypto";
import { until } from "../../../testkit/until.ts";
import type { Data } from "../../../local/client.ts";
import { FREE_TRIES } from "../commands/password-tries.ts";
import {
  accountOf,
  ask,
  lettersTo,
  ME,
  PASSWORD,
  signUp,
  startUsers,
  stopUsers,
  use,
  users,
  viewerOf,
  codeTo,
} from "./accounts.ts";
import { begin, codeOf, complete, currentAmr, protect, useNonce } from "./factors.ts";

beforeAll(startUsers);
afterAll(stopUsers);
afterEach(() => users.advance(0));

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
